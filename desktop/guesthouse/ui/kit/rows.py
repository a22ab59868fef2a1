"""How the things of a shelf are painted, and the list they stand in, which is as tall as its rows."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from guesthouse.domain.kit import Comfort
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.lines import Setting, balanced
from guesthouse.ui.kit.shelf_model import COMFORT, ShelfModel, whole
from guesthouse.ui.parts.quiet_list import Index, QuietList, Rows

PAD = 14
ABOVE = 10
GAP = 4
MOST_LINES = 6
"""So much of long words stands in a row; all of them stand in the field when it is opened, and are read aloud."""
SETTINGS_KEPT = 1000


class ShelfRows(Rows):
    """The words in the reading type, and under them the second line."""

    def __init__(self, look: Look, role: str, parent: QWidget) -> None:
        """Rows whose words are set in ``role``."""
        super().__init__(look, parent)
        self._role = role
        self._kept: OrderedDict[tuple[str, str, int], Setting] = OrderedDict()
        self.open_row, self.open_height = -1, 0
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Hold nobody's words."""
        self._kept.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need; the row that is open as high as its fields."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        thing = index.data(COMFORT)
        if not isinstance(thing, Comfort):
            return QSize(0, 0)
        if index.row() == self.open_row:
            return QSize(0, self.open_height)
        height = sum(setting.size.height() for setting, _ in self._settings(thing, width - 2 * PAD))
        return QSize(0, ceil(height) + (GAP if thing.detail else 0) + 2 * ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One thing; nothing under its fields."""
        thing = index.data(COMFORT)
        if not isinstance(thing, Comfort) or index.row() == self.open_row:
            return
        painter.save()
        self.ground(painter, option)
        room = QRectF(option.rect).adjusted(PAD, ABOVE, -PAD, -ABOVE)
        top = room.top()
        for setting, colour in self._settings(thing, round(room.width())):
            painter.setPen(self._look.colour(colour))
            rightwards = _runs_to_the_left(setting.layout.text(), option.direction)
            left = room.right() - setting.size.width() if rightwards else room.left()
            setting.draw(painter, QPointF(left, top))
            top += setting.size.height() + GAP
        painter.restore()

    def _settings(self, thing: Comfort, width: int) -> list[tuple[Setting, str]]:
        laid = [(self._setting(self._role, thing.words, width), "ink")]
        if thing.detail:
            laid.append((self._setting("soft", thing.detail, width), "soft"))
        return laid

    def _setting(self, role: str, text: str, width: int) -> Setting:
        key = (role, text, width)
        setting = self._kept.get(key)
        if setting is None:
            font = self._look.font(role)
            setting = self._kept[key] = balanced(text, font, max(24, width), MOST_LINES, centred=False)
            if len(self._kept) > SETTINGS_KEPT:
                self._kept.popitem(last=False)
        return setting


class ShelfList(QuietList):
    """One shelf to read and to walk along. What it stands on scrolls, and ``walked`` tells where the keyboard is."""

    walked = Signal(QRect)
    fitted = Signal()  # the rows have other places

    def __init__(self, look: Look, name: str, model: ShelfModel, role: str = "words") -> None:
        """The list of ``model``, called ``name``."""
        super().__init__(look, name)
        self.rows = ShelfRows(look, role, self)
        self.setModel(model)
        self.setItemDelegate(self.rows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for told in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged):
            told.connect(self.fit)
        look.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Be as tall as the rows; an empty list is no stop of Tab."""
        rows = range(self.model().rowCount())
        if not rows:
            self.rows.forget()
        self.setFixedHeight(max(1, sum(self.sizeHintForRow(row) for row in rows)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)
        self.doItemsLayout()
        self.fitted.emit()

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Bring what the arrow keys have reached into sight."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.walked.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying takes the words of the row one stands at."""
        thing = self.currentIndex().data(COMFORT)
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(thing, Comfort):
            QGuiApplication.clipboard().setText(whole(thing))
            return
        super().keyPressEvent(event)


def _runs_to_the_left(text: str, direction: Qt.LayoutDirection) -> bool:
    """By the first letter with a direction; where there is none, as the window does."""
    strong = (kind for kind in map(unicodedata.bidirectional, text[:200]) if kind in ("L", "R", "AL"))
    return next(strong, "R" if direction == Qt.LayoutDirection.RightToLeft else "L") != "L"
