"""The calendar of a month: a shade where something was written, and nothing where nothing was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from guesthouse.qt.look import Look
from guesthouse.ui.journal.calendar_model import DAY, DAYS, WEEKS, WRITTEN, MonthModel
from guesthouse.ui.journal.words import month
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.quiet_list import Index

CELL = 30
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}


class Calendar(QWidget):
    """Shows a month at a time. Which days are marked it is told; which are looked for it tells."""

    month_shown = Signal(date, date)
    """Another month is shown: its first and last day. Its days wait to be marked."""
    day_chosen = Signal(object)
    """A date, or None where the chosen one was chosen again."""

    def __init__(self, look: Look, clock: Callable[[], datetime]) -> None:
        """The month of now."""
        super().__init__()
        self._look, self._clock = look, clock
        self.chosen: date | None = None
        self._model = MonthModel(clock().date(), self)
        self.days = MonthTable(look, self._model, self)
        self.days.walked.connect(self._walk)
        self.days.pressed_day.connect(self._press)
        self._title = label(look, "button", wrap=False)
        self.earlier = self._arrow(self.tr("Earlier month"))
        self.later = self._arrow(self.tr("Later month"))
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self._title, 1)
        top.addWidget(self.earlier)
        top.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.days)
        look.changed.connect(self._dress)
        self._dress()

    def shown(self) -> tuple[date, date]:
        """First and last day of the month that is shown."""
        return self._model.first, self._model.last

    def show_month(self, day: date) -> None:
        """Show the month in which this day lies."""
        if day.replace(day=1) != self._model.first:
            self._model.show(day)
            self._dress()
            self.month_shown.emit(*self.shown())

    def mark_days(self, written: Mapping[date, int]) -> None:
        """How many entries the days of this month have."""
        self._model.mark(written)

    def choose(self, day: date | None) -> None:
        """This day is the one that is looked for, or none; nothing is told."""
        self.chosen = day
        if day is not None:
            self.show_month(day)
        self.days.viewport().update()

    def today(self) -> date:
        """The day it is."""
        return self._clock().date()

    def beginning(self) -> date:
        """Where the keyboard begins in this month: at the day that is chosen, or today, or the first."""
        first, last = self.shown()
        return next((day for day in (self.chosen, self.today()) if day is not None and first <= day <= last), first)

    def _arrow(self, name: str) -> QPushButton:
        button = pill(self._look, "")
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _turn(self, months: int) -> None:
        first, last = self.shown()
        self.show_month(first - timedelta(days=1) if months < 0 else last + timedelta(days=1))

    def _walk(self, day: date) -> None:
        """The keyboard goes to a day, into the next month where it lies there."""
        self.show_month(day)
        self.days.setCurrentIndex(self._model.place_of(day))

    def _press(self, day: date) -> None:
        self.choose(None if day == self.chosen else day)
        self.day_chosen.emit(self.chosen)

    def _dress(self) -> None:
        self._title.setText(month(self._model.first.isoformat()))
        self.earlier.setIcon(self._look.icon("caret-left", "soft", size=16))
        self.later.setIcon(self._look.icon("caret-right", "soft", size=16))
        side = self._look.px(36)
        for button in (self.earlier, self.later):
            button.setFixedSize(side, side)
            button.setStyleSheet("padding: 0;")
        self.days.fit()


class MonthTable(QTableView):
    """The days, as a table one can walk through with the arrows and beyond its edges."""

    walked = Signal(date)
    pressed_day = Signal(date)

    def __init__(self, look: Look, model: MonthModel, calendar: Calendar) -> None:
        """The days of this model, painted as this calendar wants them."""
        super().__init__()
        self._look, self._month, self._calendar = look, model, calendar
        self.setModel(model)
        self.setItemDelegate(DayCells(look, calendar))
        self.setAccessibleName(self.tr("Calendar"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setStyleSheet(
            "QTableView, QTableView:focus { border: none; }"
            "QHeaderView, QHeaderView::section { background: transparent; border: none; padding: 0; }"
        )
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setAccessibleName(self.tr("Weeks"))
        self.findChildren(QAbstractButton)[0].setAccessibleName(self.tr("Whole month"))  # Qt's own, out of sight
        across = self.horizontalHeader()
        across.setAccessibleName(self.tr("Days of the week"))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clicked.connect(self._press)

    def fit(self) -> None:
        """As tall as its weeks."""
        cell = self._look.px(CELL)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(8)
        header.setFont(self._look.font("small"))
        header.setFixedHeight(cell)
        self.verticalHeader().setMinimumSectionSize(cell)
        self.verticalHeader().setDefaultSectionSize(cell)
        self.setFixedHeight(cell * (WEEKS + 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on where it was in this month, or begins where the calendar says."""
        if self._month.day(self.currentIndex()) is None:  # before Qt takes the first cell there is
            self.setCurrentIndex(self._month.place_of(self._calendar.beginning()))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk by days and weeks, Page Up and Down by months, Home and End within one; Enter chooses."""
        day = self._month.day(self.currentIndex())
        if day is None:
            super().keyPressEvent(event)
        elif event.key() in STEPS:
            self.walked.emit(_moved(day, STEPS[Qt.Key(event.key())]))
        elif event.key() == Qt.Key.Key_PageUp:
            self.walked.emit(_in_month(self._month.first - timedelta(days=1), day.day))
        elif event.key() == Qt.Key.Key_PageDown:
            self.walked.emit(_in_month(self._month.last + timedelta(days=1), day.day))
        elif event.key() == Qt.Key.Key_Home:
            self.walked.emit(self._month.first)
        elif event.key() == Qt.Key.Key_End:
            self.walked.emit(self._month.last)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed_day.emit(day)
        else:
            super().keyPressEvent(event)

    def _press(self, index: QModelIndex) -> None:
        day = self._month.day(index)
        if day is not None:
            self.pressed_day.emit(day)


class DayCells(QStyledItemDelegate):
    """A number; on a round ground where something was written, in a ring today, filled where it is looked for."""

    def __init__(self, look: Look, calendar: Calendar) -> None:
        """Cells of this calendar."""
        super().__init__(calendar)
        self._look, self._calendar = look, calendar

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One day."""
        day = index.data(DAY)
        if day is None:
            return
        look, today = self._look, self._calendar.today()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = QRectF(option.rect)
        side = min(cell.width(), cell.height()) - 3
        round_ = QRectF(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side)
        chosen = day == self._calendar.chosen
        colour = "ink" if day <= today else "soft"
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or index.data(WRITTEN):
            painter.setBrush(look.colour("sage" if chosen else "sage-pale"))
            painter.drawEllipse(round_)
            colour = "on-sage" if chosen else "sage-ink"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("well"))
            painter.drawEllipse(round_)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == today:
            painter.setPen(QPen(look.colour("sage"), 1.6))
            painter.drawEllipse(round_.adjusted(0.8, 0.8, -0.8, -0.8))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawEllipse(round_.adjusted(-1, -1, 1, 1))
        painter.setFont(look.font("small"))
        painter.setPen(look.colour(colour))
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))
        painter.restore()


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _in_month(month_: date, number: int) -> date:
    """The day of this number in a month, or its last."""
    last = (month_.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return month_.replace(day=min(number, last.day))
