"""kill -9 while a backup comes back: the old file or the new one, whole, and the passphrase that belongs to it."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Why
from guesthouse.errors import WrongKey
from guesthouse.house import check_house
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.services.restoring import Restoring
from guesthouse.storage import key_slots
from guesthouse.storage.connection import Place
from guesthouse.storage.copies import is_plain
from guesthouse.storage.key_slots import read_slots, slots_for, write_slots
from tests.safety.hands import KEY, Clock, contents, heard_until_killed, let_in, opened

ROOT = Path(__file__).parents[2]
OTHER = bytes(range(32, 64))
NOW, THEN = "the passphrase of today", "the passphrase of then"
ROUNDS = int(os.environ.get("GUESTHOUSE_KILLS", "6"))
OLD, NEW = ["in the log only", "today"], ["and then", "then"]


@dataclass(frozen=True)
class Case:
    """What is there, what comes, and whether today's passphrase is known."""

    now: bytes | None
    then: bytes | None
    known: bool = True
    damaged: bool = False

    def arguments(self, folder: Path, backup: Path) -> list[str]:
        key = self.now if self.known else None
        return [str(folder), str(backup), *(each.hex() if each else "" for each in (key, self.then))]


CASES = {
    "plain, plain": Case(None, None),
    "plain, sealed": Case(None, KEY),
    "sealed, plain": Case(KEY, None),
    "sealed, the same": Case(KEY, KEY),
    "sealed, otherwise sealed": Case(KEY, OTHER),
    "forgotten, plain": Case(KEY, None, known=False),
    "forgotten, otherwise sealed": Case(KEY, OTHER, known=False),
    "damaged, plain": Case(None, None, damaged=True),
}


def lived_in(folder: Path, key: bytes | None, passphrase: str, words: list[str]) -> Paths:
    """A folder with these in it."""
    house = opened(folder, key=key)
    for each in words:
        let_in(house, each)
    house.close()
    paths = Paths.under(folder)
    if key is not None:
        write_slots(paths.keys, slots_for(key).with_passphrase(key, passphrase))
    return paths


def prepare(tmp_path: Path, case: Case) -> Path:
    """tmp_path/home as a kill has left it, and a backup of another one, which is returned."""
    paths = lived_in(tmp_path / "home", case.now, NOW, ["today"])
    if not case.damaged:
        house = opened(paths.data, key=case.now)
        let_in(house, "in the log only")
        left = contents(paths.data)
        house.close()
        for name in ("guesthouse.db", "guesthouse.db-wal"):
            (paths.data / name).write_bytes(left[name])
    if case.damaged:
        broken = bytearray(paths.database.read_bytes())
        broken[4096 * 3 : 4096 * 4] = b"\xa5" * 4096
        paths.database.write_bytes(broken)
    other = lived_in(tmp_path / "other", case.then, THEN, NEW)
    shelf = Backups(Place(other.database, other.backups, case.then), other, Clock())
    return shelf.make(Why.BY_HAND, to=tmp_path / "then.db").file


@pytest.fixture(autouse=True)
def cheap_slots(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a passphrase costs is no matter here, and it is asked for a hundred times."""
    monkeypatch.setattr(key_slots, "COST", key_slots.Cost(memory=64, passes=1, lanes=1))


def outcome(paths: Paths, case: Case) -> str:
    """ "old" or "new", after all that must be true of each was looked at; as the next start does."""
    Restoring(paths, Clock()).finish()
    assert not [name for name in contents(paths.data) if ".for-" in name or ".restoring" in name]
    key = None if is_plain(paths.database) else key_of(paths, case)
    if case.damaged and paths.database.read_bytes() == (paths.data.parent / "home" / "guesthouse.db").read_bytes():
        return "old"
    check_house(paths, key)
    house = opened(paths.data, key=key)
    words = sorted(guest.words for guest in house.guest_book.find(limit=100))
    house.close()
    if words == NEW:
        is_kept(paths, case)
        return "new"
    assert key == case.now and words == OLD
    return "old"


def key_of(paths: Paths, case: Case) -> bytes:
    """By the passphrase of today or that of then, whichever it is: but one of them it is."""
    slots = read_slots(paths.keys)
    for passphrase, key in ((NOW, case.now), (THEN, case.then)):
        try:
            assert slots.open_with(passphrase) == key
        except WrongKey:
            continue
        assert key is not None
        return key
    raise AssertionError("no passphrase opens it any more")


def is_kept(paths: Paths, case: Case) -> None:
    """What was there before is in a backup, or lies aside with its key slots."""
    if case.known and not case.damaged:
        shelf = Backups(Place(paths.database, paths.backups, case.now), paths, Clock())
        copies = [copy for copy in shelf.listed() if copy.why is Why.BEFORE_RESTORE]
        assert copies and all(inside is not None and inside.visits == 2 for inside in map(shelf.look_into, copies))
        return
    folders = [folder for folder in paths.aside.iterdir() if (folder / "guesthouse.db").exists()]
    assert folders and all((folder / "guesthouse.keys").exists() or case.now is None for folder in folders)
    if not case.damaged:
        aside = Paths.under(folders[0])
        assert read_slots(aside.keys).open_with(NOW) == case.now
        check_house(aside, case.now)


@pytest.mark.parametrize("name", CASES)
def test_killed_before_each_step_that_names_or_writes_a_file(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    backup = prepare(tmp_path, case)
    before = backup.read_bytes()
    line = [sys.executable, "-m", "tests.safety.restoring", "each", *case.arguments(tmp_path, backup)]
    said = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=50, check=True).stdout.split("\n")[1:]
    ends = [each.split() for each in said if each]
    outcomes = [outcome(Paths.under(tmp_path / step), case) for step, _ in ends]

    assert [how for _, how in ends] == ["killed"] * (len(ends) - 1) + ["ended"] and len(ends) > 8
    assert outcomes == sorted(outcomes, key=["old", "new"].index), "the swap is one step"
    assert {"old", "new"} == set(outcomes) and backup.read_bytes() == before


@pytest.mark.parametrize("name", ["plain, plain", "sealed, plain", "forgotten, otherwise sealed"])
def test_killed_at_random_moments(tmp_path: Path, name: str) -> None:
    """Each next one begins with what the one before it has left."""
    case, chance = CASES[name], random.Random(name)
    backup = prepare(tmp_path, case)
    folder, done = tmp_path / "lived in", 0
    for _ in range(ROUNDS):
        if not folder.exists():
            shutil.copytree(tmp_path / "home", folder)
        line = [sys.executable, "-m", "tests.safety.restoring", "once", *case.arguments(folder, backup)]
        heard_until_killed(line, 1, chance.uniform(0, 0.1))
        if outcome(Paths.under(folder), case) == "new":
            folder.rename(tmp_path / f"done {done}")
            done += 1
