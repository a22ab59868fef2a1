"""A practice as a file: written where it is asked for, brought in as one's own, and told plainly where it is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from guesthouse.domain.practice import Step
from guesthouse.house import House
from tests.ui.pages.conftest import Listener
from tests.ui.practices.library_hands import Build, choose, named, own, practice, press, rows, says
from tests.ui.saving_hands import WORDS, SavingHand, saver

__all__ = ["saver"]


def test_there_and_back(
    qtbot: QtBot,
    build: Build,
    house: House,
    listener: Listener,
    saver: SavingHand,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = own(house, title="Paws & floor")
    file = saver.home / "paws.toml"
    saver.types("paws")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page = build()
    choose(page, "Paws & floor")
    press(page, "Save as a file …")
    assert file.exists() and "whoever can open the file can read it" in listener.said[0].text
    house.practices.erase_own(made.id)
    page.refresh(None)
    named(page, QAbstractButton, "More").click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for _ in range(2):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert "Paws & floor" in rows(page) and says(page, "Paws & floor")
    back = practice(house, page.browse.open_id or "")
    assert back.own and (back.steps, back.original) == (made.steps, "ack-feet")


def test_a_file_that_is_there_is_not_replaced_unasked(
    build: Build, house: House, listener: Listener, saver: SavingHand
) -> None:
    own(house, title="Paws & floor")
    there = saver.has("paws.toml")
    page = build()
    choose(page, "Paws & floor")
    saver.types("paws")
    press(page, "Save as a file …")
    assert saver.seen[0] == "paws-floor.toml" and saver.asked_about("paws.toml")
    assert there.read_text() == WORDS and listener.said == []


def test_a_given_one_can_be_handed_on_too(build: Build, house: House, tmp_path: Path) -> None:
    page = build()
    page.browse.handing.write(practice(house, "val-sense"), tmp_path / "sense.toml")
    assert (tmp_path / "sense.toml").exists()


def test_what_is_no_practice_is_told(build: Build, house: House, listener: Listener, tmp_path: Path) -> None:
    file = tmp_path / "list.toml"
    file.write_text("milk = 1")
    page = build()
    before = rows(page)
    page.browse.handing.bring_in(file)
    assert listener.said[0].title == "This file is not a practice that can be read."
    assert "list.toml" in listener.said[0].text and rows(page) == before


def test_where_nothing_can_be_written_is_told(build: Build, house: House, listener: Listener, tmp_path: Path) -> None:
    page = build()
    page.browse.handing.write(practice(house, "val-sense"), tmp_path / "nowhere" / "sense.toml")
    assert len(listener.said) == 1 and listener.said[0].title != "Written."


def test_the_way_to_the_comfort_kit(qtbot: QtBot, build: Build) -> None:
    page = build()
    named(page, QAbstractButton, "More").click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert wanted.args == ["kit"]


def test_a_long_title_is_told_by_its_beginning(build: Build, house: House, listener: Listener, tmp_path: Path) -> None:
    made = own(house, title="Paws and floor " * 7_000)
    page = build()
    page.browse.handing.write(made, tmp_path / "paws.toml")
    assert listener.said[0].text.startswith("Paws and floor Paws") and len(listener.said[0].text) < 300


def test_a_step_without_words_stays_behind(build: Build, house: House, tmp_path: Path) -> None:
    """A step that only has its softer line is passed over where it is done, and would be refused on the way in."""
    made = own(house, title="Mine", steps=(Step("Look."), Step("", note="Gently.")))
    page = build()
    page.browse.handing.write(made, tmp_path / "mine.toml")
    page.browse.handing.bring_in(tmp_path / "mine.toml")
    assert page.browse.open_id not in (None, made.id)
    assert [step.text for step in practice(house, page.browse.open_id or "").steps] == ["Look."]
