"""The form of an export: which fields each kind has, and what may stand in them (docs/export-format.md).

A checked record is as the file gives it out again: times with six digits, those of changes in UTC, text that can be
stored, pictures as bytes. Fields that are not named here are passed over.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

from guesthouse.domain.kit import Shelf
from guesthouse.domain.practice_form import practice_of
from guesthouse.domain.ratings import MOST, NAMES, Moment
from guesthouse.domain.sitting import Kept, State, Verdict
from guesthouse.domain.thought import Wording, fold, storable
from guesthouse.domain.visit import Departure

FORMAT, VERSION = "guesthouse-export", 1
MOST_PICTURE = 64 << 20
MOST_NAME = 500
MOST_PIXELS = 1 << 20
MOST_PLACE = 1 << 40

_IDENTITY = re.compile(r"[0-9a-f]{64}")
_PICTURE_ID = re.compile(r"[0-9A-Za-z-]{1,100}")

Record = dict[str, Any]
Check = Callable[[Any], Any]


class Wrong(Exception):
    """Something that cannot stand there; it never holds what stands there. ``where`` is the field."""

    def __init__(self, where: str = "") -> None:
        """Name the field, once it is known."""
        super().__init__()
        self.where = where


def text(value: Any) -> str:
    """Any text."""
    if not isinstance(value, str):
        raise Wrong
    return storable(value)


def name(value: Any) -> str:
    """A short text that is not empty: an id, a key, a name of ours."""
    if not isinstance(value, str) or not 0 < len(value) <= MOST_NAME or storable(value) != value or "\0" in value:
        raise Wrong
    return value


def hour(value: Any) -> str:
    """A time with its offset, as the clock on the wall showed it; the offset in whole minutes."""
    when = _when(value)
    offset = when.utcoffset() or timedelta()
    minutes = timedelta(minutes=round(offset.total_seconds() / 60))
    try:
        return when.astimezone(UTC).astimezone(timezone(minutes)).isoformat(timespec="microseconds")
    except (OverflowError, ValueError):
        raise Wrong from None


def moment(value: Any) -> str:
    """A time in UTC."""
    try:
        return _when(value).astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    except (OverflowError, ValueError):
        raise Wrong from None


def _when(value: Any) -> datetime:
    try:
        when = datetime.fromisoformat(value)
    except (ValueError, TypeError):
        raise Wrong from None
    if when.tzinfo is None:
        raise Wrong
    return when


def whole(least: int, most: int) -> Check:
    """A whole number between these."""

    def check(value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise Wrong
        return value

    return check


def one_of(kind: type[StrEnum]) -> Check:
    """One of these words."""
    known = {str(one) for one in kind}

    def check(value: Any) -> str:
        if not isinstance(value, str) or value not in known:
            raise Wrong
        return value

    return check


def matching(pattern: re.Pattern[str]) -> Check:
    """A text of this form."""

    def check(value: Any) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise Wrong
        return value

    return check


def maybe(check: Check) -> Check:
    """That, or null."""
    return lambda value: None if value is None else check(value)


def many(check: Check) -> Check:
    """A list of those."""

    def each(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise Wrong
        return [check(one) for one in value]

    return each


def table(fields: Mapping[str, Check]) -> Check:
    """A table with these fields; one that is missing is null."""

    def check(value: Any) -> Record:
        if not isinstance(value, dict):
            raise Wrong
        return {field: _in(field, check_field, value.get(field)) for field, check_field in fields.items()}

    return check


def _in(field: str, check: Check, value: Any) -> Any:
    try:
        return check(value)
    except Wrong as wrong:
        raise Wrong(f"{field} {wrong.where}".strip()) from None


def flag(value: Any) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise Wrong
    return value


def tags(value: Any) -> list[str]:
    """Names of tags, each once."""
    names: dict[str, str] = {}
    for one in many(tag)(value):
        names.setdefault(fold(one), one)
    return list(names.values())


def tag(value: Any) -> str:
    """The name of a tag: something is left of it where case and accents are set aside."""
    if not fold(name(value)):
        raise Wrong
    return str(value)


def answer(value: Any) -> str | list[str]:
    """What was typed, or what was chosen."""
    return [text(one) for one in value] if isinstance(value, list) else text(value)


def data(value: Any) -> bytes:
    """Bytes in base64."""
    if not isinstance(value, str) or not len(value) <= MOST_PICTURE * 4 // 3 + 4:
        raise Wrong
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise Wrong from None


def form(value: Any) -> str:
    """A practice of one's own, or as a text what no version could read as one; as the text that is kept."""
    if isinstance(value, str):
        return storable(value)
    try:
        practice_of(value)
    except ValueError:
        raise Wrong from None
    return storable(json.dumps(value, ensure_ascii=False))


