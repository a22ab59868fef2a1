"""Name the theme: the person's own title on a book that stays on the shelf, with the lines in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from tests.ui.exercises.hand import SIZES, THOUGHTS, Hand

WORDS = "I always let people down"
LINES = "I always let people down\nThey will find out\n  and  then"


@pytest.fixture
def hand(qtbot: QtBot, look: Look) -> Hand:
    return Hand(qtbot, look, "theme", WORDS)


def shelve(hand: Hand, title: str, lines: str = LINES) -> None:
    hand.exercise.lines.set_words(lines)
    hand.exercise.title.set_words(title)
    hand.exercise.put.click()


def test_the_lines_begin_with_the_thought_and_no_title_is_suggested(hand: Hand) -> None:
    assert hand.exercise.lines.words() == WORDS
    assert hand.exercise.title.words() == ""
    assert hand.exercise.choices.chosen() == []


@pytest.mark.parametrize("title", ["Not enough", *THOUGHTS])
def test_the_title_is_said_as_it_was_written(hand: Hand, title: str) -> None:
    shelve(hand, title)
    assert hand.exercise.sentence() == f"There is the “{title}” theme."
    assert f"“{title}”" in hand.said[-1]
    assert hand.exercise.answers() == {"lines": LINES, "title": title}


def test_braces_in_a_title_mean_nothing(hand: Hand) -> None:
    shelve(hand, "{lines} {title}")
    assert hand.exercise.sentence() == "There is the “{lines} {title}” theme."


def test_it_can_be_called_a_pattern_or_a_track(hand: Hand) -> None:
    hand.exercise.choices.buttons[1].click()
    shelve(hand, "Not enough")
    assert hand.exercise.sentence() == "There is the “Not enough” pattern."
    assert hand.exercise.answers()["word"] == "pattern"


def test_without_a_title_the_book_stands_there_without_one(hand: Hand) -> None:
    shelve(hand, " ")
    assert hand.exercise.sentence() == "The book has no title yet."
    assert not hand.exercise.as_theme.isVisible()


def test_the_book_can_be_taken_down_and_put_back(hand: Hand) -> None:
    shelve(hand, "Not enough")
    hand.exercise.take.click()
    hand.wait(1.5)
    assert hand.exercise.book.isVisible()
    assert hand.exercise.book.words == LINES
    assert LINES in hand.said[-1]
    hand.exercise.back.click()
    hand.wait(1.5)
    assert hand.exercise.book.isHidden()
    assert LINES in hand.exercise.equivalent()


def test_nothing_is_called_untrue(hand: Hand) -> None:
    said = " ".join(hand.exercise.text.lines.values())
    assert "It names words your mind repeats, true or not." in said
    assert "story" not in said


@pytest.mark.parametrize(("guest", "offered"), [(WORDS, True), ("They will find out", True), ("Not enough", False)])
def test_a_theme_for_the_guest_book_is_offered_where_a_line_is_a_guest(
    qtbot: QtBot, look: Look, guest: str, offered: bool
) -> None:
    hand = Hand(qtbot, look, "theme", WORDS, is_guest=lambda words: words == guest)
    shelve(hand, "Not enough")
    assert hand.exercise.as_theme.isVisible() == offered


def test_the_way_on_leads_to_the_shelf_first(hand: Hand) -> None:
    hand.exercise.title.set_words("Not enough")
    assert not hand.exercise.go_on()
    assert hand.exercise.saying.isVisible() and hand.exercise.take.isVisible()
    assert hand.exercise.go_on()


def test_the_title_is_offered_to_the_guest_book_only_when_asked(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "theme", WORDS, is_guest=lambda _words: True)
    shelve(hand, "Not enough")
    assert "as_theme" not in hand.exercise.answers()
    hand.exercise.as_theme.click()
    assert hand.exercise.answers()["as_theme"] == "yes"


def test_what_was_written_can_be_written_on(hand: Hand) -> None:
    shelve(hand, "Not enough")
    hand.exercise.change.click()
    assert hand.exercise.lines.words() == LINES
    assert hand.exercise.writing.isVisible()


def test_by_keys_alone(hand: Hand) -> None:
    hand.exercise.title.setFocus()
    QTest.keyClicks(hand.exercise.title, "Not enough")
    QTest.keyClick(hand.exercise.title, Qt.Key.Key_Return)
    for key, then in (("take", "back"), ("back", "take")):
        getattr(hand.exercise, key).setFocus()
        QTest.keyClick(getattr(hand.exercise, key), Qt.Key.Key_Space)
        hand.wait(1.5)
        assert getattr(hand.exercise, then).hasFocus()


@pytest.mark.parametrize("level", ["calm", "still"])
def test_with_less_motion_the_book_does_not_travel(qtbot: QtBot, look: Look, level: str) -> None:
    hand = Hand(qtbot, look, "theme", WORDS, level=level)
    shelve(hand, "Not enough")
    hand.exercise.take.click()
    hand.wait(0.6)
    assert hand.exercise.book.isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_everything_stands_inside_the_page(hand: Hand, size: tuple[int, int]) -> None:
    hand.resize(*size)
    assert hand.exercise.free.contains(hand.exercise.writing.geometry().toRectF())
    shelve(hand, "Not enough", THOUGHTS[-1])
    hand.exercise.take.click()
    hand.wait(1.5)
    hand.resize(*size)
    assert hand.exercise.free.contains(hand.exercise.saying.geometry().toRectF())
    assert hand.exercise.free.contains(hand.exercise.book.paper)
    assert hand.exercise.book.pixels >= look_words(hand)


def look_words(hand: Hand) -> int:
    return int(hand.exercise.look.font("words").pixelSize())
