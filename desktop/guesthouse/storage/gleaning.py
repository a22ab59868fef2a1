"""Rows of a damaged table, read around the pages that cannot be read.

A table is walked from its beginning until reading fails, and from its end backwards. What lies between is halved again
and again, so that a bad page costs the rows that stand on it and no others.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from sqlcipher3 import dbapi2

from guesthouse.storage.connection import Place, reader

Row = tuple[Any, ...]

HIGHEST = 1 << 62
MOST_FAILURES = 200  # in one table: half a second at most; what is not found by then is looked for page by page
A_PAGE_OF_ROWS = 1000


class Gleaner:
    """Reads what can be read of one file, and changes nothing in it."""

    def __init__(self, place: Place) -> None:
        """Open it, as far as it can be opened."""
        self._place = place
        self.hurt: set[str] = set()  # tables of which not all could be read
        self._connection = _opened(place)

    def ask(self, statement: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a SELECT, until reading fails with the driver's error."""
        if self._connection is None:
            raise dbapi2.DatabaseError
        try:
            yield from self._connection.execute(statement, values)
        except dbapi2.Error:
            if self._place.key is not None:  # one bad page, and SQLCipher reads no other over this connection
                self._connection.close()
                self._connection = _opened(self._place)
            raise

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()

    def columns(self, table: str) -> list[str]:
        """What the table's columns are called here; none where there is no such table, or nobody can tell."""
        try:
            return [str(row[1]) for row in self.ask(f"PRAGMA table_info({table})")]
        except dbapi2.Error:
            return []

    def about(self, table: str) -> int:
        """About how many rows there are; 0 where that cannot be told quickly."""
        try:
            return max(int(row[0] or 0) for row in self.ask(f"SELECT max(rowid) FROM {table}"))
        except dbapi2.Error:
            return 0

    def numbered(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """Rows of a table with rowids, each with its rowid before it."""
        walk = _Walk(self, table, columns)
        gaps = deque([(0, HIGHEST)])
        while gaps and walk.failures < MOST_FAILURES:
            first, last = gaps.popleft()
            if (rest := (yield from walk.between(first, last))) is not None:
                self.hurt.add(table)
                gaps.extend(_halves(*rest))

    def keyed(self, table: str, columns: Sequence[str], key: str, parents: Iterable[object] = ()) -> Iterator[Row]:
        """Rows of a table without rowids, some of them maybe twice. ``key`` is its first key column; where the table
        is damaged, the rows of each of these ``parents`` are looked for one by one."""
        chosen = f"SELECT {', '.join(columns)} FROM {table}"
        if (yield from self._to_and_fro(chosen, key, ())):
            return
        self.hurt.add(table)
        for parent in parents:
            yield from self._to_and_fro(f"{chosen} WHERE {key} = ?", key, (parent,))

    def narrow(self, table: str, columns: Sequence[str], key: str, where: str = "true") -> dict[Any, Row]:
        """What an index still knows of rows, by the first of its columns: an index stands on pages of its own."""
        chosen = f"SELECT {', '.join(columns)} FROM {table} WHERE {where}"
        return {row[0]: row[1:] for row in self._to_and_fro(chosen, key, ())}

    def _to_and_fro(self, chosen: str, key: str, values: Row) -> Generator[Row, None, bool]:
        for direction in ("ASC", "DESC"):
            try:
                yield from self.ask(f"{chosen} ORDER BY {key} {direction}", values)
            except dbapi2.Error:
                continue
            return True
        return False


def _opened(place: Place) -> dbapi2.Connection | None:
    try:
        connection = reader(place)
    except dbapi2.Error:
        return None
    # What is not UTF-8 any more is shown as what it is, instead of costing the whole row.
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        # Whatever part of the schema can be read is used; of a damaged one the first statement fails all the same.
        for setting in ("writable_schema = ON", "cell_size_check = ON"):
            with suppress(dbapi2.Error):
                connection.execute(f"PRAGMA {setting}").fetchone()
        with suppress(dbapi2.Error):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA schema_version").fetchone()
    except dbapi2.Error:
        connection.close()
        return None
    return connection


def _halves(first: int, last: int) -> list[tuple[int, int]]:
    """A gap in two; one that is a single row is known to be lost."""
    if first >= last:
        return []
    middle = (first + last) // 2
    return [(first, middle), (middle + 1, last)]


class _Walk:
    """Walks through parts of one table."""

    def __init__(self, gleaner: Gleaner, table: str, columns: Sequence[str]) -> None:
        self._gleaner, self._table = gleaner, table
        self._chosen = f"SELECT rowid, {', '.join(columns)} FROM {table} NOT INDEXED WHERE rowid BETWEEN ? AND ?"
        self.failures = 0

    def between(self, first: int, last: int) -> Generator[Row, None, tuple[int, int] | None]:
        """Yield what can be read from both ends; returns the gap that is left, or None."""
        reached = yield from self._one_way(first, last, onward=True)
        if reached is None:
            return None
        back = yield from self._one_way(reached + 1, last, onward=False)
        if back is None:
            return None
        if back > HIGHEST:  # the table's end cannot be read: where would it be?
            back = self._bound() + 1
        return reached + 1, back - 1

    def _one_way(self, first: int, last: int, *, onward: bool) -> Generator[Row, None, int | None]:
        """Yield rows until reading fails; returns the last rowid that was read (else just outside), or None."""
        reached = first - 1 if onward else last + 1
        try:
            order = "ASC" if onward else "DESC"
            for row in self._gleaner.ask(f"{self._chosen} ORDER BY rowid {order}", (first, last)):
                if (row[0] <= reached) if onward else (row[0] >= reached):
                    break  # a page that leads astray
                reached = row[0]
                yield row
            else:
                return None
        except dbapi2.Error:
            pass
        self.failures += 1
        return reached

    def _bound(self) -> int:
        """A number that no row of the unreadable end lies far above."""
        power = HIGHEST.bit_length() - 1
        while power > 0 and self._fails_from(1 << (power - 1)):
            power -= 1
        return (1 << power) + A_PAGE_OF_ROWS

    def _fails_from(self, first: int) -> bool:
        look = f"SELECT rowid FROM {self._table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1"
        try:
            list(self._gleaner.ask(look, (first,)))
        except dbapi2.Error:
            return True
        return False
