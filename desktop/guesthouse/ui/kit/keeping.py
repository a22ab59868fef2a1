"""What was written on a shelf and is not on the disk yet: it is put there as it is typed, and tried again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.domain.thought import is_blank
from guesthouse.qt.saving import BEHIND_MS, Saving

if TYPE_CHECKING:
    from guesthouse.services.kit import ComfortKit


class Keeping(Saving):
    """The changes of one shelf, and the thing that is being added: it is in the file before it is on the shelf."""

    def __init__(self, shelf: Shelf, origin: object, *, behind_ms: int = BEHIND_MS) -> None:
        """``origin`` is who changes the kit by this."""
        super().__init__(behind_ms)
        self._shelf, self._origin = shelf, origin
        self._kit: ComfortKit | None = None
        self._waiting: dict[str, Comfort] = {}
        self._typed: tuple[str, str] | None = None
        self._growing: Comfort | None = None

    def open(self, kit: ComfortKit | None) -> None:
        """Keep things in this kit from now on; what was not saved by then is forgotten."""
        self._kit, self._typed, self._growing = kit, None, None
        self._waiting.clear()
        self._settle()

    def change(self, thing: Comfort) -> None:
        """Other words for one that is there."""
        self._waiting[thing.id] = thing
        self._plan()

    def grow(self, words: str, detail: str) -> None:
        """The words of the one that is being added, as far as they are typed."""
        self._typed = words, detail
        self._plan()

    def forget(self, comfort_id: str) -> None:
        """This one is taken out: its changes are not to be saved."""
        self._waiting.pop(comfort_id, None)

    def as_typed(self, things: list[Comfort]) -> list[Comfort]:
        """These with what is typed and not saved yet, and without the one that is being added."""
        growing = self._growing.id if self._growing else ""
        return [self._waiting.get(thing.id, thing) for thing in things if thing.id != growing]

    def finish(self) -> None:
        """What is being added is added.

        Raises:
            Trouble: it could not be; it is still being added.
        """
        self.save()
        self._growing = None

    def save(self) -> None:
        """Put all of it on the disk now.

        Raises:
            Trouble: it could not be; the rest is still waiting.
        """
        if self._kit is None or not (self._waiting or self._typed):
            return
        for thing in list(self._waiting.values()):
            self._kit.change(thing, origin=self._origin)
            del self._waiting[thing.id]
        if self._typed is not None:
            self._keep_new(self._kit, *self._typed)
            self._typed = None
        self._settle()
        self.kept.emit()

    def _keep_new(self, kit: ComfortKit, words: str, detail: str) -> None:
        if self._growing is None:
            self._growing = kit.add(self._shelf, words, detail, origin=self._origin)
        elif is_blank(words):
            kit.remove(self._growing.id, origin=self._origin)
            self._growing = None
        else:
            kit.change(replace(self._growing, words=words, detail=detail), origin=self._origin)
