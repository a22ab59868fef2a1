"""Hours as other programs write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

NOON = time(12)
"""A day without an hour is at noon."""

_DAY = re.compile(r"(?<!\d)(\d{4})[-_. /]?(\d{2})[-_. /]?(\d{2})(?!\d)")
_CLOCK = re.compile(
    r"^[T _,-]*(?:at )?(\d{1,2})[:.h_-](\d{2})(?:[:._](\d{2}))?(?:[.,]\d+)?\s*([AaPp])?\.?(?:[Mm]\.?)?(?![\d:])"
)


def placed(when: datetime, zone: tzinfo) -> datetime:
    """An aware time with a fixed offset; one without a zone is taken as the clock on the wall in ``zone``."""
    aware = when if when.tzinfo is not None else when.replace(tzinfo=zone)
    return datetime.fromisoformat(aware.isoformat())


def iso(text: str, zone: tzinfo) -> datetime | None:
    """A time in ISO 8601, a day alone at noon; None if it is none."""
    text = text.strip()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return placed(datetime.combine(datetime.fromisoformat(text).date(), NOON), zone)
        return placed(datetime.fromisoformat(text), zone)
    except (ValueError, OverflowError):
        return None


def in_zone(utc: datetime, name: str, zone: tzinfo) -> datetime:
    """A time as the clock showed it in the zone of this name; where the zone is not known, in ``zone``."""
    aware = utc if utc.tzinfo is not None else utc.replace(tzinfo=UTC)
    return placed(aware.astimezone(zone_named(name, zone)), zone)


def zone_named(name: str, otherwise: tzinfo | None) -> tzinfo:
    """The time zone of this name; ``otherwise`` (or UTC) where the system does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return otherwise or UTC


def first_in(text: str, zone: tzinfo) -> tuple[datetime, int, int] | None:
    """The first day in a text, with the hour behind it if there is one; and where it begins and ends there."""
    for found in _DAY.finditer(text):
        try:
            year, month, number = (int(part) for part in found.groups())
            day = date(year, month, number)
        except ValueError:
            continue
        end = found.end()
        hour = _CLOCK.match(text[end:])
        moment = _hour(hour) if hour is not None else None
        if hour is not None and moment is not None:
            end += hour.end()
        return placed(datetime.combine(day, moment or NOON), zone), found.start(), end
    return None


def _hour(found: re.Match[str]) -> time | None:
    hour, minute, second = int(found.group(1)), int(found.group(2)), int(found.group(3) or 0)
    half = (found.group(4) or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        return None
