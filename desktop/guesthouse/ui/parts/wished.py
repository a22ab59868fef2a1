"""What the person wishes of the app, as controls show it and change it in the house that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guesthouse.house import House


class Wished:
    """Between some controls and the file. A wish that could not be kept does not look as if it were."""

    def __init__(self, show: Callable[[House | None], None]) -> None:
        """``show`` puts the controls to what is wished in a house, or to what they are without one."""
        self._show = show
        self._house: House | None = None
        self._showing = False

    def open(self, house: House | None) -> None:
        """Show what is wished in this house from now on, or nothing."""
        self._house = house
        self.read()

    def read(self) -> None:
        """Show what is wished; controls that move by this change nothing."""
        self._showing = True
        try:
            self._show(self._house)
        finally:
            self._showing = False

    def change(self, verb: Callable[[House], object]) -> None:
        """A control was moved: ``verb`` writes it into the house, and what is there afterwards is shown.

        Raises:
            Trouble: it could not be written.
        """
        if self._house is not None and not self._showing:
            try:
                verb(self._house)
            finally:
                self.read()
