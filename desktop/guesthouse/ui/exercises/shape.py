"""The common shape of a word exercise: a picture that fills the page, and what one can do with it at its foot.

The run around it (``run.py``) asks first, shows the ratings, has Pause, Slower, Still and Stop, and ends it quietly. An
exercise paints, answers its own few controls, says in words what is to be seen, and tells when it is over. How its
things move is a pure function of its seconds, in a module without Qt beside it in ``sim/exercises/`` where there is
any, so that the same seconds give the same picture.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from guesthouse.domain.exercise import ExerciseText
from guesthouse.domain.practice import Answer
from guesthouse.qt.look import Look
from guesthouse.ui.exercises.beat import FRAME_MS, Beat


@dataclass(frozen=True)
class Given:
    """What an exercise is given. ``words`` is the thought, to the letter; ``answers`` what was typed in it before.

    ``level`` is the motion: "full", "calm" or "still". ``clock`` gives milliseconds; None for the real one.
    ``is_guest`` knows whether words are in the guest book, where what is typed is written down at all; ``again``: it
    was done to its end before.
    """

    look: Look
    text: ExerciseText
    words: str
    level: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    seed: int = 0
    clock: Callable[[], int] | None = None
    is_guest: Callable[[str], bool] = lambda _words: False
    again: bool = False


class Exercise(QWidget):
    """One exercise on one thought. Subclasses override what they need; ``paint`` and ``equivalent`` they must."""

    changed = Signal()
    """Something was typed or chosen: :meth:`answers` is to be kept (it is written at most a second later)."""

    shifted = Signal()
    """What is to be seen is another thing now: :meth:`equivalent` is read again, and said where it is new."""

    ended = Signal()
    """It came to its own end."""

    carried = Signal(str, object)
    """Something is taken to another room, as pages carry it."""

    moves = False
    """Whether anything moves by itself, so that Pause, Slower and Still mean something."""

    goes_on = True
    """Whether the way on is there; where a question wants an answer first, a key of the exercise's own is it."""

    counts = True
    """Whether its end means that it was done; else it was left before it began."""

    def __init__(self, given: Given) -> None:
        """Ready to be shown; nothing has begun."""
        super().__init__()
        self.given, self.look, self.text, self.words = given, given.look, given.text, given.words
        self.level = given.level
        self.beat = Beat(self.wait, given.clock, self)
        self.beat.ticked.connect(self.ticked)
        self.beat.stood.connect(self.stood)
        self.top, self.bottom = 0, 0
        self.look.changed.connect(self.restyle)

    # --------------------------------------------------------------------------------- what an exercise says

    def paint(self, painter: QPainter) -> None:
        """The picture of now, over a ground that is painted already; ``free`` is the part no bar lies over."""
        raise NotImplementedError

    def equivalent(self) -> str:
        """What is to be seen now, in words, for those who listen; with the thought in it, to the letter."""
        raise NotImplementedError

    def controls(self) -> Sequence[QWidget]:
        """The widgets of the foot, in their order, each with an accessible name. The run adds the way to the end."""
        return ()

    def first(self) -> QWidget | None:
        """Where the focus goes at first; None for the run's own way on."""
        return None

    def answers(self) -> dict[str, Answer]:
        """What was typed or chosen in it, as it stands now, by name; what is not in it any more is erased.

        Those that are the person's own words are named in ``written`` of its text.
        """
        return {}

    def go_on(self) -> bool:
        """The way on was pressed: False where something has to be seen first, which is shown now."""
        return True

    def wait(self) -> int | None:
        """Milliseconds to the next frame worth painting, or None when nothing will change by itself."""
        return FRAME_MS if self.moves and not self.still else None

    def ticked(self) -> None:
        """A frame: time has passed."""
        self.update()

    def stood(self) -> None:
        """It was paused, or goes on."""

    def restyle(self) -> None:
        """Another theme or text size, or another size of the widget: render anew what was rendered."""
        self.update()

    def let_go(self) -> None:
        """It is over: hold no words any more. Timers stop."""
        self.beat.set_shown(False)

    # ------------------------------------------------------------------------------------- what it is told

    @property
    def still(self) -> bool:
        """Whether nothing may move: steps and cross-fades of single cards at most."""
        return self.level == "still"

    @property
    def free(self) -> QRectF:
        """The part of the picture that no bar lies over, in pixels."""
        return QRectF(0, self.top, self.width(), max(1, self.height() - self.top - self.bottom))

    def set_margins(self, top: int, bottom: int) -> None:
        """So many pixels at the top and the bottom lie under the run's bars."""
        if (top, bottom) != (self.top, self.bottom):
            self.top, self.bottom = top, bottom
            self.restyle()

    def set_motion(self, level: str) -> None:
        """ "full", "calm" or "still"; it may change at any moment."""
        self.level = level
        self.restyle()
        self.beat.plan()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, then the picture."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("paper"))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.paint(painter)
        painter.end()

    def resizeEvent(self, event: object) -> None:
        """Everything has another place."""
        self.restyle()

    def showEvent(self, event: QShowEvent) -> None:
        """Time passes while it can be seen."""
        super().showEvent(event)
        self.beat.set_shown(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden hour is as if it had not been."""
        super().hideEvent(event)
        self.beat.set_shown(False)
