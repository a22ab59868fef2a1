"""What stands in a note: a lead, and its parts in one column or two."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from guesthouse.domain.care import Note, Part
from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label
from guesthouse.ui.support.marked import Bullet
from guesthouse.ui.support.tiles import Tiles

LEAST = 340
"""Design pixels a part needs at least to stand beside another."""


class NoteBody(QWidget):
    """All of a note. ``said`` puts what is known now into a text's places."""

    def __init__(self, look: Look, note: Note, said: Callable[[str], str]) -> None:
        """The note as it is now."""
        super().__init__()
        self._said = said
        self._shown: list[tuple[QLabel, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 24)
        column.setSpacing(20)
        column.addWidget(self._text(look, "body", note.lead))
        parts = QWidget()
        tiles = Tiles(parts, look, least=LEAST, most=2, gap=32)
        for part in note.parts:
            tiles.addWidget(self._part(look, part))
        column.addWidget(parts)

    def tell(self) -> None:
        """The country, or the key that hides, is another."""
        for shown, text in self._shown:
            shown.setText(self._said(text))

    def _part(self, look: Look, part: Part) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(look, "button", part.title))
        if part.text:
            column.addWidget(self._text(look, "body", part.text))
        for item in part.items:
            column.addWidget(Bullet(look, item))
        column.addStretch(1)
        return whole

    def _text(self, look: Look, role: str, text: str) -> QLabel:
        shown = label(look, role, self._said(text))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setProperty("selectable", True)
        self._shown.append((shown, text))
        return shown
