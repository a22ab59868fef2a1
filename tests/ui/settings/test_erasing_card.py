"""Erasing everything from Settings: after the word, nothing of ours is there, and nothing comes back."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from guesthouse.errors import AlreadyOpen
from guesthouse.log import Log
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.services.eraser import Eraser
from guesthouse.ui.dialogs.erase import EraseDialog
from guesthouse.ui.pages.settings import SettingsPage
from tests.ui.pages.conftest import Listener
from tests.ui.settings.hands import Front, settings_page


@pytest.fixture
def log(front: Front) -> Iterator[Log]:
    made = Log(front.keeping.paths)
    yield made
    made.close()


@pytest.fixture
def own_preferences(front: Front, qapp: QApplication) -> Preferences:
    """Preferences in the folder that is erased."""
    made = Preferences(front.keeping.paths.preferences)
    made.theme = "night"
    return made


def test_nothing_is_there_afterwards_and_nothing_comes_back(
    qtbot: QtBot,
    front: Front,
    log: Log,
    look: Look,
    own_preferences: Preferences,
    listener: Listener,
) -> None:
    page = settings_page(front, look, own_preferences)
    qtbot.addWidget(page)
    page.show()
    house = front.open()
    page.backups.make.click()
    assert house.backups.listed() and front.keeping.paths.preferences.exists()
    ended: list[bool] = []
    page.erasing.agree = lambda remains: bool(remains.goes)
    page.erasing.close_window = lambda: ended.append(True)
    listener.said.clear()
    page.erasing.erase.click()
    assert ended == [True] and front.stays_closed and front.house is None
    assert [saying.title for saying in listener.said] == ["Everything is erased."]
    own_preferences.geometry = QByteArray(b"the place of the window")
    logging.getLogger("guesthouse").error("something at the very end")
    page.hide()
    data = front.keeping.paths.data
    assert [str(file) for file in data.rglob("*")] == [] and not data.exists()


def test_a_no_changes_nothing(settings: SettingsPage, front: Front, preferences: Preferences) -> None:
    house = front.house
    settings.erasing.agree = lambda remains: False
    settings.erasing.erase.click()
    assert front.house is house and front.keeping.paths.database.exists()
    preferences.theme = "night"
    assert "night" in Path(preferences._settings.fileName()).read_text()


def test_where_it_cannot_be_done_all_goes_on_as_before(
    settings: SettingsPage,
    front: Front,
    preferences: Preferences,
    listener: Listener,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def held(_self: Eraser) -> None:
        raise AlreadyOpen

    monkeypatch.setattr(Eraser, "erase", held)
    ended: list[bool] = []
    settings.erasing.agree, settings.erasing.close_window = (lambda remains: True), (lambda: ended.append(True))
    settings.erasing.erase.click()
    assert ended == [] and front.house is not None
    assert [saying.title for saying in listener.said] == ["Guesthouse is open already."]
    preferences.theme = "night"
    assert "night" in Path(preferences._settings.fileName()).read_text()


def test_what_could_not_be_removed_is_named(
    settings: SettingsPage, front: Front, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Eraser, "erase", lambda self: [Path("/held/guesthouse.db")])
    settings.erasing.agree, settings.erasing.close_window = (lambda remains: True), (lambda: None)
    settings.erasing.erase.click()
    told = listener.said[0]
    assert told.title == "Not all of it could be erased." and "/held/guesthouse.db" in told.text


def test_what_is_damaged_can_be_erased_and_what_is_locked_cannot(
    closed_page: SettingsPage, front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert closed_page.erasing.erase.isEnabled()
    monkeypatch.setattr(Front, "sealed", True)
    closed_page.let_go()
    assert not closed_page.erasing.erase.isEnabled()
    assert "once your data are open" in closed_page.erasing.erase.accessibleDescription()


# ---------------------------------------------------------------------------------------------------- the question


@pytest.fixture
def question(qtbot: QtBot, look: Look) -> EraseDialog:
    dialog = EraseDialog(
        look, None, goes=[Path("/home/ann/guesthouse")], stays=[Path(f"/media/stick/{n}") for n in range(12)]
    )
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_it_says_what_goes_and_what_stays(question: EraseDialog) -> None:
    told = "\n".join(label.text() for label in question.findChildren(QLabel))
    for words in (
        "the file itself, its keys, its backups, what was set aside, sounds, preferences and the log",
        "What we cannot take away: exports, backups in folders you chose before",
        "traces a disk may keep",
        "/home/ann/guesthouse",
        "/media/stick/7",
        "and 4 more",
    ):
        assert words in told
    assert "/media/stick/8" not in told


def test_nothing_goes_before_the_word_is_typed(qtbot: QtBot, question: EraseDialog) -> None:
    assert QApplication.focusWidget() is question.field and not question.yes.isEnabled()
    qtbot.keyClick(question.field, Qt.Key.Key_Return)
    question.field.setText("erasing")
    qtbot.keyClick(question.field, Qt.Key.Key_Return)
    assert question.isVisible() and not question.yes.isEnabled()
    question.field.setText(" Erase ")
    assert question.yes.isEnabled()
    qtbot.keyClick(question.field, Qt.Key.Key_Return)
    assert question.result() == QDialog.DialogCode.Accepted


def test_esc_leaves_all_as_it_is(qtbot: QtBot, question: EraseDialog) -> None:
    question.field.setText("erase")
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert question.result() == QDialog.DialogCode.Rejected
