"""What floats above the door: a hint while nobody is here, a bar for the visitor one looks at, and a passing notice."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.visitors.beside import Beside
from guesthouse.ui.visitors.notice import Notice

GAP = 8
WIDEST_HINT = 760


class AboveDoor(QObject):
    """Keeps them over one another and over the canvas, never over the field."""

    changed = Signal()
    """Something came or went; :meth:`arrange` gives each its place."""

    def __init__(self, look: Look, page: QWidget) -> None:
        """Nothing is there yet."""
        super().__init__(page)
        self._look = look
        self.hint = Notice(look, page)
        self.hint.words.setProperty("quiet", True)
        look.dress(self.hint.words, "small")
        self.beside = Beside(look, page)
        self.notice = Notice(look, page)
        self.notice.changed.connect(self.changed)

    def show_hint(self, sentence: str) -> None:
        """A soft line about the scene; an empty one takes it away."""
        if sentence == self.hint.words.text() and self.hint.isHidden() != bool(sentence):
            return
        self.hint.words.setText(sentence)
        self.hint.setVisible(bool(sentence))
        self.changed.emit()

    def show_beside(self, shown: bool) -> None:
        """The bar of the visitor one attends to."""
        self.beside.setVisible(shown)
        self.changed.emit()

    def hide(self) -> None:
        """Nothing floats any more."""
        self.notice.leave()
        self.show_hint("")
        self.beside.hide()

    def arrange(self, width: int, bottom: int, margin: int) -> int:
        """One over the other, the lowest ``GAP`` over ``bottom``; returns where the highest begins."""
        most = width - 2 * margin
        for bar, widest in (
            (self.beside, most),
            (self.hint, min(most, self._look.px(WIDEST_HINT))),
            (self.notice, min(most, self._look.px(WIDEST_HINT))),
        ):
            if bar.isHidden():
                continue
            wide = bar.wide(widest)
            tall = bar.tall(wide)
            bottom -= tall + GAP
            bar.setGeometry((width - wide) // 2, bottom, wide, tall)
            bar.raise_()
        return bottom
