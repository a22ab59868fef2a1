"""The card "Lately at the door": the last guests, by their themes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from guesthouse.domain.visit import Guest
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.today.panel import keep_room
from guesthouse.ui.today.softly_cut import SoftlyCut
from guesthouse.ui.today.words import called, was_here

if TYPE_CHECKING:
    from guesthouse.ui.pages.guest_book_rows import Figures

SHOWN = 3
FIGURE = 46
RADIUS = 19
HILLS = ((20, 58), (46, 14))
"""How high each hill is at both sides."""

BY_DAY, BY_NIGHT = 0.05, 0.2
"""How much of the hills there is: words on them stay as readable as they were."""

GUEST_BOOK, VISITORS = "guest-book", "visitors"


class DoorCard(Card):
    """A row for each guest. A click anywhere, or the button, leads to the guest book."""

    wanted = Signal(str)

    def __init__(self, look: Look, figures: Figures) -> None:
        """Nobody has come yet."""
        super().__init__("sage")
        self._look, self._figures = look, figures
        self.column.setContentsMargins(26, 19, 26, 44)
        self.column.setSpacing(10)
        self._guests: list[Guest] = []
        self._rows: list[QWidget] = []
        self._pictures: list[QLabel] = []
        self._nobody = label(look, "soft", self.tr("It is quiet at the door. When a thought comes, it can come in."))
        self.book_button = pill(look, self.tr("Guest book"))
        self.book_button.setProperty("flush", True)
        keep_room(self.book_button)
        self.door_button = quiet(look, self.tr("To the door"))
        head = QHBoxLayout()
        head.addWidget(label(look, "subheading", self.tr("Lately at the door")), 1)
        head.addWidget(self.book_button)
        foot = Flow()
        foot.addWidget(self.door_button)
        self.column.addLayout(head)
        self.column.addWidget(self._nobody)
        self.column.addLayout(foot)
        self.column.addStretch(1)
        self.book_button.clicked.connect(self._go)
        self.door_button.clicked.connect(self._go)
        look.changed.connect(self._paint)
        self.hide_all()

    def hide_all(self) -> None:
        """Nobody is known yet."""
        for widget in (self._nobody, self.book_button, self.door_button):
            widget.hide()
        self._fill([], None)

    def prepare(self, guests: Sequence[Guest]) -> Iterator[None]:
        """Have the pictures of these painted, one at each step, before they are shown."""
        for guest in guests:
            yield
            self._figure(guest)

    def show_guests(self, guests: Sequence[Guest], now: datetime) -> None:
        """The last ones, the latest first; an invitation where there are none."""
        self._fill(guests, now)
        self.book_button.setVisible(bool(guests))
        for widget in (self._nobody, self.door_button):
            widget.setVisible(not guests)
        self.setCursor(Qt.CursorShape.PointingHandCursor if guests else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole card leads there."""
        if (
            self._guests
            and event.button() == Qt.MouseButton.LeftButton
            and self.rect().contains(event.position().toPoint())
        ):
            self._go()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hill that guests come over, and go."""
        super().paintEvent(event)
        if self._look.theme == "contrast":
            return
        wide, tall = float(self.width()), float(self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QPainterPath()
        inside.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.setClipPath(inside)
        shade = self._look.colour("rail" if self._look.dark else "sage-ink")
        shade.setAlphaF(BY_NIGHT if self._look.dark else BY_DAY)
        for left, right in HILLS:
            at, to = tall - self._look.px(left), tall - self._look.px(right)
            hill = QPainterPath(QPointF(0, tall))
            hill.lineTo(0, at)
            hill.cubicTo(QPointF(wide * 0.35, at), QPointF(wide * 0.6, to), QPointF(wide, to))
            hill.lineTo(wide, tall)
            painter.fillPath(hill, shade)
        painter.end()

    def _go(self) -> None:
        self.wanted.emit(GUEST_BOOK if self._guests else VISITORS)

    def _fill(self, guests: Sequence[Guest], now: datetime | None) -> None:
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._guests, self._pictures = list(guests), []
        self._rows = [self._row(guest, now) for guest in guests if now is not None]
        for place, row in enumerate(self._rows):
            self.column.insertWidget(2 + place, row)
            row.show()
        self._paint()

    def _row(self, guest: Guest, now: datetime) -> QWidget:
        row = QWidget()
        picture = QLabel()
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pictures.append(picture)
        name = SoftlyCut(self._look, "button", "ink", 2)
        name.setText(called(guest))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(name)
        words.addWidget(label(self._look, "small", was_here(guest, now)))
        words.addStretch(1)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(picture)
        line.addLayout(words, 1)
        return row

    def _figure(self, guest: Guest) -> QPixmap:
        return self._figures(guest.seed, round(self._look.px(FIGURE) * 0.94), self.devicePixelRatioF())

    def _paint(self) -> None:
        for guest, picture in zip(self._guests, self._pictures, strict=False):
            pixmap = self._figure(guest)
            picture.setPixmap(pixmap)
            picture.setFixedSize(self._look.px(FIGURE), round(pixmap.deviceIndependentSize().height()))
