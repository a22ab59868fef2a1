"""The lock is the system's: it ends with the process, however that ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from guesthouse.errors import AlreadyOpen, FolderUnusable
from guesthouse.storage.lock import Lock

HOLDER = """
import sys
from pathlib import Path
from guesthouse.storage.lock import Lock

held = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_only_one_holds_it(tmp_path: Path) -> None:
    first = Lock(tmp_path / "lock")
    with pytest.raises(AlreadyOpen):
        Lock(tmp_path / "lock")
    first.release()
    first.release()

    Lock(tmp_path / "lock").release()


def test_it_dies_with_its_process(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "lock")], stdout=subprocess.PIPE, stdin=subprocess.PIPE
    )
    with child:
        assert child.stdout is not None and child.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyOpen):
            Lock(tmp_path / "lock")
        child.kill()
        child.wait()
        Lock(tmp_path / "lock").release()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderUnusable):
        Lock(tmp_path / "nowhere" / "lock")
