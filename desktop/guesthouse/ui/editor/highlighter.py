"""Shows Markdown as it is typed: each line is looked at by itself, and only when it has changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from guesthouse.qt.look import Look
from guesthouse.ui.editor.lines import Kind, Span, look_at
from guesthouse.ui.editor.units import in_units

FENCES = ("", "```", "~~~")
"""A block's state is the place in here of the fence that is open after it."""

HEADINGS = (1.5, 1.3, 1.15, 1.05, 1.0, 1.0)
"""How much larger than the text each level is set."""


class Highlighter(QSyntaxHighlighter):
    """The fonts of the person's own words, in all their cuts."""

    def __init__(self, document: QTextDocument, look: Look, role: str) -> None:
        """Highlight ``document``, whose text is set in ``role``."""
        super().__init__(document)
        self._look, self._role = look, role
        self._fonts: dict[tuple[bool, bool, int], QFont] = {}

    def dress(self) -> None:
        """Another look than before: everything anew."""
        self._fonts.clear()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """One line."""
        before = self.previousBlockState()
        looks = look_at(text, FENCES[before] if before > 0 else "")
        self.setCurrentBlockState(FENCES.index(looks.fence))
        if not looks.spans:
            return
        for start, end, spans in _pieces(looks.spans):
            at, length = in_units(text, start, end)
            self.setFormat(at, length, self._format(spans))

    def _format(self, spans: Sequence[Span]) -> QTextCharFormat:
        kinds = {span.kind for span in spans}
        level = max((span.level for span in spans), default=0)
        made = QTextCharFormat()
        strong, italic = Kind.STRONG in kinds, Kind.EMPHASIS in kinds
        if strong or italic or level:
            made.setFont(self._font(strong or bool(level), italic, level))
        if Kind.LINK in kinds:
            made.setFontUnderline(True)
        if Kind.STRUCK in kinds:
            made.setFontStrikeOut(True)
        colour = self._colour(kinds)
        if colour is not None:
            made.setForeground(colour)
        if Kind.CODE in kinds:
            made.setBackground(self._look.colour("well"))
        return made

    def _colour(self, kinds: set[Kind]) -> QColor | None:
        if kinds & {Kind.MARK, Kind.PICTURE, Kind.DONE, Kind.QUOTE}:
            return self._look.colour("soft")
        return self._look.colour("sage-ink") if Kind.LINK in kinds else None

    def _font(self, strong: bool, italic: bool, level: int) -> QFont:
        key = (strong, italic, level)
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self._made(strong, italic, level)
        return font

    def _made(self, strong: bool, italic: bool, level: int) -> QFont:
        font = QFont(self._look.font(self._role))
        if level:
            font.setPixelSize(round(font.pixelSize() * HEADINGS[level - 1]))
        if strong:
            font.setVariableAxis(QFont.Tag("wght"), 700)
        font.setStyle(QFont.Style.StyleItalic if italic else QFont.Style.StyleNormal)
        return font


def _pieces(spans: Sequence[Span]) -> list[tuple[int, int, list[Span]]]:
    """The spans cut where any of them begins or ends, each piece with all that cover it."""
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    pieces = []
    for start, end in pairwise(edges):
        covering = [span for span in spans if span.start <= start and end <= span.end]
        if covering:
            pieces.append((start, end, covering))
    return pieces
