"""What is put in order behind an open house."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from guesthouse.house import open_house
from guesthouse.paths import Paths
from guesthouse.storage.plain_copies import is_readable
from tests.front.conftest import Entered, now


def test_a_plain_copy_is_sealed_a_while_after_the_unlocking(
    qtbot: QtBot, inside: Entered, paths: Paths, tmp_path: Path
) -> None:
    other = Paths.under(tmp_path / "other")
    open_house(other, clock=now, random=random.Random(1)).close()
    copy = paths.backups / "guesthouse-20260101-080000-0-daily.db"
    shutil.copyfile(other.database, copy)
    assert is_readable(copy)
    inside.front.settle()
    qtbot.waitUntil(lambda: not is_readable(copy), timeout=20_000)
