"""No plain copy is left behind, and what the backups carry opens the file where its own slots are lost."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Sealed, Why
from guesthouse.errors import KeysMissing, Trouble, WrongKey
from guesthouse.paths import Paths
from guesthouse.services.strongbox import Strongbox
from guesthouse.storage.key_slots import from_bytes
from guesthouse.storage.sealing import opens
from guesthouse.storage.trailer import read_trailer
from tests.safety.hands import SECRET, Clock, contents, opened
from tests.services.strongbox.hands import WORDS, backups, count, plain


def test_the_plain_backups_are_sealed_with_it(box: Strongbox, paths: Paths, clock: Clock) -> None:
    first = backups(paths, clock).make(Why.DAILY)
    second = backups(paths, clock).make(Why.BY_HAND)
    os.utime(first.file, (1_700_000_000, 1_700_000_000))
    part = first.file.with_name(first.file.name + ".part")
    part.write_bytes(first.file.read_bytes())
    assert len(plain(paths)) == 4
    sealed = box.seal(WORDS)

    assert plain(paths) == [] and sealed.plain_copies == () and not part.exists()
    copies = {copy.file: copy for copy in backups(paths, clock, sealed.key).listed()}
    assert {first.file, second.file} < copies.keys() and len(copies) == 3
    assert [copy.why for copy in copies.values()].count(Why.BEFORE_PASSPHRASE) == 1
    assert all(copy.sealed and opens(copy.file, sealed.key) for copy in copies.values())
    assert first.file.stat().st_mtime == 1_700_000_000
    for copy in copies.values():
        inside = backups(paths, clock, sealed.key).look_into(copy)
        assert inside is not None and inside.guests == 30


def test_what_cannot_be_sealed_is_named(box: Strongbox, paths: Paths, clock: Clock) -> None:
    good, bad = backups(paths, clock).make(Why.DAILY).file, backups(paths, clock).make(Why.DAILY).file
    broken = bytearray(bad.read_bytes())
    broken[4096 * 2 : 4096 * 2 + 100] = b"\xff" * 100
    bad.write_bytes(broken)
    headless = good.with_name("guesthouse-20260102-030405-daily.db")
    headless.write_bytes(b"\0" * 4096 + good.read_bytes()[4096:])
    aside = paths.aside / "20260101" / "guesthouse.db"
    aside.parent.mkdir(parents=True)
    aside.write_bytes(broken)
    (aside.parent / "guesthouse.keys").write_bytes(b"{}")
    sealed = box.seal(WORDS)

    assert set(sealed.plain_copies) == {bad, headless, aside} and bad.read_bytes() == bytes(broken)
    assert sorted(plain(paths)) == sorted(str(file.relative_to(paths.data)) for file in sealed.plain_copies)
    assert set(box.tidy(sealed.key)) == {bad, headless, aside}
    bad.unlink()
    assert set(box.tidy(sealed.key)) == {headless, aside}


def test_a_copy_that_was_renamed_is_named_and_a_file_of_another_program_is_let_be(
    box: Strongbox, paths: Paths, clock: Clock
) -> None:
    copy = backups(paths, clock).make(Why.BY_HAND).file
    renamed = copy.rename(copy.with_name("before the journey.db"))
    theirs = copy.with_name("guesthouse-rooms.db")
    with closing(sqlite3.connect(theirs)) as rooms:
        rooms.execute("CREATE TABLE rooms (number)")
        rooms.commit()
    before = theirs.read_bytes()
    sealed = box.seal(WORDS)

    assert list(sealed.plain_copies) == [renamed] and opens(renamed, None)
    assert theirs.read_bytes() == before


def test_copies_in_a_chosen_folder_are_sealed_and_those_in_one_before_are_named(
    box: Strongbox, paths: Paths, clock: Clock, tmp_path: Path
) -> None:
    shelf, made = backups(paths, clock), list[Path]()
    for folder in (None, tmp_path / "first", tmp_path / "second"):
        if folder is not None:
            folder.mkdir()
            shelf.choose_folder(folder)
        made.append(shelf.make(Why.BY_HAND).file)
    sealed = box.seal(WORDS)

    assert list(sealed.plain_copies) == [made[1]]
    assert opens(made[0], sealed.key) and opens(made[2], sealed.key) and opens(made[1], None)
    assert SECRET.encode() not in b"".join(contents(tmp_path / "second").values())


def test_what_a_kill_left_plain_is_sealed_after_the_next_unlocking(
    box: Strongbox, sealed: Sealed, paths: Paths, clock: Clock
) -> None:
    box.unseal(sealed.key)
    copy = backups(paths, clock).make(Why.DAILY).file
    left = copy.read_bytes()
    again = box.seal("another")
    copy.write_bytes(left)
    for name in (
        "guesthouse.db.unsealing",
        "guesthouse.db.new",
        f"backups/{copy.name}.part",
        f"backups/{copy.name}.sealing",
    ):
        (paths.data / name).write_bytes(left)
    assert len(plain(paths)) == 5
    box.clear_leftovers()
    assert len(plain(paths)) == 3 and count(paths, again.key) == 30

    assert list(box.tidy(again.key)) == [] and plain(paths) == []
    assert opens(copy, again.key)


def test_backups_open_by_the_slots_they_carry(box: Strongbox, sealed: Sealed, paths: Paths, clock: Clock) -> None:
    slots = paths.keys.read_bytes()
    box.unseal(sealed.key)

    assert not paths.keys.exists() and plain(paths) == ["guesthouse.db"] and count(paths, None) == 30
    assert [copy.sealed for copy in backups(paths, clock).listed()] == [True, True]
    for copy in backups(paths, clock).listed():
        carried = read_trailer(copy.file)
        assert carried == slots
        assert from_bytes(slots).open_with(WORDS) == from_bytes(slots).open_with_code(sealed.code) == sealed.key


def lost(keys: Path) -> None:
    keys.unlink()


def torn(keys: Path) -> None:
    keys.write_bytes(keys.read_bytes()[:300])


def scratched(keys: Path) -> None:
    data = bytearray(keys.read_bytes())
    for place in range(len(data)):
        if data[place : place + 10] == b'"sealed": ':
            data[place + 12] ^= 1
    keys.write_bytes(data)


@pytest.mark.parametrize("spoil", [lost, torn, scratched])
def test_lost_slots_are_found_behind_a_backup_and_put_back(
    box: Strongbox, sealed: Sealed, paths: Paths, spoil: Callable[[Path], None]
) -> None:
    whole = paths.keys.read_bytes()
    spoil(paths.keys)

    assert box.unlock(WORDS) == box.unlock_with_code(sealed.code) == sealed.key
    with pytest.raises(WrongKey):
        box.unlock("open pumpkin")
    box.tidy(sealed.key)
    assert paths.keys.read_bytes() == whole


@pytest.mark.parametrize("spoil", [lost, torn, scratched])
def test_without_any_backup_lost_slots_are_told(
    box: Strongbox, sealed: Sealed, paths: Paths, clock: Clock, spoil: Callable[[Path], None]
) -> None:
    spoil(paths.keys)
    for copy in backups(paths, clock).listed():
        copy.file.unlink()

    for ask in (lambda: box.unlock(WORDS), lambda: box.unlock_with_code(sealed.code)):
        with pytest.raises(KeysMissing):
            ask()
    box.change(sealed.key, "another")
    assert box.unlock("another") == sealed.key


def test_slots_behind_backups_of_another_file_open_nothing(
    box: Strongbox, sealed: Sealed, paths: Paths, clock: Clock, tmp_path: Path
) -> None:
    opened(tmp_path / "there").close()
    other = Strongbox(Paths.under(tmp_path / "there"), clock)
    other.seal("their words")
    paths.keys.unlink()
    for copy in backups(paths, clock).listed():
        copy.file.unlink()
    for copy in backups(Paths.under(tmp_path / "there"), clock).listed():
        (paths.backups / copy.file.name).write_bytes(copy.file.read_bytes())

    with pytest.raises(Trouble):
        box.unlock("their words")
    with pytest.raises(Trouble):
        box.unlock(WORDS)
    box.tidy(sealed.key)
    assert not paths.keys.exists(), "their slots are not put beside our file"


def test_the_passphrase_of_a_file_before_is_told_as_wrong_and_not_as_damage(
    box: Strongbox, sealed: Sealed, paths: Paths
) -> None:
    box.unseal(sealed.key)
    again = box.seal("another")
    paths.keys.unlink()

    with pytest.raises(WrongKey):
        box.unlock(WORDS)
    assert box.unlock("another") == again.key


def test_an_old_passphrase_is_not_looked_for_behind_the_backups(box: Strongbox, sealed: Sealed) -> None:
    box.change(sealed.key, "another")
    with pytest.raises(WrongKey):
        box.unlock(WORDS)


def test_without_a_safety_copy_it_is_sealed_all_the_same(box: Strongbox, paths: Paths) -> None:
    paths.backups.write_bytes(b"in the way")
    sealed = box.seal(WORDS)

    assert box.unlock(WORDS) == sealed.key and plain(paths) == []
    box.unseal(sealed.key)
    assert count(paths, None) == 30
