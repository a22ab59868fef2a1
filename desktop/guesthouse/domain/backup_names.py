"""The names of copies: `guesthouse-20261125-234105-312-daily.db`.

Day and hour as the clock on the wall showed them, how many visits and entries are inside, and what it was made for
(:class:`~guesthouse.domain.safekeeping.Why`); a second one of the same second ends with `-2`. Names of the first
versions had no count and named the step they were made before: `guesthouse-20260301-213002-before-0002_journal.db`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from guesthouse.domain.safekeeping import Why

ENDING = ".db"
LEFTOVER = ".part"
MOST_OF_A_SECOND = 1000

_NAME = re.compile(
    r"guesthouse-(?P<day>\d{8})-(?P<hour>\d{6})-(?:(?P<count>\d{1,12})-)?"
    rf"(?P<why>{'|'.join(why.value for why in Why)}|before-\d{{4}}_[a-z0-9_]+)(?:-(?P<again>\d{{1,3}}))?\.db",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a name tells. ``count`` is None in names of the first versions."""

    made: datetime
    why: Why
    count: int | None = None
    again: int = 1


def names(made: datetime, count: int, why: Why) -> Iterator[str]:
    """The name for a copy, then those for more of them within the same second."""
    stem = f"guesthouse-{made:%Y%m%d-%H%M%S}-{count}-{why.value}"
    yield stem + ENDING
    yield from (f"{stem}-{again}{ENDING}" for again in range(2, MOST_OF_A_SECOND))


def read_name(name: str, zone: tzinfo | None) -> Named | None:
    """What a name tells, its hour taken as one in this zone; None where the name is not one of ours."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    day, hour, why = found["day"], found["hour"], found["why"]
    try:
        made = datetime(
            int(day[:4]), int(day[4:6]), int(day[6:]), int(hour[:2]), int(hour[2:4]), int(hour[4:]), tzinfo=zone
        )
    except ValueError:  # somebody else's idea of a date
        return None
    known = {each.value: each for each in Why}
    count = found["count"]
    return Named(
        made, known.get(why, Why.BEFORE_MIGRATION), None if count is None else int(count), int(found["again"] or 1)
    )


def is_leftover(name: str) -> bool:
    """Whether a file is what is left of a copy of ours that was cut short, or belongs to one that is being made."""
    stem, found, rest = name.partition(LEFTOVER)
    return bool(found) and rest in ("", "-journal", "-wal", "-shm") and _NAME.fullmatch(stem) is not None
