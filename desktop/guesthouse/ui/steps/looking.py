"""A timed look around: a ring that fills, lines that come one after another, and Next is always there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from guesthouse.domain.practice import Step
from guesthouse.domain.sitting import Length
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.reading import add_frame
from guesthouse.ui.steps.ring import Ring

TIMES = {Length.LOOKING: 0, Length.SHORT: 1, Length.LONG: 2}
"""How often the seconds of a step are taken."""


class LookStep(StepView):
    """Goes on by itself only where the person chose a slow pace; else it waits."""

    def __init__(self, step: Step, around: Around) -> None:
        """A ring, where there is time to pass."""
        super().__init__(step, around)
        self._lines: list[QLabel] = []
        self.ring: Ring | None = None
        add_frame(self)
        lasts = step.seconds * TIMES[around.length] * around.second_ms
        for line in step.lines:
            self._lines.append(self._line(line))
        if lasts and self._moves():
            self._add_ring(lasts)
        self._show_lines(0.0 if self.ring is not None else 1.0)

    def _moves(self) -> bool:
        """Without a ring where nothing would come of it: nothing is to move, and it would wait at its end."""
        return self.around.motion.level != "still" or self.around.preferences.pace == "slow"

    def _add_ring(self, lasts: int) -> None:
        self.ring = Ring(self.around.look, self.around.motion, lasts)
        self.column.addSpacing(8)
        self.column.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        self.ring.passed.connect(self._show_lines)
        self.ring.over.connect(self._over)

    def _line(self, text: str) -> QLabel:
        made = label(self.around.look, "words-large", text)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(made)
        return made

    def _show_lines(self, share: float) -> None:
        """Each line has its part of the time; those that came stay. In Still all are there from the start."""
        still = self.around.motion.level == "still"
        for at, line in enumerate(self._lines):
            here = still or share >= at / len(self._lines)
            if here and line.isHidden():
                line.show()
                self.tell(line.text())
            elif not here:
                line.hide()

    def _over(self) -> None:
        if self.around.preferences.pace == "slow":
            self.went.emit()
