"""The visitor of the film: one coming and going in the garden, the same each time."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from guesthouse.domain.scene import Scene
from guesthouse.qt.look import Look
from guesthouse.sim.course import Course
from guesthouse.sim.courses import course
from guesthouse.ui.canvas.callers import Caller, Callers
from guesthouse.ui.canvas.painter import Mark
from guesthouse.ui.canvas.scenery import Scenery
from guesthouse.ui.canvas.sprites import Sprites

SEED = 11
"""A visit that stands in the middle of the picture soon."""

VISITOR, FIGURE = 1, 0
TICK = 250_000
"""Bubbles find their place as time passes: so many microseconds at once when the film is wound on."""


class FilmGarden:
    """Paints the garden at a moment of the visit; going back begins the visit again."""

    def __init__(self, look: Look, scene: Scene, sprites: Sprites, words: str) -> None:
        """``words`` are what the visitor says."""
        self._scene = scene
        self._callers = Callers()
        self._callers.add(Caller(VISITOR, words, FIGURE, False, None))
        self._scenery = Scenery(scene, sprites, look, self._callers)
        self._course = self._begin()
        self._at = 0

    def fit(self, whole: QRectF, dpr: float, covered: float) -> None:
        """For a picture of this size whose lowest ``covered`` pixels lie under the caption."""
        self._scenery.fit(whole.size().toSize(), dpr, top=24, bottom=covered)

    def paint(self, painter: QPainter, seconds: float, *, lively: bool) -> None:
        """The garden ``seconds`` after the visitor set out."""
        self._scenery.lively = lively
        self._go_to(round(seconds * 1_000_000))
        picture, _ = self._scenery.compose(self._course.frame(), seconds, None)
        self._scenery.paint(painter, picture, seconds, Mark())

    def _go_to(self, moment: int) -> None:
        if moment < self._at:
            self._course, self._at = self._begin(), 0
        while self._at < moment:
            step = min(TICK, moment - self._at)
            self._course.advance(step)
            self._at += step

    def _begin(self) -> Course:
        begun = course(self._scene, SEED)
        begun.let_in(VISITOR)
        return begun
