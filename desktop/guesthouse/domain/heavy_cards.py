"""What is said below a page where words were heavy, and the ways on that are offered there. It holds nobody's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from guesthouse.domain.heavy_kinds import PLAIN, Kind


class Way(StrEnum):
    """What one can do from there, in the order in which it is offered."""

    PEOPLE = "people"
    STEADY = "steady"
    ACKNOWLEDGE = "acknowledge"
    VALIDATE = "validate"
    SUPPORT = "support"
    ON = "on"
    """To go on writing; the card closes."""
    CLOSE = "close"


WAYS: Mapping[Kind, tuple[Way, ...]] = {
    Kind.SELF: (Way.PEOPLE, Way.STEADY, Way.ON),
    Kind.SOMEONE: (Way.PEOPLE, Way.ON),
    Kind.DANGER: (Way.PEOPLE, Way.ON),
    Kind.LOSS: (Way.PEOPLE, Way.STEADY, Way.ON),
    Kind.LOT: (Way.SUPPORT, Way.CLOSE),
    Kind.EVENT: (Way.ACKNOWLEDGE, Way.VALIDATE, Way.SUPPORT, Way.CLOSE),
}
WITH_NOTE: AbstractSet[Kind] = PLAIN | {Kind.EVENT}
"""Where it is said why the card is there; the one line for a lot is a line and no more."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words for one kind.

    ``danger`` holds the place ``{emergency}``, and ``elsewhere`` stands in for it where no number is known; both are
    empty for kinds without danger.
    """

    text: str
    danger: str = ""
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Tips:
    """Whether somebody else sees this computer: ``keyed`` holds the place ``{key}``, ``keyless`` is for no key."""

    keyed: str
    keyless: str


@dataclass(frozen=True, slots=True)
class CardText:
    """What stands on one card: its passages by kind, the most pressing first, and the small print ("" for none)."""

    passages: tuple[tuple[Kind, str], ...]
    note: str
    danger: str
    """The sentence for a life in danger, as it stands in ``note``, or "" for none."""
    number: str
    """The emergency number in it, or "" for none."""
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class HeavyCards:
    """All of it, as it was read; ``guessed`` says whose number it is, and holds the place ``{region}``."""

    note: str
    guessed: str
    said: Mapping[Kind, Said]
    tips: Tips

    def card(self, kinds: AbstractSet[Kind], *, emergency: str, hide_key: str, guessed: str = "") -> CardText:
        """One card for these kinds; ``emergency`` is the number of the country, ``hide_key`` a name, or "" for none.

        ``guessed`` is the name of that country where the person has chosen none.
        """
        passages = []
        for kind in in_order(kinds):
            passages.append((kind, self.said[kind].text))
            if kind is Kind.DANGER:
                tip = self.tips.keyed.format(key=hide_key) if hide_key else self.tips.keyless
                passages.append((kind, tip))
        danger = self._danger(kinds, emergency)
        whose = self.guessed.format(region=guessed) if danger and emergency and guessed else ""
        note = " ".join(text for text in (self.note, danger, whose) if text) if kinds & WITH_NOTE else ""
        return CardText(tuple(passages), note, danger, emergency, ways(kinds))

    def _danger(self, kinds: AbstractSet[Kind], emergency: str) -> str:
        """The sentence of the most pressing of these kinds."""
        if not kinds & WITH_NOTE:
            return ""
        most = self.said[in_order(kinds & WITH_NOTE)[0]]
        return most.danger.format(emergency=emergency) if emergency and most.danger else most.elsewhere


def in_order(kinds: Iterable[Kind]) -> list[Kind]:
    """The most pressing first."""
    return sorted(kinds, key=list(Kind).index)


def ways(kinds: AbstractSet[Kind]) -> tuple[Way, ...]:
    """What one can do from a card for these kinds, each once."""
    offered = {way for kind in kinds for way in WAYS[kind]}
    return tuple(way for way in Way if way in offered)


def together(standing: AbstractSet[Kind], came: AbstractSet[Kind]) -> frozenset[Kind]:
    """What one card says, where it ``standing`` says something and more has come: nothing that is pressing is lost.

    Danger to a life, or from others, is said at once and together; what is less pressing does not stand beside it.
    """
    every = frozenset(standing | came)
    return every & PLAIN or every
