"""The passphrase as a person meets it: set, used, changed, and taken away."""

from __future__ import annotations

import os
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from guesthouse.domain.safekeeping import Sealed, State, Why
from guesthouse.errors import (
    AlreadyOpen,
    Bug,
    Cancelled,
    DiskFull,
    FileDamaged,
    FileMissing,
    TooNew,
    Trouble,
    WrongCode,
    WrongKey,
)
from guesthouse.house import check_house
from guesthouse.log import Log
from guesthouse.paths import Paths
from guesthouse.services import strongbox as module
from guesthouse.services.strongbox import Strongbox
from guesthouse.storage import sealing
from guesthouse.storage.connection import Place, connect
from tests.safety.hands import SECRET, Clock, contents, let_in, opened
from tests.services.strongbox.hands import WORDS, backups, count, plain


def test_a_passphrase_is_set_and_opens_the_file_and_so_does_the_code(box: Strongbox, paths: Paths) -> None:
    assert box.state() is State.PLAIN and plain(paths) == ["guesthouse.db"]
    sealed = box.seal(WORDS)

    assert box.state() is State.SEALED and plain(paths) == [] and sealed.plain_copies == ()
    assert box.unlock(WORDS) == box.unlock_with_code(sealed.code.lower().replace("-", "")) == sealed.key
    assert len(sealed.key) == 32 and count(paths, sealed.key) == 30
    check_house(paths, sealed.key)


def test_where_there_is_no_file_nothing_can_be_asked(tmp_path: Path, clock: Clock) -> None:
    box = Strongbox(Paths.under(tmp_path), clock)

    assert box.state() is State.MISSING and list(box.tidy(None)) == []
    for ask in (lambda: box.seal("x"), lambda: box.unlock("x"), lambda: box.unseal(bytes(32))):
        with pytest.raises(FileMissing):
            ask()
    assert set(contents(tmp_path)) <= {"guesthouse.lock"}


@pytest.mark.parametrize("words", ["", "  ", "\t\n"])
def test_a_blank_passphrase_is_refused(box: Strongbox, paths: Paths, words: str) -> None:
    before = contents(paths.data)
    with pytest.raises(ValueError):
        box.seal(words)
    assert contents(paths.data) == before


def test_a_wrong_passphrase_and_a_damaged_file_are_told_apart(box: Strongbox, sealed: Sealed, paths: Paths) -> None:
    with pytest.raises(WrongKey):
        box.unlock("open pumpkin")
    with pytest.raises(WrongKey):
        box.unlock("")
    with pytest.raises(WrongCode) as slip:
        box.unlock_with_code("0" + sealed.code[1:] if sealed.code[0] != "0" else "1" + sealed.code[1:])
    assert slip.value.group == 1
    whole = paths.database.read_bytes()
    paths.database.write_bytes(whole[:40] + b"\0" * 600 + whole[640:])

    with pytest.raises(WrongKey):
        box.unlock("open pumpkin")
    for right in (lambda: box.unlock(WORDS), lambda: box.unlock_with_code(sealed.code)):
        with pytest.raises(FileDamaged):
            right()
    paths.database.write_bytes(whole)
    assert box.unlock(WORDS) == sealed.key


def test_unlocking_changes_nothing_and_may_be_done_in_a_thread(box: Strongbox, sealed: Sealed, paths: Paths) -> None:
    before, found = contents(paths.data), list[bytes]()
    thread = threading.Thread(target=lambda: found.append(box.unlock(WORDS)))
    thread.start()
    thread.join()
    with pytest.raises(WrongKey):
        box.unlock("open pumpkin")

    assert found == [sealed.key] and contents(paths.data) == before


def test_a_changed_passphrase_is_the_only_one_and_the_code_stays(box: Strongbox, sealed: Sealed, paths: Paths) -> None:
    before = paths.database.read_bytes()
    box.change(sealed.key, "another")

    assert box.unlock("another") == box.unlock_with_code(sealed.code) == sealed.key
    with pytest.raises(WrongKey):
        box.unlock(WORDS)
    code = box.new_code(sealed.key)
    assert box.unlock("another") == box.unlock_with_code(code) == sealed.key != code
    with pytest.raises(WrongCode) as old:
        box.unlock_with_code(sealed.code)
    assert old.value.group == 0
    assert paths.database.read_bytes() == before and count(paths, sealed.key) == 30


def test_it_is_changed_beside_an_open_house(box: Strongbox, sealed: Sealed, paths: Paths) -> None:
    house = opened(paths.data, key=sealed.key)
    let_in(house, "while it changes")
    box.change(sealed.key, "another")
    let_in(house, "and after")
    house.close()

    assert count(paths, box.unlock("another")) == 30


def test_slots_are_never_made_for_a_key_that_does_not_fit(box: Strongbox, sealed: Sealed, paths: Paths) -> None:
    before = contents(paths.data)
    for wrong in (lambda: box.change(bytes(32), "x"), lambda: box.new_code(bytes(32)), lambda: box.unseal(bytes(32))):
        with pytest.raises(WrongKey):
            wrong()
    with pytest.raises(ValueError):
        box.change(sealed.key, " ")
    assert {**contents(paths.data), "backups.lock": b""} == {**before, "backups.lock": b""}
    assert box.unlock(WORDS) == sealed.key


def test_sealed_twice_or_unsealed_twice_is_a_mistake_of_ours(box: Strongbox, sealed: Sealed, paths: Paths) -> None:
    with pytest.raises(Bug):
        box.seal("again")
    assert box.unlock(WORDS) == sealed.key
    box.unseal(sealed.key)
    with pytest.raises(Bug):
        box.unseal(sealed.key)
    with pytest.raises(Bug):
        box.unlock(WORDS)
    assert count(paths, None) == 30


