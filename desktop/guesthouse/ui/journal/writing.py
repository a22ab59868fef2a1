"""What is being written: the one place that knows what is not on the disk yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guesthouse.domain.journal import Entry
from guesthouse.qt.saving import BEHIND_MS, Saving
from guesthouse.ui.parts.submitted import Submitted

if TYPE_CHECKING:
    from guesthouse.services.journal import Journal


class Writing(Saving):
    """One open entry, read from the sheet when it is saved."""

    begun = Signal()  # something is not on the disk yet

    def __init__(self, read: Callable[[Entry], Entry], origin: object, *, behind_ms: int = BEHIND_MS) -> None:
        """``read`` gives an entry as it stands on the sheet; ``origin`` is who changes the journal by this."""
        super().__init__(behind_ms)
        self._read, self._origin = read, origin
        self._journal: Journal | None = None
        self._entry: Entry | None = None
        self._dirty = False
        self.submitted = Submitted()

    @property
    def entry(self) -> Entry | None:
        """The open entry as it was when it was opened or saved last."""
        return self._entry

    @property
    def unsaved(self) -> bool:
        """Whether something is not on the disk yet."""
        return self._dirty

    @property
    def untold(self) -> bool:
        """Whether it was written in since it was opened or left last."""
        return self._entry is not None and not self.submitted.is_told(_texts(self._entry))

    def open(self, journal: Journal | None, entry: Entry | None, *, untold: bool = False) -> None:
        """Write at this entry from now on; what was written before must be saved by then.

        ``untold``: it was written in before, and not left since.
        """
        anew = self._entry is None or entry is None or entry.id != self._entry.id
        self._journal, self._entry = journal, entry
        if anew:
            self.submitted.know({} if entry is None or untold else _texts(entry))
        self._settle()

    def change(self) -> None:
        """Something on the sheet is another than it was."""
        if self._entry is None:
            return
        if not self._dirty:
            self._dirty = True
            self.begun.emit()
        self._plan()

    def save(self) -> None:
        """Put it on the disk now.

        Raises:
            Trouble: it could not be; it is still unsaved.
        """
        if self._dirty and self._journal is not None and self._entry is not None:
            self._entry = self._journal.keep(self._read(self._entry), origin=self._origin)
            self._settle()
            self.kept.emit()

    def entry_on_disk(self) -> None:
        """See to it that the entry is in the file, even an empty one, since something is to be put to it.

        Raises:
            Trouble: it could not be written.
        """
        self.save()
        if self._journal is not None and self._entry is not None:
            self._journal.keep_even_empty(self._entry)

    def leave(self) -> None:
        """Save, and settle what can wait while one writes.

        Raises:
            Trouble: it could not be saved.
        """
        self.save()
        if self._journal is not None and self._entry is not None:
            self._journal.leave(self._entry.id)
            self.submitted.tell(_texts(self._entry))

    def drop(self) -> None:
        """What is on the sheet is not to be saved: the entry was deleted."""
        self._entry = None
        self.submitted.forget()
        self._settle()

    def replace(self, **changed: object) -> None:
        """Other facts than those on the sheet's fields are other ones now (the hour, the thoughts it is about)."""
        if self._entry is not None:
            self._entry = replace(self._entry, **changed)  # type: ignore[arg-type]
            self.change()

    def _settle(self) -> None:
        self._dirty = False
        super()._settle()


def _texts(entry: Entry) -> dict[str, str]:
    """What the person has written in it, by the place where it stands."""
    return {"title": entry.title, "noticing": entry.noticing, "text": entry.text, "tags": "\n".join(entry.tags)}
