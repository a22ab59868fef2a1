"""What is told to who listens, and that a cover over the rooms makes them silent and not itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.cover import Cover
from guesthouse.ui.parts.window_keys import WindowKeys
from tests.ui.hearing import announced


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was told to say."""
    return announced(monkeypatch)


def test_words_are_told_and_no_words_are_not(qtbot: QtBot, told: list[str]) -> None:
    widget = QLabel()
    qtbot.addWidget(widget)
    announce(widget, "Saved")
    announce(widget, "")
    assert told == ["Saved"]


def test_under_a_cover_nothing_is_told_and_on_it_something_is(qtbot: QtBot, told: list[str]) -> None:
    window, rooms, note = QMainWindow(), QWidget(), QLabel("Shopping")
    qtbot.addWidget(window)
    inside = QLabel()
    QVBoxLayout(rooms).addWidget(inside)
    cover = Cover(rooms, WindowKeys(window))
    window.setCentralWidget(cover)
    cover.have_ready(note)
    announce(inside, "before")
    cover.put_on(note)
    announce(inside, "what is written here")
    announce(rooms, "what is written here")
    announce(note, "on the note")
    cover.take_off()
    announce(inside, "after")
    assert told == ["before", "on the note", "after"]
