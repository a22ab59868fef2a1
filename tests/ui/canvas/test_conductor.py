"""Time on the canvas: only visible, unpaused time counts, and no timer runs where nothing moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.domain.scene import Scene
from guesthouse.sim.frame import Doing, Frame
from guesthouse.ui.canvas.conductor import Conductor
from tests.ui.canvas.garden import Clock


@pytest.fixture
def conductor(qtbot: QtBot, scene: Scene, clock: Clock) -> Iterator[Conductor]:
    made = Conductor(scene, 3, clock)
    made.set_shown(True)
    yield made
    made.timer.stop()


def pass_time(conductor: Conductor, clock: Clock, seconds: float) -> int:
    """Let the planned timer fire as often as it would in ``seconds``; returns how often."""
    fired, until = 0, clock.now + round(seconds * 1_000_000)
    while conductor.timer.isActive() and clock.now + conductor.timer.interval() * 1000 <= until:
        clock.now += conductor.timer.interval() * 1000
        conductor.tick()
        fired += 1
    clock.now = max(clock.now, until)
    return fired


def only(frame: Frame) -> tuple[Doing, float]:
    return frame.figures[0].doing, frame.figures[0].x


def test_it_walks_at_sixty_frames_and_stands_at_fewer(conductor: Conductor, clock: Clock) -> None:
    conductor.let_in(1)
    walking = pass_time(conductor, clock, 5)
    pass_time(conductor, clock, 20)
    assert only(conductor.frame)[0] is Doing.STANDING
    standing = pass_time(conductor, clock, 5)
    assert 250 <= walking <= 320
    assert standing <= 90


def test_an_empty_calm_or_still_canvas_has_no_timer(conductor: Conductor) -> None:
    for level in ("calm", "still"):
        conductor.set_motion(level)
        assert not conductor.timer.isActive()


def test_an_empty_full_canvas_only_lets_clouds_drift(conductor: Conductor, clock: Clock) -> None:
    assert pass_time(conductor, clock, 10) <= 40


def test_hidden_there_is_no_timer_and_no_time_passes(conductor: Conductor, clock: Clock) -> None:
    conductor.let_in(1)
    pass_time(conductor, clock, 3)
    conductor.set_shown(False)
    before = only(conductor.frame)
    assert not conductor.timer.isActive()
    clock.now += 3600 * 1_000_000
    conductor.set_shown(True)
    assert only(conductor.frame) == before


def test_paused_there_is_no_timer_and_no_time_passes(conductor: Conductor, clock: Clock) -> None:
    conductor.let_in(1)
    pass_time(conductor, clock, 3)
    conductor.set_paused(True)
    before = only(conductor.frame)
    assert not conductor.timer.isActive()
    clock.now += 600 * 1_000_000
    conductor.set_paused(False)
    assert only(conductor.frame) == before
    assert conductor.timer.isActive()


@pytest.mark.parametrize("level", ["full", "calm", "still"])
def test_after_sleep_nothing_jumps(conductor: Conductor, clock: Clock, level: str) -> None:
    conductor.set_motion(level)
    conductor.let_in(1)
    pass_time(conductor, clock, 2)
    before = conductor.frame.seconds
    planned = conductor.timer.interval() / 1000
    clock.now += 8 * 3600 * 1_000_000
    conductor.tick()
    assert conductor.frame.seconds - before <= planned + 2.5


def test_still_wakes_only_when_someone_begins_or_ends_something(conductor: Conductor, clock: Clock) -> None:
    conductor.set_motion("still")
    conductor.let_in(1)
    fired = pass_time(conductor, clock, 1200)
    assert not conductor.frame.figures, "it has gone in the end"
    assert fired <= 12


def test_still_and_full_take_the_same_time(qtbot: QtBot, scene: Scene, clock: Clock) -> None:
    ends = []
    for level in ("full", "calm", "still"):
        clock.now = 0
        conductor = Conductor(scene, 11, clock)
        conductor.set_shown(True)
        conductor.set_motion(level)
        went: list[float] = []
        conductor.gone.connect(lambda ids, went=went: went.append(round(clock.now / 1_000_000)))
        for i in range(3):
            conductor.let_in(i)
        pass_time(conductor, clock, 1500)
        conductor.timer.stop()
        ends.append(went)
    assert len(ends[0]) == 3
    assert ends[0] == pytest.approx(ends[2], abs=1) and ends[0] == pytest.approx(ends[1], abs=1)


def test_an_input_in_the_middle_of_a_long_nap_counts_the_time_before_it(conductor: Conductor, clock: Clock) -> None:
    conductor.set_motion("still")
    conductor.let_in(1)
    clock.now += 4_000_000
    conductor.let_in(2)
    assert conductor.frame.seconds == pytest.approx(4.0)
