"""The card with the thought: as typed, and laid out no more often than there is a reason for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.paper import ThoughtCard

PAPER = QRectF(40, 40, 500, 300)


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> Iterator[ThoughtCard]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(800, 600)
    made = ThoughtCard(look, "I am late", page)
    made.place(PAPER)
    page.show()
    yield made
    page.hide()


def laid_out(card: ThoughtCard) -> list[object]:
    """Every time from now on that the words were set anew."""
    told: list[object] = []
    (text,) = card.findChildren(QTextEdit)
    text.document().contentsChange.connect(lambda *what: told.append(what))
    return told


def test_what_is_as_it_was_is_not_laid_out_again(card: ThoughtCard) -> None:
    """A very long text takes its time to be laid out, and a page is fitted over and over."""
    card.set_words("w" * 2000)
    card.place(PAPER)
    wanted, told = card.wanted(400), laid_out(card)
    card.place(PAPER)
    told.clear()
    for _ in range(4):
        assert card.wanted(400) == wanted
        card.place(PAPER)
        card.set_words("w" * 2000)
    assert told == []


def test_what_is_longer_than_any_page_is_tried_in_one_size_alone(card: ThoughtCard) -> None:
    told = laid_out(card)
    card.set_words("I am late again. " * 6000)
    assert len(told) <= 3 and card.scrolls


def test_other_words_another_room_and_another_type_are_seen(card: ThoughtCard, preferences: Preferences) -> None:
    largest = card.pixels
    card.set_words("so many words that there is no room for them in a large type " * 5)
    small = card.pixels
    assert small < largest
    wide = QRectF(10, 10, 780, 560)
    card.place(wide)
    assert card.pixels > small
    card.wanted(300)
    card.place(wide)
    assert card.pixels > small, "asking how high it would be changes nothing"
    card.set_words("short")
    assert card.pixels == largest
    preferences.text_size, before = 150, ink(card)
    card.place(wide)
    assert card.pixels > largest
    preferences.theme = "night"
    card.place(wide)
    assert ink(card) != before


def ink(card: ThoughtCard) -> str:
    """The colour of its words."""
    (text,) = card.findChildren(QTextEdit)
    return text.palette().text().color().name()
