"""An export as JSON, written and read a record at a time, so that no more than one has to be in memory for it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any, Final

from guesthouse.domain.thought import fold
from guesthouse.errors import NotAnExport, TooNewExport
from guesthouse.formats.archive_form import FIELDS, FORMAT, VERSION, Record, Wrong, inward, key_of, outward

CHUNK = 1 << 20
MOST_RECORD = 100_000_000
"""So many characters one record has at most: the largest picture fits, and what has no end is left in time."""
MOST_BYTES = 4 << 30
"""So large a file is at most, unpacked."""
HEAD = ("format", "version", "made", "app")

_SPACE: Final = re.compile(r"[ \t\n\r]*")


@dataclass
class Export:
    """A file that was read and checked: its records, by their kinds."""

    records: dict[str, list[Record]] = field(default_factory=lambda: {kind: [] for kind in FIELDS})


# ------------------------------------------------------------------------------------------------ out


def write_json(
    kinds: Iterable[tuple[str, Iterable[Record]]], head: Mapping[str, str], write: Callable[[bytes], object]
) -> dict[str, int]:
    """Write everything, each record on a line of its own, and return how many there are of each kind."""
    counts: dict[str, int] = {}
    write(_head(head).encode())
    for kind, records in kinds:
        write(f',\n"{kind}": ['.encode())
        counts[kind] = 0
        for record in records:
            line = json.dumps(outward(kind, record), ensure_ascii=False)
            write(f"{',' if counts[kind] else ''}\n{line}".encode())
            counts[kind] += 1
        write(b"]" if counts[kind] == 0 else b"\n]")
    write(b"\n}\n")
    return counts


def _head(head: Mapping[str, str]) -> str:
    facts = {"format": FORMAT, "version": VERSION, **head}
    return json.dumps(facts, ensure_ascii=False)[:-1]


# ------------------------------------------------------------------------------------------------ in


def read_json(file: IO[bytes], heard: Callable[[int], None]) -> Export:
    """All records of a file, each checked. ``heard`` is told how many bytes were read, and may raise.

    Raises NotAnExport with the place that is wrong (without one where it is no export of ours), and TooNewExport.
    """
    export, taken = Export(), _Taken()
    head: dict[str, Any] = {}
    feed = _Feed(file, heard)
    for name, number, value in feed.members():
        if name in HEAD[:2]:
            head[name] = value if number is None else None
            _look_at_head(head, name)
            feed.ours = True
        elif HEAD[0] not in head:
            raise NotAnExport
        elif HEAD[1] not in head:
            raise NotAnExport("version")
        elif name in FIELDS:
            export.records[name].append(_checked(name, number, value, taken))
    if HEAD[0] not in head:
        raise NotAnExport
    if HEAD[1] not in head:
        raise NotAnExport("version")
    _look_at_references(export)
    return export


def _look_at_head(head: Mapping[str, Any], name: str) -> None:
    if name == HEAD[0] and head[name] != FORMAT:
        raise NotAnExport
    if name == HEAD[1]:
        version = head[name]
        if type(version) is not int or version < 1:
            raise NotAnExport(name)
        if version > VERSION:
            raise TooNewExport


@dataclass
class _Taken:
    """What may stand in a file once only."""

    keys: set[tuple[Any, ...]] = field(default_factory=set)


def _checked(kind: str, number: int | None, value: Any, taken: _Taken) -> Record:
    if number is None:
        raise NotAnExport(kind)
    try:
        record = inward(kind, value)
        for field_, key in _only_once(kind, record):
            if (kind, field_, *key) in taken.keys:
                raise Wrong(field_)
            taken.keys.add((kind, field_, *key))
    except Wrong as wrong:
        raise NotAnExport(_place(kind, number, wrong.where)) from None
    return record


def _only_once(kind: str, record: Record) -> Iterator[tuple[str, tuple[Any, ...]]]:
    yield {"tags": "name", "guests": "identity"}.get(kind, next(iter(FIELDS[kind]))), key_of(kind, record)
    if kind == "guests":
        yield "id", (record["id"],)
    if kind == "entries" and record["source"] is not None:
        yield "source", (record["source"],)


def _look_at_references(export: Export) -> None:
    """Whatever a record belongs to is in the file."""
    ids = {kind: {one["id"] for one in export.records[kind]} for kind in ("guests", "visits", "entries", "sittings")}
    for kind, field_, other in (
        ("visits", "guest", "guests"),
        ("entries", "guests", "guests"),
        ("pictures", "entry", "entries"),
        ("ratings", "visit", "visits"),
        ("ratings", "sitting", "sittings"),
    ):
        for number, record in enumerate(export.records[kind], 1):
            named = record[field_] if isinstance(record[field_], list) else [record[field_]]
            if any(id_ is not None and id_ not in ids[other] for id_ in named):
                raise NotAnExport(_place(kind, number, field_))
    known = {fold(tag["name"]) for tag in export.records["tags"]}
    for number, entry in enumerate(export.records["entries"], 1):
        if any(fold(tag) not in known for tag in entry["tags"]):
            raise NotAnExport(_place("entries", number, "tags"))


def _place(kind: str, number: int, field_: str = "") -> str:
    return f"{kind}, number {number}{': ' if field_ else ''}{field_}"


class _Feed:
    """Reads the members of a JSON object as they come: each value, or each item of a list, by itself."""

    def __init__(self, file: IO[bytes], heard: Callable[[int], None]) -> None:
        self._file, self._heard = file, heard
        self._text = codecs.getincrementaldecoder("utf-8-sig")()
        self._buffer, self._at, self._bytes, self._ended = "", 0, 0, False
        self._json = json.JSONDecoder(parse_constant=_no_constant)
        self._name, self._number = "", 0
        self.ours = False  # until it is known whose file it is, no place in it is told

    def members(self) -> Iterator[tuple[str, int | None, Any]]:
        """Name, the number of the item (from 1; None where the value is no list), and the value."""
        try:
            yield from self._members()
        except (Wrong, ValueError, RecursionError):
            if not self.ours:
                raise NotAnExport from None
            raise NotAnExport(_place(self._name, self._number) if self._number else self._name) from None

    def _members(self) -> Iterator[tuple[str, int | None, Any]]:
        self._demand("{")
        while True:
            name = self._value()
            if not isinstance(name, str):
                raise Wrong
            self._name, self._number = (name if name in FIELDS or name in HEAD else "something unknown"), 0
            self._demand(":")
            if self._peek() == "[":
                for item in self._items():
                    yield name, self._number, item
            else:
                yield name, None, self._value()
            if self._either(",", "}") == "}":
                break
        self._name, self._number = "after its end", 0
        if self._peek():
            raise Wrong

    def _items(self) -> Iterator[Any]:
        self._demand("[")
        if self._peek() == "]":
            self._demand("]")
            return
        while True:
            self._number += 1
            yield self._value()
            if self._either(",", "]") == "]":
                return

    def _peek(self) -> str:
        """The next character that is no space; nothing at the end."""
        while True:
            space = _SPACE.match(self._buffer, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._buffer) or self._ended:
                return self._buffer[self._at : self._at + 1]
            self._fill()

    def _either(self, one: str, other: str = "") -> str:
        character = self._peek()
        if not character or character not in (one, other):
            raise Wrong
        self._at += 1
        return character

    def _demand(self, character: str) -> None:
        self._either(character)

    def _value(self) -> Any:
        self._peek()
        while True:
            try:
                value, end = self._json.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError:
                if self._ended or len(self._buffer) - self._at > MOST_RECORD:
                    raise Wrong from None
            else:
                if end < len(self._buffer) or self._ended:
                    self._at = end
                    return value
            self._fill()

    def _fill(self) -> None:
        """Read on; twice as much each time the same value needs more."""
        rest = self._buffer[self._at :]
        read = self._file.read(max(CHUNK, len(rest)))
        self._bytes += len(read)
        if self._bytes > MOST_BYTES:
            raise Wrong
        self._heard(self._bytes)
        self._ended = not read
        self._buffer, self._at = rest + self._text.decode(read, final=self._ended), 0


def _no_constant(_name: str) -> Any:
    raise ValueError("NaN and Infinity are no JSON")
