"""What becomes of two states of one thing, one here and one in an export; told in docs/export-format.md.

A thing is a record: the plain table that stands for it in an export, its times as text (see formats/archive_form.py).
Each rule gives the same whichever of the two is here, and the same once more when the result meets one of them again.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

Record = dict[str, Any]

NO_HOUR = "9999"
"""Later than every hour as text: of what was never seen."""


def merged(kind: str, here: Record, there: Record) -> Record:
    """The one thing that both are. ``here`` and ``there`` have one key; drafts, guests and kit have their own rules."""
    return RULES.get(kind, newer)(here, there)


def newer(here: Record, there: Record) -> Record:
    """The one that was changed last, as a whole; of two changed at once the one whose text sorts last."""
    return max(here, there, key=lambda record: (record["updated"], canonical(record)))


def stays(here: Record, _there: Record) -> Record:
    """What is half-typed here is not replaced: it does not matter which is here, but for this."""
    return here


def of_guest(here: Record, there: Record, *, here_first: str, there_first: str) -> Record:
    """Words as they were typed first, a theme rather than none; ``…_first`` is each side's first visit, as UTC."""
    words = min((here_first, here["words"]), (there_first, there["words"]))[1]
    themed = [side for side in (here, there) if side["theme"] is not None]
    theme = max(themed, key=lambda side: (side["updated"], side["theme"]))["theme"] if themed else None
    updated = max(here["updated"], there["updated"])
    return {**here, "words": words, "theme": theme, "updated": updated}


def _visit(here: Record, there: Record) -> Record:
    """One that has ended rather than one that goes on, one whose end was seen rather than one that broke off."""
    return max(here, there, key=lambda one: (*_ended(one, "departure", "departed"), one["updated"], canonical(one)))


def _ended(one: Record, how: str, when: str) -> tuple[bool, bool]:
    return one[how] is not None, one[when] is not None


def _entry(here: Record, there: Record) -> Record:
    """The newer one with all its words, tags and thoughts; out of the drawer rather than in it, else the longer in it.

    Going into the drawer and out of it is no change of an entry, so it is weighed apart.
    """
    sides = [{**side, "deleted": None, "source": None} for side in (here, there)]
    deleted = [here["deleted"], there["deleted"]]
    source = max(filter(None, (here["source"], there["source"])), default=None)
    return {**newer(*sides), "deleted": None if None in deleted else max(deleted), "source": source}


def _sitting(here: Record, there: Record) -> Record:
    """One that has ended rather than one that goes on, else the newer; answers of both, unless they are elsewhere."""
    winner = max(
        here, there, key=lambda one: (one["state"] != "going", one["updated"], canonical({**one, "answers": None}))
    )
    answers = joined(here["answers"], there["answers"]) if winner["kept"] == "here" else []
    return {**winner, "answers": answers}


def joined(here: Iterable[Record], there: Iterable[Record]) -> list[Record]:
    """Answers of both sides, for each key the newer, in the order of their keys."""
    answers: dict[str, Record] = {}
    for answer in (*here, *there):
        known = answers.get(answer["key"])
        answers[answer["key"]] = answer if known is None else newer(known, answer)
    return [answers[key] for key in sorted(answers)]


def _standing(here: Record, there: Record) -> Record:
    """The newer; that it did not sit well is kept from whichever said so last."""
    unwell = max(filter(None, (here["unwell"], there["unwell"])), default=None)
    sides = [{**side, "unwell": None} for side in (here, there)]
    return {**newer(*sides), "unwell": unwell}


def _kit(here: Record, there: Record) -> Record:
    """The newer; where only the places differ, the lower one (see :func:`pushed`)."""
    place = max((side["updated"], side["place"]) for side in (here, there))[1]
    return {**newer({**here, "place": 0}, {**there, "place": 0}), "place": place}


RULES: Mapping[str, Callable[[Record, Record], Record]] = {
    "drafts": stays,
    "half_done": stays,
    "visits": _visit,
    "entries": _entry,
    "sittings": _sitting,
    "standings": _standing,
    "kit": _kit,
}


def pushed(shelf: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Places on a shelf of the kit, each taken once: what would share one makes room downwards. From place and id."""
    places: dict[str, int] = {}
    last: int | None = None
    for place, id_ in sorted(shelf):
        last = place if last is None else max(place, last + 1)
        places[id_] = last
    return places


def ids_of(claims: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """One id for each guest, by its identity: the first of those it has here and there.

    Where an id is claimed by two, which no file of ours does, the second gets one that follows from its identity.
    """
    given: dict[str, str] = {}
    taken: set[str] = set()
    for identity in sorted(claims):
        wanted = min(claims[identity])
        id_ = id_from(identity) if wanted in taken else wanted
        given[identity] = id_
        taken.add(id_)
    return given


def id_from(identity: str) -> str:
    """A UUID that follows from an identity."""
    return str(uuid.UUID(bytes=hashlib.sha256(identity.encode()).digest()[:16], version=4))


def canonical(record: Mapping[str, Any]) -> str:
    """A record as one text, the same for the same record; bytes by their hash."""
    return json.dumps(record, sort_keys=True, default=_digest)


def as_utc(hour: str) -> str:
    """A time with its offset as one in UTC, so that it sorts as text."""
    return datetime.fromisoformat(hour).astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _digest(data: object) -> str:
    if not isinstance(data, bytes):
        raise TypeError("it is of no kind that stands in a record")
    return hashlib.sha256(data).hexdigest()
