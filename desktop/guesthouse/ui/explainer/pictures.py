"""What each shot of the film shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from guesthouse.domain.film import Film, Subject
from guesthouse.domain.scene import Scene
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.hands import paint_hands
from guesthouse.ui.explainer.garden import FilmGarden
from guesthouse.ui.explainer.projector import Projector
from guesthouse.ui.explainer.rungs import Rungs
from guesthouse.ui.explainer.voices import ALL, Voices

STEP = 1.2
"""Seconds in which the camera takes one step back."""


@dataclass(frozen=True)
class Cast:
    """What the film borrows: the garden and its figures, and the two lines that stand around a thought."""

    scene: Scene
    sprites: Sprites
    frames: tuple[str, str]


class Pictures:
    """Paints the shot that is on; what takes long to render is rendered once."""

    def __init__(self, look: Look, film: Film, cast: Cast, art: Path) -> None:
        """``art`` has the film's own pictures, in a folder for each variant."""
        self._look, self._film = look, film
        self._garden = FilmGarden(look, cast.scene, cast.sprites, film.thought)
        self._quiet = Ground(look, "quiet")
        self._voices = Voices(look, (film.thought, *film.voices), art)
        self._rungs = Rungs(look, film.thought, cast.frames)

    def paint(self, painter: QPainter, whole: QRectF, free: QRectF, projector: Projector) -> None:
        """Fill ``whole``; what matters lies in ``free``, above the caption."""
        shot = projector.shot
        if shot.subject is Subject.HANDS:
            paint_hands(painter, self._look, free, self._film.thought, shot.at(projector.share))
        elif shot.subject is Subject.VISITOR:
            covered = whole.height() - free.height()
            self._garden.fit(whole, painter.device().devicePixelRatioF(), covered)
            self._garden.paint(painter, shot.at(projector.share), lively=not projector.still)
        elif shot.subject is Subject.LADDER:
            self._rungs.paint(painter, whole, free, self._height(projector))
        elif shot.subject is Subject.VOICES:
            self._quiet.paint(painter, whole)
            self._voices.paint(painter, free, self._talked(projector))
        else:
            self._rungs.paint_view(painter, whole)

    def _height(self, projector: Projector) -> float:
        """How many rungs up: a step is taken as its shot begins."""
        rung, before = projector.shot.rung, self._film.shots[max(0, projector.number - 1)]
        came_from = before.rung if before.subject is Subject.LADDER else rung
        share = min(1.0, projector.share * projector.shot.seconds / STEP)
        return came_from + (rung - came_from) * share * share * (3 - 2 * share)

    def _talked(self, projector: Projector) -> float:
        """Seconds since the first voice was heard; in a picture that stands still all of them have been."""
        if projector.still:
            return ALL
        before = sum(shot.seconds for shot in self._film.shots[: projector.number] if shot.subject is Subject.VOICES)
        return before + projector.share * projector.shot.seconds
