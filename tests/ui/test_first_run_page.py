"""The first run: the disclaimer word for word, one Begin, and nothing clipped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.first_run import FirstRunPage, read_greeting
from guesthouse.ui.pages.page import HOME
from tests.ui.pages.conftest import heard, hours, listener
from tests.ui.settings.conftest import front
from tests.ui.settings.hands import Front, tools_of
from tests.ui.settings.test_passphrase_card import WORDS as PASSPHRASE
from tests.ui.settings.test_passphrase_card import Person
from tests.ui.walk import clipped, unnamed

__all__ = ["front", "heard", "hours", "listener"]

WORDS = Path(__file__).parents[2] / "resources" / "first_run"
DISCLAIMER = (
    "This is a self-help tool for everyday self-criticism and stress. It is not therapy, diagnosis, or emergency"
    " help, and nobody reads what you write. If you live with trauma, voices or other unusual experiences, an eating"
    " disorder, strong urges to harm yourself, or feel unreal, these exercises may be better with a professional."
    " Stop anything that makes you feel worse."
)


@pytest.fixture
def page(qtbot: QtBot, front: Front, look: Look, preferences: Preferences) -> FirstRunPage:
    made = FirstRunPage(tools=tools_of(front, look, preferences), greeting=read_greeting(WORDS, "en"))
    front.page = made
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def said(page: FirstRunPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_it_says_what_it_is_and_is_not(page: FirstRunPage) -> None:
    assert DISCLAIMER in said(page)
    assert "16" in said(page)


def test_it_says_that_thoughts_are_written_down(page: FirstRunPage) -> None:
    assert re.search(r"written down on this computer.*unless you say otherwise", said(page))
    assert "a milder one to begin with, maybe." in said(page)


def test_begin_enters_at_once_and_is_remembered(qtbot: QtBot, page: FirstRunPage, preferences: Preferences) -> None:
    begin = [button for button in page.findChildren(QPushButton) if button.text() == "Begin"]
    assert len(begin) == 1
    with qtbot.waitSignal(page.wanted) as wanted:
        begin[0].click()
    assert wanted.args == [HOME]
    assert preferences.begun


def test_support_is_one_press_away(qtbot: QtBot, page: FirstRunPage) -> None:
    with qtbot.waitSignal(page.wanted) as wanted:
        next(button for button in page.findChildren(QPushButton) if button.text() == "Support").click()
    assert wanted.args == ["support"]


def test_a_passphrase_is_offered_and_can_wait(page: FirstRunPage, front: Front) -> None:
    front.open()
    offer = next(button for button in page.findChildren(QPushButton) if button.text() == "Set a passphrase")
    assert offer.isVisible() and offer.accessibleDescription() == "Now or later: Settings offers it, too"


def test_one_can_be_set_at_once(page: FirstRunPage, front: Front, preferences: Preferences) -> None:
    front.open()
    person = Person(page.verbs, new=PASSPHRASE)
    offer = next(button for button in page.findChildren(QPushButton) if button.text() == "Set a passphrase")
    offer.click()
    assert front.keeping.strongbox.unlock_with_code(person.codes[0]) == front.key is not None
    assert not offer.isVisible() and preferences.lock_after == "10" and not preferences.begun


def test_every_control_has_a_name(page: FirstRunPage) -> None:
    assert unnamed(page) == []


@pytest.mark.parametrize("size", [80, 100, 150, 200])
def test_nothing_is_clipped_and_begin_is_always_in_sight(
    page: FirstRunPage, preferences: Preferences, size: int
) -> None:
    preferences.text_size = size
    page.resize(720, 520)
    begin = next(button for button in page.findChildren(QPushButton) if button.text() == "Begin")
    assert clipped(page) == []
    assert page.rect().contains(begin.geometry().translated(begin.parentWidget().pos()))
