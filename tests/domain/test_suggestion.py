"""Which small step is suggested: every clause of the rule in a plain situation."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from guesthouse.domain.practice import Element, Practice, Sense, Step, Tone
from guesthouse.domain.sitting import NEW, Standing, Verdict
from guesthouse.domain.suggestion import A_GOOD_WHILE, FEET, Reason, Suggestion, gentler, suggest
from guesthouse.domain.tones import Tones
from tests.domain.small_library import (
    BY_ID,
    GENTLE,
    IDS,
    LIBRARY,
    MAYBE,
    NO,
    NOON,
    PLAIN,
    TODAY,
    WALKED,
    WARM,
    YES,
    done,
    one,
    shaken,
)


def no(*ids: str) -> dict[str, Standing]:
    return dict.fromkeys(ids, NO)


def only(*ids: str) -> dict[str, Standing]:
    """All others are not for me."""
    return {id_: NO for id_ in IDS if id_ not in ids}


@dataclass(frozen=True)
class Case:
    """A situation. ``picks`` are all that may be suggested, over six days of which nothing else is known."""

    picks: Collection[str]
    standings: Mapping[str, Standing] = field(default_factory=dict)
    tones: Tones = PLAIN
    off: Collection[Sense] = ()
    passed: Collection[str] = ()
    more: Sequence[Practice] = ()
    days: int = 6


ONLY_AFTER = dict.fromkeys(IDS, NO) | {id_: done(30, verdict=Verdict.NO) for id_ in WALKED}
"""The path was walked, and nothing is for me any more."""

CASES = {
    # --- the path
    "at first: acknowledge, short, plain": Case({"ack-feet", "ack-noticing"}),
    "then validate, and its short ones are too warm": Case({"val-sense", "val-rule"}, {"ack-feet": done()}),
    "then validate, short": Case({"val-slip"}, {"ack-feet": done()}, GENTLE),
    "then defuse, plain before gentle": Case(
        {"def-ladder", "def-title"}, {"ack-feet": done(), "val-rule": done()}, GENTLE
    ),
    "then kindness, useful before warm": Case(
        {"kind-chair", "kind-useful"}, {"ack-feet": done(), "val-rule": done(), "def-drift": done()}, WARM
    ),
    "who begins with kindness is still led from the beginning": Case(
        {"ack-feet", "ack-noticing"}, {"kind-fair": done()}
    ),
    "what was only begun was not walked": Case({"ack-noticing"}, {"ack-feet": Standing(last=NOON - timedelta(days=3))}),
    "an element with nothing for me is stepped over": Case(
        {"def-ladder", "def-title"}, {"ack-feet": done(), **no("val-sense", "val-rule", "val-slip")}
    ),
    "connect does not come before the four": Case(
        {"kind-chair", "kind-useful"},
        {
            "ack-feet": done(),
            "val-rule": done(),
            "def-drift": done(),
            "con-reach": YES,
            "exp-dates": YES,
        },
    ),
    "all said of the path is no: nothing, rather than connect": Case((), only("con-reach", "exp-dates")),
    "back along the path where nothing is ahead": Case({"ack-feet"}, only("ack-feet") | {"ack-feet": done()}),
    "after the four, connect and explore come": Case(
        {"con-reach"}, only("con-reach", *WALKED) | {id_: done(40, verdict=Verdict.NO) for id_ in WALKED}
    ),
    "a first visit to connect: plain, though warm was chosen": Case(
        {"con-reach"},
        only("con-reach", "con-others") | {id_: done(40, verdict=Verdict.NO) for id_ in WALKED},
        WARM,
    ),
    # --- said of it
    "yes before maybe before untried, and one day in three the others": Case(
        {"ack-body", "ack-noticing", "ack-feet"}, {"ack-body": YES, "ack-noticing": MAYBE}, days=6
    ),
    "yes, on most days": Case({"ack-body"}, {"ack-body": YES}, days=2),
    "maybe, on most days": Case({"ack-body"}, {"ack-body": MAYBE}, days=2),
    "yes before maybe": Case({"ack-body"}, {"ack-body": YES, "ack-noticing": MAYBE, "ack-feet": MAYBE}, days=2),
    "a favourite is a yes": Case({"ack-body"}, {"ack-body": Standing(favourite=True)}, days=2),
    "a favourite that was a maybe, too": Case(
        {"ack-body"}, {"ack-body": Standing(favourite=True, verdict=Verdict.MAYBE), "ack-feet": MAYBE}, days=2
    ),
    "untried before done and nothing said": Case(
        {"exp-dates"}, ONLY_AFTER | {"exp-dates": NEW, "con-reach": done(40)}, days=2
    ),
    "no first visit any more: the longer ones, too": Case(
        {"kind-useful", "kind-fair"}, ONLY_AFTER | {"kind-useful": NEW, "kind-fair": NEW}
    ),
    "a long one only where there is no small one": Case(
        {"kind-fair"}, ONLY_AFTER | {"kind-fair": NEW, "kind-reference": NEW}
    ),
    "or where it is liked": Case(
        {"kind-fair", "kind-reference"}, ONLY_AFTER | {"kind-fair": YES, "kind-reference": YES}, days=2
    ),
    "or where it is the only one": Case({"kind-reference"}, ONLY_AFTER | {"kind-reference": NEW}),
    "yes over all six elements once the path was walked": Case(
        {"def-title", "con-reach"}, {**WALKED, "def-title": YES, "con-reach": YES, "exp-worry": MAYBE}, days=2
    ),
    "never not for me": Case({"ack-noticing"}, no("ack-feet")),
    "not even a favourite": Case({"ack-noticing"}, {"ack-feet": Standing(verdict=Verdict.NO, favourite=True)}),
    "nothing at all is for me": Case((), only()),
    # --- tone and senses
    "warm only where warm was chosen": Case({"kind-hand"}, only("kind-hand"), WARM),
    "else not": Case((), only("kind-hand"), GENTLE),
    "plainer in one element": Case((), only("kind-friend"), Tones(Tone.WARM, {Element.KINDNESS: Tone.NEUTRAL})),
    "and in that one only": Case({"ack-room"}, only("ack-room"), Tones(Tone.WARM, {Element.KINDNESS: Tone.NEUTRAL})),
    "a sense one does without, and no other way": Case(
        (),
        only("ack-touch"),
        off=[Sense.TOUCH],
        more=[one("ack-touch", 1, steps=(Step("Touch.", needs=(Sense.TOUCH,)),))],
    ),
    "another way": Case(
        {"ack-touch"},
        only("ack-touch"),
        off=[Sense.TOUCH],
        more=[one("ack-touch", 1, steps=(Step("Touch.", needs=(Sense.TOUCH,), other="Look."),))],
    ),
    # --- playful and gated
    "nothing playful unasked": Case((), only("def-ball")),
    "playful after a yes": Case({"def-ball"}, only() | {"def-ball": YES}),
    "playful after a maybe": Case({"def-ball"}, only() | {"def-ball": MAYBE}),
    "a favourite alone is no yes to play": Case((), only() | {"def-ball": Standing(favourite=True)}),
    "gated, though maybe was said on a card": Case((), only() | {"def-loop": MAYBE}),
    "gated after two others and a yes": Case(
        {"def-loop"},
        only() | {"def-loop": YES} | {id_: done(9, verdict=Verdict.NO) for id_ in ("def-ladder", "def-title")},
    ),
    # --- what was done
    "done today: not again, the path goes on": Case({"val-rule"}, {"ack-feet": done(0)}, days=1),
    "stopped today: not again either": Case({"ack-noticing"}, {"ack-feet": Standing(last=NOON)}, days=1),
    "done yesterday is done last: another": Case(
        {"ack-noticing"}, only("ack-feet", "ack-noticing") | {"ack-feet": done(1), "ack-noticing": done(9)}
    ),
    "done last and nothing else there": Case({"ack-feet"}, only("ack-feet") | {"ack-feet": done(1)}),
    "done today and nothing else there": Case((), only("ack-feet") | {"ack-feet": done(0)}, days=1),
    "late in the evening, by the clock on the wall": Case(
        (),
        only("ack-feet")
        | {"ack-feet": Standing(last=datetime(2026, 3, 12, 0, 30, tzinfo=timezone(timedelta(hours=2))))},
        days=1,
    ),
    "passed over": Case({"ack-noticing"}, passed=["ack-feet"]),
    "all passed over": Case((), passed=IDS),
    # --- what did not sit well
    "gentler: plainer, the twin": Case({"kind-chair"}, {"kind-hand": shaken(0)}, WARM, days=5),
    "gentler: plainer, and no longer": Case(
        {"kind-useful"}, {"kind-hand": shaken(0)}, WARM, passed=["kind-chair"], days=5
    ),
    "gentler: shorter": Case({"val-sense"}, {"val-rule": shaken(0)}, days=5),
    "gentler: feet, where there is nothing plainer or shorter": Case({"ack-feet"}, {"val-sense": shaken(0)}, days=5),
    "feet though they were not for validate": Case({"ack-feet"}, {**WALKED, "kind-chair": shaken(0, done=1)}, days=5),
    "after a week, the path again, without it": Case(
        {"def-ladder", "def-title"},
        {"ack-feet": done(30), "val-sense": shaken(8)},
    ),
    "something else was done since": Case(
        {"ack-feet", "ack-noticing"},
        {"val-rule": shaken(3), "val-sense": Standing(last=NOON - timedelta(days=1))},
        days=2,
    ),
    "it was done again since": Case(
        {"ack-feet", "ack-noticing"}, {"val-rule": shaken(3, last=NOON - timedelta(days=1))}, days=2
    ),
    "not for a good while": Case((), only("val-rule") | {"val-rule": shaken(A_GOOD_WHILE.days - 7)}),
    "but not for ever": Case({"val-rule"}, only("val-rule") | {"val-rule": shaken(A_GOOD_WHILE.days + 1)}),
    "nor what is as long and as warm": Case((), only("def-title") | {"def-ladder": shaken(20, verdict=Verdict.NO)}),
    "in another element all may come": Case({"ack-feet", "ack-noticing"}, {"def-ladder": shaken(20)}),
    "feet itself did not sit well": Case((), only("ack-feet") | {"ack-feet": shaken(0)}),
    "feet stays when another of its element shook": Case(
        {"ack-feet"},
        only("ack-feet")
        | {"ack-noticing": shaken(20, verdict=Verdict.NO), "ack-short": shaken(20, verdict=Verdict.NO)},
        more=[one("ack-short", 1)],
    ),
    "a clock was set back since": Case((), only("val-rule") | {"val-rule": shaken(-2 * A_GOOD_WHILE.days, last=None)}),
    # --- one's own
    "one's own instead of the original": Case(
        {"mine", "ack-noticing"}, more=[one("ack-mine", (1, 2), own=True, original="ack-feet", id="mine")]
    ),
    "the original where mine is not for me": Case(
        {"ack-feet", "ack-noticing"}, no("mine"), more=[one("ack-mine", 1, own=True, original="ack-feet", id="mine")]
    ),
    "the original where mine is too warm": Case(
        {"ack-feet", "ack-noticing"}, more=[one("ack-mine", 1, "warm", own=True, original="ack-feet", id="mine")]
    ),
    "mine was done today, and so was the original": Case(
        {"val-rule"},
        {"mine": done(0)},
        days=1,
        more=[one("ack-mine", 1, own=True, original="ack-feet", id="mine")],
        passed=["ack-noticing"],
    ),
    "mine from empty counts like the rest": Case(
        {"mine"}, only("mine"), more=[one("ack-mine", 9, own=True, id="mine")]
    ),
    "mine was finished: the path goes on": Case(
        {"val-sense", "val-rule"}, {"mine": done(9)}, more=[one("ack-mine", 9, own=True, id="mine")]
    ),
}


def asked(case: Case, day: date) -> Suggestion | None:
    practices = (*LIBRARY, *case.more)
    return suggest(practices, case.standings, case.tones, case.off, day, passed=case.passed)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_situations(case: Case) -> None:
    days = [asked(case, TODAY + timedelta(days=day)) for day in range(case.days)]
    assert {each.practice.id for each in days if each} == set(case.picks)
    assert (None in days) is not bool(case.picks)


@pytest.mark.parametrize(
    ("than", "tones", "standings", "instead", "reason"),
    [
        ("kind-hand", WARM, {}, {"kind-chair"}, Reason.GENTLER),
        ("kind-letter", WARM, {}, {"kind-reference"}, Reason.GENTLER),
        ("kind-letter", WARM, no("kind-reference"), {"kind-chair", "kind-useful"}, Reason.GENTLER),
        ("kind-letter", Tones(Tone.WARM, {Element.KINDNESS: Tone.NEUTRAL}), {}, {"kind-reference"}, Reason.GENTLER),
        ("ack-room", GENTLE, {}, {"ack-feet", "ack-noticing"}, Reason.GENTLER),
        ("def-drift", PLAIN, {}, {"def-ladder", "def-title"}, Reason.GENTLER),
        ("def-ladder", PLAIN, {}, {"ack-feet"}, Reason.STEADY),
        ("def-ladder", GENTLE, {}, {"ack-feet"}, Reason.STEADY),
        ("val-slip", GENTLE, {}, {"ack-feet"}, Reason.STEADY),
        ("con-others", GENTLE, {}, {"con-reach"}, Reason.GENTLER),
        ("exp-worry", PLAIN, {}, {"exp-dates"}, Reason.GENTLER),
        ("ack-feet", PLAIN, {}, set(), None),
        ("val-sense", PLAIN, no("ack-feet"), set(), None),
        ("val-sense", PLAIN, {"ack-feet": done(0)}, set(), None),
    ],
)
def test_gentler(
    than: str, tones: Tones, standings: dict[str, Standing], instead: set[str], reason: Reason | None
) -> None:
    for day in range(1 if "ack-feet" in standings and standings["ack-feet"].last else 4):
        found = gentler(LIBRARY, standings, tones, (), TODAY + timedelta(days=day), than=BY_ID[than])
        assert (found and found.practice.id) in (instead or {None})
        assert not found or reason in found.reasons


def test_gentler_than_an_own_one_is_not_what_it_came_from() -> None:
    mine = one("def-mine", 9, "gentle", own=True, original="def-drift")
    found = gentler((*LIBRARY, mine), {}, GENTLE, (), TODAY, than=mine, passed=["def-ladder", "def-title", "def-noted"])
    assert found is not None and found.practice.id == FEET


def test_ones_own_feet_and_floor_while_it_is_plain() -> None:
    for tone, expected in (("neutral", "ack-mine"), ("gentle", FEET)):
        mine = one("ack-mine", 3, tone, own=True, original=FEET)
        found = gentler((*LIBRARY, mine), {}, GENTLE, (), TODAY, than=BY_ID["val-sense"])
        assert found is not None and found.practice.id == expected


@pytest.mark.parametrize(
    ("standings", "tones", "id_", "reasons"),
    [
        ({"ack-noticing": NO}, PLAIN, FEET, "short neutral untried next-on-path"),
        ({"ack-body": MAYBE}, PLAIN, "ack-body", "neutral said-maybe next-on-path"),
        (
            {
                "ack-noticing": replace(MAYBE, last=NOON - timedelta(days=2)),
                "val-sense": Standing(last=NOON - timedelta(1)),
            },
            PLAIN,
            "ack-noticing",
            "short neutral said-maybe next-on-path",
        ),
        ({**WALKED, "kind-hand": replace(YES, favourite=True)}, WARM, "kind-hand", "short warm favourite said-yes"),
        ({"val-rule": shaken(1)}, PLAIN, "val-sense", "gentler neutral untried"),
        ({"val-sense": shaken(1)}, PLAIN, FEET, "steady short neutral untried"),
        ({"val-slip": YES, FEET: done()}, GENTLE, "val-slip", "short gentle said-yes next-on-path"),
        (only(FEET) | {FEET: done(2)}, PLAIN, FEET, "short neutral"),
    ],
)
def test_reasons(standings: dict[str, Standing], tones: Tones, id_: str, reasons: str) -> None:
    found = suggest(LIBRARY, standings, tones, (), TODAY)
    assert found is not None
    assert (found.practice.id, " ".join(found.reasons)) == (id_, reasons)


def test_two_of_three_days_it_is_what_is_liked_best_and_all_others_have_their_day() -> None:
    liked = {"def-title": YES, "con-reach": YES, "exp-worry": MAYBE}
    month = [suggest(LIBRARY, {**WALKED, **liked}, PLAIN, (), TODAY + timedelta(days=day)) for day in range(60)]
    ids = [each.practice.id for each in month if each]
    best = [id_ for id_ in ids if liked.get(id_) == YES]
    assert len(best) == 40 and set(best) == {"def-title", "con-reach"}
    assert all(before != after for before, after in pairwise(ids))
    assert len(set(ids)) > 6


def test_each_of_those_that_are_liked_alike_has_its_day() -> None:
    liked = dict.fromkeys(("def-title", "con-reach", "kind-fair"), YES)
    month = [suggest(LIBRARY, {**WALKED, **liked}, PLAIN, (), TODAY + timedelta(days=day)) for day in range(9)]
    best = [each.practice.id for each in month if each and each.practice.id in liked]
    assert sorted(best) == sorted([*liked, *liked])


def test_another_day_another_of_those_that_are_equal() -> None:
    first, second = (suggest(LIBRARY, {}, PLAIN, (), TODAY + timedelta(days=day)) for day in (0, 1))
    assert first and second and first != second
    assert first == suggest(LIBRARY, {}, PLAIN, (), TODAY), "and the same one the whole day"
