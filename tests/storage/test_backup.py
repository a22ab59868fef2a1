"""A copy is made in steps, of one moment, beside its place; it is looked through, and then it is there or it is not."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from guesthouse.domain.safekeeping import Inside, Why
from guesthouse.errors import Cancelled, FileDamaged, NameTaken, PlaceUnusable
from guesthouse.storage.backup import Seal, back_up, back_up_to, seal_for
from guesthouse.storage.check import check
from guesthouse.storage.connection import Place, connect, open_database, reader
from guesthouse.storage.copies import look
from guesthouse.storage.key_slots import slots_for, to_bytes, write_slots
from guesthouse.storage.trailer import database_size, read_trailer
from guesthouse.storage.visits import VisitStore
from tests.safety.hands import KEY, Clock, contents
from tests.storage.coming import come


@pytest.fixture
def thick(place: Place, clock: Clock) -> Iterator[Database]:
    """An open file of some megabytes."""
    database = open_database(place, clock)
    come(VisitStore(database), "I was here", clock)
    database.execute("CREATE TABLE ballast (data BLOB)")
    database.conn.execute("BEGIN")
    database.conn.executemany("INSERT INTO ballast VALUES (?)", [(os.urandom(8000),) for _ in range(600)])
    database.conn.execute("COMMIT")
    yield database
    database.close()


def test_it_is_watched_from_nothing_to_all(place: Place, thick: Database, clock: Clock) -> None:
    seen: list[int] = []
    made = back_up(
        thick.conn,
        place.backups,
        Why.BY_HAND,
        clock(),
        Seal(place.key),
        progress=lambda percent: seen.append(percent) or True,
    )

    assert seen == sorted(seen) and len(set(seen)) > 4 and seen[-1] == 100
    assert made.inside == Inside(1, 1, 0) == look(made.file, place.key)
    assert made.file.name == "guesthouse-20260301-213002-1-by-hand.db"
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    check(Place(made.file, place.backups, place.key))


@pytest.mark.parametrize("at", [0, 10, 30, 60, 95])
def test_stopped_at_any_moment_it_leaves_nothing(place: Place, thick: Database, clock: Clock, at: int) -> None:
    def progress(percent: int) -> bool:
        return percent < min(at, 95)

    with pytest.raises(Cancelled):
        back_up(thick.conn, place.backups, Why.DAILY, clock(), Seal(place.key), progress=progress)
    assert contents(place.backups) == {}
    thick.execute("INSERT INTO ballast VALUES (x'00')")  # nothing holds the file any more


def test_who_writes_meanwhile_neither_waits_nor_gets_in(place: Place, thick: Database, clock: Clock) -> None:
    said: list[str] = []

    def write_on() -> None:
        with closing(connect(place).conn) as other:
            other.execute("INSERT INTO ballast VALUES (x'00')")
            said.append("written")

    def progress(percent: int) -> bool:
        writer = threading.Thread(target=write_on)
        writer.start()
        writer.join(20)
        return True

    with closing(connect(place).conn) as source:
        made = back_up(source, place.backups, Why.DAILY, clock(), Seal(place.key), progress=progress)
    assert len(said) > 4
    with closing(reader(Place(made.file, place.backups, place.key))) as copied:
        assert copied.execute("SELECT count(*) FROM ballast").fetchone() == (600,)
    assert thick.execute("SELECT count(*) FROM ballast").fetchone() == (600 + len(said),)


def test_a_sealed_copy_is_one_file_with_its_slots(tmp_path: Path, clock: Clock) -> None:
    place = Place(tmp_path / "guesthouse.db", tmp_path / "backups", KEY)
    database = open_database(place, clock)
    come(VisitStore(database), "zinnoberwort", clock)
    slots = slots_for(KEY).with_passphrase(KEY, "under the stone")
    write_slots(tmp_path / "guesthouse.keys", slots)
    made = back_up(database.conn, place.backups, Why.DAILY, clock(), seal_for(place.file, KEY))
    database.close()

    assert list(contents(place.backups)) == [made.file.name] and b"zinnoberwort" not in made.file.read_bytes()
    assert read_trailer(made.file) == to_bytes(slots)
    assert made.bytes == made.file.stat().st_size == database_size(made.file) + 4096
    assert look(made.file, KEY) == Inside(1, 1, 0)


def test_slots_of_another_key_are_not_put_behind_it(tmp_path: Path) -> None:
    other = bytes(32)
    write_slots(tmp_path / "guesthouse.keys", slots_for(other).with_passphrase(other, "somebody else's"))

    assert seal_for(tmp_path / "guesthouse.db", KEY) == Seal(KEY, None)
    assert seal_for(tmp_path / "guesthouse.db", None) == Seal(None, None)


def test_a_damaged_file_makes_no_copy(place: Place, thick: Database, clock: Clock) -> None:
    thick.close()
    broken = bytearray(place.file.read_bytes())
    page = 4096 * 5
    broken[page : page + 2048] = b"\xa5" * 2048
    place.file.write_bytes(broken)

    with closing(connect(place).conn) as source, pytest.raises(FileDamaged) as told:
        back_up(source, place.backups, Why.DAILY, clock(), Seal(place.key))
    assert told.value.path == place.file.resolve() and contents(place.backups) == {}


def test_a_file_of_ones_own_choice(place: Place, thick: Database, clock: Clock, tmp_path: Path) -> None:
    to = tmp_path / "stick" / "mine.db"
    with pytest.raises(PlaceUnusable):
        back_up_to(thick.conn, to, Why.BY_HAND, clock(), Seal(place.key))
    to.parent.mkdir()
    made = back_up_to(thick.conn, to, Why.BY_HAND, clock(), Seal(place.key))
    whole = to.read_bytes()
    with pytest.raises(NameTaken):
        back_up_to(thick.conn, to, Why.BY_HAND, clock(), Seal(place.key))

    assert made.file == to and look(to, place.key) == Inside(1, 1, 0)
    assert contents(to.parent) == {"mine.db": whole}


def test_what_is_left_of_another_one_is_not_in_the_way(place: Place, thick: Database, clock: Clock) -> None:
    """Or it is being made at this moment by somebody else."""
    now = clock()
    place.backups.mkdir()
    left = place.backups / f"guesthouse-{now:%Y%m%d-%H%M%S}-1-daily.db.part"
    left.write_bytes(b"half of it")
    made = back_up(thick.conn, place.backups, Why.DAILY, now, Seal(place.key))

    assert made.file.name.endswith("-daily-2.db") and left.read_bytes() == b"half of it"
