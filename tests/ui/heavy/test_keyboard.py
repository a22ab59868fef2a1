"""The card by keyboard alone, and that Support is one key away from wherever the keyboard is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QSlider, QSpinBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.heavy.conftest import LOT, OWN, Below

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def tabs_to(qtbot: QtBot, below: Below, goal: QWidget, *, most: int = 30) -> list[QWidget]:
    """Press Tab until ``goal`` has the keyboard; what was passed."""
    passed: list[QWidget] = []
    while below.window.focusWidget() is not goal:
        assert len(passed) < most, passed
        there = below.window.focusWidget()
        passed.append(there)
        qtbot.keyClick(there, Qt.Key.Key_Tab)
    return passed


def test_tab_comes_to_it_after_the_page_also_in_rooms_that_were_built_later(qtbot: QtBot, below: Below) -> None:
    below.write(OWN)
    for name in ("visitors", "journal", "exercises"):
        below.window.go_to(name)
        page = below.page
        assert tabs_to(qtbot, below, below.button("People to contact")) == [page.field, page.box], name
        assert tabs_to(qtbot, below, below.button("Keep writing"))[-1] is below.button("Steady for a minute")


@pytest.mark.parametrize("by", ["key", "Esc", "mouse"])
def test_closing_gives_the_keyboard_back(qtbot: QtBot, below: Below, by: str) -> None:
    field = below.page.field
    below.write(OWN)
    button = below.button("Keep writing")
    if by == "mouse":
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        tabs_to(qtbot, below, button)
        qtbot.keyClick(button, Qt.Key.Key_Space if by == "key" else Qt.Key.Key_Escape)
    assert not below.heeding.isVisible()
    assert below.window.focusWidget() is not None
    if by == "mouse":
        assert below.window.focusWidget() is field
    else:
        assert below.window.focusWidget() is below.page.box, "Tab came from there"
    assert below.page.stops == 0, "no exercise was left"


def test_where_one_was_is_gone_so_the_keyboard_goes_to_where_one_types(qtbot: QtBot, below: Below) -> None:
    extra = QPushButton("extra")
    layout = below.page.layout()
    assert layout is not None
    layout.addWidget(extra)
    extra.setFocus()
    below.write(OWN)
    below.button("Keep writing").setFocus()
    extra.deleteLater()
    QApplication.sendPostedEvents(extra, 0)
    extra.hide()
    qtbot.keyClick(below.button("Keep writing"), Qt.Key.Key_Escape)
    assert below.window.focusWidget() is below.page.field


def test_an_assistive_tool_closes_it_without_moving_the_keyboard(below: Below) -> None:
    below.write(OWN)
    below.button("Keep writing").click()
    assert not below.heeding.isVisible()
    assert below.window.focusWidget() is below.page.field


def test_esc_outside_the_card_means_what_it_always_means(qtbot: QtBot, below: Below) -> None:
    below.write(OWN)
    qtbot.keyClick(below.page.field, Qt.Key.Key_Escape)
    assert below.page.stops == 1
    assert below.heeding.isVisible()


def test_what_scrolls_is_reached_and_scrolled_by_keyboard(qtbot: QtBot, below: Below) -> None:
    below.preferences.text_size = 200
    below.size(720, 520)
    below.write(OWN)
    below.size(721, 520)
    words = below.heeding._card.words  # type: ignore[union-attr]
    tabs_to(qtbot, below, words)
    before = words.verticalScrollBar().value()
    qtbot.keyClick(words, Qt.Key.Key_Down)
    assert words.verticalScrollBar().value() > before
    qtbot.keyClick(words, Qt.Key.Key_End)
    qtbot.keyClick(words, Qt.Key.Key_Escape)
    assert not below.heeding.isVisible()


def test_where_nothing_scrolls_its_words_are_no_stop(qtbot: QtBot, below: Below) -> None:
    below.size(1280, 800)
    below.write(LOT)
    assert below.heeding._card.words.focusPolicy() == Qt.FocusPolicy.NoFocus  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QListWidget, QSpinBox, QSlider, QPushButton])
@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_F1, NONE), (Qt.Key.Key_H, CTRL)])
def test_support_is_one_key_away_from_everything(
    qtbot: QtBot, below: Below, kind: type[QWidget], key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    layout = below.page.layout()
    assert layout is not None
    there = kind()
    layout.addWidget(there)
    there.setFocus()
    qtbot.keyClick(there, key, modifier)
    assert below.page.name == "support"


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_F1, NONE), (Qt.Key.Key_H, CTRL)])
@pytest.mark.parametrize("where", ["field", "box", "card"])
def test_support_is_one_key_away_from_the_page_and_the_card(
    qtbot: QtBot, below: Below, where: str, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    below.write(OWN)
    there = {"field": below.page.field, "box": below.page.box, "card": below.button("Keep writing")}[where]
    there.setFocus()
    qtbot.keyClick(there, key, modifier)
    assert below.page.name == "support"
