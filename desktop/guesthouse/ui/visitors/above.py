"""What floats above the door: a hint while nobody is here, a bar for the visitor one looks at, and a passing notice."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.canvas.callers import Caller
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
        self._away = False
        self.hint = Notice(look, page)
        self.hint.words.setProperty("quiet", True)
        look.dress(self.hint.words, "small")
        self.beside = Beside(look, page)
        self.notice = Notice(look, page)
        self.notice.changed.connect(self.changed)

    def show_hint(self, sentence: str) -> None:
        """A soft line about the scene; an empty one takes it away."""
        if sentence != self.hint.words.text():
            self.hint.words.setText(sentence)
            self.changed.emit()

    def show_beside(self, caller: Caller | None) -> None:
        """The bar of the visitor one attends to, if there is one."""
        self.beside.look_at(caller)
        self.changed.emit()

    def put_away(self, away: bool) -> None:
        """Nothing floats here for a while, or what is wanted is there again."""
        self._away = away
        self.changed.emit()

    def arrange(self, width: int, room: range, margin: int, *, low: bool) -> int:
        """One over the other within ``room`` (from the controls to the door), the most useful lowest.

        What has no room there is not shown: the controls and the field stay free. Returns where the bar beside a
        visitor begins, which stays as long as one looks at it; else the end of ``room``.
        """
        most, bottom = width - 2 * margin, room.stop
        line = min(most, self._look.px(WIDEST_HINT))
        for bar in (self.beside, self.hint, self.notice):
            if not self._is_wanted(bar):
                bar.hide()
                continue
            wide = bar.wide(most, low=low) if isinstance(bar, Beside) else bar.wide(line)
            tall = bar.tall(wide)
            fits = bottom - tall - GAP >= room.start
            bar.setVisible(fits)
            if fits:
                bottom -= tall + GAP
                bar.setGeometry((width - wide) // 2, bottom, wide, tall)
                bar.raise_()
        return self.beside.y() if self.beside.isVisible() else room.stop

    def _is_wanted(self, bar: Beside | Notice) -> bool:
        if self._away:
            return False
        return bar.caller is not None if isinstance(bar, Beside) else bool(bar.words.text())
