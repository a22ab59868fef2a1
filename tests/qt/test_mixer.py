"""What the loudspeaker gets, sample by sample: round without a seam, soft at both ends, never too loud."""

from __future__ import annotations

import io
import wave
from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.qt.mixer import FADE, Mixer, Recording, recording_of

RATE = 1000
HELPING = 200
LOUD = 8225
"""The loudest sample that our sounds have."""


def ring(count: int = 3100) -> Recording:
    """A ring that goes slowly up and down once: its end goes on at its beginning."""
    half = count // 2
    up = [round(LOUD * (2 * at / half - 1)) for at in range(half)]
    return Recording(RATE, array("h", up + up[::-1]), ring=True)


def bell(count: int = 1000) -> Recording:
    return Recording(RATE, array("h", [LOUD] * count), ring=False)


@pytest.fixture
def mixer() -> Mixer:
    made = Mixer()
    made.set_volume(1.0)
    made.fill(1)
    return made


def heard(mixer: Mixer, seconds: float, helping: int = HELPING) -> list[int]:
    samples: list[int] = []
    while len(samples) < seconds * RATE:
        samples += mixer.fill(helping)
    return samples


def steps(samples: list[int]) -> int:
    """The largest jump from one sample to the next."""
    return max(abs(one - other) for one, other in pairwise(samples))


def test_without_anything_it_is_silent(mixer: Mixer) -> None:
    assert mixer.silent
    assert set(mixer.fill(500)) == {0}


@given(st.integers(1, 5000))
def test_a_ring_goes_round_and_round_without_a_seam(helping: int) -> None:
    mixer, recording = Mixer(), ring()
    mixer.set_volume(1.0)
    mixer.play(recording)
    samples: list[int] = []
    while len(samples) < 12_000 + 2 * helping:
        samples += mixer.fill(helping)
    begun = max(round(FADE * RATE), helping) + helping
    late = samples[begun:]
    expected = [recording.samples[(begun + at) % len(recording.samples)] for at in range(len(late))]
    assert max(abs(one - other) for one, other in zip(late, expected, strict=True)) <= 1


def test_it_comes_softly_and_goes_softly(mixer: Mixer) -> None:
    mixer.play(ring())
    come = heard(mixer, 2)
    mixer.play(None)
    gone = heard(mixer, 2)
    assert abs(come[0]) < 50 and steps([*come, *gone]) < 60
    assert set(gone[-HELPING:]) == {0}
    assert mixer.silent


def test_from_one_to_the_other_there_is_no_gap_and_no_click(mixer: Mixer) -> None:
    mixer.play(ring())
    before = heard(mixer, 2)
    mixer.play(ring(2300))
    after = heard(mixer, 2)
    assert steps([*before, *after]) < 60
    assert max(map(abs, after)) > LOUD / 2


def test_who_changes_their_mind_hears_it_come_back(mixer: Mixer) -> None:
    recording = ring()
    mixer.play(recording)
    heard(mixer, 2)
    mixer.play(None)
    heard(mixer, 0.2)
    mixer.play(recording)
    samples = heard(mixer, 3)
    assert not mixer.silent and steps(samples) < 60


def test_the_bell_sounds_once_and_the_ring_goes_on(mixer: Mixer) -> None:
    mixer.play(ring())
    heard(mixer, 2)
    mixer.strike(bell())
    assert max(heard(mixer, 1)) > LOUD
    mixer.play(None)
    heard(mixer, 2)
    assert mixer.silent


def test_a_bell_alone_ends_in_silence(mixer: Mixer) -> None:
    mixer.strike(bell())
    samples = heard(mixer, 1.4)
    assert samples[:1000] == [LOUD] * 1000 and set(samples[1000:]) == {0}
    assert mixer.silent


def test_the_volume_is_gone_to_without_a_step(mixer: Mixer) -> None:
    mixer.play(ring())
    before = heard(mixer, 2)
    mixer.set_volume(0.1)
    after = heard(mixer, 4)
    assert steps([*before, *after]) < 120
    assert max(map(abs, after[HELPING:])) <= LOUD * 0.1 + 1


@given(st.lists(st.sampled_from(["one", "other", "none", "bell"]), max_size=30), st.integers(1, 400))
def test_it_is_never_too_loud(told: list[str], helping: int) -> None:
    """However somebody plays with it, the samples fit into their 16 bits."""
    mixer, rings = Mixer(), {"one": ring(), "other": ring(2300), "none": None}
    mixer.set_volume(1.0)
    for word in told:
        if word == "bell":
            mixer.strike(bell())
        else:
            mixer.play(rings[word])
        assert max(map(abs, mixer.fill(helping))) <= 3 * LOUD


def test_a_file_becomes_its_samples() -> None:
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(b"\x01\x00\xff\xff")
    read = recording_of(file.getvalue(), ring=True)
    assert (read.rate, list(read.samples), read.ring) == (RATE, [1, -1], True)
