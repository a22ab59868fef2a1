"""A field for a passphrase or a code: dots unless it is to be seen, learnt by no keyboard, of any length."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from guesthouse.qt.look import Look

SECRET = (
    Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
)

LONGEST = 2**31 - 1
"""No limit: Qt's own would cut a pasted passphrase at 32,767 characters, and say nothing."""


class SecretField(QLineEdit):
    """What is typed stays as it is typed, and nothing of it is cut."""

    def __init__(self, look: Look, *, hidden: bool = True) -> None:
        """An empty field, which waits for its name."""
        super().__init__()
        self.setMaxLength(LONGEST)
        self.reveal(not hidden)
        look.dress(self, "body")

    def reveal(self, shown: bool) -> None:
        """Letters or dots. Qt forgets with that what keyboards are to know of the field."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(self.inputMethodHints() | SECRET)
