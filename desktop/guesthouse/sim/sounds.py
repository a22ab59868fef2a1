"""Rain, a stream, wind, brown noise and a bell, made from numbers: nothing is recorded, the same seed sounds the same.

The four that go on and on are rings: their filters run in from the end of the noise to its beginning, and what rings
over the end goes on at the beginning. So the last sample is followed by the first as any sample is by the next.
"""

from __future__ import annotations

import io
import sys
import wave
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from math import cos, exp, pi, sin, tau
from random import Random
from typing import TypeAlias

EDITION = 1
"""Goes up when one of the sounds changes, so that files kept of the earlier ones are not taken for them."""

RATE = 22_050
PEAK = 0.251
"""The loudest sample, of 1: -12 dBFS."""

RUN_IN = RATE // 2
"""Samples after which no filter here remembers anything."""

STEP = 63
"""Samples between two looks at how a filter has moved on; the length of the wind is a multiple of it."""

BELL_SECONDS, BELL_FADES = 4, 1.2
BOWL = (  # of a struck bowl: how high above the lowest, how loud, how many seconds it rings
    (1.0, 1.0, 1.5),
    (2.71, 0.42, 1.0),
    (5.15, 0.13, 0.5),
    (8.1, 0.03, 0.22),
)

Samples: TypeAlias = "array[float]"


class Sound(StrEnum):
    """What can be heard. All but the bell go on until they are stopped."""

    RAIN = "rain"
    STREAM = "stream"
    WIND = "wind"
    BROWN = "brown"
    BELL = "bell"


@dataclass(frozen=True, slots=True)
class Tone:
    """One drop, bubble or partial: ``pitch`` in hertz, ``rise`` its growth until it has faded; times in seconds."""

    pitch: float
    loud: float
    fades: float
    comes: float = 0.0
    rise: float = 0.0
    phase: float = 0.0


def make_sound(kind: Sound, seed: int) -> bytes:
    """A whole WAV file: mono, 16 bit, quiet. It takes some tenths of a second."""
    return _wav(MAKERS[kind](Random(seed)))


def _rain(random: Random) -> Samples:
    """A soft hiss, and drops near and far on leaves: most of them faint."""
    noise = _white(random, 10)
    hiss = _low(_low(_high(noise, 420), 2600), 6500)
    swell = _swell(random, (1, 2, 3))
    out = _scaled(hiss, lambda share: 0.55 * (1 + 0.12 * swell(share)))
    for _ in range(1500):
        nearness = random.random() ** 5
        tone = Tone(
            pitch=1500 * 3.4 ** random.random() * (1 - 0.35 * nearness),
            loud=0.10 + 0.55 * nearness,
            fades=0.002 + 0.004 * random.random(),
            comes=0.0006,
        )
        _strike(out, random.random(), tone)
    return out


def _stream(random: Random) -> Samples:
    """Water over stones: a murmur that never stands still, and bubbles that rise in pitch as they close."""
    noise = _white(random, 10)
    murmur = _low(_low(_high(noise, 300), 900), 1600)
    swell, babble = _swell(random, (2, 3, 5)), _swell(random, (13, 21, 34))
    out = _scaled(murmur, lambda share: 0.36 * (1 + 0.2 * swell(share) + 0.2 * babble(share)))
    gurgle = _swell(random, (3, 7, 11))
    for _ in range(620):
        share = random.random()
        size = random.random()
        tone = Tone(
            pitch=420 * 4.2 ** (1 - size**0.7),
            loud=(0.05 + 0.26 * random.random() ** 3) * (0.7 + 0.5 * size) * (1 + 0.5 * gurgle(share)),
            fades=0.010 + 0.030 * size,
            comes=0.004,
            rise=0.05 + 0.25 * random.random(),
        )
        _strike(out, share, tone)
    return out


def _wind(random: Random) -> Samples:
    """Gusts about a house: a low body, and a band that goes up and down and is louder as it is higher."""
    noise = _white(random, 12)
    gust, flutter = _swell(random, (1, 2, 3)), _swell(random, (5, 8, 13))

    def strength(share: float) -> float:
        return 0.5 + 0.36 * gust(share) + 0.1 * flutter(share)

    body = _low(_low(_high(noise, 60), 240), 480)
    voice = _low(_band(noise, lambda share: 190 + 300 * strength(share), 0.4), 700)
    return array("d", map(float.__add__, _gusty(body, strength, 1.5), _gusty(voice, strength, 0.8)))


def _gusty(samples: Samples, strength: Callable[[float], float], loud: float) -> Samples:
    return _scaled(samples, lambda share: loud * (0.22 + 0.78 * max(0.0, strength(share)) ** 1.5))


