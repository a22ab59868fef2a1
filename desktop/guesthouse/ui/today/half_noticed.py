"""What is half noticed on its way to the disk: the one place that knows what is not there yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from guesthouse.domain.noticing import Noticed
from guesthouse.qt.saving import Saving

if TYPE_CHECKING:
    from guesthouse.services.noticings import Noticings


class HalfNoticed(Saving):
    """The one draft of a noticing."""

    def __init__(self, read: Callable[[], tuple[Sequence[Noticed], str]], behind_ms: int) -> None:
        """``read`` gives what is chosen, and what is half-typed."""
        super().__init__(behind_ms)
        self._read = read
        self._noticings: Noticings | None = None
        self._unsaved = False
        self._held: list[Noticed] = []
        self._held_typed = ""
        self._untouched = True

    @property
    def untouched(self) -> bool:
        """Whether nothing was chosen or typed since something was held back."""
        return self._untouched

    @property
    def held(self) -> tuple[list[Noticed], str]:
        """What is held back, as it was half-done: what was chosen, and what was half-typed."""
        return self._held, self._held_typed

    def hold_back(self, things: Sequence[Noticed], typed: str) -> None:
        """These were half-done before and are not to be seen unasked: they stay on the disk until they are taken."""
        self._held, self._held_typed = list(things), typed
        self._untouched = True

    def take(self) -> list[Noticed]:
        """What was held back, to be shown from now on."""
        held = self._all_held()
        self._held, self._held_typed = [], ""
        return held

    def open(self, noticings: Noticings | None) -> None:
        """Keep it here from now on; what was half-done before must be saved by then."""
        self._noticings = noticings
        self._held, self._held_typed = [], ""
        self.drop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters that are being put together are in no text yet, and would be lost with another one."""
        if event.type() == QEvent.Type.InputMethod:
            self._untouched = False
        return False

    def change(self) -> None:
        """Something is chosen or typed otherwise than it was."""
        self._untouched = False
        if self._noticings is not None:
            self._unsaved = True
            self._plan()

    def save(self) -> None:
        """Put it on the disk now.

        Raises:
            Trouble: it could not be; it is still unsaved.
        """
        if self._unsaved and self._noticings is not None:
            things, typed = self._read()
            self._noticings.keep_draft([*self._all_held(), *things], typed)
            self._settled()
            self.kept.emit()

    def drop(self) -> None:
        """There is nothing that is to be saved, but what is held back."""
        self._settled()
        noticings, held = self._noticings, self._all_held()
        if held and noticings is not None:
            self.attempt(lambda: noticings.keep_draft(held, ""))

    def _all_held(self) -> list[Noticed]:
        typed = self._held_typed
        return [*self._held, *([Noticed(typed)] if typed else [])]

    def _settled(self) -> None:
        self._unsaved = False
        self._settle()
