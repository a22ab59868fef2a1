"""About and Help: who this is for, where it comes from, what is kept; to be read and searched without a network."""

from __future__ import annotations

from guesthouse.qt.look import Look
from guesthouse.ui.pages.page import Page


class HelpPage(Page):
    """Stands open before Begin and without a house."""

    name = "help"

    def __init__(self, *, look: Look) -> None:
        """The page, at its beginning."""
        super().__init__()
        self._look = look
