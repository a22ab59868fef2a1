"""A form is the same for the same numbers, is whole from every side, and is never a dot."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as some

from guesthouse.sim.exercises.object import NAMES, POINTS, Form, placed, seen

VALUES = some.integers(0, 100)
FORMS = some.builds(Form, **dict.fromkeys(NAMES, VALUES))


@given(FORMS, some.floats(0, 8), some.integers(0, 1000))
def test_the_same_numbers_are_the_same_form(form: Form, turn: float, seed: int) -> None:
    assert seen(form, turn, seed) == seen(form, turn, seed)


@given(FORMS, some.floats(0, 8), some.integers(0, 1000))
def test_it_is_a_whole_body_on_the_ground_from_every_side(form: Form, turn: float, seed: int) -> None:
    body = seen(form, turn, seed)
    assert len(body.outline) == POINTS
    assert min(y for _, y in body.outline) == pytest.approx(0, abs=0.12)
    assert all(-2 < x < 2 and 0 <= y < 3 for x, y in body.outline)
    middle = (0.0, sum(y for _, y in body.outline) / POINTS)
    assert all(hypot(x - middle[0], y - middle[1]) > 0.25 for x, y in body.outline)


@given(FORMS, some.integers(0, 1000))
def test_four_turns_lead_back_to_the_first_side(form: Form, seed: int) -> None:
    once, again = seen(form, 0, seed).outline, seen(form, 4, seed).outline
    assert all(one == pytest.approx(other, abs=1e-6) for one, other in zip(once, again, strict=True))


def test_each_side_is_another_one() -> None:
    sides = {seen(Form(edge=60), turn, 3).outline for turn in range(4)}
    assert len(sides) == 4


@given(FORMS)
def test_it_is_never_a_dot_and_never_beyond_the_plain(form: Form) -> None:
    at = placed(form)
    assert at.unit > 0.02
    assert 0.1 < at.depth < 0.95


def test_farther_is_higher_and_smaller_and_bigger_is_bigger() -> None:
    near, far = placed(Form(distance=0)), placed(Form(distance=100))
    assert far.depth < near.depth
    assert far.unit < near.unit
    assert placed(Form(size=100)).unit > placed(Form(size=0)).unit


def test_heavier_is_broader_and_lower() -> None:
    def extent(form: Form) -> tuple[float, float]:
        outline = seen(form, 0, 3).outline
        return max(x for x, _ in outline) - min(x for x, _ in outline), max(y for _, y in outline)

    light, heavy = extent(Form(weight=0)), extent(Form(weight=100))
    assert heavy[0] > light[0]
    assert heavy[1] < light[1]


def test_rougher_has_more_grains() -> None:
    assert len(seen(Form(surface=100), 0, 3).grains) > 2 * len(seen(Form(surface=0), 0, 3).grains)
