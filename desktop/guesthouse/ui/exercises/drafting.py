"""What is half-typed for an exercise, as it goes to the disk: soon after it changes, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from guesthouse.qt.saving import Saving

if TYPE_CHECKING:
    from guesthouse.services.exercises import Exercises
    from guesthouse.ui.exercises.thought_card import ThoughtCard


class Drafting(Saving):
    """One text. It is read when it is saved; None is one that must not be written."""

    def __init__(self, read: Callable[[], str | None], *, behind_ms: int) -> None:
        """``read`` gives what stands in the field now."""
        super().__init__(behind_ms)
        self._read = read
        self._exercises: Exercises | None = None
        self._dirty = False
        self._held = ""

    def hold_back(self, words: str) -> None:
        """These were half-typed before and are not to be seen unasked: they stay on the disk until they are taken."""
        self._held = words

    def take(self) -> str:
        """What was held back, to be shown from now on."""
        held, self._held = self._held, ""
        return held

    def done(self) -> None:
        """What stood in the field is no draft any more; what is held back still is.

        Raises:
            Trouble: that could not be written.
        """
        if self._exercises is not None:
            self._keep(self._exercises, "")

    def open(self, exercises: Exercises | None) -> None:
        """Keep it there from now on, or nowhere."""
        self._exercises = exercises
        self._dirty, self._held = False, ""
        self._settle()

    def change(self) -> None:
        """It is another text now."""
        if self._exercises is not None:
            self._dirty = True
            self._plan()

    def save(self) -> None:
        """Put it on the disk now.

        Raises:
            Trouble: it could not be; it is still unsaved.
        """
        if self._exercises is not None and self._dirty:
            self._keep(self._exercises, self._read() or "")
            self._dirty = False
        self._settle()
        self.kept.emit()

    def _keep(self, exercises: Exercises, words: str) -> None:
        """Blank text is no draft."""
        exercises.keep_draft("\n".join(part for part in (self._held, words) if part))


def show_held(drafting: Drafting, thought: ThoughtCard) -> None:
    """What was half-typed before is asked for: it stands in the field, before what was typed there meanwhile."""
    thought.began.hide()
    held = drafting.take()
    thought.unwritten_box.setChecked(False)  # what is on the disk was to be written down
    thought.put("\n".join(part for part in (held, thought.words()) if part))
    thought.field.setFocus()
