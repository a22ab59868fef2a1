"""From a frame of what passes to a picture: each on its carrier, which goes along with it as one piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from guesthouse.domain.scene import Behaviour, Scene
from guesthouse.sim.frame import Figure, Frame
from guesthouse.ui.canvas.giving_way import Floater, give_way
from guesthouse.ui.canvas.lens import Lens
from guesthouse.ui.canvas.picture import AROUND, Picture, Riding
from guesthouse.ui.canvas.rides import Ride, step

SHORE = {Behaviour.STREAM: (16.0, 44.0), Behaviour.SKY: (26.0, 42.0)}
"""Design units above and below the lanes to which what floats may give way: to the far bank, and down to the hills."""


@dataclass(frozen=True, slots=True)
class Afloat:
    """How things float: ``bob`` design units up and down, in the ``room`` (pixels) that no control covers."""

    room: QRectF
    bob: float


def drift(
    frame: Frame, scene: Scene, lens: Lens, ride_of: Callable[[int, float], Ride | None], afloat: Afloat | None
) -> Picture:
    """The picture of ``frame``; None where nothing floats: everything keeps to its rails."""
    seen = [
        (figure, found)
        for figure in frame.figures
        if not figure.unseen and (found := ride_of(figure.id, step(figure.scale))) is not None
    ]
    places = [lens.point(figure.x, figure.y) for figure, _ in seen]
    if afloat is not None:
        _spread(seen, places, _band(scene, lens), afloat.room)
        for (figure, found), at in zip(seen, places, strict=True):
            at.setY(_within(at.y(), found, afloat.room) + figure.pose.breath * afloat.bob * lens.k)
    return Picture(tuple(_one(figure, found, at, lens) for (figure, found), at in zip(seen, places, strict=True)))


def _spread(seen: list[tuple[Figure, Ride]], places: list[QPointF], band: tuple[float, float], room: QRectF) -> None:
    """Let them give way to each other; between their anchors and the middles of their words nothing changes."""
    floaters = []
    for (_, found), at in zip(seen, places, strict=True):
        middle = at - found.anchor + found.words.center()
        words = (found.words.width() / 2, found.words.height() / 2)
        art = (found.size.width() / 2, found.words.center().y() - found.whole.top())
        to_words = found.words.center().y()
        highest = room.top() + to_words
        lowest = max(highest, room.bottom() - found.whole.bottom() + to_words)
        floaters.append(Floater(middle.x(), middle.y(), words, art, (highest, lowest)))
    for at, one, height in zip(places, floaters, give_way(floaters, *band), strict=True):
        at.setY(at.y() + height - one.y)


def free_height(scene: Scene, lens: Lens, room: QRectF, sizes: Sequence[QSizeF]) -> float:
    """The pixels from the highest to the lowest place for the middles of things of these ``sizes``."""
    highest, lowest = _band(scene, lens)
    heights = [size.height() / 2 for size in sizes]
    return min(lowest, room.bottom() - min(heights)) - max(highest, room.top() + max(heights))


def _band(scene: Scene, lens: Lens) -> tuple[float, float]:
    """The highest and the lowest that something may go, in pixels."""
    heights = [place.y for lane in scene.lanes for place in (*lane.route, *(spot.place for spot in lane.spots))]
    above, below = SHORE[scene.behaviour]
    return lens.point(0, min(heights)).y() - above * lens.k, lens.point(0, max(heights)).y() + below * lens.k


def _one(figure: Figure, found: Ride, at: QPointF, lens: Lens) -> Riding:
    corner = QPointF(_snapped(at.x() - found.anchor.x(), lens.dpr), _snapped(at.y() - found.anchor.y(), lens.dpr))
    body = QRectF(corner, found.size)
    whole = found.whole.translated(corner).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return Riding(figure.id, corner + found.anchor, body, found, figure.there, whole=whole)


def _within(y: float, found: Ride, room: QRectF) -> float:
    """The height nearest to ``y`` at which all of it is in the room, if it is not higher than that."""
    lowest = room.bottom() - (found.whole.bottom() - found.anchor.y())
    return max(room.top() + found.anchor.y(), min(y, lowest))


def _snapped(value: float, dpr: float) -> float:
    """On a whole pixel of the screen, so that it is a blit."""
    return round(value * dpr) / dpr
