"""Bits that turn over on the disk, and files cut short: a sealed file tells every one, a plain one tells some.

SQLite keeps no checksums. What a plain file cannot tell is a letter that became another one; what it can tell is that
its pages no longer hang together. docs/safety.md says so, with the share that is measured here.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import State
from guesthouse.errors import FileDamaged, GuesthouseError, KeysMissing, NotADatabase, NotOurs, WrongKey
from guesthouse.house import check_house
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from tests.safety.hands import Clock, commanded, contents, let_in, opened

PAGE, HEADER, SALT = 4096, 100, 16
PASSPHRASE = "a wall of rain"


@pytest.fixture
def plain(tmp_path: Path) -> Paths:
    """A plain file with a hundred pages of all kinds: long thoughts, free pages, indexes."""
    return lived_in(tmp_path / "plain")


@pytest.fixture
def sealed(tmp_path: Path) -> tuple[Paths, bytes]:
    """The same, sealed."""
    paths = lived_in(tmp_path / "sealed")
    return paths, Keeping(paths, Clock()).strongbox.seal(PASSPHRASE).key


def lived_in(folder: Path) -> Paths:
    house = opened(folder)
    arrivals = [
        let_in(house, f"thought {number} " + "that goes on and on " * (number % 9) * 24) for number in range(50)
    ]
    for arrival in arrivals[10:16]:
        assert arrival.guest_id is not None
        house.guest_book.forget(arrival.guest_id)
    house.close()
    return Paths.under(folder)


def flipped(whole: bytes, place: int, bit: int) -> bytes:
    """With one bit turned over."""
    return whole[:place] + bytes([whole[place] ^ (1 << bit)]) + whole[place + 1 :]


def told(paths: Paths, key: bytes | None) -> str:
    """The kind of trouble that a check tells, "" for none. Anything else is a failure."""
    try:
        check_house(paths, key)
    except (FileDamaged, NotADatabase, NotOurs, WrongKey) as trouble:
        return type(trouble).__name__
    return ""


def test_a_sealed_file_tells_every_one(sealed: tuple[Paths, bytes]) -> None:
    """In each page: its words, its random start, its seal. A raw key that opens nothing is WrongKey down there; with
    the passphrase it is told apart below.
    """
    paths, key = sealed
    whole, chance = paths.database.read_bytes(), random.Random(5)
    assert len(whole) // PAGE > 40 and told(paths, key) == ""
    for page in range(len(whole) // PAGE):
        parts = [range(PAGE - 80), range(PAGE - 80, PAGE - 64), range(PAGE - 64, PAGE)]
        for part in parts if page else [range(SALT), range(SALT, PAGE - 80), *parts[1:]]:
            place = page * PAGE + chance.choice(part)
            paths.database.write_bytes(flipped(whole, place, chance.randrange(8)))
            assert told(paths, key) == ("FileDamaged" if page else "WrongKey"), f"byte {place}"
    paths.database.write_bytes(whole)
    assert told(paths, key) == ""


@pytest.mark.parametrize("place", [0, SALT - 1, SALT, HEADER, PAGE - 70, PAGE - 1, 3 * PAGE + 5])
def test_damage_and_a_wrong_passphrase_are_told_apart(sealed: tuple[Paths, bytes], place: int) -> None:
    """The slot knows whether the passphrase is right, whatever has become of the file."""
    paths, _key = sealed
    paths.database.write_bytes(flipped(paths.database.read_bytes(), place, 3))
    right = commanded("check", "--data-dir", paths.data, "--passphrase-stdin", given=PASSPHRASE)
    wrong = commanded("check", "--data-dir", paths.data, "--passphrase-stdin", given="a wall of snow")

    assert (right.returncode, right.stdout, right.stderr) == (1, "", FileDamaged(paths.database).sentence + "\n")
    assert (wrong.returncode, wrong.stdout) == (1, "") and wrong.stderr.startswith(WrongKey.title[:-1])


def test_every_bit_of_the_key_slots_is_told_or_does_no_harm(sealed: tuple[Paths, bytes]) -> None:
    """The passphrase opens the file with the very key, or the slots are said to be damaged: never anything else."""
    paths, key = sealed
    whole, chance = paths.keys.read_bytes(), random.Random(6)
    strongbox, seen = Keeping(paths, Clock()).strongbox, set[str]()
    for copy in paths.backups.glob("*"):
        copy.unlink()  # which carry the same slots, and would be asked
    for place in sorted(chance.sample(range(len(whole)), 60)):
        paths.keys.write_bytes(flipped(whole, place, chance.randrange(7)))
        assert strongbox.state() is State.SEALED
        try:
            assert strongbox.unlock(PASSPHRASE) == key
        except GuesthouseError as trouble:
            seen.add(type(trouble).__name__)
    assert seen == {KeysMissing.__name__}
    paths.keys.write_bytes(whole)
    assert strongbox.unlock(PASSPHRASE) == key


def test_slots_that_are_damaged_are_found_in_a_backup(sealed: tuple[Paths, bytes]) -> None:
    paths, key = sealed
    keeping = Keeping(paths, Clock())
    assert any(copy.sealed for copy in keeping.backups(key).listed())
    paths.keys.write_bytes(bytes(len(paths.keys.read_bytes())))

    assert keeping.strongbox.unlock(PASSPHRASE) == key


def test_a_plain_file_tells_what_breaks_it_and_not_a_letter_that_changed(plain: Paths) -> None:
    """Whatever bit it is: it is told in words, or the file is read to its end. The share stands in docs/safety.md."""
    whole, chance = plain.database.read_bytes(), random.Random(7)
    places = [chance.randrange(len(whole)) for _ in range(200)]
    untold = 0
    for place in places:
        plain.database.write_bytes(flipped(whole, place, chance.randrange(8)))
        if not told(plain, None):
            untold += 1
            read_to_its_end(plain)
    plain.database.write_bytes(whole)

    assert told(plain, None) == ""
    assert 0.75 < untold / len(places) < 0.99, f"{untold} of {len(places)} are not told"


def read_to_its_end(paths: Paths) -> None:
    """Every thought of the guest book; what cannot be read is a trouble of ours."""
    try:
        house = opened(paths.data)
        try:
            for guest in house.guest_book.find(limit=1000):
                house.guest_book.visits(guest.id)
        finally:
            house.close()
    except GuesthouseError:
        pass


def test_a_letter_that_changed_in_a_plain_file_is_not_told(plain: Paths) -> None:
    """This is the limit itself, so that nobody promises more."""
    whole = plain.database.read_bytes()
    place = whole.index(b"thought 41 that goes")
    plain.database.write_bytes(flipped(whole, place, 0))

    assert told(plain, None) == ""


@pytest.mark.parametrize("place", [*range(0, 16, 5), 68, 71])
def test_the_head_of_a_plain_file_is_always_told(plain: Paths, place: int) -> None:
    plain.database.write_bytes(flipped(plain.database.read_bytes(), place, 2))
    with pytest.raises(GuesthouseError):
        check_house(plain)


CUTS: dict[str, Callable[[int], int]] = {
    "half": lambda size: size // 2,
    "inside a page": lambda size: size - 1000,
    "a page": lambda size: size - PAGE,
    "all but a page": lambda size: PAGE,
    "all but its beginning": lambda size: 60,
    "all but one byte": lambda size: 1,
    "all": lambda size: 0,
}


@pytest.mark.parametrize("cut", CUTS)
def test_a_file_cut_short_is_told_and_left_as_it_is(plain: Paths, sealed: tuple[Paths, bytes], cut: str) -> None:
    for paths, given in ((plain, None), (sealed[0], PASSPHRASE)):
        whole = paths.database.read_bytes()
        paths.database.write_bytes(whole[: CUTS[cut](len(whole))])
        before = contents(paths.data)
        for name in ("check", "export", "backup"):
            to = ["--to", paths.data.parent / ("out.json" if name == "export" else "out.db")] if name != "check" else []
            said = commanded(name, *to, "--data-dir", paths.data, "--passphrase-stdin", given=given or "")
            assert (said.returncode, said.stdout) == (1, ""), (cut, name)
            assert said.stderr.count("\n") == 1 and "damaged" in said.stderr + "damaged" * (cut == "all but one byte")
        after = {file: data for file, data in contents(paths.data).items() if not file.endswith(".lock")}
        assert after == {file: data for file, data in before.items() if not file.endswith(".lock")}
        assert not list(paths.data.parent.glob("out*"))
