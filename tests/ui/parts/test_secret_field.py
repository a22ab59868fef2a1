"""A field for a passphrase: nothing of it is cut, and no keyboard learns it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.ui.dialogs.passphrase import Asking, PassphraseDialog
from guesthouse.ui.lock.faces import CodeFace, NewFace, PassphraseFace
from guesthouse.ui.parts.secret_field import SecretField

LONG = "a quiet evening " * 8_000


@pytest.mark.parametrize("asks", [PassphraseFace, CodeFace, NewFace])
def test_a_long_passphrase_is_pasted_whole_at_the_door(qtbot: QtBot, look: Look, asks: type[PassphraseFace]) -> None:
    _all_take_it(qtbot, asks(look))


def test_a_long_passphrase_is_pasted_whole_where_it_is_set(qtbot: QtBot, look: Look) -> None:
    _all_take_it(qtbot, PassphraseDialog(Asking.another(), look, None))


def _all_take_it(qtbot: QtBot, asking: QWidget) -> None:
    qtbot.addWidget(asking)
    QApplication.clipboard().setText(LONG)
    fields = asking.findChildren(QLineEdit)
    for field in fields:
        field.paste()
    assert fields and {field.text() for field in fields} == {LONG}


@pytest.mark.parametrize("shown", [False, True])
def test_no_keyboard_learns_what_is_typed(qtbot: QtBot, look: Look, shown: bool) -> None:
    field = SecretField(look)
    qtbot.addWidget(field)
    field.setText("rain on the roof")
    field.reveal(shown)
    assert (field.displayText() == "rain on the roof") is shown
    hints = field.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData and hints & Qt.InputMethodHint.ImhNoPredictiveText
