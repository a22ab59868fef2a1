"""The sounds as files: made at their first use, kept beside the data, and the same for everyone."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path

from guesthouse.paths import make_private
from guesthouse.sim.sounds import EDITION, Sound, make_sound

SEED = 1

log = logging.getLogger(__name__)


def fetch_sound(folder: Path, kind: str) -> bytes:
    """The WAV file of a sound, from ``folder`` or made now and kept there; where it cannot be kept, it is only made.

    Raises:
        ValueError: there is no such sound.
    """
    sound = Sound(kind)
    file = folder / f"{sound}-{EDITION}.wav"
    with suppress(OSError):
        kept = file.read_bytes()
        if _is_whole(kept):
            return kept
    made = make_sound(sound, SEED)
    try:
        _keep(file, made)
    except OSError as error:
        log.warning("a sound could not be kept: %s", type(error).__name__)
    return made


def _keep(file: Path, made: bytes) -> None:
    """Written beside its place; it gets its name when it is whole, and takes the place of earlier editions."""
    make_private(file.parent)
    beside = file.with_suffix(f".{os.getpid()}.part")
    try:
        beside.write_bytes(made)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    for other in file.parent.glob(f"{file.stem.rpartition('-')[0]}-*.wav"):
        if other != file:
            other.unlink(missing_ok=True)


def _is_whole(kept: bytes) -> bool:
    """Whether a file is as long as it says."""
    return kept[:4] == b"RIFF" and kept[8:12] == b"WAVE" and int.from_bytes(kept[4:8], "little") + 8 == len(kept)
