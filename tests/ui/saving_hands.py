"""A hand at the real dialog that asks where a file is to go, and at its question whether to replace one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
)

EXEC = QFileDialog.exec  # before any test begins, in which nobody may wait for one

WORDS = "what somebody wrote long ago"
LOOK_MS = 10
MOST_MS = 8000


class SavingHand(QObject):
    """Types a name, chooses a kind if one is given, saves, answers what is asked; then leaves, as Esc does."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self.home = home
        """The folder the dialog begins with."""
        self.name, self.kind, self.answer = "", "", False
        self.seen: list[str] = []
        """The name in the field, each time the dialog was there."""
        self.kinds: list[str] = []
        self.questions: list[str] = []
        self._typed = self._overdue = False
        self._look, self._limit = QTimer(self), QTimer(self)
        self._look.timeout.connect(self._go_on)
        self._limit.timeout.connect(self._give_up)
        self._limit.setSingleShot(True)

    def types(self, name: str, *, kind: str = "", answer: bool = False) -> None:
        """What is done with the next dialog; nothing is typed where ``name`` is empty."""
        self.name, self.kind, self.answer, self._typed = name, kind, answer, False
        for past in (self.seen, self.kinds, self.questions):
            past.clear()
        self._look.start(LOOK_MS)
        self._limit.start(MOST_MS)

    def has(self, name: str) -> Path:
        """A file that was there before."""
        file = self.home / name
        file.write_text(WORDS)
        return file

    def asked_about(self, name: str) -> bool:
        """Whether there was one question, about that file."""
        return len(self.questions) == 1 and name in self.questions[0]

    def rest(self) -> None:
        """Nothing is done any more."""
        self._look.stop()
        self._limit.stop()
        assert not self._overdue, "nobody came to an end"

    def _go_on(self) -> None:
        shown = QApplication.activeModalWidget()
        if shown is None or not shown.isVisible():
            return
        if not shown.isActiveWindow():
            shown.activateWindow()  # without a window manager nobody does when what stood before it is gone
            return
        if isinstance(shown, QMessageBox):
            self.questions.append(shown.text())
            wanted = QMessageBox.StandardButton.Yes if self.answer else QMessageBox.StandardButton.No
            shown.button(wanted).click()
        elif isinstance(shown, QFileDialog):
            self._at(shown)

    def _at(self, dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        self.seen.append(field.text())
        if self._typed or not self.name:
            dialog.reject()
            return
        self._typed = True
        kinds = dialog.findChild(QComboBox, "fileTypeCombo")
        self.kinds.extend(re.sub(r" \(\*.*", "", kinds.itemText(each)) for each in range(kinds.count()))
        if self.kind:
            kinds.setCurrentIndex(self.kinds.index(self.kind))
            kinds.activated.emit(kinds.currentIndex())
            kinds.textActivated.emit(kinds.currentText())
        field.setText(self.name)
        box = dialog.findChild(QDialogButtonBox)
        save = next(end for end in box.findChildren(QPushButton) if end.isDefault())
        QTimer.singleShot(0, save, save.click)  # a timer is not heard again while what it calls waits for an answer

    def _give_up(self) -> None:
        self._overdue = True
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QFileDialog | QMessageBox) and widget.isVisible():
                widget.reject()


@pytest.fixture
def saver(qapp: QApplication, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SavingHand]:
    """At Qt's own dialog, whatever this computer has."""
    own = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = qapp.testAttribute(own)
    qapp.setAttribute(own)
    monkeypatch.setattr(QFileDialog, "exec", EXEC)
    home = own_home / "me"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    hand = SavingHand(home)
    yield hand
    qapp.setAttribute(own, before)
    hand.rest()
