"""The framing line above a thought; the words themselves are never changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from guesthouse.domain.thought import Wording


def framing(wording: Wording) -> str:
    """The line that stands above the words: empty when they are shown as they came."""
    if wording is Wording.HAVING:
        return QCoreApplication.translate("wording", "I’m having the thought that")
    if wording is Wording.NOTICING:
        return QCoreApplication.translate("wording", "I notice I’m having the thought that")
    return ""


def choices() -> list[tuple[Wording, str]]:
    """The wordings one can choose, each with its name."""
    return [
        (Wording.AS_IT_CAME, QCoreApplication.translate("wording", "As it came")),
        (Wording.HAVING, framing(Wording.HAVING)),
        (Wording.NOTICING, framing(Wording.NOTICING)),
    ]
