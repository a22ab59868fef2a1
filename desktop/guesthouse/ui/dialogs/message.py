"""A note or a question, in a dialog of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.qt.voice import Saying
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.labels import label


class MessageDialog(QDialog):
    """Shows a saying. The answer that changes nothing has the focus at first, and Esc means it."""

    def __init__(self, saying: Saying, look: Look, parent: QWidget | None) -> None:
        """A dialog ready for ``exec``."""
        super().__init__(parent)
        self.setWindowTitle("Guesthouse")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAccessibleName(saying.title)
        self.setAccessibleDescription(saying.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(16)
        column.addWidget(label(look, "heading", saying.title))
        column.addWidget(label(look, "body", saying.text), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        column.addSpacing(8)
        column.addLayout(buttons)
        if saying.no:
            yes, no = quiet(look, saying.yes), primary(look, saying.no)
            yes.clicked.connect(self.accept)
            buttons.addWidget(yes)
        else:
            no = primary(look, saying.yes or self.tr("All right"))
        no.clicked.connect(self.reject)
        buttons.addWidget(no)
        no.setDefault(True)
        no.setFocus()
        width = look.px(440)
        self.setFixedWidth(min(width, parent.width() - 48) if parent and parent.width() > 400 else width)


def speaker(look: Look, parent: QWidget) -> Callable[[Saying], bool]:
    """What a ``Voice`` speaks through in the app: dialogs in front of ``parent``."""

    def speak(saying: Saying) -> bool:
        dialog = MessageDialog(saying, look, parent)
        answer = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return answer

    return speak
