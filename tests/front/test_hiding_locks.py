"""Hidden, and locked behind the note: what cannot be saved, what goes on beside the window, and closing it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.qt.task import Task
from guesthouse.qt.voice import Voice
from guesthouse.ui.dialogs.progress import ProgressDialog
from tests.front.conftest import HALF, RIGHT
from tests.front.hidden_hands import LOST, Hands, Paints, a_code, at_most, at_plain, at_sealed, full, paints

__all__ = ["at_plain", "at_sealed", "full", "paints"]

CTRL = Qt.KeyboardModifier.ControlModifier


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
        failed: list[BaseException] = []

        def tried() -> None:
            try:
                meanwhile()
            except BaseException as error:
                failed.append(error)
                self.may_end.set()

        QTimer.singleShot(0, self.dialog, tried)
        limit = at_most(15, self.dialog, self.may_end.set)
        self.dialog.run()
        limit.stop()
        if failed:
            raise failed[0]


def test_an_export_goes_on_behind_the_note_and_can_be_seen_again(qtbot: QtBot, at_plain: Hands) -> None:
    work = Work(qtbot, at_plain)

    def meanwhile() -> None:
        qtbot.waitUntil(work.dialog.isVisible)
        at_plain.press()
        assert at_plain.seen_besides() == [] and work.task.isRunning() and not work.task.stopped
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
    goes, seen = Event(), list[bool]()

    def hide() -> None:
        at_sealed.hiding.hide()
        seen.append(at_sealed.is_hidden())
        goes.set()

    QTimer.singleShot(0, at_sealed.hiding, hide)
    assert at_sealed.entered.doorway.while_closed("Setting it", lambda closed: goes.wait(10))
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
