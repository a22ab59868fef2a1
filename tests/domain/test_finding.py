"""Finding in the library: what is asked for and nothing else, the nearest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.finding import Asked, Lines, found, open_to, root
from guesthouse.domain.practice import Element, Kind, Option, Practice, Sense, Step, Taste, Tone
from guesthouse.domain.sitting import Standing, Verdict
from guesthouse.domain.words import words_in
from tests.domain.small_library import BY_ID, IDS, LIBRARY, NO, YES, done, one

FINISHED = done()


def titled(id_: str, title: str, purpose: str = "", *steps: Step, **more: object) -> Practice:
    return one(id_, 2, title=title, purpose=purpose, steps=steps or (Step("Look."),), **more)


SPOKEN = (
    titled("ack-in-step", "One", "two", Step("Feel your chair, café.", note="A note")),
    titled("ack-in-purpose", "Three", "Find your CHAIR"),
    titled("ack-in-title", "The chair’s back", "four"),
    titled("ack-apart", "A chair", "on the floor"),
    titled("ack-choice", "Five", "six", Step("Pick", Kind.CHOOSE, options=(Option("Rain, don’t you think"),))),
    titled("ack-card", "Seven", "eight", Step("Open", Kind.CARDS, cards=(Taste("Sky", "and a cloud", "x"),))),
    titled("ack-other", "Nine", "ten", Step("Touch the wall", needs=(Sense.TOUCH,), other="Look at the window")),
    titled("ack-not", "Eleven", "twelve", not_for="Fresh grief"),
)


def ids(practices: list[Practice]) -> list[str]:
    return [practice.id for practice in practices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chair", ["ack-in-title", "ack-apart", "ack-in-purpose", "ack-in-step"]),
        ("CHAI", ["ack-in-title", "ack-apart", "ack-in-purpose", "ack-in-step"]),
        ("hair", []),
        ("chair floor", ["ack-apart"]),
        ("floor chair", ["ack-apart"]),
        ('"chair on"', []),
        ('"chai"', []),
        ('"the back"', []),
        ('"the chairs"', ["ack-in-title"]),
        ("chair's", ["ack-in-title"]),
        ("cafe", ["ack-in-step"]),
        ("note", ["ack-in-step"]),
        ("dont", ["ack-choice"]),
        ("cloud", ["ack-card"]),
        ("sky", ["ack-card"]),
        ("grief", ["ack-not"]),
        ("wall", ["ack-other"]),
        ("window", []),
        ("chair nowhere", []),
        ("", [practice.id for practice in SPOKEN]),
        (" \n", [practice.id for practice in SPOKEN]),
        ("…!", [practice.id for practice in SPOKEN]),
    ],
)
def test_by_words(text: str, expected: list[str]) -> None:
    assert ids(found(SPOKEN, Asked(text), {}, ())) == expected


def test_of_a_step_its_other_way_is_looked_through() -> None:
    assert ids(found(SPOKEN, Asked("window"), {}, [Sense.TOUCH])) == ["ack-other"]
    assert found(SPOKEN, Asked("wall"), {}, [Sense.TOUCH]) == []
    (practice,) = found(SPOKEN, Asked("window"), {}, [Sense.TOUCH])
    assert practice is SPOKEN[6], "it is handed on as it is"


def shown(asked: Asked, standings: dict[str, Standing] | None = None, more: tuple[Practice, ...] = ()) -> list[str]:
    return ids(found((*LIBRARY, *more), asked, standings or {}, [Sense.BREATH]))


def test_all_in_their_order_but_what_is_gated() -> None:
    assert shown(Asked()) == [id_ for id_ in IDS if id_ != "def-loop"]


def test_each_filter_and_all_together() -> None:
    mine = one("kind-mine", 2, own=True)
    assert shown(Asked(element=Element.CONNECT)) == ["con-reach", "con-others"]
    assert shown(Asked(tone=Tone.WARM)) == ["kind-hand", "kind-letter"]
    assert shown(Asked(most_minutes=1)) == ["ack-feet", "val-slip", "def-noted", "def-ball"]
    assert "def-drift" in shown(Asked(most_minutes=3)) and "ack-room" not in shown(Asked(most_minutes=3))
    assert shown(Asked(favourites=True), {"val-sense": Standing(favourite=True)}) == ["val-sense"]
    assert shown(Asked(own=True), more=(mine,)) == ["kind-mine"]
    together = Asked("kind", Element.KINDNESS, 2, Tone.NEUTRAL, favourites=True, own=True)
    assert shown(together, {"kind-mine": Standing(favourite=True)}, (mine,)) == ["kind-mine"]
    assert shown(together, {}, (mine,)) == []


def test_what_is_not_for_me_is_there_when_asked_for() -> None:
    assert "ack-feet" not in shown(Asked(), {"ack-feet": NO})
    assert "ack-feet" in shown(Asked(hidden=True), {"ack-feet": NO})
    assert "ack-feet" in shown(Asked(), {"ack-feet": Standing(verdict=Verdict.MAYBE)})


def test_what_asks_for_a_sense_one_does_without_is_there_when_asked_for() -> None:
    touching = one("ack-touch", 1, steps=(Step("Hold.", needs=(Sense.BREATH,)),))
    assert "ack-touch" not in shown(Asked(), more=(touching,))
    assert "ack-touch" in shown(Asked(hidden=True), more=(touching,))


@pytest.mark.parametrize(
    ("standings", "is_open"),
    [
        ({}, False),
        ({"def-loop": YES}, False),
        ({"def-title": FINISHED}, False),
        ({"def-title": FINISHED, "def-loop": FINISHED}, True),
        ({"def-title": FINISHED, "def-own": FINISHED}, False),
        ({"def-title": FINISHED, "def-ladder": FINISHED}, True),
        ({"def-title": FINISHED, "def-ladder": Standing(last=FINISHED.last)}, False),
        ({"def-title": FINISHED, "ack-feet": FINISHED, "kind-fair": FINISHED}, False),
        ({"def-loop": FINISHED}, True),
    ],
)
def test_the_gate(standings: dict[str, Standing], is_open: bool) -> None:
    practices = (*LIBRARY, one("def-own", 2, own=True, original="def-title"))
    assert open_to(BY_ID["def-loop"], practices, standings) is is_open
    assert ("def-loop" in ids(found(practices, Asked(hidden=True), standings, ()))) is is_open
    assert open_to(BY_ID["def-ball"], practices, standings)


def test_a_gated_one_and_ones_own_version_of_it_open_together() -> None:
    mine = one("def-mine", 1, own=True, gated=True, original="def-loop")
    practices = (*LIBRARY, mine)
    assert root(mine) == "def-loop"
    for one_of_them in (mine, BY_ID["def-loop"]):
        assert not open_to(one_of_them, practices, {"def-title": FINISHED})
        assert open_to(one_of_them, practices, {"def-title": FINISHED, "def-ladder": FINISHED})
        assert open_to(one_of_them, practices, {"def-mine": FINISHED})


@given(st.text(max_size=40))
def test_anything_can_be_typed(text: str) -> None:
    met = found(SPOKEN, Asked(text), {}, ())
    assert len(met) == len(set(ids(met))) and (met == list(SPOKEN) or words_in(text))


def test_what_was_looked_through_is_kept_by_who_looks_and_by_nobody_else() -> None:
    lines: Lines = {}
    first = found(LIBRARY, Asked("sens"), {}, (), lines)
    assert lines and found(LIBRARY, Asked("sens"), {}, (), lines) == first == found(LIBRARY, Asked("sens"), {}, ())
    kept = dict(lines)
    found(LIBRARY, Asked("sense"), {}, (), lines)
    assert lines.keys() >= kept.keys()
