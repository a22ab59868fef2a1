"""The run: it acknowledges and asks first, can be left at any moment in the same event, and ends quietly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Start
from guesthouse.domain.sitting import State
from guesthouse.errors import DiskFull
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.stages import Stage
from tests.ui.exercises.run_hands import PLAIN, TINY, WORDS, shown, tiny
from tests.ui.walk import clipped, unnamed


@pytest.fixture
def run(qtbot: QtBot, look: Look, preferences: Preferences, house: House) -> ExerciseRun:
    return shown(qtbot, look, preferences, house)


def buttons(run: ExerciseRun) -> list[str]:
    """What can be pressed now."""
    return [one.text() for one in run.findChildren(QPushButton) if one.isVisible() and one.text() != "Stop here"]


def texts(run: ExerciseRun) -> str:
    """Every word that can be read now."""
    return " ".join(
        one.text() for one in run.findChildren(QLabel) + run.findChildren(QAbstractButton) if one.isVisible()
    )


def test_it_acknowledges_before_anything_else(run: ExerciseRun, house: House) -> None:
    run.begin(TINY, WORDS)

    assert run.asking.title.text() == TINY.acknowledging and run.asking.title.isVisible()
    assert run.asking.thought.text() == WORDS and "Anything that happened" in run.asking.not_for.text()
    assert "around 3 or 4 out of 10" in texts(run) and "Is this one OK to play with?" in texts(run)
    assert [one for one in buttons(run) if not one.isdigit()] == ["Yes", "Not this one", "A lighter one"]
    assert run.exercise is None and house.sittings.going_exercise() is None


def test_one_that_is_not_playful_is_not_asked_for(run: ExerciseRun) -> None:
    run.begin(PLAIN, WORDS)

    assert run.asking.title.text() == TINY.acknowledging
    assert "OK to play" not in texts(run)
    run.asking.yes.click()
    assert run.stage is Stage.DOING


@pytest.mark.parametrize("asked", [False, True])
def test_what_the_line_says_can_be_left_can_be_left(run: ExerciseRun, qtbot: QtBot, house: House, asked: bool) -> None:
    """Where nothing is asked "Not this one" does not stand there, and leaving it does."""
    run.begin(TINY if asked else PLAIN, WORDS, asked=asked)
    assert [one for one in buttons(run) if not one.isdigit()] == ["Begin", "A lighter one", "Leave it"]
    with qtbot.waitSignal(run.done), qtbot.assertNotEmitted(run.stopped):
        run.asking.leave.click()
    assert run.doing is None and run.asking.thought.text() == ""
    assert house.sittings.going_exercise() is None


def test_the_focus_goes_from_one_screen_to_the_next_and_nowhere_between(run: ExerciseRun) -> None:
    heard: list[QWidget] = []

    def hear(_: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            heard.append(now)

    QApplication.instance().focusChanged.connect(hear)  # type: ignore[union-attr]
    run.begin(TINY, WORDS)
    assert heard == [run.asking.yes]
    run.asking.yes.click()
    assert heard == [run.asking.yes, run.showing.foot.go_on]
    run.showing.foot.go_on.click()
    assert len(heard) == 3 and run.ending.isAncestorOf(heard[2])
    QApplication.instance().focusChanged.disconnect(hear)  # type: ignore[union-attr]


def test_a_practice_that_has_asked_leaves_out_the_question_but_not_the_line(run: ExerciseRun) -> None:
    run.begin(TINY, WORDS, asked=True)

    assert run.stage is Stage.ASKING and TINY.acknowledging in texts(run) and "OK to play" not in texts(run)
    assert run.asking.yes.text() == "Begin"


@pytest.mark.parametrize(("sting", "first"), [(0, False), (7, False), (8, True), (10, True)])
def test_at_eight_feet_and_floor_come_first_and_nothing_is_forbidden(
    run: ExerciseRun, qtbot: QtBot, sting: int, first: bool
) -> None:
    run.begin(TINY, WORDS)
    run.asking.sting.chips[sting].click()

    assert run.asking.steady.isVisible() == first and run.asking.yes.isVisible() and run.asking.yes.isEnabled()
    assert run.asking.yes.property("role") == ("quiet" if first else "primary")
    if first:
        assert run.asking.steady.property("role") == "primary" and run.asking.steady.x() < run.asking.yes.x()
        with qtbot.waitSignal(run.carried) as carried:
            run.asking.steady.click()
        assert carried.args == ["practices", Start("ack-feet")] and run.stage is Stage.ASKING
    run.asking.yes.click()
    assert run.stage is Stage.DOING


def test_the_sting_can_be_taken_back_and_left_out(run: ExerciseRun) -> None:
    run.begin(TINY, WORDS)
    run.asking.sting.chips[9].click()
    run.asking.sting.chips[9].click()
    assert run.asking.sting.value is None and not run.asking.steady.isVisible()


@pytest.mark.parametrize("practice", ["ack-noticing", "val-sense"])
def test_not_this_one_leads_to_two_other_ways(run: ExerciseRun, qtbot: QtBot, house: House, practice: str) -> None:
    run.begin(TINY, WORDS)
    run.asking.no.click()
    assert buttons(run) == ["Acknowledge", "Validate", "A lighter one"] and WORDS in texts(run)

    way = run.left.acknowledge if practice.startswith("ack") else run.left.validate
    with qtbot.waitSignal(run.carried) as carried:
        way.click()
    assert carried.args == ["practices", Start(practice)] and house.practices.one(practice) is not None
    assert run.doing is None and house.sittings.going_exercise() is None


def test_what_is_too_heavy_is_never_offered_play_until_it_is_taken_back(run: ExerciseRun, house: House) -> None:
    run.begin(TINY, WORDS)
    run.asking.no.click()
    run.left.heavy.setChecked(True)
    run.stop()

    for way in ({}, {"asked": True}):
        run.begin(TINY, "  i ALWAYS get it wrong!", **way)
        assert run.stage is Stage.LEFT and run.left.heavy.isChecked() and "OK to play" not in texts(run)
    run.begin(PLAIN, WORDS)
    assert run.stage is Stage.ASKING
    run.begin(TINY, WORDS)
    run.left.heavy.setChecked(False)
    assert not house.heavy.is_marked(WORDS)
    run.begin(TINY, WORDS)
    assert run.stage is Stage.ASKING


def test_a_mark_that_cannot_be_written_is_not_shown(
    run: ExerciseRun, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(house.heavy, "mark", full)
    run.begin(TINY, WORDS)
    run.asking.no.click()
    run.left.heavy.setChecked(True)

    assert not run.left.heavy.isChecked() and "disk" in run.left.trouble.text().lower()


def test_a_lighter_one_leads_back_to_the_thought(run: ExerciseRun, qtbot: QtBot) -> None:
    run.begin(TINY, WORDS)
    with qtbot.waitSignal(run.lighter):
        run.asking.lighter.click()
    assert run.doing is None and run.asking.thought.text() == ""


def test_the_end_is_quiet(run: ExerciseRun) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    run.showing.foot.go_on.click()
    told = texts(run)

    assert [one for one in buttons(run) if one] == ["Done"]
    assert TINY.ending in told and "Look around the room." in told
    assert "What do you want to do with the next five minutes?" in told
    assert "to make a thought go away tends to feed it" in told
    assert "“Carry card”" in told, "said, and not a key that pushes"
    assert not any(letter.isdigit() for letter in told.replace("1 to 2 minutes", ""))
    assert "!" not in told


def at(run: ExerciseRun, stage: Stage, preferences: Preferences) -> None:
    """Bring it there."""
    preferences.ratings = stage in (Stage.BEFORE, Stage.AFTER)
    run.begin(TINY, WORDS)
    if stage is Stage.ASKING:
        return
    if stage is Stage.LEFT:
        run.asking.no.click()
        return
    run.asking.yes.click()
    if stage is Stage.AFTER:
        run.rating.card.skip.click()
    if stage in (Stage.AFTER, Stage.ENDING):
        run.showing.foot.go_on.click()


SIZES = [(1068, 800, 100), (900, 600, 150), (720, 520, 100), (720, 520, 200)]
STAGES = [stage for stage in Stage if stage is not Stage.NOWHERE]


@pytest.mark.parametrize("stage", STAGES)
def test_it_can_be_left_in_the_same_event_from_everywhere(
    run: ExerciseRun, house: House, preferences: Preferences, stage: Stage
) -> None:
    at(run, stage, preferences)
    assert run.stage is stage
    if stage is Stage.DOING:
        tiny(run).field.setText("half a wo")  # its saving is due and has not come
    stopped: list[bool] = []
    run.stopped.connect(lambda: stopped.append(True))
    run.stop()

    assert stopped == [True] and run.doing is None and run.exercise is None
    assert house.sittings.going_exercise() is None
    if stage is Stage.DOING:
        (kept,) = house.sittings.of("ex-tiny")
        assert kept.state is State.STOPPED and kept.answers == {"line": WORDS, "what": "half a wo"}
    for screen in (run.asking, run.left):
        assert screen.thought.text() == ""


@pytest.mark.parametrize("stage", STAGES)
def test_the_key_to_leave_is_in_sight_everywhere(run: ExerciseRun, preferences: Preferences, stage: Stage) -> None:
    at(run, stage, preferences)
    keys = [one for one in run.findChildren(QPushButton) if one.text() == "Stop here" and one.isVisible()]
    assert len(keys) == 1
    keys[0].click()
    assert run.doing is None


def test_what_is_to_be_seen_is_told_in_words(run: ExerciseRun) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    seen = run.showing.seen
    assert seen.isVisible() and seen.toPlainText() == f"“{WORDS}”, seen 0 steps away"

    tiny(run).away()
    assert seen.toPlainText() == f"“{WORDS}”, seen 1 steps away"
    top = run.childAt(seen.mapTo(run, seen.rect().center()))
    assert top is not seen.viewport()
    run.showing.top.words_button.setChecked(True)
    assert run.childAt(seen.mapTo(run, seen.rect().center())) is seen.viewport() and seen.hasFocus()
    run.showing.top.words_button.setChecked(False)
    assert seen.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_can_be_paused_slowed_and_stilled(run: ExerciseRun, preferences: Preferences) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    top, exercise = run.showing.top, tiny(run)
    assert top.pause_button.isVisible() and top.slower_button.isVisible()
    top.pause_button.click()
    assert exercise.beat.paused and top.pause_button.accessibleName() == "Resume"
    top.pause_button.click()
    assert not exercise.beat.paused
    top.still_button.setChecked(True)
    assert exercise.still
    top.still_button.setChecked(False)
    preferences.motion = "still"
    assert exercise.still and top.still_button.isChecked()
    assert not [one for one in buttons(run) if "faster" in one.lower() or "again" in one.lower()]


def test_pause_is_not_there_where_nothing_moves(run: ExerciseRun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.ui.exercises.run_hands.Tiny.moves", False)
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    assert not run.showing.top.pause_button.isVisible() and not run.showing.top.slower_button.isVisible()


def test_its_own_end_is_the_way_on(run: ExerciseRun) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    tiny(run).ended.emit()
    assert run.stage is Stage.ENDING


def test_what_has_to_be_seen_first_is_not_gone_on_from(run: ExerciseRun, monkeypatch: pytest.MonkeyPatch) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    monkeypatch.setattr(tiny(run), "go_on", lambda: False)
    run.showing.foot.go_on.click()
    assert run.stage is Stage.DOING


def test_the_keyboard_alone_is_enough(run: ExerciseRun) -> None:
    run.begin(TINY, WORDS)
    assert run.asking.yes.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert run.showing.foot.go_on.hasFocus()
    seen = set()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
        seen.add(there.accessibleName() if there is not None else "")
    assert seen == {"Pause", "Slower", "Still", "In words", "Stop here", "What else", "Go on"}
    run.showing.foot.go_on.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert run.ending.done.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert run.doing is None


@pytest.mark.parametrize(
    ("wide", "tall", "size"), [(1068, 800, 100), (900, 600, 150), (720, 520, 100), (720, 520, 200)]
)
@pytest.mark.parametrize("stage", STAGES)
def test_everything_is_named_and_nothing_is_cut_off(
    run: ExerciseRun, preferences: Preferences, stage: Stage, wide: int, tall: int, size: int
) -> None:
    preferences.text_size = size
    run.resize(wide, tall)
    at(run, stage, preferences)
    if stage is Stage.ASKING:
        run.asking.sting.chips[8].click()
    assert clipped(run) == [] and unnamed(run) == []
