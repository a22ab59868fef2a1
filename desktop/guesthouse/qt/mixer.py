"""What goes to the loudspeaker next: a ring that goes on and on, a bell over it, and soft beginnings and ends.

Told from the window's thread, asked from the loudspeaker's. It knows neither a library nor a device.
"""

from __future__ import annotations

import io
import sys
import wave
from array import array
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from typing import TypeAlias

FADE = 0.7
"""Seconds in which a ring comes and goes; at least one helping of what is asked for."""
MOST = 3
"""Voices at once: what fades, what comes, and a bell. So the sum of them is never too loud for 16 bits."""

Samples: TypeAlias = "array[int]"


@dataclass(frozen=True, slots=True)
class Recording:
    """The samples of one sound: mono, 16 bit, ``rate`` a second."""

    rate: int
    samples: Samples
    ring: bool


@dataclass(slots=True)
class Voice:
    """One recording as it is heard now."""

    recording: Recording
    at: int = 0
    level: float = 0.0
    wanted: float = 1.0

    @property
    def over(self) -> bool:
        """Whether nothing of it is heard any more."""
        if self.recording.ring:
            return self.level == self.wanted == 0.0
        return self.at >= len(self.recording.samples)


class Mixer:
    """Adds up the voices of now."""

    def __init__(self) -> None:
        """Silence."""
        self._lock = Lock()
        self._voices: list[Voice] = []
        self._loud = self._wanted = 0.0

    @property
    def silent(self) -> bool:
        """Whether there is nothing to hear until somebody plays again."""
        return not self._voices

    def set_volume(self, share: float) -> None:
        """How loud everything is, from 0 to 1; it is gone to without a step."""
        self._wanted = share

    def play(self, recording: Recording | None) -> None:
        """Let this ring come, and any other go."""
        with self._lock:
            for voice in self._voices:
                if voice.recording.ring:
                    voice.wanted = 1.0 if voice.recording is recording else 0.0
            heard = any(voice.recording is recording for voice in self._voices)
            if recording is not None and not heard:
                self._add(Voice(recording))

    def strike(self, recording: Recording) -> None:
        """Let this be heard once, from its beginning."""
        with self._lock:
            self._voices = [voice for voice in self._voices if voice.recording.ring]
            self._add(Voice(recording, level=1.0))

    def silence(self) -> None:
        """Nothing is heard from the next sample on."""
        with self._lock:
            self._voices = []

    def fill(self, count: int) -> Samples:
        """The next samples."""
        with self._lock:
            if not self._voices:
                self._loud = self._wanted
                return array("h", bytes(2 * count))
            was, self._loud = self._loud, self._wanted
            parts = [_part(voice, count, was, self._loud) for voice in self._voices]
            self._voices = [voice for voice in self._voices if not voice.over]
        if len(parts) == 1:
            return array("h", [int(sample) for sample in parts[0]])
        return array("h", [int(sum(together)) for together in zip(*parts, strict=True)])

    def _add(self, voice: Voice) -> None:
        self._voices = [*self._voices[-(MOST - 1) :], voice]


def recording_of(file: bytes, *, ring: bool) -> Recording:
    """The samples of a WAV file: mono, 16 bit."""
    with wave.open(io.BytesIO(file)) as read:
        samples = array("h", read.readframes(read.getnframes()))
        rate = read.getframerate()
    if sys.byteorder == "big":
        samples.byteswap()
    return Recording(rate, samples, ring)


def _part(voice: Voice, count: int, loud_before: float, loud_after: float) -> list[float]:
    """The next samples of one voice, its loudness going in a straight line over them."""
    before = voice.level * loud_before
    step = count / (FADE * voice.recording.rate)
    voice.level = min(voice.wanted, voice.level + step) if voice.wanted > voice.level else voice.level
    voice.level = max(voice.wanted, voice.level - step) if voice.wanted < voice.level else voice.level
    slope = (voice.level * loud_after - before) / count
    return [sample * (before + slope * at) for at, sample in enumerate(_next(voice, count))]


def _next(voice: Voice, count: int) -> Samples:
    """The next raw samples: round and round, or silence after the end."""
    samples, at = voice.recording.samples, voice.at
    if not voice.recording.ring:
        voice.at = at + count
        piece = samples[at : at + count]
        return piece + array("h", bytes(2 * (count - len(piece))))
    voice.at = (at + count) % len(samples)
    if at + count <= len(samples):
        return samples[at : at + count]
    rounds = (at + count) // len(samples)
    return array("h", chain(samples[at:], *[samples] * (rounds - 1), samples[: voice.at]))
