"""The journal's facts in plain words: days, hours, how much there is."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

NAMED_DAYS = 6
"""So many days back a weekday's name says which day it was."""


def moment(when: datetime, now: datetime) -> str:
    """ "Sunday 22 November, 19:40", with its year where that is another one."""
    pattern = "dddd d MMMM" if when.year == now.year else "dddd d MMMM yyyy"
    return f"{QLocale().toString(_day(when), pattern)}, {hour(when)}"


def hour(when: datetime) -> str:
    """ "19:40", as the locale writes it."""
    return QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)


def short_moment(when: datetime, now: datetime) -> str:
    """ "Sunday 19:40" within the last week, "22 November" in this year, else "22 November 2025"."""
    days = (now.date() - when.date()).days
    if 0 <= days <= NAMED_DAYS:
        return f"{QLocale().toString(_day(when), 'dddd')} {hour(when)}"
    return QLocale().toString(_day(when), "d MMMM" if when.year == now.year else "d MMMM yyyy")


def month(day: str) -> str:
    """ "November 2026", from a day as ``YYYY-MM-DD``."""
    return QLocale().standaloneMonthName(int(day[5:7])) + " " + day[:4]


def whole_day(day: date) -> str:
    """ "Sunday 22 November 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")


def day_of_year(day: date) -> str:
    """ "22 November"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM")


def words_counted(count: int) -> str:
    """How many words there are; nothing where there are none."""
    if count == 0:
        return ""
    if count == 1:
        return QCoreApplication.translate("Journal", "1 word")
    return QCoreApplication.translate("Journal", "{count} words").format(count=QLocale().toString(count))


def entries_counted(count: int) -> str:
    """How many entries there are."""
    if count == 1:
        return QCoreApplication.translate("Journal", "1 entry")
    return QCoreApplication.translate("Journal", "{count} entries").format(count=QLocale().toString(count))


def untitled() -> str:
    """What an entry without a title is called."""
    return QCoreApplication.translate("Journal", "Untitled")


def _day(when: datetime) -> QDate:
    return QDate(when.year, when.month, when.day)
