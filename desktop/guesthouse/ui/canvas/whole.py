"""The whole words of one visitor, however long, on a card over the canvas."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from guesthouse.qt.look import Look

LEAST, MOST = 100, 360
"""Design pixels of height."""


class WholeWords(QFrame):
    """A quiet card with a text that can be read, scrolled and selected; closed with Esc or its button."""

    turned = Signal()
    """It is there now, or it is not there any more."""

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
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.addLayout(row)
        self._column.addWidget(self._text, 1)
        self.hide()

    def show_words(self, words: str, framing: str) -> None:
        """Show ``words`` whole, under their framing line."""
        self._frame.setText(framing)
        self._text.setPlainText(words)
        self.adjust()
        self.show()
        self.raise_()
        self.turned.emit()
        self._column.activate()
        self._text.verticalScrollBar().setValue(0)  # from the beginning, however low it is

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

    @property
    def least(self) -> int:
        """Pixels of height below which it is no use."""
        return self._look.px(LEAST)

    def adjust(self) -> None:
        """Take the middle of the canvas, between the controls; with its button beside where it is low."""
        top, bottom = self._clear
        width, room = self._stage.width(), max(1, self._stage.height() - top - bottom)
        size = QSize(min(self._look.px(560), width - 48), min(self._look.px(MOST), room))
        low = room < 2 * self.least
        self._frame.setHidden(low or not self._frame.text())
        self._column.setDirection(QBoxLayout.Direction.RightToLeft if low else QBoxLayout.Direction.TopToBottom)
        self._column.setContentsMargins(*((8, 8, 8, 8) if low else (24, 16, 24, 20)))
        above = max(0, room - size.height()) // 3
        self.setGeometry((width - size.width()) // 2, top + above, size.width(), size.height())

    def hideEvent(self, event: QHideEvent) -> None:
        """What made way for it is there again."""
        super().hideEvent(event)
        self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card, and only the card."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
