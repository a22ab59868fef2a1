"""The doors: a sealed file at the start, a second copy, a damaged file, and what is done while the house is closed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from guesthouse.domain.safekeeping import Sealed
from guesthouse.errors import AlreadyOpen, DiskFull, FileDamaged
from guesthouse.front import doorway
from guesthouse.house import open_house
from guesthouse.paths import Paths
from guesthouse.ui.doors import Closed
from tests.front.conftest import HALF, RIGHT, Entered, now

ROOT = Path(__file__).parents[2]


def test_a_sealed_file_begins_before_the_closed_door(sealed: Sealed, enter: Callable[[], Entered]) -> None:
    entered = enter()
    assert entered.shown == "lock"
    assert entered.window.focusWidget() is entered.field("Passphrase")
    assert not entered.can_lock
    assert entered.front.close() == 0


def test_the_recovery_code_opens_it_and_the_new_passphrase_from_then_on(
    qtbot: QtBot, sealed: Sealed, enter: Callable[[], Entered]
) -> None:
    entered = enter()
    page = entered.window.pages.page("lock")
    page.code.given.emit(sealed.code)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: page.anew.isVisible())  # type: ignore[attr-defined]
    entered.field("New passphrase").setText("another lamp")
    entered.field("Again").setText("another lamp")
    page.anew.act.click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: entered.shown == "today")
    entered.doorway.lock()
    entered.give("another lamp")
    qtbot.waitUntil(lambda: entered.shown == "today")


def test_a_second_copy_is_told_before_anything_is_asked(
    paths: Paths, sealed: Sealed, enter: Callable[[], Entered]
) -> None:
    house = open_house(paths, clock=now, random=random.Random(1), key=sealed.key, alone=True)
    try:
        entered = enter()
        assert entered.shown == "trouble" and AlreadyOpen.title in entered.words
    finally:
        house.close()
    entered.window.try_again.emit()
    assert entered.shown == "lock"


def test_a_damaged_file_is_told_apart_from_a_wrong_passphrase(
    qtbot: QtBot, paths: Paths, sealed: Sealed, enter: Callable[[], Entered]
) -> None:
    with paths.database.open("r+b") as file:
        file.seek(100)
        file.write(bytes(200))
    entered = enter()
    entered.give(RIGHT)
    qtbot.waitUntil(lambda: entered.shown == "trouble")
    assert FileDamaged.title in entered.words
    assert entered.front.close() == 1


def test_the_start_of_a_plain_file_reads_nothing_about_secrets(plain: None, paths: Paths) -> None:
    code = (
        "import sys; from guesthouse.app import *; from guesthouse.paths import Paths; from pathlib import Path;"
        "paths = Paths.under(Path(sys.argv[1])); preferences = Preferences(paths.preferences);"
        "app = make_application();"
        "front = FrontDoor(app, paths, preferences, dress(app, preferences)); front.watch(); front.open();"
        "print(front.doorway._house is not None, *(name for name in ('cryptography', 'guesthouse.ui.pages.lock',"
        "'guesthouse.qt.session_watch', 'PySide6.QtDBus') if name in sys.modules)); front.close()"
    )
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "desktop")}
    line = [sys.executable, "-c", code, str(paths.data)]
    said = subprocess.run(line, env=environ, capture_output=True, text=True, timeout=60, check=False)
    assert said.stdout.split() == ["True"], said.stderr


def test_once_nobody_waits_a_backup_of_the_day_is_made(
    qtbot: QtBot, inside: Entered, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes | None] = []
    monkeypatch.setattr(doorway, "TIDY_MS", 0)
    monkeypatch.setattr(inside.doorway._housekeeping, "begin", asked.append)
    inside.doorway.settle()
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert asked == [inside.doorway._key] and asked != [None]


def test_putting_in_order_runs_to_its_end_and_leaves_nothing_behind(qtbot: QtBot, inside: Entered) -> None:
    keeper = inside.doorway._housekeeping
    keeper.begin(inside.doorway._key)
    keeper.end()
    assert keeper._task is not None and not keeper._task.isRunning()


# ------------------------------------------------------------------------------------------- while it is closed


def test_work_is_done_on_a_closed_file_and_one_is_where_one_was(inside: Entered, paths: Paths) -> None:
    inside.type_half_a_thought()
    inside.window.go_to("support")
    key = inside.doorway._key

    def work(closed: Closed) -> int:
        open_house(paths, clock=now, random=random.Random(1), key=closed.key, alone=True).close()
        assert closed.key == key and closed.progress(50)
        return 7

    assert inside.doorway.while_closed("Something", work) == 7
    assert inside.shown == "support" and inside.said == []
    assert inside.visitors().door.field.words() == HALF
    assert inside.can_lock


def test_work_that_fails_is_told_and_the_house_is_open_again(inside: Entered) -> None:
    def work(closed: Closed) -> int:
        raise DiskFull

    assert inside.doorway.while_closed("Something", work) is None
    assert [saying.title for saying in inside.said] == [DiskFull.title]
    assert inside.shown == "today" and inside.doorway._house is not None


def test_a_passphrase_is_set_and_taken_away_behind_the_window(
    qtbot: QtBot, plain: None, enter: Callable[[], Entered]
) -> None:
    entered = enter()
    assert not entered.doorway.sealed

    def seal(closed: Closed) -> Sealed:
        made = closed.keeping.strongbox.seal(RIGHT, closed.progress)
        closed.key = made.key
        return made

    assert entered.doorway.while_closed("Setting it", seal) is not None
    assert entered.doorway.sealed and entered.can_lock and entered.shown == "today"
    entered.doorway.lock()
    entered.give(RIGHT)
    qtbot.waitUntil(lambda: entered.shown == "today")

    def unseal(closed: Closed) -> None:
        assert closed.key is not None
        closed.keeping.strongbox.unseal(closed.key, closed.progress)
        closed.key = None

    entered.doorway.while_closed("Taking it away", unseal)
    assert not entered.doorway.sealed and not entered.can_lock and entered.shown == "today"


def test_where_it_cannot_be_opened_again_that_is_told(inside: Entered, paths: Paths) -> None:
    def work(closed: Closed) -> int:
        paths.database.write_bytes(bytes(range(256)) * 32)
        return 7

    assert inside.doorway.while_closed("Something", work) == 7
    assert inside.shown == "trouble"


def test_where_everything_was_erased_nothing_is_opened(inside: Entered) -> None:
    def work(closed: Closed) -> None:
        closed.stays_closed = True

    inside.doorway.while_closed("Something", work)
    assert inside.doorway._house is None


def test_a_lock_that_is_asked_for_meanwhile_comes_after_it(qtbot: QtBot, inside: Entered) -> None:
    asked = Event()
    QTimer.singleShot(0, lambda: (inside.doorway.lock(), asked.set()))

    def work(closed: Closed) -> bool:
        return asked.wait(10) and closed.progress(50)

    assert inside.doorway.while_closed("Something", work) is True, "it is not broken off"
    assert inside.shown == "lock" and inside.doorway._key is None
    qtbot.waitUntil(lambda: not inside.doorway._locking.wanted)
    inside.give(RIGHT)
    qtbot.waitUntil(lambda: inside.shown == "today")


def test_what_cannot_be_saved_keeps_the_house_open_unless_one_agrees(
    inside: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside.type_half_a_thought()

    def no_room(*_: object) -> bool:
        raise DiskFull

    monkeypatch.setattr(inside.visitors().register, "keep_draft", no_room)
    assert inside.doorway.while_closed("Something", lambda closed: 7) is None
    assert inside.visitors().door.field.words() == HALF
    inside.answer = True
    assert inside.doorway.while_closed("Something", lambda closed: 7) == 7
