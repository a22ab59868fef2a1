"""The pages of the window that there are so far, and what is said to all of them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from guesthouse.ui.pages.page import Page

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes

log = logging.getLogger(__name__)


class BuiltPages:
    """Each is made when it is first gone to, and stays."""

    def __init__(self, builders: Mapping[str, Callable[[], Page]], added: Callable[[Page], None]) -> None:
        """``builders`` by name; ``added`` puts a new page into the window."""
        self._builders, self._added = builders, added
        self._pages: dict[str, Page] = {}
        self._house: House | None = None

    def page(self, name: str) -> Page:
        """The page, built and welcomed when it is needed for the first time."""
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._builders[name]()
            self._added(page)
            if self._house is not None:
                page.welcome(self._house)
        return page

    def welcome(self, house: House) -> None:
        """A house is open: they are welcomed, and so is every one that is built from now on."""
        self._house = house
        for page in list(self._pages.values()):
            page.welcome(house)

    def let_go(self) -> None:
        """The house closes: they hold nothing of it any more. No page keeps another."""
        for page in self._pages.values():
            try:
                page.let_go()
            except Exception:
                log.exception("a page did not forget everything")
        self._house = None

    def save(self) -> None:
        """Have each put on disk what is half-done.

        Raises:
            GuesthouseError: one could not; the others have saved all the same.
        """
        failed: Exception | None = None
        for page in self._pages.values():
            try:
                page.save()
            except Exception as error:  # one page's trouble must not cost another page's text
                failed = failed or error
        if failed is not None:
            raise failed

    def drops(self) -> bool:
        """Whether forgetting would drop something that is not to be written down."""
        return any(page.drops() for page in self._pages.values())

    def hear(self, changes: Changes) -> None:
        """Something in the house has changed."""
        for page in self._pages.values():
            page.hear(changes)
