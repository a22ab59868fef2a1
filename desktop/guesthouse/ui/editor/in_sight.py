"""The lines of a text that can be seen now: marks are looked for in no others."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


def in_sight(field: QTextEdit | QPlainTextEdit) -> Iterator[QTextBlock]:
    """From the first of them to the last."""
    view = field.viewport()
    block = field.cursorForPosition(QPoint(0, 0)).block()
    last = field.cursorForPosition(QPoint(view.width(), view.height())).block().blockNumber()
    while block.isValid() and block.blockNumber() <= last:
        yield block
        block = block.next()
