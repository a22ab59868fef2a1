"""The field for long texts: Markdown shown as one writes, every character kept as typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.editor.continuing import box_in, next_prefix, prefix_of
from guesthouse.ui.editor.highlighter import Highlighter
from guesthouse.ui.editor.units import all_in_units, units
from guesthouse.ui.parts.raw_words import raw_words, with_lines

LINE_HEIGHT = 118
"""Of a line, in hundredths of the font's own height."""

ROLE = "reading"

INSET = 8
"""Pixels between the edge of the field and its text."""

MOST_MARKS = 2000
"""So many places are marked at most: more say nothing, and cost time."""


class MarkdownEditor(QTextEdit):
    """A QTextEdit, since QPlainTextEdit knows no line height; with 200,000 characters a key takes under 2 ms in it."""

    changed = Signal()
    """The person has changed the words."""
    menu_asked = Signal(QMenu, QTextCursor)
    """The usual menu is about to open for a place in the text; others may put something to it."""
    brought = Signal(QMimeData)
    """A picture or files were pasted or dropped here."""
    filled = Signal()
    """Another text stands here than before."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """An empty page."""
        super().__init__(parent)
        self._look = look
        self._showing = False
        self._marks: list[tuple[int, int]] = []
        self._misspelt: list[tuple[int, int]] = []
        self._shoulds: list[QTextEdit.ExtraSelection] = []
        self.setAccessibleName(self.tr("Entry"))
        self.setPlaceholderText(self.tr("Write here. A line is enough."))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(INSET)
        self._highlighter = Highlighter(self.document(), look, ROLE)
        self.document().contentsChange.connect(self._contents_changed)
        look.changed.connect(self._dress)
        self._dress()

    def words(self) -> str:
        """What is written, character for character."""
        return raw_words(self.document())

    def set_words(self, words: str) -> None:
        """Another text in place of this one: nothing can be undone to before it, and the cursor is at its start."""
        self._showing = True
        self._marks, self._misspelt, self._shoulds = [], [], []
        self.setExtraSelections([])
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(words)
        self._space_lines()
        self.document().setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._showing = False
        self.filled.emit()

    def insert_words(self, words: str, *, apart: bool = False) -> None:
        """Put words in at the cursor, as one step to undo; ``apart`` as paragraphs of their own."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if apart:
            cursor.clearSelection()
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            if cursor.block().text().strip():
                cursor.insertText("\n\n")
            elif cursor.block().previous().isValid() and cursor.block().previous().text().strip():
                cursor.insertText("\n")
        cursor.insertText(words)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def selected_words(self) -> str:
        """What is selected, character for character."""
        return with_lines(self.textCursor().selectedText())

    def mark(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark these places (start and end in characters, in order) and bring the first into sight."""
        self._marks = all_in_units(self.words(), spans[:MOST_MARKS])
        self._show_marks()
        if self._marks:
            cursor = self.textCursor()
            cursor.setPosition(self._marks[0][0])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def clear_marks(self) -> None:
        """Nothing is marked."""
        if self._marks:
            self._marks = []
            self._show_marks()

    def go_to(self, position: int) -> None:
        """Put the cursor there, as the document counts, or at the end where it is shorter by now."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_misspelt(self, spans: Sequence[tuple[int, int]]) -> None:
        """Underline these places (start and end as the document counts)."""
        if list(spans) != self._misspelt:
            self._misspelt = list(spans)
            self._show_marks()

    def show_shoulds(self, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Show these beside everything else that is marked; their cursors move with the words."""
        if selections or self._shoulds:
            self._shoulds = list(selections)
            self._show_marks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with a list; Ctrl+B and Ctrl+I set the selection; Ctrl+Enter ticks a box; Esc is passed on."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Bold):
            self._wrap("**")
        elif event.matches(QKeySequence.StandardKey.Italic):
            self._wrap("*")
        elif enter and control:
            self._tick(self.textCursor())
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._break()
        elif control and event.key() in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self._indent(event.key() == Qt.Key.Key_BracketRight)
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words, pictures and files."""
        return source.hasText() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, never their looks; pictures and files are for others to take."""
        if source.hasImage() or any(url.isLocalFile() for url in source.urls()):
            self.brought.emit(source)
        elif source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a checkbox ticks it."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            cursor = self.cursorForPosition(event.position().toPoint())
            at = box_in(cursor.block().text())
            if at is not None and abs(cursor.positionInBlock() - at) <= 1:
                self._tick(cursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, and what others have put to it."""
        menu = self.createStandardContextMenu(event.pos())
        self.menu_asked.emit(menu, self.cursorForPosition(event.pos()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    # ------------------------------------------------------------------------------------------- what keys do

    def _break(self) -> None:
        """A new line that goes on with list or quote; on an item without words the list ends."""
        cursor = self.textCursor()
        block = cursor.block()
        line, at = block.text(), cursor.positionInBlock()
        prefix = prefix_of(line)
        cursor.beginEditBlock()
        if not prefix or cursor.hasSelection() or at < units(prefix):
            cursor.insertText("\n")
        elif line == prefix or not line[len(prefix) :].strip():
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            cursor.insertText("\n" + next_prefix(prefix))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _wrap(self, sign: str) -> None:
        """The selection between two signs, or without them where it has them."""
        cursor = self.textCursor()
        words = cursor.selectedText()
        wide = len(sign)
        if words.startswith(sign) and words.endswith(sign) and len(words) > 2 * wide:
            cursor.insertText(words[wide:-wide])
            self._select(cursor, len(words) - 2 * wide)
        elif words:
            cursor.insertText(f"{sign}{words}{sign}")
            self._select(cursor, units(words) + 2 * wide)
        else:
            cursor.insertText(sign * 2)
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, wide)
            self.setTextCursor(cursor)

    def _select(self, cursor: QTextCursor, length: int) -> None:
        end = cursor.position()
        cursor.setPosition(end - length)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _tick(self, cursor: QTextCursor) -> None:
        line = cursor.block().text()
        at = box_in(line)
        if at is None:
            return
        editing = QTextCursor(cursor.block())
        editing.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, at)
        editing.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        editing.insertText("x" if line[at] == " " else " ")

    def _indent(self, deeper: bool) -> None:
        cursor = QTextCursor(self.textCursor().block())
        if deeper:
            cursor.insertText("  ")
        elif self.textCursor().block().text().startswith("  "):
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 2)
            cursor.removeSelectedText()

    # ------------------------------------------------------------------------------------------- how it looks

    def _contents_changed(self, at: int, removed: int, added: int) -> None:
        if not self._showing:
            self._move_marks(at, removed, added)
            self.changed.emit()

    def _move_marks(self, at: int, removed: int, added: int) -> None:
        """What is marked stays where it is in the words; a place one writes in is marked no more."""
        if self._marks:
            shift = added - removed
            self._marks = [
                (start + shift, end + shift) if start >= at + removed else (start, end)
                for start, end in self._marks
                if end <= at or start >= at + removed
            ]
            self._show_marks()

    def _show_marks(self) -> None:
        found, wrong = QTextCharFormat(), QTextCharFormat()
        found.setBackground(self._look.colour("lamp"))
        found.setForeground(self._look.colour("on-lamp"))
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wrong.setUnderlineColor(self._look.colour("clay"))
        places = [*((place, found) for place in self._marks), *((place, wrong) for place in self._misspelt)]
        selections = list(self._shoulds)
        for (start, end), looks in places:
            made = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            made.cursor, made.format = cursor, looks
            selections.append(made)
        self.setExtraSelections(selections)

    def _space_lines(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)

    def _dress(self) -> None:
        self._showing = True
        self.setStyleSheet("QTextEdit { border: none; margin: 0; padding: 0; background: transparent; }")
        font = self._look.font(ROLE)
        self.setFont(font)
        self.document().setDefaultFont(font)
        undo = self.document().isUndoAvailable()
        if not undo:
            self._space_lines()
            self.document().clearUndoRedoStacks()
        self._highlighter.dress()
        self._show_marks()
        self._showing = False
