"""kill -9 at any moment: what was told as stored is there, what was told as forgotten is nowhere, the file is whole."""

from __future__ import annotations

import random
import select
import subprocess
import sys
from pathlib import Path

import pytest

from guesthouse.domain.visit import Departure
from guesthouse.house import check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, contents, opened
from tests.safety.letting_in import words_of

ROOT = Path(__file__).parents[2]
ROUNDS = 18


def lived_until_killed(folder: Path, round_: int, key: bytes | None, chance: random.Random) -> list[str]:
    """What a child said until it was killed: after some lines, or some milliseconds into the next thing."""
    arguments = [str(folder), str(round_), *([key.hex()] if key else [])]
    line = [sys.executable, "-m", "tests.safety.letting_in", *arguments]
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [child.stdout.readline()]
        assert said == ["begin\n"]
        if round_ % 3:
            said += [child.stdout.readline() for _ in range(chance.randrange(60))]
        # The next thing lasts a millisecond or two; opening, which takes in the log of the last round, some more.
        select.select([child.stdout], [], [], chance.uniform(0, 0.002 if round_ % 3 else 0.03))
        child.kill()
        rest = child.stdout.read()  # communicate() with a time limit would pass over what was read ahead
    assert "" not in said, "it ended by itself"
    return [whole for whole in ("".join(said) + rest).splitlines(keepends=True) if whole.endswith("\n")]


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_killed_again_and_again(tmp_path: Path, key: bytes | None) -> None:
    chance = random.Random(11)
    thoughts, forgotten, draft = dict[str, None](), list[str](), ""
    for round_ in range(ROUNDS):
        for line in lived_until_killed(tmp_path, round_, key, chance):
            what, _, name = line.strip().partition(" ")
            if what == "thought":
                thoughts[name] = None
            elif what == "forgetting":
                del thoughts[name]
            elif what == "forgot":
                forgotten.append(name)
            elif what == "draft":
                draft = name
        if (tmp_path / "guesthouse.db").exists():
            check_house(Paths.under(tmp_path), key)
        if round_ % 2:  # else the next child is the first to open it again
            look_for(tmp_path, key, thoughts, draft)
    held = b"".join(contents(tmp_path).values())

    assert len(thoughts) > 50 and len(forgotten) > 10 and draft
    assert [name for name in forgotten if words_of(name)[-len(name) - 2 :].encode() in held] == []


def look_for(folder: Path, key: bytes | None, thoughts: dict[str, None], draft: str) -> None:
    """Open the house: every thought is there once, whole, found and no longer on stage; so is what was half-typed."""
    house = opened(folder, key=key)
    there = {guest.words: guest for guest in house.guest_book.find(limit=10_000)}
    assert [name for name in thoughts if words_of(name) not in there] == []
    assert len(there) - len(thoughts) <= ROUNDS, "what came in untold is one in each round at most"
    assert house.guest_book.count("n") == len(there), "nobody can be found who is no guest"
    for name in list(thoughts)[-5:]:
        guest = there[words_of(name)]
        assert guest in house.guest_book.find(name)
        (visit,) = house.guest_book.visits(guest.id)
        assert visit.departure is not None and (visit.departed is None) is (visit.departure is Departure.APP_CLOSED)
    if draft:
        typed = house.visitors.draft().split()[2]
        assert when(typed) >= when(draft), "a later draft may have been kept untold, never an earlier one"
    house.close()


def when(name: str) -> tuple[int, ...]:
    """The round and the number in a name like n3-14."""
    return tuple(int(part) for part in name[1:].split("-"))
