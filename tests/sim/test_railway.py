"""Trains from a bridge (clinical.md §1.3 no. 3): three tracks, and the person chooses; no crash, no timetable."""

from __future__ import annotations

from guesthouse.domain.scene import Scene
from guesthouse.sim.frame import Doing
from guesthouse.sim.railway import railway
from guesthouse.sim.temper import SECOND
from tests.sim.watching import figure, live, nearest, seen


def test_each_rides_on_the_track_that_was_chosen(rails: Scene) -> None:
    found = railway(rails, 1)
    for key in range(12):
        found.let_in(key, f"lane-{key % 3}")
    for _ in range(200):
        live(found, 1, fps=1)
        for key, one in seen(found).items():
            assert one.y == rails.lanes[key % 3].route[0].y


def test_without_a_choice_it_is_the_first_track(rails: Scene) -> None:
    found = railway(rails, 1)
    found.let_in(1)
    live(found, 3)
    found.let_in(2, "no such track")
    assert {figure(found, 1).y, figure(found, 2).y} == {rails.lanes[0].route[0].y}


def test_one_whose_track_is_free_does_not_wait_for_those_whose_track_is_not(rails: Scene) -> None:
    found = railway(rails, 1)
    for key in range(6):
        found.let_in(key, "lane-0")
    found.let_in(9, "lane-2")
    live(found, 3)
    assert figure(found, 9).doing is not Doing.UPSTREAM


def test_some_stop_at_a_signal_in_mid_picture_and_go_on(rails: Scene) -> None:
    stopped = 0
    for seed in range(50):
        found, stood, where = railway(rails, seed), 0, 0.0
        found.let_in(1, "lane-1")
        while found.present:
            if figure(found, 1).doing is Doing.HELD:
                stood, where = stood + 1, figure(found, 1).x
            found.advance(SECOND)
        if stood:
            stopped += 1
            assert 200 < where < 900 and 14 <= stood <= 62
    assert 6 <= stopped <= 25


def test_those_behind_wait_at_a_distance_and_other_tracks_go_on(rails: Scene) -> None:
    waits = 0
    for seed in range(12):
        found = railway(rails, seed)
        for key in range(4):
            found.let_in(key, "lane-1")
        found.let_in(8, "lane-0")
        for _ in range(240):
            live(found, 1, fps=1)
            there = seen(found)
            held = [f for f in there.values() if f.doing is Doing.HELD]
            waits += len(held) > 1
            assert nearest(there.values()) > 0.9 * found.gap
    assert waits > 20


def test_a_wagon_does_not_bob(rails: Scene) -> None:
    found = railway(rails, 1)
    found.let_in(1)
    live(found, 5)
    assert figure(found, 1).pose.breath == 0.0
