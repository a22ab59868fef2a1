"""What is counted in Settings, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from guesthouse.domain.listing import joined
from guesthouse.domain.safekeeping import Inside, Merging


def inside_told(inside: Inside) -> str:
    """ "12 guests, 40 visits and 3 entries": what there is of, and "nothing yet" where there is none of any."""
    counts = {"guests": inside.guests, "visits": inside.visits, "entries": inside.entries}
    return counts_told(counts) or QCoreApplication.translate("Settings", "nothing yet")


def counts_told(counts: Mapping[str, int]) -> str:
    """How many there are of each kind that there is; kinds without a name here are told together."""
    named = [counted(kind, count) for kind, count in counts.items() if count and kind in _names()]
    others = sum(count for kind, count in counts.items() if kind not in _names())
    return joined([*named, *([counted("", others)] if others else [])])


def counted(kind: str, count: int) -> str:
    """ "1 guest", "12 guests"."""
    names = _names()
    one, many = names.get(kind, names[""])
    return one if count == 1 else many.format(count=QLocale().toString(count))


def merging_told(merging: Merging) -> list[str]:
    """What an import would do, in sentences."""
    say = QCoreApplication.translate
    if merging.is_nothing:
        return [say("Settings", "Everything in it is here already. There is nothing to take in.")]
    lines = []
    if added := counts_told(merging.added):
        lines.append(say("Settings", "New here: {things}.").format(things=added))
    if changed := counts_told(merging.changed):
        lines.append(say("Settings", "Newer there than here, and brought up to date: {things}.").format(things=changed))
    if same := counts_told(merging.same):
        lines.append(say("Settings", "Here already, and left as they are: {things}.").format(things=same))
    return lines


def hour_told(when: datetime) -> str:
    """ "25 November 2026, 19:40", in the hours of here."""
    shown = QDateTime.fromSecsSinceEpoch(round(when.timestamp()))
    day = QLocale().toString(shown.date(), "d MMMM yyyy")
    hour = QLocale().toString(shown.time(), QLocale.FormatType.ShortFormat)
    return QCoreApplication.translate("Settings", "{day}, {hour}").format(day=day, hour=hour)


def _names() -> dict[str, tuple[str, str]]:
    """One and many of each kind; the last is of kinds that have no name here."""
    say = QCoreApplication.translate
    return {
        "guests": (say("Settings", "1 guest"), say("Settings", "{count} guests")),
        "visits": (say("Settings", "1 visit"), say("Settings", "{count} visits")),
        "entries": (say("Settings", "1 entry"), say("Settings", "{count} entries")),
        "pictures": (say("Settings", "1 picture"), say("Settings", "{count} pictures")),
        "noticings": (say("Settings", "1 noticing"), say("Settings", "{count} noticings")),
        "sittings": (say("Settings", "1 sitting"), say("Settings", "{count} sittings")),
        "own_practices": (say("Settings", "1 practice of your own"), say("Settings", "{count} practices of your own")),
        "own_prompts": (say("Settings", "1 prompt of your own"), say("Settings", "{count} prompts of your own")),
        "kit": (say("Settings", "1 comfort"), say("Settings", "{count} comforts")),
        "ratings": (say("Settings", "1 rating"), say("Settings", "{count} ratings")),
        "tags": (say("Settings", "1 tag"), say("Settings", "{count} tags")),
        "": (say("Settings", "1 other thing"), say("Settings", "{count} other things")),
    }
