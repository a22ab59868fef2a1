"""A changed passphrase holds for the sealed backups in our folders, too; those that lie elsewhere keep theirs."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from guesthouse.domain.safekeeping import Sealed, Why
from guesthouse.errors import FileDamaged, ReadOnly, WrongCode, WrongKey
from guesthouse.paths import Paths
from guesthouse.services.restoring import Restoring
from guesthouse.services.strongbox import Strongbox
from guesthouse.storage import following
from guesthouse.storage.key_slots import id_of, read_slots, slots_for, write_slots
from guesthouse.storage.trailer import database_size, read_trailer
from tests.safety.hands import Clock, contents, opened
from tests.services.strongbox.hands import WORDS, backups, count

NEW = "another"


@pytest.fixture
def copies(sealed: Sealed, paths: Paths, clock: Clock, tmp_path: Path) -> list[Path]:
    """Sealed backups in the usual folder and in a chosen one, the newest first."""
    shelf = backups(paths, clock, sealed.key)
    shelf.make(Why.BY_HAND)
    (tmp_path / "chosen").mkdir()
    shelf.choose_folder(tmp_path / "chosen")
    shelf.make(Why.BY_HAND)
    assert len(shelf.listed()) == 3
    return [copy.file for copy in shelf.listed()]


@pytest.fixture
def restoring(paths: Paths, clock: Clock) -> Restoring:
    """Opens backups as a person asks it to."""
    return Restoring(paths, clock)


def pages(copy: Path) -> bytes:
    return copy.read_bytes()[: database_size(copy)]


def test_the_new_one_opens_them_and_the_old_one_does_not(
    box: Strongbox, sealed: Sealed, paths: Paths, restoring: Restoring, copies: list[Path]
) -> None:
    os.utime(copies[0], ns=(5, 1_700_000_000_123_456_789))
    before = {copy: pages(copy) for copy in copies}
    box.change(sealed.key, NEW)
    code = box.new_code(sealed.key)
    assert list(box.tidy(sealed.key)) == []

    assert {copy: pages(copy) for copy in copies} == before
    assert copies[0].stat().st_mtime_ns == 1_700_000_000_123_456_789
    for copy in copies:
        assert read_trailer(copy) == paths.keys.read_bytes() and copy.stat().st_mode & 0o777 == 0o600
        assert restoring.opening(copy, NEW) == restoring.opening_with_code(copy, code) == sealed.key
        with pytest.raises(WrongKey):
            restoring.opening(copy, WORDS)
        with pytest.raises(WrongCode):
            restoring.opening_with_code(copy, sealed.code)
    assert not list(paths.backups.glob("*.part"))


def test_without_the_slots_beside_the_file_the_old_one_is_told_as_wrong(
    box: Strongbox, sealed: Sealed, paths: Paths, copies: list[Path]
) -> None:
    box.change(sealed.key, NEW)
    box.tidy(sealed.key)
    paths.keys.unlink()

    with pytest.raises(WrongKey):
        box.unlock(WORDS)
    assert box.unlock(NEW) == box.unlock_with_code(sealed.code) == sealed.key
    box.tidy(sealed.key)
    assert read_slots(paths.keys).open_with(NEW) == sealed.key


def test_a_backup_opens_with_the_new_one_alone_on_another_computer_too(
    box: Strongbox, sealed: Sealed, copies: list[Path], tmp_path: Path
) -> None:
    box.change(sealed.key, NEW)
    box.tidy(sealed.key)
    there = Paths.under(tmp_path / "there")
    restoring = Restoring(there, Clock())

    with pytest.raises(WrongKey):
        restoring.opening(copies[-1], WORDS)
    restoring.restore(copies[-1], key_now=None, key_then=restoring.opening(copies[-1], NEW))
    assert count(there, Strongbox(there, Clock()).unlock(NEW)) == 30


def test_a_copy_elsewhere_keeps_the_one_it_had_and_comes_back_with_it(
    box: Strongbox, sealed: Sealed, paths: Paths, clock: Clock, restoring: Restoring, tmp_path: Path
) -> None:
    shelf = backups(paths, clock, sealed.key)
    stick = shelf.make(Why.BY_HAND, to=tmp_path / "stick.db").file
    (tmp_path / "before").mkdir()
    shelf.choose_folder(tmp_path / "before")
    left = shelf.make(Why.BY_HAND).file
    shelf.choose_folder(None)
    whole = stick.read_bytes(), left.read_bytes()
    box.change(sealed.key, NEW)
    box.tidy(sealed.key)

    assert (stick.read_bytes(), left.read_bytes()) == whole and shelf.others() == [tmp_path / "before"]
    there = Paths.under(tmp_path / "there")
    elsewhere = Restoring(there, clock)
    elsewhere.restore(stick, key_now=None, key_then=elsewhere.opening(stick, WORDS))
    assert count(there, Strongbox(there, clock).unlock(WORDS)) == 30


def test_copies_of_another_key_are_left_to_the_byte(
    box: Strongbox, sealed: Sealed, copies: list[Path], paths: Paths
) -> None:
    box.unseal(sealed.key)
    before = {copy: copy.read_bytes() for copy in copies}
    again = box.seal(NEW)
    box.change(again.key, "a third one")
    box.tidy(again.key)

    assert {copy: copy.read_bytes() for copy in copies} == before


def test_slots_of_another_key_beside_the_file_stay_there_and_go_behind_no_copy(
    box: Strongbox, sealed: Sealed, copies: list[Path], paths: Paths
) -> None:
    theirs = bytes(range(1, 33))
    write_slots(paths.keys, slots_for(theirs).with_passphrase(theirs, "their words"))
    before = contents(paths.data)
    box.tidy(sealed.key)

    assert {**contents(paths.data), "backups.lock": b""} == {**before, "backups.lock": b""}
    assert read_slots(paths.keys).key_id == id_of(theirs)


def test_no_copy_loses_a_way_in_that_the_new_slots_have_not(
    sealed: Sealed, copies: list[Path], paths: Paths, clock: Clock
) -> None:
    before = [copy.read_bytes() for copy in copies]
    shelf = backups(paths, clock, sealed.key)
    shelf.follow(slots_for(sealed.key).with_passphrase(sealed.key, NEW))
    assert [copy.read_bytes() for copy in copies] == before


def test_what_follows_already_is_not_written(box: Strongbox, sealed: Sealed, copies: list[Path]) -> None:
    box.change(sealed.key, NEW)
    box.tidy(sealed.key)
    before = [copy.stat().st_ino for copy in copies]
    box.tidy(sealed.key)

    assert [copy.stat().st_ino for copy in copies] == before


def test_the_old_slots_are_overwritten_where_they_lay(box: Strongbox, sealed: Sealed, copies: list[Path]) -> None:
    old = copies[0].open("rb")
    size, slots = database_size(copies[0]), read_trailer(copies[0])
    box.change(sealed.key, NEW)
    box.tidy(sealed.key)
    with old:
        left = old.read()

    assert slots is not None and slots not in left and not any(left[size:])
    assert left[:size] == pages(copies[0]), "the pages are noise without them"


def test_a_copy_with_a_second_name_is_not_spoiled_under_that(
    box: Strongbox, sealed: Sealed, copies: list[Path], tmp_path: Path
) -> None:
    os.link(copies[0], tmp_path / "mine.db")
    before = copies[0].read_bytes()
    box.change(sealed.key, NEW)
    box.tidy(sealed.key)

    assert (tmp_path / "mine.db").read_bytes() == before != copies[0].read_bytes()


def test_one_that_cannot_be_opened_by_its_slots_is_left(box: Strongbox, sealed: Sealed, copies: list[Path]) -> None:
    spoilt = bytearray(copies[0].read_bytes())
    spoilt[database_size(copies[0]) + 5] ^= 1
    copies[0].write_bytes(spoilt)
    with pytest.raises(FileDamaged):
        read_trailer(copies[0])
    box.change(sealed.key, NEW)
    box.tidy(sealed.key)

    assert copies[0].read_bytes() == spoilt and b"Guesthouse slots" in copies[1].read_bytes()[-16:]


# ------------------------------------------------------------------------------------- killed, stopped, kept from it


def tidied_until(box: Strongbox, key: bytes, folder: Path, step: int) -> bool:
    """Put in order by a child that is killed before its so-manieth opening, renaming or removing in the folder."""
    child = os.fork()
    if child == 0:
        seen: list[str] = []

        def hear(event: str, arguments: tuple[Any, ...]) -> None:
            if event in ("open", "os.rename", "os.remove") and str(arguments[0]).startswith(str(folder)):
                seen.append(event)
                if len(seen) == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hear)
        box.tidy(key)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_before_each_step_each_copy_has_its_old_slots_or_the_new_ones(
    box: Strongbox, sealed: Sealed, paths: Paths, clock: Clock, tmp_path: Path
) -> None:
    backups(paths, clock, sealed.key).make(Why.BY_HAND)
    copies = [copy.file for copy in backups(paths, clock).listed()]
    old, whole = paths.keys.read_bytes(), {copy: copy.read_bytes() for copy in copies}
    box.change(sealed.key, NEW)
    new, left, step = paths.keys.read_bytes(), set[int](), 1
    while tidied_until(box, sealed.key, paths.backups, step):
        parts = list(paths.backups.glob("*.part"))
        followed = [read_trailer(copy) == new for copy in copies]
        assert {read_trailer(copy) for copy in copies} <= {old, new}
        assert followed == sorted(followed, reverse=True), "the newest is the first"
        left.add(len(parts))
        assert all(pages(copy) == whole[copy][: database_size(copy)] for copy in copies)

        box.tidy(sealed.key)
        assert [read_trailer(copy) for copy in copies] == [new, new] and not list(paths.backups.glob("*.part"))
        for copy, data in whole.items():
            copy.write_bytes(data)
        step += 1
    assert step > 15 and left == {0, 1}


def test_stopped_it_goes_on_the_next_time(box: Strongbox, sealed: Sealed, paths: Paths, copies: list[Path]) -> None:
    box.change(sealed.key, NEW)
    box.tidy(sealed.key, lambda percent: percent < 33)
    new = paths.keys.read_bytes()

    assert [read_trailer(copy) == new for copy in copies] == [True, False, False]
    assert not list(paths.backups.glob("*.part"))
    box.tidy(sealed.key)
    assert [read_trailer(copy) for copy in copies] == [new] * 3


def full(monkeypatch: pytest.MonkeyPatch, _copy: Path) -> None:
    """Told before anything is written."""
    usage = shutil._ntuple_diskusage(1 << 30, 1 << 30, 5000)  # type: ignore[attr-defined]
    monkeypatch.setattr(following.shutil, "disk_usage", lambda _folder: usage)


def full_on_the_way(monkeypatch: pytest.MonkeyPatch, _copy: Path) -> None:
    """Told by the system, once all is written."""

    def no_room(_descriptor: int) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(following.os, "fsync", no_room)


def read_only(monkeypatch: pytest.MonkeyPatch, copy: Path) -> None:
    real = following.demand_writable

    def demand(file: Path) -> None:
        if file == copy:
            raise ReadOnly(file)
        real(file)

    monkeypatch.setattr(following, "demand_writable", demand)


def written_wrongly(monkeypatch: pytest.MonkeyPatch, _copy: Path) -> None:
    """As a disk does that tells nothing of it."""
    monkeypatch.setattr(following, "trailer_of", lambda slots: b"x" * 4096)


def another_page_written(monkeypatch: pytest.MonkeyPatch, _copy: Path) -> None:
    real = following._pages
    first = set[Path]()

    def pages_of(file: Path, size: int) -> Iterator[bytes]:
        for data in real(file, size):
            yield data if file in first or file.suffix == ".part" else b"x" + data[1:]
        first.add(file)

    monkeypatch.setattr(following, "_pages", pages_of)


@pytest.mark.parametrize("spoil", [full, full_on_the_way, read_only, written_wrongly, another_page_written])
def test_what_cannot_be_written_is_left_as_it_was_and_is_no_trouble_of_the_change(
    box: Strongbox,
    sealed: Sealed,
    paths: Paths,
    copies: list[Path],
    restoring: Restoring,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[pytest.MonkeyPatch, Path], None],
) -> None:
    box.change(sealed.key, NEW)
    before = {copy: copy.read_bytes() for copy in copies}
    with monkeypatch.context() as spoilt:
        spoil(spoilt, copies[1])
        assert list(box.tidy(sealed.key)) == []

    kept = [copy for copy in copies if copy.read_bytes() == before[copy]]
    assert kept == ([copies[1]] if spoil is read_only else copies)
    assert not list(paths.backups.glob("*.part")) and box.unlock(NEW) == sealed.key
    assert restoring.opening(copies[1], WORDS) == sealed.key
    box.tidy(sealed.key)
    assert not [copy for copy in copies if copy.read_bytes() == before[copy]]


def test_a_copy_that_goes_away_or_changes_meanwhile_does_not_come_back(
    box: Strongbox, sealed: Sealed, copies: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = following._write

    def write(file: Path, *rest: Any) -> None:
        real(file, *rest)
        if file == copies[1]:
            file.unlink()
        if file == copies[2]:
            file.write_bytes(b"something else")

    monkeypatch.setattr(following, "_write", write)
    box.change(sealed.key, NEW)
    box.tidy(sealed.key)

    assert opened_by_new(copies[0], sealed.key)
    assert not copies[1].exists() and copies[2].read_bytes() == b"something else"


def opened_by_new(copy: Path, key: bytes) -> bool:
    carried = read_trailer(copy)
    assert carried is not None
    return following.from_bytes(carried).open_with(NEW) == key


def test_it_goes_on_beside_an_open_house(box: Strongbox, sealed: Sealed, paths: Paths, copies: list[Path]) -> None:
    house = opened(paths.data, key=sealed.key)
    box.change(sealed.key, NEW)
    box.tidy(sealed.key)
    house.close()

    assert all(opened_by_new(copy, sealed.key) for copy in copies) and count(paths, sealed.key) == 30
