"""Words for the keyboard: their ring is whole, stands apart from the letters and moves nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.selectable import Selectable


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> QWidget:
    """Words in a part without room around it, on a card that has some."""
    page, card, inside = QWidget(), Card(), QWidget()
    qtbot.addWidget(page)
    column, narrow = QVBoxLayout(page), QVBoxLayout(inside)
    narrow.setContentsMargins(0, 0, 0, 0)
    narrow.addWidget(label(look, "words", "Could you ask me something?", selectable=True))
    card.column.addWidget(inside)
    button = QPushButton("Next")
    column.addWidget(card)
    column.addWidget(button)
    button.setFocus()
    page.resize(400, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def words(page: QWidget) -> Selectable:
    return page.findChildren(Selectable)[0]


def test_the_ring_is_whole_and_apart_from_the_words_which_stay(page: QWidget, words: Selectable) -> None:
    before = QRect(words.mapTo(page, QPoint()), words.size()), words.contentsRect()
    assert words.ring is None
    words.setFocus(Qt.FocusReason.TabFocusReason)
    ring = words.ring
    assert ring is not None and ring.visibleRegion().boundingRect() == ring.rect()
    around = QRect(ring.mapTo(page, QPoint()), ring.size())
    assert around.contains(before[0].adjusted(-4, -2, 4, 2))
    assert (QRect(words.mapTo(page, QPoint()), words.size()), words.contentsRect()) == before


def test_it_follows_the_words_and_goes_with_the_keyboard(page: QWidget, words: Selectable) -> None:
    words.setFocus(Qt.FocusReason.TabFocusReason)
    words.setText(words.text() * 9)
    page.resize(300, 500)
    QApplication.processEvents()
    assert words.ring is not None
    assert QRect(words.ring.mapTo(page, QPoint()), words.ring.size()).contains(
        QRect(words.mapTo(page, QPoint()), words.size())
    )
    ring = words.ring
    page.findChildren(QPushButton)[0].setFocus()
    assert words.ring is None and not ring.isVisible()


def test_words_that_are_taken_away_take_their_ring_along(qtbot: QtBot, words: Selectable) -> None:
    words.setFocus(Qt.FocusReason.TabFocusReason)
    ring = words.ring
    assert ring is not None
    with qtbot.waitSignal(ring.destroyed):
        words.deleteLater()
