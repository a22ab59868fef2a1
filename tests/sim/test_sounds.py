"""The sounds as an ear would meet them: quiet, without a click where they come round, and each its own."""

from __future__ import annotations

import functools
import hashlib
import io
import itertools
import sys
import wave
from array import array
from math import log10, sqrt

import pytest

from guesthouse.sim.sounds import RATE, Sound, make_sound

ENDLESS = [Sound.RAIN, Sound.STREAM, Sound.WIND, Sound.BROWN]
SEEDS = (1, 2)


@functools.cache
def heard(kind: Sound, seed: int = 1) -> list[int]:
    """The samples of the file, as a player reads them."""
    with wave.open(io.BytesIO(made(kind, seed))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tolist()


@functools.cache
def made(kind: Sound, seed: int) -> bytes:
    return make_sound(kind, seed)


def crossings(samples: list[int]) -> float:
    """How often a second the sound goes through silence: the brighter it is, the more often."""
    times = sum((one < 0) != (other < 0) for one, other in itertools.pairwise(samples))
    return times * RATE / len(samples)


def loudness(samples: list[int]) -> float:
    """In decibels below the loudest there could be."""
    return 20 * log10(sqrt(sum(sample * sample for sample in samples) / len(samples)) / 32768 + 1e-9)


@pytest.mark.parametrize("kind", Sound)
def test_it_is_a_whole_file_of_a_few_seconds(kind: Sound) -> None:
    seconds = len(heard(kind)) / RATE
    assert seconds == 4 if kind is Sound.BELL else 8 <= seconds <= 12
    assert len(made(kind, 1)) == 44 + 2 * len(heard(kind))


@pytest.mark.parametrize("kind", Sound)
def test_the_same_seed_is_the_same_sound(kind: Sound) -> None:
    assert hashlib.sha256(make_sound(kind, 1)).digest() == hashlib.sha256(made(kind, 1)).digest()
    assert made(kind, 1) != made(kind, 2)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", Sound)
def test_it_is_quiet_and_about_zero(kind: Sound, seed: int) -> None:
    samples = heard(kind, seed)
    peak = max(max(samples), -min(samples)) / 32768
    assert -12.5 < 20 * log10(peak) < -11.5
    assert abs(sum(samples) / len(samples)) < 2


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", ENDLESS)
def test_nobody_hears_where_it_comes_round(kind: Sound, seed: int) -> None:
    """Neither a click, a jump in direction, nor another loudness from one half second to the next."""
    samples = heard(kind, seed)
    steps = [abs(other - one) for one, other in itertools.pairwise(samples)]
    assert abs(samples[0] - samples[-1]) <= max(steps)
    round_it = [*samples[-2:], *samples[:2]]
    bends = [abs(a - 2 * b + c) for a, b, c in zip(samples, samples[1:], samples[2:], strict=False)]
    assert max(abs(a - 2 * b + c) for a, b, c in zip(round_it, round_it[1:], round_it[2:], strict=False)) <= max(bends)
    pieces = [samples[at : at + RATE // 2] for at in range(0, len(samples) - RATE // 2, RATE // 2)]
    changes = [abs(loudness(one) - loudness(other)) for one, other in itertools.pairwise(pieces)]
    assert abs(loudness(samples[-RATE // 2 :]) - loudness(pieces[0])) <= max(3.0, *changes)


@pytest.mark.parametrize("kind", ENDLESS)
def test_it_has_no_beginning(kind: Sound) -> None:
    """The filters have run in: the first tenth of a second is no quieter than the quietest later on."""
    samples, tenth = heard(kind), RATE // 10
    later = min(loudness(samples[at : at + tenth]) for at in range(tenth, len(samples) - tenth, tenth))
    assert loudness(samples[:tenth]) >= later - 1


@pytest.mark.parametrize("seed", SEEDS)
def test_each_is_brighter_than_the_one_before(seed: int) -> None:
    rates = [crossings(heard(kind, seed)) for kind in (Sound.BROWN, Sound.WIND, Sound.STREAM, Sound.RAIN)]
    assert all(other > 1.2 * one for one, other in itertools.pairwise(rates)), rates


@pytest.mark.parametrize("seed", SEEDS)
def test_none_is_much_louder_than_another(seed: int) -> None:
    levels = [loudness(heard(kind, seed)) for kind in ENDLESS]
    assert max(levels) - min(levels) < 8


def test_wind_comes_in_gusts_and_brown_noise_does_not() -> None:
    def sway(kind: Sound) -> float:
        samples = heard(kind)
        levels = [loudness(samples[at : at + RATE]) for at in range(0, len(samples) - RATE, RATE)]
        return max(levels) - min(levels)

    assert sway(Sound.WIND) > 3 > sway(Sound.BROWN)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_bell_begins_softly_and_fades_to_silence(seed: int) -> None:
    samples = heard(Sound.BELL, seed)
    second = [loudness(samples[at : at + RATE]) for at in range(0, len(samples), RATE)]
    assert all(one > other + 2 for one, other in itertools.pairwise(second)), second
    assert second[0] - second[-1] > 15
    assert samples[0] == 0
    assert max(map(abs, samples[:20])) < max(samples) / 3
    assert max(map(abs, samples[-200:])) <= 2


def test_the_bell_is_a_tone_and_no_noise() -> None:
    assert 600 < crossings(heard(Sound.BELL)) < 900
