"""What one may do with the visitor one attends to, and what is said about it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from guesthouse.domain.errand import Take
from guesthouse.domain.scene import Behaviour, Nearness, Scene
from guesthouse.sim.frame import Doing
from guesthouse.ui.canvas.callers import Caller, Callers
from guesthouse.ui.canvas.stage import Stage
from guesthouse.ui.visitors.above import AboveDoor


class Attending(QObject):
    """Brings the bar to the visitor with the focus or the last touch, and hears its buttons."""

    another_way = Signal()
    """The words of :meth:`taken` are to be looked at in an exercise."""

    support = Signal()
    """Support is asked for, beside a plain card."""

    rated = Signal(object)
    """How it is with this Caller now is to be asked."""

    def __init__(self, stage: Stage, above: AboveDoor) -> None:
        """Nobody has come yet."""
        super().__init__(stage)
        self._stage, self._above = stage, above
        self._beside = above.beside
        stage.attention.connect(self._attend)
        self._beside.near.connect(self._place)
        self._beside.another_way.connect(self.another_way)
        self._beside.support.connect(self.support)
        self._beside.rated.connect(lambda: self.rated.emit(self._beside.caller))

    def suit(self, scene: Scene, gate: str, *, rates: bool) -> None:
        """Another scene, or ratings switched."""
        places = scene.behaviour is Behaviour.VISITORS
        self._beside.suit(places=places, gate=gate, rates=rates)

    def taken(self) -> Take:
        """The words of the visitor that one attends to, or none; what is not written down here is not there, either.

        A plain card is taken nowhere.
        """
        caller = self._beside.caller
        return Take() if caller is None or caller.plain else Take(caller.words, keep=caller.visit_id is not None)

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
        elif self._doing(caller) is Doing.LEAVING:
            self._above.notice.say(self.tr("It is on its way already."))
        else:
            full = self.tr("Both seats are taken. It can stay where it is.")
            self._above.notice.say(full if seated else self.tr("There is no room there. It can stay where it is."))

    def _doing(self, caller: Caller) -> Doing | None:
        row = self._stage.callers.row(caller.id)
        doing = None if row is None else self._stage.callers.index(row).data(Callers.DoingRole)
        return doing if isinstance(doing, Doing) else None
