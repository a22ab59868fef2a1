"""A title that was found becomes the name of guests only where the person said so, and never of what is not written."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.domain.exercise import AS_THEME, TITLE, YES
from guesthouse.domain.practice import Answer
from guesthouse.domain.thought import Wording
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from tests.ui.exercises.run_hands import TINY, WORDS, shown, tiny

SAID: dict[str, Answer] = {TITLE: "Not enough", AS_THEME: YES}


@pytest.mark.parametrize(
    ("said", "keep", "theme"),
    [(SAID, True, "Not enough"), ({TITLE: "Not enough"}, True, None), (SAID, False, None)],
    ids=["wished", "not wished", "not written down"],
)
def test_the_guest_is_named_where_it_was_wished(
    qtbot: QtBot,
    look: Look,
    preferences: Preferences,
    house: House,
    said: dict[str, Answer],
    keep: bool,
    theme: str | None,
) -> None:
    house.visitors.let_in(WORDS, scene="garden", wording=Wording.NOTICING, keep=True)
    run = shown(qtbot, look, preferences, house)
    run.begin(TINY, WORDS, keep=keep)
    run.asking.yes.click()
    tiny(run).kept = said
    run.showing.foot.go_on.click()
    assert [guest.theme for guest in house.guest_book.find()] == [theme]
