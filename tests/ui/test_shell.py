"""The window's shell: its rooms, its keys, what stands before Begin and behind a trouble, and closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.first_run import load_greeting
from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.domain.tones import Tones
from guesthouse.errors import DiskFull
from guesthouse.paths import Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.voice import Saying, Voice
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.main_window import MainWindow
from guesthouse.ui.pages.first_run import FirstRunPage
from guesthouse.ui.pages.page import BACK, Page
from guesthouse.ui.pages.trouble import TroublePage
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.rail import Room, RoomButton
from tests.ui.pages.conftest import Hours, Listener
from tests.ui.settings.hands import Front, tools_of


class Plain(Page):
    """A page that notes what happens to it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.happened: list[str] = []
        self.full = False
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def welcome(self, house: object) -> None:
        self.happened.append("welcome")

    def save(self) -> None:
        self.happened.append("save")
        if self.full:
            raise DiskFull()

    def let_go(self) -> None:
        self.happened.append("let go")

    def refresh(self, changes: Changes | None) -> None:
        self.happened.append("refresh")

    def arrive(self) -> None:
        self.field.setFocus()

    def come_from(self, room: str) -> None:
        self.happened.append(f"from {room}")

    def leave(self) -> None:
        if self.full:
            raise DiskFull()

    def search(self) -> None:
        self.happened.append("search")

    def receive(self, thing: object) -> None:
        self.happened.append(f"got {thing!r}")

    def stop(self) -> None:
        self.happened.append("stop")
        self.stopped.emit()


class Open:
    """What the shell needs of a house."""

    def __init__(self) -> None:
        self.changes = ChangeLog()
        self.wishes = self

    def tones(self) -> Tones:
        return Tones()


@pytest.fixture
def said() -> list[Saying]:
    """What the window said."""
    return []


@pytest.fixture
def window(qtbot: QtBot, look: Look, preferences: Preferences, said: list[Saying], tmp_path: Path) -> MainWindow:
    """A window with plain pages that was begun with, without a house."""
    preferences.begun = True

    def plain(name: str) -> Callable[[], Page]:
        return lambda: Plain(name)

    def speak(saying: Saying) -> bool:
        said.append(saying)
        return False

    greeting = load_greeting(resources() / "first_run", "en")
    tools = tools_of(Front(Paths.under(tmp_path / "front"), Hours(), Listener()), look, preferences)
    made = MainWindow(
        look=look,
        preferences=preferences,
        rooms=[
            Room("visitors", "Visitors", "users", plain("visitors"), ("Ctrl+2",)),
            Room("guest-book", "Guest book", "book-bookmark", plain("guest-book"), ("Ctrl+5",)),
            Room("support", "Support", "lifebuoy", plain("support"), ("F1", "Ctrl+H"), foot=True, needs_house=False),
            Room("settings", "Settings", "gear-six", plain("settings"), foot=True, needs_house=False),
        ],
        asides={
            "first-run": lambda: FirstRunPage(
                tools=tools,
                greeting=greeting,
                motion=Motion(preferences),
                scene=lambda: load_scene(resources() / "scenes" / "garden"),
                sprites=lambda: Sprites(load_figures(resources() / "figures")),
            ),
            "trouble": lambda: TroublePage(look=look, folder=tmp_path),
            "grounding": plain("grounding"),
        },
        voice=Voice(speak),
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def page(window: MainWindow, name: str) -> Plain:
    """A page of the window that is built."""
    found = next(page for page in window.findChildren(Plain) if page.name == name)
    assert isinstance(found, Plain)
    return found


def shown(window: MainWindow) -> str:
    """The name of the page in sight."""
    return next(page.name for page in window.findChildren(Page) if page.isVisible())


def room(window: MainWindow, name: str) -> RoomButton:
    """A button of the rail by its accessible name."""
    return next(button for button in window.findChildren(RoomButton) if button.accessibleName() == name)


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
