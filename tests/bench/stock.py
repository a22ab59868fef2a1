"""The same visitors as one would draw them without a canvas of one's own: stock items in a QGraphicsView.

Same backdrop, same artwork (QGraphicsSvgItem for each part or carrier), same bubbles and words; each frame the
items take the pose that our canvas shows. The view repaints only what changed, as it does by itself.
"""

from __future__ import annotations

from math import sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QRadialGradient, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtSvgWidgets import QGraphicsSvgItem
from PySide6.QtWidgets import (
    QGraphicsEllipseItem,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsTextItem,
    QGraphicsView,
)

from guesthouse.content.scenes import load_figures
from guesthouse.paths import resources
from guesthouse.sim.frame import Figure
from guesthouse.ui.canvas.picture import Riding, Shown, Visiting
from guesthouse.ui.canvas.scenery import FLOATING
from guesthouse.ui.canvas.sprites import STRIDES, TALL
from guesthouse.ui.canvas.stage import Stage

NO_PEN = QPen(Qt.PenStyle.NoPen)
PARTS = ("foot-left", "foot-right", "body", "cheeks", "eyes", "lids", "mouth")


class StockVisitor:
    """One visitor as items: a shadow, a figure of its parts, a bubble with its words, the pill under it."""

    def __init__(self, scene: QGraphicsScene, renderer: QSvgRenderer, one: Visiting, words: str, font: object) -> None:
        self.root = QGraphicsRectItem()
        self.root.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self._shadow()
        self.figure = QGraphicsRectItem(self.root)
        self.figure.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self.parts = {name: self._part(renderer, name) for name in PARTS if renderer.elementExists(name)}
        self.bubble = self._bubble(one, words, font) if one.bubble_rect is not None else None
        self.here_before = self._pill() if one.pill is not None else None
        scene.addItem(self.root)
        if self.bubble is not None:
            scene.addItem(self.bubble)

    def take(self, one: Visiting) -> None:
        """Stand as ``one`` does."""
        unit = one.look.height / TALL
        self.root.setScale(unit)
        self.root.setPos(one.foot)
        walking = one.look.stride >= 0
        swing = sin(tau * one.look.stride / STRIDES) if walking else 0.0
        self.figure.setRotation(2.6 * swing)
        self.parts["foot-left"].setY(self.feet[0] - max(0.0, swing) * 7)
        self.parts["foot-right"].setY(self.feet[1] - max(0.0, -swing) * 7)
        if "lids" in self.parts:
            self.parts["lids"].setVisible(one.look.lids)
            self.parts["eyes"].setVisible(not one.look.lids)
        if self.bubble is not None and one.bubble_rect is not None:
            self.bubble.setPos(one.bubble_rect.topLeft())

    @property
    def feet(self) -> tuple[float, float]:
        """Where the feet are when they stand."""
        return self._feet

    def _shadow(self) -> None:
        shadow = QGraphicsEllipseItem(-52, -11, 104, 22, self.root)
        gradient = QRadialGradient(0, 0, 52)
        gradient.setColorAt(0, QColor(30, 36, 40, 76))
        gradient.setColorAt(1, QColor(30, 36, 40, 0))
        shadow.setBrush(QBrush(gradient))
        shadow.setPen(NO_PEN)

    def _part(self, renderer: QSvgRenderer, name: str) -> QGraphicsSvgItem:
        item = QGraphicsSvgItem(self.figure)
        item.setSharedRenderer(renderer)
        item.setElementId(name)
        place = renderer.boundsOnElement(name)
        item.setPos(place.x() - 60, place.y() - 140)
        if name == "foot-left":
            self._feet = (item.y(), item.y())
        if name == "foot-right":
            self._feet = (self._feet[0], item.y())
        return item

    def _pill(self) -> QGraphicsPathItem:
        path = QPainterPath()
        path.addRoundedRect(QRectF(-46, 10, 92, 26), 13, 13)
        pill = QGraphicsPathItem(path, self.root)
        pill.setBrush(QColor("#FFFDF8"))
        pill.setPen(NO_PEN)
        text = QGraphicsSimpleTextItem("here before", pill)
        text.setPos(-36, 14)
        return pill

    def _bubble(self, one: Visiting, words: str, font: object) -> QGraphicsPathItem:
        assert one.bubble_rect is not None
        rect = QRectF(0, 0, one.bubble_rect.width(), one.bubble_rect.height())
        ground = None
        for grow, alpha in ((5, 9), (3, 12), (1, 15)):
            path = QPainterPath()
            path.addRoundedRect(rect.adjusted(-grow, -grow + 2, grow, grow + 1), 22 + grow, 22 + grow)
            shade = QGraphicsPathItem(path, ground)
            shade.setBrush(QColor(40, 36, 44, alpha))
            shade.setPen(NO_PEN)
            ground = ground or shade
        path = QPainterPath()
        path.addRoundedRect(rect, 22, 22)
        path.moveTo(rect.center().x() - 9, rect.bottom())
        path.lineTo(rect.center().x(), rect.bottom() + 10)
        path.lineTo(rect.center().x() + 9, rect.bottom())
        card = QGraphicsPathItem(path, ground)
        card.setBrush(QColor("#FFFDF8"))
        card.setPen(NO_PEN)
        text = QGraphicsTextItem(words, card)
        text.setFont(font)  # type: ignore[arg-type]
        text.setTextWidth(rect.width() - 24)
        text.setPos(12, 8)
        assert ground is not None
        return ground


