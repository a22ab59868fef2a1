"""A backup comes back, plain or sealed: all of it or nothing, and what was there before is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Inside, Why
from guesthouse.errors import (
    AlreadyOpen,
    Cancelled,
    NotABackup,
    ReadOnly,
    TooNew,
    Trouble,
    WrongKey,
)
from guesthouse.paths import Paths
from guesthouse.storage.connection import Place, connect
from guesthouse.storage.key_slots import read_slots, slots_for, write_slots
from tests.safety.hands import KEY, Clock, contents, let_in, opened
from tests.services.restored import KINDS, NOW, OTHER, THEN, Home, as_it_was, changed

DATA = Path(__file__).parents[1] / "data"
CODE = "0000-0000-0000-0000-0000-0000-0000"


def before_restore(today: Home, key: bytes | None) -> list[Inside | None]:
    return [today.backups.look_into(copy, key) for copy in today.backups.listed() if copy.why is Why.BEFORE_RESTORE]


@pytest.mark.parametrize("then", KINDS, indirect=True)
@pytest.mark.parametrize("today", ["plain", "sealed"], indirect=True)
def test_round_trips(today: Home, then: Path) -> None:
    """With the key of today the passphrase stays as it is; a plain file becomes what the backup was."""
    seen: list[int] = []
    key = today.restoring.opening(then, THEN)
    today.restoring.restore(
        then, key_now=today.key, key_then=key, progress=lambda percent: seen.append(percent) or True
    )
    after = today.key or key

    assert today.known(after) == ["and then", "then"]
    assert seen == sorted(seen) and seen[-1] == 100
    if after is not None:
        assert read_slots(today.paths.keys).open_with(NOW if today.key else THEN) == after
    else:
        assert not today.paths.keys.exists()
    assert before_restore(today, today.key) == [Inside(1, 1, 0)] and not today.paths.aside.exists()
    (copy,) = (copy for copy in today.backups.listed() if copy.why is Why.BEFORE_RESTORE)
    today.restoring.restore(copy.file, key_now=after, key_then=today.key)
    assert today.known(after) == ["today"]
    left = {"backups.lock", "guesthouse.lock", "guesthouse.db", *(["guesthouse.keys"] if after else [])}
    assert {file.name for file in today.paths.data.iterdir() if file.is_file()} == left


@pytest.mark.parametrize("then", KINDS, indirect=True)
@pytest.mark.parametrize("today", ["sealed"], indirect=True)
def test_without_the_passphrase_of_today_its_file_is_kept_aside_whole(today: Home, then: Path) -> None:
    before = contents(today.paths.data)
    key = today.restoring.opening(then, THEN)
    today.restoring.restore(then, key_now=None, key_then=key)

    assert today.known(key) == ["and then", "then"]
    (aside,) = today.paths.aside.iterdir()
    assert contents(aside) == {name: before[name] for name in ("guesthouse.db", "guesthouse.keys")}
    if key is None:
        assert not today.paths.keys.exists()
    else:
        assert read_slots(today.paths.keys).open_with(THEN) == key
    assert Home(Paths.under(aside), Clock(), today.key).known(today.key) == ["today"]


def test_a_damaged_file_of_today_is_kept_aside_untouched(today: Home, then: Path) -> None:
    broken = bytearray(today.paths.database.read_bytes())
    broken[4096 * 3 : 4096 * 4] = b"\xa5" * 4096
    today.paths.database.write_bytes(broken)
    today.restoring.restore(then, key_now=None, key_then=None)

    (aside,) = today.paths.aside.iterdir()
    assert contents(aside) == {"guesthouse.db": bytes(broken)} and today.known(None) == ["and then", "then"]
    assert today.backups.listed() == []


def test_where_no_file_is_one_comes(tmp_path: Path, then: Path) -> None:
    empty = Home(Paths.under(tmp_path / "new"), Clock(), None)
    empty.restoring.restore(then, key_now=None, key_then=None)

    assert empty.known(None) == ["and then", "then"] and not empty.paths.aside.exists()


def test_what_waits_in_the_log_is_in_the_backup_of_today_and_in_no_other(today: Home, then: Path) -> None:
    house = opened(today.paths.data, clock=today.clock)
    let_in(house, "in the log only")
    left = contents(today.paths.data)
    house.close()
    for name in ("guesthouse.db", "guesthouse.db-wal"):
        (today.paths.data / name).write_bytes(left[name])
    today.restoring.restore(then, key_now=None, key_then=None)

    assert before_restore(today, None) == [Inside(2, 2, 0)]
    assert today.known(None) == ["and then", "then"]


@pytest.mark.parametrize("today", ["plain", "sealed"], indirect=True)
def test_what_waits_in_the_log_is_in_the_file_before_anything_is_swapped(
    today: Home, then: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log goes before the new file comes. A kill in between must not take with it what is in nothing else."""
    house = opened(today.paths.data, key=today.key, clock=today.clock)
    let_in(house, "in the log only")
    left = contents(today.paths.data)
    house.close()
    for name in ("guesthouse.db", "guesthouse.db-wal"):
        (today.paths.data / name).write_bytes(left[name])
    reached: list[Path] = []

    def killed(paths: Paths, new: Path, slots: object) -> None:
        """As right after the log has gone."""
        reached.append(new)
        for more in ("-wal", "-shm"):
            paths.database.with_name(paths.database.name + more).unlink(missing_ok=True)
        raise ReadOnly(paths.data)

    monkeypatch.setattr("guesthouse.services.restoring.put_in_place", killed)
    with pytest.raises(ReadOnly):
        today.restoring.restore(then, key_now=today.key, key_then=None)
    assert reached and today.known(today.key) == ["in the log only", "today"]


