"""Which of those here a person attends to: who has the keyboard's focus, or was touched last."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from guesthouse.ui.canvas.callers import Caller, Callers
from guesthouse.ui.canvas.cards import CardList
from guesthouse.ui.canvas.view import CanvasView


class Attention(QObject):
    """It stays with one when the focus goes on to a control, so that the control can do something for that one."""

    changed = Signal(object)
    """A Caller, or None."""

    def __init__(self, callers: Callers, parent: QObject | None = None) -> None:
        """On nobody yet."""
        super().__init__(parent)
        self._callers = callers
        self._caller: Caller | None = None
        callers.rowsRemoved.connect(self._somebody_went)

    @property
    def caller(self) -> Caller | None:
        """Who is attended to."""
        return self._caller

    def heed(self, view: CanvasView | CardList) -> None:
        """What is focused and touched in ``view`` counts."""
        view.attended.connect(self.turn_to)
        view.nudged.connect(self.turn_to)

    def turn_to(self, caller_id: int | None) -> None:
        """To this one, or to nobody."""
        caller = None if caller_id is None else self._callers.caller(caller_id)
        if caller != self._caller:
            self._caller = caller
            self.changed.emit(caller)

    def _somebody_went(self) -> None:
        if self._caller is not None and self._callers.caller(self._caller.id) is None:
            self.turn_to(None)
