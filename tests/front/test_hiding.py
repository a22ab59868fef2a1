"""Hidden at once: from everywhere, with anything in the way, and brought back as it was."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.safekeeping import Sealed
from guesthouse.errors import DiskFull
from guesthouse.qt.task import Task
from guesthouse.qt.voice import Saying, Voice
from guesthouse.ui.dialogs.message import MessageDialog
from guesthouse.ui.dialogs.progress import ProgressDialog
from guesthouse.ui.dialogs.recovery import RecoveryDialog
from guesthouse.ui.hidden.note import NotePage
from guesthouse.ui.pages.page import HIDE
from tests.front.conftest import HALF, RIGHT, Clocks, Entered

ROOMS = ("today", "visitors", "practices", "journal", "guest-book", "support", "settings")
ASIDES = ("kit", "exercises", "grounding", "explainer", "help", "first-run")
LOST = "The recovery code was not written down. You can make a new one in Settings."
AT_ONCE = 0.05
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


class Hands:
    """Somebody at the app who may have to hide."""

    def __init__(self, entered: Entered) -> None:
        self.entered, self.window = entered, entered.window
        self.hiding = entered.front.hiding
        self.clock = Clocks(100.0)
        self.hiding._clock = self.clock

    def press(self, key: Qt.Key = Qt.Key.Key_F9, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Where the keyboard is."""
        QTest.keyClick(QApplication.focusWindow() or self.window.windowHandle(), key, modifiers)

    def come_back(self) -> None:
        self.clock.passed += 1
        self.press()

    @property
    def note(self) -> NotePage:
        return self.hiding.prepare()

    @property
    def behind(self) -> str:
        page = self.window._current()
        assert page is not None
        return page.name

    def is_hidden(self) -> bool:
        """Nothing but the note can be seen of the whole app."""
        seen = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        rooms = self.window.cover.widget(0)
        return seen == [self.window] and self.note.isVisible() and not rooms.isVisible()


class Paints(QObject):
    """What is painted, in its order, from the moment the key is heard on."""

    def __init__(self, app: QApplication, note: QWidget) -> None:
        super().__init__()
        self._app, self._note = app, note
        self.strange: list[str] = []
        self.of_the_note = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if watched is self._note or self._note.isAncestorOf(watched):
                self.of_the_note += 1
            elif self._note.parentWidget() is None or not watched.isAncestorOf(self._note):
                self.strange.append(type(watched).__name__)
        return False

    def end(self) -> None:
        self._app.removeEventFilter(self)


@pytest.fixture
def at_plain(plain: None, enter: Callable[[], Entered]) -> Hands:
    """In a house without a passphrase."""
    return Hands(enter())


@pytest.fixture
def at_sealed(inside: Entered) -> Hands:
    """In one with a passphrase, unlocked."""
    return Hands(inside)


@pytest.fixture
def paints(at_plain: Hands, qapp: QApplication) -> Iterator[Paints]:
    made = Paints(qapp, at_plain.note)
    yield made
    made.end()


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


def test_before_the_passphrase(sealed: Sealed, enter: Callable[[], Entered]) -> None:
    hands = Hands(enter())
    hands.press()
    assert hands.is_hidden()
    hands.come_back()
    assert hands.entered.shown == "lock" and hands.window.focusWidget() is hands.entered.field("Passphrase")


def test_where_the_house_cannot_open(paths: object, plain: None, enter: Callable[[], Entered]) -> None:
    hands = Hands(enter())
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


def a_code(window: QWidget, entered: Entered) -> QDialog:
    return RecoveryDialog("K7Q2M-0PXVA-9ZDT1-HH3R8-4WNCE-5GJ6Y-BSKF0", entered.window._look, window)


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
    at_plain.press()
    assert at_plain.is_hidden()


def test_a_dialog_that_waits_in_a_loop_of_its_own_ends_and_the_next_one_is_never_seen(
    qtbot: QtBot, at_plain: Hands, paints: Paints
) -> None:
    answers: list[int] = []

    def waits() -> None:
        for _ in range(3):
            dialog, loop = QDialog(at_plain.window), QEventLoop()
            QLineEdit(HALF, dialog)
            dialog.finished.connect(loop.quit)
            dialog.open()
            if not answers:
                QTimer.singleShot(0, at_plain.hiding, lambda: (paints.strange.clear(), at_plain.hiding.hide()))
            loop.exec()
            answers.append(dialog.result())

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
    qtbot.waitUntil(lambda: house.visitors.draft() == HALF)


def test_what_is_typed_on_the_note_is_written_nowhere(qtbot: QtBot, at_plain: Hands, tmp_path: Path) -> None:
    word = "".join(("quit", "ten", "baum"))
    at_plain.press()
    QTest.keyClicks(at_plain.note.text, word)
    QApplication.processEvents()
    at_plain.window.close()
    at_plain.entered.front.close()
    assert at_plain.note.text.toPlainText().endswith(word)
    assert [file for file in tmp_path.rglob("*") if file.is_file() and word.encode() in file.read_bytes()] == []