def _brown(random: Random) -> Samples:
    """Deep and even, as of a waterfall far away; without what only shakes a loudspeaker."""
    return _low(_high(_low(_white(random, 9), 25), 32), 1800)


def _bell(random: Random) -> Samples:
    """A bowl struck softly, once. Each of its tones is two that beat slowly, and all is silent at the end."""
    out: Samples = array("d", bytes(8 * BELL_SECONDS * RATE))
    for ratio, loud, fades in BOWL:
        beat = 0.35 + 0.5 * random.random()
        for pitch in (352 * ratio - beat / 2, 352 * ratio + beat):
            share = 0.8 if pitch < 352 * ratio else 0.2
            _strike(out, 0.0, Tone(pitch, loud * share, fades, 0.007, phase=random.random()))
    last = round(BELL_FADES * RATE)
    for at in range(last):
        out[-1 - at] *= 0.5 - 0.5 * cos(pi * at / last)
    return out


MAKERS: dict[Sound, Callable[[Random], Samples]] = {
    Sound.RAIN: _rain,
    Sound.STREAM: _stream,
    Sound.WIND: _wind,
    Sound.BROWN: _brown,
    Sound.BELL: _bell,
}


def _white(random: Random, seconds: int) -> Samples:
    """Noise from -1 to 1 in which every pitch is as loud as every other."""
    raw = array("h", random.randbytes(2 * RATE * seconds))
    if sys.byteorder == "big":
        raw.byteswap()
    return array("d", [sample / 32768 for sample in raw])


def _low(samples: Samples, hertz: float) -> Samples:
    """What lies below ``hertz``, by a filter of one pole."""
    share, level = 1 - exp(-tau * hertz / RATE), 0.0
    out = [level := level + share * (sample - level) for sample in chain(samples[-RUN_IN:], samples)]
    return array("d", out[RUN_IN:])


def _high(samples: Samples, hertz: float) -> Samples:
    """What lies above ``hertz``."""
    return array("d", map(float.__sub__, samples, _low(samples, hertz)))


def _band(samples: Samples, hertz: Callable[[float], float], damping: float) -> Samples:
    """What lies about a pitch that moves: ``hertz`` of the share of the ring that is over. A filter of two poles."""
    low = band = 0.0
    out: Samples = array("d")
    for start in range(-(RUN_IN // STEP) * STEP, len(samples), STEP):
        speed = 2 * sin(pi * hertz(start % len(samples) / len(samples)) / RATE)
        first = start % len(samples)
        for sample in samples[first : first + STEP]:
            low += speed * band
            band += speed * (sample - low - damping * band)
            out.append(band)
    return out[-len(samples) :]


def _scaled(samples: Samples, loud: Callable[[float], float]) -> Samples:
    """The samples made louder or softer by a function of the share of the ring that is over."""
    count = len(samples)
    out: Samples = array("d")
    before = loud(0.0)
    for start in range(0, count, STEP):
        piece = samples[start : start + STEP]
        after = loud((start + len(piece)) % count / count)
        slope = (after - before) / len(piece)
        out.extend([sample * (before + slope * at) for at, sample in enumerate(piece)])
        before = after
    return out


def _swell(random: Random, cycles: Sequence[int]) -> Callable[[float], float]:
    """A slow uneven wave between -1 and 1 that comes round with the ring, each of ``cycles`` so many times."""
    waves = [(tau * count, tau * random.random()) for count in cycles]
    return lambda share: sum(sin(turn * share + phase) for turn, phase in waves) / len(waves)


def _strike(out: Samples, share: float, tone: Tone) -> None:
    """Add a tone from a place in the ring on; what is left of it at the end sounds at the beginning."""
    count = len(out)
    start = int(share * count) - count
    lasts = min(round(7 * tone.fades * RATE), count)
    phase, turn = tau * tone.phase, tau * tone.pitch / RATE
    speeding = 1 + tone.rise / lasts
    fading = loud = tone.loud
    slower = exp(-1 / (tone.fades * RATE))
    faster = exp(-1 / (tone.comes * RATE)) if tone.comes else 0.0
    for at in range(start, start + lasts):
        out[at] += (loud - fading) * sin(phase)
        phase += turn
        turn *= speeding
        loud *= slower
        fading *= faster


def _wav(samples: Samples) -> bytes:
    """As a file: about zero, and no louder than PEAK."""
    middle = sum(samples) / len(samples)
    scale = PEAK * 32767 / max(max(samples) - middle, middle - min(samples))
    data = array("h", [round((sample - middle) * scale) for sample in samples])
    if sys.byteorder == "big":
        data.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(data.tobytes())
    return file.getvalue()
