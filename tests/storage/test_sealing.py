"""Plain to sealed and back: all of it is there, nobody else can come between, and what goes wrong changes nothing."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from guesthouse.domain.journal import Wanted
from guesthouse.errors import AlreadyOpen, Cancelled, DiskFull, FileDamaged, NotADatabase, ReadOnly
from guesthouse.house import check_house
from guesthouse.paths import Paths
from guesthouse.storage import sealing
from guesthouse.storage.backup import Seal
from guesthouse.storage.connection import Place, connect, reader
from guesthouse.storage.sealing import Turn, Watch, carry_out, clear_beside, erase, opens
from guesthouse.storage.trailer import read_trailer
from tests.safety.hands import KEY, SECRET, contents, let_in, opened

DATA = Path(__file__).parents[1] / "data"


def unheard() -> Watch:
    return Watch(lambda _percent: True)


def rows(file: Path, key: bytes | None) -> dict[str, list[Any]]:
    """Every row of every table, those of the search as well."""
    with closing(reader(Place(file, file.parent, key))) as connection:
        tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for (name,) in connection.execute(tables).fetchall()
            if name != "sqlite_schema"  # it says on which page each begins
        }


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plain file with thoughts and an entry in it, some of them forgotten again."""
    house = opened(tmp_path / "here")
    for number in range(60):
        let_in(house, f"{SECRET} {number} " + "on and on " * number)
    house.guest_book.forget(house.guest_book.find("zinnoberwort 7", limit=1)[0].id)
    house.journal.keep(replace(house.journal.begin(), text=f"{SECRET} in the journal", title="A day", tags=("one",)))
    assert len(house.journal.find(Wanted("journal"))) == 1
    house.close()
    return tmp_path / "here" / "guesthouse.db"


@pytest.fixture
def sealed(file: Path) -> Path:
    """The same, sealed."""
    carry_out(Turn(file, None, KEY), unheard())
    return file


def test_everything_is_there_and_can_be_found(file: Path) -> None:
    before = rows(file, None)
    carry_out(Turn(file, None, KEY), unheard())

    assert rows(file, KEY) == before and sum(map(len, before.values())) > 200
    assert set(contents(file.parent)) == {"guesthouse.db", "guesthouse.lock"}
    assert SECRET.encode() not in file.read_bytes() and stat.S_IMODE(file.stat().st_mode) == 0o600
    check_house(Paths.under(file.parent), KEY)
    house = opened(file.parent, key=KEY)
    assert house.guest_book.count("on and") == 58 and len(house.journal.find(Wanted("journal"))) == 1
    house.guest_book.forget(house.guest_book.find("zinnoberwort 8", limit=1)[0].id)
    house.close()


def test_and_back_again(sealed: Path) -> None:
    before = rows(sealed, KEY)
    carry_out(Turn(sealed, KEY, None), unheard())

    assert rows(sealed, None) == before
    assert set(contents(sealed.parent)) == {"guesthouse.db", "guesthouse.lock"}
    assert stat.S_IMODE(sealed.stat().st_mode) == 0o600
    check_house(Paths.under(sealed.parent))
    house = opened(sealed.parent)
    assert house.guest_book.count("on and") == 58
    house.guest_book.forget(house.guest_book.find("zinnoberwort 8", limit=1)[0].id)
    house.close()
    assert b"zinnoberwort 8 " not in sealed.read_bytes(), "what is forgotten is overwritten as before"


@pytest.mark.parametrize("schema", ["0001", "0002", "0003", "0004"])
def test_a_file_of_an_older_version_is_sealed_as_it_is(tmp_path: Path, schema: str) -> None:
    file = tmp_path / "guesthouse.db"
    shutil.copyfile(DATA / f"schema_{schema}.db", file)
    before = rows(file, None)
    carry_out(Turn(file, None, KEY), unheard())

    assert rows(file, KEY) == before
    opened(tmp_path, key=KEY).close()
    check_house(Paths.under(tmp_path), KEY)


def test_a_log_that_was_left_is_taken_in(file: Path) -> None:
    house = opened(file.parent)
    let_in(house, "only in the log")
    left = contents(file.parent)
    house.shut()
    for name in ("guesthouse.db", "guesthouse.db-wal"):
        (file.parent / name).write_bytes(left[name])
    carry_out(Turn(file, None, KEY), unheard())

    assert set(contents(file.parent)) == {"guesthouse.db", "guesthouse.lock"}
    house = opened(file.parent, key=KEY)
    assert house.guest_book.count("only in the log") == 1
    house.close()


