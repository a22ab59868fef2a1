"""What lies in the place of our file and is not what it must be: told in one sentence, left as it is to the byte."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from guesthouse.errors import FileDamaged, FileMissing, NotADatabase, NotOurs, TooNew, Trouble
from guesthouse.storage.header import APPLICATION_ID
from tests.safety.hands import command, contents, kept_closed, let_in, opened

PAGE = 4096


def ours(file: Path) -> None:
    """A file of ours with some hundred pages."""
    house = opened(file.parent)
    for number in range(60):
        let_in(house, f"thought {number} " + "that goes on and on " * 150)
    house.close()


def changed(change: Callable[[bytearray], object]) -> Callable[[Path], None]:
    """Our file after something has happened to its bytes."""

    def make(file: Path) -> None:
        ours(file)
        whole = bytearray(file.read_bytes())
        change(whole)
        file.write_bytes(whole)

    return make


def of_another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE guests (name TEXT)")
        other.execute("INSERT INTO guests VALUES ('somebody')")
        other.commit()


def of_another_program_with_a_log(file: Path) -> None:
    """As it lies there after that program was killed."""
    of_another_program(file.with_name("other.db"))
    with closing(sqlite3.connect(file.with_name("other.db"))) as other:
        other.execute("INSERT INTO guests VALUES ('somebody else')")
        other.commit()
        file.write_bytes(file.with_name("other.db").read_bytes())
        file.with_name("guesthouse.db-wal").write_bytes(file.with_name("other.db-wal").read_bytes())
    file.with_name("other.db").unlink()


def of_a_newer_version(file: Path) -> None:
    ours(file)
    with closing(sqlite3.connect(file)) as newer:
        step = ("guesthouse", "0999_of_the_future", "2030-01-01")
        newer.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)", step)
        newer.execute("CREATE TABLE of_the_future (word TEXT)")
        newer.commit()
        newer.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def nothing_but_our_mark(file: Path) -> None:
    with closing(sqlite3.connect(file)) as empty:
        empty.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        empty.execute("CREATE TABLE guests (name TEXT)")
        empty.commit()


WRONG: dict[str, tuple[type[Trouble], Callable[[Path], object]]] = {
    "a text": (NotADatabase, lambda file: file.write_text("Dear diary,\n" * 900, encoding="utf-8")),
    "a short text": (NotADatabase, lambda file: file.write_bytes(b"x")),
    "empty": (FileDamaged, lambda file: file.write_bytes(b"")),
    "zeros": (NotADatabase, lambda file: file.write_bytes(bytes(20 * PAGE))),
    "cut in half": (FileDamaged, changed(lambda whole: whole.__delitem__(slice(len(whole) // 2, None)))),
    "cut inside a page": (FileDamaged, changed(lambda whole: whole.__delitem__(slice(-1000, None)))),
    "only its head": (FileDamaged, changed(lambda whole: whole.__delitem__(slice(60, None)))),
    "its magic lost": (FileDamaged, changed(lambda whole: whole.__setitem__(slice(0, 16), bytes(16)))),
    "a page zeroed": (FileDamaged, changed(lambda whole: whole.__setitem__(slice(9 * PAGE, 10 * PAGE), bytes(PAGE)))),
    "a page of noise": (FileDamaged, changed(lambda whole: whole.__setitem__(slice(PAGE, 2 * PAGE), b"\xa5" * PAGE))),
    "its schema lost": (
        FileDamaged,
        changed(lambda whole: whole.__setitem__(slice(100, PAGE), b"\xff" * (PAGE - 100))),
    ),
    "of another program": (NotOurs, of_another_program),
    "of another program, with a log": (NotOurs, of_another_program_with_a_log),
    "of a newer version": (TooNew, of_a_newer_version),
    "nothing but our mark": (FileDamaged, nothing_but_our_mark),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_it_is_told_and_left_as_it_is(tmp_path: Path, wrong: str) -> None:
    trouble, make = WRONG[wrong]
    file = tmp_path / "data" / "guesthouse.db"
    file.parent.mkdir()
    make(file)
    before = {name: data for name, data in contents(file.parent).items() if name.startswith("guesthouse.db")}
    checked = command("check", "--data-dir", file.parent)
    started = kept_closed(file.parent)
    after = {name: data for name, data in contents(file.parent).items() if name.startswith("guesthouse.db")}

    assert checked.stderr == started == trouble(file).sentence + "\n"
    assert (checked.returncode, checked.stdout) == (1, "")
    assert set(after) == set(before)
    assert after == before


def test_a_folder_in_its_place_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / "guesthouse.db").mkdir()
    (tmp_path / "guesthouse.db" / "letter.txt").write_bytes(b"dear")

    assert command("check", "--data-dir", tmp_path).stderr == NotADatabase(tmp_path / "guesthouse.db").sentence + "\n"
    assert kept_closed(tmp_path) == NotADatabase(tmp_path / "guesthouse.db").sentence + "\n"
    assert contents(tmp_path / "guesthouse.db") == {"letter.txt": b"dear"}


def test_a_link_to_a_disk_that_is_not_there_stays_a_link(tmp_path: Path) -> None:
    """A new file in its place would hide the old one once the disk is back."""
    file = tmp_path / "guesthouse.db"
    file.symlink_to(tmp_path / "unplugged" / "guesthouse.db")

    assert kept_closed(tmp_path) == command("check", "--data-dir", tmp_path).stderr == FileMissing(file).sentence + "\n"
    assert file.is_symlink()
