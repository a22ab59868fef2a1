"""A new file out of what can be read of a damaged one.

The damaged file is only read. Every table of today's schema is filled with the rows that can be read (see gleaning.py),
by the columns that the old file has; what has lost its parents is brought back to them (see reuniting.py); then the new
file is looked through like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from guesthouse.domain.safekeeping import Inside, Progress, unwatched
from guesthouse.errors import Cancelled, FileDamaged, trouble_of
from guesthouse.storage import migrations
from guesthouse.storage.backup import sync_file
from guesthouse.storage.check import check
from guesthouse.storage.connection import Place, flush, open_database
from guesthouse.storage.gleaning import Gleaner, Row
from guesthouse.storage.reuniting import reunite
from guesthouse.storage.stray_rows import Shape, strays
from guesthouse.storage.trouble import told

AT_ONCE = 400  # rows in one transaction
POURED = 90  # percent: what comes after the rows takes a tenth of the time at most
HEAVY = frozenset({"pictures"})
MADE_ANEW = frozenset({"_sqlite_migrations", "entry_words"})

TABLES = """
SELECT name, wr FROM pragma_table_list JOIN sqlite_master USING (name)
WHERE pragma_table_list.type = 'table' AND schema = 'main' ORDER BY sqlite_master.rowid
"""
PARENTS = {"standings": "SELECT practice FROM sittings", "heavy": "SELECT identity FROM guests"}
INSIDE = (
    "SELECT (SELECT count(*) FROM guests WHERE visits > 0), (SELECT count(*) FROM visits),"
    " (SELECT count(*) FROM entries)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What could be read. Of ``only_words`` guests and entries, the words stand as the search knew them."""

    inside: Inside
    only_words: int = 0


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of today's schema; ``key`` is its first key column where it has no rowids."""

    name: str
    columns: tuple[str, ...]
    numbered: bool
    key: str = ""
    parents: str = ""


def readable(place: Place, now: datetime, progress: Progress = unwatched) -> Found | None:
    """How much of a damaged file can be read, found out without writing a byte; None where nothing can be.

    Pictures are left out: they are not counted, and could be large. Raises Cancelled.
    """
    target = Database(dbapi2.connect(":memory:", isolation_level=None), execute_plugins=False)
    try:
        migrations.steps.apply(target)
        only_words = _fill(place, target, now, _Steps(progress), without=HEAVY)
        found = Found(_inside(target), only_words)
    except FileDamaged:
        return None
    finally:
        target.close()
    inside = found.inside
    return found if any((inside.guests, inside.visits, inside.entries)) else None


def salvage(place: Place, into: Path, clock: Callable[[], datetime], progress: Progress = unwatched) -> Found:
    """Make the new file, whole and by itself, and say what it holds.

    Raises FileDamaged where nothing can be read, Cancelled, DiskFull, …: then there is no new file.
    """
    remove(into)
    new = Place(into, place.backups, place.key)
    try:
        steps = _Steps(progress)
        with told(into), closing(open_database(new, clock)) as target:
            target.execute("PRAGMA synchronous = OFF")  # it is worth nothing until it is whole
            only_words = _fill(place, target, clock(), steps)
            found = Found(_inside(target), only_words)
            target.execute("PRAGMA synchronous = FULL")
            flush(target)
        steps.reach(POURED + 5)
        check(new)
        sync_file(into)
    except OSError as error:
        remove(into)
        raise trouble_of(error, into.parent) from None
    except BaseException:
        remove(into)
        raise
    return found


def remove(file: Path) -> None:
    """Remove a database that was made here, with its companions."""
    for leftover in file.parent.glob(file.name + "*"):
        with suppress(OSError):
            leftover.unlink()


