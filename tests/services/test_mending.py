"""A damaged file is kept aside to the byte, and something whole stands in its place; or all is as it was."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Why
from guesthouse.errors import AlreadyOpen, Cancelled, DiskFull, FileDamaged, FileMissing, KeysMissing, WrongKey
from guesthouse.house import check_house, open_house
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from guesthouse.services import mending
from guesthouse.storage.lock import Lock
from tests.safety.damage import ENTRIES, PAGE, THOUGHTS, fill, page_with, rows, spoil
from tests.safety.hands import KEY, Clock, contents, let_in, opened


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    """What keeps the file in a folder of its own."""
    return Keeping(Paths.under(tmp_path / "data"), Clock())


def damage(keeping: Keeping, key: bytes | None, *pages: int) -> dict[str, bytes]:
    """A filled house with a backup, and its file damaged; returns the file and its log."""
    fill(keeping.paths.data, key)
    spoil(keeping.paths.database, *pages)
    return ours(keeping)


def ours(keeping: Keeping) -> dict[str, bytes]:
    """Our file and what SQLite puts beside it."""
    return {name: data for name, data in contents(keeping.paths.data).items() if name.startswith("guesthouse.db")}


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_what_can_be_read_is_there_and_the_damaged_file_lies_aside(keeping: Keeping, key: bytes | None) -> None:
    before = damage(keeping, key, 4, 40, 41)
    wreck = keeping.mending.look(key)
    assert ours(keeping) == before

    aside = keeping.mending.salvage(key)

    assert aside.parent == keeping.paths.aside and contents(aside) == before
    check_house(keeping.paths, key)
    with_it = open_house(keeping.paths, clock=Clock(), random=random.Random(1), key=key)
    assert wreck.readable is not None
    assert with_it.guest_book.count() == wreck.readable.guests
    with_it.close()


def test_what_is_salvaged_can_be_found_again(keeping: Keeping) -> None:
    damage(keeping, None)
    keeping.mending.salvage()
    house = opened(keeping.paths.data)
    assert house.guest_book.count("unDER pressure 59") == 1
    assert house.guest_book.knows(THOUGHTS[5])
    house.journal.leave("")
    house.close()
    texts = {str(row[-1]) for row in rows(keeping.paths.database, None)["entries"]}
    assert {text for text in texts if text.startswith("Entry 7:")} == {ENTRIES[7]}


def test_a_second_damage_has_a_folder_of_its_own(keeping: Keeping) -> None:
    damage(keeping, None, 5)
    first = keeping.mending.salvage()
    spoil(keeping.paths.database, 6)
    assert keeping.mending.salvage() != first
    assert len(list(keeping.paths.aside.iterdir())) == 2


def test_where_nothing_can_be_read_all_stays(keeping: Keeping) -> None:
    keeping.paths.make()
    keeping.paths.database.write_bytes(b"Dear diary,\n" * 900)
    assert keeping.mending.look().readable is None
    with pytest.raises(FileDamaged):
        keeping.mending.salvage()
    assert keeping.paths.database.read_bytes() == b"Dear diary,\n" * 900
    assert not keeping.paths.aside.exists()


def test_stopped_all_stays(keeping: Keeping) -> None:
    before = damage(keeping, None, 4)
    with pytest.raises(Cancelled):
        keeping.mending.salvage(None, lambda percent: percent < 50)
    assert ours(keeping) == before and not keeping.paths.aside.exists()


def test_where_the_new_file_cannot_take_the_place_all_stays(keeping: Keeping, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise DiskFull

    before = damage(keeping, None, 4)
    monkeypatch.setattr(mending, "put_in_place", refused)
    with pytest.raises(DiskFull):
        keeping.mending.salvage()
    assert ours(keeping) == before and list(keeping.paths.aside.iterdir()) == []


def test_beside_an_open_house_nothing_is_touched(keeping: Keeping) -> None:
    before = damage(keeping, None, 4)
    lock = Lock(keeping.paths.lock)
    for verb in (keeping.mending.salvage, keeping.mending.begin_anew):
        with pytest.raises(AlreadyOpen):
            verb()
    lock.release()
    assert ours(keeping) == before


def test_the_newest_good_backup_is_named(keeping: Keeping) -> None:
    house = opened(keeping.paths.data)
    let_in(house, "the first")
    good = house.backups.make(Why.BY_HAND)
    let_in(house, "the second")
    bad = house.backups.make(Why.DAILY)
    house.close()
    spoil(bad.file, *range(1, bad.bytes // PAGE))

    wreck = keeping.mending.look()
    assert wreck.newest_good is not None and wreck.newest_good.file == good.file
    assert wreck.newest_good.inside is not None and wreck.newest_good.inside.guests == 1
    assert len(wreck.backups) == 2


def test_one_can_begin_from_a_backup(keeping: Keeping) -> None:
    house = opened(keeping.paths.data)
    let_in(house, "the first")
    backup = house.backups.make(Why.BY_HAND)
    let_in(house, "the second")
    house.close()
    spoil(keeping.paths.database, 2, page_with(keeping.paths.database, b"the second"))
    before = ours(keeping)

    aside = keeping.mending.begin_from(backup.file)

    assert aside is not None and contents(aside) == before
    check_house(keeping.paths)
    house = opened(keeping.paths.data)
    assert [guest.words for guest in house.guest_book.find()] == ["the first"]
    house.close()


def test_a_file_that_opens_after_all_is_backed_up_and_its_passphrase_stays(keeping: Keeping, tmp_path: Path) -> None:
    house = opened(keeping.paths.data)
    let_in(house, "the first")
    backup = house.backups.make(Why.BY_HAND, to=tmp_path / "then.db")
    house.close()
    key = keeping.strongbox.seal("a passphrase").key
    copies = keeping.backups(key).listed()

    assert keeping.mending.begin_from(backup.file, key_now=key) is None
    assert keeping.strongbox.unlock("a passphrase") == key
    assert len(keeping.backups(key).listed()) == len(copies) + 1
    check_house(keeping.paths, key)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_one_can_begin_anew(keeping: Keeping, key: bytes | None) -> None:
    before = damage(keeping, key, 0)
    keeping.paths.keys.write_bytes(b"slots")
    aside = keeping.mending.begin_anew()
    assert contents(aside) == {**before, "guesthouse.keys": b"slots"}
    assert ours(keeping) == {} and not keeping.paths.keys.exists()
    house = opened(keeping.paths.data)
    assert house.guest_book.count() == 0
    house.close()


def test_where_there_is_no_file_nothing_is_begun_anew(keeping: Keeping) -> None:
    with pytest.raises(FileMissing):
        keeping.mending.begin_anew()


def test_the_passphrase_opens_what_is_damaged(keeping: Keeping) -> None:
    """Also where the first page is gone, and the key slots are those of a backup."""
    fill(keeping.paths.data, None)
    sealed = keeping.strongbox.seal("a quiet evening")
    keeping.backups(sealed.key).make(Why.BY_HAND)
    spoil(keeping.paths.database, 0)
    mending = keeping.mending
    assert mending.needs_passphrase()
    assert mending.opening("a quiet evening") == sealed.key
    with pytest.raises(WrongKey):
        mending.opening("another evening")
    keeping.paths.keys.unlink()
    assert mending.opening("a quiet evening") == sealed.key

    readable = mending.look(sealed.key).readable
    assert readable is not None and readable.guests == len(THOUGHTS) and readable.entries == len(ENTRIES)

    for backup in keeping.paths.backups.iterdir():
        backup.unlink()
    with pytest.raises(KeysMissing):
        mending.opening("a quiet evening")


def test_what_a_kill_left_half_done_is_undone(keeping: Keeping) -> None:
    """The second names are there, and the log is gone from its place already."""
    house = opened(keeping.paths.data)
    let_in(house, "in the log")
    data = keeping.paths.data
    names = ("guesthouse.db", "guesthouse.db-wal")
    held = {name: (data / name).read_bytes() for name in names}
    house.close()
    aside = keeping.paths.aside / "20260301-213000"
    aside.mkdir(parents=True)
    for name, content in held.items():
        (aside / name).write_bytes(content)
    keeping.paths.database.unlink()
    keeping.paths.database.hardlink_to(aside / "guesthouse.db")
    (data / "guesthouse.db.salvaged").write_bytes(b"half of it")

    keeping.mending.take_back()

    assert ours(keeping) == held and not aside.exists()
    house = opened(data)
    assert [guest.words for guest in house.guest_book.find()] == ["in the log"]
    house.close()


def test_what_lies_aside_from_before_stays(keeping: Keeping) -> None:
    damage(keeping, None, 4)
    aside = keeping.mending.salvage()
    before = contents(aside)
    keeping.mending.take_back()
    assert contents(aside) == before
