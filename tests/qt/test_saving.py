"""What one writes goes to the disk soon, also while one goes on writing, and again where that did not work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from guesthouse.errors import DiskFull, Trouble
from guesthouse.qt.saving import AGAIN_MS, BEHIND_MS, Saving


class Page(Saving):
    """Counts how often it was saved."""

    def __init__(self, behind_ms: int) -> None:
        super().__init__(behind_ms)
        self.saved = 0
        self.full = False

    def change(self) -> None:
        self._plan()

    def save(self) -> None:
        if self.full:
            raise DiskFull
        self.saved += 1
        self._settle()


def test_who_writes_without_a_pause_is_saved_meanwhile(qtbot: QtBot) -> None:
    page, keys = Page(100), QTimer()
    keys.timeout.connect(page.change)
    keys.start(10)
    qtbot.waitUntil(lambda: page.saved > 1, timeout=5000)
    keys.stop()


def test_it_is_never_two_seconds_behind_and_tried_again_soon() -> None:
    assert BEHIND_MS <= 1500 and AGAIN_MS <= 10_000


def test_what_did_not_work_is_told_and_tried_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guesthouse.qt.saving.AGAIN_MS", 10)
    page = Page(0)
    told: list[Trouble] = []
    page.failed.connect(told.append)
    page.full = True
    page.change()
    qtbot.waitUntil(lambda: len(told) > 1)
    page.full = False
    qtbot.waitUntil(lambda: page.saved == 1)
    assert page.try_to_save() and page.saved == 2
