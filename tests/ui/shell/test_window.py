"""The window's shell: its rooms, its keys, what stands before Begin and behind a trouble, and closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.errors import DiskFull
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.voice import Saying
from guesthouse.services.changes import Changes
from guesthouse.ui.main_window import MainWindow
from guesthouse.ui.pages.page import BACK
from guesthouse.ui.rail import RoomButton
from tests.ui.shell.conftest import Open, Plain, page, room, shown


def test_the_title_is_the_name_and_nothing_else(window: MainWindow) -> None:
    window.take_in(Open())
    assert window.windowTitle() == "Guesthouse"


def test_one_lands_at_visitors_with_the_cursor_in_the_field(window: MainWindow) -> None:
    window.take_in(Open())
    assert shown(window) == "visitors"
    assert window.focusWidget() is page(window, "visitors").field
    assert room(window, "Visitors").isChecked()


def test_pages_are_built_when_first_gone_to_and_welcomed_once(window: MainWindow) -> None:
    window.take_in(Open())
    assert [page.name for page in window.findChildren(Plain)] == ["visitors"]
    window.go_to("guest-book")
    window.go_to("visitors")
    window.go_to("guest-book")
    assert page(window, "guest-book").happened.count("welcome") == 1


@pytest.mark.parametrize(
    ("keys", "modifier", "goal"),
    [
        (Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier, "guest-book"),
        (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, "visitors"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "support"),
        (Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier, "support"),
    ],
)
def test_keys_open_rooms(
    qtbot: QtBot, window: MainWindow, keys: Qt.Key, modifier: Qt.KeyboardModifier, goal: str
) -> None:
    window.take_in(Open())
    window.go_to("settings")
    qtbot.keyClick(window, keys, modifier)
    assert shown(window) == goal


def test_ctrl_f_searches_in_the_room(qtbot: QtBot, window: MainWindow) -> None:
    window.take_in(Open())
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page(window, "visitors").happened[-1] == "search"


def test_esc_leads_to_the_grounding_page_and_back(qtbot: QtBot, window: MainWindow) -> None:
    window.take_in(Open())
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert shown(window) == "grounding"
    assert not any(button.isChecked() for button in window.findChildren(RoomButton))
    page(window, "grounding").wanted.emit(BACK)
    assert shown(window) == "visitors"


def test_ctrl_q_closes_and_saves_every_page(qtbot: QtBot, window: MainWindow) -> None:
    window.take_in(Open())
    window.go_to("guest-book")
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()
    assert page(window, "visitors").happened[-1] == "save" == page(window, "guest-book").happened[-1]


def test_what_cannot_be_saved_is_told_and_the_window_stays(window: MainWindow, said: list[Saying]) -> None:
    window.take_in(Open())
    window.go_to("guest-book")
    page(window, "visitors").full = True
    assert not window.close()
    assert window.isVisible()
    assert len(said) == 1 and said[0].title == DiskFull().title
    assert page(window, "guest-book").happened[-1] == "save", "one page's trouble is not another's"


def test_before_begin_only_support_and_settings_are_open(
    qtbot: QtBot, window: MainWindow, preferences: Preferences
) -> None:
    preferences.begun = False
    window.take_in(Open())
    assert shown(window) == "first-run"
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert shown(window) == "support"
    room(window, "Guest book").click()
    assert shown(window) == "first-run"
    begin = next(button for button in window.findChildren(QPushButton) if button.text() == "Begin")
    begin.click()
    assert preferences.begun
    assert shown(window) == "visitors"
    assert page(window, "visitors").happened[-1] == "got Begun()", "what stands first on the rail is told of it"
    assert window.focusWidget() is page(window, "visitors").field


def test_a_trouble_stands_where_the_rooms_would_be(qtbot: QtBot, window: MainWindow) -> None:
    window.show_trouble(DiskFull())
    assert shown(window) == "trouble"
    room(window, "Visitors").click()
    assert shown(window) == "trouble"
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert shown(window) == "support"
    window.go_to("trouble")
    with qtbot.waitSignal(window.try_again):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    window.take_in(Open())
    assert shown(window) == "visitors"


def test_changes_reach_pages_and_wait_for_hidden_ones(window: MainWindow) -> None:
    house = Open()
    window.take_in(house)
    window.go_to("guest-book")
    house.changes.tell(Changes(guests=True))
    assert page(window, "guest-book").happened[-1] == "refresh"
    assert "refresh" not in page(window, "visitors").happened
    house.changes.tell(Changes(guests=True))
    window.go_to("visitors")
    assert page(window, "visitors").happened.count("refresh") == 1


def test_a_page_does_not_hear_itself(window: MainWindow) -> None:
    house = Open()
    window.take_in(house)
    house.changes.tell(Changes(guests=True, origin=page(window, "visitors")))
    assert "refresh" not in page(window, "visitors").happened


def test_a_house_that_is_let_go_of_is_not_heard_any_more(window: MainWindow) -> None:
    house = Open()
    window.take_in(house)
    window.let_go()
    assert page(window, "visitors").happened[-2:] == ["save", "let go"]
    house.changes.tell(Changes(guests=True))
    assert "refresh" not in page(window, "visitors").happened


def test_the_window_comes_back_where_it_was(qtbot: QtBot, window: MainWindow, preferences: Preferences) -> None:
    window.resize(760, 560)
    window.close()
    assert not preferences.geometry.isEmpty()
    again = MainWindow(look=window._look, preferences=preferences, rooms=[], asides={})
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (760, 560)


def test_a_page_beside_the_rail_knows_the_way_back(window: MainWindow) -> None:
    window.take_in(Open())
    window.go_to("guest-book")
    window.go_to("grounding")
    assert "from Guest book" in page(window, "grounding").happened
    page(window, "grounding").wanted.emit(BACK)
    assert shown(window) == "guest-book"


def test_one_lands_first_and_is_told_then(
    window: MainWindow, said: list[Saying], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.take_in(Open())
    page(window, "visitors").full = True
    where: list[str] = []
    speak = window.voice._speak
    monkeypatch.setattr(window.voice, "_speak", lambda saying: (where.append(shown(window)), speak(saying))[1])
    page(window, "visitors").stopped.emit()
    assert where == ["grounding"] and said[0].title == DiskFull().title
