"""The place below a page where heavy words are answered: one card, and nothing where there is nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from guesthouse.qt.look import Look

if TYPE_CHECKING:
    from guesthouse.house import House


class Heeding(QFrame):
    """Hears what was submitted; shows one card for each kind of heavy words, once while the app runs."""

    wanted = Signal(str)  # another page is asked for, by its name
    carried = Signal(str, object)  # something is taken to another page, by its name

    def __init__(self, look: Look) -> None:
        """Nothing to say."""
        super().__init__()
        self._look = look
        self._house: House | None = None
        self.hide()

    def welcome(self, house: House) -> None:
        """Ask this house about words."""
        self._house = house

    def let_go(self) -> None:
        """The house closes: nothing is said any more, and no words are held."""
        self._house = None
        self.hide()

    def keep_back(self, away: bool) -> None:
        """This page shows no card, or it may be seen again."""

    def hear(self, words: str) -> None:
        """The person has submitted these words."""
