"""The one voice to the user: it tells and it asks, in words that were translated before they came here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from guesthouse.errors import GuesthouseError


@dataclass(frozen=True)
class Saying:
    """Something said: a ``title``, a ``text``, and the words on its buttons (a note has no ``no``)."""

    title: str
    text: str
    yes: str = ""
    no: str = ""


class Voice:
    """Speaks through whatever it is given: a dialog in the app, a list in a test."""

    def __init__(self, speak: Callable[[Saying], bool]) -> None:
        """``speak`` shows a saying and returns whether it was answered with yes."""
        self._speak = speak

    def tell(self, title: str, text: str) -> None:
        """Tell something that needs no answer."""
        self._speak(Saying(title, text))

    def ask(self, title: str, text: str, yes: str, no: str) -> bool:
        """Ask; Esc and closing the question mean ``no``."""
        return self._speak(Saying(title, text, yes, no))


def words_of(error: GuesthouseError) -> tuple[str, str]:
    """The title and the advice of an error in the person's language."""
    return QCoreApplication.translate("errors", error.title), QCoreApplication.translate("errors", error.advice)
