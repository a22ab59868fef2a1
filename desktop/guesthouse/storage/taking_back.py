"""What a kill can leave while a file is kept aside: a second name of it there, while the first is still in its place.

Then nothing has happened yet; the log, which goes first, is put back, and the second names go.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from guesthouse.errors import trouble_of
from guesthouse.paths import Paths
from guesthouse.storage.backup import sync_file, sync_folder
from guesthouse.storage.restoring import LOGS, forget_aside

SALVAGED = ".salvaged"
"""Behind the name of a new file that is not whole yet."""


def take_back(paths: Paths) -> None:
    """Where the file in its place is the one that lies aside, as it was before; never raises.

    What was to be put in its place goes: it is not whole, and holds what the old file holds.
    """
    with suppress(OSError):
        real = paths.database.resolve()
        for leftover in real.parent.glob(real.name + SALVAGED + "*"):
            leftover.unlink()
    with suppress(OSError):
        for folder in list(paths.aside.iterdir()) if paths.aside.is_dir() else []:
            file = folder / paths.database.name
            if not file.exists() or not paths.database.exists() or not file.samefile(paths.database):
                continue
            real = paths.database.resolve()
            for more in LOGS:
                _put_back(folder / (file.name + more), real.with_name(real.name + more))
            sync_folder(real.parent)
            forget_aside(folder)


def _put_back(there: Path, here: Path) -> None:
    if not there.exists() or here.exists():
        return
    shutil.copyfile(there, here)
    here.chmod(0o600)
    sync_file(here)


def take_out(paths: Paths) -> None:
    """Nothing stays in the place of a file that lies aside: first its log, since a log without its file is a riddle.

    Raises ReadOnly, FolderUnusable.
    """
    real = paths.database.resolve()
    try:
        for more in LOGS:
            real.with_name(real.name + more).unlink(missing_ok=True)
        real.unlink()
        if paths.database.is_symlink():
            paths.database.unlink()
        paths.keys.unlink(missing_ok=True)
        sync_folder(real.parent)
    except OSError as error:
        raise trouble_of(error, real) from None
