"""What Today says of hours and days."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from guesthouse.domain.visit import Guest
from guesthouse.ui.pages.guest_book_words import date_of, last_seen

NAMED_DAYS = 6
"""So many days back a weekday's name says which day it was."""

MORNING, AFTERNOON, EVENING = 5, 12, 18
"""The hours they begin at; before the first it is night."""


def greeting(now: datetime) -> str:
    """By the time of day; at night nobody is told that it is late."""
    say = QCoreApplication.translate
    if now.hour < MORNING:
        return say("Today", "Hello.")
    if now.hour < AFTERNOON:
        return say("Today", "Good morning.")
    if now.hour < EVENING:
        return say("Today", "Good afternoon.")
    return say("Today", "Good evening.")


def part_of_day(when: datetime, now: datetime) -> str:
    """ "This morning", "Yesterday evening", "Thursday afternoon", "3 May"."""
    say = QCoreApplication.translate
    here = when.astimezone(now.tzinfo)
    days = (now.date() - here.date()).days
    part = _part(here)
    if days == 0:
        return (
            say("Today", "Last night"),
            say("Today", "This morning"),
            say("Today", "This afternoon"),
            say("Today", "This evening"),
        )[part]
    if days == 1:
        return (
            say("Today", "The night before last"),
            say("Today", "Yesterday morning"),
            say("Today", "Yesterday afternoon"),
            say("Today", "Yesterday evening"),
        )[part]
    if 1 < days <= NAMED_DAYS:
        pattern = (
            say("Today", "{weekday}, early"),
            say("Today", "{weekday} morning"),
            say("Today", "{weekday} afternoon"),
            say("Today", "{weekday} evening"),
        )[part]
        return pattern.format(weekday=QLocale().toString(QDate(here.year, here.month, here.day), "dddd"))
    return date_of(here, now)


def called(guest: Guest) -> str:
    """A guest by its theme, never by its words: they may be hard to meet unasked."""
    theme = " ".join((guest.theme or "").split())
    if theme:
        return theme
    say = QCoreApplication.translate
    return say("Today", "A new guest") if guest.visits == 1 else say("Today", "A guest")


def was_here(guest: Guest, now: datetime) -> str:
    """ "came today", "here on Thursday"."""
    if guest.visits == 1 and guest.first_seen.date() == now.date():
        return QCoreApplication.translate("Today", "came today")
    return last_seen(guest.last_seen, now)


def _part(when: datetime) -> int:
    return sum(when.hour >= begins for begins in (MORNING, AFTERNOON, EVENING))
