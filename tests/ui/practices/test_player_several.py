"""Several thoughts, one a line: in an exercise on several each is one of its own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guesthouse.domain.practice import Kind
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.bus import Bus
from guesthouse.ui.exercises.popups import Popups
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.stages import Stage
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


def test_a_longer_direction_stays_as_typed_and_is_told_kindly_before_anything_is_pressed(
    player: Player, house: House
) -> None:
    long = "a calmer home with the children"
    bus = begun(player, house, "def-bus", {"direction": long, "passengers": LINES}).exercise
    assert isinstance(bus, Bus)
    assert bus.boarding.direction.text() == long
    assert bus.boarding.refused.text() == bus.text.lines["three"]
    assert bus.boarding.direction.accessibleDescription() == bus.text.lines["three"]
    assert bus.text.lines["three"] in bus.equivalent()
    bus.start.click()
    assert bus.boarding.isVisible() and bus.boarding.direction.hasFocus()
    bus.boarding.direction.setText("a calmer home")
    bus.start.click()
    assert not bus.boarding.isVisible()


@pytest.mark.parametrize("practice", ["def-popup", "def-bus"])
def test_who_has_no_room_any_more_is_told_so(player: Player, house: House, practice: str) -> None:
    key = {"def-popup": "popups", "def-bus": "passengers"}[practice]
    many = "\n".join(f"line of mine, number {number}" for number in "abcde")
    exercise = begun(player, house, practice, {key: many, "direction": "home"}).exercise
    assert isinstance(exercise, Bus | Popups)
    told = exercise.text.lines["first_come"]
    seen = [one.text() for one in exercise.findChildren(QLabel) if one.isVisible()]
    assert told in seen and told in exercise.equivalent()
    kept = house.sittings.going()
    assert kept is not None and kept.answers[key] == many


@pytest.mark.parametrize("practice", ["def-popup", "def-bus"])
def test_where_all_have_room_nothing_is_said_of_it(player: Player, house: House, practice: str) -> None:
    key = {"def-popup": "popups", "def-bus": "passengers"}[practice]
    exercise = begun(player, house, practice, {key: LINES, "direction": "home"}).exercise
    assert isinstance(exercise, Bus | Popups)
    assert exercise.text.lines["first_come"] not in [one.text() for one in exercise.findChildren(QLabel)]
    assert exercise.text.lines["first_come"] not in exercise.equivalent()
