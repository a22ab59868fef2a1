"""A form as numbers: its outline, its facets and its grains as they are to be seen from one side.

It is one body, made from a seed and a few values, that is turned about its upright axis. Lengths are in units of its
middle radius; y goes upwards, and 0 is the ground it lies on.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, fields
from math import cos, hypot, pi, sin, sqrt

POINTS = 96
"""Of the outline."""

TURNS = 4.0
"""Seconds in which it is turned to its next side where everything moves."""

SIDES = 4
GRAINS = 150

Point = tuple[float, float]
Solid = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Form:
    """What can be set, each from 0 to 100."""

    size: int = 50
    weight: int = 50
    edge: int = 20
    colour: int = 30
    surface: int = 25
    distance: int = 30


NAMES = tuple(one.name for one in fields(Form))


@dataclass(frozen=True, slots=True)
class Facet:
    """One plane of it, and how much light falls on it, -1 to 1."""

    points: tuple[Point, Point, Point]
    light: float


@dataclass(frozen=True, slots=True)
class Grain:
    """A speck on its surface."""

    at: Point
    radius: float
    light: float


@dataclass(frozen=True, slots=True)
class Seen:
    """All of it from one side."""

    outline: tuple[Point, ...]
    facets: tuple[Facet, ...]
    grains: tuple[Grain, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where it lies on the page, as a share of the height below the horizon, and how large a unit of it is there."""

    depth: float
    unit: float


def seen(form: Form, turn: float, seed: int) -> Seen:
    """The form after ``turn`` quarter turns; the same numbers are the same form, always."""
    angle = turn * pi / 2
    body = _Body(form, seed)
    corners = [body.placed(_turned(corner, angle)) for corner in body.corners]
    hull = _hull([(x, y) for x, y, _ in corners])
    middle = (sum(x for x, _ in hull) / len(hull), sum(y for _, y in hull) / len(hull))
    edged = form.edge / 100
    outline = []
    for step in range(POINTS):
        way = 2 * pi * step / POINTS
        x, y, _ = body.placed(body.round(_unturned((cos(way), sin(way), 0.0), angle), (cos(way), sin(way))))
        reach = _reach(hull, middle, (x - middle[0], y - middle[1]))
        share = 1 + (reach - 1) * edged
        point = (middle[0] + (x - middle[0]) * share, middle[1] + (y - middle[1]) * share)
        outline.append((point[0], max(0.0, point[1])))
    facets = tuple(f for f in (_facet(body, corners, face) for face in FACES) if f is not None)
    return Seen(tuple(outline), facets, body.grains(angle))


def placed(form: Form) -> Placed:
    """How far down the page it lies, and its unit as a share of the height below the horizon; never a dot."""
    away = form.distance / 100
    depth = 0.92 - 0.74 * away**0.8
    nearness = 0.25 + 0.75 * (depth - 0.18) / 0.74
    return Placed(depth, (0.13 + 0.35 * form.size / 100) * nearness)


class _Body:
    """What does not change while it is turned."""

    def __init__(self, form: Form, seed: int) -> None:
        chance = random.Random(seed)
        self._waves = [
            (chance.random() * 2 - 1, chance.random() * 2 - 1, chance.random() * 2 - 1, chance.random() * 6.3)
            for _ in range(5)
        ]
        heavy = form.weight / 100
        self._wide, self._high = 0.94 + 0.2 * heavy, 1.06 - 0.34 * heavy
        self._flat = 0.05 + 0.25 * heavy
        self._rough = form.surface / 100
        self.corners = [self._corner(corner, 0.94 + 0.16 * chance.random()) for corner in CORNERS]
        self._grains = [_speck(chance) for _ in range(GRAINS)]

    def round(self, on_body: Solid, way: Point) -> Solid:
        """The smooth body's outline in the direction ``way``, which is ``on_body`` in its own measure."""
        radius = self._radius(on_body)
        return (way[0] * radius, way[1] * radius, 0.0)

    def placed(self, point: Solid) -> Solid:
        """Heavier is broader and lower, and lies on more of itself."""
        x, y, z = point
        y = max(y * self._high, -self._high * (1 - self._flat))
        return (x * self._wide, y + self._high * (1 - self._flat), z * self._wide)

    def grains(self, angle: float) -> tuple[Grain, ...]:
        """The specks on the side that is to be seen, more of them the rougher it is."""
        found = []
        for number, (at, size, light) in enumerate(self._grains):
            if number >= GRAINS * (0.12 + 0.88 * self._rough):
                break
            x, y, z = _turned(at, angle)
            if z > 0.12:
                radius = self._radius(at) * 0.97
                px, py, _ = self.placed((x * radius, y * radius, z))
                found.append(Grain((px, py), size * (0.35 + 0.65 * z) * (0.5 + 0.8 * self._rough), light))
        return tuple(found)

    def _corner(self, corner: Solid, longer: float) -> Solid:
        radius = self._radius(corner) * longer
        return (corner[0] * radius, corner[1] * radius, corner[2] * radius)

    def _radius(self, way: Solid) -> float:
        swell = sum(sin(2.1 * (a * way[0] + b * way[1] + c * way[2]) + d) for a, b, c, d in self._waves)
        coarse = sin(9 * way[0] + 5 * way[1]) * sin(8 * way[2] - 6 * way[1])
        return 1.0 + 0.055 * swell + 0.02 * self._rough * coarse