def _fill(place: Place, target: Database, now: datetime, steps: _Steps, without: frozenset[str] = frozenset()) -> int:
    """Rows in, parents found again; returns how many guests and entries are known by the search alone."""
    with closing(Gleaner(place)) as source:
        target.execute("PRAGMA foreign_keys = OFF")
        tables = [table for table in _tables(target) if table.name not in without]
        steps.expect(sum(source.about(table.name) for table in tables if table.numbered))
        lost = [table for table in tables if not _pour(table, source, target, steps)]
        _pour_strays(place, lost, target, steps)
        if not any(target.execute(f"SELECT EXISTS (SELECT 1 FROM {table.name})").fetchone()[0] for table in tables):
            raise FileDamaged(place.file)
        steps.reach(POURED)
        with target.atomic():
            only_words = reunite(target, source, now)
    target.execute("PRAGMA foreign_keys = ON")
    return only_words


def _tables(target: Database) -> list[_Table]:
    """Every table that is filled, parents before what belongs to them."""
    found = []
    for name, without_rowid in target.execute(TABLES).fetchall():
        if name in MADE_ANEW or name.startswith("sqlite_"):
            continue
        rows = target.execute(f"PRAGMA table_info({name})").fetchall()
        key = next((row[1] for row in rows if row[5] == 1), "") if without_rowid else ""
        found.append(
            _Table(
                name, tuple(row[1] for row in rows), not without_rowid, key, PARENTS.get(name) or _of(target, name, key)
            )
        )
    return found


def _of(target: Database, name: str, key: str) -> str:
    """How to ask for the parents that the first key column names."""
    for row in target.execute(f"PRAGMA foreign_key_list({name})").fetchall():
        if row[3] == key:
            return f"SELECT {row[4]} FROM {row[2]}"
    return ""


def _pour(table: _Table, source: Gleaner, target: Database, steps: _Steps) -> bool:
    """Fill one table; whether all that the old file has of it could be read."""
    there = set(source.columns(table.name))
    columns = [column for column in table.columns if column in there]
    if not columns:
        return False
    if table.numbered:
        rows: Iterable[Row] = source.numbered(table.name, columns)
        columns = ["rowid", *columns]
    else:
        parents = [key for (key,) in target.execute(table.parents).fetchall()] if table.parents else []
        rows = source.keyed(table.name, columns, table.key, parents)
    _put(((table.name, row) for row in rows), {table.name: columns}, target, steps)
    return table.name not in source.hurt


def _pour_strays(place: Place, tables: Sequence[_Table], target: Database, steps: _Steps) -> None:
    """What stands on pages that nothing leads to any more."""
    shapes = [Shape.of(target, table.name, numbered=table.numbered) for table in tables]
    columns = {table.name: ["rowid", *table.columns] if table.numbered else [*table.columns] for table in tables}
    if shapes:
        _put(strays(place, shapes), columns, target, steps)


def _put(rows: Iterator[tuple[str, Row]], columns: dict[str, list[str]], target: Database, steps: _Steps) -> None:
    """Rows into their tables; what is there stays as it is."""
    statements = {
        name: f"INSERT OR IGNORE INTO {name} ({', '.join(those)}) VALUES ({', '.join('?' * len(those))})"
        for name, those in columns.items()
    }
    while batch := list(islice(rows, AT_ONCE)):
        with target.atomic():
            _put_some(batch, statements, target)
        steps.took(len(batch))


def _put_some(batch: list[tuple[str, Row]], statements: dict[str, str], target: Database) -> None:
    for name, row in batch:
        with suppress(dbapi2.IntegrityError):  # a value that no row of ours ever had
            target.execute(statements[name], row)


def _inside(target: Database) -> Inside:
    return Inside(*map(int, target.execute(INSIDE).fetchone()))


class _Steps:
    """Tells how far it is, and ends it where that is wished."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._expected, self._done = 1, 0

    def expect(self, rows: int) -> None:
        """So many rows, about."""
        self._expected = max(1, rows)

    def took(self, rows: int) -> None:
        """So many more rows."""
        self._done += rows
        self.reach(min(POURED, self._done * POURED // self._expected))

    def reach(self, percent: int) -> None:
        """So far; raises Cancelled."""
        if not self._progress(percent):
            raise Cancelled
