"""Every schema that was ever released opens, and a step is taken whole or not at all, after a backup."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database, Migrations

from guesthouse.domain.journal import Entry, Picture, Tag, Wanted, pictures_in
from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.domain.safekeeping import Why
from guesthouse.domain.thought import identity, normalise
from guesthouse.errors import Bug, FileDamaged
from guesthouse.storage import migrations
from guesthouse.storage.backup import Seal, back_up
from guesthouse.storage.cellar import Cellar, furnish
from guesthouse.storage.check import check
from guesthouse.storage.connection import Place, open_database, reader
from guesthouse.storage.guests import GuestStore
from guesthouse.storage.heavy import HeavyStore
from guesthouse.storage.own_prompts import OwnPromptStore
from guesthouse.storage.ratings import RatingStore
from guesthouse.storage.sittings import SittingStore
from guesthouse.storage.visits import VisitStore
from tests.safety.hands import Clock
from tests.storage.coming import come

DATA = Path(__file__).parents[1] / "data"
RELEASED = sorted(DATA.glob("schema_*.db"))
WITH_JOURNAL = [file for file in RELEASED if file.name >= "schema_0002.db"]
WITH_EXERCISES = [file for file in RELEASED if file.name >= "schema_0004.db"]
JOURNAL = {"entries", "tags", "entry_tags", "entry_guests", "pictures", "own_prompts", "entry_words"}
BESIDE_GUESTS = "SELECT sql FROM sqlite_master WHERE tbl_name = 'guests' AND type != 'table' AND sql IS NOT NULL"
SCHEMA = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%) STRICT%'"

Rows = dict[str, list[dict[str, Any]]]


def with_step(name: str, sql: str) -> Migrations:
    """The steps of a later version: ours and one more."""
    later = Migrations(migrations.SET)
    later(name="0001_guests_and_visits")(migrations.guests_and_visits)
    later(name="0002_journal")(migrations.journal)
    later(name="0003_practices")(migrations.practices)
    later(name="0004_exercises")(migrations.exercises)

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


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
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


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_no_step_changes_a_row(released: Path, tmp_path: Path, clock: Clock) -> None:
    """What stands in a file stands there after every later step, to the byte."""
    shutil.copy(released, tmp_path / "guesthouse.db")
    with closing(reader(Place(released, tmp_path))) as untouched:
        before = rows(untouched)
    database = open_database(Place(tmp_path / "guesthouse.db", tmp_path / "backups"), clock)
    after = rows(database.conn, like=before)
    database.close()

    assert {"guests", "visits", *(JOURNAL if released in WITH_JOURNAL else ())} <= set(before)
    assert after == before


def rows(connection: dbapi2.Connection, like: Rows | None = None) -> Rows:
    """The rows of every table that has some; with ``like`` of no other tables and columns than those it has."""
    held: Rows = {}
    for table in like or [name for (name,) in connection.execute(TABLES)]:
        cursor = connection.execute(f"SELECT {', '.join(like[table][0]) if like else '*'} FROM {table} ORDER BY 1, 2")
        called = [column[0] for column in cursor.description]
        if found := [dict(zip(called, row, strict=True)) for row in cursor]:
            held[table] = found
    return held


@pytest.mark.parametrize("released", WITH_JOURNAL, ids=lambda file: file.stem)
def test_the_journal_of_each_released_schema_is_read_and_found(released: Path, tmp_path: Path, clock: Clock) -> None:
    place = Place(tmp_path / "guesthouse.db", tmp_path / "backups")
    shutil.copy(released, place.file)
    database = open_database(place, clock)
    cellar = furnish(database)
    assert cellar.index.catch_up() == 1  # one was left before the search took it in
    (evening,), (left,), (away,) = found(cellar, "evening"), found(cellar, "middle"), cellar.entries.drawer()
    (picture,) = pictures_in(evening.text)

    assert evening.text == f"By the *river*.\r\n\n\n![the river](picture:{picture})\n  Ende"
    assert (evening.title, evening.noticing, evening.practice) == ("An evening 🌙", "warm hands", "thanking")
    assert evening.written.isoformat() == "2026-03-01T21:30:15.250000+05:45"
    assert evening.tags == ("ruhig", "Über") and cellar.tags.all() == [Tag("ruhig", 1), Tag("Über", 1)]
    assert evening.guests == (cellar.guests.find("", limit=1, offset=0)[0].id,)
    assert cellar.pictures.picture(picture) == Picture(picture, "png", 3, 2, b"\x89PNG not really \x00\xff", "Fluß.png")
    assert left.text == "left in the middle of a" and away.opening == "put away, not gone"
    assert [words for _, words in OwnPromptStore(database).all()] == ["What did the river sound like?"]
    for words in ("uber", "warm hands", '"the river"'):
        assert found(cellar, words) == [evening]
    assert found(cellar, "gone") == []
    database.close()
    check(place)


@pytest.mark.parametrize("released", WITH_JOURNAL, ids=lambda file: file.stem)
def test_the_journal_of_each_released_schema_goes_on(released: Path, tmp_path: Path, clock: Clock) -> None:
    place = Place(tmp_path / "guesthouse.db", tmp_path / "backups")
    shutil.copy(released, place.file)
    database = open_database(place, clock)
    cellar = furnish(database)
    (away,), (evening,) = cellar.entries.drawer(), found(cellar, "evening")

    cellar.entries.take_back([away.id])
    cellar.entries.keep(replace(evening, text="and on"), clock())
    assert [entry.id for entry in found(cellar, "gone")] == [away.id]
    assert cellar.index.catch_up() == 2
    assert found(cellar, "river") == [] and [entry.id for entry in found(cellar, "and on")] == [evening.id]
    assert cellar.entries.erase([evening.id, away.id]) == 2
    assert len(found(cellar, "")) == 1 and set(rows(database.conn)) & {"tags", "pictures"} == set()
    database.close()
    check(place)


@pytest.mark.parametrize("released", WITH_EXERCISES, ids=lambda file: file.stem)
def test_the_ratings_and_marks_of_each_released_schema_are_read(released: Path, tmp_path: Path, clock: Clock) -> None:
    shutil.copy(released, tmp_path / "guesthouse.db")
    database = open_database(Place(tmp_path / "guesthouse.db", tmp_path / "backups"), clock)
    sittings, ratings, heavy = SittingStore(database), RatingStore(database), HeavyStore(database)
    guests = GuestStore(database)
    (done,), going, who = (
        sittings.of("ex-ladder", 9),
        sittings.going(exercises=True),
        guests.find("", limit=1, offset=0),
    )
    visit = VisitStore(database).of(who[0].id)[0].id

    assert done.answers == {"line": "immer dasselbe 🪜"}
    assert ratings.of_sitting(done.id) == {
        Moment.BEFORE: Ratings(room=20, sting=66),
        Moment.AFTER: Ratings(room=35, sting=70),
    }
    assert ratings.of_visit(visit) == {Moment.BEFORE: Ratings(grip=100, willing=0)}
    assert going is not None and going.answers == {"line": "in der Mitte"}
    marked = identity(normalise(who[0].words))
    assert heavy.is_marked(marked)
    guests.forget(who[0].id)
    assert not heavy.is_marked(marked) and ratings.of_visit(visit) == {}
    database.close()


def found(cellar: Cellar, words: str) -> list[Entry]:
    """The entries that a search finds, whole."""
    cellar.finder.forget()
    lines = cellar.entries.lines(cellar.finder.find(Wanted(words)).numbers)
    return [entry for line in lines if (entry := cellar.entries.entry(line.id)) is not None]


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
    later = with_step("0005_moods", "ALTER TABLE visits ADD COLUMN mood TEXT")
    open_database(lived_in, clock, later).close()
    (backup,) = backups(lived_in)

    assert backup.stat().st_mode & 0o777 == 0o600 and lived_in.backups.stat().st_mode & 0o777 == 0o700
    assert backup.name == "guesthouse-20260301-213002-1-before-update.db"
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
    later(name="0003_practices")(migrations.practices)
    later(name="0004_exercises")(migrations.exercises)

    @later(name="0005_whence")
    def whence(db: Database) -> None:
        beside = db.execute(BESIDE_GUESTS).fetchall()
        db.execute("DROP INDEX guests_by_last_seen")
        db["guests"].add_column("whence", str)
        db["guests"].transform(drop={"whence"})
        for (statement,) in beside:
            db.execute(statement)

    database = open_database(lived_in, clock, later)
    assert len(database.execute(BESIDE_GUESTS).fetchall()) == 3
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
        open_database(lived_in, clock, with_step("0005_moods", sql))

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
        open_database(lived_in, clock, with_step("0005_moods", "DELETE FROM visits"))

    database = open_database(lived_in, clock)
    assert database.execute("SELECT count(*) FROM visits").fetchone() == (1,)
    database.close()


def test_two_backups_of_one_second_are_two_files(lived_in: Place, clock: Clock) -> None:
    database = open_database(lived_in, clock)
    now = clock()
    made = [back_up(database.conn, lived_in.backups, Why.DAILY, now, Seal(lived_in.key)) for _ in range(3)]
    names = {backup.file.name for backup in made}

    assert names == {file.name for file in backups(lived_in)} and len(names) == 3
    database.close()
