"""The text of a topic: one document to read, select from and copy, in the look of now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from guesthouse.domain.help import Block, Heading, Items, Paragraph, Quote, Table
from guesthouse.domain.words import places_of, query_of
from guesthouse.qt.look import Look
from guesthouse.ui.editor.units import all_in_units

LINE_HEIGHT = 120
"""Of a line, in hundredths of the font's own height."""

NAMES = 36
"""Percent of a table's width that its names take."""

NAME_WEIGHT = 680
INSET = 16
"""Pixels around a statement that stands by itself."""

GAP = 14
"""Design pixels between a mark and what it stands before."""

MARGIN = 20
"""Pixels at both sides of the text."""

MOST_MARKS = 500
STATED, MARKED = (QTextBlockFormat.Property.UserProperty.value + number for number in (1, 2))
DISC = "•"


class HelpText(QTextEdit):
    """Read-only, and without links: nothing in it opens anything. The arrow keys walk in it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Nothing to read yet."""
        super().__init__(parent)
        self._look = look
        self._title, self._blocks, self._sought = "", tuple[Block, ...](), ""
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(MARGIN)
        look.changed.connect(self._dress)
        self._dress()

    def show_blocks(self, title: str, blocks: Sequence[Block]) -> None:
        """Show these, from the top; what is shown already stays where it is."""
        if (title, tuple(blocks)) == (self._title, self._blocks):
            return
        stays = title == self._title
        before = self.verticalScrollBar().value()
        self._title, self._blocks = title, tuple(blocks)
        self.setAccessibleName(title)
        self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(before if stays else 0)

    def mark(self, sought: str) -> None:
        """Mark the words that are looked for, wherever they stand."""
        if sought != self._sought:
            self._sought = sought
            self._show_marks()

    def go_to_heading(self, text: str) -> None:
        """Bring this heading to the top, with the cursor."""
        block = self.document().begin()
        while block.isValid():
            if block.text() == text and block.blockFormat().headingLevel():
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top - INSET))
                return
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Statements that stand by themselves have a ground of their own, and what is listed its mark."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            place = layout.blockBoundingRect(block).translated(0, -scrolled)
            if form.hasProperty(STATED) and place.intersects(QRectF(self.viewport().rect()).adjusted(0, -99, 0, 99)):
                self._paint_ground(painter, place)
            elif form.hasProperty(MARKED) and place.intersects(QRectF(self.viewport().rect())):
                self._paint_mark(painter, block, place)
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def _paint_ground(self, painter: QPainter, place: QRectF) -> None:
        painter.setBrush(self._look.colour("sage-pale"))
        painter.setPen(self._look.colour("pill-line"))
        lines = QRectF(MARGIN, place.top(), self.viewport().width() - 2 * MARGIN, place.height())
        painter.drawRoundedRect(lines.adjusted(0, -INSET, 0, INSET), 14, 14)

    def _paint_mark(self, painter: QPainter, block: QTextBlock, place: QRectF) -> None:
        """On the side where reading starts."""
        line, mark = block.layout().lineAt(0), str(block.blockFormat().property(MARKED))
        at, gap = line.naturalTextRect(), self._look.px(GAP)
        leftwards = block.textDirection() == Qt.LayoutDirection.RightToLeft
        beside = place.left() + (at.right() + gap if leftwards else at.left() - gap)
        base = place.top() + line.y() + line.ascent()
        if mark == DISC:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("sage"))
            radius = self._look.px(6) / 2
            painter.drawEllipse(QPointF(beside, base - self._look.px(5)), radius, radius)
            return
        painter.setFont(self._letters("body", "ink", weight=NAME_WEIGHT).font())
        painter.setPen(self._look.colour("sage-ink"))
        wide = painter.fontMetrics().horizontalAdvance(mark)
        painter.drawText(QPointF(beside if leftwards else beside - wide + gap / 3, base), mark)

    # --------------------------------------------------------------------------------------------------- writing

    def _dress(self) -> None:
        focus = self._look.colour("focus").name()
        self.setStyleSheet(
            "QTextEdit { background: transparent; border: 2px solid transparent; border-radius: 14px; margin: 0;"
            f" padding: 0; }} QTextEdit:focus {{ border-color: {focus}; }}"
        )
        self.setFont(self._look.font("body"))
        self.document().setDefaultFont(self._look.font("body"))
        self.document().setIndentWidth(self._look.px(2 * GAP))
        at = self.verticalScrollBar().value()
        self._write()
        self.verticalScrollBar().setValue(at)

    def _write(self) -> None:
        self.clear()
        if not self._title:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(self._format(top=0, bottom=8, level=1))
        cursor.insertText(self._title, self._letters("title", "ink"))
        for block in self._blocks:
            self._put(cursor, block)
        cursor.endEditBlock()
        self._show_marks()

    def _put(self, cursor: QTextCursor, block: Block) -> None:
        if isinstance(block, Heading):
            self._insert(cursor, block.text, self._format(top=18, bottom=4, level=2), self._letters("heading", "ink"))
        elif isinstance(block, Quote):
            form = self._format(top=INSET + 10, bottom=INSET + 10)
            form.setLeftMargin(INSET)
            form.setRightMargin(INSET)
            form.setProperty(STATED, True)
            self._insert(cursor, block.text, form, self._letters("body", "sage-ink"))
        elif isinstance(block, Paragraph):
            self._insert(cursor, block.text, self._format(), self._letters("body", "ink"))
        elif isinstance(block, Items):
            self._items(cursor, block)
        elif isinstance(block, Table):
            self._table(cursor, block)

    def _items(self, cursor: QTextCursor, block: Items) -> None:
        for number, text in enumerate(block.texts, block.first or 1):
            form = self._format(top=3, bottom=8 if number - (block.first or 1) == len(block.texts) - 1 else 3)
            form.setIndent(1)
            form.setProperty(MARKED, f"{number}." if block.first else DISC)
            self._insert(cursor, text, form, self._letters("body", "ink"))

    def _table(self, cursor: QTextCursor, block: Table) -> None:
        style = QTextTableFormat()
        style.setBorder(0)
        style.setCellPadding(0)
        style.setCellSpacing(0)
        style.setTopMargin(6)
        style.setBottomMargin(10)
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        percent = QTextLength.Type.PercentageLength
        style.setColumnWidthConstraints([QTextLength(percent, NAMES), QTextLength(percent, 100 - NAMES)])
        self._insert(cursor, "", self._format(top=0, bottom=0), self._letters("small", "ink"))
        table = cursor.insertTable(len(block.rows), 2, style)
        for row, (name, said) in enumerate(block.rows):
            self._cell(table, row, 0, name)
            self._cell(table, row, 1, said)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _cell(self, table: QTextTable, row: int, column: int, text: str) -> None:
        cell = table.cellAt(row, column)
        form = cell.format().toTableCellFormat()
        form.setTopPadding(7)
        form.setBottomPadding(7)
        form.setRightPadding(16 if column == 0 else 0)
        form.setBottomBorder(1)
        form.setBottomBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        form.setBottomBorderBrush(self._look.colour("line"))
        cell.setFormat(form)
        inside = cell.firstCursorPosition()
        inside.setBlockFormat(self._format(top=0, bottom=0))
        letters = self._letters("body", "ink", weight=NAME_WEIGHT if column == 0 else 0)
        inside.insertText(text.replace("\n", "\u2028"), letters)

    def _insert(self, cursor: QTextCursor, text: str, form: QTextBlockFormat, letters: QTextCharFormat) -> None:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock(form, letters)
        cursor.insertText(text, letters)

    def _format(self, *, top: float = 5, bottom: float = 7, level: int = 0) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setTopMargin(self._look.px(top))
        form.setBottomMargin(self._look.px(bottom))
        form.setHeadingLevel(level)
        form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return form

    def _letters(self, role: str, colour: str, *, weight: int = 0) -> QTextCharFormat:
        letters, font = QTextCharFormat(), QFont(self._look.font(role))
        if weight:
            font.setVariableAxis(QFont.Tag("wght"), weight)
        letters.setFont(font)
        letters.setForeground(QColor(self._look.colour(colour)))
        return letters

    # --------------------------------------------------------------------------------------------------- marking

    def _show_marks(self) -> None:
        query, marks = query_of(self._sought), list[QTextEdit.ExtraSelection]()
        block = self.document().begin()
        while query.terms and block.isValid() and len(marks) < MOST_MARKS:
            marks += self._marks_in(block, places_of(query, block.text()))
            block = block.next()
        self.setExtraSelections(marks)

    def _marks_in(self, block: QTextBlock, places: list[tuple[int, int]]) -> list[QTextEdit.ExtraSelection]:
        found = []
        for start, end in all_in_units(block.text(), places):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(block)
            mark.cursor.setPosition(block.position() + start)
            mark.cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(self._look.colour("lamp"))
            mark.format.setForeground(self._look.colour("on-lamp"))
            found.append(mark)
        return found
