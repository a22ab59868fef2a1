"""When a visitor would be gone if nobody said a word to it: so that a word never makes it go sooner."""

from __future__ import annotations

from dataclasses import replace

from guesthouse.domain.scene import Place, Spot
from guesthouse.sim.frame import Doing
from guesthouse.sim.ground import Ground
from guesthouse.sim.temper import SECOND, Habit
from guesthouse.sim.visitor import Leg, Visitor

TURNED_PAUSE = 6 * SECOND
"""How long one who turns back stops where it has turned."""

ROUNDING = 1000
"""Ways from the same place may differ by some microseconds, as their ends are not whole numbers."""


def gone_by(visitor: Visitor, ground: Ground) -> int:
    """The latest time at which one who is in the garden would be gone by itself, whether the bench is free or not."""
    leg = visitor.leg
    assert leg.end is not None, "who is in the garden is on a leg that ends"
    end, place = leg.end, leg.way.at(1.0)
    if leg.doing is Doing.LEAVING:
        return end if visitor.behind_hill else end + visitor.takes(ground.beyond())
    if leg.doing in (Doing.TO_BENCH, Doing.SITTING):
        stays = visitor.temper.sit if leg.doing is Doing.TO_BENCH else 0
        return _gone_from(visitor, ground, place, visitor.seat, max(end + stays, visitor.not_before))
    if leg.doing is Doing.TURNING_BACK:
        return _comes_again(visitor, ground, place, end + (TURNED_PAUSE if leg.walks else 0))
    if leg.doing is Doing.COMING:
        end += visitor.temper.second_stay if visitor.turned else visitor.temper.stay
    return _after_standing(visitor, ground, place, max(end, visitor.not_before))


def gone_by_itself(visitor: Visitor, ground: Ground, start: Place, now: int) -> int:
    """The same for one who comes in now from ``start``, to whichever standing place."""

    def to(spot: Spot) -> int:
        way = ground.to_spot(start, spot)
        leg = Leg(Doing.COMING, way, now, now + visitor.takes(way))
        return gone_by(replace(visitor, leg=leg, spot=spot, seat=None, turned=False, sat=False), ground)

    return max(to(spot) for spot in ground.scene.spots)


def sets_out_from(visitor: Visitor, ground: Ground, spot: Spot, gone: int) -> int:
    """When it has to set out from ``spot`` to be gone at ``gone`` and not sooner."""
    return gone - (_gone_from(visitor, ground, spot.place, spot, 0)) + ROUNDING


def _after_standing(visitor: Visitor, ground: Ground, place: Place, end: int) -> int:
    spot, habit = visitor.spot, visitor.temper.habit
    assert spot is not None, "who stands has a place to stand"
    if habit is Habit.COMES_AGAIN and not visitor.turned:
        back = ground.back(place, spot, visitor.temper.drift)
        return _comes_again(visitor, ground, back.at(1.0), end + visitor.takes(back) + TURNED_PAUSE)
    times = [_gone_from(visitor, ground, place, spot, end)]
    if habit is Habit.SITS and not visitor.sat:
        times.append(_gone_from(visitor, ground, place, spot, end + visitor.temper.second_stay))
        for seat in ground.scene.seats:
            over = ground.to_spot(place, seat)
            sat = end + visitor.takes(over) + visitor.temper.sit
            times.append(_gone_from(visitor, ground, over.at(1.0), seat, sat))
    return max(times)


def _comes_again(visitor: Visitor, ground: Ground, place: Place, end: int) -> int:
    spot = visitor.spot
    assert spot is not None, "who turns back keeps its place"
    again = ground.to_spot(place, spot)
    stood = end + visitor.takes(again) + visitor.temper.second_stay
    return _gone_from(visitor, ground, again.at(1.0), spot, stood)


def _gone_from(visitor: Visitor, ground: Ground, place: Place, spot: Spot | None, start: int) -> int:
    assert spot is not None, "who leaves was somewhere"
    return start + visitor.takes(ground.over_the_hill(place, spot)) + visitor.takes(ground.beyond())
