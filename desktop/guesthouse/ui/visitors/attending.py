"""What one may do with the visitor one attends to, and what is said about it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from guesthouse.domain.scene import Behaviour, Nearness, Scene
from guesthouse.ui.canvas.callers import Caller
from guesthouse.ui.canvas.stage import Stage
from guesthouse.ui.visitors.above import AboveDoor


class Attending(QObject):
    """Brings the bar to the visitor with the focus or the last touch, and hears its buttons."""

    another_way = Signal(str)
    """These words are to be looked at in an exercise."""

    rated = Signal(object)
    """How it is with this Caller now is to be asked."""

    def __init__(self, stage: Stage, above: AboveDoor) -> None:
        """Nobody has come yet."""
        super().__init__(stage)
        self._stage, self._above = stage, above
        self._beside = above.beside
        stage.attention.connect(self._attend)
        self._beside.near.connect(self._place)
        self._beside.another_way.connect(lambda: self.another_way.emit(self.words()))
        self._beside.rated.connect(lambda: self.rated.emit(self._beside.caller))

    def suit(self, scene: Scene, gate: str, *, rates: bool) -> None:
        """Another scene, or ratings switched."""
        places = scene.behaviour is Behaviour.VISITORS
        self._beside.suit(places=places, gate=gate, rates=rates)

    def words(self) -> str:
        """Those of the visitor that one attends to, or nothing."""
        return self._beside.caller.words if self._beside.caller is not None else ""

    def _attend(self, caller: Caller | None) -> None:
        focused = QApplication.focusWidget()
        if caller is None and focused is not None and self._beside.isAncestorOf(focused):
            self._stage.here.setFocus()
        self._above.show_beside(caller)

    def _place(self, near: Nearness) -> None:
        """How near it stays is the person's to say; whether it stays is not."""
        caller = self._beside.caller
        if caller is None:
            return
        seated = near is Nearness.SEAT
        if self._stage.place(caller.id, near):
            going = self.tr("It goes to a seat, in its own time.")
            self._above.notice.say(going if seated else self.tr("It goes there, in its own time."))
        else:
            taken = self.tr("Both seats are taken. It can stay where it is.")
            self._above.notice.say(taken if seated else self.tr("There is no room there. It can stay where it is."))
