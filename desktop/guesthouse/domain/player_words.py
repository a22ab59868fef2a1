"""What the player says around a practice, as it was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Between:
    """Within the steps.

    ``steady`` stands over the offer of feet and floor, ``own`` over a line of one's own, ``gaps`` under a sentence with
    gaps; ``senses`` and its note are said of a practice that knows no other way.
    """

    steady: str
    own: str
    gaps: str
    senses: str
    senses_note: str


@dataclass(frozen=True, slots=True)
class UnwellWords:
    """After "That didn't sit well". ``stirred`` is said where the practice was a kind or warm one, else ``plain``.

    ``feet`` begin the minute for those who have touch switched on, ``without_touch`` for the others; ``room`` goes on.
    ``plainer`` is said where a plainer tone holds from now on, ``rest`` where it was a neutral one.
    """

    stirred: str
    plain: str
    lead: str
    minute: str
    plainer: str
    plainer_note: str
    rest: str
    rest_note: str
    offer: str
    feet: tuple[str, ...]
    without_touch: tuple[str, ...]
    room: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndingWords:
    """At the end: the room, the next five minutes, whether one would see it again, and where the words go."""

    room: str
    room_note: str
    five: str
    five_note: str
    again: str
    yes: str
    maybe: str
    no: str
    written: str
    written_note: str
    in_journal: str
    here: str
    nowhere: str


@dataclass(frozen=True, slots=True)
class PlayerWords:
    """All of them."""

    between: Between
    unwell: UnwellWords
    ending: EndingWords
