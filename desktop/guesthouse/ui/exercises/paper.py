"""The card with the thought, as typed, and the quiet panels beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.roll import Roll

SIZES = (34, 28, 23, 20)
"""Design pixels in which a thought is set: the first in which all of it has room, or the last, which scrolls."""

RADIUS = 18.0
SHADOW = 28
"""Pixels around a paper in which its shadow lies."""

AIR = 32
LONG = 5000
"""More characters than these are set in the smallest size at once: they have room in no other on any page."""

LINE_HEIGHT = 128
BARE = "QTextEdit { border: none; margin: 0; padding: 0; background: transparent; color: INK }"


def words_font(look: Look, size: float) -> QFont:
    """The type of the person's own words, in ``size`` design pixels at the text size of now."""
    made = QFont(look.font("words-large"))
    pixels = max(12, round(size * look.scale))
    made.setPixelSize(pixels)
    made.setVariableAxis(QFont.Tag("opsz"), min(72.0, max(7.0, pixels * 0.75)))
    return made


def paint_shadow(painter: QPainter, look: Look, paper: QRectF, *, lift: float = 1.0, radius: float = RADIUS) -> None:
    """The soft shadow of a paper that lies ``lift`` above its ground; none where contrast is high."""
    if look.theme == "contrast":
        return
    painter.save()
    inset, reach = 0.3 * radius + 2, round(24 * lift) + 4
    hole = paper.adjusted(inset, inset, -inset, -inset).toRect()  # the paper lies there
    around = QRegion(paper.toAlignedRect().adjusted(-reach, -reach, reach, reach + round(4 * lift)))
    painter.setClipRegion(around - QRegion(hole), Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor("#0A1022" if look.dark else "#4A3A2A")
    for step in range(9):
        grown = (step + 1) * 2.4 * lift
        shade.setAlphaF((0.034 if look.dark else 0.017) * (1 - step / 12))
        painter.setBrush(shade)
        shadow = paper.adjusted(-grown, -grown * 0.7, grown, grown).translated(0, 4 * lift)
        painter.drawRoundedRect(shadow, radius + grown, radius + grown)
    painter.restore()


def paint_paper(
    painter: QPainter, look: Look, paper: QRectF, *, token: str = "card", radius: float = RADIUS, lift: float = 1.0
) -> None:
    """A sheet of paper with its shadow; where contrast is high it has an edge instead."""
    paint_shadow(painter, look, paper, lift=lift, radius=radius)
    painter.save()
    colour = look.colour(token)
    if look.theme == "contrast":
        painter.setBrush(colour)
        painter.setPen(QPen(look.colour("control"), 2))
        painter.drawRoundedRect(paper.adjusted(1, 1, -1, -1), radius, radius)
        painter.restore()
        return
    light = QLinearGradient(paper.topLeft(), paper.bottomLeft())
    light.setColorAt(0, colour.lighter(104 if look.dark else 100))
    light.setColorAt(1, colour.darker(104 if look.dark else 102))
    painter.setBrush(light)
    edge = QColor("#FFFFFF")
    edge.setAlphaF(0.07 if look.dark else 0.7)
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(paper.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


class ThoughtCard(QWidget):
    """A paper with the thought on it, to the letter: it can be read, scrolled where it is long, selected and heard.

    ``place`` says where the paper lies; the widget is a little larger, for the shadow. ``sizes`` are tried in their
    order; the words are never set smaller than the last of them. Without a ``token`` the paper is painted elsewhere.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        parent: QWidget,
        *,
        sizes: tuple[int, ...] = SIZES,
        token: str = "card",
        radius: float = RADIUS,
    ) -> None:
        """Not placed yet."""
        super().__init__(parent)
        self._look, self._sizes, self._token, self._radius = look, sizes, token, radius
        self._words = words
        self._fitted: tuple[object, ...] = ()
        self._wanted: dict[tuple[object, ...], float] = {}
        self._text = _Words(self)
        self._text.setAccessibleName(self.tr("The thought"))
        self._text.installEventFilter(self)
        self.set_words(words)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    @property
    def pixels(self) -> int:
        """How large the words are set, in pixels."""
        return self._text.font().pixelSize()

    @property
    def paper(self) -> QRectF:
        """Where the paper lies, in the coordinates of the parent."""
        return QRectF(self.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW))

    @property
    def scrolls(self) -> bool:
        """Whether there are more words than have room at once."""
        return self._text.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn

    def set_words(self, words: str) -> None:
        """Say this."""
        if words == self._words and self._fitted:
            return
        self._words = words
        self._text.say(words)
        self._wanted.clear()
        self._fitted = ()
        self._fit()

    def place(self, paper: QRectF) -> None:
        """Lie there, and set the words as large as they have room."""
        self.setGeometry(paper.toRect().adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))
        self._fit()

    def lie(self, corner: QPointF) -> None:
        """Lie with the upper left corner of the paper there, as large as it was."""
        self.move(corner.toPoint() - QPoint(SHADOW, SHADOW))

    def set_name(self, name: str) -> None:
        """Call it this, for those who listen."""
        self._text.setAccessibleName(name)

    def wanted(self, wide: float) -> float:
        """How high the paper would have to be for all words at their smallest in this width."""
        key = (wide, *self._type())
        if key not in self._wanted:
            self._fitted = ()
            self._set_in(self._sizes[-1])
            self._wanted[key] = self._text.tall(wide - 2 * AIR) + 2 * AIR + 4
        return self._wanted[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper, and the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        if self._token:
            paint_paper(painter, self._look, paper, token=self._token, radius=self._radius)
        if self._text.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(paper.adjusted(1, 1, -1, -1), self._radius - 1, self._radius - 1)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring is drawn around the paper."""
        if isinstance(event, QFocusEvent):
            self.update()
        return False

    def _air(self) -> int:
        return AIR if min(self.paper.width(), self.paper.height() * 1.6) > 260 else AIR // 2

    def _fit(self) -> None:
        paper = self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        air = self._air()
        inner = paper.adjusted(air, air, -air, -air)
        fitted = (inner.getRect(), *self._type())
        if inner.width() < 1 or inner.height() < 1 or fitted == self._fitted:
            return
        self._fitted = fitted
        for size in self._sizes if len(self._words) <= LONG else self._sizes[-1:]:
            self._set_in(size)
            tall = self._text.tall(inner.width())
            if tall <= inner.height():
                break
        self._text.show_bar(tall > inner.height())
        if tall > inner.height():  # the bar stands in the air beside the words
            self._text.setGeometry(inner.adjusted(0, -air // 2, min(air - 4, 14), air // 2))
            return
        spare = (inner.height() - tall) / 2
        self._text.setGeometry(QRect(inner.left(), inner.top() + int(spare), inner.width(), int(tall) + 2))

    def _type(self) -> tuple[object, ...]:
        """What all that is set depends on, besides the words and the room for them."""
        return (words_font(self._look, self._sizes[-1]).key(), self._look.colour("ink").name())

    def _set_in(self, size: int) -> None:
        self._text.set_type(words_font(self._look, size), self._look.colour("ink"))


class _Words(QTextEdit):
    """The words themselves, read only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._type = ("", "")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.viewport().setAutoFillBackground(False)

    def say(self, words: str) -> None:
        """Say this; the type has to be set anew."""
        self._type = ("", "")
        self.setPlainText(words)

    def set_type(self, font: QFont, ink: QColor) -> None:
        """In this type and colour."""
        if self._type == (font.key(), ink.name()):
            return
        self._type = (font.key(), ink.name())
        self.setStyleSheet(BARE.replace("INK", ink.name()))
        self.setFont(font)
        self.document().setDefaultFont(font)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def show_bar(self, long: bool) -> None:
        """Whether there is more than has room at once; then the keyboard comes here, too."""
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if long else policy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if long else Qt.FocusPolicy.ClickFocus)
        option = self.document().defaultTextOption()
        wanted = Qt.AlignmentFlag.AlignLeading if long else Qt.AlignmentFlag.AlignHCenter
        if option.alignment() != wanted:
            option.setAlignment(wanted)
            self.document().setDefaultTextOption(option)

    def tall(self, wide: float) -> float:
        """The height of all lines in this width."""
        self.document().setTextWidth(wide)
        return self.document().size().height()


class Panel(QFrame):
    """A quiet card over the picture with a ``column`` of things to do; it scrolls where it has less room than that."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Hidden, and empty."""
        super().__init__(parent)
        self.setProperty("ground", "card")
        self._roll = Roll(look)
        self.column = self._roll.column
        self.column.setSpacing(8)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 20, 24, 20)
        around.addWidget(self._roll)
        self.hide()

    def place(self, room: QRectF, *, low: bool = False) -> None:
        """As wide as ``room``, and as high as is needed, in its middle or at its foot."""
        tall = min(room.height(), self.wanted(room.width()))
        top = room.bottom() - tall if low else room.top() + (room.height() - tall) / 2
        self.setGeometry(QRectF(QPointF(room.left(), top), QSizeF(room.width(), tall)).toRect())

    def wanted(self, wide: float) -> float:
        """The height of everything in it in this width."""
        inner = round(wide) - 50
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(inner) + 44
        return self.column.sizeHint().height() + 44


class Caption(QLabel):
    """One quiet line at the top of the picture: what there is to do now."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Nothing is said yet."""
        super().__init__(parent)
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look.dress(self, "soft")
        self.hide()

    def say(self, text: str) -> None:
        """Say this, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))

    def place(self, room: QRectF) -> QRectF:
        """Stand at the top of ``room``; what is left of it below is returned."""
        if not self.text():
            return room
        self.ensurePolished()
        side, rise = self._look.px(20), self._look.px(8)
        self.setContentsMargins(side, rise, side, rise)
        one_line = self.fontMetrics().horizontalAdvance(self.text()) + 2 * side + 4
        wide = min(one_line, round(room.width()) - 32)
        tall = self.heightForWidth(wide)
        self.setGeometry(round(room.center().x() - wide / 2), round(room.top()) + 8, wide, tall)
        return room.adjusted(0, tall + 16, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A round ground, so that the picture never troubles the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._look.colour("card")
        contrast = self._look.theme == "contrast"
        ground.setAlphaF(1.0 if contrast else 0.92)
        painter.setBrush(ground)
        painter.setPen(QPen(self._look.colour("control"), 2) if contrast else Qt.PenStyle.NoPen)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = min(rect.height() / 2, self._look.px(20))
        painter.drawRoundedRect(rect, radius, radius)
        painter.end()
        super().paintEvent(event)
