"""A page with the thought on it, set in whatever type, colour, spacing and place one likes; the words never change."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.exercises.paper import RADIUS, SHADOW, paint_paper
from guesthouse.ui.parts.raw_words import raw_words

AIR, LITTLE = 32, 14
LOW = 220
"""A page of less height has less air above and below the words."""

LINE = 8
JOINED = ("ARABIC", "SYRIAC", "MONGOLIAN", "NKO", "DEVANAGARI", "BENGALI", "GURMUKHI")
"""Scripts whose letters hang together: there the room is put between words instead."""


@dataclass(frozen=True)
class Setting:
    """How words are set: ``space`` is a share of the size between letters, ``across`` and ``down`` are -1, 0 or 1.

    ``lines`` is the height of a line in hundredths of what the type asks for, ``above`` pixels over the first one.
    """

    font: QFont
    colour: QColor
    space: float = 0.0
    across: int = 0
    down: int = 0
    lines: int = 128
    above: float = 0.0


def hangs_together(words: str) -> bool:
    """Whether letters of this text must not be pulled apart."""
    return any(unicodedata.name(letter, "").startswith(JOINED) for letter in set(words))


class Dressed(QWidget):
    """A paper with words on it, to the letter; what has no room scrolls."""

    def __init__(self, look: Look, words: str, parent: QWidget) -> None:
        """Not placed, and not set in anything yet."""
        super().__init__(parent)
        self._look, self._set = look, Setting(QFont(), QColor())
        self.joined = hangs_together(words)
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The thought"))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setStyleSheet("QTextEdit { border: none; margin: 0; padding: 0; background: transparent; }")
        self.text.viewport().setAutoFillBackground(False)
        self.text.document().setDocumentMargin(0)
        self.text.installEventFilter(self)
        self.text.setPlainText(words)

    @property
    def setting(self) -> Setting:
        """How the words are set now."""
        return self._set

    @property
    def words(self) -> str:
        """What stands there, character for character."""
        return raw_words(self.text.document())

    def wear(self, setting: Setting) -> None:
        """Set the words so."""
        self._set = setting
        font = QFont(setting.font)
        room = setting.space * font.pixelSize()
        if self.joined:
            font.setWordSpacing(2.5 * room)
        else:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, room)
        self.text.setFont(font)
        self.text.document().setDefaultFont(font)
        option = QTextOption(self._across())
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.document().setDefaultTextOption(option)
        ink = QTextCharFormat()
        ink.setForeground(setting.colour)
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(ink)
        apart = QTextBlockFormat()
        apart.setLineHeight(setting.lines, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(apart)
        whole = self.text.document().rootFrame().frameFormat()
        whole.setTopMargin(setting.above)
        self.text.document().rootFrame().setFrameFormat(whole)
        self._fit()

    def place(self, paper: QRectF) -> None:
        """Let the page lie there, in the coordinates of the parent."""
        self.setGeometry(paper.toRect().adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))
        self._fit()

    @property
    def paper(self) -> QRectF:
        """Where the page lies, in the coordinates of the parent."""
        return QRectF(self.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW))

    def wanted(self, wide: float) -> float:
        """How high a page of this width would have to be for all the words in the middle of it."""
        self.text.document().setTextWidth(wide - 2 * AIR)
        return self.text.document().size().height() + 2 * LITTLE + 4

    @property
    def scrolls(self) -> bool:
        """Whether there are more words than have room at once."""
        return self.text.verticalScrollBar().maximum() > 0

    @property
    def sight(self) -> QRect:
        """The part of the parent in which words can be seen now."""
        view = self.text.viewport()
        return QRect(self.pos() + view.mapTo(self, view.rect().topLeft()), view.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, and the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_paper(painter, self._look, paper)
        if self.text.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(paper.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring is drawn around the page."""
        if isinstance(event, QFocusEvent):
            self.update()
        return False

    def _across(self) -> Qt.AlignmentFlag:
        if self._set.across == 0:
            return Qt.AlignmentFlag.AlignHCenter
        side = Qt.AlignmentFlag.AlignLeft if self._set.across < 0 else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _fit(self) -> None:
        """The words at their place on the page, or all over it where they need the room."""
        paper = self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        air = AIR if paper.height() > LOW else LITTLE
        inner = paper.adjusted(AIR, air, -AIR, -air)
        if inner.width() < 1 or inner.height() < 1:
            return
        wide = inner.width() if self._set.across == 0 else round(inner.width() * 0.72)
        self.text.document().setTextWidth(wide)
        tall = round(self.text.document().size().height()) + 2
        if tall > inner.height():
            self.text.setGeometry(paper.adjusted(AIR - LINE, LINE, LINE - AIR, -LINE))
            return
        spare = QRect(inner.left(), inner.top(), wide, tall)
        if self._set.across > 0:
            spare.moveRight(inner.right())
        spare.moveTop(inner.top() + (inner.height() - tall) * (self._set.down + 1) // 2)
        self.text.setGeometry(spare)