@pytest.mark.parametrize("today", ["plain", "sealed"], indirect=True)
def test_while_somebody_else_reads_the_file_nothing_takes_its_place(
    today: Home, then: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`backup` and `export` take no lock; what they hold open would write its log beside the other file."""
    monkeypatch.setattr("guesthouse.storage.connection.BUSY_MS", 50)
    house = opened(today.paths.data, key=today.key, clock=today.clock)
    other = connect(Place(today.paths.database, today.paths.backups, today.key))
    with closing(other.conn):
        other.execute("BEGIN")
        other.execute("SELECT 1 FROM guests").fetchone()
        let_in(house, "in the log only")
        house.close()
        before = today.paths.database.read_bytes()
        with pytest.raises(AlreadyOpen):
            today.restoring.restore(then, key_now=today.key, key_then=None)
        assert today.paths.database.read_bytes() == before
    assert today.known(today.key) == ["in the log only", "today"]


@pytest.mark.parametrize("released", sorted(DATA.glob("schema_*.db")), ids=lambda file: file.stem)
def test_a_backup_of_every_released_schema_is_brought_up_to_date_at_the_next_opening(
    released: Path, today: Home
) -> None:
    whole = released.read_bytes()
    assert today.restoring.look(released, None) == Inside(2, 3, 0 if released.stem == "schema_0001" else 2)
    today.restoring.restore(released, key_now=None, key_then=None)

    assert today.known(None) == ["Ich schaffe das nie 😞", "I’m not good enough"]
    assert released.read_bytes() == whole


# ------------------------------------------------------------------------------------------------- what is refused


def of_a_newer_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as newer:
        newer.execute("INSERT INTO _sqlite_migrations VALUES (99, 'guesthouse', '0999_of_the_future', '2030-01-01')")
        newer.commit()


def of_another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE guests (name TEXT)")
        other.commit()


def without_its_parents(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE visits SET guest_id = 'nobody'")
        other.commit()


WRONG: dict[str, tuple[type[Trouble], Callable[[Path], object]]] = {
    "a text": (NotABackup, lambda file: file.write_text("Dear diary,\n" * 900, encoding="utf-8")),
    "empty": (NotABackup, lambda file: file.write_bytes(b"")),
    "missing": (NotABackup, lambda file: file.unlink()),
    "a folder": (NotABackup, lambda file: (file.unlink(), file.mkdir())),
    "cut in half": (NotABackup, changed(lambda whole: whole.__delitem__(slice(len(whole) // 8192 * 4096, None)))),
    "cut inside a page": (NotABackup, changed(lambda whole: whole.__delitem__(slice(-1000, None)))),
    "a page zeroed": (NotABackup, changed(lambda whole: whole.__setitem__(slice(9 * 4096, 10 * 4096), bytes(4096)))),
    "a page of noise": (NotABackup, changed(lambda whole: whole.__setitem__(slice(8192, 12288), b"\xa5" * 4096))),
    "of another program": (NotABackup, of_another_program),
    "visits of nobody": (NotABackup, without_its_parents),
    "of a newer version": (TooNew, of_a_newer_version),
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("today", ["plain", "sealed"], indirect=True)
def test_what_is_no_whole_backup_is_refused_and_nothing_changed(today: Home, then: Path, wrong: str) -> None:
    trouble, make = WRONG[wrong]
    make(then)
    before = contents(today.paths.data)
    with pytest.raises(trouble) as told:
        today.restoring.restore(then, key_now=today.key, key_then=None)

    assert told.value.path == then and as_it_was(today, before)
    assert today.known(today.key) == ["today"]


@pytest.mark.parametrize("then", ["sealed"], indirect=True)
@pytest.mark.parametrize("page", range(0, 60, 7))
def test_a_sealed_backup_tells_every_flipped_bit(today: Home, then: Path, page: int) -> None:
    changed(lambda whole: whole.__setitem__(page * 4096 + 99, whole[page * 4096 + 99] ^ 4))(then)
    before = contents(today.paths.data)
    with pytest.raises((NotABackup, WrongKey)):
        today.restoring.restore(then, key_now=None, key_then=KEY)
    assert as_it_was(today, before)


def test_a_plain_backup_asks_for_nothing(today: Home, then: Path) -> None:
    assert not today.restoring.is_sealed(then) and today.restoring.opening(then, None) is None
    assert today.restoring.opening_with_code(then, CODE) is None


def test_while_a_house_is_open_nothing_is_restored(today: Home, then: Path) -> None:
    house = opened(today.paths.data, clock=today.clock)
    with pytest.raises(AlreadyOpen):
        today.restoring.restore(then, key_now=None, key_then=None)
    house.close()
    assert today.known(None) == ["today"]


@pytest.mark.parametrize("stop", range(0, 101, 12))
@pytest.mark.parametrize("today", ["plain", "sealed"], indirect=True)
def test_stopped_at_any_moment_nothing_has_changed(today: Home, then: Path, stop: int) -> None:
    before = contents(today.paths.data)
    with pytest.raises(Cancelled):
        today.restoring.restore(
            then, key_now=today.key, key_then=None, progress=lambda percent: percent < min(stop, 95)
        )
    kept = {name: data for name, data in contents(today.paths.data).items() if not name.startswith("backups/")}

    assert {name: kept[name] for name in before} == before
    assert not today.paths.aside.exists() and not list(today.paths.data.glob("*.restoring*"))


def test_the_file_itself_is_no_backup(today: Home) -> None:
    with pytest.raises(NotABackup):
        today.restoring.restore(today.paths.database, key_now=None, key_then=None)
    assert today.known(None) == ["today"]


def test_a_link_stays_a_link(today: Home, then: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    real = today.paths.database.rename(tmp_path / "disk" / "my.db")
    today.paths.database.symlink_to(real)
    today.restoring.restore(then, key_now=None, key_then=None)

    assert today.paths.database.is_symlink() and today.known(None) == ["and then", "then"]
    assert set(contents(tmp_path / "disk")) == {"my.db"}


@pytest.mark.parametrize("then", ["sealed"], indirect=True)
@pytest.mark.parametrize("today", ["sealed otherwise"], indirect=True)
@pytest.mark.parametrize("swapped", [True, False])
def test_key_slots_that_wait_take_their_place_only_beside_their_own_file(
    today: Home, then: Path, swapped: bool
) -> None:
    """As a kill leaves it, right before the swap of the key slots or right before that of the file."""
    new = then.read_bytes() if swapped else today.paths.database.read_bytes()
    today.paths.database.write_bytes(new)
    salt = then.read_bytes()[:16].hex()
    waiting = today.paths.keys.with_name(f"guesthouse.keys.for-{salt}")
    write_slots(waiting, slots_for(KEY).with_passphrase(KEY, THEN))
    (today.paths.data / "guesthouse.db.restoring").write_bytes(new[:4096])
    today.restoring.finish()

    slots = read_slots(today.paths.keys)
    assert slots.open_with(THEN if swapped else NOW) == (KEY if swapped else OTHER)
    assert set(contents(today.paths.data)) == {"guesthouse.db", "guesthouse.keys", "guesthouse.lock"}


def test_a_file_that_may_not_be_written_is_left(today: Home, then: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(today.paths.data)

    def refuse(file: Path) -> None:
        raise ReadOnly(file)

    monkeypatch.setattr("guesthouse.services.restoring.demand_writable", refuse)
    with pytest.raises(ReadOnly):
        today.restoring.restore(then, key_now=None, key_then=None)
    assert as_it_was(today, before)


@pytest.mark.parametrize("then", ["plain", "sealed otherwise"], indirect=True)
@pytest.mark.parametrize("today", ["sealed"], indirect=True)
def test_the_log_of_a_file_that_cannot_be_opened_goes_aside_with_it(today: Home, then: Path) -> None:
    """Beside another file it would be taken in where it does not belong."""
    house = opened(today.paths.data, key=today.key, clock=today.clock)
    let_in(house, "in the log only")
    left = contents(today.paths.data)
    house.close()
    for name in ("guesthouse.db", "guesthouse.db-wal"):
        (today.paths.data / name).write_bytes(left[name])
    key = today.restoring.opening(then, THEN)
    today.restoring.restore(then, key_now=None, key_then=key)

    assert not list(today.paths.data.glob("guesthouse.db-*")) and today.known(key) == ["and then", "then"]
    (aside,) = today.paths.aside.iterdir()
    assert Home(Paths.under(aside), Clock(), today.key).known(today.key) == ["in the log only", "today"]