def test_what_must_be_overwritten_later_is_remembered(file: Path) -> None:
    with closing(connect(Place(file, file.parent)).conn) as connection:
        connection.execute("PRAGMA user_version = 1")
    carry_out(Turn(file, None, KEY), unheard())
    with closing(reader(Place(file, file.parent, KEY))) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_the_plain_bytes_are_overwritten_where_they_lay(file: Path) -> None:
    descriptor = os.open(file, os.O_RDONLY)
    size = file.stat().st_size
    carry_out(Turn(file, None, KEY), unheard())

    assert os.fstat(descriptor).st_nlink == 0 and os.fstat(descriptor).st_size == size
    assert not any(os.pread(descriptor, size, 0))
    os.close(descriptor)


def test_a_second_name_of_the_file_keeps_what_it_has(file: Path) -> None:
    """Somebody's own backup by hard links: it is theirs."""
    second = file.with_name("somebody's")
    os.link(file, second)
    carry_out(Turn(file, None, KEY), unheard())
    assert opens(second, None) and rows(second, None) == rows(file, KEY)

    os.link(file, third := file.with_name("third"))
    assert erase(third) and opens(file, KEY)


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "guesthouse.db"
    link.symlink_to(file)
    carry_out(Turn(link, None, KEY), unheard())

    assert (
        link.is_symlink()
        and opens(file, KEY)
        and set(contents(tmp_path / "here")) == {"guesthouse.db", "guesthouse.lock"}
    )


