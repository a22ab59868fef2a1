"""The card "Quick hide": every choice is remembered, and "Try it" says first how to come back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.settings import SettingsPage
from guesthouse.ui.settings.hiding import HidingCard
from tests.ui.walk import clipped, unnamed


@pytest.fixture
def card(qtbot: QtBot, look: Look, preferences: Preferences) -> HidingCard:
    made = HidingCard(look, preferences)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def test_a_key_is_chosen_and_those_that_do_something_else_are_not_offered(
    card: HidingCard, preferences: Preferences
) -> None:
    offered = [card.key.itemText(row) for row in range(card.key.count())]
    assert offered == ["F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F12", "None"]
    assert card.key.currentText() == "F9" and card.key.accessibleName() == "Key"
    card.key.setCurrentIndex(offered.index("F4"))
    assert preferences.hide_key == "F4"
    assert "F4" in card.way_back.text() and "F4" in card.try_it.accessibleDescription()


def test_esc_and_the_lock_are_ticked(card: HidingCard, preferences: Preferences) -> None:
    assert not preferences.hide_on_esc and preferences.hide_locks
    card.on_esc.setChecked(True)
    card.locks.setChecked(False)
    assert preferences.hide_on_esc and not preferences.hide_locks


def test_without_a_way_to_hide_there_is_nothing_to_try(card: HidingCard, preferences: Preferences) -> None:
    preferences.hide_key = "none"
    assert not card.try_it.isEnabled() and card.way_back.text() == "Choose a key or Esc first."
    preferences.hide_on_esc = True
    assert card.try_it.isEnabled() and "Esc" in card.way_back.text()


def test_try_it_hides_from_settings_without_a_house_too(closed_page: SettingsPage, qtbot: QtBot) -> None:
    card = closed_page.findChild(HidingCard)
    assert card is not None
    with qtbot.waitSignal(closed_page.wanted, check_params_cb=lambda name: name == "hide"):
        card.try_it.click()


@pytest.mark.parametrize("size", [80, 100, 150, 200])
@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_nothing_is_cut_and_all_has_names(card: HidingCard, preferences: Preferences, size: int, theme: str) -> None:
    preferences.theme, preferences.text_size = theme, size
    QApplication.processEvents()  # the form knows its height once its letters are laid out
    card.resize(480, card.heightForWidth(480))
    assert clipped(card) == [] and unnamed(card) == []
    assert card.width() == 480, "none of its check boxes needs more"
