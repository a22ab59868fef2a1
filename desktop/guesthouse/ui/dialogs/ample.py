"""A dialog with room for words: a column that scrolls where the window is small, and a foot that stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet

WIDEST = 500
EDGE = 48


class AmpleDialog(QDialog):
    """Fill ``column``; the buttons come to the foot. As high as its words, at most as its window."""

    def __init__(self, title: str, look: Look, parent: QWidget | None) -> None:
        """A dialog ready to be filled, and then for ``exec``."""
        super().__init__(parent)
        self.setWindowTitle("Guesthouse")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAccessibleName(title)
        self._look = look
        self._sheet = Sheet(look, widest=WIDEST)
        self.column = self._sheet.column
        self.column.setContentsMargins(0, 32, 0, 24)
        self.column.setSpacing(8)
        self.column.addWidget(label(look, "heading", title))
        self.column.addSpacing(4)
        self._foot = QFrame()
        self._foot.setProperty("ground", "foot")
        self._buttons = Flow(gap=12)
        row = QVBoxLayout(self._foot)
        row.setContentsMargins(32, 16, 32, 16)
        row.addLayout(self._buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._sheet, 1)
        whole.addWidget(self._foot)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put them into the foot, the first one first."""
        for button in buttons:
            self._buttons.addWidget(button)

    def loses(self) -> str:
        """What is lost where the window locks and closes it, told at the lock; nothing of most dialogs."""
        return ""

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to where something is to be seen now, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._sheet.ensureWidgetVisible(widget))

    def tell(self, where: QLabel, text: str) -> None:
        """Show ``text`` there and say it aloud; "" takes away what stood there."""
        where.setText(text)
        where.setVisible(bool(text))
        self.fit()
        if text:
            self.bring_into_sight(where)
            announce(self, text)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as it needs to be."""
        self.fit()
        super().showEvent(event)

    def most(self) -> QSize:
        """As large as it can be over its window."""
        above = self.parentWidget()
        room = above.size() if above is not None and above.width() > 400 else self.screen().availableSize()
        return room - QSize(EDGE, EDGE)

    def fit(self) -> None:
        """Take the room that its words need, as far as there is some."""
        most = self.most()
        width = min(self._look.px(WIDEST) + 64, most.width())
        need = self._sheet.height_for(width) + max(self._foot.heightForWidth(width), 0)
        self.resize(width, min(need, most.height()))