# ------------------------------------------------------------------------------------------------- and locked


def test_it_locks_behind_the_note_and_the_key_leads_to_the_passphrase(qtbot: QtBot, at_sealed: Hands) -> None:
    at_sealed.entered.type_half_a_thought()
    open_then: list[bool] = []
    at_sealed.hiding._hush = lambda hushed: open_then.append(
        at_sealed.note.isVisible() and at_sealed.behind == "visitors"
    )
    at_sealed.press()
    assert open_then == [True], "hidden first"
    qtbot.waitUntil(lambda: at_sealed.entered.doorway.key is None)
    assert at_sealed.is_hidden() and at_sealed.behind == "lock"
    QTest.keyClicks(QApplication.focusWidget(), "pen")
    assert at_sealed.note.text.toPlainText().endswith("pen"), "the keyboard stays on the note"
    at_sealed.come_back()
    assert at_sealed.entered.shown == "lock"
    assert at_sealed.window.focusWidget() is at_sealed.entered.field("Passphrase")
    at_sealed.entered.give(RIGHT)
    qtbot.waitUntil(lambda: at_sealed.entered.shown == "visitors")
    assert at_sealed.entered.visitors().door.field.words() == HALF


def test_it_does_not_where_that_is_not_wished(qtbot: QtBot, at_sealed: Hands) -> None:
    at_sealed.entered.front._preferences.hide_locks = False
    at_sealed.press()
    QApplication.processEvents()
    assert at_sealed.entered.doorway.key is not None
    at_sealed.come_back()
    assert at_sealed.entered.shown == "today"


def test_who_comes_back_quickly_comes_to_the_passphrase_as_well(qtbot: QtBot, at_sealed: Hands) -> None:
    at_sealed.press()
    at_sealed.come_back()
    qtbot.waitUntil(lambda: not at_sealed.note.isVisible())
    assert at_sealed.entered.shown == "lock"


def test_when_it_locks_by_itself_nothing_of_it_is_seen(qtbot: QtBot, at_sealed: Hands) -> None:
    at_sealed.entered.front._preferences.hide_locks = False
    at_sealed.press()
    at_sealed.entered.pass_by(10)
    assert at_sealed.behind == "lock" and at_sealed.is_hidden()
    QTest.keyClicks(QApplication.focusWidget(), "pen")
    assert at_sealed.note.text.toPlainText().endswith("pen")


def test_a_code_that_was_lost_is_told_at_the_door(qtbot: QtBot, at_sealed: Hands) -> None:
    dialog = a_code(at_sealed.window, at_sealed.entered)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    at_sealed.hiding.hide()
    qtbot.waitUntil(lambda: at_sealed.behind == "lock")
    at_sealed.come_back()
    assert LOST in at_sealed.entered.words and at_sealed.entered.said == []


