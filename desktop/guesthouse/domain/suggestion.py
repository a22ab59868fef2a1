"""Which small step is suggested, and why: one rule, without chance and without a clock.

1. Never: what is "not for me", warmer than was chosen, asks for a sense somebody does without and knows no other way;
   what plays with a thought, unless the person said yes or maybe to it; what was sat with today; what did not sit well
   lately, and what in the same element is no gentler than that.
2. After something that did not sit well, until something else is done: what is gentler, or else feet and floor.
3. Newcomers are led along the path, Acknowledge, Validate, Defuse, Kindness, until each was finished once; then all six
   elements are open. A first visit to an element is short, and as plain as it can be, where there is such a one.
4. Yes (or a favourite) comes before maybe, maybe before untried, untried before what was done and nothing said of; one
   day in three it is one of those that come after. Among equals it changes with the day, and it is not what was sat
   with last while there is another. A long one is not suggested to somebody who has not said that they like it, while
   there is a small one.

A practice and one's own versions of it are one here: the own one is suggested.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from guesthouse.domain.finding import open_to, root
from guesthouse.domain.practice import Element, Practice, Sense, Tone, without
from guesthouse.domain.sitting import NEW, Standing, Verdict
from guesthouse.domain.tones import Tones

FEET = "ack-feet"
PATH = (Element.ACKNOWLEDGE, Element.VALIDATE, Element.DEFUSE, Element.KINDNESS)
SHORT_MINUTES = 2
SMALL_MINUTES = 5
UNSAID = 2  # how much is liked what nothing was said of: yes is 0, maybe 1; and if it was done before, one more
A_GOOD_WHILE = timedelta(days=60)
SOON_AFTER = timedelta(days=7)
EVERY_SO_MANY = 3  # days, on one of them something that is not liked best
EVER = datetime(1, 1, 2, tzinfo=UTC)  # before anything was done


class Reason(StrEnum):
    """Why it is this one, in the order in which it is said."""

    GENTLER = "gentler"
    STEADY = "steady"
    SHORT = "short"
    NEUTRAL = "neutral"
    GENTLE = "gentle"
    WARM = "warm"
    FAVOURITE = "favourite"
    SAID_YES = "said-yes"
    SAID_MAYBE = "said-maybe"
    UNTRIED = "untried"
    NEXT_ON_PATH = "next-on-path"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One practice, and why. ``reasons`` has its tone at least."""

    practice: Practice
    reasons: tuple[Reason, ...]


def suggest(
    practices: Sequence[Practice],
    standings: Mapping[str, Standing],
    tones: Tones,
    off: Collection[Sense],
    today: date,
    *,
    passed: Collection[str] = (),
) -> Suggestion | None:
    """The small step for today, other than those that were passed over; None where nothing is left."""
    case = _Case(practices, standings, tones, off, today, passed)
    upset = case.upset()
    if upset is not None and (instead := _gentler(case, upset)):
        return instead
    left, ahead = case.fresh(case.suitable()), case.ahead()
    if not ahead:
        return case.suggestion(case.of_the_day(left)) if left else None
    on_path = ([one for one in left if one.element is element] for element in (*ahead, *PATH))
    pool = next((some for some in on_path if some), None)
    if pool is None:
        return None
    chosen = case.of_the_day(pool)
    return case.suggestion(chosen, *([Reason.NEXT_ON_PATH] if chosen.element is ahead[0] else []))


def gentler(
    practices: Sequence[Practice],
    standings: Mapping[str, Standing],
    tones: Tones,
    off: Collection[Sense],
    today: date,
    *,
    than: Practice,
    passed: Collection[str] = (),
) -> Suggestion | None:
    """Instead of ``than``, which did not sit well: of its element what is plainer, else shorter; else feet and floor.

    Never the same, warmer or longer. (Feet and floor has no length: it ends when one likes.)
    """
    return _gentler(_Case(practices, standings, tones, off, today, passed), than)


