"""After heavy words one card stands below the page. It takes nothing away, comes once, and goes when it is told to."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Start
from guesthouse.domain.heavy_words import HeavyWords
from guesthouse.errors import DiskFull
from guesthouse.house import House
from guesthouse.ui.heavy.heeding import Heeding
from guesthouse.ui.heavy.sayings import Sayings
from guesthouse.ui.pages.page import BACK
from tests.ui.heavy.conftest import AFRAID, BEREAVED, HAPPENED, KINDS, LOT, OTHER, OWN, Below

SELF, SOMEONE, DANGER, MUCH, EVENT, LOSS = range(6)


@pytest.mark.parametrize("words", KINDS)
def test_these_words_are_of_the_kinds_that_are_tried_here(house: House, words: str) -> None:
    assert house.heavy.kinds(words) == KINDS[words]


@pytest.mark.parametrize("words", ["", "I always mess up", "a lovely day"])
def test_nothing_is_said_of_other_words(below: Below, words: str) -> None:
    below.write(words)
    assert not below.heeding.isVisible() and below.said() == ""


def test_heavy_words_are_answered_below_the_page_and_nothing_else_happens(below: Below) -> None:
    page = below.page
    page.field.setPlainText(OWN)
    high = page.height()
    below.write(OWN)
    QApplication.processEvents()
    assert below.about() == [SELF]
    assert below.buttons() == ["People to contact", "Steady for a minute", "Keep writing"]
    assert below.window.focusWidget() is page.field, "the keyboard stays where it is"
    assert page.field.toPlainText() == OWN
    assert page.isEnabled() and page.height() < high
    bottom = page.mapTo(below.window, page.rect().bottomLeft()).y()
    assert below.heeding.mapTo(below.window, below.heeding.rect().topLeft()).y() > bottom, "it covers nothing"
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()] == []


def test_the_number_of_the_country_is_in_it_and_follows_what_is_chosen(below: Below) -> None:
    below.write(OWN)
    assert below.said().endswith("If your life is in danger now, call 999.")
    below.preferences.country = "US"
    assert below.said().endswith("If your life is in danger now, call 911.")
    below.preferences.country = "a place nobody knows"
    assert below.said().endswith("call the emergency number of the place you are in.")


@pytest.mark.parametrize("chosen", ["", "a place nobody knows"])
def test_the_number_of_a_country_that_was_not_chosen_is_named_as_such(
    below: Below, sayings: Callable[[], Sayings], chosen: str
) -> None:
    below.preferences.country = chosen
    below.heeding._read = partial(elsewhere, sayings, "NZ")
    below.write(OWN)
    assert below.said().endswith("If your life is in danger now, call 111. Country: New Zealand. Support has others.")
    below.preferences.country = "NZ"
    assert below.said().endswith("If your life is in danger now, call 111.")


def elsewhere(sayings: Callable[[], Sayings], country: str) -> Sayings:
    """In a country that is not known by choice."""
    made = sayings()
    made._country = country
    return made


def test_it_is_said_politely_once(below: Below, told: list[tuple[str, bool]]) -> None:
    below.write(OWN)
    below.write(OWN)
    below.window.go_to("journal")
    assert [(text[:21], polite) for text, polite in told] == [("These are heavy words", True)]
    assert told[0][0].endswith("It is your choice.")


def test_each_text_is_one_label_that_is_named_by_all_of_it(below: Below) -> None:
    below.write(OWN)
    named = [QAccessible.queryAccessibleInterface(one) for one in below.heeding.findChildren(QLabel)]
    assert all(one.role() == QAccessible.Role.StaticText for one in named)
    name = named[0].text(QAccessible.Text.Name)
    assert name.startswith("These are heavy words.") and name.endswith("It is your choice.")


@pytest.mark.parametrize(
    ("words", "about", "buttons"),
    [
        (OTHER, [SOMEONE], ["People to contact", "Keep writing"]),
        (AFRAID, [DANGER], ["People to contact", "Keep writing"]),
        (BEREAVED, [LOSS], ["People to contact", "Steady for a minute", "Keep writing"]),
        (f"{OWN}, {BEREAVED}", [SELF, LOSS], ["People to contact", "Steady for a minute", "Keep writing"]),
        (LOT, [MUCH], ["Support", "Close"]),
        (HAPPENED, [EVENT], ["Acknowledge", "Validate", "Support", "Close"]),
        (f"{OWN}, {AFRAID}", [SELF, DANGER], ["People to contact", "Steady for a minute", "Keep writing"]),
        (f"{OWN}, {LOT}", [SELF], ["People to contact", "Steady for a minute", "Keep writing"]),
        (f"{LOT}, {HAPPENED}", [MUCH, EVENT], ["Acknowledge", "Validate", "Support", "Close"]),
    ],
)
def test_every_kind_has_its_words_and_its_ways(below: Below, words: str, about: list[int], buttons: list[str]) -> None:
    below.write(words)
    assert below.about() == about
    assert below.buttons() == buttons


def test_whether_others_see_the_computer_is_said_with_the_key_that_hides(below: Below) -> None:
    below.write(AFRAID)
    assert "F9 turns this window" in below.said()
    below.preferences.hide_key = "none"
    assert "F9" not in below.said() and "you can choose a key" in below.said()


# ---------------------------------------------------------------------------------------------------------- once


def test_one_card_a_kind_while_the_app_runs(below: Below, house: House) -> None:
    below.write(OWN)
    below.button("Keep writing").click()
    below.write(f"really, {OWN}")
    assert not below.heeding.isVisible()
    below.window.let_go()
    below.window.take_in(house)
    below.write(OWN)
    assert not below.heeding.isVisible(), "also after the house was locked"
    below.write(AFRAID)
    assert below.about() == [DANGER], "another kind has its own"


def test_what_was_swallowed_by_a_more_pressing_card_comes_another_time(below: Below) -> None:
    below.write(f"{OWN}, {LOT}")
    below.write(LOT)
    assert below.about() == [SELF], "a lesser one takes no place from one that stands"
    below.button("Keep writing").click()
    below.write(LOT)
    assert below.about() == [MUCH]


def test_a_more_pressing_card_takes_the_place_of_a_lesser(below: Below) -> None:
    below.write(LOT)
    below.write(OWN)
    assert below.about() == [SELF]
    below.button("Keep writing").click()
    below.write(LOT)
    assert not below.heeding.isVisible(), "the lesser was shown"


@pytest.mark.parametrize(("first", "then"), [(OWN, AFRAID), (AFRAID, OWN)])
def test_nothing_about_danger_is_lost_beside_another(
    below: Below, told: list[tuple[str, bool]], first: str, then: str
) -> None:
    below.write(first)
    below.write(then)
    assert below.about() == [SELF, DANGER]
    assert below.buttons() == ["People to contact", "Steady for a minute", "Keep writing"]
    assert len(told) == 2 and "These are heavy" in told[first != OWN][0] and "not your fault" in told[first == OWN][0]


# ------------------------------------------------------------------------------------------------------- where


def test_it_stays_in_every_room_and_keeps_back_where_one_comes_to_rest(below: Below) -> None:
    below.write(OWN)
    for name in ("journal", "exercises", "visitors"):
        below.window.go_to(name)
        assert below.about() == [SELF], name
    for name in ("support", "grounding", "help"):
        below.window.go_to(name)
        assert not below.heeding.isVisible(), name
        below.window.go_to(BACK)
        assert below.about() == [SELF], name


def test_words_left_on_the_way_to_support_are_answered_on_the_way_back(
    below: Below, told: list[tuple[str, bool]]
) -> None:
    page = below.page
    page.written.emit(OWN)
    below.window.go_to("support")
    QApplication.processEvents()
    assert not below.heeding.isVisible() and told == []
    below.window.go_to(BACK)
    QApplication.processEvents()
    assert below.about() == [SELF] and len(told) == 1


@pytest.mark.parametrize(
    ("words", "way", "goal"),
    [
        (OWN, "People to contact", "support"),
        (OWN, "Steady for a minute", "grounding"),
        (OTHER, "People to contact", "support"),
        (LOT, "Support", "support"),
    ],
)
def test_a_way_that_was_taken_leads_there_and_the_card_is_done(
    qtbot: QtBot, below: Below, words: str, way: str, goal: str
) -> None:
    below.write(words)
    qtbot.mouseClick(below.button(way), Qt.MouseButton.LeftButton)
    assert below.page.name == goal
    assert below.window.focusWidget() is below.page.field
    below.window.go_to(BACK)
    assert not below.heeding.isVisible()


@pytest.mark.parametrize(("way", "practice"), [("Acknowledge", "ack-noticing"), ("Validate", "val-sense")])
def test_what_happened_leads_to_the_same_practices_as_a_thought_that_is_left_as_it_is(
    qtbot: QtBot, below: Below, way: str, practice: str
) -> None:
    below.write(HAPPENED)
    with qtbot.waitSignal(below.heeding.carried) as carried:
        below.button(way).click()
    assert carried.args == ["practices", Start(practice)]
    assert below.page.name == "practices" and not below.heeding.isVisible()


def test_after_the_lock_nothing_tells_that_it_was_there(below: Below, house: House) -> None:
    below.write(f"{OWN}, {AFRAID}")
    below.window.let_go()
    QApplication.processEvents()
    assert not below.heeding.isVisible()
    assert below.heeding.findChildren(QWidget) == [], "also for whoever walks through what cannot be seen"
    below.window.take_in(house)
    assert not below.heeding.isVisible()


def test_words_that_were_left_by_locking_are_told_to_nobody_and_do_not_count_as_answered(
    below: Below, house: House, told: list[tuple[str, bool]]
) -> None:
    below.page.written.emit(OWN)
    below.window.let_go()
    QApplication.processEvents()
    assert told == []
    below.window.take_in(house)
    QApplication.processEvents()
    assert not below.heeding.isVisible() and told == []
    below.write(OWN)
    assert below.about() == [SELF] and len(told) == 1


# ------------------------------------------------------------------------------------------------------ trouble


def test_switched_off_means_that_nothing_is_said(below: Below, house: House) -> None:
    house.heavy.heed(False)
    below.write(OWN)
    assert not below.heeding.isVisible()


def test_trouble_with_the_file_breaks_nothing_and_tells_no_words(
    below: Below, house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(words: str) -> frozenset[str]:
        raise DiskFull()

    monkeypatch.setattr(house.heavy, "kinds", fail)
    with caplog.at_level(logging.DEBUG):
        below.write(OWN)
    assert not below.heeding.isVisible()
    assert "DiskFull" in caplog.text and "die" not in caplog.text
    monkeypatch.undo()
    below.write(OWN)
    assert below.about() == [SELF]


def test_nothing_about_it_is_written_anywhere(
    below: Below, house: House, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
        for words in (OWN, OTHER, AFRAID, LOT, HAPPENED):
            below.write(words)
            below.heeding.findChildren(QLabel)
        below.button("Keep writing").click()
        below.window.save()
        after = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert before == after
    assert caplog.text == ""


def test_the_words_are_not_held(below: Below) -> None:
    below.write(OWN)
    held = [value for value in vars(below.heeding).values() if isinstance(value, str | list | dict)]
    assert held == []


def test_without_words_to_say_it_says_nothing(below: Below, house: House) -> None:
    quiet = Heeding(below.window._look)
    quiet.welcome(house)
    quiet.hear(OWN)
    assert not quiet.isVisible()
    quiet.let_go()


def test_phrases_that_cannot_be_read_are_no_trouble_of_the_person(
    below: Below, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: HeavyWords, text: str) -> frozenset[str]:
        raise ValueError("no phrases")

    monkeypatch.setattr(HeavyWords, "kinds", fail)
    below.write(OWN)
    assert not below.heeding.isVisible()
