"""The player: one step at a time, by keyboard, left at any moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Watch
from guesthouse.domain.kit import Shelf
from guesthouse.domain.practice import Element, Kind, Option, Practice, Sense, Step, Tone
from guesthouse.domain.sitting import State
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.practices.player import Player
from guesthouse.ui.steps.picking import WordsStep
from guesthouse.ui.steps.writing import WriteStep
from tests.ui.pages.conftest import Hours
from tests.ui.practices.player_hands import (
    Heard,
    answer,
    button,
    focus,
    has_button,
    key,
    made,
    practice_of,
    press,
    shown,
)


@pytest.fixture
def player(qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours) -> Player:
    return made(qtbot, look, preferences, house, hours)


@pytest.fixture
def heard(player: Player) -> Heard:
    return Heard(player)


def field(player: Player) -> WriteStep:
    view = player.course.view
    assert isinstance(view, WriteStep)
    return view


# ------------------------------------------------------------------------------------------------ going through


def test_it_says_what_it_is_and_how_long_it_takes(player: Player, house: House) -> None:
    player.play(practice_of(house, "val-sense"))
    words = shown(player)
    assert "It makes sense because" in words and "3 minutes · neutral" in words and "Esc" in words
    for name in ("Next", "Back", "Stop here", "That didn't sit well"):
        assert button(player, name)


def test_all_of_it_goes_by_keyboard(qtbot: QtBot, player: Player, house: House) -> None:
    player.play(practice_of(house, "ack-plain"))
    for letter in "It rained":
        qtbot.keyClick(focus(), letter)
    key(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert player.course.dots.place().startswith("Step 2")
    key(qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert player.course.dots.place().startswith("Step 3")
    key(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    key(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert player.course.dots.place().startswith("Step 1") and field(player).field.words() == "It rained"
    assert not button(player, "Back").isEnabled()


def test_tab_goes_from_the_field_to_next_back_the_way_out(qtbot: QtBot, player: Player, house: House) -> None:
    player.play(practice_of(house, "ack-plain"))
    press(player, "Next")
    assert focus() is field(player).field
    walked = []
    for _ in range(4):
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
        walked.append(focus().accessibleName() or focus().property("text"))
    assert walked == ["Next", "Back", "That didn't sit well", "Stop here"]


def test_tab_finds_next_after_a_word_was_chosen(qtbot: QtBot, player: Player, house: House) -> None:
    player.play(practice_of(house, "val-sense"), answers={"feelings": ["hurt"]})
    view = player.course.view
    assert isinstance(view, WordsStep)
    view.words.picker.set_chosen(["hurt", "sad"])
    view.words._picked()
    view.words.row.setFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is button(player, "Next")


def test_enter_in_a_line_leads_to_next_and_goes_no_further(qtbot: QtBot, player: Player, house: House) -> None:
    player.play(practice_of(house, "ack-plain"))
    key(qtbot, Qt.Key.Key_Return)
    assert focus() is button(player, "Next") and player.course.dots.place().startswith("Step 1")
    key(qtbot, Qt.Key.Key_Return)
    assert player.course.dots.place().startswith("Step 2")


def test_a_held_key_goes_one_step(player: Player, house: House) -> None:
    player.play(practice_of(house, "ack-feet"))
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True, count=1
    )
    for _ in range(9):
        QApplication.sendEvent(button(player, "Next"), held)
    assert player.course.dots.place().startswith("Step 1")


def test_a_reading_step_has_its_focus_on_next(player: Player, house: House) -> None:
    player.play(practice_of(house, "exp-dates"))
    assert focus() is button(player, "Next")


def test_what_is_known_is_filled_in_and_in_the_file(player: Player, house: House) -> None:
    player.play(practice_of(house, "val-sense"), answers={"feelings": ["hurt", "tired of it"]})
    going = house.sittings.going()
    assert going is not None and going.answers == {"feelings": ["hurt", "tired of it"]}
    press(player, "Next")
    field(player).field.insertPlainText("I slept four hours")
    press(player, "Next")
    press(player, "Next")
    press(player, "Next")
    assert "I slept four hours" in shown(player) and "hurt and tired of it" in shown(player)


def test_a_choice_may_lead_back_to_the_start_or_elsewhere(player: Player, house: House, heard: Heard) -> None:
    loop = practice_of(house, "def-loop")
    player.play(loop)
    press(player, "One of these, or not today")
    press(player, "Next")
    assert heard.opened == ["ack-feet"] and player.playing is None
    assert house.sittings.of("def-loop")[0].state is State.STOPPED


def test_a_lighter_one_is_chosen_again_from_the_start(player: Player) -> None:
    choice = Step(
        "Is this one OK?", Kind.CHOOSE, key="ok", options=(Option("Yes"), Option("A lighter one", goes="start"))
    )
    steps = (Step("Write it.", Kind.LINE, key="line"), choice, Step("Read."))
    player.play(Practice("own", "Mine", Element.DEFUSE, (1, 1), Tone.NEUTRAL, "", steps))
    field(player).field.insertPlainText("a heavy one")
    press(player, "Next")
    press(player, "A lighter one")
    press(player, "Next")
    assert "Write it." in shown(player) and field(player).field.words() == "a heavy one"
    press(player, "Next")
    press(player, "Next")
    assert "Read." in shown(player), "the choice is open again"


def test_the_garden_is_gone_to_and_the_step_is_found_again(player: Player, house: House, heard: Heard) -> None:
    visitor = practice_of(house, "def-visitor")
    player.play(visitor, answers={"visitor": "too late again"})
    at = [step.kind for step in visitor.steps].index(Kind.EXERCISE)
    for _ in range(at):
        press(player, "Next")
    press(player, "Go to the garden")
    assert heard.carried == [("visitors", Watch("too late again", "garden"))]
    player.arrive()
    assert visitor.steps[at].text in shown(player) and focus() is button(player, "Go to the garden")


def test_coming_back_finds_the_focus_where_one_was(player: Player, house: House) -> None:
    player.play(practice_of(house, "ack-plain"))
    button(player, "Stop here").setFocus()
    player.arrive()
    assert focus() is field(player).field
    for _ in practice_of(house, "ack-plain").steps:
        press(player, "Next")
    button(player, "Support").setFocus()
    player.arrive()
    assert focus() is player.ending.field
    press(player, "That didn't sit well")
    button(player, "Stop here").setFocus()
    player.arrive()
    assert focus() is button(player, "Next")


# ------------------------------------------------------------------------------------------------ leaving


@pytest.mark.parametrize("steps", range(6))
def test_stop_works_at_each_step_and_keeps_what_is_there(
    player: Player, house: House, heard: Heard, steps: int
) -> None:
    player.play(practice_of(house, "val-sense"))
    for _ in range(steps):
        answer(player)
        press(player, "Next")
    answer(player)
    before = dict(player.course.answers())
    press(player, "Stop here")
    assert heard.stopped == [True] and player.playing is None
    sitting = house.sittings.of("val-sense")[0]
    assert sitting.state is (State.STOPPED if steps < 5 else State.FINISHED)
    assert before.items() <= sitting.answers.items()
    assert shown(player.course.sheet).count("wobbly") == 0


def test_stop_works_while_something_did_not_sit_well_and_when_nothing_is_played(
    player: Player, house: House, heard: Heard
) -> None:
    player.stop()
    assert heard.stopped == []
    player.play(practice_of(house, "kind-hand"))
    press(player, "That didn't sit well")
    player.stop()
    assert heard.stopped == [True] and house.practices.standings()["kind-hand"].unwell is not None


def test_letting_go_holds_nobodys_words(player: Player, house: House) -> None:
    player.play(practice_of(house, "ack-plain"))
    field(player).field.insertPlainText("mine alone")
    player.let_go()
    assert player.course.view is None and player.playing is None and player._keeping.answers == {}
    going = house.sittings.going()
    assert going is not None and list(going.answers.values()) == ["mine alone"]


def test_another_practice_leaves_the_first_to_be_taken_up(player: Player, house: House) -> None:
    player.play(practice_of(house, "ack-plain"))
    field(player).field.insertPlainText("half")
    first = house.sittings.going()
    player.play(practice_of(house, "ack-feet"))
    started = house.sittings.one(first.id) if first is not None else None
    assert started is not None and started.state is State.GOING
    assert list(started.answers.values()) == ["half"]


# ------------------------------------------------------------------------------------------------ feet and floor


def test_numb_offers_feet_and_floor_and_comes_back_to_the_place(player: Player, house: House, heard: Heard) -> None:
    player.play(practice_of(house, "ack-noticing"))
    press(player, "Next")
    view = player.course.view
    assert isinstance(view, WordsStep) and not has_button(player, "Feet and floor first?")
    view.words.picker.set_chosen(["numb"])
    view.words._picked()
    press(player, "Feet and floor first?")
    assert player.playing is not None and player.playing.id == "ack-feet"
    for _ in practice_of(house, "ack-feet").steps:
        press(player, "Next")
    press(player, "Back to “Name what’s here”")
    assert player.playing is not None and player.playing.id == "ack-noticing" and heard.ended == []
    view = player.course.view
    assert isinstance(view, WordsStep) and view.words.chosen() == ["numb"]


def test_own_comforts_are_there_to_choose_from(player: Player, house: House) -> None:
    house.kit.add(Shelf.COMFORTS, "Grandmother's quilt")
    house.kit.add(Shelf.COMFORTS, "when I want to die, the window")
    player.play(practice_of(house, "kind-useful"))
    press(player, "Next")
    assert "want to die" not in shown(player), "unasked that is not offered"
    press(player, "Grandmother's quilt")
    press(player, "Next")
    assert "Grandmother's quilt" in shown(player)


def test_a_practice_that_asks_for_a_sense_somebody_does_without_is_not_begun(player: Player, house: House) -> None:
    house.wishes.switch(Sense.BREATH, off=True)
    step = Step("Follow three breaths.", needs=(Sense.BREATH,))
    player.play(Practice("own", "Mine", Element.EXPLORE, (1, 1), Tone.NEUTRAL, "", (step,)))
    assert "something you do without" in shown(player) and house.sittings.going() is None
