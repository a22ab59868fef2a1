"""A small card with a thought in a corner of the window: it comes along into every room until one puts it down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.flow import Flow

WIDE, LINES, LOW = 300, 3, 560
"""Design pixels; lines shown at once, of which there are only two in a room that is no higher than the last."""
PART = 0.25
"""So much of the window's width it has at most, where its keys can be read in that."""

SIDE, FLUSH = 12, 8
"""Pixels beside its keys, and from there to what is written on them, where the words begin too."""

EDGE = 16
"""Pixels between the card and the edges of the room."""

CORNERS = ("bottom-right", "bottom-left", "top-left", "top-right")
LOWER_FIRST = (0, 1, 3, 2)
"""Where it goes to when it makes way: pages begin at the upper left, with their titles."""

HEADINGS = ("display", "heading")
FIELD = 200
"""Design pixels: of a field that is higher than this, only the line one types in is kept free."""


class CarryCard(QFrame):
    """Words on a card over ``room``. It never goes by itself, and makes way for what is being typed in."""

    def __init__(self, look: Look, room: QWidget, over: QWidget) -> None:
        """Nothing is carried yet; the card is a child of ``over`` and lies within ``room``, a part of that."""
        super().__init__(over)
        self._look, self._room = look, room
        self._corner = self._own = 0
        self._kept_back = False
        self._words, self._grip = "", QPoint()
        self._furnish()
        self.hide()
        room.installEventFilter(self)
        look.changed.connect(self._fit)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._make_way)
        app.inputMethod().cursorRectangleChanged.connect(self._make_way)

    @property
    def words(self) -> str:
        """What is carried; nothing when no card is."""
        return self._words

    @property
    def corner(self) -> str:
        """In which corner it is."""
        return CORNERS[self._corner]

    def carry(self, words: str) -> None:
        """Take these words along."""
        self._words = words
        self._text.setPlainText(words)
        self._show()

    def lay_down(self) -> None:
        """Carry nothing any more, and hold no words."""
        self._words = ""
        self._text.clear()
        self.hide()

    def keep_back(self, kept_back: bool) -> None:
        """Out of sight for as long as this holds, and then there again."""
        self._kept_back = kept_back
        self._show()

    # ---------------------------------------------------------------------------------------------- by hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows, inside the room."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            inside = self._inside()
            at = self.mapToParent(event.position().toPoint()) - self._grip
            at.setX(max(inside.left(), min(inside.right() - self.width() + 1, at.x())))
            at.setY(max(inside.top(), min(inside.bottom() - self.height() + 1, at.y())))
            self.move(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It comes to rest in the nearest corner."""
        here = QPointF(self.geometry().center())

        def away(corner: int) -> float:
            way = QPointF(self._place(corner).center()) - here
            return way.x() ** 2 + way.y() ** 2

        self._corner = self._own = min(range(len(CORNERS)), key=away)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room has another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A paper with a soft edge, so that it is a card on every ground."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        contrast = look.theme == "contrast"
        for step in range(0 if contrast else 4):
            shade = QColor("#0A1022" if look.dark else "#4A3A2A")
            shade.setAlphaF(0.05)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(step, step, -step, -step), 16, 16)
        painter.setBrush(look.colour("card"))
        painter.setPen(QPen(look.colour("control"), 2 if contrast else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 12, 12)
        painter.end()

    # ------------------------------------------------------------------------------------------------ inside

    def _furnish(self) -> None:
        self._text = self._look.dress(QTextEdit(self), "reading-small")
        self._text.setReadOnly(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("The card that you carry"))
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._text.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; margin: 0; }")
        self._text.document().setDocumentMargin(0)
        self.another = pill(self._look, self.tr("Another corner"))
        self.down = pill(self._look, self.tr("Put it down"))
        self.another.clicked.connect(self._next_corner)
        self.down.clicked.connect(self.lay_down)
        for key in (self.another, self.down):
            key.setProperty("flush", True)
        keys = Flow(gap=4)
        keys.addWidget(self.another)
        keys.addWidget(self.down)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 16, SIDE, 12)
        column.setSpacing(8)
        words = self._around = QVBoxLayout()
        words.setContentsMargins(FLUSH, 0, FLUSH, 0)
        words.addWidget(self._text)
        column.addLayout(words)
        column.addLayout(keys)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _show(self) -> None:
        self.setVisible(bool(self._words) and not self._kept_back)
        if not self.isHidden():
            self._fit()
            self.raise_()
            self._make_way()

    def _next_corner(self) -> None:
        self._corner = self._own = (self._corner + 1) % len(CORNERS)
        self._fit()
        announce(self, self._corner_name())

    def _corner_name(self) -> str:
        return {
            "bottom-right": self.tr("The card is at the lower right."),
            "bottom-left": self.tr("The card is at the lower left."),
            "top-left": self.tr("The card is at the upper left."),
            "top-right": self.tr("The card is at the upper right."),
        }[self.corner]

    def _inside(self) -> QRect:
        return self._room.geometry().adjusted(EDGE, EDGE, -EDGE, -EDGE)

    def _size(self) -> QSize:
        inside = self._inside()
        wide = max(self._least(), min(self._look.px(WIDE), round(self.window().width() * PART)))
        line = self._text.fontMetrics().lineSpacing()
        self._text.document().setTextWidth(wide - 2 * (SIDE + FLUSH))
        lines = LINES if inside.height() > self._look.px(LOW) else 2
        tall = min(self._text.document().size().height(), lines * line)
        self._text.setFixedHeight(max(line, round(tall)) + 2)
        self._around.invalidate()
        return QSize(wide, self._column.totalHeightForWidth(wide))

    def _least(self) -> int:
        """Its keys are never cut off."""
        return max(key.sizeHint().width() for key in (self.another, self.down)) + 2 * SIDE

    def _place(self, corner: int) -> QRect:
        inside, place = self._inside(), QRect(QPoint(0, 0), self.size())
        name = CORNERS[corner]
        left = inside.right() - place.width() + 1 if "right" in name else inside.left()
        top = inside.bottom() - place.height() + 1 if "bottom" in name else inside.top()
        place.moveTopLeft(QPoint(left, top))
        return place

    def _fit(self) -> None:
        if not self._words:
            return
        self.resize(self._size())
        self.move(self._place(self._corner).topLeft())

    def _make_way(self, *_: object) -> None:
        """Go to a corner where nothing is typed and no way on is; the one it is in comes first, then a lower one.

        On a title it lies only where that is the corner the person chose.
        """
        if self.isHidden():
            return
        typed_in, ways_on, headings = (
            self._typed_in(),
            self._seen(QPushButton, "primary"),
            self._seen(QLabel, *HEADINGS),
        )
        stays = self._corner == self._own or "bottom" in self.corner
        order = [*([self._corner] if stays else []), *LOWER_FIRST]

        def covered(corner: int) -> tuple[int, int, int]:
            place = self._place(corner)
            titles = 0 if corner == self._own else sum(_over(place, heading) for heading in headings)
            return _over(place, typed_in), sum(_over(place, way) for way in ways_on), titles

        best = min(order, key=covered)
        if best != self._corner:
            self._corner = best
            self._fit()

    def _seen(self, kind: type[QWidget], *roles: str) -> list[QRect]:
        """Where parts in these roles are that can be seen now."""
        over = self.parentWidget()
        if over is None:
            return []
        return [
            part.visibleRegion().boundingRect().translated(part.mapTo(over, QPoint(0, 0)))
            for part in over.findChildren(kind)
            if part.property("role") in roles and part.isVisible()
        ]

    def _typed_in(self) -> QRect:
        """Where one types now: the field that has the focus, or of a high one the line with the cursor."""
        field = QApplication.focusWidget()
        over = self.parentWidget()
        if field is None or over is None or not over.isAncestorOf(field) or self.isAncestorOf(field):
            return QRect()
        place = field.rect()
        if field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) and place.height() > self._look.px(FIELD):
            cursor = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
            place = QRect(cursor.toRect() if isinstance(cursor, QRectF) else cursor).adjusted(-80, -24, 80, 24)
        elif place.height() > self._look.px(FIELD):
            return QRect()
        return QRect(field.mapTo(over, place.topLeft()), place.size())


def _over(one: QRect, other: QRect) -> int:
    """How much of ``other`` lies under ``one``."""
    both = one.intersected(other)
    return max(0, both.width()) * max(0, both.height())
