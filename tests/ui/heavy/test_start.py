"""The window waits for nothing of the card about heavy words: it is read when there is something to say."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.house import House
from guesthouse.ui.heavy import heeding
from tests.ui.heavy.conftest import OWN, Below

PROGRAM = """
import sys
import guesthouse.app, guesthouse.rooms, guesthouse.ui.main_window, guesthouse.ui.pages.today
print(*sorted(name for name in sys.modules if name.startswith("guesthouse.")))
"""
LATER = (
    "guesthouse.ui.heavy.card",
    "guesthouse.ui.heavy.sayings",
    "guesthouse.domain.heavy_cards",
    "guesthouse.content.heavy_cards",
)


def test_the_card_is_read_later() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "guesthouse.ui.heavy.heeding" in loaded
    assert [name for name in loaded if name.startswith(LATER)] == []


def test_the_phrases_are_read_before_the_first_words_come(
    qtbot: QtBot, below: Below, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heeding, "AHEAD_MS", 0)
    monkeypatch.setattr(heeding, "PIECE_MS", 0)
    assert "phrases" not in vars(house.heavy)
    below.window.let_go()
    below.window.take_in(house)
    phrases = {"_trie", "_idioms", "_meant", "_too"}
    qtbot.waitUntil(lambda: "phrases" in vars(house.heavy) and phrases <= vars(house.heavy.phrases).keys())
    qtbot.waitUntil(lambda: below.heeding._sayings is not None)
    assert not below.heeding.isVisible() and below.heeding.findChildren(QWidget) == []
    below.write(OWN)
    assert below.heeding.isVisible()


def test_where_nothing_is_looked_for_nothing_is_read(
    below: Below, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heeding, "AHEAD_MS", 0)
    house.heavy.heed(False)
    below.window.let_go()
    below.window.take_in(house)
    for _ in range(5):
        QApplication.processEvents()
    assert "phrases" not in vars(house.heavy) and below.heeding._sayings is None


def test_a_house_that_closes_before_that_is_left_alone(
    below: Below, house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(heeding, "AHEAD_MS", 0)
    below.window.take_in(house)
    below.window.let_go()
    QApplication.processEvents()
    assert "phrases" not in vars(house.heavy) and caplog.text == ""
