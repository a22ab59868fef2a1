"""The whole words of one visitor, however long, on a card over the canvas."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from guesthouse.qt.look import Look

LEAST, MOST = 100, 360
"""Design pixels of height."""


class WholeWords(QFrame):
    """A quiet card with a text that can be read, scrolled and selected; closed with Esc or its button."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Hidden at first."""
        super().__init__(parent)
        self.setProperty("ground", "card")
        self._look, self._stage = look, parent
        self._clear = (76, 100)
        self._frame = look.dress(QLabel(self), "small")
        self._text = look.dress(QPlainTextEdit(self), "words")
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("The whole thought"))
        self._text.setTabChangesFocus(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        close = look.dress(QPushButton(self.tr("Close"), self), "quiet")
        close.setAccessibleName(self.tr("Close the whole thought"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self._frame, 1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 20)
        layout.addLayout(row)
        layout.addWidget(self._text)
        self.hide()

    def show_words(self, words: str, framing: str) -> None:
        """Show ``words`` whole, under their framing line."""
        self._frame.setText(framing)
        self._text.setPlainText(words)
        self.adjust()
        self.show()
        self.raise_()

    def words(self) -> str:
        """The words that are shown."""
        return self._text.toPlainText()

    def forget(self) -> None:
        """Hide, and hold no words any more."""
        self._text.clear()
        self.hide()

    def keep_clear(self, top: int, bottom: int) -> None:
        """So many pixels at the top and the bottom of the canvas lie under controls."""
        self._clear = (top, bottom)
        if self.isVisible():
            self.adjust()

    def adjust(self) -> None:
        """Take the middle of the canvas, between the controls."""
        top, bottom = self._clear
        width, room = self._stage.width(), self._stage.height() - top - bottom
        size = QSize(min(self._look.px(560), width - 48), max(self._look.px(LEAST), min(self._look.px(MOST), room)))
        above = max(0, room - size.height()) // 3
        self.setGeometry((width - size.width()) // 2, top + above, size.width(), size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card, and only the card."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
