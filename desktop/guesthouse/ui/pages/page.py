"""What every page of the window has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes


HOME = "home"
"""Whichever room stands first on the rail, as a page that does not know the rooms may ask for it."""


BACK = "back"
"""The room one was in before a page that has no place on the rail."""


HIDE = "hide"
"""No page, but what turns the whole window into a plain note at once."""


class Page(QWidget):
    """A room of the window.

    A page is built without a house, is welcomed into one, and lets go of it when it closes (a lock, the end). It knows
    neither the window nor other pages: it emits signals, and the window wires them. Subclasses override what they need.
    """

    name = ""  # the page's id in the window, never shown and never translated
    wanted = Signal(str)  # the person asked for another page, by its name
    carried = Signal(str, object)  # the person takes something to another page, by its name
    wants_alone = Signal(bool)  # nothing but this page is to be seen, or everything again
    stopped = Signal()  # an exercise was left with Stop or Esc: the window goes to the grounding page
    written = Signal(str)  # words the person has submitted or left here: it is looked whether they are heavy

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty page; subclasses build their own."""
        super().__init__(parent)
        self._missed: Changes | None = None
        self._stale = False

    def welcome(self, house: House) -> None:
        """A house is open: keep the services that are needed, and show what they have."""

    def save(self) -> None:
        """Put what is half-done on disk; called before closing, locking and the end of the session."""

    def drops(self) -> bool:
        """Whether something that must be written nowhere is here: :meth:`let_go` drops it, which is told then."""
        return False

    def let_go(self) -> None:
        """The house closes: forget its services and everything that was read from it."""

    def refresh(self, changes: Changes | None) -> None:
        """Show the data anew; ``changes`` is None when more than one change was missed."""

    def come_from(self, room: str) -> None:
        """A page without a place on the rail is about to be shown; ``room`` is what BACK leads to, by its name."""

    def arrive(self) -> None:
        """The page was gone to: put the focus where typing starts."""

    def search(self) -> None:
        """Ctrl+F: put the focus where one searches, on pages where one can."""

    def leave(self) -> None:
        """Another page is gone to: put what is half-done on disk."""

    def receive(self, thing: object) -> None:
        """This page was gone to with something from another one, or (None) to begin something new."""

    def stop(self) -> None:
        """Esc: leave the exercise at once, on pages that have one (and emit ``stopped``)."""

    def hear(self, changes: Changes) -> None:
        """Data changed: refresh now where visible, else when shown next. Own changes are left out."""
        if getattr(changes, "origin", None) is self:
            return
        if self.isVisible():
            self.refresh(changes)
            return
        self._missed = None if self._stale else changes
        self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what changed while out of sight."""
        super().showEvent(event)
        if self._stale:
            missed, self._missed, self._stale = self._missed, None, False
            self.refresh(missed)
