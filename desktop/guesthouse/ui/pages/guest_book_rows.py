"""How guests and visits are painted in their lists, and the lists themselves."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from guesthouse.domain.visit import Guest
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.lines import LEADING, Setting, balanced, displayed
from guesthouse.ui.pages.guest_book_model import GUEST, GuestsModel, VisitsModel
from guesthouse.ui.pages.guest_book_words import summary
from guesthouse.ui.parts.quiet_list import Index, QuietList, Rows
from guesthouse.ui.parts.walked_list import WalkedList

Figures = Callable[[int, int, float], QPixmap]
"""The picture of a guest by its seed, at a height in pixels and a pixel ratio."""

PAD = 14
FIGURE = 52
SETTINGS_KEPT = 400


class GuestRows(Rows):
    """Figure, words in at most two balanced lines, and below them the theme, the visits and when it was here."""

    def __init__(self, look: Look, figures: Figures, parent: QWidget) -> None:
        """All rows have one height, so that nobody must be read to know how long the list is."""
        super().__init__(look, parent)
        self._figures = figures
        self._kept: OrderedDict[tuple[str, str, int], Setting] = OrderedDict()
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Hold nobody's words."""
        self._kept.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of words and one of facts, or the figure."""
        words = QFontMetricsF(self._look.font("words")).lineSpacing() * (1 + LEADING)
        text = words + self._facts_height() + 4
        return QSize(self._look.px(200), ceil(max(text, self._look.px(FIGURE)) + 2 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One guest."""
        guest = index.data(GUEST)
        if not isinstance(guest, Guest):
            return
        painter.save()
        self.ground(painter, option)
        row, mirrored = QRectF(option.rect), option.direction == Qt.LayoutDirection.RightToLeft
        picture = QRectF(row.left() + PAD, row.top(), self._look.px(FIGURE), row.height())
        left = picture.right() + PAD
        text = QRectF(left, row.top(), max(24.0, row.right() - PAD - left), row.height())
        if mirrored:
            picture.moveRight(row.right() - PAD)
            text.moveLeft(row.left() + PAD)
        self._picture(painter, picture, guest.seed)
        model = cast(GuestsModel, index.model())
        self._text(painter, text, guest, summary(guest, model.now))
        painter.restore()

    def _picture(self, painter: QPainter, room: QRectF, seed: int) -> None:
        height = round(self._look.px(FIGURE) * 0.86)
        pixmap = self._figures(seed, height, painter.device().devicePixelRatioF())
        size = pixmap.deviceIndependentSize()
        at = QPointF(room.center().x() - size.width() / 2, room.center().y() - size.height() / 2)
        painter.drawPixmap(QPointF(round(at.x()), round(at.y())), pixmap)

    def _text(self, painter: QPainter, room: QRectF, guest: Guest, facts: str) -> None:
        words, below = self._setting(guest, room.width()), self._facts_height()
        top = room.center().y() - (words.size.height() + 4 + below) / 2
        painter.setPen(self._look.colour("ink"))
        rightwards = _begins_at_the_right(guest.words)
        words.draw(painter, QPointF(room.right() - words.size.width() if rightwards else room.left(), top))
        line = QRectF(room.left(), top + words.size.height() + 4, room.width(), below)
        if guest.theme:
            theme = " ".join(displayed(guest.theme).split())
            needed = QFontMetricsF(self._look.font("pill")).horizontalAdvance(theme) + 2
            width = min(needed, room.width() * 0.6)
            self.line(painter, _part(painter, line, 0, width), "pill", "sage-ink", theme)
            line, facts = _part(painter, line, width, line.width() - width), f" · {facts}"
        self.line(painter, line, "small", "soft", facts)

    def _setting(self, guest: Guest, width: float) -> Setting:
        key = (guest.id, guest.words, round(width))
        setting = self._kept.get(key)
        if setting is None:
            words = " ".join(guest.words.split()) or guest.words
            setting = self._kept[key] = balanced(words, self._look.font("words"), width, 2, centred=False)
            if len(self._kept) > SETTINGS_KEPT:
                self._kept.popitem(last=False)
        return setting

    def _facts_height(self) -> float:
        return max(QFontMetricsF(self._look.font(role)).height() for role in ("small", "pill"))


class VisitRows(Rows):
    """When it came; how long it stayed and how it left; in which setting; and its words where they were others."""

    ROLES = (("body", "ink"), ("soft", "ink"), ("small", "soft"), ("words", "ink"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line for each."""
        lines = cast(VisitsModel, index.model()).lines(index.row())
        return QSize(self._look.px(160), sum(self._heights()[: len(lines)]) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One visit."""
        painter.save()
        self.ground(painter, option)
        rect = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        top = rect.top()
        lines = cast(VisitsModel, index.model()).lines(index.row())
        for text, height, (role, colour) in zip(lines, self._heights(), self.ROLES, strict=False):
            shown = " ".join(displayed(text).split())
            self.line(painter, QRectF(rect.left(), top, rect.width(), height), role, colour, shown)
            top += height
        painter.restore()

    def _heights(self) -> list[int]:
        return [QFontMetrics(self._look.font(role)).height() + 2 for role, _ in self.ROLES]


class GuestList(WalkedList):
    """All rows equally high."""

    def __init__(self, look: Look, figures: Figures) -> None:
        """An empty list."""
        super().__init__(look, "")
        self.setAccessibleName(self.tr("Guests"))
        self.setUniformItemSizes(True)
        self.rows = GuestRows(look, figures, self)
        self.setItemDelegate(self.rows)


class VisitList(QuietList):
    """As tall as its rows; the page it stands on scrolls, and ``walked`` tells where the keyboard is."""

    walked = Signal(QRect)

    def __init__(self, look: Look, model: VisitsModel) -> None:
        """The list of the visits in ``model``."""
        super().__init__(look, "")
        self.setAccessibleName(self.tr("Visits"))
        self.setModel(model)
        self.setItemDelegate(VisitRows(look, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self._fit)
        look.changed.connect(self._fit)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Bring what the arrow keys have reached into sight."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.walked.emit(self.visualRect(current))

    def _fit(self) -> None:
        rows = range(self.model().rowCount())
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in rows) + 2)


def _part(painter: QPainter, line: QRectF, start: float, width: float) -> QRectF:
    """A part of a line, counted from where reading starts."""
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return QRectF(line.right() - start - width if mirrored else line.left() + start, line.top(), width, line.height())


def _begins_at_the_right(words: str) -> bool:
    """Whether the first letter with a direction belongs to a script that runs to the left."""
    strong = (kind for kind in map(unicodedata.bidirectional, words[:200]) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
