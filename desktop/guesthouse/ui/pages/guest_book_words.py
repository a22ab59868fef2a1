"""The guest book's facts in plain words: when, how long, how often, and how a visit ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from guesthouse.domain.thought import Wording
from guesthouse.domain.visit import Departure, Guest, Visit
from guesthouse.ui.canvas.wording import choices

NAMED_DAYS = 6
"""So many days back a weekday's name says which day it was."""


def last_seen(when: datetime, now: datetime) -> str:
    """ "here on Thursday": the day as it was where the person was."""
    say = QCoreApplication.translate
    days = (now.date() - when.date()).days
    if days == 0:
        return say("GuestBook", "here today")
    if days == 1:
        return say("GuestBook", "here yesterday")
    if 1 < days <= NAMED_DAYS:
        return say("GuestBook", "here on {weekday}").format(weekday=QLocale().toString(_day(when), "dddd"))
    return say("GuestBook", "here on {date}").format(date=date_of(when, now))


def first_seen(when: datetime, now: datetime) -> str:
    """ "first came 3 May 2026"."""
    say = QCoreApplication.translate
    days = (now.date() - when.date()).days
    if days == 0:
        return say("GuestBook", "first came today")
    if days == 1:
        return say("GuestBook", "first came yesterday")
    return say("GuestBook", "first came {date}").format(date=QLocale().toString(_day(when), "d MMMM yyyy"))


def date_of(when: datetime, now: datetime) -> str:
    """ "3 May", with its year where that is another one."""
    return QLocale().toString(_day(when), "d MMMM" if when.year == now.year else "d MMMM yyyy")


def visits_of(count: int) -> str:
    """How often it came."""
    if count == 1:
        return QCoreApplication.translate("GuestBook", "1 visit")
    return QCoreApplication.translate("GuestBook", "{count} visits").format(count=QLocale().toString(count))


def summary(guest: Guest, now: datetime) -> str:
    """Visits, last and first seen, on one line."""
    facts = [visits_of(guest.visits), last_seen(guest.last_seen, now)]
    if guest.visits > 1:
        facts.append(first_seen(guest.first_seen, now))
    return " · ".join(facts)


def arrival(visit: Visit, now: datetime) -> str:
    """ "Thursday 12 November, 21:40": when it came."""
    pattern = "dddd d MMMM" if visit.arrived.year == now.year else "dddd d MMMM yyyy"
    clock = QLocale().toString(QTime(visit.arrived.hour, visit.arrived.minute), QLocale.FormatType.ShortFormat)
    return f"{QLocale().toString(_day(visit.arrived), pattern)}, {clock}"


def stay(visit: Visit) -> str:
    """How long it stayed and how it left."""
    say = QCoreApplication.translate
    if visit.departure is None:
        return say("GuestBook", "here now")
    left = {
        Departure.OVER_THE_HILL: say("GuestBook", "went on"),
        Departure.STOPPED: say("GuestBook", "left when the exercise was stopped"),
        Departure.APP_CLOSED: say("GuestBook", "left when the app closed"),
    }[visit.departure]
    if visit.departed is None:
        return left
    stayed = say("GuestBook", "stayed {time}").format(time=duration(visit.departed - visit.arrived))
    return say("GuestBook", "{stayed}, {left}").format(stayed=stayed, left=left)


def duration(length: timedelta) -> str:
    """A length of time as one says it; a clock that was set back counts as no time."""
    say = QCoreApplication.translate
    minutes = max(0, round(length.total_seconds() / 60))
    hours = round(minutes / 60)
    if minutes < 1:
        return say("GuestBook", "less than a minute")
    if minutes == 1:
        return say("GuestBook", "a minute")
    if minutes < 60:
        return say("GuestBook", "{count} minutes").format(count=minutes)
    if hours == 1:
        return say("GuestBook", "an hour")
    if hours < 48:
        return say("GuestBook", "{count} hours").format(count=hours)
    return say("GuestBook", "{count} days").format(count=round(hours / 24))


def setting(visit: Visit, scenes: dict[str, str]) -> str:
    """In which scene, and with which wording."""
    named = dict(choices())
    place = scenes.get(visit.scene, visit.scene.replace("-", " ").capitalize())
    said = named[Wording(visit.wording)]
    return " · ".join(part for part in (place, said) if part)


def _day(when: datetime) -> QDate:
    return QDate(when.year, when.month, when.day)


def what_goes(guest: Guest) -> str:
    """What goes when this guest is forgotten, and what does not."""
    say = QCoreApplication.translate
    if guest.visits == 1:
        visits = say("GuestBook", "its one visit")
    else:
        visits = say("GuestBook", "all of its {count} visits").format(count=QLocale().toString(guest.visits))
    if guest.theme:
        goes = say("GuestBook", "Its words, {visits} and the name you gave it go for good and cannot be brought back.")
    else:
        goes = say("GuestBook", "Its words and {visits} go for good and cannot be brought back.")
    elsewhere = say(
        "GuestBook", "Where you took it into an exercise, a practice or the journal, it stays, and can be erased there."
    )
    stays = say(
        "GuestBook", "Backups that were made before still hold it. If the thought comes again, it is a new guest."
    )
    return "\n\n".join((goes.format(visits=visits), elsewhere, stays))
