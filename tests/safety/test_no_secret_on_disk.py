"""The words of a sealed house stand in no file at any moment: looked for all the while somebody writes them."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Sealed
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from tests.safety.hands import SECRET, Clock, let_in, opened

ROOT = Path(__file__).parents[2]
PASSPHRASE = "kupferblume im regen"
MOST = 64 << 20


@dataclass(frozen=True)
class Spy:
    """Reads every file in some folders, and those that a process holds open though they have no name any more."""

    folders: tuple[Path, ...]
    words: tuple[bytes, ...]

    def finds(self, pid: int | None = None) -> list[str]:
        """The names of the files with one of the words in them."""
        files = [file for folder in self.folders for file in walk(folder)]
        if pid is not None:
            files += nameless(pid)
        return [str(file) for file in files if self._holds(file)]

    def _holds(self, file: Path) -> bool:
        with suppress(OSError), file.open("rb") as opened_:
            data = opened_.read(MOST)
            return any(word in data for word in self.words)
        return False


def walk(folder: Path) -> Iterator[Path]:
    """Every ordinary file, also while files come and go."""
    for above, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                if stat.S_ISREG((file := Path(above) / name).lstat().st_mode):
                    yield file


def nameless(pid: int) -> list[Path]:
    """Files of the disk that a process has open and that were removed already; not those that are only in memory."""
    found = []
    for descriptor in Path(f"/proc/{pid}/fd").iterdir() if Path(f"/proc/{pid}").exists() else ():
        with suppress(OSError):
            target = str(descriptor.readlink())
            if target.endswith(" (deleted)") and not target.startswith(("/memfd:", "/dev/", "/SYSV")):
                found.append(descriptor)
    return found


def spelled(*words: str | bytes) -> tuple[bytes, ...]:
    """Each as it could stand in a file."""
    texts = [word for word in words if isinstance(word, str)]
    return (
        *(word for word in words if isinstance(word, bytes)),
        *(text.encode(code) for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be")),
    )


@pytest.fixture
def places(own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    """Where a child can write: its data with the log, its home with the caches, its temporary folder."""
    (tmp_path / "tmp").mkdir()
    for name in ("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path / "tmp"))
    return tmp_path / "data", own_home, tmp_path / "tmp"


def sealed(folder: Path) -> Sealed:
    """A house with a passphrase, in which somebody has lived before."""
    house = opened(folder)
    let_in(house, f"before there was a passphrase: {SECRET}")
    house.close()
    return Keeping(Paths.under(folder), Clock()).strongbox.seal(PASSPHRASE)


def watched_until_killed(line: list[str], spy: Spy, *, lines: int, seconds: float) -> tuple[list[str], int]:
    """What was found in any file while a child lived and after it was killed, and how often one looked."""
    found, looks = [], 0
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout is not None
        os.set_blocking(child.stdout.fileno(), False)
        heard, until = 0, None
        while until is None or time.monotonic() < until:
            found += spy.finds(child.pid)
            looks += 1
            heard += (child.stdout.read() or b"").count(b"\n")
            if until is None and heard >= lines:
                until = time.monotonic() + seconds
            assert child.poll() is None, "it ended by itself"
        child.kill()
    return found + spy.finds(), looks


@pytest.mark.timeout(240)
def test_words_passphrase_key_and_code_are_in_no_file_while_one_writes(places: tuple[Path, ...]) -> None:
    there, chance = sealed(places[0]), random.Random(8)
    spy = Spy(places, spelled(SECRET, PASSPHRASE, there.key, there.key.hex(), there.code, there.code.replace("-", "")))
    assert spy.finds() == []
    looked = 0
    for _ in range(6):
        line = [sys.executable, "-m", "tests.safety.whispering", str(places[0]), PASSPHRASE]
        found, looks = watched_until_killed(line, spy, lines=chance.randrange(4), seconds=chance.uniform(0, 0.5))
        assert found == []
        looked += looks
    assert looked > 60
    assert any(file.name.startswith("guesthouse-") for file in walk(places[0] / "backups")), "copies were made"


@pytest.mark.timeout(240)
def test_nor_while_somebody_lives_in_the_whole_app(places: tuple[Path, ...]) -> None:
    """With locking and unlocking, to which the log and what Qt keeps in the home are witnesses."""
    there = sealed(places[0])
    spy = Spy(places, spelled(SECRET, PASSPHRASE, there.key, there.key.hex(), there.code))
    line = [sys.executable, "-m", "tests.safety.dwelling", str(places[0]), SECRET, PASSPHRASE]
    found, looks = watched_until_killed(line, spy, lines=14, seconds=0.3)

    assert found == [] and looks > 20
    assert (places[0] / "log" / "guesthouse.log").exists()


def test_the_spy_finds_what_is_there(places: tuple[Path, ...]) -> None:
    """On a plain file; else the tests above could pass because nothing is ever found."""
    opened(places[0]).close()
    spy = Spy(places, spelled(SECRET))
    line = [sys.executable, "-m", "tests.safety.whispering", str(places[0]), PASSPHRASE]
    found, _ = watched_until_killed(line, spy, lines=2, seconds=0)

    assert any(name.endswith("guesthouse.db-wal") for name in found)
    assert any("/backups/" in name for name in found)


def test_the_spy_sees_files_that_have_no_name_any_more(tmp_path: Path) -> None:
    source = "import sys; f = open(sys.argv[1], 'w+b'); f.write(sys.argv[2].encode()); f.flush(); import os; "
    source += "os.unlink(sys.argv[1]); print('here', flush=True); sys.stdin.read()"
    line = [sys.executable, "-c", source, str(tmp_path / "gone"), SECRET]
    pipe = subprocess.PIPE
    with subprocess.Popen(line, stdin=pipe, stdout=pipe) as child:
        assert child.stdout is not None and child.stdout.readline() == b"here\n"
        assert Spy((tmp_path,), spelled(SECRET)).finds() == []
        assert Spy((tmp_path,), spelled(SECRET)).finds(child.pid)
        child.kill()
