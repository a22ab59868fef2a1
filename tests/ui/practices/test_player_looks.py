"""Nothing is clipped and everything has a name, in each theme, at each size, in words twice as long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from guesthouse.domain.practice import Element, Kind, Practice, Step, Tone
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.practices.player import Player
from guesthouse.ui.steps.picking import WordsStep
from tests.ui.doubled import Doubled
from tests.ui.pages.conftest import Hours
from tests.ui.practices.player_hands import answer, button, has_button, made, practice_of, press
from tests.ui.walk import clipped, unnamed

SIZES = ((1068, 800), (688, 600), (508, 520))
"""What is left of the window's sizes beside the rail."""


@pytest.fixture
def player(qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours) -> Player:
    return made(qtbot, look, preferences, house, hours)


def one_of_each(house: House) -> list[tuple[Practice, int]]:
    """A practice and a step for each kind there is."""
    found: dict[tuple[Kind, bool], tuple[Practice, int]] = {}
    for practice in house.practices.all():
        for at, step in enumerate(practice.steps):
            found.setdefault((step.kind, bool(step.copy or step.kit)), (practice, at))
    return list(found.values())


def places(player: Player, house: House) -> Iterator[str]:
    """Goes to a step of each kind, answered, then to the ending and through what follows when it did not sit well."""
    for practice, at in one_of_each(house):
        player.play(practice)
        for _ in range(at):
            answer(player)
            press(player, "Next")
        answer(player)
        yield f"{practice.id} {at}"
    player.play(practice_of(house, "ack-plain"))
    for _ in practice_of(house, "ack-plain").steps:
        answer(player)
        press(player, "Next")
    press(player, "Not for me")
    yield "ending"
    press(player, "Keep with the practice")
    yield "ending, kept"
    press(player, "That didn't sit well")
    yield "minute"
    press(player, "Next")
    yield "plainer"


@pytest.mark.parametrize(("theme", "text"), [("light", 100), ("light", 80), ("night", 150), ("contrast", 200)])
def test_nothing_is_clipped_and_all_is_named(
    player: Player, house: House, preferences: Preferences, theme: str, text: int
) -> None:
    preferences.theme, preferences.text_size = theme, text
    tight = []
    for place in places(player, house):
        assert unnamed(player) == [], place
        for size in SIZES:
            player.resize(*size)
            tight += [f"{place} at {size}: {words}" for words in clipped(player)]
    assert tight == []


def test_words_twice_as_long_fit(player: Player, house: House) -> None:
    language = Doubled()
    QApplication.installTranslator(language)
    try:
        player.course.next.setText(player.course.tr("Next"))
        player.resize(508, 520)
        player.play(practice_of(house, "con-reach"))
        assert clipped(player) == []
    finally:
        QApplication.removeTranslator(language)


@pytest.mark.parametrize("text", [100, 200])
def test_next_is_in_sight_in_a_low_window(player: Player, house: House, preferences: Preferences, text: int) -> None:
    preferences.text_size = text
    player.resize(688, 600)
    for practice, at in one_of_each(house):
        player.play(practice)
        for _ in range(at):
            press(player, "Next")
        QApplication.processEvents()
        following = button(player, "Next")
        corner = following.mapTo(player, following.rect().bottomRight())
        assert player.rect().contains(corner), (practice.id, at)


@pytest.mark.parametrize(("practice_id", "steps"), [("ack-plain", 0), ("val-sense", 2)])
def test_where_one_writes_is_in_sight_in_a_low_window(
    qtbot: QtBot, player: Player, house: House, preferences: Preferences, practice_id: str, steps: int
) -> None:
    preferences.text_size = 200
    player.resize(688, 600)
    player.play(practice_of(house, practice_id))
    for _ in range(steps):
        press(player, "Next")
    view = player.course.sheet.viewport()

    def in_sight() -> bool:
        there = player.focusWidget()
        return view.rect().contains(there.mapTo(view, there.rect().center()))

    qtbot.waitUntil(in_sight)


@pytest.mark.parametrize("group", [1, 4, -1])
def test_words_that_were_opened_are_in_sight_in_a_low_window(
    qtbot: QtBot, player: Player, house: House, preferences: Preferences, group: int
) -> None:
    preferences.text_size = 150
    player.resize(808, 560)
    player.play(practice_of(house, "ack-room"))
    step = player.course.view
    assert isinstance(step, WordsStep)
    QApplication.processEvents()
    head = step.words.picker._heads()[group]
    head.setFocus()
    head.click()
    view = player.course.sheet.viewport()
    row = step.words.picker._rows[group]

    def in_sight() -> bool:
        room = view.rect()
        whole = row.height() <= room.height()
        words = row.chips if whole else row.chips[:1]
        return all(room.contains(QRect(one.mapTo(view, QPoint()), one.size())) for one in (head, *words))

    qtbot.waitUntil(in_sight, timeout=1000)


def test_what_has_moved_keeps_the_size_of_the_text(player: Player, house: House, preferences: Preferences) -> None:
    player.play(practice_of(house, "ack-plain"))
    preferences.text_size = 200
    for size in (*SIZES, SIZES[0]):
        player.resize(*size)
        QApplication.processEvents()
        unwell, back = button(player, "That didn't sit well"), button(player, "Back")
        assert unwell.font().pixelSize() > back.font().pixelSize() * 0.8


def test_from_right_to_left_nothing_is_clipped(player: Player, house: House) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        for place in places(player, house):
            assert clipped(player) == [], place
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_fields_have_names_too(player: Player, house: House) -> None:
    for place in places(player, house):
        nameless = [one for one in player.findChildren(QTextEdit) if one.isVisible() and not one.accessibleName()]
        assert nameless == [], place


def test_each_step_is_announced(player: Player, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(player.course, "announce", told.append)
    player.play(practice_of(house, "val-sense"))
    press(player, "Next")
    practice = practice_of(house, "val-sense")
    assert [step.text in words for step, words in zip(practice.steps, told, strict=False)] == [True, True]
    assert told[1].startswith("Step 2 of 5")
    assert QAccessible.isActive()


def test_a_step_goes_over_into_the_next_and_in_still_it_is_there_at_once(
    qtbot: QtBot, player: Player, house: House, preferences: Preferences
) -> None:
    def fading() -> bool:
        state = QAbstractAnimation.State.Running
        return any(one.state() == state for one in player.findChildren(QVariantAnimation))

    player.play(practice_of(house, "val-sense"))
    press(player, "Next")
    assert not fading()
    preferences.motion = "full"
    press(player, "Next")
    assert fading()
    qtbot.waitUntil(lambda: not fading())
    press(player, "Next")
    player.stop()
    assert not fading()


def test_a_text_of_a_practice_may_hold_signs_of_markup(player: Player) -> None:
    step = Step("Write <b>this</b> & that.", Kind.LINE, key="k")
    player.play(Practice("own", "Mine & <i>yours</i>", Element.EXPLORE, (1, 1), Tone.NEUTRAL, "", (step,)))
    assert player.course.title.text() == "Write <b>this</b> & that." and has_button(player, "Next")