class StockCarrier:
    """What passes, as items: its artwork stretched as ours is, its words, the pill under it."""

    def __init__(self, scene: QGraphicsScene, renderer: QSvgRenderer, one: Riding, words: str, font: object) -> None:
        self.root = QGraphicsRectItem()
        self.root.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        art = QGraphicsSvgItem(self.root)
        art.setSharedRenderer(renderer)
        size = art.boundingRect().size()
        art.setTransform(QTransform.fromScale(one.body.width() / size.width(), one.body.height() / size.height()))
        text = QGraphicsTextItem(words, self.root)
        text.setFont(font)  # type: ignore[arg-type]
        text.setTextWidth(one.ride.words.width() + 10)
        text.setPos(one.ride.words.topLeft())
        if one.ride.whole.bottom() > one.ride.size.height() + 1:
            self._pill(one)
        scene.addItem(self.root)

    def take(self, one: Riding, at: QPointF) -> None:
        """Be where the scene has it, between two pixels, too: that is what stock items are for."""
        self.root.setPos(at - one.ride.anchor)

    def _pill(self, one: Riding) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(0, 0, 92, 26), 13, 13)
        pill = QGraphicsPathItem(path, self.root)
        pill.setBrush(QColor("#FFFDF8"))
        pill.setPen(NO_PEN)
        pill.setPos(one.ride.size.width() / 2 - 46, one.ride.whole.bottom() - 26)
        QGraphicsSimpleTextItem("here before", pill).setPos(10, 4)


class StockGarden:
    """A QGraphicsView that shows what ``stage`` shows."""

    def __init__(self, stage: Stage) -> None:
        size = stage.size()
        self._stage = stage
        self.scene = QGraphicsScene(0, 0, size.width(), size.height())
        assert stage.scenery.art is not None
        self.scene.addItem(QGraphicsPixmapItem(stage.scenery.art.backdrop))
        self._renderers: dict[str, QSvgRenderer] = {}
        self.visitors: dict[int, StockVisitor | StockCarrier] = {}
        for one in stage.view.picture.shown:
            self.visitors[one.id] = self._stock(one)
        for rect, pixmap in stage.scenery.art.front:
            self.scene.addItem(item := QGraphicsPixmapItem(pixmap))
            item.setPos(rect.topLeft())
        self.view = QGraphicsView(self.scene)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.view.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.resize(size)
        self.view.show()

    def take(self) -> None:
        """Every visitor takes the pose it has on the canvas now."""
        figures = {figure.id: figure for figure in self._stage.conductor.frame.figures}
        for one in self._stage.view.picture.shown:
            visitor = self.visitors.get(one.id)
            if isinstance(visitor, StockCarrier) and isinstance(one, Riding):
                visitor.take(one, self._exactly(figures[one.id]))
            elif isinstance(visitor, StockVisitor) and isinstance(one, Visiting):
                visitor.take(one)

    def _exactly(self, figure: Figure) -> QPointF:
        art, bob = self._stage.scenery.art, FLOATING.get(self._stage.scenery.scene.behaviour, 0.0)
        assert art is not None
        return art.lens.point(figure.x, figure.y) + QPointF(0, figure.pose.breath * bob * art.lens.k)

    def _stock(self, one: Shown) -> StockVisitor | StockCarrier:
        caller = self._stage.callers.caller(one.id)
        words = caller.words if caller else ""
        if isinstance(one, Riding):
            font = QFont(self._stage.font())
            font.setPixelSize(round(one.ride.size.height() / 8))
            return StockCarrier(self.scene, self._renderer(str(one.ride.file)), one, words, font)
        assert isinstance(one, Visiting)
        file = load_figures(resources() / "figures")[one.look.figure].file
        return StockVisitor(self.scene, self._renderer(str(file)), one, words, self._stage.font())

    def _renderer(self, file: str) -> QSvgRenderer:
        if file not in self._renderers:
            self._renderers[file] = QSvgRenderer(file)
        return self._renderers[file]
