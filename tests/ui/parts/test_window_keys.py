"""The keys of the window: once however long they are held, and resting but for those that always work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guesthouse.ui.parts.window_keys import WindowKeys


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_they_rest_and_work_again_and_one_never_rests(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    keys = WindowKeys(window)
    keys.add("F3", lambda: done.append("usual"))
    keys.add("Ctrl+Q", lambda: done.append("always"), always=True)

    def press() -> list[str]:
        done.clear()
        qtbot.keyClick(window, Qt.Key.Key_F3)
        qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        return list(done)

    assert press() == ["usual", "always"]
    keys.rest(True)
    assert press() == ["always"]
    keys.rest(False)
    assert press() == ["usual", "always"]


def test_a_key_that_is_held_does_it_once(window: QWidget) -> None:
    WindowKeys(window).add("F3", window.update)
    (shortcut,) = window.findChildren(QShortcut)
    assert not shortcut.autoRepeat()
