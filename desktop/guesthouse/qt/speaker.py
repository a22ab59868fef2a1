"""The loudspeaker, through miniaudio where it is installed. It is an optional extra, asked for when a sound is wanted.

miniaudio and not QtMultimedia: that one cannot be loaded without Qt's network, and not at all without libpulse.
"""

from __future__ import annotations

import importlib
import importlib.util
import logging
import sys
import weakref
from array import array
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

LIBRARY = "miniaudio"
RADIO = "urllib.request"
"""What the library imports for a radio of its own, which we do not have."""
CARDS = Path("/proc/asound/cards")
BUFFER_MS = 200

Fill: TypeAlias = "Callable[[int], array[int]]"

log = logging.getLogger(__name__)


class Speaker:
    """An opened loudspeaker. It sleeps until it is started, and while it is stopped."""

    def __init__(self, device: Any, fill: Fill) -> None:
        """``fill`` is asked for so many samples, in a thread of the device's own."""
        self._device, self._fill = device, fill
        self._awake = False
        # At the latest before the interpreter ends: a device that still asks then would wait for an answer forever.
        self._given_back = weakref.finalize(self, device.close)

    def start(self) -> None:
        """Ask for samples from now on; raises RuntimeError where the device is gone."""
        if self._awake:
            return
        feed = _feed(self._fill)
        next(feed)
        try:
            self._device.start(feed)
        except Exception as error:  # the library's own kind, which is not known here
            raise RuntimeError("the device did not start") from error
        self._awake = True

    def stop(self) -> None:
        """Ask for nothing any more."""
        if self._awake:
            self._awake = False
            try:
                self._device.stop()
            except Exception as error:
                log.warning("the loudspeaker did not stop: %s", type(error).__name__)

    def close(self) -> None:
        """Give it back to the system."""
        self._awake = False
        self._given_back()


class Speakers:
    """The loudspeakers of this computer."""

    def __init__(self, backends: Sequence[str] = (), library: str = LIBRARY) -> None:
        """``backends`` are names of the library's, where not the system's own are meant."""
        self._backends, self._library = tuple(backends), library

    def there(self) -> bool:
        """Whether the library is installed; it is not imported for that."""
        return importlib.util.find_spec(self._library) is not None

    def open(self, rate: int, fill: Fill) -> Speaker:
        """The loudspeaker that the system would use. It may take a moment.

        Raises:
            RuntimeError: there is none, or no library for it.
        """
        try:
            audio = import_without_radio(self._library)
            names = self._backends or _backends()
            device = audio.PlaybackDevice(
                audio.SampleFormat.SIGNED16,
                1,
                rate,
                BUFFER_MS,
                backends=[audio.Backend[name] for name in names],
                app_name="Guesthouse",
            )
        except Exception as error:  # a library that is half there, or its own kind of error
            raise RuntimeError("no loudspeaker") from error
        if device.backend.upper() == "NULL" and "NULL" not in names:
            device.close()
            raise RuntimeError("no loudspeaker")
        return Speaker(device, fill)


def import_without_radio(name: str) -> Any:
    """Import the library and nothing that could reach a network: in the place of what its radio asks for is nothing."""
    absent = name not in sys.modules and RADIO not in sys.modules
    if absent:
        sys.modules[RADIO] = ModuleType(RADIO)
    try:
        return importlib.import_module(name)
    finally:
        if absent:
            del sys.modules[RADIO]


def _backends() -> list[str]:
    """Which of the system's ways are tried. On Linux ALSA only where there is a card: it grumbles on stderr without."""
    if sys.platform != "linux":
        return []
    return ["PULSEAUDIO", "ALSA"] if _has_card() else ["PULSEAUDIO"]


def _has_card() -> bool:
    try:
        return "]:" in CARDS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _feed(fill: Fill) -> Generator[array[int], int, None]:
    """What the library asks."""
    count = yield array("h")
    while True:
        count = yield fill(count)
