"""What stands in a field, character for character."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument


def raw_words(document: QTextDocument) -> str:
    """All of it; toPlainText would change no-break spaces."""
    return with_lines(document.toRawText())


def with_lines(text: str) -> str:
    """A text that Qt gives, with the ends of its lines as they are written everywhere else."""
    return text.replace("\u2029", "\n")
