"""Follow the ball: a word at a time at walking pace, two passes, no sound, and the line as it was typed."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

import guesthouse.ui.exercises.ball as module
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.sim.exercises.ball import SLOWLY, lasts, touches
from guesthouse.ui.exercises.words import words_of
from tests.ui.exercises.hand import LONG, SIZES, THOUGHTS, Hand
from tests.ui.walk import clipped, unnamed

FIVE = "I never get it right"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I’m not good-enough, don't you think?", ["I’m", "not", "good", "enough", "don't", "you", "think"]),
        ("אני תמיד מאחר", ["אני", "תמיד", "מאחר"]),
        ("我不够好", ["我", "不", "够", "好"]),
        ("é 👩‍👩‍👧!", ["é", "👩‍👩‍👧"]),
        ("... !", [".", ".", ".", "!"]),
        ("a\n\nb", ["a", "b"]),
        (" ", []),
    ],
)
def test_a_line_falls_into_words_as_its_script_has_them(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words


@given(st.text(max_size=200))
def test_words_stand_where_they_are_said_to(text: str) -> None:
    units = text.encode("utf-16-le", "surrogatepass")
    found = words_of(text)
    assert all(units[2 * word.start : 2 * word.end].decode("utf-16-le", "surrogatepass") == word.text for word in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_scripts_without_spaces_are_not_one_long_word() -> None:
    assert len(words_of("ฉันไม่ดีพอสำหรับทุกคนที่ฉันรัก")) > 3


@pytest.mark.parametrize("words", THOUGHTS)
def test_the_line_stays_to_the_letter(qtbot: QtBot, look: Look, words: str) -> None:
    hand = Hand(qtbot, look, "ball", words)
    hand.wait(5)
    assert hand.exercise.page.words == words
    assert words in hand.exercise.equivalent()


@given(text=st.sampled_from([*THOUGHTS, "a", "Donaudampfschifffahrtsgesellschaft a b c"]))
def test_no_text_makes_it_faster_than_two_words_a_second(text: str) -> None:
    times = [when for when, _ in touches(len(words_of(text)))]
    assert all(sum(1 for other in times if when <= other < when + 1) <= 2 for when in times[:300])


@pytest.mark.parametrize("step", [16, 33, 200])
def test_two_passes_and_then_it_rests(qtbot: QtBot, look: Look, step: int) -> None:
    hand = Hand(qtbot, look, "ball", FIVE)
    seen: list[tuple[int, int]] = []
    while not hand.exercise.rests:
        at = hand.exercise.at
        if at.passing in (1, 2) and (not seen or seen[-1] != (at.passing, at.word)):
            seen.append((at.passing, at.word))
        hand.wait(step / 1000, step)
    assert seen == [(number, word) for number in (1, 2) for word in range(5)]
    hand.wait(120, 1000)
    assert hand.exercise.rests and hand.exercise.wait() is None
    assert [moment for moment in hand.exercise.text.moments if any(moment in said for said in hand.said)]


def test_the_ball_lands_over_the_word_it_touches(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ball", FIVE)
    places = hand.exercise.over._places
    assert all(place.width() > 4 for place in places)
    assert [place.left() for place in places] == sorted(place.left() for place in places)


def test_right_to_left_it_goes_from_right_to_left(qtbot: QtBot, look: Look) -> None:
    places = Hand(qtbot, look, "ball", THOUGHTS[1]).exercise.over._places
    assert [place.left() for place in places] == sorted((place.left() for place in places), reverse=True)


def test_a_long_line_scrolls_with_the_ball_and_stays_legible(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ball", LONG)
    bar = hand.exercise.page.text.verticalScrollBar()
    before, steps = bar.value(), []
    for _ in range(400):
        hand.wait(0.1, 33)
        steps.append(bar.value() - before)
        before = bar.value()
    assert bar.value() > 100
    assert max(steps) <= 40 and min(steps) >= 0, "calmly, and never back"
    assert hand.exercise.page.setting.font.pixelSize() >= 20


def test_in_still_only_the_persons_key_goes_on(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ball", FIVE, level="still")
    assert hand.exercise.wait() is None
    hand.wait(30, 1000)
    assert hand.exercise.at.word == 0
    heard = []
    for _ in range(10):
        heard.append(hand.exercise.equivalent().split(".")[0])
        hand.exercise.next.click()
    assert heard == FIVE.split() * 2
    assert hand.exercise.rests and not hand.exercise.next.isEnabled()


def test_still_can_be_chosen_on_the_way_and_left_again(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ball", FIVE)
    hand.wait(2.0 + 0.6 * 2 + 0.1)
    hand.exercise.set_motion("still")
    assert hand.exercise.at.word == 2 and hand.exercise.next.isVisible()
    hand.exercise.next.click()
    hand.exercise.set_motion("full")
    assert hand.exercise.at.word == 3 and hand.exercise.wait() is not None


@pytest.mark.parametrize("level", ["full", "still"])
def test_the_slow_caption_is_not_offered_the_first_time(qtbot: QtBot, look: Look, level: str) -> None:
    hand = Hand(qtbot, look, "ball", FIVE, level=level)
    hand.wait(lasts(5) + 1, 100)
    for _ in range(10):
        hand.exercise.step()
    assert hand.exercise.rests and not hand.exercise.slow.isVisible()


def test_the_slow_caption_is_off_and_comes_only_after_the_ball(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ball", FIVE, again=True)
    slow = hand.exercise.slow
    assert not slow.isChecked() and not slow.isEnabled()
    hand.wait(lasts(5) + 1, 100)
    assert slow.isEnabled() and not slow.isChecked()
    slow.click()
    shown = []
    for _ in range(5):
        hand.wait(SLOWLY / 2, 100)
        shown.append(hand.exercise.slowly.text())
        hand.wait(SLOWLY / 2, 100)
    assert shown == FIVE.split()
    assert not slow.isChecked() and not hand.exercise.slowly.isVisible()


def test_the_slow_caption_goes_by_the_key_in_still(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ball", FIVE, level="still", again=True)
    for _ in range(10):
        hand.exercise.next.click()
    hand.exercise.slow.click()
    hand.wait(20, 1000)
    assert hand.exercise.slowly.text() == "I"
    hand.exercise.next.click()
    assert hand.exercise.slowly.text() == "never"


def test_there_is_no_sound_in_it() -> None:
    source = Path(module.__file__ or "").read_text("utf-8")
    assert not any(loud in source for loud in ("mixer", "speaker", "sound", "voice"))


@pytest.mark.parametrize("level", ["full", "still"])
@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", SIZES)
def test_everything_has_a_name_and_its_room(
    qtbot: QtBot, look: Look, preferences: Preferences, theme: str, size: tuple[int, int], level: str
) -> None:
    preferences.theme, preferences.text_size = theme, 150
    hand = Hand(qtbot, look, "ball", FIVE, level=level, again=True)
    hand.resize(*size)
    hand.wait(3)
    hand.window.grab()
    assert unnamed(hand.window) == [] and clipped(hand.window) == []
    assert hand.exercise.page.paper.bottom() <= hand.exercise.free.bottom()


def test_blank_words_do_no_harm(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ball", " ")
    hand.wait(10, 100)
    hand.window.grab()
    hand.exercise.let_go()
