"""The kinds of help, each with a small picture, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from guesthouse.domain.care import Kind
from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label
from guesthouse.ui.support.tiles import Tiles

PICTURES = {
    "call": "phone",
    "text": "device-mobile",
    "chat": "chat-circle-dots",
    "near": "users",
    "doctor": "first-aid",
    "steady": "anchor",
}
LEAST = 186
SIDE = 22


class Kinds(QWidget):
    """As many side by side as there is room for."""

    def __init__(self, look: Look, kinds: Sequence[Kind]) -> None:
        """These kinds, in their order."""
        super().__init__()
        self._look = look
        self._pictures: list[tuple[QLabel, str]] = []
        tiles = Tiles(self, look, least=LEAST, most=2, gap=20)
        for kind in kinds:
            tiles.addWidget(self._tile(kind))
        look.changed.connect(self._paint)
        self._paint()

    def _tile(self, kind: Kind) -> QWidget:
        whole, picture = QWidget(), label(self._look, "body", wrap=False)
        self._pictures.append((picture, PICTURES[kind.id]))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(self._look, "button", kind.title), 1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(label(self._look, "soft", kind.text))
        column.addStretch(1)
        return whole

    def _paint(self) -> None:
        for picture, name in self._pictures:
            side = self._look.px(SIDE)
            picture.setPixmap(self._look.icon(name, "sage-ink", size=SIDE).pixmap(side, side))
            picture.setFixedSize(side, side)
