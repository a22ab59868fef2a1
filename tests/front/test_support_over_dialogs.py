"""F1 while something stands in front of the window: it leads to Support, and nothing is lost by that."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.task import Task
from guesthouse.qt.voice import Saying
from guesthouse.ui.dialogs.message import MessageDialog
from guesthouse.ui.dialogs.passphrase import Asking, PassphraseDialog
from guesthouse.ui.dialogs.progress import ProgressDialog
from guesthouse.ui.dialogs.recovery import RecoveryDialog
from tests.front.conftest import Entered
from tests.front.hidden_hands import Hands, a_code, at_most, at_plain

__all__ = ["at_plain"]

F1, H = Qt.Key.Key_F1, Qt.Key.Key_H
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def a_message(window: QWidget, entered: Entered) -> QDialog:
    return MessageDialog(Saying("One thing", "and what it is", "Do it", "Leave it"), entered.window._look, window)


def a_passphrase(window: QWidget, entered: Entered) -> QDialog:
    return PassphraseDialog(Asking.first(), entered.window._look, window)


def a_file_dialog(window: QWidget, entered: Entered) -> QDialog:
    return QFileDialog(window, "Import")


def a_print_dialog(window: QWidget, entered: Entered) -> QDialog:
    return QPrintDialog(window)


def opened(qtbot: QtBot, dialog: QDialog) -> QDialog:
    QDialog.open(dialog)  # a print dialog has another one of its own
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press_once_it_is_there(hands: Hands, dialog: QDialog, then: Callable[[], object]) -> None:
    """From within the loop in which the dialog is waited for."""
    look = QTimer(dialog)

    def strike() -> None:
        if dialog.isVisible() and dialog.isActiveWindow():
            look.stop()
            hands.press(F1)
            then()

    look.timeout.connect(strike)
    look.start(10)


@pytest.mark.parametrize(("key", "modifiers"), [(F1, NONE), (H, CTRL)])
@pytest.mark.parametrize("build", [a_message, a_passphrase, a_file_dialog, a_print_dialog])
def test_a_dialog_is_left_as_esc_leaves_it_and_support_is_there(
    qtbot: QtBot,
    at_plain: Hands,
    build: Callable[[QWidget, Entered], QDialog],
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
) -> None:
    at_plain.window.go_to("settings")
    dialog = opened(qtbot, build(at_plain.window, at_plain.entered))
    results: list[int] = []
    dialog.finished.connect(results.append)
    at_plain.press(key, modifiers)
    qtbot.waitUntil(lambda: at_plain.entered.shown == "support")
    assert not dialog.isVisible() and results == [QDialog.DialogCode.Rejected]
    at_plain.window.go_to("back")
    assert at_plain.entered.shown == "settings"


def test_whoever_waits_for_the_dialog_has_come_to_an_end_first(qtbot: QtBot, at_plain: Hands) -> None:
    dialog = a_message(at_plain.window, at_plain.entered)
    told: list[tuple[int, str]] = []

    def ask() -> None:
        loop = QEventLoop()
        limit = at_most(5, loop, loop.quit)
        dialog.finished.connect(loop.quit)
        dialog.open()
        loop.exec()
        limit.stop()
        told.append((dialog.result(), at_plain.entered.shown))

    press_once_it_is_there(at_plain, dialog, lambda: None)
    QTimer.singleShot(0, at_plain.window, ask)
    qtbot.waitUntil(lambda: at_plain.entered.shown == "support")
    assert told == [(QDialog.DialogCode.Rejected, "today")]


def test_a_menu_is_closed(qtbot: QtBot, at_plain: Hands) -> None:
    menu = QMenu(at_plain.window)
    menu.addAction("Copy")
    menu.popup(at_plain.window.mapToGlobal(at_plain.window.rect().center()))
    qtbot.waitUntil(lambda: QApplication.focusWindow() is menu.windowHandle())
    at_plain.press(F1)
    qtbot.waitUntil(lambda: at_plain.entered.shown == "support")
    assert not menu.isVisible()


def test_the_recovery_code_asks_first_and_once_more_leads_there(qtbot: QtBot, at_plain: Hands) -> None:
    dialog = opened(qtbot, a_code(at_plain.window, at_plain.entered))
    assert isinstance(dialog, RecoveryDialog)
    at_plain.press(F1)
    QApplication.processEvents()
    assert dialog.isVisible() and dialog.without.isVisible() and at_plain.entered.shown == "today"
    at_plain.press(F1)
    qtbot.waitUntil(lambda: at_plain.entered.shown == "support")
    assert not dialog.isVisible()


def test_where_something_stands_before_the_code_only_that_is_left(qtbot: QtBot, at_plain: Hands) -> None:
    code = opened(qtbot, a_code(at_plain.window, at_plain.entered))
    code.reject()  # its question is there
    place = opened(qtbot, QFileDialog(code, "Save it as a card"))
    at_plain.press(F1)
    QApplication.processEvents()
    assert not place.isVisible() and code.isVisible() and at_plain.entered.shown == "today"


def test_what_runs_goes_on_and_support_comes_after_it(qtbot: QtBot, at_plain: Hands) -> None:
    go_on = Event()

    def work(step: Callable[[int], bool]) -> str:
        go_on.wait(8)
        return "whole" if step(1) else "stopped"

    task = Task(work, at_plain.window)
    dialog = ProgressDialog("Exporting", "{count}", task, at_plain.window._look, at_plain.window)
    meanwhile: list[tuple[bool, str]] = []
    outcome: list[object] = []

    def look_and_end() -> None:
        meanwhile.append((dialog.isVisible(), at_plain.entered.shown))
        go_on.set()

    def run() -> None:
        dialog.run()
        outcome.append(dialog.outcome)

    press_once_it_is_there(at_plain, dialog, lambda: QTimer.singleShot(100, at_plain.window, look_and_end))
    QTimer.singleShot(0, at_plain.window, run)
    qtbot.waitUntil(lambda: at_plain.entered.shown == "support")
    assert meanwhile == [(True, "today")] and outcome == ["whole"]


def test_hidden_it_does_nothing(qtbot: QtBot, at_plain: Hands) -> None:
    at_plain.press()
    at_plain.press(F1)
    at_plain.press(H, CTRL)
    QApplication.processEvents()
    assert at_plain.is_hidden() and at_plain.behind == "today"
    at_plain.come_back()
    QApplication.processEvents()
    assert at_plain.entered.shown == "today"


def test_a_key_that_is_held_leads_there_and_not_back(qtbot: QtBot, at_plain: Hands) -> None:
    opened(qtbot, a_message(at_plain.window, at_plain.entered))
    at_plain.press(F1)
    qtbot.waitUntil(lambda: at_plain.entered.shown == "support")
    held = QKeyEvent(QKeyEvent.Type.KeyPress, F1, NONE, "", True)
    QApplication.sendEvent(at_plain.window.windowHandle(), held)
    assert at_plain.entered.shown == "support"
    own = [each for each in at_plain.window.findChildren(QShortcut) if each.key().toString() in ("F1", "Ctrl+H")]
    assert own and not any(each.autoRepeat() for each in own)


def test_without_anything_in_front_it_leads_there_and_back(at_plain: Hands) -> None:
    QTest.keyClick(at_plain.window, F1)
    assert at_plain.entered.shown == "support"
    QTest.keyClick(at_plain.window, F1)
    assert at_plain.entered.shown == "today"
