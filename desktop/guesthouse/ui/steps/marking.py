"""The should-finder in the fields of a step."""

from __future__ import annotations

from PySide6.QtCore import QObject

from guesthouse.ui.steps.around import Around
from guesthouse.ui.steps.fields import WordsField


def mark_shoulds(field: WordsField, around: Around) -> QObject | None:
    """Mark rules about oneself in the field, where there are rules to go by; keep what is returned beside the field."""
    return None