def test_slots_of_a_newer_version_are_told_and_stay(box: Strongbox, sealed: Sealed, paths: Paths) -> None:
    newer = b'{"format": "guesthouse-keys", "version": 9}'
    paths.keys.write_bytes(newer)
    for ask in (lambda: box.unlock(WORDS), lambda: box.change(sealed.key, "x"), lambda: box.new_code(sealed.key)):
        with pytest.raises(TooNew):
            ask()
    box.tidy(sealed.key)
    assert paths.keys.read_bytes() == newer


@pytest.mark.parametrize("stop_at", [1, 20, 35, 45])
@pytest.mark.parametrize("way", ["seal", "unseal"])
def test_stopped_everything_is_as_before(box: Strongbox, paths: Paths, clock: Clock, way: str, stop_at: int) -> None:
    key = box.seal(WORDS).key if way == "unseal" else None
    before = contents(paths.data)

    def progress(percent: int) -> bool:
        return percent < stop_at

    with pytest.raises(Cancelled):
        box.unseal(key, progress) if key else box.seal(WORDS, progress)
    now = contents(paths.data)
    assert {name for name in now if "guesthouse." in name} == {name for name in before if "guesthouse." in name}
    assert now.get("guesthouse.keys") == before.get("guesthouse.keys")
    assert count(paths, key) == 30 and box.state() is (State.SEALED if key else State.PLAIN)


def test_once_it_is_sealed_it_is_not_stopped_any_more(box: Strongbox, paths: Paths, clock: Clock) -> None:
    for _ in range(3):
        backups(paths, clock).make(Why.BY_HAND)
    heard: list[int] = []

    def progress(percent: int) -> bool:
        heard.append(percent)
        return box.state() is State.PLAIN

    sealed = box.seal(WORDS, progress)
    assert plain(paths) == [] and box.unlock(WORDS) == sealed.key
    assert heard == sorted(heard) and heard[-1] == 100 and len(set(heard)) > 8


def test_while_it_is_open_it_is_not_sealed(box: Strongbox, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    house = opened(paths.data)
    with pytest.raises(AlreadyOpen):
        box.seal(WORDS)
    house.close()
    monkeypatch.setattr(sealing, "BUSY_MS", 50)
    other = connect(Place(paths.database, paths.backups))  # `backup` and `export` take no lock
    other.execute("SELECT 1 FROM guests").fetchone()
    with pytest.raises(AlreadyOpen):
        box.seal(WORDS)
    other.close()

    assert not paths.keys.exists() and box.state() is State.PLAIN
    box.seal(WORDS)


def test_slots_that_cannot_be_written_leave_the_file_plain(
    box: Strongbox, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: Path, _slots: object) -> None:
        raise DiskFull(paths.keys)

    monkeypatch.setattr(module, "write_slots", full)
    with pytest.raises(DiskFull):
        box.seal(WORDS)
    assert count(paths, None) == 30 and not paths.keys.exists()


def test_what_fails_once_the_file_is_sealed_leaves_the_slots_that_open_it(
    box: Strongbox, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def carry_out(*arguments: Any) -> None:
        sealing.carry_out(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "carry_out", carry_out)
    with pytest.raises(KeyboardInterrupt):
        box.seal(WORDS)
    assert box.state() is State.SEALED and count(paths, box.unlock(WORDS)) == 30


def test_a_too_new_file_stays_as_it_is(box: Strongbox, paths: Paths) -> None:
    with closing(connect(Place(paths.database, paths.backups)).conn) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('guesthouse', '9999_later', '')"
        )
    before = paths.database.read_bytes()
    with pytest.raises(TooNew):
        box.seal(WORDS)
    assert paths.database.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "state"),
    [
        (b"", State.PLAIN),
        (b"a letter to somebody " * 500, State.PLAIN),
        (b"SQLite format 3\0", State.PLAIN),
        (os.urandom(40_000), State.SEALED),
    ],
)
def test_whatever_lies_there_has_a_state(box: Strongbox, paths: Paths, data: bytes, state: State) -> None:
    paths.database.write_bytes(data)

    assert box.state() is state
    with pytest.raises((Trouble, Bug)):
        box.unlock(WORDS)
    with pytest.raises((Trouble, Bug)):
        box.seal(WORDS)
    assert paths.database.read_bytes() == data


def test_slots_beside_a_plain_file_mean_nothing(box: Strongbox, sealed: Sealed, paths: Paths) -> None:
    slots = paths.keys.read_bytes()
    box.unseal(sealed.key)
    paths.keys.write_bytes(slots)

    assert box.state() is State.PLAIN and list(box.tidy(None)) == [] and count(paths, None) == 30
    again = box.seal("another")
    assert box.unlock("another") == again.key != sealed.key


def test_nothing_secret_is_told_anywhere(box: Strongbox, paths: Paths, clock: Clock) -> None:
    log = Log(paths)
    paths.backups.write_bytes(b"in the way")
    sealed = box.seal(SECRET)
    said = [f"{sealed!r} {box!r}"]
    for wrong in (
        lambda: box.unlock(SECRET * 2),
        lambda: box.unlock_with_code(SECRET),
        lambda: box.change(bytes(32), SECRET),
    ):
        with pytest.raises(Trouble) as caught:
            wrong()
        said.append(f"{caught.value} {caught.value!r} {caught.value.args} {caught.value.__context__!r}")
    log.close()
    said.append(paths.logfile.read_text("utf-8"))

    for secret in (SECRET, sealed.code, sealed.key.hex(), repr(sealed.key)[2:-1]):
        assert not [text for text in said if secret in text]
    assert "no backup was made" in said[-1]
