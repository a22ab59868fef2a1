"""Underlines words that the dictionary does not know, where one looks and not where one is typing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from guesthouse.qt.spelling import Speller, Spelling
from guesthouse.ui.editor.editor import MarkdownEditor
from guesthouse.ui.editor.in_sight import in_sight
from guesthouse.ui.editor.lines import Kind, look_at
from guesthouse.ui.editor.units import in_units

PAUSE_MS = 350
MOST_SUGGESTED = 6
LONGEST = 4000
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_NOT_SPELLED = (Kind.CODE, Kind.PICTURE)


class SpellingMarks(QObject):
    """Looks at the lines in sight, a moment after something has changed or moved."""

    def __init__(self, editor: MarkdownEditor, spelling: Spelling, *, pause_ms: int = PAUSE_MS) -> None:
        """Mark in this editor by these dictionaries."""
        super().__init__(editor)
        self._editor, self._spelling = editor, spelling
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._look)
        editor.textChanged.connect(self._look_soon)
        editor.cursorPositionChanged.connect(self._look_soon)
        editor.verticalScrollBar().valueChanged.connect(self._pause.start)
        editor.menu_asked.connect(self._offer)
        spelling.changed.connect(self._pause.start)

    def _look_soon(self) -> None:
        """Where nothing is written, there is nothing to look for."""
        if self._editor.document().isEmpty():
            self._pause.stop()
            self._editor.show_misspelt([])
        else:
            self._pause.start()

    def _look(self) -> None:
        speller = self._spelling.speller
        if speller is None or not self._editor.isVisible():
            self._editor.show_misspelt([])
            return
        writing_at = self._editor.textCursor().position() if self._editor.hasFocus() else -1
        wrong = [
            (start, end)
            for block in in_sight(self._editor)
            for start, end in _unknown(block, speller)
            if not start <= writing_at <= end
        ]
        self._editor.show_misspelt(wrong)

    def _offer(self, menu: QMenu, cursor: QTextCursor) -> None:
        """What may be meant, at the top of the menu."""
        speller = self._spelling.speller
        word = QTextCursor(cursor)
        word.select(QTextCursor.SelectionType.WordUnderCursor)
        text = word.selectedText()
        if speller is None or not _WORD.fullmatch(text) or speller.knows(text):
            return
        first = menu.actions()[0] if menu.actions() else None
        for suggested in speller.suggestions(text)[:MOST_SUGGESTED]:
            action = menu.addAction(suggested.replace("&", "&&"), partial(word.insertText, suggested))
            if first is not None:
                menu.insertAction(first, action)
        skip = menu.addAction(self.tr("It is right as it is"), partial(self._skip, speller, text))
        if first is not None:
            menu.insertAction(first, skip)
            menu.insertSeparator(first)

    def _skip(self, speller: Speller, word: str) -> None:
        speller.skip(word)
        self._look()


def _unknown(block: QTextBlock, speller: Speller) -> Iterator[tuple[int, int]]:
    """Start and end in the document of each word in a line that the dictionary does not know."""
    line = block.text()
    if len(line) > LONGEST:
        return
    hidden = [
        (span.start, span.end)
        for span in look_at(line).spans
        if span.kind in _NOT_SPELLED or (span.kind is Kind.LINK and line.startswith("http", span.start))
    ]
    for found in _WORD.finditer(line):
        start, end = found.span()
        if end - start < 2 or any(begin <= start < stop for begin, stop in hidden):
            continue
        if not speller.knows(found.group().replace("\u2019", "'")):
            at, length = in_units(line, start, end)
            yield block.position() + at, block.position() + at + length
