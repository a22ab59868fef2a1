"""A picture: who can be seen, where, and as what. What is painted, touched and read aloud all follow from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPixmap

from guesthouse.ui.canvas.bubbles import Bubble
from guesthouse.ui.canvas.rides import Ride
from guesthouse.ui.canvas.sprites import Look

AROUND = 10.0
"""Pixels from a body to the outer edge of the ring around it."""


@dataclass(slots=True)
class Shown:
    """One of those who are here, in pixels; ``foot`` is where it stands, or where its anchor lies."""

    id: int
    foot: QPointF
    body: QRectF
    whole: QRectF = field(default_factory=QRectF, kw_only=True)
    """Everything of it that has to be painted again when it moves."""

    def same_place(self, other: Shown) -> bool:
        """Whether painting ``other`` instead would change nothing."""
        return self.foot == other.foot

    def says_at(self, point: QPointF) -> bool:
        """Whether its words are at ``point``, beside its body."""
        return False

    @property
    def more(self) -> QRectF | None:
        """Where its quiet "more" is, if it has one."""
        return None

    @property
    def ringed(self) -> QRectF:
        """What the ring of the keyboard's focus goes around."""
        return self.body


@dataclass(slots=True)
class Visiting(Shown):
    """A figure, with its words in a bubble; ``zoom`` is how large the bubble is drawn (1.0 whole)."""

    look: Look
    clip: float | None
    grounded: bool = True
    bubble: Bubble | None = None
    bubble_rect: QRectF | None = None
    zoom: float = 1.0
    pill: QRectF | None = None

    def same_place(self, other: Shown) -> bool:
        """Whether painting ``other`` instead would change nothing."""
        return (
            isinstance(other, Visiting)
            and self.look == other.look
            and self.foot == other.foot
            and self.bubble is other.bubble
            and self.bubble_rect == other.bubble_rect
            and self.pill == other.pill
        )

    def says_at(self, point: QPointF) -> bool:
        """Whether its bubble is at ``point``."""
        return self.bubble_rect is not None and self.bubble_rect.contains(point)

    @property
    def more(self) -> QRectF | None:
        """Where the "more" of its bubble is."""
        if self.bubble is None or self.bubble.more is None or self.bubble_rect is None:
            return None
        return self.bubble.more.translated(self.bubble_rect.topLeft())


@dataclass(slots=True)
class Riding(Shown):
    """Artwork that passes with its words on it."""

    ride: Ride
    there: float = 1.0
    """How much of it is to be seen, where it is still coming up."""

    def same_place(self, other: Shown) -> bool:
        """Whether painting ``other`` instead would change nothing."""
        return (
            isinstance(other, Riding)
            and self.ride is other.ride
            and self.body == other.body
            and self.there == other.there
        )

    @property
    def ringed(self) -> QRectF:
        """Its artwork without the empty margin."""
        return self.painted.intersected(self.body)

    @property
    def painted(self) -> QRectF:
        """Where its pixmap goes."""
        return self.ride.whole.translated(self.body.topLeft())

    @property
    def words(self) -> QRectF:
        """Where its words may be."""
        return self.ride.words.translated(self.body.topLeft())

    @property
    def more(self) -> QRectF | None:
        """Where the "more" under its words is."""
        return None if self.ride.more is None else self.ride.more.translated(self.body.topLeft())


@dataclass(slots=True)
class Resting(Shown):
    """A plain card with words alone, that lies where it is."""

    pixmap: QPixmap

    def same_place(self, other: Shown) -> bool:
        """Whether painting ``other`` instead would change nothing."""
        return isinstance(other, Resting) and self.pixmap is other.pixmap and self.body == other.body


@dataclass(frozen=True, slots=True)
class Picture:
    """All who can be seen in painting order, and whether a bubble is still sliding to its place."""

    shown: tuple[Shown, ...] = ()
    restless: bool = False
    more_behind_hill: bool = False

    def within(self, rect: QRectF) -> Picture:
        """The same picture with those alone who can be seen in ``rect``."""
        return Picture(tuple(one for one in self.shown if one.whole.intersects(rect)), False, self.more_behind_hill)

    def at(self, point: QPointF) -> Shown | None:
        """Who is under ``point``; in a crowd the one whose middle is nearest. Its bubble belongs to it.

        A card that rests lies over all others.
        """
        under = [shown for shown in self.shown if shown.body.contains(point)]
        if resting := [shown for shown in under if isinstance(shown, Resting)]:
            return resting[-1]
        if under:
            return min(under, key=lambda shown: (shown.body.center() - point).manhattanLength())
        return next((shown for shown in reversed(self.shown) if shown.says_at(point)), None)

    def of(self, visitor_id: int) -> Shown | None:
        """The one with this id, if it can be seen."""
        return next((shown for shown in self.shown if shown.id == visitor_id), None)
