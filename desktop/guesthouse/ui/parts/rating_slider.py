"""A slider between two words, without figures: it says where it stands in words, and untouched it says nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAccessibleWidget, QSlider, QWidget

from guesthouse.domain.ratings import MOST, Question, place_between
from guesthouse.qt.look import Look
from guesthouse.ui.parts.heard import hear

DOT = 9.5
EDGE = 14.0
TALL = 30
MIDDLE = MOST // 2


class RatingSlider(QSlider):
    """``said`` is None until it is touched; Backspace takes an answer back. ``before`` shows a second, pale dot."""

    def __init__(self, look: Look, question: Question) -> None:
        """Untouched, and without a dot from before."""
        super().__init__(Qt.Orientation.Horizontal)
        hear(self, _Spoken)
        self._look, self._question = look, question
        self._touched = self._putting = False
        self._before: int | None = None
        self.setRange(0, MOST)
        self.setSingleStep(4)
        self.setPageStep(20)
        self.setValue(MIDDLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{question.short}: {question.asked}")
        self.valueChanged.connect(self._moved)
        look.changed.connect(self.updateGeometry)
        self._tell()

    @property
    def said(self) -> int | None:
        """The answer, or None."""
        return self.value() if self._touched else None

    def put(self, said: int | None, before: int | None = None) -> None:
        """Stand there, with the dot from before where there was one; nobody has answered by that."""
        self._putting = True
        self._before = before
        self.setValue(MIDDLE if said is None else said)
        self._touched = said is not None
        self._putting = False
        self._tell()

    def stands(self) -> str:
        """Where it stands, in words."""
        return self._in_words(self.said)

    def sizeHint(self) -> QSize:
        """As high as its dots and the ring of the keyboard."""
        return QSize(self._look.px(320), self._look.px(TALL))

    def minimumSizeHint(self) -> QSize:
        """Narrow at need."""
        return QSize(self._look.px(120), self._look.px(TALL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it; Space says that it stands where it is; Backspace and Delete take the answer back."""
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.put(None, self._before)
        elif event.key() == Qt.Key.Key_Space:
            self._touch()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It goes to where the pointer is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())
            self._touch()
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And with it."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays there."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line; what was said as a dot on it, and the pale one from before under that. Nothing said is no dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, (left, right) = self.height() / 2, self._ends()
        line = QPen(self._look.colour("control"), self._look.px(2))
        painter.setPen(line)
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        dot = DOT * self._look.scale
        if self._before is not None:
            painter.setBrush(self._look.colour("sage-pale"))
            painter.drawEllipse(QPointF(self._at(self._before), y), dot, dot)
        if self._touched:
            painter.setPen(QPen(self._look.colour("card"), self._look.px(2)))
            painter.setBrush(self._look.colour("sage"))
            painter.drawEllipse(QPointF(self._at(self.value()), y), dot * 0.95, dot * 0.95)
        elif self.hasFocus():
            self._paint_start(painter, QPointF(self._at(self.value()), y), dot)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()

    def _paint_start(self, painter: QPainter, at: QPointF, dot: float) -> None:
        """A dashed ring where the arrows begin; it is no answer, and may lie around the dot from before."""
        dashed = QPen(self._look.colour("control"), self._look.px(2))
        dashed.setDashPattern([1.6, 1.6])
        dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(dashed)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, dot * 1.25, dot * 1.25)

    def _moved(self) -> None:
        if not self._putting:
            self._touch()

    def _touch(self) -> None:
        self._touched = True
        self._tell()
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self.stands()))

    def _tell(self) -> None:
        """The description says what a figure would say."""
        told = self.stands()
        if self._before is not None:
            told += ". " + self.tr("Before: {place}").format(place=self._in_words(self._before))
        self.setAccessibleDescription(told)
        self.update()

    def _in_words(self, value: int | None) -> str:
        if value is None:
            return self.tr("not said")
        low, high = self._question.low, self._question.high
        patterns = (
            self.tr("“{low}”"),
            self.tr("nearer to “{low}”"),
            self.tr("between “{low}” and “{high}”"),
            self.tr("nearer to “{high}”"),
            self.tr("“{high}”"),
        )
        return patterns[place_between(value)].format(low=low, high=high)

    def _ends(self) -> tuple[float, float]:
        edge = EDGE * self._look.scale
        return edge, max(edge, self.width() - edge)

    def _at(self, value: int) -> float:
        left, right = self._ends()
        part = value / MOST
        return right - part * (right - left) if self.isRightToLeft() else left + part * (right - left)

    def _go_to(self, x: float) -> None:
        left, right = self._ends()
        part = min(1.0, max(0.0, (x - left) / max(1.0, right - left)))
        self.setValue(round(MOST * (1 - part if self.isRightToLeft() else part)))


class _Spoken(QAccessibleWidget):
    """What a screen reader is told: a slider whose value is words. Qt's own would give figures."""

    def __init__(self, slider: QWidget) -> None:
        super().__init__(slider, QAccessible.Role.Slider)

    def text(self, kind: QAccessible.Text) -> str:
        slider = self.object()
        if kind == QAccessible.Text.Value and isinstance(slider, RatingSlider):
            return slider.stands()
        return super().text(kind)
