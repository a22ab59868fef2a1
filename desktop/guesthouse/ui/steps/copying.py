"""A button that puts words on the clipboard, and says so. Nothing is sent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.labels import label


class CopyRow(QWidget):
    """The button and, beside it, that the words are copied."""

    def __init__(self, look: Look, words: Callable[[], str], tell: Callable[[str], None]) -> None:
        """``words`` gives what is to be copied; ``tell`` lets a screen reader say that it was."""
        super().__init__()
        self._words, self._tell = words, tell
        self.button = quiet(look, self.tr("Copy"))
        self.button.setAccessibleName(self.tr("Copy"))
        self.button.setAccessibleDescription(self.tr("Puts your words on the clipboard; nothing is sent"))
        self.button.clicked.connect(self._copy)
        self._copied = label(look, "small", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self._copied, 1, Qt.AlignmentFlag.AlignVCenter)

    def forget(self) -> None:
        """The words are other ones now."""
        self._copied.setText("")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words())
        self._copied.setText(self.tr("Copied."))
        self._tell(self._copied.text())
