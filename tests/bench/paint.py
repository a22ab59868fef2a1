"""A painted frame of the canvas against the same visitors as stock QGraphicsView items."""

from __future__ import annotations

import dataclasses
import hashlib
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.domain.scene import Place, Scene, Spot
from guesthouse.paths import resources
from guesthouse.qt.fonts import load_fonts
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.canvas.stage import Stage
from tests.bench.figures import Row, trimmed
from tests.bench.stock import StockGarden

THOUGHTS = (
    "I should have done more",
    "I’m not good enough",
    "Nobody really gets me",
    "everyone can tell that I don’t know what I am doing here",
)
SIZES = (QSize(1280, 800), QSize(3840, 2160))
CROWDS = (12, 50, 200)
FRAME = 16_000
FRAMES, WARM = 150, 30
WALK = 1500
"""So many frames are painted before any is measured: a visit lasts minutes, and its sprites come early."""


class Clock:
    """Microseconds that pass when the bench says so."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        """The microseconds so far."""
        return self.now


def measure(app: QApplication) -> list[Row]:
    """Rows for every crowd and size: the garden as it is, and, harder, a garden where everyone stands about at once."""
    load_fonts()
    look = Look(app, Preferences(Path(tempfile.mkdtemp()) / "preferences.ini"), resources() / "themes")
    rows = []
    for size in SIZES:
        for crowd in CROWDS:
            rows += _rows(app, look, size, crowd, crowded=False, bar=0.25 if crowd == 50 else None)
        rows += _rows(app, look, size, 50, crowded=True, bar=0.25)
    return rows


def _rows(app: QApplication, look: Look, size: QSize, crowd: int, *, crowded: bool, bar: float | None) -> list[Row]:
    clock = Clock()
    stage = _stage(look, size, clock, crowded=crowded)
    for i in range(crowd):
        words = f"{THOUGHTS[i % len(THOUGHTS)]} {i}"
        number = int(hashlib.md5(words.encode()).hexdigest()[:8], 16)
        stage.let_in(words, number, returning=i % 3 == 0, visit_id=None)
        _pass(stage, clock, 20)
    _pass(stage, clock, 400 if not crowded else 900)
    for _ in range(WALK):
        _pass(stage, clock, 1)
        app.processEvents()
    mine = Times()
    for _ in range(FRAMES):
        mine.take(lambda: _pass(stage, clock, 1), app.processEvents)
    stock = StockGarden(stage)
    stage.view.setUpdatesEnabled(False)
    theirs = Times()
    for _ in range(FRAMES):
        _pass(stage, clock, 1)
        app.processEvents()
        theirs.take(stock.take, app.processEvents)
    where = "all standing about" if crowded else "in the garden"
    crowd_seen = f"{size.width()}x{size.height()}, {crowd} visitors {where}, {len(stage.view.picture.shown)} seen"
    for widget in (stage, stock.view):
        widget.hide()
        widget.deleteLater()
    return [
        Row(f"painted frame {crowd_seen}", mine.painting, "ms", theirs.painting, "QGraphicsView items", bar),
        Row("    with finding its poses", mine.whole, "ms", theirs.whole, "QGraphicsView, poses given"),
    ]


class Times:
    """Frame by frame, the time to find the poses and the time to paint them."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._poses: list[float] = []
        self._painting: list[float] = []

    def take(self, pose: Callable[[], object], paint: Callable[[], object]) -> None:
        """One frame."""
        start = time.perf_counter()
        pose()
        posed = time.perf_counter()
        paint()
        self._painting.append((time.perf_counter() - posed) * 1000)
        self._poses.append((posed - start) * 1000)

    @property
    def painting(self) -> float:
        """Milliseconds to paint one frame: the mean, since frames differ in how much of them moves."""
        return trimmed(self._painting[WARM:])

    @property
    def whole(self) -> float:
        """Milliseconds for poses and painting."""
        return self.painting + trimmed(self._poses[WARM:])


def _stage(look: Look, size: QSize, clock: Clock, *, crowded: bool) -> Stage:
    scene = load_scene(resources() / "scenes" / "garden")
    stage = Stage(
        _roomy(scene) if crowded else scene,
        Sprites(load_figures(resources() / "figures")),
        look,
        lambda: 5,
        clock=clock,
    )
    stage.resize(size)
    stage.show()
    stage.conductor.set_shown(True)
    stage.conductor.set_room(99)
    return stage


def _roomy(scene: Scene) -> Scene:
    """The same garden with fifty standing places, so that every visitor has its bubble at once."""
    spots = tuple(
        Spot(f"spot {i}", Place(60 + 19 * i, 560 + 22 * (i % 5), 0.9), min(0.95, 0.05 + i * 0.017)) for i in range(50)
    )
    return dataclasses.replace(scene, spots=spots)


def _pass(stage: Stage, clock: Clock, frames: int) -> None:
    for _ in range(frames):
        clock.now += FRAME
        stage.conductor.tick()
