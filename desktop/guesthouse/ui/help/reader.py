"""One topic on its card: the text, and below it what one may want to do from here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from guesthouse.domain.help import Giver, Heading, Topic, filled
from guesthouse.qt.look import Look
from guesthouse.ui.help.document import HelpText
from guesthouse.ui.help.topics import LOW
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow


def leads() -> dict[str, str]:
    """The pages that stand open whenever Help does, by name, and what the button to each says."""
    translate = QCoreApplication.translate
    return {
        "support": translate("rooms", "Support"),
        "settings": translate("rooms", "Settings"),
        "grounding": translate("LockPage", "Steady for a minute"),
        "explainer": translate("LockPage", "What is this?"),
    }


class Reader(Card):
    """Shows a topic. What is folded comes when it is asked for, and is folded again when another topic is gone to."""

    wanted = Signal(str)
    """Another page of the window, by its name."""
    unfolded = Signal()
    """What is folded was shown, or put away."""

    def __init__(self, look: Look, givers: Mapping[str, Giver]) -> None:
        """Nothing is shown yet."""
        super().__init__()
        self._look, self._givers = look, givers
        self.topic: Topic | None = None
        self.shows_folded = self._low = False
        self.text = HelpText(look)
        self.fold = quiet(look, "")
        self.fold.clicked.connect(self._turn)
        self._leads: list[QPushButton] = []
        self._foot = QWidget()
        flow = self._lay_foot()
        flow.addWidget(self.fold)
        for name, said in leads().items():
            button = quiet(look, said)
            button.setProperty("leads", name)
            button.clicked.connect(partial(self.wanted.emit, name))
            flow.addWidget(button)
            self._leads.append(button)
        self.column.setContentsMargins(12, 12, 12, 16)
        self.column.setSpacing(8)
        self.column.addWidget(self.text, 1)
        self.column.addWidget(self._foot)

    def show_topic(self, topic: Topic) -> None:
        """This one, with what the app fills in now."""
        if self.topic is not topic:
            self.shows_folded = False
        self.topic = topic
        self.text.show_blocks(topic.title, filled(topic, self._givers, unfolded=self.shows_folded))
        self._say_fold()
        self.fold.setVisible(bool(topic.folded))
        self._show_foot()

    def fold_again(self) -> None:
        """As at first."""
        self.shows_folded = False
        if self.topic is not None:
            self.show_topic(self.topic)

    def fit(self, height: int) -> None:
        """In a low window the text comes first: the other pages are on the rail, and the fold stays."""
        self._low = height < self._look.px(LOW)
        self._show_foot()

    def begin(self) -> None:
        """Reading starts here."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_foot(self) -> Flow:
        below = QVBoxLayout(self._foot)
        below.setContentsMargins(20, 0, 20, 0)
        below.setSpacing(12)
        line = QFrame()
        line.setProperty("ground", "line")
        below.addWidget(line)
        flow = Flow()
        below.addLayout(flow)
        return flow

    def _show_foot(self) -> None:
        leads = self.topic.leads if self.topic is not None and not self._low else ()
        for button in self._leads:
            button.setVisible(button.property("leads") in leads)
        self._foot.setVisible(bool(leads) or (self.topic is not None and bool(self.topic.folded)))

    def _turn(self) -> None:
        if self.topic is None:
            return
        self.shows_folded = not self.shows_folded
        self.show_topic(self.topic)
        if self.shows_folded:
            first = next((each for each in self._givers[self.topic.folded]() if isinstance(each, Heading)), None)
            self.text.go_to_heading(first.text if first is not None else "")
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif QAccessible.isActive():
            said = self.tr("The phrases are folded away.")
            announce(self.fold, said)
        self.unfolded.emit()

    def _say_fold(self) -> None:
        self.fold.setText(self.tr("Fold the phrases away") if self.shows_folded else self.tr("Show the phrases"))
