"""A house in a folder of its own, plain and encrypted, with its log on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Why
from guesthouse.house import House
from guesthouse.log import Log
from guesthouse.paths import Paths
from guesthouse.services.changes import Changes
from tests.safety.hands import KEY, Clock, opened
from tests.services.restored import KINDS, NOW, THEN, Home, home


@pytest.fixture(params=["plain", "keyed"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    """No key, and one."""
    return KEY if request.param == "keyed" else None


@pytest.fixture
def clock() -> Clock:
    """A clock that goes by itself."""
    return Clock()


@pytest.fixture
def open_again(tmp_path: Path, key: bytes | None, clock: Clock) -> Iterator[Callable[[], House]]:
    """Opens the house; what was opened before is closed."""
    log = Log(Paths.under(tmp_path))
    houses: list[House] = []

    def again() -> House:
        for house in houses:
            house.close()
        houses.append(opened(tmp_path, clock=clock, key=key))
        return houses[-1]

    yield again
    for house in houses:
        house.close()
    log.close()


@pytest.fixture
def house(open_again: Callable[[], House]) -> House:
    """An open house with nobody in it."""
    return open_again()


@pytest.fixture
def told(house: House) -> list[Changes]:
    """Every record of changes, as it comes."""
    records: list[Changes] = []
    house.changes.subscribe(records.append)
    return records


@pytest.fixture
def today(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """The house of today."""
    return home(tmp_path / "home", KINDS[getattr(request, "param", "plain")], NOW, "today")


@pytest.fixture
def then(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A backup of another house."""
    other = home(tmp_path / "other", KINDS[getattr(request, "param", "plain")], THEN, "then", "and then")
    return other.backups.make(Why.BY_HAND, to=tmp_path / "then.db").file
