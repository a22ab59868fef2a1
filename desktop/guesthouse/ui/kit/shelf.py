"""One shelf as a list one can change in place: the row that is open has fields over it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.kit import Comfort
from guesthouse.domain.kit import Shelf as Which
from guesthouse.qt.look import Look
from guesthouse.ui.kit.row_editor import RowEditor
from guesthouse.ui.kit.rows import ShelfList
from guesthouse.ui.kit.shelf_model import ShelfModel

OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OwnList(ShelfList):
    """The arrows walk and Enter opens; who chooses a row by other means than keys and pointer opens it by that."""

    chosen = Signal(int)  # chosen by an assistive tool
    entered = Signal(int)
    moved = Signal(int)
    taken = Signal()
    undone = Signal()

    def __init__(self, look: Look, name: str, model: ShelfModel, role: str) -> None:
        """The list of ``model``, called ``name``."""
        super().__init__(look, name, model, role)
        self._by_hand = False
        self.setAccessibleDescription(
            self.tr("Enter changes the words, Alt with an arrow moves the line, Delete takes it out.")
        )
        self.clicked.connect(lambda index: self.entered.emit(index.row()))

    def stand_at(self, row: int) -> None:
        """Choose this row without opening it."""
        self._by_hand = True
        self.setCurrentIndex(self.model().index(row, 0))
        self._by_hand = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete, Alt with an arrow, and taking back; all else walks."""
        row, key = self.currentIndex().row(), Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif row >= 0 and key in OPENING:
            self.entered.emit(row)
        elif row >= 0 and key == Qt.Key.Key_Delete:
            self.taken.emit()
        elif row >= 0 and key in STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(STEPS[key])
        else:
            self._by_hand = True
            super().keyPressEvent(event)
            self._by_hand = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It opens when the button comes up, so that nothing moves away under it."""
        self._by_hand = True
        super().mousePressEvent(event)
        self._by_hand = False

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Also when an assistive tool selects."""
        super().selectionChanged(selected, deselected)
        if selected.indexes() and not self._by_hand:
            self.chosen.emit(selected.indexes()[0].row())


class ShelfView(QWidget):
    """The list and the fields over it. It asks for changes by signals and is shown the outcome by its model."""

    typed = Signal(object)
    moved = Signal(int, int)  # row, by
    taken = Signal(int)
    undone = Signal()
    opened = Signal()
    walked = Signal(QWidget, QRect)

    def __init__(self, look: Look, which: Which, names: tuple[str, str], role: str) -> None:
        """``names``: of the list, and of the field for one thing in it."""
        super().__init__()
        self.model = ShelfModel(self)
        self.list = OwnList(look, names[0], self.model, role)
        self.editor = RowEditor(look, which, names[1], role)
        self.editor.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        for told in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved, self.model.rowsMoved):
            told.connect(self._fit)
        self.list.chosen.connect(self.open)
        self.list.entered.connect(self._enter)
        self.list.moved.connect(lambda by: self.moved.emit(self.list.currentIndex().row(), by))
        self.list.taken.connect(lambda: self.taken.emit(self.list.currentIndex().row()))
        self.list.undone.connect(self.undone)
        self.list.walked.connect(lambda rect: self.walked.emit(self.list, rect))
        self.list.fitted.connect(self._place)
        self.editor.typed.connect(self.typed)
        self.editor.moved.connect(lambda by: self.moved.emit(self.open_row, by))
        self.editor.taken.connect(lambda: self.taken.emit(self.open_row))
        self.editor.done.connect(self._done)
        self.editor.resized.connect(self._fit)

    @property
    def open_row(self) -> int:
        """The row whose fields are there, or -1."""
        thing: Comfort | None = self.editor.thing
        return self.model.row_of(thing.id) if thing is not None else -1

    def open(self, row: int) -> None:
        """Put the fields over this row; the focus stays where it is."""
        if row != self.open_row:
            self.editor.open(self.model.things[row])
            self.list.stand_at(row)
            self.editor.show()
            self._fit()
            self.opened.emit()

    def close_row(self) -> None:
        """Take the fields away. The focus, where it was in them, goes to the row."""
        inside = self.editor.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        focused = inside and self.focusWidget().hasFocus()
        self.editor.close_row()
        self._fit()
        if focused:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _enter(self, row: int) -> None:
        self.open(row)
        self.editor.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.walked.emit(self.editor, self.editor.rect())

    def _done(self) -> None:
        self.close_row()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Make room for the fields."""
        row, rows = self.open_row, self.list.rows
        if row < 0 and self.editor.thing is not None:
            self.editor.close_row()
        height = self.editor.height_in(max(1, self.list.width())) if row >= 0 else 0
        if (rows.open_row, rows.open_height) != (row, height):
            rows.open_row, rows.open_height = row, height
            self.list.fit()
        self.editor.allow(up=row > 0, down=row < len(self.model.things) - 1)
        self._place()

    def _place(self) -> None:
        row = self.list.rows.open_row
        if row >= 0:
            self.editor.setGeometry(self.list.visualRect(self.model.index(row, 0)))
            self.editor.raise_()
