"""Locking: at once, by itself, with a dialog in the way, with work going on, and where something cannot be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.domain.safekeeping import Sealed
from guesthouse.errors import DiskFull
from guesthouse.qt.task import Task
from guesthouse.ui.dialogs.recovery import RecoveryDialog
from tests.front.conftest import HALF, RIGHT, Entered

CTRL = Qt.KeyboardModifier.ControlModifier


def ctrl_l(entered: Entered) -> None:
    QTest.keyClick(entered.window, Qt.Key.Key_L, CTRL)


def at_once(entered: Entered) -> None:
    entered.doorway.lock()


def the_button(entered: Entered) -> None:
    next(b for b in entered.window.findChildren(QPushButton) if b.accessibleName() == "Lock").click()


def the_system(entered: Entered) -> None:
    session = entered.doorway._session
    assert session is not None
    session.leaving.emit()


def ten_minutes(entered: Entered) -> None:
    entered.pass_by(10)


@pytest.mark.parametrize("lock", [ctrl_l, the_button, the_system, ten_minutes])
def test_what_is_half_typed_is_gone_when_it_is_locked_and_there_again_after(
    qtbot: QtBot, inside: Entered, lock: Callable[[Entered], None]
) -> None:
    inside.type_half_a_thought()
    lock(inside)
    assert inside.shown == "lock"
    assert inside.window.windowTitle() == "Guesthouse"
    assert inside.visitors().door.field.words() == ""
    assert inside.doorway._key is None and inside.doorway._house is None
    assert not inside.can_lock
    inside.give(RIGHT)
    qtbot.waitUntil(lambda: inside.shown == "visitors")
    assert inside.visitors().door.field.words() == HALF
    assert inside.can_lock


def test_a_wrong_passphrase_opens_nothing(qtbot: QtBot, inside: Entered) -> None:
    inside.doorway.lock()
    inside.give("not this")
    qtbot.waitUntil(lambda: "That isn't it." in inside.words)
    assert inside.shown == "lock"


def test_only_what_needs_no_house_is_open_while_it_is_locked(inside: Entered) -> None:
    inside.window.go_to("journal")
    inside.doorway.lock()
    for name in ("today", "visitors", "practices", "journal", "guest-book", "kit", "exercises", "first-run"):
        inside.window.go_to(name)
        assert inside.shown == "lock", name
    for name in ("support", "settings", "grounding", "explainer"):
        inside.window.go_to(name)
        assert inside.shown == name


def test_locking_in_support_leads_to_the_door_and_back(qtbot: QtBot, inside: Entered) -> None:
    inside.window.go_to("support")
    inside.doorway.lock()
    assert inside.shown == "lock"
    inside.window.go_to("settings")
    inside.window.go_to("today")
    inside.give(RIGHT)
    qtbot.waitUntil(lambda: inside.shown == "support")


def test_without_a_passphrase_ctrl_l_leads_to_where_one_can_be_set(plain: None, enter: Callable[[], Entered]) -> None:
    entered = enter()
    assert not entered.can_lock
    ctrl_l(entered)
    assert entered.shown == "settings"
    entered.pass_by(1000)
    assert entered.shown == "settings", "and nothing locks by itself"


@pytest.mark.parametrize(("after", "minutes"), [("1", 1), ("30", 30)])
def test_it_locks_after_the_time_that_was_chosen(inside: Entered, after: str, minutes: int) -> None:
    inside.front._preferences.lock_after = after
    inside.pass_by(minutes - 0.1)
    assert inside.shown == "today"
    inside.pass_by(0.2)
    assert inside.shown == "lock"


def test_never_is_never(inside: Entered) -> None:
    inside.front._preferences.lock_after = "never"
    inside.pass_by(100_000)
    assert inside.shown == "today"


def test_what_is_not_to_be_written_down_is_dropped_and_that_is_said(qtbot: QtBot, inside: Entered) -> None:
    inside.type_half_a_thought()
    inside.visitors().door.unwritten_box.setChecked(True)
    inside.doorway.lock()
    assert "What you did not want written down was not kept." in inside.words
    inside.give(RIGHT)
    qtbot.waitUntil(lambda: inside.shown == "visitors")
    assert inside.visitors().door.field.words() == ""


@pytest.mark.parametrize("before", ["today", "settings", "support"])
def test_from_what_stands_open_beside_the_door_one_comes_back_to_it(qtbot: QtBot, inside: Entered, before: str) -> None:
    inside.window.go_to(before)
    inside.doorway.lock()
    qtbot.waitUntil(lambda: inside.shown == "lock")  # Settings looks into the backups meanwhile
    inside.press("Steady for a minute")
    assert inside.shown == "grounding"
    inside.press("Back to the passphrase")
    assert inside.shown == "lock"
    inside.press("What is this?")
    assert inside.shown == "explainer"
    inside.press("Close")
    assert inside.shown == "lock"
    inside.window.go_to("support")
    inside.window.go_to("grounding")
    inside.press("Back to Support")
    assert inside.shown == "support"
    inside.window.go_to("today")
    inside.give(RIGHT)
    qtbot.waitUntil(lambda: inside.shown == before)
    inside.window.go_to("explainer")
    inside.press("Close")
    assert inside.shown == before


# ------------------------------------------------------------------------------------------- something in the way


LOST = "The recovery code was not written down. You can make a new one in Settings."


def the_code(entered: Entered) -> RecoveryDialog:
    dialog = RecoveryDialog("K7Q2M-0PXVA-9ZDT1-HH3R8-4WNCE-5GJ6Y-BSKF0", entered.window._look, entered.window)
    dialog.open()
    return dialog


@pytest.mark.parametrize("lock", [at_once, ten_minutes])
def test_a_code_that_was_not_written_down_is_told_at_the_door(
    qtbot: QtBot, inside: Entered, lock: Callable[[Entered], None]
) -> None:
    dialog = the_code(inside)
    qtbot.waitUntil(dialog.isVisible)
    lock(inside)
    qtbot.waitUntil(lambda: inside.shown == "lock")
    assert not dialog.isVisible() and LOST in inside.words
    assert QAccessible.queryAccessibleInterface(inside.field("Passphrase")).text(QAccessible.Text.Description) == LOST
    inside.give(RIGHT)
    qtbot.waitUntil(lambda: inside.shown == "today")
    inside.doorway.lock()
    assert LOST not in inside.words


@pytest.mark.parametrize("taken", ["said", "saved"])
def test_one_that_was_taken_along_is_not(qtbot: QtBot, inside: Entered, tmp_path: Path, taken: str) -> None:
    dialog = the_code(inside)
    if taken == "said":
        dialog.kept.setChecked(True)
    else:
        dialog.ask_place = lambda: tmp_path / "card.txt"
        dialog.save_it.click()
    inside.doorway.lock()
    qtbot.waitUntil(lambda: inside.shown == "lock")
    assert LOST not in inside.words


def test_one_that_would_be_shown_when_it_is_locked_already_is_told_too(qtbot: QtBot, inside: Entered) -> None:
    asked = Event()
    QTimer.singleShot(0, lambda: (inside.doorway.lock(), asked.set()))
    inside.doorway.while_closed("Setting it", lambda closed: asked.wait(10))
    the_code(inside)
    qtbot.waitUntil(lambda: LOST in inside.words)
    assert inside.shown == "lock"


def test_where_it_stays_open_after_all_it_is_told_there(qtbot: QtBot, full: Entered) -> None:
    the_code(full)
    full.doorway.lock()
    qtbot.waitUntil(lambda: len(full.said) == 2)
    assert full.shown == "visitors" and full.said[1].text == LOST


def test_ctrl_l_in_a_dialog_closes_it_first(qtbot: QtBot, inside: Entered) -> None:
    dialog = QDialog(inside.window)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    QLineEdit(dialog).setText(HALF)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: inside.shown == "lock")
    assert not dialog.isVisible()


def test_what_waits_for_a_dialog_comes_to_its_end_before_the_house_is_closed(qtbot: QtBot, inside: Entered) -> None:
    """As with an import that says what came in: it has the house until it returns."""
    ended: list[object] = []
    asked = 3

    def waits() -> None:
        for _ in range(asked):  # one question after the other
            dialog, loop = QDialog(inside.window), QEventLoop()
            dialog.finished.connect(loop.quit)
            dialog.open()
            if not ended:
                QTimer.singleShot(0, inside.doorway.lock)
            loop.exec()
            ended.append(inside.doorway._house)

    QTimer.singleShot(0, inside.window, waits)
    qtbot.waitUntil(lambda: inside.shown == "lock")
    assert len(ended) == asked and None not in ended


def test_a_menu_goes(qtbot: QtBot, inside: Entered) -> None:
    menu = QMenu(inside.window)
    menu.addAction(HALF)
    menu.popup(inside.window.pos())
    qtbot.waitUntil(menu.isVisible)
    inside.doorway.lock()
    qtbot.waitUntil(lambda: inside.shown == "lock")
    assert not menu.isVisible()


def test_work_beside_the_window_is_stopped_and_awaited(qtbot: QtBot, inside: Entered) -> None:
    goes, may_end, seen = Event(), Event(), list[bool]()

    def work(step: Callable[[int], bool]) -> None:
        goes.set()
        assert may_end.wait(10)
        seen.append(step(1))

    task = Task(work, inside.window)
    task.start()
    assert goes.wait(10)
    inside.doorway.lock()
    assert task.stopped and inside.shown == "today"
    may_end.set()
    qtbot.waitUntil(lambda: inside.shown == "lock")
    assert seen == [False]


def test_work_beside_the_window_is_no_absence(qtbot: QtBot, inside: Entered) -> None:
    may_end = Event()
    task = Task(lambda _step: may_end.wait(10), inside.window)
    task.start()
    qtbot.waitUntil(task.isRunning)
    inside.pass_by(10)
    assert inside.shown == "today" and not task.stopped
    may_end.set()
    task.wait()
    inside.pass_by(10)
    assert inside.shown == "lock"


# ----------------------------------------------------------------------------------------- what cannot be saved


@pytest.fixture
def full(inside: Entered, monkeypatch: pytest.MonkeyPatch) -> Entered:
    """Half a thought on a disk without room."""
    inside.type_half_a_thought()

    def no_room(*_: object) -> bool:
        raise DiskFull

    monkeypatch.setattr(inside.visitors().register, "keep_draft", no_room)
    return inside


def test_one_is_asked_and_may_stay(full: Entered) -> None:
    full.doorway.lock()
    assert [saying.title for saying in full.said] == [DiskFull.title]
    assert full.shown == "visitors" and full.visitors().door.field.words() == HALF


def test_one_is_asked_and_may_lock_all_the_same(full: Entered) -> None:
    full.answer = True
    full.doorway.lock()
    assert full.shown == "lock" and full.visitors().door.field.words() == ""


def test_where_nobody_is_there_to_ask_no_word_is_lost(
    qtbot: QtBot, full: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    full.pass_by(10)
    assert full.shown == "visitors" and full.visitors().door.field.words() == HALF
    full.clocks.passed += 60
    full.doorway._locking._again.timeout.emit()
    assert full.shown == "visitors"
    assert [saying.title for saying in full.said] == ["The house is still open."], "told once"
    monkeypatch.undo()  # there is room again
    full.doorway._locking._again.timeout.emit()
    assert full.shown == "lock"
    full.give(RIGHT)
    qtbot.waitUntil(lambda: full.shown == "visitors")
    assert full.visitors().door.field.words() == HALF


def test_who_is_back_is_not_locked_out_later(full: Entered, monkeypatch: pytest.MonkeyPatch) -> None:
    full.pass_by(10)
    monkeypatch.undo()
    QTest.keyClick(full.window.windowHandle(), Qt.Key.Key_Shift)
    full.doorway._locking._again.timeout.emit()
    assert full.shown == "visitors"
    full.pass_by(10)
    assert full.shown == "lock"


def test_a_page_that_fails_to_forget_keeps_no_other_page_from_it(
    inside: Entered, monkeypatch: pytest.MonkeyPatch, sealed: Sealed
) -> None:
    inside.type_half_a_thought()
    inside.window.go_to("today")

    def broken() -> None:
        raise ZeroDivisionError

    today = inside.window.pages.page("today")
    monkeypatch.setattr(today, "let_go", broken)
    inside.doorway.lock()
    assert inside.shown == "lock" and inside.visitors().door.field.words() == ""