@pytest.mark.parametrize("begin", ["SELECT 1 FROM guests", "BEGIN; SELECT 1 FROM guests", "BEGIN IMMEDIATE"])
def test_nobody_else_may_have_it_open(file: Path, begin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BUSY_MS", 50)
    other = connect(Place(file, file.parent)).conn
    for statement in begin.split("; "):
        other.execute(statement).fetchall()
    with pytest.raises(AlreadyOpen):
        carry_out(Turn(file, None, KEY), unheard())

    assert opens(file, None) and not file.with_name("guesthouse.db.sealing").exists()
    other.close()
    carry_out(Turn(file, None, KEY), unheard())


def test_nobody_comes_between(file: Path) -> None:
    told: list[int] = []

    def ready() -> None:
        with closing(dbapi2.connect(str(file), timeout=0)) as other, pytest.raises(dbapi2.OperationalError) as caught:
            other.execute("SELECT 1 FROM guests").fetchone()
        told.append(caught.value.sqlite_errorcode)

    carry_out(Turn(file, None, KEY), unheard(), ready)
    assert told == [dbapi2.SQLITE_BUSY]


@pytest.mark.parametrize("stop_at", [0, 5, 40, 75, 92, 97, 100])
@pytest.mark.parametrize("way", ["sealing", "unsealing"])
def test_stopped_it_is_as_it_was(file: Path, stop_at: int, way: str) -> None:
    now, then = (None, KEY) if way == "sealing" else (KEY, None)
    if now is not None:
        carry_out(Turn(file, None, KEY), unheard())
    before, heard = contents(file.parent), list[int]()

    def progress(percent: int) -> bool:
        heard.append(percent)
        return percent < stop_at

    with pytest.raises(Cancelled):
        carry_out(Turn(file, now, then), Watch(progress))
    assert heard == sorted(heard) and heard[-1] >= stop_at
    assert contents(file.parent) == before, "to the byte"
    check_house(Paths.under(file.parent), now)


def test_a_stop_is_heard_while_rows_are_copied(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "OPERATIONS", 20)
    heard: list[int] = []
    carry_out(Turn(file, None, KEY), Watch(lambda percent: not heard.append(percent), 20, 80))
    asked = list(heard)
    assert len(set(asked)) > 4 and asked[0] == 20 and asked[-1] == 80 and asked == sorted(asked)


def test_an_error_of_who_follows_it_is_handed_on(file: Path) -> None:
    def progress(percent: int) -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        carry_out(Turn(file, None, KEY), Watch(progress))
    assert opens(file, None) and set(contents(file.parent)) == {"guesthouse.db", "guesthouse.lock"}


def test_what_cannot_be_made_ready_changes_nothing(file: Path) -> None:
    def ready() -> None:
        raise DiskFull(file)

    before = rows(file, None)
    with pytest.raises(DiskFull):
        carry_out(Turn(file, None, KEY), unheard(), ready)
    assert rows(file, None) == before and set(contents(file.parent)) == {"guesthouse.db", "guesthouse.lock"}


def damaged(file: Path, page: int) -> None:
    with file.open("r+b") as opened_:
        opened_.seek(page * 4096)
        opened_.write(b"\xff" * 200)


@pytest.mark.parametrize("now", [None, KEY], ids=["plain", "sealed"])
def test_a_damaged_file_stays_as_it_is(file: Path, now: bytes | None) -> None:
    if now is not None:
        carry_out(Turn(file, None, now), unheard())
    whole, told = file.read_bytes(), 0
    for page in range(1, len(whole) // 4096, 3):
        file.write_bytes(whole)
        damaged(file, page)
        broken = file.read_bytes()
        try:
            carry_out(Turn(file, now, None if now else KEY), unheard())
        except (FileDamaged, NotADatabase):
            told += 1
            assert file.read_bytes() == broken
        assert set(contents(file.parent)) == {"guesthouse.db", "guesthouse.lock"}
    assert told > (len(whole) // 4096 // 4 if now else 8), "a plain file has no sums over its pages"


def test_a_row_that_got_lost_on_the_way_is_noticed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = sealing._copy

    def forgetful(connection: dbapi2.Connection, turn: Turn, watch: Watch) -> None:
        copy(connection, turn, watch)
        with closing(connect(Place(turn.beside, turn.beside.parent, KEY)).conn) as other:
            other.execute("DELETE FROM entry_tags")
            other.execute("PRAGMA journal_mode = DELETE").fetchone()

    monkeypatch.setattr(sealing, "_copy", forgetful)
    before = rows(file, None)
    with pytest.raises(FileDamaged):
        carry_out(Turn(file, None, KEY), unheard())
    assert rows(file, None) == before


def test_too_little_room_is_told_before_anything_is_done(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(file.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=file.stat().st_size))
    before = contents(file.parent)
    with pytest.raises(DiskFull):
        carry_out(Turn(file, None, KEY), unheard())
    assert contents(file.parent) == before


def test_what_may_not_be_written_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    before = contents(file.parent)
    with pytest.raises(ReadOnly):
        carry_out(Turn(file, None, KEY), unheard())
    assert contents(file.parent) == before


def test_a_copy_gets_its_slots_behind_it(file: Path) -> None:
    carry_out(Turn(file, None, KEY, b"slots"), unheard())

    assert read_trailer(file) == b"slots" and opens(file, KEY) and not opens(file, bytes(32))


@pytest.mark.parametrize(
    "leftover", ["guesthouse.db.sealing", "guesthouse.db.unsealing", "guesthouse.db.sealing-journal"]
)
def test_what_a_kill_left_is_overwritten_and_removed(file: Path, leftover: str) -> None:
    left = file.with_name(leftover)
    left.write_bytes(SECRET.encode() * 100)
    descriptor = os.open(left, os.O_RDONLY)
    clear_beside(file)

    assert not left.exists() and os.pread(descriptor, 2000, 0) == bytes(len(SECRET) * 100)
    os.close(descriptor)
    assert opens(file, None)


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "somewhere").write_bytes(b"theirs")
    (tmp_path / "link").symlink_to(tmp_path / "somewhere")

    assert not erase(tmp_path / "folder") and erase(tmp_path / "link") and erase(tmp_path / "nothing")
    assert contents(tmp_path) == {"somewhere": b"theirs"}


@pytest.mark.parametrize("spoil", [lambda data: b"x" * len(data), lambda data: data[:512], lambda data: data[4096:]])
def test_a_key_that_fits_does_not_open_a_destroyed_file(sealed: Path, spoil: Callable[[bytes], bytes]) -> None:
    sealed.write_bytes(spoil(sealed.read_bytes()))

    assert not opens(sealed, KEY)


def test_no_key_is_told_where_a_turn_or_a_seal_is_named() -> None:
    said = f"{Turn(Path('file'), KEY, KEY)!r} {Seal(KEY)!r} {Place(Path('file'), Path('backups'), KEY)!r}"
    assert repr(KEY)[2:10] not in said and KEY.hex()[:8] not in said
