"""The file: whose it is, who may read it, and how it is written."""

from __future__ import annotations

import stat
import traceback
from pathlib import Path

import pytest
from sqlite_utils import Database

from guesthouse.errors import Bug, FileMissing, FolderUnusable, NotADatabase, WrongKey
from guesthouse.storage.connection import Place, open_database
from guesthouse.storage.guests import GuestStore
from guesthouse.storage.header import APPLICATION_ID
from guesthouse.storage.trouble import told
from guesthouse.storage.visits import VisitStore
from tests.safety.hands import KEY, Clock, contents
from tests.storage.coming import come


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_a_new_file_is_its_owners_alone_from_the_first_byte(place: Place, visits: VisitStore, clock: Clock) -> None:
    come(visits, "one", clock)
    there = {file.name: mode(file) for file in place.file.parent.iterdir()}

    assert there == {"guesthouse.db": 0o600, "guesthouse.db-wal": 0o600, "guesthouse.db-shm": 0o600}


def test_a_file_that_others_may_read_is_made_private(place: Place, clock: Clock) -> None:
    open_database(place, clock).close()
    place.file.chmod(0o644)
    open_database(place, clock).close()

    assert mode(place.file) == 0o600


def test_the_settings_hold(database: Database) -> None:
    settings = {
        name: database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store", "application_id")
    }

    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "application_id": APPLICATION_ID,
    }
    strict = database.execute(
        "SELECT name, strict FROM pragma_table_list WHERE name IN ('guests', 'visits', 'drafts') ORDER BY name"
    ).fetchall()
    assert strict == [("drafts", 1), ("guests", 1), ("visits", 1)]
    assert database.execute("SELECT v FROM guests_search_config WHERE k = 'secure-delete'").fetchone() == (1,)


def test_a_plain_file_says_that_it_is_ours_and_an_encrypted_one_says_nothing(place: Place, clock: Clock) -> None:
    open_database(place, clock).close()
    head = place.file.read_bytes()[:100]

    assert head.startswith(b"SQLite format 3\0") is (place.key is None)
    assert (head[68:72] == APPLICATION_ID.to_bytes(4, "big")) is (place.key is None)


def test_what_was_written_is_there_at_the_next_opening(place: Place, clock: Clock) -> None:
    first = open_database(place, clock)
    come(VisitStore(first), "still here", clock)
    first.close()
    second = open_database(place, clock)

    assert GuestStore(second).count("still") == 1
    second.close()


def test_a_wrong_key_opens_nothing_and_changes_nothing(
    place: Place, clock: Clock, capfd: pytest.CaptureFixture[str]
) -> None:
    open_database(place, clock).close()
    before = contents(place.file.parent)
    other = Place(place.file, place.backups, bytes(32))

    with pytest.raises(WrongKey):
        open_database(other, clock)
    if place.key is not None:
        with pytest.raises(NotADatabase):
            open_database(Place(place.file, place.backups), clock)

    assert contents(place.file.parent) == before
    assert capfd.readouterr() == ("", "")


def test_a_log_without_its_file_is_not_overwritten(place: Place, clock: Clock) -> None:
    place.journal.write_bytes(b"somebody's only copy")

    with pytest.raises(FileMissing):
        open_database(place, clock)
    assert contents(place.file.parent) == {"guesthouse.db-wal": b"somebody's only copy"}


def test_what_is_left_of_a_making_cut_short_is_in_nobodys_way(place: Place, clock: Clock) -> None:
    place.file.with_name("guesthouse.db.new").write_bytes(b"half of a file")
    place.file.with_name("guesthouse.db.new-wal").write_bytes(b"half of a log")
    open_database(place, clock).close()

    assert [file.name for file in place.file.parent.iterdir()] == ["guesthouse.db"]


def test_a_folder_in_the_place_of_the_file_is_told(place: Place, clock: Clock) -> None:
    place.file.mkdir()

    with pytest.raises(NotADatabase):
        open_database(place, clock)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(FolderUnusable):
        open_database(Place(tmp_path / "nowhere" / "guesthouse.db", tmp_path / "backups"), clock)


def test_a_link_to_the_file_is_followed(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "elsewhere").mkdir()
    real = Place(tmp_path / "elsewhere" / "guesthouse.db", tmp_path / "backups", KEY)
    open_database(real, clock).close()
    (tmp_path / "guesthouse.db").symlink_to(real.file)
    linked = open_database(Place(tmp_path / "guesthouse.db", tmp_path / "backups", KEY), clock)
    come(VisitStore(linked), "through the link", clock)
    linked.close()

    database = open_database(real, clock)
    assert GuestStore(database).count("link") == 1
    database.close()


def test_an_error_of_the_driver_quotes_nobody(database: Database) -> None:
    with pytest.raises(Bug) as caught, told():
        database.execute('SELECT "zinnoberwort" FROM zinnoberwort')

    assert caught.value.kind == "SQLITE_ERROR"
    assert "zinnoberwort" not in traceback.format_exception_only(caught.value.__context__)[-1]
    assert "zinnoberwort" not in f"{caught.value} {caught.value!r} {caught.value.args}"