def form_out(kept: str) -> Any:
    """The other way: the practice as a table where it comes back as the same text, else the text."""
    try:
        value = json.loads(kept)
        return value if form(value) == kept else kept
    except (ValueError, RecursionError, Wrong):
        return kept


def kind_of_picture(value: Any) -> str:
    """A kind that the app can show."""
    if value not in ("jpeg", "png"):
        raise Wrong
    return str(value)


UPDATED: Mapping[str, Check] = {"updated": moment}
FIELDS: Mapping[str, Mapping[str, Check]] = {
    "guests": {"id": name, "identity": matching(_IDENTITY), "words": text, "theme": maybe(text)},
    "visits": {
        "id": name,
        "guest": name,
        "words": text,
        "arrived": hour,
        "departed": maybe(hour),
        "departure": maybe(one_of(Departure)),
        "scene": name,
        "wording": one_of(Wording),
    },
    "drafts": {"words": text},
    "tags": {"name": tag},
    "entries": {
        "id": name,
        "written": hour,
        "title": text,
        "noticing": text,
        "text": text,
        "tags": tags,
        "guests": lambda value: list(dict.fromkeys(many(name)(value))),
        "practice": maybe(name),
        "source": maybe(text),
        "deleted": maybe(moment),
    },
    "pictures": {
        "id": matching(_PICTURE_ID),
        "entry": name,
        "kind": kind_of_picture,
        "width": whole(0, MOST_PIXELS),
        "height": whole(0, MOST_PIXELS),
        "name": text,
        "data": data,
    },
    "own_prompts": {"id": name, "words": text},
    "sittings": {
        "id": name,
        "practice": name,
        "title": text,
        "state": one_of(State),
        "step": whole(0, MOST_PLACE),
        "began": hour,
        "ended": maybe(hour),
        "kept": one_of(Kept),
        "entry": maybe(name),
        "answers": many(table({"key": name, "answer": answer, "updated": moment})),
    },
    "standings": {"practice": name, "verdict": maybe(one_of(Verdict)), "favourite": flag, "unwell": maybe(moment)},
    "own_practices": {"id": name, "original": maybe(name), "made": hour, "form": form},
    "noticings": {
        "id": name,
        "noticed": hour,
        "sentence": text,
        "things": many(table({"word": text, "amount": text, "places": many(text)})),
    },
    "kit": {
        "id": name,
        "shelf": one_of(Shelf),
        "place": whole(-MOST_PLACE, MOST_PLACE),
        "words": text,
        "detail": text,
    },
    "wishes": {"name": name, "value": text},
    "half_done": {"name": name, "words": text},
    "ratings": {
        "visit": maybe(name),
        "sitting": maybe(name),
        "moment": one_of(Moment),
        **{rating: maybe(whole(0, MOST)) for rating in NAMES},
    },
    "heavy": {"identity": matching(_IDENTITY)},
}
"""Every kind in the order in which it is written, and its fields; each record has ``updated`` as well."""

CHECKS: Mapping[str, Check] = {kind: table({**fields, **UPDATED}) for kind, fields in FIELDS.items()}

KEYS: Mapping[str, Callable[[Record], tuple[Any, ...]]] = {
    "guests": lambda one: (one["identity"],),
    "drafts": lambda _one: (),
    "tags": lambda one: (fold(one["name"]),),
    "standings": lambda one: (one["practice"],),
    "wishes": lambda one: (one["name"],),
    "half_done": lambda one: (one["name"],),
    "ratings": lambda one: (one["visit"], one["sitting"], one["moment"]),
    "heavy": lambda one: (one["identity"],),
}
"""What a record is found by, where that is not its id."""


def key_of(kind: str, record: Record) -> tuple[Any, ...]:
    """What a record of this kind is found by."""
    found_by = KEYS.get(kind)
    return (record["id"],) if found_by is None else found_by(record)


def outward(kind: str, record: Record) -> Record:
    """A record as it is written: pictures in base64, practices as tables."""
    if kind == "pictures":
        return {**record, "data": base64.b64encode(record["data"]).decode("ascii")}
    if kind == "own_practices":
        return {**record, "form": form_out(record["form"])}
    return record


def inward(kind: str, value: Any) -> Record:
    """A record as it was read, checked; raises Wrong, with the field."""
    record: Record = CHECKS[kind](value)
    if kind == "visits" and record["departed"] is not None and record["departure"] is None:
        raise Wrong("departure")
    if kind == "ratings" and (record["visit"] is None) == (record["sitting"] is None):
        raise Wrong("visit")
    if kind == "sittings":
        record["answers"] = _answers(record)
    return record


def _answers(sitting: Record) -> list[Record]:
    answers = {one["key"]: one for one in sitting["answers"]}
    if len(answers) < len(sitting["answers"]) or (answers and sitting["kept"] != Kept.HERE):
        raise Wrong("answers")
    return [answers[key] for key in sorted(answers)]
