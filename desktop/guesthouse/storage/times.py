"""Times in the file: UTC in ISO 8601, all as wide, so that they sort as text; beside it the local offset in minutes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from guesthouse.errors import FileDamaged


def stored(moment: datetime) -> tuple[str, int]:
    """An aware time as the two columns that keep it; a naive one raises ValueError."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a time needs its offset")
    text = moment.astimezone(UTC).isoformat(timespec="microseconds")
    return text.replace("+00:00", "Z"), round(offset.total_seconds() / 60)


def restored(text: str, offset: int) -> datetime:
    """The aware time again, as the clock on the wall showed it then.

    Raises FileDamaged where it is none: a plain file has no checksums, and a bit on the disk may have turned over.
    """
    try:
        return datetime.fromisoformat(text).astimezone(timezone(timedelta(minutes=offset)))
    except (ValueError, TypeError, OverflowError):
        raise FileDamaged from None
