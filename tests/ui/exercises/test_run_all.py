"""Every exercise in the run: named, told in words with the thought in them, left at once, and kept as it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.exercises import load_exercise
from guesthouse.domain.exercise import ExerciseText
from guesthouse.domain.sitting import State
from guesthouse.house import House
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.every import CLASSES
from guesthouse.ui.exercises.loop import Loop
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.stages import Stage
from tests.ui.shown import show
from tests.ui.walk import clipped, unnamed

WORDS = "I always get it wrong, and everybody can see it"
SIZES = [(1280, 800, 100), (900, 600, 150), (720, 520, 100)]
NEVER = ("faster", "clear", "delete", "mute", "shred", "burn")


@pytest.fixture(params=CLASSES)
def text(request: pytest.FixtureRequest) -> ExerciseText:
    return load_exercise(resources() / "exercises" / "en" / f"{request.param}.toml")


@pytest.fixture
def run(qtbot: QtBot, look: Look, preferences: Preferences, house: House) -> ExerciseRun:
    run = ExerciseRun(look, Motion(preferences), preferences, seed=lambda: 1, behind_ms=0)
    qtbot.addWidget(run)
    run.welcome(house)
    show(qtbot, run, 1068, 800)
    return run


def fields(widget: QWidget) -> list[QLineEdit | QPlainTextEdit | QTextEdit]:
    """Where one can type."""
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    return [one for one in widget.findChildren(QWidget) if isinstance(one, kinds) and not one.isReadOnly()]


def type_into(widget: QWidget) -> None:
    """Something into every field that is shown."""
    for number, field in enumerate(fields(widget)):
        if field.isVisible():
            field.setText(f"Typed {number}") if isinstance(field, QLineEdit) else field.setPlainText(f"Typed {number}")


def test_it_is_told_in_words_and_left_at_once(run: ExerciseRun, house: House, text: ExerciseText) -> None:
    run.begin(text, WORDS)
    assert run.asking.title.text() == text.acknowledging
    run.asking.yes.click()
    going = house.sittings.going_exercise()
    assert going is not None and (going.practice, going.answers["line"]) == (text.sitting, WORDS)
    assert WORDS in run.showing.seen.toPlainText() or text.gated  # that one begins with a plain page
    stopped: list[bool] = []
    run.stopped.connect(lambda: stopped.append(True))
    run.stop()
    assert stopped == [True] and run.exercise is None
    (kept,) = house.sittings.of(text.sitting)
    assert kept.state is State.STOPPED and kept.answers["line"] == WORDS


def test_it_comes_to_a_quiet_end(run: ExerciseRun, text: ExerciseText) -> None:
    run.begin(text, WORDS, keep=False)
    run.asking.yes.click()
    assert run.exercise is not None
    type_into(run.exercise)
    if isinstance(run.exercise, Loop):  # its plain page wants an answer first
        run.exercise.none_of_these.click()
        run.exercise.choosing.field.setText("late")
    for _ in range(5):
        if run.stage is Stage.DOING:
            run.showing.foot.go_on.click()
    assert run.stage is Stage.ENDING and text.ending == run.ending.ending.text()


def test_no_key_is_faster_or_makes_anything_go(run: ExerciseRun, text: ExerciseText) -> None:
    run.begin(text, WORDS)
    run.asking.yes.click()
    keys = " ".join(one.text().lower() for one in run.findChildren(QAbstractButton))
    assert not [word for word in NEVER if word in keys]


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize(("wide", "tall", "size"), SIZES)
def test_everything_is_named_and_nothing_is_cut_off(
    run: ExerciseRun, preferences: Preferences, text: ExerciseText, theme: str, wide: int, tall: int, size: int
) -> None:
    preferences.theme, preferences.text_size = theme, size
    run.resize(wide, tall)
    run.begin(text, WORDS)
    run.asking.yes.click()
    assert unnamed(run) == [] and clipped(run) == []


def test_every_word_typed_in_it_is_kept(run: ExerciseRun, house: House, text: ExerciseText, qtbot: QtBot) -> None:
    run.begin(text, WORDS)
    run.asking.yes.click()
    assert run.exercise is not None
    type_into(run)
    answers = [str(answer) for answer in run.exercise.answers().values()]
    typed = {answer for answer in answers if "Typed" in answer}
    going = house.sittings.going_exercise()
    assert going is not None
    qtbot.waitUntil(lambda: typed <= {str(one) for one in house.sittings.one(going.id).answers.values()})  # type: ignore[union-attr]
