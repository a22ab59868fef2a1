"""What is written in the player is kept as it is typed, taken up after a kill, and not lost on a full disk."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.domain.sitting import Length, State
from guesthouse.errors import DiskFull
from guesthouse.house import House, open_house
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.practices.player import Player
from guesthouse.ui.steps.picking import WordsStep
from guesthouse.ui.steps.writing import WriteStep
from tests.ui.pages.conftest import Hours
from tests.ui.practices.player_hands import (
    Heard,
    answer,
    focus,
    made,
    practice_of,
    press,
    settle,
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


def test_words_are_in_the_file_before_anything_is_pressed(qtbot: QtBot, player: Player, house: House) -> None:
    player.play(practice_of(house, "ack-plain"))
    for letter in "half a li":
        qtbot.keyClick(focus(), letter)
    settle(qtbot, player)
    going = house.sittings.going()
    assert going is not None and list(going.answers.values()) == ["half a li"]


WORDS = {
    "long": "Ich weiß nicht. " * 6300,
    "right to left": "אני מרגיש עצב, and קצת fear",
    "odd characters": "a\u00a0b\tc \u2028 d\n\n e\u200f 👩\u200d👧 \U0001f642",
    "markdown": "# not a *title*\n- [ ] > `x` <b>",
    "a zero": "before\x00after",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_words_stay_as_they_came(qtbot: QtBot, player: Player, house: House, words: str) -> None:
    player.play(practice_of(house, "ack-plain"))
    QApplication.clipboard().setText(words)
    field(player).field.paste()
    press(player, "Next")
    going = house.sittings.going()
    assert going is not None and list(going.answers.values()) == [words]
    press(player, "Back")
    assert field(player).field.words() == words
    QApplication.clipboard().clear()


def test_it_is_taken_up_after_a_kill_where_it_was(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours, player: Player
) -> None:
    player.play(practice_of(house, "val-sense"), length=Length.LONG)
    answer(player)
    press(player, "Next")
    field(player).field.insertPlainText("nobody asked")
    settle(qtbot, player)
    again = open_house(house.paths, clock=hours, random=random.Random(2))  # the first was never closed
    try:
        sitting = again.sittings.going()
        assert sitting is not None and sitting.step == 1
        second = made(qtbot, look, preferences, again, hours)
        second.play(practice_of(again, "val-sense"), sitting=sitting)
        assert field(second).field.words() == "nobody asked"
        press(second, "Back")
        view = second.course.view
        assert isinstance(view, WordsStep) and view.words.chosen() == ["wobbly", "sad"]
        second.let_go()
    finally:
        again.close()


def test_a_shape_is_taken_up_too(qtbot: QtBot, player: Player, house: House) -> None:
    shaped = practice_of(house, "ack-room")
    player.play(shaped)
    press(player, "Next")
    answer(player)
    before = player.course.answers()
    settle(qtbot, player)
    sitting = house.sittings.going()
    player.let_go()
    player.welcome(house)
    player.play(shaped, sitting=sitting)
    assert player.course.answers() == before != {}


def test_a_step_that_is_not_there_any_more_leads_to_the_ending(player: Player, house: House) -> None:
    long = practice_of(house, "val-sense")
    player.play(long)
    for _ in range(4):
        press(player, "Next")
    sitting = house.sittings.going()
    player.let_go()
    player.welcome(house)
    player.play(replace(long, steps=long.steps[:2]), sitting=sitting)
    assert player.ending.isVisible()


def test_a_full_disk_is_told_and_the_words_stay_until_they_are_written(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, player: Player, house: House
) -> None:
    monkeypatch.setattr("guesthouse.qt.saving.AGAIN_MS", 1)
    full = [True]
    write = house.sittings._sittings.answer

    def answer_if_room(*arguments: object) -> None:
        if full:
            raise DiskFull
        write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(house.sittings._sittings, "answer", answer_if_room)
    player.play(practice_of(house, "ack-plain"))
    field(player).field.insertPlainText("these stay")
    qtbot.waitUntil(lambda: "no room left on the disk" in shown(player))
    press(player, "Next")
    press(player, "Back")
    assert field(player).field.words() == "these stay"
    with pytest.raises(DiskFull):
        player.save()
    full.clear()
    qtbot.waitUntil(lambda: "no room left" not in shown(player))
    going = house.sittings.going()
    assert going is not None and list(going.answers.values()) == ["these stay"]


def test_stopping_on_a_full_disk_loses_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, player: Player, house: House, heard: Heard
) -> None:
    monkeypatch.setattr("guesthouse.qt.saving.AGAIN_MS", 1)
    full = [True]
    write = house.sittings._sittings.end

    def end_if_room(*arguments: object) -> None:
        if full:
            raise DiskFull
        write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(house.sittings._sittings, "end", end_if_room)
    player.play(practice_of(house, "ack-plain"))
    field(player).field.insertPlainText("these stay")
    player.stop()
    assert heard.stopped == [True] and player.playing is not None and heard.ended == []
    full.clear()
    qtbot.waitUntil(lambda: heard.ended == [True])
    assert house.sittings.of("ack-plain")[0].state is State.STOPPED and player.playing is None
