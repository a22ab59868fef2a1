"""From a frame of what passes to a picture: each on its carrier, which goes along with it as one piece."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF

from guesthouse.sim.frame import Figure, Frame
from guesthouse.ui.canvas.lens import Lens
from guesthouse.ui.canvas.picture import Picture, Riding
from guesthouse.ui.canvas.rides import Ride, step


def drift(
    frame: Frame, lens: Lens, ride_of: Callable[[int, float], Ride | None], *, room: QRectF | None, bob: float
) -> Picture:
    """The picture of ``frame``. What floats gives way a little, into the ``room`` that no control covers.

    ``bob`` is how far it goes up and down, in design units.
    """
    shown = []
    for figure in frame.figures:
        if not figure.unseen and (found := ride_of(figure.id, step(figure.scale))):
            shown.append(_one(figure, lens, found, room, bob))
    return Picture(tuple(shown))


def _one(figure: Figure, lens: Lens, found: Ride, room: QRectF | None, bob: float) -> Riding:
    at = lens.point(figure.x, figure.y)
    if room is not None:
        at.setY(_within(at.y(), found, room))
    at.setY(at.y() + figure.pose.breath * bob * lens.k)
    corner = QPointF(_snapped(at.x() - found.anchor.x(), lens.dpr), _snapped(at.y() - found.anchor.y(), lens.dpr))
    body = QRectF(corner, found.size)
    return Riding(figure.id, corner + found.anchor, body, found, whole=found.whole.translated(corner))


def _within(y: float, found: Ride, room: QRectF) -> float:
    """The height nearest to ``y`` at which all of it is in the room, if it is not higher than that."""
    lowest = room.bottom() - (found.whole.bottom() - found.anchor.y())
    return max(room.top() + found.anchor.y(), min(y, lowest))


def _snapped(value: float, dpr: float) -> float:
    """On a whole pixel of the screen, so that it is a blit."""
    return round(value * dpr) / dpr
