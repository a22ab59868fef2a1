"""The head of the room: the way back, what to do when a life is in danger, and steadying beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from guesthouse.domain.care import Region, SupportText
from guesthouse.qt.look import Look
from guesthouse.ui.pages.page import BACK
from guesthouse.ui.parts.buttons import pill, primary
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.hills import paint_hills
from guesthouse.ui.parts.labels import label
from guesthouse.ui.support.tiles import Tiles

TALL = 320
"""A landscape of this height has hills as high as the foot of the card."""

LEAST_FOOT = 12


class Head(QWidget):
    """Words on one side, and the card for steadying on the other or below."""

    wanted = Signal(str)

    def __init__(self, look: Look, words: SupportText, *, least: int, gap: int) -> None:
        """``least`` design pixels are needed for each side."""
        super().__init__()
        self._look, self._words = look, words
        self.back = pill(look, self.tr("Back"))
        self.back.setProperty("flush", True)
        self.back.clicked.connect(lambda: self.wanted.emit(BACK))
        self.back.hide()
        self.danger = label(look, "heading", selectable=True)
        self._region = label(look, "small")
        self.steady = primary(look, self.tr("Steady for a minute"))
        self.steady.clicked.connect(lambda: self.wanted.emit("grounding"))
        sides = Tiles(self, look, least=least, most=2, gap=gap)
        sides.addWidget(self._above())
        self.card = self._steadying()
        sides.addWidget(self.card)
        look.changed.connect(self._show_arrow)
        self._show_arrow()

    def come_from(self, room: str) -> None:
        """Say where Back leads to."""
        text = self.tr("Back to {room}").format(room=room) if room else self.tr("Back")
        self.back.setText(text)
        self.back.setAccessibleName(text)
        self.back.show()

    def show_region(self, region: Region) -> None:
        """The number of this region."""
        self.danger.setText(self._words.in_danger(region))
        self._region.setText(self._words.danger_region.replace("{region}", region.name))
        self._region.setVisible(bool(region.emergency))

    def _above(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(_alone(self.back))
        column.addWidget(label(self._look, "display", self._words.title))
        column.addWidget(self.danger)
        column.addWidget(self._region)
        column.addSpacing(8)
        column.addWidget(label(self._look, "body", self._words.lead))
        column.addStretch(1)
        return whole

    def _steadying(self) -> Card:
        card = _Landscape(self._look)
        self.heading = label(self._look, "subheading", self._words.steady.title)
        card.column.addWidget(self.heading)
        card.column.addWidget(label(self._look, "body", self._words.steady.text))
        card.column.addSpacing(8)
        card.column.addLayout(_alone(self.steady))
        card.column.addWidget(card.foot, 1)
        return card

    def _show_arrow(self) -> None:
        name = "arrow-right" if self.isRightToLeft() else "arrow-left"
        self.back.setIcon(self._look.icon(name, "soft", size=16, room=6))
        self.back.setIconSize(QSize(self._look.px(22), self._look.px(16)))


class _Landscape(Card):
    """A card with two quiet hills at its foot, where there is room under its words."""

    def __init__(self, look: Look) -> None:
        super().__init__("sage")
        self._look = look
        self.foot = QWidget()
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the hills within its round corners."""
        super().paintEvent(event)
        if self.foot.height() < LEAST_FOOT:
            return
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        round_corners = QPainterPath()
        round_corners.addRoundedRect(room, 19, 19)
        painter.setClipPath(round_corners)
        painter.translate(0, self.height() - TALL)
        paint_hills(painter, self._look, QSize(self.width(), TALL))
        painter.end()


def _alone(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
