"""A sealed file that is not what it must be, or may not be written: told in one sentence, left as it is to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from guesthouse.errors import KeysMissing, ReadOnly, TooNew
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from tests.safety.hands import Clock, command, commanded, contents, let_in, opened

PASSPHRASE = "a wall of rain"


@pytest.fixture
def sealed(tmp_path: Path) -> Paths:
    """Somebody has lived here, and set a passphrase."""
    paths = Paths.under(tmp_path / "data")
    house = opened(paths.data)
    let_in(house, "here before")
    house.close()
    Keeping(paths, Clock()).strongbox.seal(PASSPHRASE)
    return paths


def kept(paths: Paths) -> dict[str, bytes]:
    """Every file but the empty ones that are held as locks."""
    return {name: data for name, data in contents(paths.data).items() if not name.endswith(".lock")}


def lines(paths: Paths) -> list[list[str]]:
    """Each command with what it needs."""
    out = paths.data.parent
    (out / "in.json").write_text("{}", "utf-8")
    return [
        ["check"],
        ["export", "--to", str(out / "out.json")],
        ["backup", "--to", str(out / "out.db")],
        ["import", str(out / "in.json")],
    ]


def test_a_sealed_file_of_a_newer_version_is_left_to_the_byte(sealed: Paths) -> None:
    key = Keeping(sealed, Clock()).strongbox.unlock(PASSPHRASE)
    newer = dbapi2.connect(str(sealed.database), isolation_level=None)
    newer.execute(f"""PRAGMA key = "x'{key.hex()}'" """)
    step = ("guesthouse", "0999_of_the_future", "2030-01-01")
    newer.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)", step)
    newer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    newer.close()
    before = kept(sealed)
    for line in lines(sealed)[:3]:
        said = commanded(*line, "--data-dir", sealed.data, "--passphrase-stdin", given=PASSPHRASE)
        assert (said.returncode, said.stdout) == (1, ""), line
        assert said.stderr == TooNew(sealed.database).sentence + "\n", line
    assert kept(sealed) == before


def test_without_its_key_slots_it_is_told_what_to_put_back(sealed: Paths) -> None:
    slots = sealed.keys.read_bytes()
    sealed.keys.unlink()
    for copy in sealed.backups.iterdir():
        copy.unlink()
    before = kept(sealed)
    said = commanded("check", "--data-dir", sealed.data, "--passphrase-stdin", given=PASSPHRASE)
    sealed.keys.write_bytes(slots)
    again = commanded("check", "--data-dir", sealed.data, "--passphrase-stdin", given=PASSPHRASE)

    assert said.returncode == 1 and said.stderr.startswith(KeysMissing.title[:-1]) and said.stderr.count("\n") == 1
    assert again.returncode == 0 and {**before, "guesthouse.keys": slots} == kept(sealed)


def test_what_may_only_be_read_can_be_read_copied_and_exported_and_nothing_else(sealed: Paths) -> None:
    files = [*sealed.data.rglob("*"), sealed.data]
    asked = [*lines(sealed), ["restore", str(sealed.data.parent / "out.db")]]
    before = kept(sealed)
    for file in files:
        file.chmod(0o500 if file.is_dir() else 0o400)
    told = {
        line[0]: command(*line, "--data-dir", sealed.data, "--passphrase-stdin", given=PASSPHRASE, modes_apply=True)
        for line in asked
    }
    for file in reversed(files):
        file.chmod(0o700 if file.is_dir() else 0o600)

    assert {name: said.returncode for name, said in told.items()} == {
        "check": 0, "export": 0, "backup": 0, "import": 1, "restore": 1,
    }  # fmt: skip
    assert told["restore"].stderr.startswith(ReadOnly.title[:-1])
    assert kept(sealed) == before
