"""Rows on pages that nothing leads to any more, known by their shape.

https://sqlite.org/fileformat.html tells how a page holds its rows. Deleted rows do not come back by this: what is
deleted is overwritten ('secure_delete'), and only what the page itself counts as a row is read.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlite_utils import Database

from guesthouse.storage.connection import Place
from guesthouse.storage.gleaning import Row
from guesthouse.storage.stray_pages import Pages

TABLE_LEAF, INDEX_LEAF, INDEX_INNER = 0x0D, 0x0A, 0x02
WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
MOST_BYTES = 64 << 20
BROKEN_OFF = " […]"

TIMES = frozenset({"updated_at", "arrived", "written", "noticed", "began", "made"})
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
IDENTITY = re.compile(r"[0-9a-f]{64}")
KINDS: dict[str, type] = {"INTEGER": int, "TEXT": str, "BLOB": bytes}


@dataclass(frozen=True, slots=True)
class Shape:
    """What rows of one table look like; ``alias`` is the column that is the rowid."""

    table: str
    columns: tuple[tuple[str, type, bool], ...]
    numbered: bool
    alias: int | None

    @classmethod
    def of(cls, target: Database, table: str, *, numbered: bool) -> Shape:
        """As the schema has it."""
        rows = target.execute(f"PRAGMA table_info({table})").fetchall()
        keys = [place for place, row in enumerate(rows) if row[5]]
        alias = keys[0] if numbered and len(keys) == 1 and rows[keys[0]][2] == "INTEGER" else None
        columns = tuple((row[1], KINDS[row[2]], bool(row[3] or row[5])) for row in rows)
        return cls(table, columns, numbered, alias)

    def fits(self, values: Sequence[Any], *, numbered: bool) -> bool:
        """Whether this can be one of its rows."""
        if numbered != self.numbered or len(values) != len(self.columns):
            return False
        return all(
            value is None if place == self.alias else _fits(value, column)
            for place, (value, column) in enumerate(zip(values, self.columns, strict=True))
        )

    def row(self, rowid: int, values: list[Any]) -> Row:
        """The row as it is put in: with its rowid first, where it has one."""
        if self.alias is not None:
            values = [*values[: self.alias], rowid, *values[self.alias + 1 :]]
        return (rowid, *values) if self.numbered else tuple(values)


def _fits(value: Any, column: tuple[str, type, bool]) -> bool:
    name, kind, needed = column
    if value is None:
        return not needed
    if not isinstance(value, kind):
        return False
    pattern = TIME if name in TIMES else IDENTITY if name == "identity" else None
    return pattern is None or pattern.fullmatch(str(value)) is not None


def strays(place: Place, shapes: Sequence[Shape]) -> Iterator[tuple[str, Row]]:
    """Table and row of whatever can be of one of these tables, and of no other among them."""
    with suppress(OSError), closing(Pages(place)) as pages:
        rows = chain.from_iterable(_rows(pages, number) for number in range(1, pages.count + 1))
        for numbered, rowid, values in rows:
            fitting = [shape for shape in shapes if shape.fits(values, numbered=numbered)]
            if len(fitting) == 1:
                yield fitting[0].table, fitting[0].row(rowid, values)


def _rows(pages: Pages, number: int) -> Iterator[tuple[bool, int, list[Any]]]:
    page = pages.page(number)
    if page is None:
        return
    start = 100 if number == 1 else 0
    kind = page[start]
    if kind not in (TABLE_LEAF, INDEX_LEAF, INDEX_INNER):
        return
    pointers = start + (12 if kind == INDEX_INNER else 8)
    for cell in range(int.from_bytes(page[start + 3 : start + 5], "big")):
        place = pointers + 2 * cell
        with suppress(ValueError, LookupError, struct.error):
            at = int.from_bytes(page[place : place + 2], "big") + (4 if kind == INDEX_INNER else 0)
            yield _row(pages, page, at, numbered=kind == TABLE_LEAF)


def _row(pages: Pages, page: bytes, at: int, *, numbered: bool) -> tuple[bool, int, list[Any]]:
    size, at = _varint(page, at)
    rowid = 0
    if numbered:
        rowid, at = _varint(page, at)
        rowid -= (rowid >> 63) << 64
    if not 0 < size <= MOST_BYTES or rowid < 0:
        raise ValueError
    return numbered, rowid, _values(_payload(pages, page, (at, size), numbered=numbered), size)


def _payload(pages: Pages, page: bytes, where: tuple[int, int], *, numbered: bool) -> bytes:
    """A row's bytes, from its own page and those it runs over to, as far as they can be read."""
    at, size = where
    room, least = pages.usable, (pages.usable - 12) * 32 // 255 - 23
    most = room - 35 if numbered else (room - 12) * 64 // 255 - 23
    if size <= most:
        return page[at : at + size]
    here = least + (size - least) % (room - 4)
    here = here if here <= most else least
    payload = bytearray(page[at : at + here])
    onward = int.from_bytes(page[at + here : at + here + 4], "big")
    while onward and len(payload) < size and (over := pages.page(onward)) is not None:
        payload += over[4:room][: size - len(payload)]
        onward = int.from_bytes(over[:4], "big")
    return bytes(payload)


def _values(payload: bytes, size: int) -> list[Any]:
    """What a row holds. Where it breaks off in the text at its end, the text breaks off there, too."""
    head, at = _varint(payload, 0)
    if not 0 < head <= len(payload):
        raise ValueError
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Any] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != size:
        raise ValueError
    return values


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind in WHOLE_NUMBERS:
        end = at + WHOLE_NUMBERS[kind]
        if end > len(payload):
            raise ValueError
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    if kind < 12:
        return {0: None, 8: 0, 9: 1}[kind], at
    end = at + (kind - 12) // 2
    found = payload[at:end]
    if kind % 2 == 0:
        if len(found) < end - at:
            raise ValueError
        return found, end
    if len(found) == end - at:
        return found.decode("utf-8", "replace"), end
    return found.decode("utf-8", "ignore") + BROKEN_OFF, end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(9):
        byte = data[at + step]
        if step == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + step + 1
    raise ValueError
