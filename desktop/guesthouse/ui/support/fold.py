"""A note that is opened in its place: a line to press, and under it what belongs to it, made when first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from guesthouse.qt.look import Look

CARET = 18
PAD, GAP = 10, 12
ANY_HEIGHT = 100_000


class Fold(QWidget):
    """Closed at first. ``heading`` is the button, which says with its check mark whether the note is open."""

    def __init__(self, look: Look, title: str, make: Callable[[], QWidget]) -> None:
        """``make`` gives what belongs under ``title``."""
        super().__init__()
        self._look, self._make = look, make
        self._body: QWidget | None = None
        self.heading = _Heading(look, title)
        self.heading.toggled.connect(self._turn)
        self._under = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(self._under)
        look.changed.connect(self._indent)
        self._indent()

    def unfold(self) -> None:
        """Open it, if it is not."""
        self.heading.setChecked(True)

    def _turn(self, on: bool) -> None:
        if on and self._body is None:
            self._body = self._make()
            self._under.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(on)

    def _indent(self) -> None:
        """What belongs to the note begins where its title begins."""
        self._under.setContentsMargins(PAD + self._look.px(CARET) + GAP, 0, PAD, 0)


class _Heading(QPushButton):
    """A button whose words go on in a next line where the window is narrow or the text is large.

    It paints them itself: a label in it would be read aloud a second time.
    """

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._look, self._title = look, title
        self.setProperty("fold", True)
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As its words need it in one line."""
        wide = self._metrics().horizontalAdvance(self._title) + 1 + self._beside()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """As its words need it in many."""
        metrics = self._metrics()
        wide = max(metrics.horizontalAdvance(word) for word in self._title.split()) + 1 + self._beside()
        return QSize(wide, max(metrics.height(), self._look.px(CARET)) + 2 * PAD)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all its lines."""
        room = QRect(0, 0, max(1, width - self._beside()), ANY_HEIGHT)
        words = self._metrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._title)
        return max(words.height(), self._look.px(CARET)) + 2 * PAD

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, which way it is turned, and its words."""
        super().paintEvent(event)
        look, mirrored, side = self._look, self.isRightToLeft(), self._look.px(CARET)
        inner = self.rect().adjusted(PAD, PAD, -PAD, -PAD)
        left = inner.right() + 1 - side if mirrored else inner.left()
        name = "caret-down" if self.isChecked() else "caret-left" if mirrored else "caret-right"
        painter = QPainter(self)
        place = QRect(left, inner.top() + (inner.height() - side) // 2, side, side)
        look.icon(name, "soft", size=CARET).paint(painter, place)
        beside = side + GAP
        words = inner.adjusted(0, 0, -beside, 0) if mirrored else inner.adjusted(beside, 0, 0, 0)
        painter.setFont(look.font("subheading"))
        painter.setPen(look.colour("ink"))
        along = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, along | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._title)
        painter.end()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font("subheading"))

    def _beside(self) -> int:
        return self._look.px(CARET) + GAP + 2 * PAD
