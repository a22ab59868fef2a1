"""Painting a form: a stone-like body in soft light on a plain, grounded by its shadow. It has no face."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

from guesthouse.qt.look import Look
from guesthouse.sim.exercises.object import Form, Seen, placed, seen

COOL_TO_WARM = ("#7B93AB", "#7F9D94", "#B3AD86", "#C29A72", "#B97F6C", "#97687A")
SMALLEST = 14.0
"""Pixels of its radius at the least, however small and far it is set."""


def tint(form: Form, look: Look) -> QColor:
    """Its colour, from cool to warm; a little deeper at night."""
    place = form.colour / 100 * (len(COOL_TO_WARM) - 1)
    first = min(int(place), len(COOL_TO_WARM) - 2)
    one, other = QColor(COOL_TO_WARM[first]), QColor(COOL_TO_WARM[first + 1])
    mixed = _mixed(one, other, place - first)
    return _mixed(mixed, QColor("#141A34"), 0.34) if look.theme == "night" else mixed


def spot(form: Form, plain: QRectF, across: float) -> tuple[QPointF, float]:
    """Where on ``plain`` it lies, and how many pixels a unit of it has there; all of it stays inside."""
    at = placed(form)
    unit = max(SMALLEST, at.unit * plain.height())
    reach = unit * 1.35
    x = plain.left() + plain.width() * across
    x = min(max(x, plain.left() + reach), max(plain.left() + reach, plain.right() - reach))
    return QPointF(x, plain.top() + plain.height() * at.depth), unit


def paint_form(painter: QPainter, look: Look, form: Form, at: tuple[QPointF, float], *, turn: float, seed: int) -> None:
    """Paint it after ``turn`` quarter turns, at a :func:`spot`."""
    body = seen(form, turn, seed)
    foot, unit = at
    painter.save()
    painter.translate(foot)
    painter.scale(unit, unit)
    if look.theme == "contrast":
        _paint_plainly(painter, look, form, body, unit)
    else:
        _paint_shadow(painter, look, form)
        _paint_body(painter, look, form, body)
    painter.restore()


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, -y) for x, y in points])


def _paint_shadow(painter: QPainter, look: Look, form: Form) -> None:
    """On the ground, to the left, away from the light; denser the heavier it is."""
    heavy = form.weight / 100
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor("#05081A" if look.theme == "night" else "#4A3423")
    for x, wide, tall, dense in ((-0.34, 1.5, 0.26, 0.18 + 0.16 * heavy), (-0.06, 1.06, 0.15, 0.3 + 0.3 * heavy)):
        painter.save()
        painter.translate(x, 0.0)
        painter.scale(wide, tall)
        soft = QRadialGradient(QPointF(0, 0), 1.0)
        for where, share in ((0.0, 1.0), (0.5, 0.75), (0.78, 0.3), (1.0, 0.0)):
            shade.setAlphaF(dense * share)
            soft.setColorAt(where, shade)
        painter.setBrush(soft)
        painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
        painter.restore()


def _paint_body(painter: QPainter, look: Look, form: Form, body: Seen) -> None:
    colour = tint(form, look)
    outline = _polygon(body.outline)
    path = QPainterPath()
    path.addPolygon(outline)
    path.closeSubpath()
    box = outline.boundingRect()
    light = QRadialGradient(QPointF(box.center().x() + box.width() * 0.18, box.top() + box.height() * 0.26), 1.75)
    for where, amount in ((0.0, 0.46), (0.28, 0.2), (0.6, -0.14), (1.0, -0.5)):
        light.setColorAt(where, _lit(colour, amount))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light)
    painter.drawPath(path)
    painter.setClipPath(path)
    _paint_facets(painter, colour, form, body)
    ground = QLinearGradient(0, -0.42, 0, 0)
    ground.setColorAt(0, Qt.GlobalColor.transparent)
    dark = QColor("#0A0C1E" if look.theme == "night" else "#2E2018")
    dark.setAlphaF(0.42)
    ground.setColorAt(1, dark)
    painter.setBrush(ground)
    painter.drawRect(box)
    for grain in body.grains:
        speck = QColor("#FFFFFF" if grain.light > 0 else "#1C1410")
        speck.setAlphaF(min(1.0, (0.10 + 0.16 * form.surface / 100) * (0.4 + abs(grain.light))))
        painter.setBrush(speck)
        painter.drawEllipse(QPointF(grain.at[0], -grain.at[1]), grain.radius * 1.2, grain.radius)


def _paint_facets(painter: QPainter, colour: QColor, form: Form, body: Seen) -> None:
    """Its planes, as far as it has an edge."""
    edged = form.edge / 100
    if edged <= 0:
        return
    for facet in body.facets:
        plane = _lit(colour, 0.42 * facet.light if facet.light > 0 else 0.6 * facet.light)
        plane.setAlphaF(0.78 * edged)
        painter.setBrush(plane)
        seam = QColor(plane)
        seam.setAlphaF(0.5 * edged)
        painter.setPen(QPen(seam, 0.008))
        painter.drawPolygon(_polygon(facet.points))
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_plainly(painter: QPainter, look: Look, form: Form, body: Seen, unit: float) -> None:
    """Outlines alone, for those who need them clear."""
    pen = QPen(look.colour("ink"), 2.4 / unit)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(look.colour("card"))
    painter.drawPolygon(_polygon(body.outline))
    painter.drawLine(QPointF(-1.5, 0), QPointF(1.2, 0))
    path = QPainterPath()
    path.addPolygon(_polygon(body.outline))
    painter.setClipPath(path)
    if form.edge > 40:
        painter.setPen(QPen(look.colour("soft"), 1.2 / unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for facet in body.facets:
            painter.drawPolygon(_polygon(facet.points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("lamp"))
    for grain in body.grains:
        painter.drawEllipse(QPointF(grain.at[0], -grain.at[1]), grain.radius, grain.radius)


def _lit(colour: QColor, amount: float) -> QColor:
    """``colour`` in more light (up to 1) or more shade (down to -1)."""
    return _mixed(colour, QColor("#FFF5E4" if amount > 0 else "#221A2A"), abs(amount))


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    pairs = ((one.redF(), other.redF()), (one.greenF(), other.greenF()), (one.blueF(), other.blueF()))
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))
