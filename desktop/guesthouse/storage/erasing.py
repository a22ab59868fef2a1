"""Erasing for good, so that no byte of it stays in the folder's open files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlite_utils import Database

from guesthouse.storage.connection import SCOURED_AT_ONCE, mark_for_scouring, scour
from guesthouse.storage.trouble import told

Erase = Callable[[str, Sequence[Any]], int]


@contextmanager
def erasing(database: Database) -> Iterator[Erase]:
    """One transaction. The function runs a DELETE in it and says how many rows went; where any did, the
    file is written anew after it, or at its closing.
    """
    gone = 0

    def erase(statement: str, values: Sequence[Any]) -> int:
        nonlocal gone
        rows = int(database.execute(statement, values).rowcount)
        gone += rows
        return rows

    with told():
        with database.atomic():
            yield erase
            if gone > 0:
                mark_for_scouring(database)
        if gone > 0:
            scour(database, most=SCOURED_AT_ONCE)
