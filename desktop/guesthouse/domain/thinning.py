"""Which copies are kept as time goes on, and when another one is due.

Nothing here asks what day it is today to decide what goes: the days, weeks and months are those that have copies. So a
clock that stands in another year, or a year without the app, removes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, timedelta

from guesthouse.domain.safekeeping import Backup, Why

DAYS, WEEKS, MONTHS = 7, 4, 12
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def fresh(made: datetime, now: datetime) -> bool:
    """Whether a copy of that time makes another one needless today.

    One from the future counts for nothing, or a clock that was set back would keep others from being made until then;
    but for the hour by which summer time ends.
    """
    return -HOUR <= now - made < DAY


def doomed(copies: Iterable[Backup]) -> list[Backup]:
    """Those that may go: of the copies made by themselves, all that stand for no day, week or month.

    Kept are the newest of each of the last 7 days, 4 weeks and 12 months that have one, and whatever was made before a
    change within those 7 days. What was made by hand, or has another name than ours, is never among those that may go.
    """
    ours = sorted(
        (copy for copy in copies if copy.why not in (None, Why.BY_HAND)),
        key=lambda copy: (copy.made, copy.file.name),
        reverse=True,
    )
    kept = {*_newest(ours, _day, DAYS), *_newest(ours, _week, WEEKS), *_newest(ours, _month, MONTHS)}
    days = {_day(copy.made) for copy in _newest(ours, _day, DAYS)}
    kept.update(copy for copy in ours if copy.why is not Why.DAILY and _day(copy.made) in days)
    return [copy for copy in ours if copy not in kept]


def _newest(copies: Sequence[Backup], of: Callable[[datetime], Hashable], most: int) -> list[Backup]:
    """The first of each time there is, for the first so many times; ``copies`` come newest first."""
    found: dict[Hashable, Backup] = {}
    for copy in copies:
        found.setdefault(of(copy.made), copy)
    return list(found.values())[:most]


def _day(made: datetime) -> Hashable:
    return made.date()


def _week(made: datetime) -> Hashable:
    return made.isocalendar()[:2]


def _month(made: datetime) -> Hashable:
    return made.year, made.month
