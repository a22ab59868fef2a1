"""Hidden at once: from everywhere, with anything in the way, and brought back as it was."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.safekeeping import Sealed
from guesthouse.errors import DiskFull
from guesthouse.qt.voice import Saying
from guesthouse.ui.dialogs.message import MessageDialog
from guesthouse.ui.pages.page import HIDE
from tests.front.conftest import HALF, Entered
from tests.front.hidden_hands import LOST, NONE, Hands, Paints, a_code, at_most, at_plain, paints

__all__ = ["at_plain", "paints"]

ROOMS = ("today", "visitors", "practices", "journal", "guest-book", "support", "settings")
ASIDES = ("kit", "exercises", "grounding", "explainer", "help", "first-run")
AT_ONCE = 0.05
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


# ---------------------------------------------------------------------------------------------- from everywhere


@pytest.mark.parametrize("room", [*ROOMS, *ASIDES])
def test_from_every_page_and_back_as_it_was(qtbot: QtBot, at_plain: Hands, room: str) -> None:
    at_plain.window.go_to(room)
    qtbot.waitUntil(lambda: at_plain.entered.shown == room)
    there = at_plain.window.focusWidget()
    at_plain.press()
    assert at_plain.is_hidden()
    assert at_plain.window.windowTitle() == "Notes"
    assert QApplication.focusWidget() is at_plain.note.text
    at_plain.come_back()
    assert at_plain.entered.shown == room and not at_plain.note.isVisible()
    assert at_plain.window.windowTitle() == "Guesthouse"
    assert at_plain.window.focusWidget() is there


def test_the_note_is_painted_before_the_key_is_done_with_and_nothing_else_after(
    qtbot: QtBot, at_plain: Hands, paints: Paints
) -> None:
    at_plain.entered.type_half_a_thought()
    qtbot.waitUntil(at_plain.entered.visitors().isVisible)
    QApplication.processEvents()
    paints.strange.clear()
    at_plain.press()
    assert paints.of_the_note > 0 and paints.strange == []
    for _ in range(20):
        QApplication.processEvents()
    assert paints.strange == []


@pytest.mark.parametrize("room", ["visitors", "journal", "practices"])
def test_it_takes_no_time(at_plain: Hands, room: str) -> None:
    took = []
    for _ in range(4):
        at_plain.window.go_to(room)
        QApplication.processEvents()
        began = time.perf_counter()
        at_plain.press()
        took.append(time.perf_counter() - began)
        assert at_plain.is_hidden()
        at_plain.come_back()
    assert min(took) < AT_ONCE, took


def test_before_the_passphrase(qtbot: QtBot, sealed: Sealed, enter: Callable[[], Entered]) -> None:
    hands = Hands(enter(), qtbot)
    hands.press()
    assert hands.is_hidden()
    hands.come_back()
    assert hands.entered.shown == "lock" and hands.window.focusWidget() is hands.entered.field("Passphrase")


def test_where_the_house_cannot_open(qtbot: QtBot, paths: object, plain: None, enter: Callable[[], Entered]) -> None:
    hands = Hands(enter(), qtbot)
    hands.window.show_trouble(DiskFull())
    hands.press()
    assert hands.is_hidden()
    hands.come_back()
    assert hands.entered.shown == "trouble"


def test_with_the_keyboard_nowhere(at_plain: Hands) -> None:
    focused = at_plain.window.focusWidget()
    assert focused is not None
    focused.clearFocus()
    at_plain.press()
    assert at_plain.is_hidden()


def test_try_it_hides(at_plain: Hands) -> None:
    at_plain.window.go_to(HIDE)
    assert at_plain.is_hidden()


def test_what_is_half_written_and_where_one_was_in_it_is_there_again(qtbot: QtBot, at_plain: Hands) -> None:
    at_plain.entered.type_half_a_thought()
    field = at_plain.entered.visitors().door.field
    cursor = field.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.setFocus()
    at_plain.press()
    QTest.keyClicks(QApplication.focusWidget(), "and a pen")
    at_plain.come_back()
    assert field.hasFocus() and field.words() == HALF
    assert (field.textCursor().anchor(), field.textCursor().position()) == (4, 9)
    assert at_plain.note.text.toPlainText().endswith("and a pen")


# ------------------------------------------------------------------------------------------ anything in the way


def a_message(window: QWidget, entered: Entered) -> QDialog:
    return MessageDialog(Saying("One thing", HALF), entered.window._look, window)


def a_file_dialog(window: QWidget, entered: Entered) -> QDialog:
    return QFileDialog(window, "Import")


@pytest.mark.parametrize("build", [a_message, a_code, a_file_dialog])
def test_a_dialog_is_gone_in_the_same_moment_and_whoever_waits_for_it_is_told(
    qtbot: QtBot, at_plain: Hands, build: Callable[[QWidget, Entered], QDialog]
) -> None:
    dialog = build(at_plain.window, at_plain.entered)
    results: list[int] = []
    dialog.finished.connect(results.append)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    at_plain.press()
    assert at_plain.is_hidden() and results == [QDialog.DialogCode.Rejected]
    qtbot.waitUntil(at_plain.window.isActiveWindow)
    at_plain.come_back()
    assert at_plain.entered.shown == "today" and not dialog.isVisible()


def test_one_in_front_of_another_and_a_list_in_front_of_both(qtbot: QtBot, at_plain: Hands) -> None:
    lower = QDialog(at_plain.window)
    lower.open()
    upper = QDialog(lower)
    box = QComboBox(upper)
    box.addItems([HALF, "two"])
    upper.open()
    upper.activateWindow()
    qtbot.waitUntil(upper.isActiveWindow)
    box.showPopup()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is not upper.windowHandle())
    at_plain.press()
    assert at_plain.is_hidden()


def test_a_menu_and_a_hint(qtbot: QtBot, at_plain: Hands) -> None:
    hint = QWidget(at_plain.window, Qt.WindowType.ToolTip)
    hint.show()
    menu = QMenu(at_plain.window)
    menu.addMenu(HALF).addAction(HALF)
    menu.popup(at_plain.window.mapToGlobal(QPoint(5, 5)))
    qtbot.waitUntil(lambda: QApplication.focusWindow() is menu.windowHandle())
    left: list[str] = []
    menu.aboutToHide.connect(lambda: left.append("closed"))
    at_plain.press()
    assert at_plain.is_hidden() and left == ["closed"]
    assert QApplication.activePopupWidget() is None, "and the keyboard is the note's"


def test_a_dialog_that_waits_in_a_loop_of_its_own_ends_and_the_next_one_is_never_seen(
    qtbot: QtBot, at_plain: Hands, paints: Paints
) -> None:
    answers: list[int] = []

    def waits() -> None:
        for _ in range(3):
            dialog, loop = QDialog(at_plain.window), QEventLoop()
            QLineEdit(HALF, dialog)
            dialog.finished.connect(loop.quit)
            limit = at_most(5, loop, loop.quit)
            dialog.open()
            if not answers:
                QTimer.singleShot(0, at_plain.hiding, lambda: (paints.strange.clear(), at_plain.hiding.hide()))
            loop.exec()
            answers.append(dialog.result() if limit.isActive() else -1)
            limit.stop()

    waits()
    assert answers == [QDialog.DialogCode.Rejected] * 3
    assert at_plain.is_hidden() and paints.strange == []
    QTest.keyClicks(QApplication.focusWidget(), "x")
    assert at_plain.note.text.toPlainText().endswith("x"), "and none of them keeps the keyboard"


def test_a_code_that_was_lost_is_told_afterwards(qtbot: QtBot, at_plain: Hands) -> None:
    dialog = a_code(at_plain.window, at_plain.entered)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    at_plain.hiding.hide()
    at_plain.come_back()
    qtbot.waitUntil(lambda: [saying.text for saying in at_plain.entered.said] == [LOST])


# --------------------------------------------------------------------------------------------- while it is hidden

KEYS = [
    *((key, CTRL) for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)),
    *((key, CTRL) for key in (Qt.Key.Key_H, Qt.Key.Key_N, Qt.Key.Key_F, Qt.Key.Key_L, Qt.Key.Key_D, Qt.Key.Key_Period)),
    (Qt.Key.Key_F1, NONE),
    (Qt.Key.Key_F1, SHIFT),
    (Qt.Key.Key_F11, NONE),
    (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_Tab, NONE),
    (Qt.Key.Key_Backtab, SHIFT),
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_Space, NONE),
]


@pytest.mark.parametrize("room", ROOMS)
def test_no_key_leads_anywhere(qtbot: QtBot, at_plain: Hands, room: str) -> None:
    at_plain.window.go_to(room)
    qtbot.waitUntil(lambda: at_plain.entered.shown == room)
    at_plain.press()
    for key, modifiers in KEYS:
        at_plain.press(key, modifiers)
        assert at_plain.is_hidden() and at_plain.behind == room, key
        assert QApplication.focusWidget() is at_plain.note.text, key
    at_plain.come_back()
    assert at_plain.entered.shown == room


def test_pressed_twice_in_fear_it_stays_hidden(at_plain: Hands) -> None:
    at_plain.press()
    at_plain.clock.passed += 0.3
    at_plain.press()
    assert at_plain.is_hidden()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, NONE, "", True)
    at_plain.clock.passed += 5
    QApplication.sendEvent(at_plain.window.windowHandle(), held)
    assert at_plain.is_hidden(), "held down it is one press"
    at_plain.come_back()
    assert at_plain.entered.shown == "today"


def test_esc_brings_back_only_where_there_is_no_key(at_plain: Hands) -> None:
    preferences = at_plain.entered.front._preferences
    preferences.hide_on_esc = True
    at_plain.press(Qt.Key.Key_Escape)
    assert not at_plain.note.isVisible()
    at_plain.press(Qt.Key.Key_Escape)
    assert at_plain.is_hidden()
    at_plain.clock.passed += 5
    at_plain.press(Qt.Key.Key_Escape)
    at_plain.press(Qt.Key.Key_Escape)
    assert at_plain.is_hidden(), "others press Esc as well"
    preferences.hide_key = "none"
    at_plain.press(Qt.Key.Key_Escape)
    at_plain.press(Qt.Key.Key_Escape)
    assert at_plain.entered.shown == "today"


def test_what_is_told_meanwhile_is_told_afterwards_and_once(qtbot: QtBot, at_plain: Hands) -> None:
    at_plain.press()
    voice = at_plain.window.voice
    for _ in range(3):
        voice.tell("Trouble", HALF)
    assert voice.ask("Go on?", HALF, "Yes", "No") is False
    at_plain.entered.front._unexpected(DiskFull, DiskFull(), None)
    QApplication.processEvents()
    assert at_plain.entered.said == [] and at_plain.is_hidden()
    at_plain.come_back()
    qtbot.waitUntil(lambda: [saying.title for saying in at_plain.entered.said] == ["Trouble", DiskFull.title])


def test_no_time_passes_on_the_canvas_and_it_goes_on_afterwards(qtbot: QtBot, at_plain: Hands) -> None:
    at_plain.entered.front._preferences.motion = "full"
    at_plain.window.go_to("visitors")
    conductor = at_plain.entered.visitors().stage.conductor
    qtbot.waitUntil(conductor.timer.isActive)
    at_plain.press()
    assert not conductor.timer.isActive()
    at_plain.come_back()
    qtbot.waitUntil(conductor.timer.isActive)


def test_the_sounds_are_silent_at_once_and_stay_so(at_plain: Hands) -> None:
    told: list[bool] = []
    at_plain.hiding._hush = told.append
    at_plain.press()
    at_plain.come_back()
    assert told == [True, False]


def test_half_a_thought_is_on_the_disk_as_soon_as_it_is_hidden(qtbot: QtBot, at_plain: Hands) -> None:
    at_plain.entered.type_half_a_thought()
    at_plain.press()
    house = at_plain.entered.doorway._house
    assert house is not None
    QApplication.processEvents()
    assert house.visitors.draft() == HALF, "and not only within its second"


def test_what_is_typed_on_the_note_is_written_nowhere(qtbot: QtBot, at_plain: Hands, tmp_path: Path) -> None:
    word = "".join(("quit", "ten", "baum"))
    at_plain.press()
    QTest.keyClicks(at_plain.note.text, word)
    QApplication.processEvents()
    at_plain.window.close()
    at_plain.entered.front.close()
    assert at_plain.note.text.toPlainText().endswith(word)
    assert [file for file in tmp_path.rglob("*") if file.is_file() and word.encode() in file.read_bytes()] == []


def test_the_window_has_the_name_and_picture_of_the_note_as_long_as_it_is_hidden(at_plain: Hands) -> None:
    window = at_plain.window

    def picture() -> QImage:
        return window.windowIcon().pixmap(64).toImage()

    before = picture()
    at_plain.press()
    assert window.windowTitle() == at_plain.note.title != window.NAME
    assert picture() == at_plain.note.icon().pixmap(64).toImage() != before
    at_plain.come_back()
    assert window.windowTitle() == window.NAME and picture() == before