@pytest.fixture
def full(at_sealed: Hands, monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Half a thought on a disk without room."""
    at_sealed.entered.type_half_a_thought()

    def no_room(*_: object) -> bool:
        raise DiskFull

    monkeypatch.setattr(at_sealed.entered.visitors().register, "keep_draft", no_room)
    return at_sealed


def test_where_it_cannot_be_locked_nothing_is_asked_and_nothing_is_lost(qtbot: QtBot, full: Hands) -> None:
    full.press()
    qtbot.waitUntil(full.entered.doorway.locking._again.isActive)
    assert full.is_hidden() and full.entered.said == []
    full.come_back()
    assert full.entered.shown == "visitors" and full.entered.visitors().door.field.words() == HALF
    qtbot.waitUntil(lambda: [saying.title for saying in full.entered.said] == ["The house is still open."])


def test_it_is_locked_later_though_somebody_types_on_the_note(
    qtbot: QtBot, full: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    full.press()
    qtbot.waitUntil(full.entered.doorway.locking._again.isActive)
    monkeypatch.undo()
    full.press(Qt.Key.Key_A)
    full.entered.doorway.locking._again.timeout.emit()
    qtbot.waitUntil(lambda: full.behind == "lock")
    assert full.is_hidden()


# ------------------------------------------------------------------------------------- what goes on beside the window


class Work:
    """Something that takes its time, with its dialog."""

    def __init__(self, qtbot: QtBot, hands: Hands) -> None:
        self.goes, self.may_end, self.told = Event(), Event(), list[bool]()
        self.task = Task(self._work, hands.window)
        self.dialog = ProgressDialog("Exporting", "{count} %", self.task, hands.window._look, hands.window)

    def _work(self, step: Callable[[int], bool]) -> str:
        self.goes.set()
        while not self.may_end.wait(0.01):
            if not step(1):
                break
        self.told.append(step(2))
        return "done"

    def run(self, *, meanwhile: Callable[[], object]) -> None:
        QTimer.singleShot(0, self.dialog, meanwhile)
        self.dialog.run()


def test_an_export_goes_on_behind_the_note_and_can_be_seen_again(qtbot: QtBot, at_plain: Hands) -> None:
    work = Work(qtbot, at_plain)

    def meanwhile() -> None:
        qtbot.waitUntil(work.dialog.isVisible)
        at_plain.press()
        assert at_plain.is_hidden() and work.task.isRunning() and not work.task.stopped
        at_plain.come_back()
        assert work.dialog.isVisible()
        work.may_end.set()

    work.run(meanwhile=meanwhile)
    assert work.told == [True] and work.dialog.outcome == "done"


def test_a_dialog_of_it_that_was_about_to_come_does_not(qtbot: QtBot, at_plain: Hands, paints: Paints) -> None:
    work = Work(qtbot, at_plain)

    def meanwhile() -> None:
        at_plain.press()
        paints.strange.clear()
        qtbot.waitUntil(lambda: work.dialog in at_plain.hiding._unseen._dark)
        assert at_plain.is_hidden() and not work.task.stopped
        work.may_end.set()

    work.run(meanwhile=meanwhile)
    assert work.dialog.outcome == "done" and at_plain.is_hidden() and paints.strange == []
    at_plain.come_back()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [at_plain.window]


def test_the_lock_waits_for_it(qtbot: QtBot, at_sealed: Hands) -> None:
    work = Work(qtbot, at_sealed)

    def meanwhile() -> None:
        at_sealed.press()
        for _ in range(5):
            at_sealed.hiding._look.timeout.emit()
        assert not work.task.stopped and at_sealed.entered.doorway.key is not None
        work.may_end.set()

    work.run(meanwhile=meanwhile)
    assert work.told == [True]
    qtbot.waitUntil(lambda: at_sealed.behind == "lock")
    assert at_sealed.is_hidden()


def test_who_comes_back_before_comes_to_the_passphrase_and_it_is_stopped_as_by_a_lock(
    qtbot: QtBot, at_sealed: Hands
) -> None:
    work = Work(qtbot, at_sealed)

    def meanwhile() -> None:
        at_sealed.press()
        QApplication.processEvents()
        at_sealed.come_back()
        assert at_sealed.is_hidden(), "not before it is locked"

    work.run(meanwhile=meanwhile)
    assert work.told == [False]
    qtbot.waitUntil(lambda: not at_sealed.note.isVisible())
    assert at_sealed.entered.shown == "lock"


def test_what_is_done_while_the_house_is_closed_goes_on_and_locks_at_its_end(qtbot: QtBot, at_sealed: Hands) -> None:
    seen: list[bool] = []

    def work(_closed: object) -> str:
        QTimer.singleShot(0, at_sealed.hiding, at_sealed.hiding.hide)
        return "done" if goes.wait(10) else ""

    goes = Event()
    QTimer.singleShot(0, at_sealed.hiding, at_sealed.hiding.hide)
    QTimer.singleShot(60, at_sealed.hiding, lambda: (seen.append(at_sealed.is_hidden()), goes.set()))
    assert at_sealed.entered.doorway.while_closed("Setting it", lambda closed: work(closed) and goes.wait(10))
    qtbot.waitUntil(lambda: at_sealed.behind == "lock" and at_sealed.entered.doorway.key is None)
    assert seen == [True] and at_sealed.is_hidden()


# ------------------------------------------------------------------------------------------------------- closing


def test_closed_while_it_is_hidden_it_saves_and_asks_nothing(at_plain: Hands) -> None:
    at_plain.entered.type_half_a_thought()
    at_plain.press()
    at_plain.press(Qt.Key.Key_Q, CTRL)
    assert not at_plain.window.isVisible() and at_plain.entered.said == []
    house = at_plain.entered.doorway._house
    assert house is not None and house.visitors.draft() == HALF


@pytest.mark.parametrize("answer", [True, False])
def test_where_something_cannot_be_saved_it_is_asked_in_the_words_of_any_program(full: Hands, answer: bool) -> None:
    asked: list[bool] = []
    full.entered.front._preferences.hide_locks = False
    full.note.asks = lambda: asked.append(answer) or answer  # type: ignore[method-assign,func-returns-value]
    full.press()
    full.window.close()
    assert asked == [answer] and full.entered.said == []
    assert full.window.isVisible() is not answer
    if not answer:
        assert full.is_hidden()
        full.come_back()
        full.window.voice = Voice(lambda saying: True)
        full.window.close()
        assert asked == [answer], "in its own words again"
