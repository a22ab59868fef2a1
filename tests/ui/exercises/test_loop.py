"""One word, thirty seconds: the plain page first, one mild word, a hard stop, and no second time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.loop import Stage
from guesthouse.ui.exercises.loop_pages import WHEN_NOT
from guesthouse.ui.exercises.showing import Showing
from tests.ui.exercises.hand import LONG, SIZES, THOUGHTS, Hand, settle
from tests.ui.walk import clipped, unnamed

LINE = "I’m always late and messy"


def choosing(qtbot: QtBot, look: Look, words: str = LINE, **more: object) -> Hand:
    """At the choice of a word."""
    hand = Hand(qtbot, look, "loop", words, **more)
    hand.exercise.none_of_these.click()
    hand.exercise.milk.click()
    hand.wait(10, 250)
    return hand


def looping(qtbot: QtBot, look: Look, word: str = "late", **more: object) -> Hand:
    """In the thirty seconds."""
    hand = choosing(qtbot, look, **more)
    hand.exercise.choosing.field.setText(word)
    hand.exercise.begin.click()
    assert hand.exercise.stage is Stage.LOOPING
    return hand


def test_a_plain_page_says_first_when_not_to_use_it(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "loop", LINE)
    said = " ".join(part.text() for part in hand.exercise.warning.findChildren(QLabel))
    assert hand.exercise.warning.isVisible()
    assert all(hand.exercise.text.lines[name] in said for name in WHEN_NOT)
    for word in ("trauma", "abuse", "slur", "name", "death", "unreal", "voices", "Checking"):
        assert word.lower() in said.lower()
    assert all(hand.exercise.text.lines[name] in hand.exercise.equivalent() for name in WHEN_NOT)


def test_the_plain_page_wants_an_answer(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "loop", LINE)
    assert not hand.exercise.go_on()
    assert hand.exercise.stage is Stage.WARNING and hand.exercise.none_of_these.hasFocus()


def test_on_the_plain_page_the_answer_is_the_way_on(qtbot: QtBot, look: Look, preferences: Preferences) -> None:
    """Go on would lead nowhere there, and is not the key that is to be seen first."""
    showing = Showing(look, Motion(preferences))
    qtbot.addWidget(showing)
    showing.resize(1068, 800)
    showing.show()
    exercise = Hand(qtbot, look, "loop", LINE).exercise
    showing.show_exercise(exercise)

    def primary() -> list[str]:
        keys = showing.findChildren(QPushButton)
        return [key.text() for key in keys if key.isVisible() and key.property("role") == "primary"]

    settle()
    assert primary() == ["None of these is here"]
    exercise.none_of_these.click()
    settle()
    assert primary() == ["Go on"]
    assert showing.focusWidget() is exercise.lemon


def test_the_word_is_covered_while_it_is_paused(qtbot: QtBot, look: Look) -> None:
    hand = looping(qtbot, look, "late")
    middle = QRect(0, 0, 300, 80)
    middle.moveCenter(hand.exercise.free.toRect().center())
    shown = hand.exercise.grab(middle).toImage()
    hand.exercise.beat.set_paused(True)
    covered = hand.exercise.grab(middle).toImage()
    assert covered != shown
    assert "late" not in hand.exercise.equivalent()
    hand.exercise.beat.set_paused(False)
    assert hand.exercise.grab(middle).toImage() == shown
    assert "late" in hand.exercise.equivalent()


def test_not_today_leaves_it(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "loop", LINE)
    hand.exercise.not_today.click()
    assert hand.over and not hand.exercise.used and hand.exercise.answers() == {}


def test_a_word_that_means_little_comes_first(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "loop", LINE)
    hand.exercise.none_of_these.click()
    assert not hand.exercise.begin.isVisible()
    hand.exercise.lemon.click()
    assert "“lemon”" in hand.exercise.equivalent()
    hand.wait(9.9)
    assert hand.exercise.stage is Stage.TRYING
    hand.wait(0.1)
    assert hand.exercise.stage is Stage.CHOOSING and not hand.exercise.used


@pytest.mark.parametrize("words", ["so late", "late,messy", "", "   ", "a\tb", "late, messy"])
def test_more_than_one_word_is_refused_in_words(qtbot: QtBot, look: Look, words: str) -> None:
    hand = choosing(qtbot, look)
    hand.exercise.choosing.field.setText(words)
    hand.exercise.begin.click()
    assert hand.exercise.stage is Stage.CHOOSING
    assert (
        hand.exercise.choosing.refused.isVisible()
        and hand.exercise.choosing.refused.text() == "One word is enough here."
    )


@pytest.mark.parametrize("word", ["late", "مهمل", "懒", "too-much", "né", "🙃", "don’t"])
def test_one_word_of_any_script_is_taken_to_the_letter(qtbot: QtBot, look: Look, word: str) -> None:
    hand = looping(qtbot, look, word)
    assert hand.exercise.word == word and f"“{word}”" in hand.exercise.equivalent()


def test_a_word_can_be_picked_from_the_thought(qtbot: QtBot, look: Look) -> None:
    hand = choosing(qtbot, look)
    chips = {chip.words: chip for chip in hand.exercise.choosing.chips.chips}
    assert list(chips) == ["I’m", "always", "late", "and", "messy"]
    chips["messy"].click()
    assert hand.exercise.choosing.field.text() == "messy" and chips["messy"].isChecked()
    chips["late"].click()
    assert not chips["messy"].isChecked()


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(step=st.integers(9, 260))
def test_it_stops_at_thirty_seconds_at_any_frame_rate(qtbot: QtBot, look: Look, step: int) -> None:
    hand = looping(qtbot, look)
    gone = 0
    while hand.exercise.stage is Stage.LOOPING:
        hand.clock.now += step
        gone += step
        hand.exercise.beat.tick()
    assert 30_000 <= gone < 30_000 + step


@pytest.mark.parametrize("level", ["full", "calm", "still"])
def test_the_next_frame_is_asked_for_at_the_end_at_the_latest(qtbot: QtBot, look: Look, level: str) -> None:
    hand = looping(qtbot, look, level=level)
    hand.wait(29.99)
    assert hand.exercise.wait() <= 10
    hand.wait(0.01)
    assert hand.exercise.stage is Stage.OVER and hand.exercise.wait() is None


def test_the_slower_pace_makes_it_no_longer(qtbot: QtBot, look: Look) -> None:
    hand = looping(qtbot, look)
    hand.exercise.beat.set_slower(True)
    hand.wait(29.9)
    assert hand.exercise.stage is Stage.LOOPING
    hand.wait(0.1)
    assert hand.exercise.stage is Stage.OVER


def test_hidden_and_paused_time_is_not_looked_at(qtbot: QtBot, look: Look) -> None:
    hand = looping(qtbot, look)
    hand.wait(10, 250)
    hand.exercise.beat.set_paused(True)
    hand.wait(60, 200)
    hand.exercise.beat.set_paused(False)
    assert hand.exercise.beat.seconds == pytest.approx(10, abs=0.1)


def test_the_word_never_grows_or_changes(qtbot: QtBot, look: Look) -> None:
    hand = looping(qtbot, look)
    middle = hand.exercise.free.center().toPoint()
    word = QRect(middle.x() - 90, middle.y() - 40, 180, 80)
    pictures = []
    for _ in range(6):
        pictures.append(hand.exercise.grab(word).toImage())
        hand.wait(4.7)
    assert all(picture == pictures[0] for picture in pictures)


def test_after_it_there_is_only_the_way_on(qtbot: QtBot, look: Look) -> None:
    hand = looping(qtbot, look)
    assert hand.exercise.used and hand.exercise.go_on()
    hand.wait(31)
    assert not any(key.isVisible() for key in hand.exercise.controls())
    assert hand.exercise.go_on() and hand.exercise.used
    hand.exercise.after.there.setText("a hum")
    assert hand.exercise.answers() == {"word": "late", "there": "a hum"}
    assert "floor" in hand.exercise.text.lines["feet"].lower()


def test_taken_up_again_it_is_not_there_a_second_time(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "loop", LINE, answers={"word": "late", "there": "a hum"})
    assert hand.exercise.stage is Stage.OVER and hand.exercise.go_on()
    assert hand.exercise.after.there.text() == "a hum"


def test_still_has_a_step_a_beat(qtbot: QtBot, look: Look) -> None:
    hand = looping(qtbot, look, level="still")
    hand.wait(5.5, 100)
    assert [round(share) for share in hand.exercise.risen[:7]] == [1, 1, 1, 1, 1, 0, 0]
    assert set(hand.exercise.risen) == {0.0, 1.0}
    assert hand.exercise.wait() == pytest.approx(500, abs=2)


@pytest.mark.parametrize("words", THOUGHTS)
def test_the_thought_stands_to_the_letter_where_a_word_is_picked(qtbot: QtBot, look: Look, words: str) -> None:
    hand = choosing(qtbot, look, words)
    assert hand.exercise.choosing.thought.text() == words and words in hand.exercise.equivalent()


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", SIZES)
def test_everything_has_a_name_and_its_room(
    qtbot: QtBot, look: Look, preferences: Preferences, theme: str, size: tuple[int, int]
) -> None:
    preferences.theme, preferences.text_size = theme, 150
    hand = Hand(qtbot, look, "loop", LONG)
    for _ in range(4):
        hand.resize(*size)
        assert unnamed(hand.window) == [] and clipped(hand.window) == []
        hand.window.grab()
        if hand.exercise.stage is Stage.WARNING:
            hand.exercise.none_of_these.click()
        hand.exercise.choosing.field.setText("late")
        hand.exercise.go_on()
        settle()
