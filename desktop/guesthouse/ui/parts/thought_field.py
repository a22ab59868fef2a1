"""The field one types a thought into: Enter lets it in, Shift+Enter begins a new line, and it grows with its lines."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.raw_words import raw_words

MOST_LINES = 5


class ThoughtField(QPlainTextEdit):
    """A plain text field of one line that grows to a few; what is typed or pasted stays as it is."""

    submitted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """An empty field."""
        super().__init__(parent)
        self._look, self._most = look, MOST_LINES
        self.setStyleSheet("QPlainTextEdit { border: none; margin: 0; padding: 0; background: transparent; }")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._grow)
        look.changed.connect(self._restyle)
        self._restyle()

    def words(self) -> str:
        """What stands in the field, character for character."""
        return raw_words(self.document())

    def set_words(self, words: str) -> None:
        """Put ``words`` into the field, the cursor at their end."""
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def hold_to(self, lines: int) -> None:
        """Grow to so many lines, and no further: there is no more room. The others scroll."""
        if lines != self._most:
            self._most = lines
            self._grow()
            self.ensureCursorVisible()

    def height_of(self, lines: int) -> int:
        """Pixels of height with so many lines in it."""
        return self._line_height() * lines + 10

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter submits; with Shift it is a new line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
            else:
                self.submitted.emit()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, never their looks."""
        if source.hasText():
            self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        """One line high, or as many as there are."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Never less than one line."""
        return QSize(80, self.height_of(1))

    def _restyle(self) -> None:
        self.setFont(self._look.font("words"))
        self._grow()

    def _grow(self) -> None:
        self.setFixedHeight(self._wanted_height())
        self.updateGeometry()

    def _wanted_height(self) -> int:
        return self.height_of(max(1, min(self._most, round(self.document().size().height()))))

    def _line_height(self) -> int:
        return round(QFontMetricsF(self.font()).lineSpacing())