def _facet(body: _Body, corners: list[Solid], face: tuple[int, int, int]) -> Facet | None:
    """A plane as it is lit from the upper right; None where it looks away."""
    a, b, c = (corners[number] for number in face)
    u, v = tuple(q - p for p, q in zip(a, b, strict=True)), tuple(q - p for p, q in zip(a, c, strict=True))
    normal = (u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
    length = sqrt(sum(part * part for part in normal)) or 1.0
    if normal[2] / length <= 0:
        return None
    light = (0.5 * normal[0] + 0.68 * normal[1] + 0.54 * normal[2]) / length
    return Facet(((a[0], a[1]), (b[0], b[1]), (c[0], c[1])), light)


def _speck(chance: random.Random) -> tuple[Solid, float, float]:
    """Somewhere on a ball, of some size, lighter or darker."""
    up, around = chance.random() * 2 - 1, chance.random() * 2 * pi
    level = sqrt(1 - up * up)
    return (level * cos(around), up, level * sin(around)), 0.008 + 0.03 * chance.random() ** 2, chance.random() * 2 - 1


def _turned(point: Solid, angle: float) -> Solid:
    x, y, z = point
    return (x * cos(angle) + z * sin(angle), y, z * cos(angle) - x * sin(angle))


def _unturned(point: Solid, angle: float) -> Solid:
    return _turned(point, -angle)


def _hull(points: list[Point]) -> list[Point]:
    """The outer corners, anticlockwise."""
    ordered = sorted(set(points))

    def half(some: list[Point]) -> list[Point]:
        kept: list[Point] = []
        for x, y in some:
            while len(kept) > 1 and _turn_left(kept[-2], kept[-1], (x, y)) <= 0:
                kept.pop()
            kept.append((x, y))
        return kept[:-1]

    return half(ordered) + half(ordered[::-1])


def _turn_left(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _reach(hull: list[Point], middle: Point, way: Point) -> float:
    """How many times ``way`` goes from the middle to the edge of ``hull``."""
    for one, other in zip(hull, [*hull[1:], hull[0]], strict=True):
        edge = (other[0] - one[0], other[1] - one[1])
        across = way[0] * edge[1] - way[1] * edge[0]
        if across <= 1e-9:
            continue
        begin = (one[0] - middle[0], one[1] - middle[1])
        along = (begin[0] * way[1] - begin[1] * way[0]) / across
        if -1e-9 <= along <= 1 + 1e-9:
            return (begin[0] * edge[1] - begin[1] * edge[0]) / across
    return 1.0


def _ball() -> tuple[list[Solid], list[tuple[int, int, int]]]:
    """The corners and the twenty faces of an icosahedron, each face seen anticlockwise from outside."""
    golden = (1 + sqrt(5)) / 2
    rough: list[Solid] = [(-1, golden, 0), (1, golden, 0), (-1, -golden, 0), (1, -golden, 0)]
    rough += [(0, -1, golden), (0, 1, golden), (0, -1, -golden), (0, 1, -golden)]
    rough += [(golden, 0, -1), (golden, 0, 1), (-golden, 0, -1), (-golden, 0, 1)]
    length = hypot(1, golden)
    faces = [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4), (11, 10, 2)]
    faces += [(10, 7, 6), (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8), (3, 8, 9), (4, 9, 5), (2, 4, 11)]
    faces += [(6, 2, 10), (8, 6, 7), (9, 8, 1)]
    return [(x / length, y / length, z / length) for x, y, z in rough], faces


CORNERS, FACES = _ball()
