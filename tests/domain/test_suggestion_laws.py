"""What never happens, and what always does, whatever was done and said before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.finding import root
from guesthouse.domain.practice import Element, Practice, Sense, Step, Tone, without
from guesthouse.domain.sitting import NEW, Standing, Verdict
from guesthouse.domain.suggestion import (
    A_GOOD_WHILE,
    FEET,
    PATH,
    SHORT_MINUTES,
    Reason,
    gentler,
    is_gentler,
    suggest,
)
from guesthouse.domain.tones import Tones
from tests.domain.small_library import BY_ID, LIBRARY, NOON, TODAY, one

OWN = (
    one("ack-own", (1, 2), own=True, original="ack-feet"),
    one("kind-own", 1, "gentle", own=True, original="kind-letter"),
    one("def-own", 7, own=True),
)
ALL = (*LIBRARY, *OWN, one("ack-touch", 1, steps=(Step("Touch.", needs=(Sense.TOUCH,)),)))
HOURS = st.none() | st.integers(0, 90 * 24).map(lambda hours: NOON - timedelta(hours=hours))
STANDINGS = st.dictionaries(
    st.sampled_from([practice.id for practice in ALL]),
    st.builds(
        Standing,
        verdict=st.sampled_from([None, *Verdict]),
        favourite=st.booleans(),
        done=st.integers(0, 3),
        last=HOURS,
        unwell=HOURS,
    ),
)
TONES = st.builds(Tones, st.sampled_from(Tone), st.dictionaries(st.sampled_from(Element), st.sampled_from(Tone)))
OFF = st.sets(st.sampled_from(Sense))
PASSED = st.sets(st.sampled_from([practice.id for practice in ALL]), max_size=4)


def allowed(practice: Practice, standings: Mapping[str, Standing], tones: Tones, off: Collection[Sense]) -> bool:
    """What may come at all, said once more in other words."""
    standing = standings.get(practice.id, NEW)
    if standing.verdict is Verdict.NO or without(practice, off) is None:
        return False
    if practice.playful and standing.verdict is None:
        return False
    if practice.gated and not standing.done:
        others = [one for one in ALL if one.element is Element.DEFUSE and one.id != practice.id]
        if sum(bool(standings.get(one.id, NEW).done) for one in others) < 2:
            return False
    family = [standings.get(one.id, NEW) for one in ALL if root(one) == root(practice)]
    if any(each.last and each.last.date() == TODAY for each in family):
        return False
    if standing.unwell and TODAY - standing.unwell.date() <= A_GOOD_WHILE:
        return False
    return [Tone.NEUTRAL, Tone.GENTLE, Tone.WARM].index(practice.tone) <= tones.of(practice.element).rank


@given(STANDINGS, TONES, OFF, PASSED)
def test_what_never_comes(standings: dict[str, Standing], tones: Tones, off: set[Sense], passed: set[str]) -> None:
    found = suggest(ALL, standings, tones, off, TODAY, passed=passed)
    feet = BY_ID[FEET]
    if found is None:
        assert not allowed(feet, standings, tones, off) or {FEET, "ack-own"} & passed, "feet and floor is left"
        return
    practice = found.practice
    assert allowed(practice, standings, tones, off) and practice.id not in passed
    assert str(practice.tone) in found.reasons and list(found.reasons) == [
        each for each in Reason if each in found.reasons
    ]
    assert (Reason.SHORT in found.reasons) is (practice.minutes[1] <= SHORT_MINUTES)
    if not {Reason.GENTLER, Reason.STEADY} & set(found.reasons):
        walked = {one.element for one in ALL if standings.get(one.id, NEW).done}
        assert set(PATH) <= walked or practice.element in PATH
    others = [one for one in OWN if one.original == practice.id and allowed(one, standings, tones, off)]
    unwell = any(each.unwell for each in standings.values())
    assert unwell or Reason.STEADY in found.reasons or not others, "one's own version comes before the original"


@given(STANDINGS, TONES, OFF, PASSED, st.sampled_from(ALL))
def test_gentler_never_is_warmer_or_longer(
    standings: dict[str, Standing], tones: Tones, off: set[Sense], passed: set[str], than: Practice
) -> None:
    found = gentler(ALL, standings, tones, off, TODAY, than=than, passed=passed)
    if found is None:
        feet = BY_ID[FEET]
        assert root(than) == FEET or not allowed(feet, standings, tones, off) or {FEET, "ack-own"} & passed
        return
    practice = found.practice
    assert allowed(practice, standings, tones, off) and practice.id not in passed and root(practice) != root(than)
    assert practice.tone.rank <= than.tone.rank
    steady = root(practice) == FEET
    assert steady or all(here <= there for here, there in zip(practice.minutes, than.minutes, strict=True))
    assert (Reason.STEADY in found.reasons) or is_gentler(practice, than)
