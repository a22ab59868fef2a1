"""A sitting as it is written to the file: the one place that knows what is not on the disk yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from guesthouse.domain.practice import Answer, Answers
from guesthouse.domain.sitting import Named, Sitting, State
from guesthouse.qt.saving import BEHIND_MS, Saving

if TYPE_CHECKING:
    from guesthouse.services.sittings import Sittings

__all__ = ["BEHIND_MS", "Keeping"]


class Keeping(Saving):
    """One sitting. What stands in the fields is read when it is saved."""

    def __init__(
        self,
        read: Callable[[], Mapping[str, Answer]],
        *,
        beside: Callable[[], object] | None = None,
        behind_ms: int = BEHIND_MS,
    ) -> None:
        """``read`` gives the answers that stand in the fields now.

        ``beside`` keeps what belongs to it elsewhere, with each saving, and where no sitting is open as well.
        """
        super().__init__(behind_ms)
        self._read, self._beside = read, beside
        self._sittings: Sittings | None = None
        self._practice: Named | None = None
        self.sitting: Sitting | None = None
        self.answers: dict[str, Answer] = {}
        self._on_disk: dict[str, Answer] = {}
        self._step, self._step_on_disk = 0, 0
        self._ends_as: State | None = None

    def open(self, sittings: Sittings, practice: Named, sitting: Sitting | None, answers: Answers) -> None:
        """Keep this one from now on: one that was broken off, or one that begins at the first saving."""
        self.drop()
        self._sittings, self._practice, self.sitting = sittings, practice, sitting
        self._on_disk = dict(sitting.answers) if sitting is not None else {}
        self._step = self._step_on_disk = sitting.step if sitting is not None else 0
        self.answers.update({**answers, **self._on_disk})

    def change(self) -> None:
        """Something is answered otherwise than it was."""
        if self._sittings is not None:
            self._plan()

    def at(self, step: int) -> None:
        """It stands at this step now."""
        self._step = step

    def gather(self) -> None:
        """Take what stands in the fields into the answers."""
        if self._sittings is not None:
            self.answers.update(self._read())

    def save(self) -> None:
        """Put it on the disk now.

        Raises:
            Trouble: it could not be; it is still unsaved.
        """
        if self._sittings is not None and self._practice is not None:
            self._save_sitting(self._sittings, self._practice)
        elif self._beside is None:
            return
        if self._beside is not None:
            self._beside()
        self._settle()
        self.kept.emit()

    def end(self, state: State) -> bool:
        """It is over, in this way; told as in :meth:`try_to_save`, and tried again with what is unsaved."""
        self._ends_as = state
        return self.try_to_save()

    def hand_over(self) -> None:
        """The words are elsewhere from now on, or nowhere: nothing more is written here."""
        self._sittings = None
        self._settle()

    def drop(self) -> None:
        """Hold nothing that the person has written."""
        self._sittings = self._practice = self.sitting = None
        self.answers.clear()
        self._on_disk = {}
        self._step = self._step_on_disk = 0
        self._ends_as = None
        self._settle()

    def _save_sitting(self, sittings: Sittings, practice: Named) -> None:
        self.gather()
        if self.sitting is None:
            self.sitting = sittings.begin(practice)
        for key, answer in self.answers.items():
            if answer != self._on_disk.get(key, type(answer)()):
                sittings.answer(self.sitting.id, key, answer)
                self._on_disk[key] = answer
        if self._step != self._step_on_disk:
            sittings.at_step(self.sitting.id, self._step)
            self._step_on_disk = self._step
        if self._ends_as is not None:
            end = sittings.finish if self._ends_as is State.FINISHED else sittings.stop
            end(self.sitting.id)
            self._ends_as = None
