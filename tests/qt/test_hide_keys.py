"""The key that hides: heard before shortcuts and fields, once for one press, in whichever window has the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.hide_keys import CODES, NONE, HideKeys
from guesthouse.qt.preferences import HIDE_KEYS, Preferences

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Clock:
    """Seconds that pass when they are told to."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


class Heard:
    """A window with a field, and what was heard over it."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> None:
        self.preferences, self.clock = preferences, Clock()
        self.presses, self.escapes = list[str](), list[str]()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.keys = HideKeys(qapp, preferences, self.window, clock=self.clock)
        self.keys.pressed.connect(lambda: self.presses.append(preferences.hide_key))
        self.keys.escaped.connect(lambda: self.escapes.append("Esc"))
        self.field = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.handle, key, modifiers)

    @property
    def handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.ini")


@pytest.fixture
def heard(qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> Heard:
    return Heard(qtbot, qapp, preferences)


@pytest.mark.parametrize("name", [name for name in HIDE_KEYS if name != NONE])
def test_the_chosen_key_hides_and_no_other_does(heard: Heard, name: str) -> None:
    heard.preferences.hide_key = name
    for key in CODES.values():
        heard.press(key)
    assert heard.presses == [name]


def test_none_is_none(heard: Heard) -> None:
    heard.preferences.hide_key = NONE
    for key in CODES.values():
        heard.press(key)
    assert heard.presses == []


def test_with_another_key_held_it_is_another_key(heard: Heard) -> None:
    heard.press(Qt.Key.Key_F9, SHIFT)
    heard.press(Qt.Key.Key_F9, ALT)
    assert heard.presses == []


def test_however_long_it_is_held_it_is_pressed_once(heard: Heard) -> None:
    QTest.keyPress(heard.handle, Qt.Key.Key_F9)
    for _ in range(5):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(heard.handle, again)
    assert len(heard.presses) == 1


def test_a_shortcut_on_the_same_key_does_not_take_it_away(heard: Heard) -> None:
    taken: list[str] = []
    QShortcut(QKeySequence("F9"), heard.window).activated.connect(lambda: taken.append("taken"))
    heard.press(Qt.Key.Key_F9)
    assert heard.presses == ["F9"] and taken == []


def test_who_listens_at_the_window_before_does_not_take_it_away(
    qtbot: QtBot, qapp: QApplication, preferences: Preferences
) -> None:
    """As the touch that ends a long absence goes nowhere."""

    class Swallows(QWidget):
        def eventFilter(self, watched: object, event: QEvent) -> bool:
            return event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)

    swallows = Swallows()
    qtbot.addWidget(swallows)

    def listen(window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(swallows)

    qapp.focusWindowChanged.connect(listen)
    heard = Heard(qtbot, qapp, preferences)
    heard.press(Qt.Key.Key_F9)
    qapp.focusWindowChanged.disconnect(listen)
    assert heard.presses == ["F9"]


def test_it_is_heard_in_a_dialog(qtbot: QtBot, heard: Heard) -> None:
    dialog = QDialog(heard.window)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F9)
    assert heard.presses == ["F9"]
    dialog.reject()


@pytest.mark.parametrize("key", ["F9", "F4"])
def test_it_is_heard_over_an_open_list_and_a_menu(qtbot: QtBot, heard: Heard, key: str) -> None:
    heard.preferences.hide_key = key
    box = QComboBox(heard.window)
    box.addItems(["one", "two"])
    box.show()
    box.showPopup()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is not heard.handle)
    QTest.keyClick(QApplication.focusWindow(), CODES[key])
    assert QApplication.activePopupWidget() is not None, "the list itself has not heard it"
    box.hidePopup()
    menu = QMenu(heard.window)
    menu.addAction("one")
    menu.popup(heard.window.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(lambda: QApplication.focusWindow() is menu.windowHandle())
    QTest.keyClick(QApplication.focusWindow(), CODES[key])
    menu.close()
    assert heard.presses == [key, key]


# ---------------------------------------------------------------------------------------------------- Esc, twice


def test_esc_hides_only_where_that_is_wished(heard: Heard) -> None:
    heard.press(Qt.Key.Key_Escape)
    heard.press(Qt.Key.Key_Escape)
    assert heard.escapes == []
    heard.preferences.hide_on_esc = True
    heard.press(Qt.Key.Key_Escape)
    assert heard.escapes == []
    heard.press(Qt.Key.Key_Escape)
    assert heard.escapes == ["Esc"]


def test_once_is_what_it_always_was_and_the_second_goes_no_further(heard: Heard) -> None:
    heard.preferences.hide_on_esc = True
    left: list[str] = []
    QShortcut(QKeySequence("Esc"), heard.window).activated.connect(lambda: left.append("left"))
    heard.press(Qt.Key.Key_Escape)
    assert left == ["left"] and heard.escapes == []
    heard.press(Qt.Key.Key_Escape)
    assert left == ["left"] and heard.escapes == ["Esc"]


def test_twice_with_time_between_is_twice_once(heard: Heard) -> None:
    heard.preferences.hide_on_esc = True
    for _ in range(4):
        heard.press(Qt.Key.Key_Escape)
        heard.clock.now += 0.7
    assert heard.escapes == []


def test_with_another_key_between_it_is_not_in_a_row(heard: Heard) -> None:
    heard.preferences.hide_on_esc = True
    heard.press(Qt.Key.Key_Escape)
    heard.press(Qt.Key.Key_A)
    heard.press(Qt.Key.Key_Escape)
    assert heard.escapes == [] and heard.field.text() == "a"


def test_three_times_is_not_twice_more(heard: Heard) -> None:
    heard.preferences.hide_on_esc = True
    for _ in range(3):
        heard.press(Qt.Key.Key_Escape)
    assert heard.escapes == ["Esc"]
