"""A painted frame of the canvas against the same visitors as stock QGraphicsView items."""

from __future__ import annotations

import dataclasses
import hashlib
import tempfile
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsEllipseItem,
    QGraphicsItemGroup,
    QGraphicsPathItem,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsTextItem,
)

from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.domain.scene import Place, Scene, Spot
from guesthouse.paths import resources
from guesthouse.qt.fonts import load_fonts
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.artwork import Artwork
from guesthouse.ui.canvas.compose import Picture, Shown
from guesthouse.ui.canvas.lens import Lens
from guesthouse.ui.canvas.painter import Mark
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.canvas.stage import Stage
from tests.bench.figures import Row, milliseconds

THOUGHTS = (
    "I should have done more",
    "I’m not good enough",
    "Nobody really gets me",
    "everyone can tell that I don’t know what I am doing here",
)
SIZES = (QSize(1280, 800), QSize(3840, 2160))
CROWDS = (12, 50, 200)
FRAME = 16_000


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
            rows.append(_row(look, size, crowd, crowded=False, bar=0.25 if crowd == 50 else None))
        rows.append(_row(look, size, 50, crowded=True, bar=0.25))
    return rows


def _row(look: Look, size: QSize, crowd: int, *, crowded: bool, bar: float | None) -> Row:
    clock = Clock()
    stage = _stage(look, size, clock, crowded=crowded)
    for i in range(crowd):
        words = f"{THOUGHTS[i % len(THOUGHTS)]} {i}"
        number = int(hashlib.md5(words.encode()).hexdigest()[:8], 16)
        stage.let_in(words, number, returning=i % 3 == 0, visit_id=None)
        _pass(stage, clock, 20)
    _pass(stage, clock, 400 if not crowded else 900)
    image = QImage(size, QImage.Format.Format_RGB32)

    def frame() -> None:
        _pass(stage, clock, 1)
        _painted(stage, image)

    ours = milliseconds(frame, 60, warm=60)
    scene = _stock(stage, size)
    theirs = milliseconds(lambda: _moved_and_painted(scene, image), 20)
    shown = len(stage.view.picture.shown)
    where = "all standing about" if crowded else "in the garden"
    name = f"frame {size.width()}x{size.height()}, {crowd} visitors {where}, {shown} seen"
    stage.hide()
    stage.deleteLater()
    return Row(name, ours, "ms", theirs, "QGraphicsView items", bar)


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


def _painted(stage: Stage, image: QImage) -> None:
    painter = QPainter(image)
    stage.scenery.paint(painter, stage.view.picture, stage.conductor.seconds, Mark())
    painter.end()


def _stock(stage: Stage, size: QSize) -> QGraphicsScene:
    """What one would write without a canvas of one's own: the same backdrop, bodies, bubbles and words as items."""
    scene = QGraphicsScene(0, 0, size.width(), size.height())
    art = Artwork(load_scene(resources() / "scenes" / "garden"), "day", Lens(1068, 800, size, 1.0, size.height()))
    scene.addItem(QGraphicsPixmapItem(art.backdrop))
    picture: Picture = stage.view.picture
    for one in picture.shown:
        caller = stage.callers.caller(one.id)
        scene.addItem(_group(one, caller.words if caller else ""))
    return scene


def _group(one: Shown, words: str) -> QGraphicsItemGroup:
    group = QGraphicsItemGroup()
    body = QPainterPath()
    body.addRoundedRect(one.body, one.body.width() / 2, one.body.width() / 2)
    item = QGraphicsPathItem(body)
    item.setBrush(QBrush(QColor("#8E9CC4")))
    item.setPen(QPen(Qt.PenStyle.NoPen))
    shadow = QGraphicsEllipseItem(one.body.left(), one.foot.y() - 5, one.body.width(), 10)
    shadow.setBrush(QColor(0, 0, 0, 40))
    shadow.setPen(QPen(Qt.PenStyle.NoPen))
    group.addToGroup(shadow)
    group.addToGroup(item)
    for x in (0.38, 0.62):
        eye = QGraphicsEllipseItem(
            one.body.left() + one.body.width() * x - 3, one.body.top() + one.body.height() * 0.4, 6, 6
        )
        eye.setBrush(QColor("#3B3A40"))
        group.addToGroup(eye)
    if one.bubble_rect is not None:
        _add_bubble(group, one.bubble_rect, words)
    return group


def _add_bubble(group: QGraphicsItemGroup, rect: QRectF, words: str) -> None:
    path = QPainterPath()
    path.addRoundedRect(rect, 20, 20)
    ground = QGraphicsPathItem(path)
    ground.setBrush(QColor("#FFFDF8"))
    text = QGraphicsTextItem(words)
    text.setTextWidth(rect.width() - 20)
    text.setPos(rect.left() + 10, rect.top() + 6)
    group.addToGroup(ground)
    group.addToGroup(text)


def _moved_and_painted(scene: QGraphicsScene, image: QImage) -> None:
    for item in scene.items():
        if isinstance(item, QGraphicsItemGroup):
            item.moveBy(0.3, 0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter)
    painter.end()
