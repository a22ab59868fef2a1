"""What a step is given, and what it tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.domain.noticing import Vocabulary
from guesthouse.domain.player_words import Between
from guesthouse.domain.practice import Answer, Practice, Step
from guesthouse.domain.shoulds import Shoulds
from guesthouse.domain.sitting import Length, Standing, Verdict
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.parts.announce import announce

SECOND_MS = 1000


@dataclass(frozen=True)
class Around:
    """What is around a step. ``answers`` are those given so far; ``length`` is how long one would like to stay.

    ``comforts`` gives what lies on a shelf of the kit; ``rules`` are those of the should-finder, where there is one.
    ``second_ms`` is how long a second of a timed step lasts.
    """

    look: Look
    motion: Motion
    preferences: Preferences
    words: Between
    vocabulary: Vocabulary
    practice: Practice
    length: Length
    answers: Mapping[str, Answer]
    comforts: Callable[[Shelf], Sequence[Comfort]]
    standings: Callable[[], Mapping[str, Standing]]
    judge: Callable[[str, Verdict | None], object]
    rules: Shoulds | None = None
    second_ms: int = field(default=SECOND_MS)

    def answer(self, key: str) -> Answer:
        """What was answered under this key, or nothing."""
        return self.answers.get(key, "")

    def listed(self, key: str) -> list[str]:
        """The same as a list, without blank ones."""
        answer = self.answer(key)
        return [one for one in ([answer] if isinstance(answer, str) else answer) if one.strip()]


class StepView(QWidget):
    """The part of a step that is under its text. Subclasses fill ``column`` and override what they need."""

    changed = Signal()  # something in it was answered, or is answered otherwise
    went = Signal()  # its time is over, and it goes on by itself
    done = Signal()  # Enter in a line: what comes after it is near
    carried = Signal(str, object)  # something is taken to another room
    steady_wanted = Signal()  # feet and floor first
    exercise_wanted = Signal()  # the exercise of this step is to be done
    unfolded = Signal(QWidget)  # a part of it that was opened and is to be in sight

    def __init__(self, step: Step, around: Around) -> None:
        """An empty one."""
        super().__init__()
        self.step, self.around = step, around
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def answers(self) -> dict[str, Answer]:
        """What is answered here, as it stands now."""
        return {}

    def first(self) -> QWidget | None:
        """Where the focus goes; None if there is nothing to answer."""
        return None

    def tell(self, text: str) -> None:
        """Say something that changed away from the focus."""
        announce(self, text)
