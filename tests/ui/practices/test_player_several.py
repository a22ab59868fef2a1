"""Several thoughts, one a line: in an exercise on several each is one of its own."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.domain.practice import Kind
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.bus import Bus
from guesthouse.ui.exercises.popups import Popups
from guesthouse.ui.exercises.run import ExerciseRun, Stage
from guesthouse.ui.practices.player import Player
from tests.ui.pages.conftest import Hours
from tests.ui.practices.player_hands import has_button, made, practice_of, press

LINES = "you will be late\n\n they  laugh\nit is no use"


@pytest.fixture
def player(qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours) -> Player:
    return made(qtbot, look, preferences, house, hours)


def begun(player: Player, house: House, practice_id: str, answers: dict[str, str]) -> ExerciseRun:
    practice = practice_of(house, practice_id)
    player.play(practice, answers=answers)
    for _ in range([step.kind for step in practice.steps].index(Kind.EXERCISE)):
        press(player, "Next")
    press(player, "Do it here")
    run = player.exercising.run
    assert run is not None
    if run.stage is Stage.ASKING:
        press(player, "Yes" if has_button(player, "Yes") else "Begin")
    return run


def test_each_passenger_has_a_seat_of_its_own(player: Player, house: House) -> None:
    bus = begun(player, house, "def-bus", {"direction": "making things", "passengers": LINES}).exercise
    assert isinstance(bus, Bus)
    assert bus.passengers == ["you will be late", " they  laugh", "it is no use"]
    assert bus.boarding.direction.text() == "making things"


def test_each_thought_that_interrupts_comes_by_itself(player: Player, house: House) -> None:
    popups = begun(player, house, "def-popup", {"popups": LINES}).exercise
    assert isinstance(popups, Popups)
    assert popups.lines == ["you will be late", " they  laugh", "it is no use"]


def test_where_one_of_them_is_too_heavy_nothing_is_played_with(player: Player, house: House) -> None:
    house.heavy.mark("They laugh")
    run = begun(player, house, "def-popup", {"popups": LINES})
    assert run.stage is Stage.LEFT and run.left.thought.accessibleName() == " they  laugh"


def test_one_thought_of_two_lines_stays_one_where_an_exercise_is_on_one(player: Player, house: House) -> None:
    exercise = begun(player, house, "def-title", {"lines": LINES}).exercise
    assert exercise is not None and exercise.words == LINES
