"""Plain or sealed, ours or of others: a file told by its own bytes, without a key. It is read at every start."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from guesthouse.domain.safekeeping import State
from guesthouse.errors import FolderUnusable, Trouble
from guesthouse.storage.header import APPLICATION_ID, LENGTH, MAGIC
from guesthouse.storage.trailer import read_trailer

PAGE, LOOKS = 4096, 24
NOISE = 0.95  # what is sealed cannot be made smaller; a page of a plain file nearly always can


def state_of(file: Path, keys: Path) -> State:
    """Whether there is a file, and whether it is sealed; raises FolderUnusable.

    Its first bytes tell. Where they are neither of a database nor noise, and no key slots lie beside it, it is not
    sealed but damaged or something else, which is told when it is opened.
    """
    try:
        if file.is_dir():
            return State.PLAIN
        if file.stat().st_size == 0 or begins_plain(file):
            return State.PLAIN
        return State.SEALED if keys.exists() or _looks_sealed(file) else State.PLAIN
    except FileNotFoundError:
        return State.MISSING
    except NotADirectoryError:
        raise FolderUnusable(file.parent) from None
    except (OSError, ValueError):
        raise FolderUnusable(file) from None


def begins_plain(file: Path) -> bool:
    """Whether a file's first bytes are those of a plain database of any program, or of ours; raises OSError."""
    with file.open("rb") as opened:
        head = opened.read(LENGTH)
    return head.startswith(MAGIC) or says_ours(head)


def is_readable(file: Path) -> bool:
    """Whether some of a file can be read without a key, so far as one can tell. One that cannot be opened is not."""
    try:
        if begins_plain(file):
            return True
        with suppress(Trouble):
            if read_trailer(file) is not None:
                return False
        return any(not is_noise(page) for page in _pages(file))
    except OSError:
        return False


def _looks_sealed(file: Path) -> bool:
    """Whether there is something in a file, and all of it looks like what a cipher gives."""
    with suppress(Trouble):
        if read_trailer(file) is not None:
            return True
    pages = list(_pages(file))
    return bool(pages) and all(map(is_noise, pages))


def is_of_others(file: Path) -> bool:
    """Whether it is a plain database of another program. One that cannot be opened is not known to be."""
    with suppress(OSError), file.open("rb") as opened:
        head = opened.read(LENGTH)
        return head.startswith(MAGIC) and not says_ours(head)
    return False


def is_noise(page: bytes) -> bool:
    """Whether it looks like what a cipher gives; so does a picture."""
    return len(zlib.compress(page, 1)) >= NOISE * len(page)


def says_ours(head: bytes) -> bool:
    """Whether the first bytes of a plain database carry our mark."""
    return int.from_bytes(head[68:72], "big") == APPLICATION_ID


def _pages(file: Path) -> Iterator[bytes]:
    """Some whole pages all over the file, those that are all zeros left out."""
    with file.open("rb") as opened:
        whole = os.fstat(opened.fileno()).st_size // PAGE
        for page in sorted({whole * look // LOOKS for look in range(LOOKS)} if whole else ()):
            opened.seek(page * PAGE)
            data = opened.read(PAGE)
            if any(data):
                yield data
