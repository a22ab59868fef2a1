"""Every practice from its first step to its ending in the real window, answered as a screen reader would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guesthouse.content.practices import load_practices
from guesthouse.domain.practice import Kind, Practice, Step
from guesthouse.domain.sitting import State, Verdict
from guesthouse.paths import resources
from tests.journeys.exercising import TYPED, Exercising
from tests.journeys.reader import Visit
from tests.safety.hands import opened
from tests.screen import Screen

PRACTICES = load_practices(resources() / "practices", "en")
AT_ONCE = 5
PARTS = [PRACTICES[start : start + AT_ONCE] for start in range(0, len(PRACTICES), AT_ONCE)]
LOOP = ("def-ladder", "def-noted")
"""What is done before the word loop can be seen."""

WORDS = {"feelings": "sad", "sensations": "heavy"}
PLACES = {"garden": "garden", "stream": "stream"}
"""The scenes that practices lead to, as the way there names them."""

SILENT = ("clothes", "ball")
"""Exercises in which nothing is typed or chosen that could be kept."""


@pytest.mark.timeout(240)
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part[0].id)
def test_a_practice_is_played_to_its_end(screen: Screen, tmp_path: Path, part: tuple[Practice, ...]) -> None:
    folder = tmp_path / "data"
    gated = any(practice.gated for practice in part)
    before = [practice for practice in PRACTICES if gated and practice.id in LOOP and practice not in part]
    order = sorted((*before, *part), key=lambda practice: practice.gated)
    with Visit(screen, folder) as visit:
        visit.find("Begin").press()
        visit.go_to("Practices")
        for practice in order:
            Playing(visit, practice).play()
        assert visit.close() == 0
    house = opened(folder)
    for practice in part:
        (sitting,) = house.sittings.of(practice.id)
        asked = {key for step in practice.steps if step.kind is not Kind.EXERCISE for key in step.keys}
        done = {step.scene for step in practice.steps if step.kind is Kind.EXERCISE} - {*PLACES, *SILENT}
        answered = {key for key, answer in sitting.answers.items() if answer}
        assert sitting.state is State.FINISHED
        assert answered >= asked, practice.id
        assert {key.partition(".")[0] for key in answered} >= done, practice.id
    assert {house.practices.standings()[practice.id].verdict for practice in part} == {Verdict.MAYBE}
    house.close()


class Playing:
    """One practice under somebody's hands."""

    def __init__(self, visit: Visit, practice: Practice) -> None:
        """It is found in the library first."""
        self.visit, self.practice = visit, practice

    def play(self) -> None:
        """From the search to the ending and back."""
        self.visit.find("Search practices").write(self.practice.title)
        item = self.visit.wait_for(self._item, f"{self.practice.title!r} in the library")
        item.press()
        self.visit.find(self.practice.title, "heading")
        self.visit.find("Start").press()
        for step in self.practice.steps:
            self.visit.find(step.text, "label")
            self._answer(step)
            if not self._done_here(step):  # an exercise leads on by itself
                self.visit.find("Next").press()
        self.visit.find("See this one again?", "label")
        self.visit.find("Maybe").press()
        self.visit.find("Back to Practices").press()

    def _done_here(self, step: Step) -> bool:
        return step.kind is Kind.EXERCISE and step.scene not in PLACES

    def _item(self) -> object:
        found = self.visit.find("Practices", "list").children()
        return next((item for item in found if item.name.startswith(self.practice.title)), None)

    def _answer(self, step: Step) -> None:
        answers: dict[Kind, Callable[[Step], None]] = {
            Kind.WORDS: lambda step: self.visit.find(WORDS[step.words], "check box").press(),
            Kind.PLACE: lambda _: self.visit.find("chest", "check box").press(),
            Kind.AMOUNT: lambda _: self.visit.find("some", "check box").press(),
            Kind.LINE: self._write,
            Kind.WRITE: self._write,
            Kind.SENTENCE: self._write,
            Kind.CHOOSE: self._choose,
            Kind.SHAPE: self._shape,
            Kind.CARDS: self._taste,
            Kind.EXERCISE: self._exercise,
        }
        answers.get(step.kind, lambda _: None)(step)

    def _write(self, _step: Step) -> None:
        fields = self.visit.wait_for(lambda: self.visit.all_seen("text"), "where one writes")
        for field in fields:
            field.write(TYPED)

    def _choose(self, step: Step) -> None:
        if step.options:
            self.visit.find(step.options[0].text, "check box").press()
        else:
            self._write(step)

    def _shape(self, step: Step) -> None:
        sliders = self.visit.wait_for(lambda: self.visit.all_seen("slider"), "what one moves")
        assert len(sliders) == len(step.sliders)
        for slider in sliders:
            slider.set_value(70)

    def _taste(self, step: Step) -> None:
        self.visit.find(step.cards[0].title).press()
        self.visit.find(step.cards[0].text, "label")
        self.visit.find("Maybe").press()
        self.visit.find("Close the card").press()

    def _exercise(self, step: Step) -> None:
        if self._done_here(step):
            self.visit.find("Do it here").press()
            Exercising(self.visit).do(step.scene)
        else:
            self._watch(step)

    def _watch(self, step: Step) -> None:
        chosen = [before.options[0].scene for before in self.practice.steps if before.options]
        place = next(filter(None, chosen), step.scene)
        self.visit.find(f"Go to the {PLACES[place]}").press()
        if step.carries:
            self.visit.wait_for(lambda: TYPED in self.visit.listed("Visitors here now"), "the visitor")
        assert self.visit.box("Scene").name.lower() == place
        self.visit.find("Back to the practice").press()
        self.visit.find(step.text, "label")
