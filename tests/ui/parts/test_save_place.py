"""Where a file goes: no file that is there is replaced before somebody said so, however its name was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QListView, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.front.clearing import clear_away
from guesthouse.qt.file_dialogs import FileDialogs
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.parts.save_place import save_place
from tests.ui.saving_hands import WORDS, SavingHand, saver

__all__ = ["saver"]

TWO = (("To take in again", ".json"), ("To read", ".zip"))
ANY = (("An archive or a folder", ""),)

Asks = Callable[..., Path | None]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def asks(window: QWidget) -> Asks:
    return lambda kinds=TWO, name="Journal.json": save_place(window, "Export", name, kinds)


@pytest.mark.parametrize(
    ("typed", "kind", "is_there"),
    [
        ("Journal", "", "Journal.json"),
        ("Journal", "To read", "Journal.zip"),
        ("Journal.json", "", "Journal.json"),
        ("Journal.ZIP", "", "Journal.ZIP"),
        ("26.11", "", "26.11.json"),
        ("26.11", "To read", "26.11.zip"),
        ("Journal.txt", "", "Journal.txt.json"),
    ],
)
def test_a_file_that_is_there_is_asked_about_and_stays_where_one_says_no(
    asks: Asks, saver: SavingHand, typed: str, kind: str, is_there: str
) -> None:
    saver.has(is_there)
    saver.types(typed, kind=kind)
    assert asks() is None
    assert saver.asked_about(is_there)


@pytest.mark.parametrize("typed", ["Journal", "26.11"])
def test_it_is_replaced_where_one_says_yes(asks: Asks, saver: SavingHand, typed: str) -> None:
    file = saver.has(f"{typed}.json")
    saver.types(typed, answer=True)
    assert asks() == file and len(saver.questions) == 1
    assert file.read_text() == WORDS, "whoever asked writes it"


def test_after_a_no_the_whole_name_is_in_the_field(asks: Asks, saver: SavingHand) -> None:
    saver.has("26.11.json")
    saver.types("26.11")
    asks()
    assert saver.seen == ["Journal.json", "26.11.json"]


@pytest.mark.parametrize(
    ("typed", "kind", "comes"),
    [
        ("Journal", "", "Journal.json"),
        ("Journal", "To read", "Journal.zip"),
        ("26.11", "", "26.11.json"),
        ("letters.zip", "", "letters.zip"),
        ("letters.JSON", "To read", "letters.JSON"),
        (".json", "", ".json.json"),
    ],
)
def test_what_is_new_ends_as_its_kind_and_nothing_is_asked(
    asks: Asks, saver: SavingHand, typed: str, kind: str, comes: str
) -> None:
    saver.has("Journal")
    saver.has("26.11.zip")
    saver.types(typed, kind=kind)
    assert asks() == saver.home / comes
    assert saver.questions == [] and saver.seen == ["Journal.json"] and saver.kinds == ["To take in again", "To read"]


def test_where_any_name_will_do_it_is_taken_as_it_is(asks: Asks, saver: SavingHand) -> None:
    for typed in ("Journal", "26.11", "Journal.zip"):
        saver.types(typed)
        assert asks(ANY, "Journal.zip") == saver.home / typed
        saver.has(typed)
        saver.types(typed)
        assert asks(ANY, "Journal.zip") is None
        assert saver.asked_about(typed)


def test_esc_is_nowhere_and_the_dialog_is_gone(asks: Asks, saver: SavingHand, window: QWidget, qtbot: QtBot) -> None:
    saver.types("")
    assert asks() is None
    qtbot.waitUntil(lambda: window.findChildren(QFileDialog) == [])


@pytest.mark.parametrize("typed", ["Journal", "26.11"])
def test_cleared_away_before_its_question_was_answered_it_is_nowhere(
    asks: Asks, saver: SavingHand, window: QWidget, qtbot: QtBot, typed: str
) -> None:
    """As a lock does it: once more and again until nothing is left."""
    saver.has(f"{typed}.json")
    cleared = list[bool]()
    look = QTimer(window)

    def clear() -> None:
        shown = QApplication.activeModalWidget()
        if cleared or (isinstance(shown, QMessageBox) and shown.isActiveWindow()):
            saver.rest()
            cleared.append(clear_away(window))

    look.timeout.connect(clear)
    look.start(0)
    saver.types(typed)
    assert asks() is None and cleared and saver.questions == []
    qtbot.waitUntil(lambda: cleared[-1] is False)
    look.stop()
    qtbot.waitUntil(lambda: window.findChildren(QFileDialog) == [])


def test_when_it_comes_back_it_is_dressed_as_before(
    asks: Asks, saver: SavingHand, window: QWidget, qapp: QApplication, look: Look, preferences: Preferences
) -> None:
    """In a small window, where there is no room for the places beside the files."""
    preferences.text_size = 150
    window.resize(720, 520)
    watching = FileDialogs(qapp, look, window)
    saver.has("26.11.json")
    hidden = list[bool]()
    begin = saver._at

    def look_at(dialog: QFileDialog) -> None:
        places = dialog.findChild(QListView, "sidebar")
        hidden.append(places.isHidden())
        begin(dialog)

    saver._at = look_at
    saver.types("26.11")
    assert asks() is None and hidden == [True, True] and watching.parent() is window
