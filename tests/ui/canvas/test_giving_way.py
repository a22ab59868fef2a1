"""What floats gives way, so that words are not hidden, and nothing jumps."""

from __future__ import annotations

from itertools import pairwise

import pytest

from guesthouse.ui.canvas.giving_way import Floater, give_way


def leaf(x: float, y: float) -> Floater:
    return Floater(x, y, (70, 14), (130, 45))


def free(back: float, front: float) -> bool:
    return front - 45 >= back + 14


def test_who_is_alone_or_far_aside_stays_where_it_is() -> None:
    assert give_way([leaf(100, 400)], 300, 600) == [400]
    assert give_way([leaf(100, 400), leaf(600, 410)], 300, 600) == [400, 410]


def test_the_nearer_one_does_not_hide_words_of_the_farther() -> None:
    back, front = give_way([leaf(300, 440), leaf(320, 460)], 300, 600)
    assert free(back, front)
    assert back < 440 and front > 460, "both give way"


def test_three_find_room_for_each_other() -> None:
    heights = give_way([leaf(300, 420), leaf(310, 440), leaf(290, 460)], 300, 600)
    assert free(heights[0], heights[1]) and free(heights[1], heights[2])


def test_nobody_is_moved_beyond_the_water() -> None:
    heights = give_way([leaf(300, 350), leaf(300, 352), leaf(300, 354), leaf(300, 356)], 340, 400)
    assert all(340 <= height <= 400 for height in heights)


@pytest.mark.parametrize("y", [430.0, 450.0, 470.0])
def test_nothing_jumps_while_one_comes_nearer(y: float) -> None:
    before = give_way([leaf(0, 440), leaf(600, y)], 300, 600)
    for x in range(600, -600, -1):
        after = give_way([leaf(0, 440), leaf(x, y)], 300, 600)
        assert all(abs(a - b) <= 3 for a, b in zip(after, before, strict=True))
        before = after


def test_who_cannot_go_higher_is_given_way_to() -> None:
    back, front = Floater(300, 100, (70, 14), (130, 45), (158, 900)), leaf(320, 150)
    heights = give_way([back, front], 90, 600)
    assert heights[0] >= 158 and free(*heights)


def test_a_whole_column_finds_room_where_there_is_any() -> None:
    column = [Floater(300, 150 + 10 * n, (70, 14), (130, 45), (150, 900)) for n in range(4)]
    heights = give_way(column, 100, 400)
    assert all(free(back, front + 0.5) for back, front in pairwise(heights))
