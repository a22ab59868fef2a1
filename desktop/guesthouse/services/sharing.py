"""A practice on its way out as a file, to a friend or a clinician, and one that comes in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from guesthouse.domain.practice import Practice
from guesthouse.errors import trouble_elsewhere
from guesthouse.formats.write_entries import beside
from guesthouse.services.practices import Practices

LONGEST = 1 << 20
LONGEST_NAME = 60


class NotAPractice(ValueError):
    """The file is none that can be read; the message names file, line and mistake, to be shown to the person."""


class Sharing:
    """The verbs of sharing."""

    def __init__(self, practices: Practices) -> None:
        """``practices`` keeps what comes in."""
        self._practices = practices

    def name_for(self, practice: Practice) -> str:
        """A name for its file: the title in small letters, without what file systems dislike."""
        plain = unicodedata.normalize("NFKD", practice.title.casefold()).encode("ascii", "ignore").decode()
        return f"{'-'.join(re.findall('[a-z0-9]+', plain))[:LONGEST_NAME].strip('-') or 'practice'}.toml"

    def write(self, practice: Practice, to: Path) -> None:
        """Write one practice as a file, as it can be done: without steps that have no text yet. What stands there is
        replaced by what is whole.

        Raises any Trouble about files.
        """
        from guesthouse.content.write_practice import text_of  # here and below: needed by those who share

        done = replace(practice, steps=tuple(step for step in practice.steps if step.text.strip()))
        try:
            with beside(to) as unborn:
                unborn.write_bytes(text_of(done, to.stem).encode())
        except OSError as error:
            raise trouble_elsewhere(error, to.parent) from None

    def bring_in(self, path: Path, *, origin: object | None = None) -> Practice:
        """Read a file as a practice of one's own, and keep it under an id of its own.

        Raises:
            NotAPractice: with file, line and mistake.
        """
        read = _read(path)
        original = read.original if self._practices.is_given(read.original) else ""
        fresh = replace(self._practices.make_own(replace(read, id="")), original=original)
        return self._practices.keep_own(fresh, origin=origin)


def _read(path: Path) -> Practice:
    from guesthouse.content.practices import load_one
    from guesthouse.content.wrong import WrongContent

    try:
        status = path.stat()
        if not (S_ISREG(status.st_mode) or S_ISDIR(status.st_mode)):  # which could be read without an end
            raise NotAPractice(f"{path.name}: this is no file")
        if status.st_size > LONGEST:
            raise NotAPractice(f"{path.name}: this is too long for a practice")
        return load_one(path)
    except OSError as error:
        raise NotAPractice(f"{path.name}: {error.strerror or type(error).__name__}") from None
    except WrongContent as error:
        raise NotAPractice(str(error)) from None
    except RecursionError:
        raise NotAPractice(f"{path.name}: this is no practice") from None
