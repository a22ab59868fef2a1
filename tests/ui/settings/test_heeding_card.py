"""The card "Heavy words" in Settings: whether they are looked for is kept in the house."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton

from guesthouse.errors import DiskFull
from guesthouse.house import House
from guesthouse.ui.pages.settings import SettingsPage
from tests.ui.settings.hands import Front
from tests.ui.walk import clipped, unnamed

NAME = "Answer heavy words with a note"


def box(page: SettingsPage) -> QCheckBox:
    return next(one for one in page.findChildren(QCheckBox) if one.accessibleName() == NAME and one.isVisible())


def test_off_nothing_is_looked_for(closed_page: SettingsPage, house: House) -> None:
    closed_page.welcome(house)
    assert box(closed_page).isChecked() and house.heavy.kinds("I want to die")
    box(closed_page).setChecked(False)
    assert not house.heavy.heeds and not house.heavy.kinds("I want to die")
    assert house.heavy.may_come_unasked("I want to die")
    closed_page.let_go()
    closed_page.welcome(house)
    assert not box(closed_page).isChecked()
    box(closed_page).setChecked(True)
    assert house.heavy.heeds


def test_without_a_house_it_can_not_be_changed_and_says_so(closed_page: SettingsPage, house: House) -> None:
    assert not box(closed_page).isEnabled() and closed_page._heeding._closed.isVisible()
    closed_page.welcome(house)
    assert box(closed_page).isEnabled() and not closed_page._heeding._closed.isVisible()


def test_a_wish_that_cannot_be_written_does_not_look_as_if_it_were(
    closed_page: SettingsPage, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed_page.welcome(house)

    def full(_on: bool, *, origin: object | None = None) -> None:
        raise DiskFull("no room")

    monkeypatch.setattr(house.heavy, "heed", full)
    with pytest.raises(DiskFull):
        closed_page._heeding._switch(False)
    assert box(closed_page).isChecked()


def test_the_phrases_are_a_press_away(closed_page: SettingsPage, front: Front) -> None:
    wanted: list[str] = []
    closed_page.wanted.connect(wanted.append)
    more = next(one for one in closed_page.findChildren(QPushButton) if one.text() == "What it looks for")
    more.click()
    assert wanted == ["help"]


def test_everything_has_a_name_and_nothing_is_cut(closed_page: SettingsPage, house: House) -> None:
    closed_page.welcome(house)
    card = closed_page._heeding
    assert not unnamed(card) and not clipped(card)
