"""The rail of the window: its rooms by name, by key and in every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.main_window import MainWindow
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.rail import RoomButton
from tests.ui.shell.conftest import Open, page, room, shown


def test_every_room_is_a_named_choice_on_the_rail(window: MainWindow) -> None:
    names = [button.accessibleName() for button in window.findChildren(RoomButton)]
    assert names == ["Visitors", "Guest book", "Support", "Settings"]
    for button in window.findChildren(RoomButton):
        assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.RadioButton


def test_exactly_one_room_is_chosen(window: MainWindow) -> None:
    window.take_in(Open())
    for name in ("Guest book", "Support", "Settings", "Visitors"):
        room(window, name).click()
        assert [button.accessibleName() for button in window.findChildren(RoomButton) if button.isChecked()] == [name]


def test_an_assistive_tool_opens_a_room_without_a_click(window: MainWindow) -> None:
    window.take_in(Open())
    room(window, "Guest book").setChecked(True)
    assert shown(window) == "guest-book"


def test_every_room_is_reached_with_tab(qtbot: QtBot, window: MainWindow) -> None:
    window.take_in(Open())
    window.go_to("settings")
    seen = set()
    for _ in range(12):
        focused = window.focusWidget()
        if isinstance(focused, RoomButton):
            seen.add(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == {"Visitors", "Guest book", "Support", "Settings"}


def test_tab_from_the_rail_brings_what_it_comes_to_into_sight(qtbot: QtBot, window: MainWindow, look: Look) -> None:
    window.take_in(Open())
    window.go_to("settings")
    there = page(window, "settings")
    sheet, first = Sheet(look), QPushButton("first")
    sheet.column.addWidget(first)
    sheet.column.addSpacing(3000)
    layout = there.layout()
    assert layout is not None
    there.field.hide()
    layout.addWidget(sheet)
    qtbot.waitUntil(lambda: first.isVisible() and sheet.verticalScrollBar().maximum() > 0)
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())
    button = room(window, "Settings")
    button.setFocus()
    QWidget.setTabOrder(button, first)
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert window.focusWidget() is first
    qtbot.waitUntil(lambda: first.visibleRegion().boundingRect().size() == first.size())


def test_enter_opens_and_arrows_move_along_the_rail(qtbot: QtBot, window: MainWindow) -> None:
    window.take_in(Open())
    button = room(window, "Visitors")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Down)
    assert window.focusWidget() is room(window, "Guest book")
    assert shown(window) == "visitors", "looking along the rail opens nothing"
    qtbot.keyClick(room(window, "Guest book"), Qt.Key.Key_Return)
    assert shown(window) == "guest-book"


def test_a_narrow_window_keeps_the_names(window: MainWindow) -> None:
    window.resize(720, 520)
    button = room(window, "Guest book")
    assert button.text() == "" and button.toolTip() == "Guest book" and button.accessibleName() == "Guest book"
    window.resize(1280, 800)
    assert button.text() == "Guest book"


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize(("width", "height"), [(720, 520), (900, 600), (1280, 800)])
def test_nothing_on_the_rail_is_clipped(
    window: MainWindow, preferences: Preferences, size: int, width: int, height: int
) -> None:
    preferences.text_size = size
    window.resize(width, height)
    window.layout().activate()
    for button in window.findChildren(RoomButton):
        assert button.width() >= button.sizeHint().width(), button.accessibleName()
        assert button.height() >= button.sizeHint().height()
        corner = button.mapTo(window, button.rect().bottomRight())
        assert corner.x() < window.width() and corner.y() < window.height()


def test_the_way_to_lock_is_offered_only_where_there_is_something_to_lock(qtbot: QtBot, window: MainWindow) -> None:
    window.take_in(Open())
    there = next(button for button in window.findChildren(QPushButton) if button.accessibleName() == "Lock")
    assert not there.isVisible()
    window.offer_lock(True)
    assert there.isVisible()
    with qtbot.waitSignal(window.lock_asked):
        there.click()
    with qtbot.waitSignal(window.lock_asked):
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
