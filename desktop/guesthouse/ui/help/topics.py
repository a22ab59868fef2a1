"""The topics of Help: a field to search them with, and the list of those that were found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from guesthouse.domain.help import Searched, Topic, find
from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.quiet_list import Index, Rows
from guesthouse.ui.parts.search_field import SearchField
from guesthouse.ui.parts.walked_list import WalkedList

PAUSE_MS = 80
"""So long after the last letter the search begins."""

LOW = 440
"""Design pixels; a page that is lower has no room for a title."""

PAD, EDGE = 10, 14
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class TopicRows(Rows):
    """A title, in as many lines as it needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """In the width of the list."""
        view = self.parent()
        assert isinstance(view, QListView)
        room = max(60, view.viewport().width() - 2 * EDGE)
        text = QRect(0, 0, room, 4000)
        tall = QFontMetrics(self._look.font("rail-chosen")).boundingRect(text, int(WRAPPED), str(index.data())).height()
        return QSize(60, ceil(tall) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One topic."""
        painter.save()
        self.ground(painter, option)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setFont(self._look.font("rail-chosen" if chosen else "rail"))
        painter.setPen(self._look.colour("sage-ink" if chosen else "ink"))
        room = QRectF(option.rect).adjusted(EDGE, PAD, -EDGE, -PAD)
        painter.setLayoutDirection(option.direction)
        painter.drawText(room, int(WRAPPED), str(index.data()))
        painter.restore()


class TopicList(WalkedList):
    """Lines break by its width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows have the height they need in this width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class Topics(QWidget):
    """What one looks for, and what was found; an empty search finds everything."""

    chosen = Signal(str, bool)
    """A topic was chosen, by its id, and whether that was by walking over it."""
    entered = Signal(str)
    """Enter on one: its text is gone to."""
    sought = Signal(str)
    """What is looked for now."""

    def __init__(
        self, look: Look, shelf: Callable[[], Sequence[Searched]], topics: Sequence[Topic], pause_ms: int = PAUSE_MS
    ) -> None:
        """``shelf`` gives what can be found; it is asked when something is first looked for."""
        super().__init__()
        self._look, self._shelf, self._all = look, shelf, tuple(topics)
        self.found: tuple[Topic, ...] = self._all
        self._sought = ""
        self.title = label(look, "display", self.tr("About and Help"))
        self.field = SearchField(self.tr("Search help"))
        look.dress(self.field, "body")
        self.said = label(look, "soft")
        self.said.hide()
        self._model = QStringListModel([topic.title for topic in self._all])
        self.list = TopicList(look, self.tr("Topics"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(TopicRows(look, self.list))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._lay_out()
        self._wire()

    def mark(self, topic_id: str) -> None:
        """Show in the list which one is open; nothing is chosen by that."""
        ids = [topic.id for topic in self.found]
        self.list.blockSignals(True)
        model = self.list.selectionModel()
        model.blockSignals(True)
        if topic_id in ids:
            index = self._model.index(ids.index(topic_id))
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self.list.setCurrentIndex(QModelIndex())
            self.list.clearSelection()
        model.blockSignals(False)
        self.list.blockSignals(False)
        self.list.viewport().update()

    def fit(self, height: int) -> None:
        """In a low window the title makes room for the list."""
        self.title.setVisible(height >= self._look.px(LOW))

    def look_again(self) -> None:
        """What can be found has changed."""
        if self._sought:
            self._search()

    def empty_field(self) -> bool:
        """Look for nothing any more; False where nothing was looked for."""
        was = bool(self.field.text())
        self.field.setText("")  # nothing of it can be brought back, as clear() would allow
        self._search()
        return was

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.field)
        column.addWidget(self.said)
        column.addWidget(self.list, 1000)
        column.addStretch(1)

    def _wire(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._search)
        self.field.returnPressed.connect(self._go_in)
        self.field.down.connect(self._go_down)
        self.list.chosen.connect(lambda index, walking: self.chosen.emit(self.found[index.row()].id, walking))
        self.list.entered.connect(lambda: self.entered.emit(self.found[self.list.currentIndex().row()].id))

    def _search(self) -> None:
        self._pause.stop()
        text = self.field.text()
        if text == self._sought and not text.strip():
            return
        self._sought = text
        self.found = tuple(find(self._shelf(), text)) if text.strip() else self._all
        self._model.setStringList([topic.title for topic in self.found])
        self._tell(text)
        self.sought.emit(text if self.found else "")

    def _tell(self, text: str) -> None:
        many = len(self.found)
        if many == 0:
            said = self.tr("Nothing in Help has all of these words. Fewer words, or other ones, may find it.")
        elif many == 1:
            said = self.tr("1 topic")
        else:
            said = self.tr("{count} topics").format(count=many)
        self.said.setText(said)
        self.said.setVisible(bool(text.strip()))
        self.list.setVisible(many > 0)
        if text.strip() and QAccessible.isActive():
            announce(self.field, said)

    def _go_in(self) -> None:
        if self._pause.isActive():
            self._search()
        if self.found:
            self.entered.emit(self.found[max(0, self.list.currentIndex().row())].id)

    def _go_down(self) -> None:
        if self._pause.isActive():
            self._search()
        if self.found:
            self.list.setFocus()
            self.list.walk_to(max(0, self.list.currentIndex().row()))
