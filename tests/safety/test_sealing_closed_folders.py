"""A passphrase where files or folders may not be written: told, nothing changed, and what stays plain is named."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Why
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.services.strongbox import Strongbox
from guesthouse.storage.connection import Place
from tests.safety.hands import MODES_APPLY, SECRET, Clock, contents, let_in, opened

ROOT = Path(__file__).parents[2]
SEALS = """
import sys
from pathlib import Path
from guesthouse.errors import Trouble
from guesthouse.paths import Paths
from guesthouse.services.strongbox import Strongbox
from tests.safety.hands import Clock

try:
    sealed = Strongbox(Paths.under(Path(sys.argv[1])), Clock()).seal("open sesame")
    print("sealed", *(file.name for file in sealed.plain_copies))
except Trouble as error:
    print(type(error).__name__)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with a guest and a backup in it; its modes are given back at the end."""
    folder = tmp_path / "lived in"
    house = opened(folder)
    let_in(house, SECRET)
    house.close()
    paths = Paths.under(folder)
    Backups(Place(paths.database, paths.backups), paths, Clock()).make(Why.BY_HAND)
    yield folder
    folder.chmod(0o700)
    (folder / "backups").chmod(0o700)


def sealed(folder: Path) -> list[str]:
    """What a child says of sealing it that may do no more than anybody."""
    line = [sys.executable, "-c", MODES_APPLY, "-c", SEALS, str(folder)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=50, check=True).stdout.split()


def read_only_folder(folder: Path) -> None:
    folder.chmod(0o500)


def read_only_file(folder: Path) -> None:
    (folder / "guesthouse.db").chmod(0o400)


@pytest.mark.parametrize("close", [read_only_folder, read_only_file])
def test_what_may_not_be_written_is_not_sealed(folder: Path, close: Callable[[Path], None]) -> None:
    before = contents(folder)
    close(folder)

    assert sealed(folder) == ["ReadOnly"]
    assert contents(folder) == before


def test_a_backup_that_may_not_be_written_is_named(folder: Path) -> None:
    (copy,) = (folder / "backups").iterdir()
    (folder / "backups").chmod(0o500)

    assert sealed(folder) == ["sealed", copy.name]
    (folder / "backups").chmod(0o700)
    box = Strongbox(Paths.under(folder), Clock())
    assert list(box.tidy(box.unlock("open sesame"))) == []
    assert [name for name, data in contents(folder).items() if SECRET.encode() in data] == []
