"""The real dialog: what Enter, Esc and its buttons mean, and that nothing of it stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.voice import Voice
from guesthouse.ui.dialogs.message import MessageDialog, speaker

REAL_EXEC = QDialog.exec


@pytest.fixture
def voice(qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch) -> Voice:
    """The voice of a window, through real dialogs: these tests answer them."""
    monkeypatch.setattr(QDialog, "exec", REAL_EXEC)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    made = Voice(speaker(look, window))
    made.window = window  # the voice must not outlive it  # type: ignore[attr-defined]
    return made


def answer(do: object) -> list[MessageDialog]:
    """Answer the dialog that opens next with ``do``."""
    seen: list[MessageDialog] = []

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MessageDialog)
        seen.append(dialog)
        do(dialog)

    QTimer.singleShot(0, reply)
    return seen


def press(text: str) -> object:
    return lambda dialog: next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


def ask(voice: Voice) -> bool:
    return voice.ask("Forget this guest for good?", "Its words go, too.", "Forget for good", "Keep it")


def test_yes_is_yes(voice: Voice) -> None:
    answer(press("Forget for good"))
    assert ask(voice)


def test_no_is_no(voice: Voice) -> None:
    answer(press("Keep it"))
    assert not ask(voice)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_esc_and_a_quick_enter_change_nothing(qtbot: QtBot, voice: Voice, key: Qt.Key) -> None:
    answer(lambda dialog: qtbot.keyClick(dialog, key))
    assert not ask(voice)


def test_a_note_has_one_button(voice: Voice) -> None:
    seen = answer(lambda dialog: dialog.reject())
    voice.tell("The disk is full.", "Make room and try again.")
    assert len(seen) == 1


def test_a_screen_reader_hears_it_and_the_title_tells_nothing(voice: Voice) -> None:
    heard: list[str] = []

    def listen(dialog: MessageDialog) -> None:
        heard.extend([dialog.accessibleName(), dialog.accessibleDescription(), dialog.windowTitle()])
        dialog.reject()

    answer(listen)
    ask(voice)
    assert heard == ["Forget this guest for good?", "Its words go, too.", "Guesthouse"]
