"""The card to keep: the numbers shown, and nobody of one's own unless that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.content.helplines import load_regions
from guesthouse.domain.care import Passage, region_of
from guesthouse.errors import FolderUnusable
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.numbers_paper import NumbersCard
from guesthouse.ui.support import keep_card
from guesthouse.ui.support.keep_card import KeepCard
from tests.ui.hearing import announced
from tests.ui.saving_hands import WORDS, SavingHand, saver

__all__ = ["saver"]

MONA = (("Mona", "07700 900123"),)


@pytest.fixture
def people() -> list[tuple[str, str]]:
    """Whoever is in the kit."""
    return list(MONA)


@pytest.fixture
def card(qtbot: QtBot, look: Look, people: list[tuple[str, str]]) -> KeepCard:
    region = region_of(load_regions(resources() / "helplines"), "GB", "")
    made = KeepCard(look, Passage("A card to keep", "On paper."), lambda: region, lambda: tuple(people))
    qtbot.addWidget(made)
    made.show()
    return made


def press(card: KeepCard, text: str) -> None:
    next(each for each in card.findChildren(QPushButton) if each.text() == text).click()


def says(card: KeepCard, text: str) -> bool:
    return any(text in each.text() for each in card.findChildren(QLabel) if each.isVisible())


def test_own_people_are_on_it_only_where_that_is_asked_for(card: KeepCard) -> None:
    assert card.box.isVisible() and not card.box.isChecked()
    assert card.card().people == ()
    assert "116 123" in [line.number for line in card.card().lines]
    card.box.setChecked(True)
    assert card.card().people == MONA


def test_without_people_or_behind_a_lock_nothing_is_asked(card: KeepCard, people: list[tuple[str, str]]) -> None:
    card.box.setChecked(True)
    people.clear()
    card.offer_people()
    assert not card.box.isVisible() and not card.box.isChecked()
    people.extend(MONA)
    card.offer_people()
    assert card.box.isVisible() and not card.box.isChecked(), "it is asked anew"


def test_it_is_printed_as_it_was_chosen(card: KeepCard) -> None:
    printed: list[NumbersCard] = []
    card.send = lambda given: not printed.append(given)
    card.box.setChecked(True)
    press(card, "Print a card")
    assert [each.people for each in printed] == [MONA]
    assert says(card, "on its way to the printer")


def test_a_dialog_that_was_left_says_nothing(card: KeepCard) -> None:
    card.send = lambda given: False
    card.ask_place = lambda: None
    press(card, "Print a card")
    press(card, "Save as PDF")
    assert not says(card, "printer") and not says(card, "Saved")


def test_a_printer_that_does_not_answer_is_told(card: KeepCard, tmp_path: Path) -> None:
    def refuse(given: NumbersCard) -> bool:
        raise FolderUnusable(tmp_path)

    card.send = refuse
    press(card, "Print a card")
    assert says(card, "Nothing was printed")


def test_it_is_saved_where_one_wants_it(card: KeepCard, tmp_path: Path) -> None:
    to = tmp_path / "numbers.pdf"
    card.ask_place = lambda: to
    press(card, "Save as PDF")
    assert to.read_bytes().startswith(b"%PDF")
    assert says(card, "Saved as") and says(card, "Whoever opens that folder can find it.")


def test_a_folder_that_takes_nothing_is_told(card: KeepCard, tmp_path: Path) -> None:
    card.ask_place = lambda: tmp_path / "gone" / "numbers.pdf"
    press(card, "Save as PDF")
    assert not says(card, "Saved as")
    assert [each for each in card.findChildren(QLabel) if each.isVisible() and each.property("selectable")]


def test_a_name_without_an_ending_gets_one_and_no_name_saves_nothing(card: KeepCard, saver: SavingHand) -> None:
    for name in ("", "numbers", "other.PDF"):
        saver.types(name)
        press(card, "Save as PDF")
        assert saver.seen == ["Numbers.pdf"]
    assert sorted(each.name for each in saver.home.iterdir()) == ["numbers.pdf", "other.PDF"]


def test_a_card_that_is_there_is_not_replaced_unasked(card: KeepCard, saver: SavingHand) -> None:
    there = saver.has("numbers.pdf")
    saver.types("numbers")
    press(card, "Save as PDF")
    assert saver.asked_about("numbers.pdf") and there.read_text() == WORDS
    assert not says(card, "Saved as")


def test_where_nothing_can_be_printed_that_is_said_and_told_to_who_listens(
    card: KeepCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = announced(monkeypatch)
    monkeypatch.setattr(keep_card, "can_print", lambda: False)
    card.send = lambda given: pytest.fail("there is no printer to send it to")
    press(card, "Print a card")
    assert told == ["This computer has no way to print from here. You can save it as a PDF."]
    assert says(card, told[0])
