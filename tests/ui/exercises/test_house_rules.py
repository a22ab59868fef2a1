"""The house rules, over every word exercise: each is gone through from end to end with every key pressed once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractAnimation, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.content.exercises import ORDER, load_exercise
from guesthouse.house import House
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.beat import FRAME_MS
from guesthouse.ui.exercises.every import make
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.shape import Given
from guesthouse.ui.exercises.stages import Stage
from tests.ui.exercises.hand import Hand, settle
from tests.ui.exercises.wandering import names, shown, wander, write_in
from tests.ui.flashing import brightness, flashes

WORDS = "I’m not good enough"
AWAY = re.compile(
    r"\b(delete|clear|remove|erase|release|burn|shred|destroy|throw|bin|trash|pop|smash|eject|kick|mute|banish|discard"
    r"|close|hide|dismiss|block|gone|away|out|off|faster|speed\w*|quick\w*|hurry|skip|stronger|believe)\b",
    re.IGNORECASE,
)
SET_RIGHT = {"Not today"}
PRAISE = re.compile(
    r"!|%|\b(great|bravo|congrat\w*|well done|perfect|excellent|you did it|score|streak|points?|level|progress|gone)\b",
    re.IGNORECASE,
)
IN_SIGHT = [name for name in ORDER if name not in ("popups", "loop")]
"""In the two others there are moments with a single word of it, or with a line to copy and nothing else."""

LONGEST = 5.0
"""Seconds after which whatever moves by itself can be paused (WCAG 2.2.2)."""

every = pytest.mark.parametrize("name", ORDER)


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@every
def test_no_key_takes_a_thought_away_or_makes_anything_faster(qtbot: QtBot, look: Look, name: str) -> None:
    hand = Hand(qtbot, look, name, WORDS, again=True)
    called: set[str] = set()
    for _ in wander(hand, 20 if name == "popups" else 0.4):
        called |= names(hand)
    text = hand.exercise.text
    assert called, "there is something to press"
    assert [key for key in called - {text.lines.get("caption", "")} if AWAY.search(key)] == []


@every
def test_the_words_stay_as_typed_whatever_is_pressed(qtbot: QtBot, look: Look, name: str) -> None:
    words = "I’m  NOT good enough, am i?? \u00a0..."
    hand = Hand(qtbot, look, name, words, again=True)
    for done in wander(hand, 0.4):
        assert hand.exercise.words == words, done
        told = hand.exercise.equivalent()
        assert told.strip(), f"something is told of the picture after {done}"
        assert name not in IN_SIGHT or words in told, f"all of it is told after {done}"
        assert "am i" not in told or words in told, f"not in other words after {done}"


@every
def test_every_moment_is_told_in_words_without_praise_or_figures(qtbot: QtBot, look: Look, name: str) -> None:
    hand = Hand(qtbot, look, name, WORDS, again=True)
    for done in wander(hand, 0.4):
        told = shown(hand)
        assert not PRAISE.search(told), f"{PRAISE.search(told)} after {done}"
        assert not re.search(r"\d", re.sub(r"\d+ minutes", "", told)), f"a figure after {done}: {told}"


@every
def test_whatever_moves_for_longer_than_five_seconds_can_be_paused(qtbot: QtBot, look: Look, name: str) -> None:
    hand = Hand(qtbot, look, name, WORDS, again=True)
    for done in wander(hand):
        hand.wait(LONGEST + 1)
        if hand.exercise.beat.timer.isActive():
            assert hand.exercise.moves, f"Pause and Slower are there after {done}"
            hand.exercise.beat.set_paused(True)
            before = seen(hand)
            hand.wait(2)
            assert seen(hand) == before and not hand.exercise.beat.timer.isActive(), f"it stands after {done}"
            hand.exercise.beat.set_paused(False)


@every
def test_in_still_there_are_steps_at_most_and_never_more_than_one_a_second(qtbot: QtBot, look: Look, name: str) -> None:
    hand = Hand(qtbot, look, name, WORDS, level="still")
    for done in wander(hand):
        timer, steps, passed = hand.exercise.beat.timer, 0, 0
        while timer.isActive() and passed < 8000:
            steps, passed = steps + 1, passed + timer.interval()
            hand.clock.now += timer.interval()
            hand.exercise.beat.tick()
            assert steps <= passed / 1000 + 2, f"about one a second after {done}"
        assert others_at_work(hand) == [], f"nothing else moves after {done}"


@every
def test_nothing_flashes(qtbot: QtBot, look: Look, preferences: Preferences, name: str) -> None:
    """After every key: four seconds at thirty frames. No part of it gets brighter and darker three times in one."""
    preferences.theme = "contrast"  # where a change is the greatest
    hand = Hand(qtbot, look, name, WORDS, again=True)
    hand.resize(640, 520)
    for done in wander(hand):
        frames = []
        for _ in range(120):
            hand.clock.now += FRAME_MS
            hand.exercise.beat.tick()
            if hand.exercise.beat.timer.isActive() or len(frames) < 2:
                frames.append(brightness(hand.exercise.grab().toImage()))
        assert flashes(frames) <= 3, f"after {done}"


@every
def test_it_is_acknowledged_first_and_ended_in_the_room_and_can_be_stopped_all_the_way(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, name: str
) -> None:
    run = ExerciseRun(look, Motion(preferences), preferences, seed=lambda: 1, behind_ms=0)
    qtbot.addWidget(run)
    run.welcome(house)
    run.resize(1068, 800)
    run.show()
    text = load_exercise(resources() / "exercises" / "en" / f"{name}.toml")
    run.begin(text, WORDS)
    assert run.asking.title.text() == text.acknowledging and run.asking.title.isVisible()
    run.asking.yes.click()
    top = run.showing.top
    pressed: set[object] = set()
    for _ in range(8):
        settle()
        assert run.exercise is not None
        assert top.stop_button.isVisible() and top.still_button.isVisible() and top.words_button.isVisible()
        assert top.pause_button.isVisible() == top.slower_button.isVisible() == run.exercise.moves
        write_in(run.exercise)
        run.showing.foot.go_on.click()
        if run.stage is Stage.ENDING:
            break
        for key in run.exercise.controls():
            if key not in pressed and key.isVisible() and hasattr(key, "click") and key.text() not in SET_RIGHT:
                pressed.add(key)
                key.click()
                break
    assert run.stage is Stage.ENDING
    told = " ".join((run.ending.title.text(), run.ending.ending.text(), run.ending.five.text()))
    assert text.ending in told and "the room" in told and "next five minutes" in told
    run.ending.done.click()
    assert run.doing is None, "and that is all there is to press"


@every
@pytest.mark.parametrize("level", ["full", "still"])
def test_no_key_of_it_is_ever_a_window_of_its_own(qtbot: QtBot, look: Look, name: str, level: str) -> None:
    text = load_exercise(resources() / "exercises" / "en" / f"{name}.toml")
    before = {window for window in QApplication.topLevelWidgets() if window.isVisible()}
    exercise = make(Given(look, text, WORDS, level, again=True))
    qtbot.addWidget(exercise)
    assert {window for window in QApplication.topLevelWidgets() if window.isVisible()} == before


@every
def test_what_is_worth_reading_again_is_an_answer_of_it(qtbot: QtBot, look: Look, name: str) -> None:
    hand = Hand(qtbot, look, name, WORDS, again=True)
    known: set[str] = set()
    for _ in wander(hand, 31 if name == "loop" else 0.4):
        known |= hand.exercise.answers().keys()
    assert set(hand.exercise.text.written) <= known


def seen(hand: Hand) -> QImage:
    """The picture of now."""
    return hand.exercise.grab().toImage()


def others_at_work(hand: Hand) -> list[object]:
    """Timers and animations that go on beside the exercise's own time."""
    timers = [one for one in hand.window.findChildren(QTimer) if one.isActive() and one is not hand.exercise.beat.timer]
    running = QAbstractAnimation.State.Running
    return timers + [one for one in hand.window.findChildren(QAbstractAnimation) if one.state() == running]


def test_the_measure_finds_a_flash_and_leaves_a_slow_change() -> None:
    dark, light = [0.0] * 4, [0.9] * 4
    assert flashes([dark, light] * 60) > 3
    assert flashes(([dark] * 30 + [light] * 30) * 2) <= 1
    assert flashes([dark] * 120) == 0
