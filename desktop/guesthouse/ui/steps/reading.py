"""A step to read, with what was written before in a well, where there is something."""

from __future__ import annotations

from guesthouse.domain.practice import GAP, Step
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.saying import NOTICING, framed
from guesthouse.ui.steps.well import Well


class ReadStep(StepView):
    """Nothing to answer."""

    def __init__(self, step: Step, around: Around) -> None:
        """The frame, if there is one."""
        super().__init__(step, around)
        add_frame(self)


def add_frame(view: StepView) -> None:
    """Put the step's frame at the end of its column, with what was answered so far; none where it would be empty."""
    step, around = view.step, view.around
    gaps = GAP.findall(step.frame)
    told = GAP.sub("", step.frame).strip() or NOTICING in gaps or any(around.listed(gap) for gap in gaps)
    if step.frame and told:
        words = framed(step.frame, around.practice, around.answers, around.vocabulary)
        view.column.addWidget(Well(around.look, words))
