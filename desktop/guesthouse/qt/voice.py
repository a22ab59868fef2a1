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
        self._answer: Callable[[Saying], bool] | None = None
        self._untold: list[Saying] = []

    def tell(self, title: str, text: str) -> None:
        """Tell something that needs no answer."""
        self._tell(Saying(title, text))

    def ask(self, title: str, text: str, yes: str, no: str) -> bool:
        """Ask; Esc and closing the question mean ``no``."""
        saying = Saying(title, text, yes, no)
        return self._speak(saying) if self._answer is None else self._answer(saying)

    def hold_back(self, answer: Callable[[Saying], bool]) -> None:
        """Nobody may hear anything until :meth:`go_on`: what is told waits, and ``answer`` answers what is asked."""
        self._answer = answer

    def go_on(self) -> None:
        """Speak again, beginning with what had to wait, each thing once."""
        self._answer = None
        untold, self._untold = self._untold, []
        for saying in untold:
            self._tell(saying)

    def _tell(self, saying: Saying) -> None:
        if self._answer is None:
            self._speak(saying)
        if self._answer is not None and saying not in self._untold:  # also what was broken off by being held back
            self._untold.append(saying)


def words_of(error: GuesthouseError) -> tuple[str, str]:
    """The title and the advice of an error in the person's language."""
    return QCoreApplication.translate("errors", error.title), QCoreApplication.translate("errors", error.advice)
