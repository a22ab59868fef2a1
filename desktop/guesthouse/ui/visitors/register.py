"""Writes down who comes and goes; what cannot be written is told at the door, and nobody is lost."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guesthouse.domain.thought import Wording, is_blank
from guesthouse.domain.visit import Arrival, Departure
from guesthouse.errors import Trouble
from guesthouse.ui.canvas.callers import Caller

if TYPE_CHECKING:
    from guesthouse.services.heavy import Heavy
    from guesthouse.services.visitors import Visitors

log = logging.getLogger(__name__)


class Register(QObject):
    """The house's visitors as a page uses them, with and without a house."""

    troubled = Signal(object)
    """A :class:`Trouble` to tell."""

    def __init__(self, page: QObject) -> None:
        """Closed; changes made here are the page's own."""
        super().__init__(page)
        self._page = page
        self._visitors: Visitors | None = None
        self._heavy: Heavy | None = None
        self._held = ""

    def open(self, visitors: Visitors, heavy: Heavy) -> None:
        """A house is open; ``heavy`` knows which words stay plain."""
        self._visitors, self._heavy = visitors, heavy

    def close(self) -> None:
        """The house closes."""
        self._visitors = self._heavy = None
        self._held = ""

    def stays_plain(self, words: str) -> bool:
        """Whether these words get no visitor; where that cannot be told they get none, which hurts nobody."""
        if self._heavy is None:
            return False
        try:
            return self._heavy.stays_plain(words)
        except Trouble as trouble:
            self.troubled.emit(trouble)
            return True
        except Exception as error:  # a mistake of ours keeps nobody out
            log.warning("words could not be looked at: %s", type(error).__name__)
            return True

    def let_in(self, words: str, scene: str, wording: Wording, *, keep: bool) -> Arrival | None:
        """Onto the disk (with ``keep``); nothing where that did not work."""
        if self._visitors is None:
            return None
        try:
            return self._visitors.let_in(words, scene=scene, wording=wording, keep=keep, origin=self._page)
        except Trouble as trouble:
            self.troubled.emit(trouble)
            return None

    def see_off(self, callers: list[Caller], how: Departure) -> None:
        """These have gone."""
        ids = [caller.visit_id for caller in callers if caller.visit_id is not None]
        if self._visitors is None or not ids:
            return
        try:
            self._visitors.see_off(ids, how, origin=self._page)
        except Trouble as trouble:
            self.troubled.emit(trouble)

    def go_on(self, visit_ids: list[str]) -> list[Arrival]:
        """Those of these visits that go on, with their words as the file has them."""
        if self._visitors is None or not visit_ids:
            return []
        try:
            return self._visitors.go_on(visit_ids)
        except Trouble as trouble:
            self.troubled.emit(trouble)
            return []

    def draft(self) -> str:
        """What was half-typed last time; nothing where that is not to be seen unasked: it is held back, then."""
        if self._visitors is None or self._heavy is None:
            return ""
        words = self._visitors.draft()
        if not words or self._heavy.may_come_unasked(words):
            return words
        self._held = words
        return ""

    @property
    def holds_back(self) -> bool:
        """Whether something half-typed waits on the disk until it is asked for."""
        return bool(self._held)

    def take_held(self) -> str:
        """What was held back, to be shown from now on."""
        held, self._held = self._held, ""
        return held

    def keep_draft(self, words: str) -> bool:
        """Keep what is half-typed, with what is held back; False where there is no house to keep it in.

        Raises:
            Trouble: it could not be kept.
        """
        if self._visitors is None:
            return False
        self._visitors.keep_draft(together(self._held, words))
        return True

    def drop_draft(self) -> None:
        """Erase what was half-typed, but what is held back."""
        if self._visitors is None:
            return
        try:
            self._visitors.keep_draft(self._held)
        except Trouble as trouble:
            self.troubled.emit(trouble)


def together(held: str, words: str) -> str:
    """What was held back, before what was typed since."""
    return "\n".join(part for part in (held, words) if not is_blank(part))
