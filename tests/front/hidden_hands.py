"""Somebody who may have to hide, with what is painted meanwhile: for the tests of hiding."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.errors import DiskFull
from guesthouse.ui.dialogs.recovery import RecoveryDialog
from guesthouse.ui.hidden.note import NotePage
from tests.front.conftest import Clocks, Entered

LOST = "The recovery code was not written down. You can make a new one in Settings."
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Somebody at the app who may have to hide."""

    def __init__(self, entered: Entered, qtbot: QtBot) -> None:
        self.entered, self.window, self.qtbot = entered, entered.window, qtbot
        self.hiding = entered.front.hiding
        self.clock = Clocks(100.0)
        self.hiding._clock = self.clock

    def press(self, key: Qt.Key = Qt.Key.Key_F9, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Where the keyboard is: on a dialog only once it has it, since a window behind one hears no key."""
        modal = QApplication.activeModalWidget()
        if modal is not None and modal.isVisible() and modal.isModal():  # it says that it is active before it is
            self.qtbot.waitUntil(lambda: QApplication.focusWindow() is not self.window.windowHandle())
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
        return self.seen_besides() == []

    def seen_besides(self) -> list[str]:
        """What can be seen beside the note, by its kind, and the note where it cannot."""
        seen = [type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        seen.remove(type(self.window).__name__)
        rooms = self.window.cover.widget(0)
        return [*seen, *["the rooms"] * rooms.isVisible(), *["no note"] * (not self.note.isVisible())]


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


def at_most(seconds: int, parent: QObject, end: Callable[[], object]) -> QTimer:
    """Where nobody ends what ``parent`` waits for, it ends after so long, and the test is red. Stop it afterwards."""
    limit = QTimer(parent)
    limit.setSingleShot(True)
    limit.timeout.connect(end)
    limit.start(seconds * 1000)
    return limit


@pytest.fixture
def at_plain(plain: None, enter: Callable[[], Entered], qtbot: QtBot) -> Hands:
    """In a house without a passphrase."""
    return Hands(enter(), qtbot)


@pytest.fixture
def at_sealed(inside: Entered, qtbot: QtBot) -> Hands:
    """In one with a passphrase, unlocked."""
    return Hands(inside, qtbot)


@pytest.fixture
def paints(at_plain: Hands, qapp: QApplication) -> Iterator[Paints]:
    made = Paints(qapp, at_plain.note)
    yield made
    made.end()


@pytest.fixture
def full(at_sealed: Hands, monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Half a thought on a disk without room."""
    at_sealed.entered.type_half_a_thought()

    def no_room(*_: object) -> bool:
        raise DiskFull

    monkeypatch.setattr(at_sealed.entered.visitors().register, "keep_draft", no_room)
    return at_sealed


def a_code(window: QWidget, entered: Entered) -> QDialog:
    return RecoveryDialog("K7Q2M-0PXVA-9ZDT1-HH3R8-4WNCE-5GJ6Y-BSKF0", entered.window._look, window)
