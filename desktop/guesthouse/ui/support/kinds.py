"""The kinds of help, each with a small picture, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.care import Kind
from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label
from guesthouse.ui.support.marked import Pictured
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
        tiles = Tiles(self, look, least=LEAST, most=2, gap=20)
        for kind in kinds:
            tiles.addWidget(self._tile(kind))

    def _tile(self, kind: Kind) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Pictured(self._look, "button", kind.title, PICTURES[kind.id], side=SIDE))
        column.addWidget(label(self._look, "soft", kind.text))
        column.addStretch(1)
        return whole
