"""Each of the practices that come with the app, played from its first step to its ending, every step answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.domain.practice import Kind, Sense, said, without
from guesthouse.domain.sitting import State
from guesthouse.house import House
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from tests.ui.pages.conftest import Hours
from tests.ui.practices.player_hands import Heard, answer, button, has_button, made, practice_of, press, shown

GIVEN = sorted(file.stem for file in Path(resources(), "practices", "en").glob("*.toml"))


def test_there_are_all_of_them() -> None:
    assert len(GIVEN) >= 34


@pytest.mark.parametrize("practice_id", GIVEN)
def test_each_is_played_to_its_end(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours, practice_id: str
) -> None:
    player = made(qtbot, look, preferences, house, hours)
    heard = Heard(player)
    practice = practice_of(house, practice_id)
    player.play(practice)
    for at, step in enumerate(practice.steps):
        words = shown(player)
        assert step.text in words and (step.note in words)
        assert player.course.dots.accessibleName() == f"Step {at + 1} of {len(practice.steps)}"
        answer(player)
        press(player, "Next")
    assert player.ending.isVisible() and "Look around the room." in shown(player)
    sitting = house.sittings.of(practice_id)[0]
    assert sitting.state is State.FINISHED
    asked = {key for step in practice.steps if step.kind is not Kind.EXERCISE for key in step.keys}
    assert {key for key in asked if said(sitting.answers.get(key, "")).strip()} == asked
    for step in practice.steps:
        if step.kind in (Kind.LINE, Kind.WRITE):
            assert f"words for {step.key} ©" in said(sitting.answers[step.key])
    assert has_button(player, "Don't keep") == bool(asked)
    for name in ("Yes", "Maybe", "Not for me"):
        assert button(player, name).isEnabled()
    press(player, "Back to Practices")
    assert heard.ended == [True] and player.playing is None


def test_each_is_passed_through_without_an_answer(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours
) -> None:
    player = made(qtbot, look, preferences, house, hours)
    for practice in house.practices.all():
        player.play(practice)
        for _ in practice.steps:
            press(player, "Next")
        assert player.ending.isVisible() and not has_button(player, "Don't keep")
        assert house.sittings.of(practice.id)[0].answers == {}


def test_each_is_done_another_way_or_not_at_all_without_the_senses(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours
) -> None:
    for sense in Sense:
        house.wishes.switch(sense, off=True)
    player = made(qtbot, look, preferences, house, hours)
    for practice in house.practices.all():
        able = without(practice, frozenset(Sense))
        player.play(practice)
        if able is None:
            assert "something you do without" in shown(player) and house.sittings.going() is None
            continue
        asks = [step.text for step in practice.steps if step.needs]
        for step in able.steps:
            words = shown(player).splitlines()
            assert step.text in words and not set(asks).intersection(words)
            press(player, "Next")
        assert player.ending.isVisible()
