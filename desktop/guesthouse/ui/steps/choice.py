"""Something to choose: a button whose words may take several lines, and a group of them that is one stop for Tab."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.steps.inline import Inline

ROLE = "button"
SIDE, RISE, MARK = 19, 12, 11
RING = 1
NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BEFORE = (Qt.Key.Key_Left, Qt.Key.Key_Up)
FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class Choice(QPushButton):
    """A switch with a tick when it is on. It is as wide as its words, and as high as they need."""

    walked = Signal(int)

    def __init__(self, look: Look, text: str) -> None:
        """One that is off."""
        super().__init__(text.replace("&", "&&"))
        self._look, self.words = look, text
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        look.dress(self, ROLE)
        look.changed.connect(self.updateGeometry)

    def put(self, on: bool) -> None:
        """Switch it without telling."""
        before = self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(before)
        self.update()

    def sizeHint(self) -> QSize:
        """All words in one line."""
        wide = QFontMetricsF(self._look.font(ROLE)).horizontalAdvance(self.words)
        return QSize(ceil(wide) + self._beside() + 2, self._tall(ceil(wide) + 2))

    def minimumSizeHint(self) -> QSize:
        """Narrow: the words go on in a next line."""
        return QSize(min(self.sizeHint().width(), 160), self._look.px(20))

    def hasHeightForWidth(self) -> bool:
        """Words break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """So high in this width."""
        return self._tall(width - self._beside())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk; Enter and Space choose."""
        plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        if plain and event.key() in (*NEXT, *BEFORE):
            sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            on = (event.key() in NEXT) != (sideways and self.isRightToLeft())
            self.walked.emit(1 if on else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the tick, the words, and the ring of the keyboard."""
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        radius = min(inner.height() / 2, look.px(22))
        under = self.underMouse() or self.isDown()
        painter.setBrush(look.colour("sage-pale" if on else "quiet-deep" if under else "quiet"))
        painter.setPen(QPen(look.colour("sage-ink" if on else "quiet-line"), 1.5))
        painter.drawRoundedRect(inner, radius, radius)
        ink = look.colour("sage-ink" if on else "quiet-ink")
        painter.setFont(look.font(ROLE))
        painter.setPen(ink)
        side, mark = RING + look.px(SIDE), look.px(MARK) + look.px(8)
        words = QRectF(self.rect()).adjusted(side, 0, -side, 0)
        words = words.adjusted(0, 0, -mark, 0) if self.isRightToLeft() else words.adjusted(mark, 0, 0, 0)
        painter.drawText(words, int(FLAGS), self.words)
        self._paint_mark(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRoundedRect(inner, radius, radius)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        """A ring, and a tick when it is on."""
        look, size = self._look, float(self._look.px(MARK))
        side = RING + look.px(SIDE)
        left = self.width() - side - size if self.isRightToLeft() else side
        room = QRectF(left, (self.height() - size) / 2, size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self.isChecked():
            painter.setPen(QPen(look.colour("control"), 1.5))
            painter.drawEllipse(room.adjusted(1, 1, -1, -1))
            return
        pen = QPen(look.colour("sage-ink"), max(1.8, size * 0.2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = ((0.0, 0.55), (0.36, 0.9), (1.0, 0.15))
        painter.drawPolyline(QPolygonF([QPointF(room.left() + x * size, room.top() + y * size) for x, y in points]))

    def _beside(self) -> int:
        """The width of all that is not words."""
        return 2 * (RING + self._look.px(SIDE)) + self._look.px(MARK) + self._look.px(8)

    def _tall(self, width: int) -> int:
        metrics = QFontMetricsF(self._look.font(ROLE))
        words = metrics.boundingRect(QRectF(0, 0, max(1, width), 10_000), int(FLAGS), self.words)
        return ceil(max(words.height(), metrics.height())) + 2 * (RING + self._look.px(RISE))


class Choices(QWidget):
    """Several to choose from. Arrows walk among them, Tab leaves them; with ``several`` more than one may be on."""

    changed = Signal()

    def __init__(self, look: Look, name: str, *, several: bool = False) -> None:
        """None yet."""
        super().__init__()
        self.setAccessibleName(name)
        self._look, self._several = look, several
        self._layout = Inline(self, gap=8, between=8)
        self.buttons: list[Choice] = []

    def fill(self, texts: Iterable[str]) -> None:
        """Offer these."""
        for text in texts:
            button = Choice(self._look, text)
            button.toggled.connect(partial(self._toggled, button))
            button.walked.connect(partial(self._walk, button))
            button.installEventFilter(self)
            self._layout.addWidget(button)
            self.buttons.append(button)
        if self.buttons:
            self._stop_at(self.buttons[0])

    def chosen(self) -> list[str]:
        """What is on, in the order it is shown in."""
        return [button.words for button in self.buttons if button.isChecked()]

    def set_chosen(self, texts: Sequence[str]) -> None:
        """Switch on these and no others; ``changed`` does not tell."""
        for button in self.buttons:
            button.put(button.words in texts)
        on = [button for button in self.buttons if button.isChecked()]
        if on:
            self._stop_at(on[0])

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the one that Tab comes to. With a focus proxy the group would be told as focused, too."""
        for one in self.buttons:
            if one.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                one.setFocus(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the focus was is where Tab comes back to."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Choice):
            self._stop_at(watched)
        return False

    def _toggled(self, button: Choice, on: bool) -> None:
        if on and not self._several:
            for other in self.buttons:
                if other is not button:
                    other.put(False)
        self.changed.emit()

    def _walk(self, button: Choice, by: int) -> None:
        place = self.buttons.index(button) + by
        if 0 <= place < len(self.buttons):
            self._stop_at(self.buttons[place])
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, button: Choice) -> None:
        for one in self.buttons:
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is button else Qt.FocusPolicy.ClickFocus)
