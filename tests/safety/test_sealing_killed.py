"""kill -9 while a passphrase is set or taken away: the old file or the new one is there, whole, and nothing in between.

And once somebody has unlocked it again, no plain copy of anything is left in the folder.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import State, Why
from guesthouse.house import check_house
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.services.strongbox import Strongbox
from guesthouse.storage import key_slots
from guesthouse.storage.connection import Place, reader
from guesthouse.storage.key_slots import Cost
from tests.safety.hands import SECRET, Clock, contents, let_in, opened

ROOT = Path(__file__).parents[2]
WORDS = "open sesame"
GUESTS = 350
KILLS = 20


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slots that cost next to nothing."""
    monkeypatch.setattr(key_slots, "COST", Cost(memory=64, passes=1, lanes=1))


@pytest.fixture
def lived_in(tmp_path: Path) -> Path:
    """A folder with some megabytes in it, and a plain backup."""
    folder = tmp_path / "lived in"
    house = opened(folder)
    for number in range(GUESTS):
        let_in(house, f"{SECRET} {number} " + "filling the room " * 290)
    house.close()
    paths = Paths.under(folder)
    Backups(Place(paths.database, paths.backups), paths, Clock()).make(Why.BY_HAND)
    assert paths.database.stat().st_size > 1_500_000
    return folder


class Workshop:
    """Where children set passphrases or take them away."""

    def __init__(self, folder: Path, way: str) -> None:
        """Nothing has begun."""
        self.folder = folder.with_name("workshop")
        key = Strongbox(Paths.under(folder), Clock()).seal(WORDS).key if way == "unseal" else None
        line = [sys.executable, "-m", "tests.safety.sealing", str(folder), str(self.folder), way]
        line += [key.hex()] if key else []
        pipe = subprocess.PIPE
        self._nursery = subprocess.Popen(line, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, bufsize=1)

    def work(self, until: str) -> list[str]:
        """Let a child do it until then, and return what was said of it."""
        assert self._nursery.stdin is not None and self._nursery.stdout is not None
        self._nursery.stdin.write(until + "\n")
        return self._nursery.stdout.readline().split()

    def close(self) -> None:
        """Nobody is needed any more."""
        self._nursery.kill()
        self._nursery.communicate()


@pytest.fixture(params=["seal", "unseal"])
def workshop(request: pytest.FixtureRequest, lived_in: Path) -> Iterator[Workshop]:
    """Children at work on either."""
    workshop = Workshop(lived_in, request.param)
    yield workshop
    workshop.close()


def look_after(folder: Path, whole: bool) -> State:
    """What a person finds at the next start: all of it, by the passphrase if it is sealed, and nothing left about."""
    paths = Paths.under(folder)
    box = Strongbox(paths, Clock())
    state = box.state()
    box.clear_leftovers()
    key = box.unlock(WORDS) if state is State.SEALED else None
    with closing(reader(Place(paths.database, paths.backups, key))) as connection:
        assert connection.execute("SELECT count(*), sum(visits) FROM guests").fetchone() == (GUESTS, GUESTS)
    if whole:
        check_house(paths, key)
    assert box.state() is state and list(box.tidy(key)) == []
    held = {name for name, data in contents(folder).items() if SECRET.encode() in data}
    if state is State.SEALED:
        assert held == set()
    else:
        assert {name for name in held if not name.startswith("backups/")} == {"guesthouse.db"}
    assert {name for name in contents(folder) if "sealing" in name} == set()
    return state


@pytest.mark.timeout(240)
def test_killed_at_random_moments(workshop: Workshop) -> None:
    chance = random.Random(3)
    took = float(workshop.work("after 60")[1])
    found = []
    for round_ in range(KILLS):
        said = workshop.work(f"after {chance.uniform(0.001, took):.6f}")
        assert said[0] in ("killed", "done")
        if said[0] == "killed":
            found.append(look_after(workshop.folder, whole=round_ % 4 == 0))

    assert len(found) > KILLS // 3


@pytest.mark.timeout(240)
def test_killed_before_each_step(workshop: Workshop) -> None:
    steps = int(workshop.work("after 60")[2])
    found = []
    for step in range(1, steps + 1):
        assert workshop.work(f"before {step}") == ["killed"]
        found.append(look_after(workshop.folder, whole=step % 8 == 0))

    assert steps > 15 and set(found) == {State.PLAIN, State.SEALED}
    assert sum(before is not after for before, after in pairwise(found)) == 1, "there is one swap"
