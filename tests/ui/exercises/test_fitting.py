"""No exercise begins or goes on with words about dying, harm, danger or something that happened."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.exercises import ORDER, load_exercise, load_run
from guesthouse.content.heavy_cards import load_heavy_cards
from guesthouse.domain.errand import Start
from guesthouse.domain.exercise import LINE
from guesthouse.domain.heavy_kinds import Kind
from guesthouse.domain.sitting import State
from guesthouse.house import House
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.fitting import Way, kind_of, ways_for
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.stages import Stage
from guesthouse.ui.steps.fields import WordsField
from tests.ui.exercises.run_hands import PLAIN, TINY, shown, tiny

DYING = "I want to die"
HEAVY = {
    Kind.SELF: DYING,
    Kind.SOMEONE: "my friend wants to kill herself",
    Kind.DANGER: "he hits me",
    Kind.LOSS: "my brother killed himself",
    Kind.EVENT: "my dad died",
}
FOLDER = resources() / "exercises" / "en"


@pytest.fixture
def run(qtbot: QtBot, look: Look, preferences: Preferences, house: House) -> ExerciseRun:
    return shown(qtbot, look, preferences, house)


@pytest.fixture
def real(qtbot: QtBot, look: Look, preferences: Preferences, house: House) -> ExerciseRun:
    """A run of the exercises as they are, in Still."""
    preferences.motion = "still"
    made = ExerciseRun(look, Motion(preferences), preferences, seed=lambda: 1, behind_ms=0)
    qtbot.addWidget(made)
    made.welcome(house)
    made.resize(1068, 800)
    made.show()
    return made


def pressed(widget: QWidget) -> list[str]:
    """What can be pressed now."""
    return [one.text() for one in widget.findChildren(QPushButton) if one.isVisible()]


def heard(run: ExerciseRun) -> tuple[list[str], list[object]]:
    wanted: list[str] = []
    carried: list[object] = []
    run.wanted.connect(wanted.append)
    run.carried.connect(lambda _room, thing: carried.append(thing))
    return wanted, carried


@pytest.mark.parametrize("kind", HEAVY)
@pytest.mark.parametrize("text", [TINY, PLAIN], ids=["playful", "plain"])
def test_none_begins_on_heavy_words(run: ExerciseRun, kind: Kind, text: object) -> None:
    run.begin(TINY if text is TINY else PLAIN, HEAVY[kind], asked=True)
    assert run.stage is Stage.LEFT and run.exercise is None
    assert "OK to play" not in run.left.title.text() and run.left.thought.text() == HEAVY[kind]
    assert not run.left.heavy.isVisible()


def test_for_words_about_dying_a_person_comes_first(run: ExerciseRun) -> None:
    run.begin(TINY, DYING)
    assert run.left.title.text() == "These words stay as they are."
    assert pressed(run.left) == ["Support", "Steady for a minute", "Acknowledge", "Keep writing"]
    assert run.left.support.property("role") == "primary"
    wanted, carried = heard(run)
    run.left.support.click()
    run.left.steady.click()
    assert wanted == ["support", "grounding"] and run.stage is Stage.LEFT
    run.left.acknowledge.click()
    assert carried == [Start("ack-noticing")]


def test_what_happened_leads_to_acknowledging_and_validating(run: ExerciseRun) -> None:
    run.begin(PLAIN, HEAVY[Kind.EVENT])
    assert "something that happened" in run.left.title.text()
    assert pressed(run.left) == ["Acknowledge", "Validate", "A lighter one"]
    run.left.clear()
    run.begin(TINY, "I always get it wrong")
    run.asking.no.click()
    assert run.left.heavy.isVisible() and pressed(run.left)[:2] == ["Acknowledge", "Validate"]


def test_a_sitting_with_a_heavy_line_is_not_taken_up(run: ExerciseRun, house: House) -> None:
    going = house.sittings.begin(TINY.sat)
    house.sittings.answer(going.id, LINE, "I always get it wrong")
    house.sittings.answer(going.id, "what", DYING)
    text = type(TINY)(**{name: getattr(TINY, name) for name in TINY.__slots__} | {"written": ("what",)})
    run.begin(text, "I always get it wrong", sitting=house.sittings.one(going.id))
    assert run.stage is Stage.LEFT and run.left.thought.text() == DYING


def test_switched_off_nothing_is_refused(run: ExerciseRun, house: House) -> None:
    house.heavy.heed(False)
    run.begin(TINY, DYING)
    assert run.stage is Stage.ASKING and kind_of(house, DYING) is None


def test_a_heavy_line_typed_inside_is_not_played_with(run: ExerciseRun, house: House) -> None:
    told: list[str] = []
    run.lines.submitted.written.connect(told.append)
    text = type(TINY)(**{name: getattr(TINY, name) for name in TINY.__slots__} | {"written": ("what",)})
    run.begin(text, "I always get it wrong")
    run.asking.yes.click()
    tiny(run).field.setText("I want to d")
    assert told == []  # not while it is typed
    tiny(run).field.setText(DYING)
    tiny(run).away()
    assert told == [DYING] and run.stage is Stage.LEFT and run.exercise is None
    assert run.left.thought.text() == DYING
    kept = house.sittings.of(TINY.sitting, 9)[0]
    assert kept.state is State.STOPPED and kept.answers["what"] == DYING  # what was typed is kept as it was


@pytest.mark.parametrize("name", ["bus", "popups", "radio", "theme", "card", "noted", "loop", "ladder"])
def test_no_exercise_goes_on_with_a_heavy_line(real: ExerciseRun, house: House, name: str) -> None:
    """Whatever field it is typed into; the card goes into no corner."""
    text = load_exercise(FOLDER / f"{name}.toml")
    _, carried = heard(real)
    told: list[str] = []
    real.lines.submitted.written.connect(told.append)
    real.begin(text, "I always get it wrong", asked=True)
    (real.asking.yes).click()
    exercise = real.exercise
    assert exercise is not None
    for _ in range(4):  # to where one types, and on
        for line in exercise.findChildren(QLineEdit):
            if line.isVisible():
                line.setText(DYING)
        for field in exercise.findChildren(WordsField):
            if field.isVisible():
                field.set_words(DYING)
        if real.stage is not Stage.DOING:
            break
        real.showing.foot.go_on.click()
        if real.stage is not Stage.DOING:
            break
    assert all(DYING not in str(thing) for thing in carried)
    if name in ("bus", "popups", "theme", "card", "noted"):  # where it would be in what goes on
        assert real.stage is Stage.LEFT and DYING in told


def test_the_ways_fit_the_words() -> None:
    assert ways_for(None) == ()
    for kind in (Kind.SELF, Kind.SOMEONE, Kind.DANGER, Kind.LOSS):
        assert ways_for(kind)[:2] == (Way.SUPPORT, Way.STEADY)
    assert ways_for(Kind.EVENT) == (Way.ACKNOWLEDGE, Way.VALIDATE)


@pytest.mark.parametrize("kind", HEAVY)
def test_what_is_said_never_thanks_or_plays(house: House, kind: Kind) -> None:
    said = " ".join(house.exercises.words.refusal(kind)).lower()
    assert not any(word in said for word in ("thank", "leaf", "leaves", "detected", "at risk", "are you sure"))
    assert house.exercises.words.refusal(kind) != house.exercises.words.refusal(None)


def test_every_exercise_says_itself_that_it_is_not_for_these() -> None:
    for name in ORDER:
        assert load_exercise(FOLDER / f"{name}.toml").not_for, name


def test_what_refuses_does_not_begin_as_the_card_below_does() -> None:
    """Both stand on one page: the same sentence is not read twice."""
    run = load_run(resources() / "exercises" / "run", "en")
    cards = load_heavy_cards(resources() / "heavy_cards", "en")
    for kind, said in cards.said.items():
        refused = run.refusal(kind)[0] if kind in HEAVY else ""
        assert not refused or not said.text.startswith(refused.rstrip(".")), kind
