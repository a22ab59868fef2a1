"""About and Help: who this is for, where it comes from, what is kept; to be read and searched without a network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guesthouse.domain.help import Giver, Searched, Topic, filled
from guesthouse.qt.look import Look
from guesthouse.ui.help.reader import Reader
from guesthouse.ui.help.topics import PAUSE_MS, Topics
from guesthouse.ui.pages.page import BACK, Page
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.flow import Flow

WIDEST = 1180
BESIDE = 860
"""From this width on (design pixels) the topic that is open stands beside the list, else in its place."""


class HelpPage(Page):
    """A list of topics and the one that is open. It stands open before Begin and without a house, and needs neither."""

    name = "help"

    def __init__(
        self, *, look: Look, topics: Sequence[Topic], givers: Mapping[str, Giver], pause_ms: int = PAUSE_MS
    ) -> None:
        """``givers`` fill the places in the topics, by name; ``pause_ms`` is waited before a search."""
        super().__init__()
        self._look, self._givers = look, givers
        self._by_id = {topic.id: topic for topic in topics}
        self._shelf: list[Searched] = []
        self._reading = False
        self.topics = Topics(look, self._searched, topics, pause_ms)
        self.reader = Reader(look, givers)
        self._back = quiet(look, self.tr("Back"))
        self._list_button = quiet(look, self.tr("All topics"))
        self._lay_out()
        self._wire()
        self._show(topics[0].id)

    def come_from(self, room: str) -> None:
        """Say where "Back" leads."""
        text = self.tr("Back to {room}").format(room=room)
        self._back.setText(text)
        self._back.setAccessibleName(text)

    def arrive(self) -> None:
        """Typing searches; what the app fills in is as it is now."""
        self._show(self._open)
        self._arrange()
        (self.reader.text if self.topics.isHidden() else self.topics.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def receive(self, thing: object) -> None:
        """A topic, by its id."""
        if isinstance(thing, str) and thing in self._by_id:
            self.topics.empty_field()
            self._enter(thing)

    def search(self) -> None:
        """Ctrl+F."""
        self._read(False)
        self.topics.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.topics.field.selectAll()

    def stop(self) -> None:
        """Esc: back to the list where it is out of sight, then the search is emptied, then back to the room."""
        if self.topics.isHidden():
            self._to_list()
        elif not self.topics.empty_field():
            self.wanted.emit(BACK)

    def let_go(self) -> None:
        """The house closes: what was looked for are somebody's words."""
        self.topics.empty_field()
        self.reader.fold_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one in the place of the other."""
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        middle = QWidget()
        self._middle = middle
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 24, 0, 24)
        whole.setSpacing(16)
        ways = Flow()
        ways.addWidget(self._back)
        ways.addWidget(self._list_button)
        whole.addLayout(ways)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.topics, 10)
        row.addWidget(self.reader, 21)
        whole.addLayout(row, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 0, 32, 0)
        outer.addStretch(1)
        outer.addWidget(middle, 1000)
        outer.addStretch(1)

    def _wire(self) -> None:
        self._back.clicked.connect(lambda: self.wanted.emit(BACK))
        self._list_button.clicked.connect(self._to_list)
        self.topics.chosen.connect(self._chosen)
        self.topics.entered.connect(self._enter)
        self.topics.sought.connect(self._sought)
        self.reader.wanted.connect(self.wanted)
        self.reader.unfolded.connect(self._look_anew)
        self._look.changed.connect(self._arrange)

    def _beside(self) -> bool:
        return self.width() >= self._look.px(BESIDE)

    def _arrange(self) -> None:
        beside = self._beside()
        self._middle.setMaximumWidth(self._look.px(WIDEST if beside else WIDEST * 0.62))
        self.topics.setVisible(beside or not self._reading)
        self.reader.setVisible(beside or self._reading)
        self._list_button.setVisible(not beside and self._reading)
        self.topics.fit(self.height())
        self.reader.fit(self.height())

    def _read(self, reading: bool) -> None:
        """Whether the text stands in the place of the list, where there is room for one of them."""
        self._reading = reading
        self._arrange()

    # ------------------------------------------------------------------------------------------- what one does

    def _show(self, topic_id: str) -> None:
        self._open = topic_id
        self.reader.show_topic(self._by_id[topic_id])
        self.topics.mark(topic_id)

    def _chosen(self, topic_id: str, walking: bool) -> None:
        if walking and not self._beside():
            return
        self._show(topic_id)
        self._read(True)

    def _enter(self, topic_id: str) -> None:
        """Open it, and go to it."""
        self._show(topic_id)
        self._read(True)
        self.reader.begin()

    def _to_list(self) -> None:
        self._read(False)
        self.topics.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sought(self, text: str) -> None:
        """Beside the list the first that was found is open, if the one before was not found."""
        found = [topic.id for topic in self.topics.found]
        if found and self._open not in found:
            self._open = found[0]
        self._show(self._open)
        self.reader.text.mark(text)

    def _look_anew(self) -> None:
        """What is folded can be found while it is shown."""
        self._shelf.clear()
        self.topics.look_again()

    def _searched(self) -> list[Searched]:
        if not self._shelf:
            shown = self.reader.topic if self.reader.shows_folded else None
            self._shelf = [
                Searched.of(topic, filled(topic, self._givers, unfolded=topic is shown))
                for topic in self._by_id.values()
            ]
        return self._shelf
