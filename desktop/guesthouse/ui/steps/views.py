"""Which part of the screen belongs to which kind of step."""

from __future__ import annotations

from guesthouse.domain.practice import Kind, Step
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.choosing import ChooseStep
from guesthouse.ui.steps.finishing import SentenceStep
from guesthouse.ui.steps.leaving import ExerciseStep
from guesthouse.ui.steps.looking import LookStep
from guesthouse.ui.steps.picking import AmountStep, PlaceStep, WordsStep
from guesthouse.ui.steps.reading import ReadStep
from guesthouse.ui.steps.shaping import ShapeStep
from guesthouse.ui.steps.steadying import SteadyStep
from guesthouse.ui.steps.tasting import CardsStep
from guesthouse.ui.steps.writing import WriteStep

VIEWS: dict[Kind, type[StepView]] = {
    Kind.READ: ReadStep,
    Kind.LOOK: LookStep,
    Kind.WORDS: WordsStep,
    Kind.PLACE: PlaceStep,
    Kind.LINE: WriteStep,
    Kind.WRITE: WriteStep,
    Kind.CHOOSE: ChooseStep,
    Kind.AMOUNT: AmountStep,
    Kind.SENTENCE: SentenceStep,
    Kind.SHAPE: ShapeStep,
    Kind.CARDS: CardsStep,
    Kind.STEADY: SteadyStep,
    Kind.EXERCISE: ExerciseStep,
}


def view_of(step: Step, around: Around) -> StepView:
    """What is under the text of this step."""
    return VIEWS[step.kind](step, around)