@dataclass(frozen=True, slots=True)
class _Case:
    """Everything that is known."""

    practices: Sequence[Practice]
    standings: Mapping[str, Standing]
    tones: Tones
    off: Collection[Sense]
    today: date
    passed: Collection[str]

    def standing(self, practice: Practice) -> Standing:
        return self.standings.get(practice.id, NEW)

    def suitable(self) -> list[Practice]:
        """What may be suggested today."""
        out = {root(one) for one in self.practices if one.id in self.passed or self._is_done_today(one)}
        shaken = self._unwell()
        return [
            one
            for one in self.practices
            if root(one) not in out and self._may(one) and all(_spares(one, other) for other in shaken)
        ]

    def fresh(self, some: list[Practice]) -> list[Practice]:
        """Without what was sat with last, if anything else is left."""
        sat = [one for one in self.practices if self.standing(one).last]
        if not sat:
            return some
        last = root(max(sat, key=lambda one: self.standing(one).last or EVER))
        return [one for one in some if root(one) != last] or some

    def ahead(self) -> list[Element]:
        """The elements of the path of which nothing was finished yet."""
        return [element for element in PATH if self.is_new(element)]

    def is_new(self, element: Element) -> bool:
        """Whether nothing of it was finished yet."""
        return not any(self.standing(one).done for one in self.practices if one.element is element)

    def upset(self) -> Practice | None:
        """What did not sit well, where nothing else was sat with since."""
        shaken = [one for one in self._unwell() if self._age(one) <= SOON_AFTER]
        if not shaken:
            return None
        latest = max(shaken, key=lambda one: self.standing(one).unwell or EVER)
        since = self.standing(latest).unwell or EVER
        return None if any((self.standing(one).last or EVER) > since for one in self.practices) else latest

    def of_the_day(self, pool: list[Practice]) -> Practice:
        """The one whose day it is."""
        own = {one.original for one in pool if one.own}
        pool = [one for one in pool if one.id not in own]
        likings = ([one for one in pool if self._liking(one) == liking] for liking in range(UNSAID + 2))
        best, *others = [self._small(self._first_visits(some)) for some in likings if some]
        day = self.today.toordinal()
        turn, rest = divmod(day, EVERY_SO_MANY)
        if not others:
            return best[day % len(best)]
        if rest:
            return best[(day - turn) % len(best)]
        turn, which = divmod(turn, len(others))
        return others[which][turn % len(others[which])]

    def suggestion(self, practice: Practice, *more: Reason) -> Suggestion:
        """With every reason there is."""
        standing = self.standing(practice)
        true = {
            Reason.SHORT: practice.minutes[1] <= SHORT_MINUTES,
            Reason(str(practice.tone)): True,
            Reason.FAVOURITE: standing.favourite,
            Reason.SAID_YES: standing.verdict is Verdict.YES,
            Reason.SAID_MAYBE: standing.verdict is Verdict.MAYBE,
            Reason.UNTRIED: standing.last is None and standing.verdict is None,
        }
        return Suggestion(practice, tuple(reason for reason in Reason if true.get(reason) or reason in more))

    def _may(self, practice: Practice) -> bool:
        standing = self.standing(practice)
        asked_first = practice.playful or practice.gated
        return (
            standing.verdict is not Verdict.NO
            and practice.tone.rank <= self.tones.of(practice.element).rank
            and (not asked_first or standing.verdict in (Verdict.YES, Verdict.MAYBE))
            and open_to(practice, self.practices, self.standings)
            and (not self.off or without(practice, self.off) is not None)
        )

    def _unwell(self) -> list[Practice]:
        return [one for one in self.practices if self.standing(one).unwell and self._age(one) <= A_GOOD_WHILE]

    def _age(self, practice: Practice) -> timedelta:
        """How long ago it did not sit well; nothing where it lies ahead, after a clock was set."""
        unwell = self.standing(practice).unwell or EVER
        return max(self.today - unwell.date(), timedelta())

    def _is_done_today(self, practice: Practice) -> bool:
        last = self.standing(practice).last
        return last is not None and last.date() == self.today

    def _liking(self, practice: Practice) -> int:
        standing = self.standing(practice)
        if standing.verdict is Verdict.YES or standing.favourite:
            return 0
        if standing.verdict is Verdict.MAYBE:
            return 1
        return UNSAID if standing.last is None else UNSAID + 1

    def _small(self, some: list[Practice]) -> list[Practice]:
        """Of what nobody said anything of only what takes a few minutes, where there is any."""
        if self._liking(some[0]) < UNSAID:
            return some
        return [one for one in some if one.minutes[0] <= SMALL_MINUTES] or some

    def _first_visits(self, some: list[Practice]) -> list[Practice]:
        """Of elements that are new only what is short, and of that the plainest, where there is any."""
        kept = set[str]()
        for element in {one.element for one in some}:
            here = [one for one in some if one.element is element]
            if self.is_new(element):
                here = [one for one in here if one.minutes[1] <= SHORT_MINUTES] or here
                plainest = min(one.tone.rank for one in here)
                here = [one for one in here if one.tone.rank == plainest]
            kept |= {one.id for one in here}
        return [one for one in some if one.id in kept]


def is_gentler(one: Practice, other: Practice) -> bool:
    """Whether it is plainer or shorter, and neither warmer nor longer."""
    if one.tone.rank > other.tone.rank or any(
        here > there for here, there in zip(one.minutes, other.minutes, strict=True)
    ):
        return False
    return one.tone.rank < other.tone.rank or one.minutes != other.minutes


def _gentler(case: _Case, than: Practice) -> Suggestion | None:
    left = [one for one in case.suitable() if root(one) != root(than)]
    here = [one for one in left if one.element is than.element and is_gentler(one, than)]
    plainer = [one for one in here if one.tone.rank < than.tone.rank]
    twin = [one for one in plainer if than.twin and than.twin in (one.id, one.original)]
    pool = twin or plainer or here
    if pool:
        return case.suggestion(case.of_the_day(case.fresh(pool)), Reason.GENTLER)
    feet = [one for one in left if _is_steady(one)]
    return case.suggestion(case.of_the_day(feet), Reason.STEADY) if feet else None


def _spares(practice: Practice, shaken: Practice) -> bool:
    """Whether one that did not sit well does not stand in the way of this one."""
    if practice.id == FEET or shaken.id == practice.id:
        return practice.id != shaken.id
    return practice.element is not shaken.element or is_gentler(practice, shaken)


def _is_steady(practice: Practice) -> bool:
    """Feet and floor, or one's own version of it while that is as plain."""
    return root(practice) == FEET and practice.tone is Tone.NEUTRAL
