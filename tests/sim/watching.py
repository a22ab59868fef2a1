"""What the tests of the watching scenes share: to let time pass, and to look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from math import hypot
from random import Random

from guesthouse.domain.scene import Scene
from guesthouse.sim.course import Course
from guesthouse.sim.frame import Doing, Figure
from guesthouse.sim.temper import SECOND

Making = Callable[[Scene, int], Course]


def seen(course: Course) -> dict[int, Figure]:
    """Who can be seen now, by id."""
    return {figure.id: figure for figure in course.frame().figures if not figure.unseen}


def figure(course: Course, key: int) -> Figure:
    """One of those who are here."""
    return next(figure for figure in course.frame().figures if figure.id == key)


def live(course: Course, seconds: float, fps: int = 4) -> list[int]:
    """Let visible time pass in frames whose ends fall on whole microseconds; returns who went."""
    gone: list[int] = []
    for i in range(round(seconds * fps)):
        gone += course.advance((i + 1) * SECOND // fps - i * SECOND // fps)
    return gone


def doing_over_time(world: Course, visitor_id: int, minutes: float) -> list[Doing]:
    """The doings of one visitor in order, without repeats."""
    seen: list[Doing] = []
    for _ in range(round(minutes * 60)):
        for figure in world.frame().figures:
            if figure.id == visitor_id and (not seen or seen[-1] is not figure.doing):
                seen.append(figure.doing)
        world.advance(SECOND)
    return seen


def told(course: Course, fps: int) -> list[tuple[object, ...]]:
    """A visit with inputs at whole seconds, told as where everything is each whole second."""
    story: list[tuple[object, ...]] = []
    for second in range(320):
        if second in (0, 2, 3, 40, 41, 42, 43, 90, 130, 131):
            course.let_in(second)
        if second in (20, 60, 61, 95, 170):
            course.nudge((2, 3, 40)[second % 3])
        course.slower = 120 <= second < 150
        course.room = 4 if 200 <= second < 260 else 9
        gone = live(course, 1.0, fps)
        story += [(second, f.id, f.doing, round(f.x, 6), round(f.y, 6), f.unseen) for f in course.frame().figures]
        story += [(second, key) for key in gone]
    return story


def fastest(course: Course, seed: int, seconds: int, every: int = SECOND // 4) -> float:
    """The greatest pace (steps a second) of anything seen while it is touched again and again."""
    random, was, most = Random(seed), seen(course), 0.0
    for _ in range(seconds * SECOND // every):
        if random.random() < 0.1 and course.present:
            course.nudge(course.present[int(random.random() * len(course.present))])
        course.advance(every)
        now = seen(course)
        for key in now.keys() & was.keys():
            way = hypot(now[key].x - was[key].x, now[key].y - was[key].y)
            most = max(most, way / min(now[key].scale, was[key].scale) / (every / SECOND))
        was = now
    return most


def nearest(figures: Iterable[Figure]) -> float:
    """How near two come to each other that are exactly on the same height, in steps."""
    heights: dict[float, list[float]] = defaultdict(list)
    for one in figures:
        heights[one.y].append(one.x / one.scale)
    return min((b - a for xs in heights.values() for a, b in pairwise(sorted(xs))), default=float("inf"))


def how_long(course: Course, nudges: list[int], most: int = 20_000) -> int:
    """Seconds until the first that was let in is gone, touched at these seconds."""
    first = course.present[0]
    for second in range(most):
        for _ in range(nudges.count(second)):
            course.nudge(first)
        if first in course.advance(SECOND):
            return second
    raise AssertionError("it never goes")


def all_go(course: Course, crowd: int, hours: int = 8) -> list[int]:
    """Let in a crowd at once; returns who went, after so many hours at most. Nobody is ever lost."""
    for key in range(crowd):
        course.let_in(key)
    gone: list[int] = []
    for _ in range(hours * 60):
        if not course.present:
            break
        gone += course.advance(60 * SECOND)
        assert len(gone) + len(course.present) == crowd
    return gone


def asleep(course: Course, seconds: int) -> list[int]:
    """As `live`, but only woken when something changes, as Still does."""
    gone: list[int] = []
    left = seconds * SECOND
    while (nap := course.until_next_change()) is not None and nap <= left:
        gone += course.advance(max(1, nap))
        left -= max(1, nap)
    return [*gone, *course.advance(left)]
