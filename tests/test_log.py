"""The log tells kinds and places, and never a word that a person has written."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from guesthouse import log as logs
from guesthouse.errors import DiskFull
from guesthouse.log import Log
from guesthouse.paths import Paths
from tests.safety.hands import SECRET


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[Paths]:
    paths = Paths.under(tmp_path / "data")
    log = Log(paths)
    yield paths
    log.close()


def written(paths: Paths) -> str:
    return paths.logfile.read_text(encoding="utf-8")


def test_an_error_is_its_kind_and_its_place(paths: Paths) -> None:
    ours = logging.getLogger("guesthouse.storage.tried")
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        ours.exception("it failed: %s", error)

    told = written(paths)
    assert " ERROR guesthouse.storage.tried: it failed: ValueError" in told.splitlines()[0]
    assert "builtins.KeyError" in told
    assert "test_log.py" in told and "in test_an_error_is_its_kind_and_its_place" in told
    assert SECRET not in told


def test_of_others_only_who_and_where(paths: Paths) -> None:
    logging.getLogger("somebody.else").warning("the words were %s", SECRET)

    assert "somebody.else: (test_log.py:" in written(paths)
    assert SECRET not in written(paths)


def test_a_trouble_is_logged_without_its_path(paths: Paths) -> None:
    logging.getLogger("guesthouse").warning("stopped: %s", DiskFull(Path(SECRET)))

    assert "stopped: DiskFull" in written(paths) and SECRET not in written(paths)


def test_every_log_is_its_owners_alone_the_next_one_too(paths: Paths) -> None:
    for number in range(logs.BYTES // 120):
        logging.getLogger("guesthouse").info("line %d %s", number, "-" * 80)

    files = list(paths.log.glob("guesthouse.log*"))
    assert len(files) == 2
    assert {stat.S_IMODE(file.stat().st_mode) for file in [*files, paths.crashfile]} == {0o600}


def test_without_a_usable_folder_the_run_goes_on(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").write_bytes(b"a file where the folder belongs")
    log = Log(Paths.under(tmp_path / "data"))
    logging.getLogger("guesthouse").warning("into the air")
    log.close()

    assert capfd.readouterr() == ("", "")


def test_a_copy_that_ends_leaves_the_crash_file_to_the_other_and_no_handler(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)
    Log(Paths.under(tmp_path)).close()

    assert logging.getLogger().handlers == before
    assert (tmp_path / "log" / "crash.txt").read_bytes() == b""
