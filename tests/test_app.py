"""The start: the house opens behind the window, troubles are told in it, mistakes without a word of the person's."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from guesthouse.app import FrontDoor, dress
from guesthouse.errors import AlreadyOpen, DiskFull, FolderUnusable
from guesthouse.house import open_house
from guesthouse.log import Log
from guesthouse.paths import Paths
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.voice import Saying, Voice
from guesthouse.ui.pages.page import Page
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.rail import RoomButton
from tests.ui.walk import unnamed

SECRET = "a thought nobody else may read"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


@pytest.fixture
def enter(qtbot: QtBot, qapp: QApplication, paths: Paths) -> Iterator[Callable[[], FrontDoor]]:
    """Builds the front door as ``main`` does, and closes it afterwards."""
    doors: list[FrontDoor] = []
    plain = qapp.palette(), qapp.font()

    def build() -> FrontDoor:
        preferences = Preferences(paths.preferences)
        preferences.begun = True
        front = FrontDoor(qapp, paths, preferences, dress(qapp, preferences))
        qtbot.addWidget(front.window)
        front.window.show()
        front.watch()
        doors.append(front)
        return front

    yield build
    for front in doors:
        front.close()
    qapp.setStyleSheet("")
    qapp.setPalette(plain[0])
    qapp.setFont(plain[1])


def shown(front: FrontDoor) -> str:
    return next(page.name for page in front.window.findChildren(Page) if page.isVisible())


def words(front: FrontDoor) -> str:
    return "\n".join(label.text() for label in front.window.findChildren(QLabel) if label.isVisible())


def now() -> datetime:
    return datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def test_the_house_opens_behind_the_window(enter: Callable[[], FrontDoor], paths: Paths) -> None:
    front = enter()
    front.open()
    assert shown(front) == "today"
    assert paths.database.exists()
    assert front.close() == 0


def test_a_folder_that_cannot_be_made_is_told_and_tried_again(
    enter: Callable[[], FrontDoor], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("a file where the folder would be", encoding="utf-8")
    front = enter()
    front.open()
    assert shown(front) == "trouble"
    assert FolderUnusable.title in words(front)
    assert FolderUnusable.title.rstrip(".") in capsys.readouterr().err
    (tmp_path / "data").unlink()
    front.window.try_again.emit()
    assert shown(front) == "today"
    assert front.close() == 0


def test_a_second_copy_is_told_and_ends_with_1(enter: Callable[[], FrontDoor], paths: Paths) -> None:
    house = open_house(paths, clock=now, random=random.Random(1), alone=True)
    try:
        front = enter()
        front.open()
        assert AlreadyOpen.title in words(front)
        assert front.close() == 1
    finally:
        house.close()


def test_a_mistake_is_told_once_and_logged_without_words(
    qtbot: QtBot, enter: Callable[[], FrontDoor], paths: Paths
) -> None:
    log = Log(paths)
    try:
        front = enter()
        front.open()
        said: list[Saying] = []
        front.window.voice = Voice(lambda saying: bool(said.append(saying)))
        for _ in range(3):
            fail(lambda: 1 / len(SECRET[:0]))
            fail(lambda: {}[SECRET])
        qtbot.waitUntil(lambda: len(said) == 1)
        qtbot.waitUntil(lambda: not front._telling)
        written = paths.logfile.read_text(encoding="utf-8")
        assert "ZeroDivisionError" in written and "KeyError" in written
        assert SECRET not in written and SECRET not in "".join(saying.title + saying.text for saying in said)
    finally:
        log.close()


def test_a_known_trouble_is_told_in_its_words_every_time(qtbot: QtBot, enter: Callable[[], FrontDoor]) -> None:
    front = enter()
    front.open()
    said: list[Saying] = []
    front.window.voice = Voice(lambda saying: bool(said.append(saying)))

    def full() -> None:
        raise DiskFull

    for times in (1, 2):
        fail(full)
        qtbot.waitUntil(lambda times=times: len(said) == times)
    assert {saying.title for saying in said} == {DiskFull.title}


def fail(do: Callable[[], object]) -> None:
    """Let something fail where nobody catches it, as Qt does with a slot."""
    try:
        do()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_sigterm_closes_cleanly(qtbot: QtBot, paths: Paths) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "guesthouse", "--data-dir", str(paths.data)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    )
    qtbot.waitUntil(lambda: paths.database.exists() or child.poll() is not None, timeout=30_000)
    child.send_signal(signal.SIGTERM)
    _out, told = child.communicate(timeout=30)
    assert child.returncode == 0, told
    open_house(paths, clock=now, random=random.Random(1), alone=True).close()


ROOMS = ["today", "visitors", "practices", "journal", "guest-book", "kit"]
ROOMS += ["support", "settings", "grounding", "first-run", "trouble"]


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("name", ROOMS)
def test_every_page_opens_with_names_for_all_and_nothing_too_wide(
    enter: Callable[[], FrontDoor], name: str, size: int
) -> None:
    front = enter()
    front._preferences.text_size = size
    front.open()
    front.window.resize(900, 600)
    front.window.go_to(name)
    assert shown(front) == name
    QApplication.processEvents()  # a page without the rail has its width now
    page = next(page for page in front.window.findChildren(Page) if page.name == name)
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= page.width()
    for area in page.findChildren(Sheet):
        if not area.isVisibleTo(page):  # it is laid out when it is shown
            continue
        assert area.widget().width() <= area.viewport().width()


@pytest.mark.parametrize(
    ("width", "height", "size"), [(900, 600, 150), (846, 540, 150), (1280, 800, 200), (720, 520, 100)]
)
def test_every_room_of_the_rail_is_in_sight(
    qtbot: QtBot, enter: Callable[[], FrontDoor], width: int, height: int, size: int
) -> None:
    front = enter()
    front._preferences.text_size = size
    front.open()
    front.window.resize(width, height)
    rooms = front.window.findChildren(RoomButton)
    assert len(rooms) == 7

    def all_in_sight() -> None:
        for room in rooms:
            assert room.visibleRegion().boundingRect().size() == room.size(), room.accessibleName()

    qtbot.waitUntil(all_in_sight)
    front.close()
