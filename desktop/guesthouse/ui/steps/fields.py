"""Where one writes: a line that grows, or a page. What is typed stays as it is."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from guesthouse.qt.look import Look
from guesthouse.ui.parts.raw_words import raw_words

AROUND = 20
"""Pixels over and under the text: the style sheet's padding, edge and margin, for both sides."""


class WordsField(QTextEdit):
    """Plain text, from ``least`` to ``most`` lines high. In a ``single`` line Enter goes on and Shift+Enter breaks."""

    done = Signal()
    edited = Signal()

    def __init__(self, look: Look, name: str, *, least: int = 1, most: int = 8, role: str = "words-large") -> None:
        """An empty field that is called ``name``."""
        super().__init__()
        self._look, self._least, self._most, self._role = look, least, most, role
        self._single = least == 1
        self._showing = False
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        self.setProperty("ground", "writing")
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._changed)
        look.changed.connect(self._dress)
        self._dress()

    def words(self) -> str:
        """What stands in the field, character for character."""
        return raw_words(self.document())

    def set_words(self, words: str) -> None:
        """Put ``words`` into the field, the cursor at their end; ``edited`` does not tell."""
        self._showing = True
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a single line goes on; Esc is passed on."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif enter and self._single:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, never their looks."""
        if source.hasText():
            self.insertPlainText(source.text())

    def changeEvent(self, event: QEvent) -> None:
        """Another font is another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _dress(self) -> None:
        self._look.dress(self, self._role)
        self._grow()

    def _grow(self) -> None:
        line = QFontMetricsF(self.font()).lineSpacing()
        margin = 2 * self.document().documentMargin()
        tall = self.document().size().height() - margin
        lines = min(max(tall, self._least * line), self._most * line)
        wanted = ceil(lines + margin) + AROUND
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)
            self.updateGeometry()
