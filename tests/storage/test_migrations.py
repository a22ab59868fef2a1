"""Every schema that was ever released opens, and a step is taken whole or not at all, after a backup."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from guesthouse.errors import Bug, FileDamaged
from guesthouse.storage import migrations
from guesthouse.storage.backup import back_up
from guesthouse.storage.connection import Place, open_database
from guesthouse.storage.guests import GuestStore
from guesthouse.storage.visits import VisitStore
from tests.safety.hands import Clock
from tests.storage.coming import come

DATA = Path(__file__).parents[1] / "data"
BESIDE_GUESTS = "SELECT sql FROM sqlite_master WHERE tbl_name = 'guests' AND type != 'table' AND sql IS NOT NULL"
SCHEMA = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


def with_step(name: str, sql: str) -> Migrations:
    """The steps of a later version: ours and one more."""
    later = Migrations(migrations.SET)
    later(name="0001_guests_and_visits")(migrations.guests_and_visits)
    later(name="0002_journal")(migrations.journal)

    @later(name=name)
    def step(db: Database) -> None:
        migrations.run(db, sql)

    return later


@pytest.fixture
def lived_in(place: Place, clock: Clock) -> Place:
    """A file of this version with a guest in it."""
    database = open_database(place, clock)
    come(VisitStore(database), "I was here before the change", clock)
    database.close()
    return place


def backups(place: Place) -> list[Path]:
    return sorted(place.backups.iterdir()) if place.backups.exists() else []


@pytest.mark.parametrize("released", sorted(DATA.glob("schema_*.db")), ids=lambda file: file.stem)
def test_each_released_schema_opens(released: Path, tmp_path: Path, clock: Clock) -> None:
    shutil.copy(released, tmp_path / "guesthouse.db")
    database = open_database(Place(tmp_path / "guesthouse.db", tmp_path / "backups"), clock)
    guests = GuestStore(database)
    (first, second) = guests.find("", limit=9, offset=0)

    assert (first.words, first.visits, first.theme) == ("I’m not good enough", 2, "the not-enough theme")
    assert (second.words, second.visits) == ("Ich schaffe das nie 😞", 1)
    assert [visit.words for visit in VisitStore(database).of(first.id)] == [
        "im NOT good enough!!",
        "I’m not good enough",
    ]
    assert guests.count("enough") == 1 and guests.count("😞") == 1
    come(VisitStore(database), "new words in an old file", clock)
    assert guests.count("") == 3
    database.close()


def test_there_is_a_file_for_each_schema() -> None:
    assert [f"schema_{name[:4]}.db" for name in migrations.names()] == [file.name for file in sorted(DATA.glob("*.db"))]


def test_the_newest_file_has_the_schema_that_is_made_today(tmp_path: Path, clock: Clock) -> None:
    """A step that was changed in place, after a version took it, shows here."""
    shutil.copy(sorted(DATA.glob("schema_*.db"))[-1], tmp_path / "old.db")
    old = open_database(Place(tmp_path / "old.db", tmp_path / "backups"), clock)
    new = open_database(Place(tmp_path / "new.db", tmp_path / "backups"), clock)

    assert old.execute(SCHEMA).fetchall() == new.execute(SCHEMA).fetchall()
    old.close()
    new.close()


def test_a_file_is_backed_up_before_its_shape_changes(lived_in: Place, clock: Clock) -> None:
    later = with_step("0003_moods", "ALTER TABLE visits ADD COLUMN mood TEXT")
    open_database(lived_in, clock, later).close()
    (backup,) = backups(lived_in)

    assert backup.stat().st_mode & 0o777 == 0o600 and lived_in.backups.stat().st_mode & 0o777 == 0o700
    assert backup.name == "guesthouse-20260301-213002-before-0003_moods.db"
    old = open_database(Place(backup, lived_in.backups, lived_in.key), clock)
    assert GuestStore(old).count("before the change") == 1
    assert "mood" not in old["visits"].columns_dict
    old.close()
    assert len(backups(lived_in)) == 1


def test_a_parent_table_can_be_remade(lived_in: Place, clock: Clock) -> None:
    """With foreign keys on, this would take all visits along. Indexes and triggers are for the step to write anew."""
    later = Migrations(migrations.SET)
    later(name="0001_guests_and_visits")(migrations.guests_and_visits)
    later(name="0002_journal")(migrations.journal)

    @later(name="0003_whence")
    def whence(db: Database) -> None:
        beside = db.execute(BESIDE_GUESTS).fetchall()
        db.execute("DROP INDEX guests_by_last_seen")
        db["guests"].add_column("whence", str)
        db["guests"].transform(drop={"whence"})
        for (statement,) in beside:
            db.execute(statement)

    database = open_database(lived_in, clock, later)
    assert len(database.execute(BESIDE_GUESTS).fetchall()) == 2
    assert GuestStore(database).count("before the change") == 1
    assert database.execute("SELECT count(*) FROM visits").fetchone() == (1,)
    assert database.execute("PRAGMA foreign_keys").fetchone() == (1,)
    database.close()


@pytest.mark.parametrize(
    ("sql", "trouble"),
    [
        ("ALTER TABLE visits ADD COLUMN mood TEXT\n\nDELETE FROM visits\n\nINSERT INTO nowhere VALUES (1)", Bug),
        ("ALTER TABLE visits ADD COLUMN mood TEXT\n\nUPDATE visits SET guest_id = 'nobody'", FileDamaged),
    ],
    ids=["fails half-way", "breaks what belongs together"],
)
def test_a_step_that_fails_was_never_taken(lived_in: Place, clock: Clock, sql: str, trouble: type[Exception]) -> None:
    with pytest.raises(trouble):
        open_database(lived_in, clock, with_step("0003_moods", sql))

    database = open_database(lived_in, clock)
    assert GuestStore(database).count("before the change") == 1
    assert len(VisitStore(database).of(GuestStore(database).find("", limit=1, offset=0)[0].id)) == 1
    assert "mood" not in database["visits"].columns_dict
    database.close()
    (backup,) = backups(lived_in)
    old = open_database(Place(backup, lived_in.backups, lived_in.key), clock)
    assert GuestStore(old).count("before the change") == 1
    old.close()


def test_without_a_backup_nothing_is_changed(lived_in: Place, clock: Clock) -> None:
    lived_in.backups.write_bytes(b"a file where the folder belongs")

    with pytest.raises(Exception, match=r"room|folder"):
        open_database(lived_in, clock, with_step("0003_moods", "DELETE FROM visits"))

    database = open_database(lived_in, clock)
    assert database.execute("SELECT count(*) FROM visits").fetchone() == (1,)
    database.close()


def test_two_backups_of_one_second_are_two_files(lived_in: Place, clock: Clock) -> None:
    database = open_database(lived_in, clock)
    now = clock()
    names = {back_up(database.conn, lived_in.backups, "tried", now, key=lived_in.key).name for _ in range(3)}

    assert names == {file.name for file in backups(lived_in)} and len(names) == 3
    database.close()
