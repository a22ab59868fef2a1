"""A painted frame of the canvas against the same visitors as stock QGraphicsView items."""

from __future__ import annotations

import dataclasses
import hashlib
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSignalBlocker, QSize
from PySide6.QtWidgets import QApplication

from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.domain.scene import Place, Scene, Spot
from guesthouse.paths import resources
from guesthouse.qt.fonts import load_fonts
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.sim.passage import Passage
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
PASSING = ("stream", "sky", "railway", "carousel")
NARROW = 20.0
"""So many design units are between two that pass, that fifty are in sight at once."""
FRAME, DRIFTING = 16_000, 33_000
FRAMES, WARM = 150, 30
LONG_ENOUGH = 8
"""Seconds after which no more frames of stock items are painted: each may take a second on a large screen."""
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
    look = _look(app)
    rows = []
    for size in SIZES:
        for crowd in CROWDS:
            rows += _rows(app, look, size, crowd, crowded=False, bar=0.25 if crowd == 50 else None)
        rows += _rows(app, look, size, 50, crowded=True, bar=0.25)
    return rows + passing(app)


def passing(app: QApplication) -> list[Row]:
    """Rows for the scenes in which things pass, fifty in sight at once."""
    look = _look(app)
    return [row for size in SIZES for name in PASSING for row in _passing_rows(app, look, size, name)]


def _look(app: QApplication) -> Look:
    load_fonts()
    return Look(app, Preferences(Path(tempfile.mkdtemp()) / "preferences.ini"), resources() / "themes")


def _passing_rows(app: QApplication, look: Look, size: QSize, name: str) -> list[Row]:
    clock = Clock()
    stage = _shown_stage(look, size, clock, load_scene(resources() / "scenes" / name))
    lanes = [lane.id for lane in stage.scenery.scene.lanes]
    for i in range(54):
        stage.let_in(f"{THOUGHTS[i % 4]} {i}", i * 7, returning=i % 3 == 0, visit_id=None, lane=lanes[i % len(lanes)])
    _open_wide(stage)
    with QSignalBlocker(stage.conductor):
        for _ in range(3000):
            _pass(stage, clock, 1, DRIFTING * 4)
            if sum(0 < one.x < 1068 and not one.unseen for one in stage.conductor.frame.figures) >= 50:
                break
    stage.conductor.set_room(0)
    return _compared(app, stage, clock, f"things on the {name}", DRIFTING)


def _open_wide(stage: Stage) -> None:
    """Let things come in one after the other; a person's canvas has far fewer at once."""
    stage.conductor.set_room(99)
    stage.conductor.set_gap(NARROW)
    course = stage.conductor.course
    assert isinstance(course, Passage)
    course._manner = dataclasses.replace(course._manner, pause=0)


def _in_sight(stage: Stage) -> int:
    view = QRectF(stage.rect())
    return sum(one.body.intersects(view) for one in stage.view.picture.shown)


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
    where = "visitors all standing about" if crowded else "visitors in the garden"
    return _compared(app, stage, clock, where, FRAME, crowd=crowd, bar=bar)


def _compared(
    app: QApplication, stage: Stage, clock: Clock, what: str, frame: int, *, crowd: int = 50, bar: float | None = 0.25
) -> list[Row]:
    """Frames of ours, then the same as stock items."""
    for _ in range(WARM):
        _pass(stage, clock, 1, frame)
        app.processEvents()
    mine = Times()
    for _ in range(FRAMES):
        mine.take(lambda: _pass(stage, clock, 1, frame), app.processEvents)
    stock = StockGarden(stage)
    stage.view.setUpdatesEnabled(False)
    theirs = Times()
    until = time.perf_counter() + LONG_ENOUGH
    for number in range(FRAMES):
        _pass(stage, clock, 1, frame)
        app.processEvents()
        theirs.take(stock.take, app.processEvents)
        if number > 2 and time.perf_counter() > until:
            break
    crowd_seen = f"{stage.width()}x{stage.height()}, {crowd} {what}, {_in_sight(stage)} seen"
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
        start = time.process_time()
        pose()
        posed = time.process_time()
        paint()
        self._painting.append((time.process_time() - posed) * 1000)
        self._poses.append((posed - start) * 1000)

    @property
    def painting(self) -> float:
        """Milliseconds to paint one frame: the mean, since frames differ in how much of them moves."""
        return trimmed(self._painting[self._warm :])

    @property
    def whole(self) -> float:
        """Milliseconds for poses and painting."""
        return self.painting + trimmed(self._poses[self._warm :])

    @property
    def _warm(self) -> int:
        """The first frames do not count; of few, the first one alone."""
        return WARM if len(self._painting) > 2 * WARM else 1


def _stage(look: Look, size: QSize, clock: Clock, *, crowded: bool) -> Stage:
    scene = load_scene(resources() / "scenes" / "garden")
    stage = _shown_stage(look, size, clock, _roomy(scene) if crowded else scene)
    stage.conductor.set_room(99)
    return stage


def _shown_stage(look: Look, size: QSize, clock: Clock, scene: Scene) -> Stage:
    stage = Stage(scene, Sprites(load_figures(resources() / "figures")), look, lambda: 5, clock=clock)
    stage.resize(size)
    stage.show()
    stage.conductor.set_shown(True)
    return stage


def _roomy(scene: Scene) -> Scene:
    """The same garden with fifty standing places, so that every visitor has its bubble at once."""
    spots = tuple(
        Spot(f"spot {i}", Place(60 + 19 * i, 560 + 22 * (i % 5), 0.9), min(0.95, 0.05 + i * 0.017)) for i in range(50)
    )
    return dataclasses.replace(scene, spots=spots)


def _pass(stage: Stage, clock: Clock, frames: int, frame: int = FRAME) -> None:
    for _ in range(frames):
        clock.now += frame
        stage.conductor.tick()
