"""The canvas as one widget: visitors in motion or as cards, the whole words of one, and their time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedLayout, QWidget

from guesthouse.domain.scene import Nearness, Scene
from guesthouse.domain.thought import Wording
from guesthouse.qt.look import Look
from guesthouse.sim.frame import Frame
from guesthouse.ui.canvas.absence import Absence
from guesthouse.ui.canvas.attention import Attention
from guesthouse.ui.canvas.callers import Caller, Callers
from guesthouse.ui.canvas.cards import WIDEST, CardList
from guesthouse.ui.canvas.conductor import Conductor
from guesthouse.ui.canvas.crowding import room_for
from guesthouse.ui.canvas.describe import came, stays, went
from guesthouse.ui.canvas.exposure import Exposure
from guesthouse.ui.canvas.painter import Mark
from guesthouse.ui.canvas.picture import Picture
from guesthouse.ui.canvas.plain import MORE
from guesthouse.ui.canvas.scenery import Scenery
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.canvas.view import CanvasView
from guesthouse.ui.canvas.whole import WholeWords
from guesthouse.ui.canvas.wording import framing
from guesthouse.ui.parts.announce import announce

BARE = "QListView { border: none; border-radius: 0; padding: 0; background: transparent; }"


class Stage(QWidget):
    """One scene and everyone in it; thoughts are handed in, and those who left are handed out."""

    left = Signal(list)
    """Callers who went on."""

    rests = Signal()
    """The plain cards take more room now, or less."""

    attention = Signal(object)
    """The Caller that has the keyboard's focus or was touched last, or None; it stays when a control is focused."""

    def __init__(
        self,
        scene: Scene,
        sprites: Sprites,
        look: Look,
        seed: Callable[[], int],
        parent: QWidget | None = None,
        *,
        clock: Callable[[], int] | None = None,
    ) -> None:
        """An empty scene; ``seed`` gives a number for each new visit to the canvas, ``clock`` microseconds."""
        super().__init__(parent)
        self._look, self._seed = look, seed
        self._margins = (70, 100)
        self._aside: QRect | None = None
        self._next_id = 0
        self.callers = Callers(self)
        self.callers.set_scene(scene)
        self.scenery = Scenery(scene, sprites, look, self.callers)
        self.conductor = Conductor(scene, seed(), clock, self)
        self.view = CanvasView(self.callers, self._paint, self)
        self.cards = CardList(self.callers, look, self.scenery.portrait, self)
        self.whole = WholeWords(look, self)
        self.attended = Attention(self.callers, self)
        self._exposure = Exposure(self, lambda shown: self.conductor.set_shown(shown and not self.absence.lasts))
        self.absence = Absence(
            self.callers,
            self.conductor,
            put_away=self._put_away,
            settle=self.cards.settle,
            look=self._exposure.look,
        )
        self._arrange()
        self._wire()

    def let_in(
        self, words: str, seed: int, *, returning: bool, visit_id: str | None, lane: str = "", plain: bool = False
    ) -> None:
        """A thought comes, on the ``lane`` a person chose, if any; a ``plain`` one has no visitor, and stays."""
        self._next_id += 1
        caller = Caller(self._next_id, words, seed, returning, visit_id, lane, plain)
        self.callers.add(caller)
        if plain:
            self._compose(self.conductor.frame)
            announce(self.here, stays())
            return
        self._make_room()
        self.conductor.let_in(caller.id, lane)
        announce(self.here, came(words))

    def change_scene(self, scene: Scene) -> None:
        """Go elsewhere with everyone here, those who wait too; nobody comes anew, and the list stays as it is."""
        if scene is self.scenery.scene:
            return
        lanes = {lane.id for lane in scene.lanes}
        self.scenery.change_scene(scene)
        self.whole.hide()
        self.conductor.change_scene(scene, self._seed(), lambda key: self.callers.lane_of(key, lanes))
        self.callers.set_scene(scene)
        self._fit()

    def place(self, caller_id: int, near: Nearness) -> bool:
        """Say how near a caller stays; False where this scene has no such place, or it is taken or gone."""
        return self.conductor.place(caller_id, near)

    def end(self) -> list[Caller]:
        """The visit is over: nobody is here any more; returns those who were."""
        everyone = self.callers.remove([caller.id for caller in self.callers.everyone()])
        self.scenery.forget([caller.id for caller in everyone])
        self.absence.is_over()
        self.conductor.end(self._seed())
        self.whole.forget()
        return everyone

    def set_wording(self, wording: Wording) -> None:
        """Another framing line for everyone here."""
        self.scenery.reword(wording)
        self.whole.hide()
        self.cards.restyle(self.scenery.wording)
        self._fit()

    def set_faces(self, faces: bool) -> None:
        """Faces on, or off."""
        self.scenery.faces = faces
        self.cards.restyle(self.scenery.wording)
        self._compose(self.conductor.frame)

    def set_motion(self, level: str) -> None:
        """``full``, ``calm`` or ``still``."""
        had_focus = self.view.hasFocus() or self.cards.hasFocus()
        still = level == "still"
        self.scenery.lively = level == "full"
        self._layers.setCurrentWidget(self._still if still else self.view)
        self.conductor.set_motion(level)
        if had_focus:
            (self.cards if still else self.view).setFocus()
        self.whole.raise_()

    def set_margins(self, top: int, bottom: int, aside: QRect | None = None) -> None:
        """How many pixels at the top and the bottom lie under controls; ``aside`` is where cards have room then."""
        if (top, bottom, aside) != (*self._margins, self._aside):
            self._margins, self._aside = (top, bottom), aside
            self.whole.keep_clear(top, bottom)
            self._fit()

    @property
    def here(self) -> CanvasView | CardList:
        """The list of those here that can be seen now."""
        return self.cards if self._layers.currentWidget() is self._still else self.view

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Render for the new size."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Time passes while the canvas can be seen."""
        super().showEvent(event)
        self._fit()
        self._exposure.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden hour is as if it had not been."""
        super().hideEvent(event)
        self.conductor.set_shown(False)
        self.whole.hide()

    def _arrange(self) -> None:
        for view in (self.view, self.cards):
            view.setStyleSheet(BARE)
            view.setAccessibleName(self.tr("Visitors here now"))
        self._still = _StillGround(self.scenery, self.cards, self)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.view)
        self._layers.addWidget(self._still)
        self._layers.setContentsMargins(0, 0, 0, 0)

    def _wire(self) -> None:
        self.conductor.moved.connect(self._compose)
        self.conductor.gone.connect(self._gone)
        for view in (self.view, self.cards):
            view.nudged.connect(self._touched)
            view.opened.connect(self._open)
            self.attended.heed(view)
        self.attended.changed.connect(self.attention)
        self.view.attention.connect(lambda: self._compose(self.conductor.frame))
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        if self.width() < 2 or self.height() < 2 or not self.isVisible():
            return
        top, bottom = self._margins
        band = self.scenery.plain.band
        self.scenery.plain.mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.scenery.fit(self.size(), self.devicePixelRatioF(), top=top, bottom=bottom)
        self._make_room()
        self._still.fit(top, bottom, self._look.px(WIDEST), self._aside)
        self.cards.restyle(self.scenery.wording)
        self._compose(self.conductor.frame)
        self.view.viewport().update()
        if self.whole.isVisible():
            self.whole.adjust()
        if band != self.scenery.plain.band:
            self.rests.emit()

    def _rest(self) -> None:
        """Other plain cards are to be seen than lie here."""
        band = self.scenery.plain.band
        self.scenery.rest()
        if band != self.scenery.plain.band:
            self._make_room()
            self.rests.emit()

    def _make_room(self) -> None:
        """As many at once as this canvas has room for."""
        if not self.scenery.carries:
            covered = sum(self._margins) + round(self.scenery.plain.band)
            self.conductor.set_room(room_for(self.width(), self.height() - covered, self._look.scale))
        elif self.scenery.ready:
            room, gap = self.scenery.crowding()
            self.conductor.set_gap(gap)
            self.conductor.set_room(room)

    def _compose(self, frame: Frame) -> None:
        if self.absence.lasts:
            return
        self.callers.note({figure.id: figure.doing for figure in frame.figures})
        if not self.scenery.ready or self.here is self.cards:
            return
        if not self.scenery.plain.suit(self.view.spoken_for):
            self._rest()
        picture, also = self.scenery.compose(frame, self.conductor.ambient_seconds, self.view.spoken_for)
        self.conductor.keep_painting(picture.restless)
        self.view.show_picture(picture, also)

    def _paint(self, painter: QPainter, picture: Picture, mark: Mark, within: QRectF) -> None:
        self.scenery.paint(painter, picture.within(within), self.conductor.ambient_seconds, mark)

    def _gone(self, caller_ids: list[int]) -> None:
        gone = self.callers.remove(caller_ids)
        self.scenery.forget(caller_ids)
        for caller in gone:
            announce(self.here, went(caller.words, self.scenery.scene))
        self.left.emit(gone)

    def _put_away(self) -> None:
        """No word of anybody is held, and nothing that was rendered of one."""
        self.attended.turn_to(None)
        self.callers.put_away()
        self.cards.settle()
        self.scenery.forget_all()
        self.view.show_picture(Picture(), [self.view.viewport().rect()])
        self.whole.forget()

    def _open(self, caller_id: int) -> None:
        """Show the whole words of a caller whose bubble or card holds only their beginning."""
        caller = self.callers.caller(caller_id)
        if caller is not None and self._is_long(caller):
            self.whole.show_words(caller.words, "" if caller.plain else framing(self.scenery.wording))
        else:
            self.whole.hide()

    def _is_long(self, caller: Caller) -> bool:
        if self.here is self.cards:
            return self.cards.delegate.is_long(caller, self.cards.viewport().width())
        if caller.plain and self.scenery.ready and not self.scenery.plain.suit(caller.id):
            self._rest()  # it is seen from now on, and known whether all of it is
        return self.scenery.is_long(caller.id)

    def _touched(self, caller_id: int) -> None:
        """A nudge; a plain card is not to be nudged, but opens, and the sign of more of them leads to the next."""
        if caller_id == MORE:
            self.view.turn_to(self.scenery.plain.hidden)
            return
        caller = self.callers.caller(caller_id)
        if caller is not None and caller.plain:
            self._open(caller_id)
            return
        self.conductor.nudge(caller_id)


class _StillGround(QWidget):
    """The scene standing still, with the column of cards before it."""

    def __init__(self, scenery: Scenery, cards: CardList, parent: QWidget) -> None:
        super().__init__(parent)
        self._scenery, self._cards, self._stage = scenery, cards, parent
        cards.setParent(self)

    def fit(self, top: int, bottom: int, widest: int, aside: QRect | None) -> None:
        """Put the column between the controls at the top and the field at the bottom, or ``aside``."""
        if aside is not None:
            self._cards.setGeometry(aside)
            return
        room = self._stage.size()
        width = min(widest, room.width() - 48)
        x = (room.width() - width) // 2
        self._cards.setGeometry(x, top, width, max(80, room.height() - top - bottom))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The backdrop."""
        painter = QPainter(self)
        self._scenery.paint_backdrop(painter)
        painter.end()
