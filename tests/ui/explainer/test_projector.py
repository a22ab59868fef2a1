"""The film's time: it plays when asked, stands when asked, and goes caption by caption."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from guesthouse.domain.film import Film, Shot, Subject
from guesthouse.ui.explainer.projector import Projector

FILM = Film(
    "A title",
    "Short",
    "a thought",
    ("one",),
    (Shot(Subject.VOICES, 4.0, "First."), Shot(Subject.HANDS, 6.0, "Second."), Shot(Subject.VIEW, 3.0, "Third.")),
)


class Clock:
    """Milliseconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def projector(qapp: QCoreApplication, clock: Clock) -> Iterator[Projector]:
    made = Projector(FILM, clock)
    made.beat.set_shown(True)
    yield made
    made.beat.set_shown(False)


def let_pass(projector: Projector, clock: Clock, seconds: float) -> None:
    """As many frames as there are in that time."""
    for _ in range(round(seconds * 1000 / 20)):
        clock.now += 20
        projector.beat.tick()


def heard(projector: Projector) -> Callable[[], list[int]]:
    numbers: list[int] = []
    projector.turned.connect(lambda: numbers.append(projector.number))
    return lambda: numbers


def test_it_stands_at_its_beginning(projector: Projector, clock: Clock) -> None:
    let_pass(projector, clock, 3)
    assert (projector.playing, projector.seconds) == (False, 0.0)
    assert not projector.beat.timer.isActive()


def test_it_plays_through_and_stands_at_its_end(projector: Projector, clock: Clock) -> None:
    numbers = heard(projector)
    projector.play()
    let_pass(projector, clock, 20)
    assert list(dict.fromkeys(numbers())) == [0, 1, 2]
    assert projector.over
    assert not projector.playing
    assert not projector.beat.timer.isActive()


def test_pause_stands_where_it_is(projector: Projector, clock: Clock) -> None:
    projector.play()
    let_pass(projector, clock, 5)
    projector.pause()
    there = projector.seconds
    let_pass(projector, clock, 5)
    assert projector.seconds == there == pytest.approx(5.0, abs=0.05)


def test_a_hidden_hour_is_as_if_it_had_not_been(projector: Projector, clock: Clock) -> None:
    projector.play()
    let_pass(projector, clock, 2)
    projector.beat.set_shown(False)
    clock.now += 3_600_000
    projector.beat.set_shown(True)
    assert projector.seconds == pytest.approx(2.0, abs=0.05)


def test_back_leads_to_the_beginning_of_the_caption_and_then_to_the_one_before(
    projector: Projector, clock: Clock
) -> None:
    projector.play()
    let_pass(projector, clock, 8)
    projector.back()
    assert projector.seconds == 4.0
    projector.back()
    assert projector.seconds == 0.0
    projector.back()
    assert projector.seconds == 0.0


def test_the_next_caption_comes_at_once_and_the_last_one_stays(projector: Projector, clock: Clock) -> None:
    projector.on()
    projector.on()
    projector.on()
    assert (projector.number, projector.seconds) == (2, 10.0)


def test_playing_again_begins_anew(projector: Projector, clock: Clock) -> None:
    projector.play()
    let_pass(projector, clock, 20)
    projector.play()
    assert projector.playing
    assert projector.number == 0


def test_without_motion_nothing_plays_and_each_caption_shows_its_last_picture(
    projector: Projector, clock: Clock
) -> None:
    projector.set_still(True)
    projector.play()
    let_pass(projector, clock, 5)
    assert (projector.playing, projector.number, projector.share) == (False, 0, 1.0)
    projector.on()
    projector.on()
    assert (projector.number, projector.share) == (2, 1.0)
    projector.back()
    assert projector.number == 1
    assert not projector.beat.timer.isActive()
