"""What a passphrase is asked for with: two fields, kind words, and Return that means it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from guesthouse.errors import DiskTrouble, WrongKey
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.dialogs.passphrase import Asking, PassphraseDialog
from tests.ui.doubled import Doubled
from tests.ui.walk import clipped, unnamed

ASKED = {
    "first": Asking.first,
    "another": Asking.another,
    "code": Asking.for_a_code,
    "remove": Asking.to_remove,
}


def opener(passphrase: str) -> bytes:
    """The right words, the wrong ones, and a disk that does not answer."""
    if passphrase == "no disk":
        raise DiskTrouble
    if passphrase != "right":
        raise WrongKey
    return b"key"


@pytest.fixture
def asked(qtbot: QtBot, look: Look) -> Callable[[str], PassphraseDialog]:
    def made(which: str) -> PassphraseDialog:
        dialog = PassphraseDialog(ASKED[which](), look, None, opener=opener)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return made


def fields(dialog: PassphraseDialog) -> list[str]:
    return [field.accessibleName() for field in dialog.findChildren(QLineEdit) if field.isVisible()]


def said(dialog: PassphraseDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_two_fields_that_show_dots_and_no_judgement_of_them(asked: Callable[[str], PassphraseDialog]) -> None:
    dialog = asked("first")
    assert fields(dialog) == ["New passphrase", "Again"]
    assert dialog.focusWidget() is dialog.new
    assert dialog.new.echoMode() == dialog.again.echoMode() == QLineEdit.EchoMode.Password
    assert "A few words in a row are easy to remember and hard to guess." in said(dialog)
    assert "Nobody can open it without the passphrase or the recovery code" in said(dialog)
    before = said(dialog)
    dialog.new.setText("a")
    assert said(dialog) == before


def test_what_is_typed_can_be_shown(asked: Callable[[str], PassphraseDialog]) -> None:
    dialog = asked("first")
    dialog.show_typed.toggle()
    assert dialog.new.echoMode() == dialog.again.echoMode() == QLineEdit.EchoMode.Normal
    dialog.show_typed.toggle()
    assert dialog.new.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize("where", ["new", "again"])
def test_return_in_either_field_means_it(qtbot: QtBot, asked: Callable[[str], PassphraseDialog], where: str) -> None:
    dialog = asked("first")
    dialog.new.setText("a few words")
    dialog.again.setText("a few words")
    field = getattr(dialog, where)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted and dialog.passphrase == "a few words"


@pytest.mark.parametrize(
    ("new", "again", "told", "then"),
    [
        ("", "", "Type a passphrase first; spaces alone are none.", "new"),
        ("   ", "   ", "Type a passphrase first; spaces alone are none.", "new"),
        ("words", "", "Once more in the second field, so that a slip is noticed.", "again"),
        ("words", "wrods", "The two are not the same yet.", "again"),
    ],
)
def test_what_is_missing_is_said_and_one_is_brought_there(
    qtbot: QtBot, asked: Callable[[str], PassphraseDialog], new: str, again: str, told: str, then: str
) -> None:
    dialog = asked("first")
    dialog.new.setText(new)
    dialog.again.setText(again)
    qtbot.keyClick(dialog.new, Qt.Key.Key_Return)
    assert dialog.isVisible() and told in said(dialog)
    assert QApplication.focusWidget() is getattr(dialog, then)
    dialog.again.setText("something else")
    assert told not in said(dialog)


def test_a_passphrase_is_taken_to_the_letter(asked: Callable[[str], PassphraseDialog]) -> None:
    dialog = asked("first")
    for field in (dialog.new, dialog.again):
        field.setText("  Füße, ß and 山  ")
    dialog.yes.click()
    assert dialog.passphrase == "  Füße, ß and 山  "


def test_the_present_one_is_asked_for_first_and_tried(qtbot: QtBot, asked: Callable[[str], PassphraseDialog]) -> None:
    dialog = asked("another")
    assert fields(dialog) == ["Present passphrase", "New passphrase", "Again"]
    dialog.yes.click()
    assert "Type the passphrase you have now." in said(dialog)
    for field in (dialog.new, dialog.again):
        field.setText("new words")
    dialog.present.setText("wrong")
    dialog.yes.click()
    assert "That isn't it." in said(dialog) and dialog.present.selectedText() != ""
    assert dialog.new.text() == "new words"
    dialog.present.setText("no disk")
    dialog.yes.click()
    assert "The disk did not answer as it must." in said(dialog)
    dialog.present.setText("right")
    qtbot.keyClick(dialog.present, Qt.Key.Key_Return)
    assert dialog.key == b"key" and dialog.passphrase == "new words"


def test_afterwards_nothing_of_it_is_kept_in_the_dialog(asked: Callable[[str], PassphraseDialog]) -> None:
    dialog = asked("another")
    for field in (dialog.present, dialog.new, dialog.again):
        field.setText("right")
    dialog.yes.click()
    dialog.forget()
    assert (dialog.passphrase, dialog.key) == ("", None)
    assert {field.text() for field in (dialog.present, dialog.new, dialog.again)} == {""}


def test_removing_says_plainly_what_it_means(asked: Callable[[str], PassphraseDialog]) -> None:
    dialog = asked("remove")
    assert fields(dialog) == ["Present passphrase"]
    assert "will not be encrypted any more" in said(dialog)
    assert "Older backups still open with the passphrase they had then." in said(dialog)


def test_all_of_it_by_keyboard(qtbot: QtBot, asked: Callable[[str], PassphraseDialog]) -> None:
    dialog = asked("first")
    order = [dialog.new, dialog.again, dialog.show_typed, dialog.yes, dialog.no]
    for widget in order:
        assert QApplication.focusWidget() is widget
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and dialog.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize("which", ASKED)
@pytest.mark.parametrize(("size", "doubled"), [(100, False), (150, True), (200, False)])
def test_nothing_is_clipped_and_all_is_named(
    qapp: QApplication,
    preferences: Preferences,
    asked: Callable[[str], PassphraseDialog],
    which: str,
    size: int,
    doubled: bool,
) -> None:
    language = Doubled()
    if doubled:
        qapp.installTranslator(language)
    try:
        preferences.text_size = size
        dialog = asked(which)
        dialog.resize(672, 472)
        dialog.yes.click()
        assert clipped(dialog) == [] and unnamed(dialog) == []
    finally:
        qapp.removeTranslator(language)
