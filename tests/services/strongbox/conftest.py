"""A house with a few thoughts in it, and its strongbox."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Sealed
from guesthouse.paths import Paths
from guesthouse.services.strongbox import Strongbox
from guesthouse.storage import key_slots
from guesthouse.storage.key_slots import Cost
from tests.safety.hands import SECRET, Clock, let_in, opened
from tests.services.strongbox.hands import WORDS


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slots that cost next to nothing."""
    monkeypatch.setattr(key_slots, "COST", Cost(memory=64, passes=1, lanes=1))


@pytest.fixture
def clock() -> Clock:
    """A clock that goes by itself."""
    return Clock()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A house with a few thoughts in it, closed."""
    house = opened(tmp_path / "here")
    for number in range(30):
        let_in(house, f"{SECRET} {number} " + "on and on " * number)
    house.close()
    return Paths.under(tmp_path / "here")


@pytest.fixture
def box(paths: Paths, clock: Clock) -> Strongbox:
    """Its strongbox."""
    return Strongbox(paths, clock)


@pytest.fixture
def sealed(box: Strongbox) -> Sealed:
    """What there is once it is sealed."""
    return box.seal(WORDS)
