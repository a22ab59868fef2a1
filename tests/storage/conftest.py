"""Every test of a store runs on a plain and on an encrypted file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from guesthouse.storage.connection import Place, open_database
from guesthouse.storage.drafts import DraftStore
from guesthouse.storage.guests import GuestStore
from guesthouse.storage.visits import VisitStore
from tests.safety.hands import KEY, Clock


@pytest.fixture(params=["plain", "keyed"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """A place where no file is yet."""
    return Place(tmp_path / "guesthouse.db", tmp_path / "backups", KEY if request.param == "keyed" else None)


@pytest.fixture
def clock() -> Clock:
    """A clock that goes by itself."""
    return Clock()


@pytest.fixture
def database(place: Place, clock: Clock) -> Iterator[Database]:
    """An open database with nothing in it."""
    opened = open_database(place, clock)
    yield opened
    opened.close()


@pytest.fixture
def guests(database: Database) -> GuestStore:
    """The store of guests."""
    return GuestStore(database)


@pytest.fixture
def visits(database: Database) -> VisitStore:
    """The store of visits."""
    return VisitStore(database)


@pytest.fixture
def drafts(database: Database) -> DraftStore:
    """The store of what is half-typed."""
    return DraftStore(database)
