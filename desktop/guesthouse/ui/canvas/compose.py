"""From a frame of visitors to a picture: which sprite stands where, and where its bubble hangs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from guesthouse.sim.frame import Doing, Figure, Frame
from guesthouse.ui.canvas.artwork import Artwork
from guesthouse.ui.canvas.bubbles import SHADE, Bubble
from guesthouse.ui.canvas.picture import Picture, Visiting
from guesthouse.ui.canvas.placing import Box, Wish, place
from guesthouse.ui.canvas.sprites import MARGIN, TALL, Sprites, in_steps, look_of

PLACE_AGAIN = 0.25
"""Seconds between two looks at where bubbles had best go; in between they move along with their visitors."""

SLIDE = 0.22
"""Seconds in which a bubble covers most of the way to a new place."""

FULL_WORDS = 0.78
"""At this scale and nearer, bubbles have their full size; farther away they grow smaller with their visitors."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What the painter has to know beyond the frame."""

    faces: bool
    waddles: bool
    figure_of: Callable[[int], int]
    bubble_of: Callable[[int], Bubble | None]
    returning: Callable[[int], bool]
    pill: QSizeF
    room: QRectF
    more_behind_hill: QRectF


class Composer:
    """Remembers where the bubbles were, so that they slide instead of jump."""

    def __init__(self, sprites: Sprites) -> None:
        """Nothing composed yet."""
        self._sprites = sprites
        self._offsets: dict[int, tuple[float, float]] = {}
        self._wanted: dict[int, tuple[float, float]] = {}
        self._placed_at = -1.0
        self._slid_at = -1.0
        self._key: tuple[object, ...] = ()

    def compose(self, frame: Frame, art: Artwork, manner: Manner, seconds: float, spoken_for: int | None) -> Picture:
        """The picture of ``frame``; ``spoken_for`` is a visitor whose words show even while it waits in line."""
        shown = []
        for figure in frame.figures:
            if not figure.unseen:
                shown.append(self._one(figure, art, manner, spoken_for))
        restless = self._place(shown, manner, seconds, sign=frame.more_behind_hill)
        for one in shown:
            self._finish(one)
        return Picture(tuple(shown), restless, frame.more_behind_hill)

    def forget(self) -> None:
        """Start anew, as after a change of size: bubbles take their places at once."""
        self._offsets.clear()
        self._wanted.clear()
        self._key = ()

    def _one(self, figure: Figure, art: Artwork, manner: Manner, spoken_for: int | None) -> Visiting:
        lens = art.lens
        at = lens.point(figure.x, figure.y)
        foot = QPointF(round(at.x()), round(at.y()))  # between two pixels nothing would look different
        tall = lens.tall(figure.scale)
        if figure.pose.stride is not None:
            tall = in_steps(tall)
        look = look_of(
            manner.figure_of(figure.id),
            tall,
            figure.pose,
            faces=manner.faces,
            dpr=lens.dpr,
            waddles=manner.waddles,
        )
        unit = tall / TALL
        body = QRectF(foot.x() - 46 * unit, foot.y() - (TALL + MARGIN / 2) * unit, 92 * unit, (TALL + MARGIN) * unit)
        says = figure.doing is not Doing.WAITING or figure.id == spoken_for
        bubble = manner.bubble_of(figure.id) if says else None
        zoom = max(0.4, min(1.0, figure.scale / FULL_WORDS)) if figure.doing is Doing.LEAVING else 1.0
        pill = None
        if says and manner.returning(figure.id) and not figure.behind_hill and zoom == 1.0:
            size = manner.pill
            pill = QRectF(foot.x() - size.width() / 2, foot.y() + 10 * unit, size.width(), size.height())
        clip = art.crest if figure.behind_hill else None
        grounded = figure.doing is not Doing.SITTING and clip is None
        return Visiting(figure.id, foot, body, look, clip, grounded, bubble, None, zoom, pill)

    def _place(self, shown: list[Visiting], manner: Manner, seconds: float, *, sign: bool) -> bool:
        """Find places for the bubbles now and then, and slide towards them; True while one is on its way."""
        saying = sorted((one for one in shown if one.bubble is not None), key=lambda one: one.id)
        key = tuple((one.id, one.bubble.size.width()) for one in saying if one.bubble)
        since = seconds - self._placed_at
        if key != self._key or since >= PLACE_AGAIN or since < 0:
            self._want(saying, self._taken(shown, manner, sign=sign), _box(manner.room))
            self._key, self._placed_at = key, seconds
        return self._slide(seconds)

    def _want(self, saying: list[Visiting], taken: list[Box], room: Box) -> None:
        wishes = [Wish(_box(one.body), *_size(one), self._where(one)) for one in saying]
        boxes = place(wishes, room, lift=10.0, taken=taken)
        self._wanted = {
            one.id: (box.x - one.foot.x(), box.y - one.body.top()) for one, box in zip(saying, boxes, strict=True)
        }
        self._offsets = {key: self._offsets.get(key, offset) for key, offset in self._wanted.items()}

    def _where(self, one: Visiting) -> Box | None:
        """Where a bubble is, or is sliding to."""
        if one.id not in self._wanted:
            return None
        dx, dy = self._wanted[one.id]
        return Box(one.foot.x() + dx, one.body.top() + dy, *_size(one))

    def _taken(self, shown: list[Visiting], manner: Manner, *, sign: bool) -> list[Box]:
        """Room to leave free: the line at the gate and its sign are there to be seen."""
        silent = [one.body for one in shown if one.bubble is None]
        if not silent:
            return []
        whole = silent[0]
        for body in silent[1:]:
            whole = whole.united(body)
        return [_box(whole), _box(manner.more_behind_hill)] if sign else [_box(whole)]

    def _slide(self, seconds: float) -> bool:
        share = min(1.0, max(0.0, seconds - self._slid_at) / SLIDE)
        self._slid_at = seconds
        restless = False
        for key, (wx, wy) in self._wanted.items():
            x, y = self._offsets[key]
            nx, ny = x + (wx - x) * share, y + (wy - y) * share
            near = abs(wx - nx) < 0.6 and abs(wy - ny) < 0.6
            self._offsets[key] = (wx, wy) if near else (nx, ny)
            restless = restless or not near
        return restless

    def _finish(self, one: Visiting) -> None:
        """Put its bubble in its place; from here on nothing of it changes."""
        body = one.body
        whole = body.adjusted(-body.width() * 0.3, -8, body.width() * 0.3, body.height() * 0.2)
        if one.pill is not None:
            whole = whole.united(one.pill)
        if one.bubble is None:
            one.whole = whole
            return
        dx, dy = self._offsets[one.id]
        w, h = _size(one)
        rect = QRectF(round(one.foot.x() + dx), round(body.top() + dy), w, h)
        one.bubble_rect, one.whole = rect, whole.united(rect.adjusted(-SHADE, -SHADE, SHADE, SHADE))


def _box(rect: QRectF) -> Box:
    return Box(rect.x(), rect.y(), rect.width(), rect.height())


def _size(one: Visiting) -> tuple[float, float]:
    assert one.bubble is not None, "only those with a bubble ask for a place"
    return one.bubble.size.width() * one.zoom, one.bubble.size.height() * one.zoom
