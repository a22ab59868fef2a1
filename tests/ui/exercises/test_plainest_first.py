"""What is plainest stands first: the usual look of the words, and the answers that ask for least."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.ui.exercises.clothes import ORIGINAL
from tests.ui.exercises.hand import Hand

WORDS = "I’m not good enough"


def test_the_usual_look_stands_first_and_is_worn_at_first(qtbot: QtBot, look: Look) -> None:
    picks = Hand(qtbot, look, "clothes", WORDS).exercise.picks
    assert picks
    for name, pick in picks.items():
        assert pick.chosen == ORIGINAL, name
        assert name == "size" or next(iter(pick.chips)) == ORIGINAL, f"{name}: only sizes stand by their size"


def test_nothing_changed_is_the_first_answer_and_none_is_chosen(qtbot: QtBot, look: Look) -> None:
    ladder = Hand(qtbot, look, "ladder", WORDS).exercise
    assert ladder.choices.buttons[0].text() == "Nothing changed" and not ladder.choices.chosen()
