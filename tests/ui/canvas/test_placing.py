"""Bubbles find places of their own."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from guesthouse.ui.canvas.placing import Box, Wish, place

ROOM = Box(8, 70, 1050, 620)


def wish(x: float, y: float = 560, w: float = 200, h: float = 70) -> Wish:
    return Wish(Box(x - 40, y - 110, 80, 112), w, h)


def test_alone_it_sits_above_the_head() -> None:
    (box,) = place([wish(500)], ROOM, lift=10)
    assert box == Box(400, 560 - 110 - 10 - 70, 200, 70)


def test_two_neighbours_do_not_cover_each_other_nor_each_others_head() -> None:
    wishes = [wish(400), wish(470)]
    boxes = place(wishes, ROOM, lift=10)
    assert boxes[0].common(boxes[1]) == 0
    assert all(box.common(w.head) == 0 for box in boxes for w in wishes)


def test_the_one_that_was_there_first_keeps_its_place() -> None:
    first = place([wish(400)], ROOM, lift=10)[0]
    assert place([wish(400), wish(450)], ROOM, lift=10)[0] == first


def test_seven_of_usual_size_all_find_room() -> None:
    wishes = [wish(100 + 140 * i, 540 + 20 * (i % 3)) for i in range(7)]
    boxes = place(wishes, ROOM, lift=10)
    for i, box in enumerate(boxes):
        assert not any(box.common(other) for other in boxes[:i])


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.floats(-100, 1200), st.floats(150, 700), st.floats(40, 420), st.floats(30, 300)), max_size=9)
)
def test_every_bubble_stays_in_the_room(spots: list[tuple[float, float, float, float]]) -> None:
    for box in place([wish(*spot) for spot in spots], ROOM, lift=10):
        assert box.x >= ROOM.x and box.y >= ROOM.y
        assert box.x + box.w <= ROOM.x + ROOM.w and box.y + box.h <= ROOM.y + ROOM.h
