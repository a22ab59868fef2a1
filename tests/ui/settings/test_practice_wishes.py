"""The card "Practices" in Settings: what is chosen there is kept in the house, and shown again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.domain.practice import Element, Sense, Tone
from guesthouse.errors import DiskFull
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.speaker import LIBRARY, Speakers
from guesthouse.ui.pages.settings import SettingsPage
from tests.ui.doubled import Doubled
from tests.ui.settings.hands import Front, settings_page
from tests.ui.walk import clipped, unnamed

Build = Callable[[], SettingsPage]


@pytest.fixture
def build(qtbot: QtBot, front: Front, look: Look, preferences: Preferences) -> Build:
    def made() -> SettingsPage:
        page = settings_page(front, look, preferences)
        qtbot.addWidget(page)
        page.resize(700, 600)
        page.show()
        return page

    return made


@pytest.fixture
def page(build: Build) -> SettingsPage:
    return build()


def box(page: SettingsPage, name: str) -> QComboBox:
    """The combo box whose visible label says ``name``."""
    found = next(label.buddy() for label in page.findChildren(QLabel) if label.text() == name and label.isVisible())
    assert isinstance(found, QComboBox)
    return found


def check(page: SettingsPage, name: str) -> QCheckBox:
    return next(each for each in page.findChildren(QCheckBox) if each.accessibleName() == name and each.isVisible())


def says(page: SettingsPage, text: str) -> bool:
    return any(text in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_without_a_house_it_is_not_there(page: SettingsPage, house: House) -> None:
    assert not says(page, "Practices may ask for")
    page.welcome(house)
    assert says(page, "Practices may ask for")
    page.let_go()
    assert not says(page, "Practices may ask for")


def test_the_tone_is_neutral_until_the_person_says_otherwise(page: SettingsPage, house: House) -> None:
    page.welcome(house)
    tone = box(page, "Tone")
    assert tone.currentText() == "Neutral" and says(page, "The app never makes it warmer by itself.")
    tone.setCurrentIndex(2)
    assert house.wishes.tones().usual is Tone.WARM


def test_an_element_that_is_plainer_is_told_and_can_be_as_the_others(page: SettingsPage, house: House) -> None:
    house.wishes.set_tone(Tone.WARM)
    house.wishes.lower_tone(Element.KINDNESS, Tone.WARM)
    page.welcome(house)
    assert says(page, "Plainer in Kindness, where something did not sit well.")
    next(button for button in page.findChildren(QPushButton) if button.text().startswith("The same tone")).click()
    assert house.wishes.tones().of(Element.KINDNESS) is Tone.WARM and not says(page, "Plainer in")


@pytest.mark.parametrize("sense", list(Sense))
def test_what_practices_may_ask_for(page: SettingsPage, house: House, sense: Sense) -> None:
    page.welcome(house)
    name = str(sense).replace("-", " ").capitalize()
    assert check(page, name).isChecked()
    check(page, name).toggle()
    assert house.wishes.off() == {sense}
    check(page, name).toggle()
    assert house.wishes.off() == set()


def test_what_could_not_be_kept_is_not_shown_as_if_it_were(
    qtbot: QtBot, page: SettingsPage, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else somebody believes that no practice asks for touch any more, and the next one does."""

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    page.welcome(house)
    for verb in ("switch", "set_tone"):
        monkeypatch.setattr(house.wishes, verb, full)
    with qtbot.captureExceptions() as told:
        check(page, "Touch").toggle()
        box(page, "Tone").setCurrentIndex(2)
    assert [kind for kind, *_ in told] == [DiskFull, DiskFull]
    assert check(page, "Touch").isChecked() and box(page, "Tone").currentText() == "Neutral"
    monkeypatch.undo()
    check(page, "Touch").toggle()
    assert house.wishes.off() == {Sense.TOUCH} and not check(page, "Touch").isChecked()


def test_a_wish_from_elsewhere_is_shown(page: SettingsPage, house: House) -> None:
    page.welcome(house)
    house.wishes.switch(Sense.TOUCH, off=True)
    page.refresh(None)
    assert not check(page, "Touch").isChecked()


def test_pace_and_bell_are_preferences(page: SettingsPage, house: House, preferences: Preferences) -> None:
    page.welcome(house)
    assert not check(page, "A soft bell at the end").isChecked(), "off until it is wished"
    check(page, "A soft bell at the end").toggle()
    assert says(page, "Slow: a timed step goes on by itself at its end.")
    box(page, "Pace").setCurrentIndex(1)
    assert preferences.chime and preferences.pace == "slow"


def test_ratings_are_off_until_they_are_wished(page: SettingsPage, house: House, preferences: Preferences) -> None:
    page.welcome(house)
    assert not check(page, "Ratings around exercises").isChecked() and not preferences.ratings
    check(page, "Ratings around exercises").toggle()
    assert preferences.ratings
    assert says(page, "Five sliders, without figures. Each can be left alone, and nothing is made of them.")


@pytest.mark.parametrize("there", [True, False])
def test_where_no_bell_can_be_heard_this_is_said_under_it(
    build: Build, house: House, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    monkeypatch.setattr(Speakers, "there", lambda _self: there)
    monkeypatch.delitem(sys.modules, LIBRARY, raising=False)
    page = build()
    page.welcome(house)
    assert says(page, "This computer cannot play sounds from here.") != there
    bell = check(page, "A soft bell at the end")
    assert ("cannot play sounds" in bell.accessibleDescription()) != there
    assert bell.isEnabled(), "the wish is kept for when it can be heard"
    assert LIBRARY not in sys.modules


@pytest.fixture
def doubled() -> Iterator[None]:
    language = Doubled()
    QApplication.installTranslator(language)
    yield
    QApplication.removeTranslator(language)


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_clipped_and_all_is_named(
    doubled: None, page: SettingsPage, house: House, preferences: Preferences, size: int
) -> None:
    house.wishes.set_tone(Tone.WARM)
    house.wishes.lower_tone(Element.KINDNESS, Tone.WARM)
    preferences.text_size = size
    page.welcome(house)
    page.resize(800, 600)
    assert clipped(page) == [] and unnamed(page) == []
