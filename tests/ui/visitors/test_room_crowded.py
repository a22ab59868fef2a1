"""In a small window, with large text, with long thoughts: words can be read all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF

from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.picture import Riding
from tests.ui.visitors.room import Room

ROUND = 0.12
"""The share of a carrier's width at each end that hides nothing."""
LONG = "I said something silly at the meeting this morning and now everyone there surely thinks that I have no idea"
OTHERS = (
    "what if it never gets any better and I stay as I am today for all of the years that are still left to me",
    "I always mess up whatever I begin, and then it is other people who have to tidy up behind me",
    "she did not write back because she has seen by now what kind of person I really am inside",
)


def passing(room: Room) -> list[Riding]:
    return [one for one in room.page.stage.view.picture.shown if isinstance(one, Riding)]


def bars(room: Room) -> list[QRectF]:
    """What lies over the canvas at the top: each bar by itself."""
    controls = room.page.controls
    return [QRectF(bar.geometry().translated(controls.pos())) for bar in (controls._left, controls._right)]


def hidden(room: Room) -> int:
    """How many have words that something nearer hides."""
    seen, view, count = passing(room), QRectF(room.page.rect()), 0
    for place, one in enumerate(seen):
        words = (one.words & view).adjusted(2, 2, -2, -2)
        nearer = (
            each.body.adjusted(each.body.width() * ROUND, 3, -each.body.width() * ROUND, 0)
            for each in seen[place + 1 :]
        )
        count += not words.isEmpty() and any(body.intersects(words) for body in nearer)
    return count


@pytest.mark.parametrize(
    ("width", "height", "text"), [(900, 600, 150), (720, 520, 150), (648, 520, 150), (720, 520, 100)]
)
@pytest.mark.parametrize("scene", ["railway", "carousel"])
def test_no_words_pass_under_the_bars(
    make_room: Callable[..., Room], preferences: Preferences, scene: str, width: int, height: int, text: int
) -> None:
    preferences.text_size, preferences.scene = text, scene
    room = make_room(width, height)
    for words in ("tired", "they will notice that I am not good enough for this"):
        room.let_in(words)
    seen = 0
    for _ in range(120):
        room.wait(0.5)
        for one in passing(room):
            seen += 1
            assert not any(bar.intersects(one.words) for bar in bars(room)), (
                one.words,
                bars(room),
                room.page.stage._margins,
            )
    assert seen > 50
    lanes = [room.page.stage.scenery.art.lens.point(0, lane.route[0].y).y() for lane in room.page._scene.lanes]
    assert max(lanes) < room.page.door.y(), "and each lane can be seen above the door"


def test_another_wording_moves_the_tracks_as_far_as_it_is_high(
    make_room: Callable[..., Room], preferences: Preferences
) -> None:
    preferences.scene = "railway"
    room = make_room(720, 520)
    room.let_in("they will notice that I am not good enough for this")
    room.choose(room.page.controls.wording_box, "noticing")
    for _ in range(120):
        room.wait(0.5)
        assert not any(bar.intersects(one.words) for one in passing(room) for bar in bars(room))


def test_bars_one_under_the_other_begin_at_one_edge(make_room: Callable[..., Room]) -> None:
    wide, narrow = (bars(make_room(width)) for width in (1068, 700))
    assert wide[0].top() == wide[1].top() and wide[1].left() > wide[0].right()
    assert narrow[1].top() > narrow[0].bottom() and narrow[1].left() == narrow[0].left()


def test_each_bar_is_one_line_in_a_narrow_window_with_large_text(
    make_room: Callable[..., Room], preferences: Preferences
) -> None:
    preferences.text_size, preferences.scene = 150, "railway"
    one, other = bars(make_room(648, 520))
    assert abs(one.height() - other.height()) < 2


@pytest.mark.parametrize(
    ("scene", "width", "height", "thoughts"),
    [("stream", 860, 520, (LONG, *OTHERS)), ("sky", 720, 520, ("I am late", LONG, "tired", OTHERS[1]))],
)
def test_what_floats_hides_no_words_of_long_thoughts(
    make_room: Callable[..., Room],
    preferences: Preferences,
    scene: str,
    width: int,
    height: int,
    thoughts: tuple[str, ...],
) -> None:
    preferences.scene = scene
    room = make_room(width, height)
    for words in thoughts:
        room.let_in(words)
    moments = []
    for _ in range(400):
        room.wait(0.5)
        moments.append((len(passing(room)), hidden(room)))
    assert max(seen for seen, _ in moments) >= 1
    assert sum(covered > 0 for _, covered in moments) <= len(moments) * 0.02


def test_long_thoughts_float_on_wide_leaves(make_room: Callable[..., Room], preferences: Preferences) -> None:
    preferences.scene = "stream"
    room = make_room()
    room.let_in(LONG)
    room.wait(6)
    body = passing(room)[0].body
    assert body.width() > 1.7 * body.height()


def test_short_thoughts_float_together(make_room: Callable[..., Room], preferences: Preferences) -> None:
    preferences.scene = "sky"
    room = make_room(720, 520)
    for words in ("tired", "I am late", "hungry"):
        room.let_in(words)
        room.wait(8)
    assert len(passing(room)) >= 2
