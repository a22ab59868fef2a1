"""A practice as tables and back; what is no practice is refused without a word of it."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.kit import Shelf
from guesthouse.domain.practice import Element, Kind, Option, Practice, Sense, Step, Taste, Tone
from guesthouse.domain.practice_form import LONGEST_STEP, SLIDERS, plain, practice_of

TEXTS = st.text(max_size=30)
MINUTES = st.tuples(st.integers(1, 60), st.integers(0, 60)).map(lambda pair: (pair[0], pair[0] + pair[1]))
NEEDS = st.lists(st.sampled_from(Sense), max_size=2).map(tuple)
OPTIONS = st.builds(Option, TEXTS, TEXTS, NEEDS)
CARDS = st.builds(Taste, TEXTS, TEXTS, TEXTS)


def steps(kind: Kind) -> st.SearchStrategy[Step]:
    """Of this kind, with what it cannot be done without; of another it may have that or not."""
    return BUILT(
        kind=st.just(kind),
        cards=st.lists(CARDS, min_size=kind is Kind.CARDS, max_size=2).map(tuple),
        sliders=st.lists(st.sampled_from(sorted(SLIDERS)), min_size=kind is Kind.SHAPE, max_size=3).map(tuple),
    )


BUILT = partial(
    st.builds,
    Step,
    text=TEXTS,
    note=TEXTS,
    key=TEXTS,
    frame=TEXTS,
    options=st.lists(OPTIONS, max_size=3).map(tuple),
    several=st.booleans(),
    sentence=TEXTS,
    lines=st.lists(TEXTS, max_size=3).map(tuple),
    kit=st.sampled_from(["", *map(str, Shelf)]),
    seconds=st.integers(0, LONGEST_STEP),
    needs=NEEDS,
    other=TEXTS,
)
STEPS = st.sampled_from(Kind).flatmap(steps)
PRACTICES = st.builds(
    Practice,
    id=TEXTS,
    title=TEXTS,
    element=st.sampled_from(Element),
    minutes=MINUTES,
    tone=st.sampled_from(Tone),
    purpose=TEXTS,
    steps=st.lists(STEPS, max_size=4).map(tuple),
    not_for=TEXTS,
    sources=st.lists(TEXTS, max_size=2).map(tuple),
    playful=st.booleans(),
    gated=st.booleans(),
    own=st.booleans(),
    original=TEXTS,
)
GOOD = {
    "id": "one",
    "title": "A secret title",
    "element": "acknowledge",
    "minutes": [1, 2],
    "tone": "neutral",
    "purpose": "",
    "steps": [{"text": "Look."}],
}


@given(PRACTICES)
def test_there_and_back(practice: Practice) -> None:
    assert practice_of(json.loads(json.dumps(plain(practice)))) == practice


def test_what_is_usual_is_left_out() -> None:
    assert plain(practice_of(GOOD)) == GOOD
    assert practice_of(GOOD).steps == (Step("Look."),)


@pytest.mark.parametrize(
    "table",
    [
        *({key: value for key, value in GOOD.items() if key != missing} for missing in GOOD),
        *({**GOOD, name: 5} for name in (*GOOD, "own", "sources", "twin")),
        *({**GOOD, name: "secret"} for name in ("element", "tone", "minutes", "steps", "own", "sources", "later")),
        *({**GOOD, name: None} for name in GOOD),
        *({**GOOD, "minutes": pair} for pair in ([1], [1, 2, 3], [2, 1], [0, 1], [1, 2000], [1.5, 2], [True, True])),
        *(
            {**GOOD, "steps": [step]}
            for step in (
                5,
                "secret",
                {},
                {"text": 5},
                {"text": "a", "kind": "secret"},
                {"text": "a", "later": "secret"},
                {"text": "a", "seconds": "5"},
                {"text": "a", "seconds": True},
                {"text": "a", "several": 1},
                {"text": "a", "lines": "secret"},
                {"text": "a", "lines": [5]},
                {"text": "a", "needs": ["secret"]},
                {"text": "a", "options": ["secret"]},
                {"text": "a", "options": [{"text": "a", "later": "secret"}]},
                {"text": "a", "options": [{"goes": "secret"}]},
                {"text": "a", "cards": [{"title": "secret"}]},
                {"text": "a", "kind": "shape"},
                {"text": "a", "kind": "shape", "sliders": []},
                {"text": "a", "kind": "shape", "sliders": ["size", "secret"]},
                {"text": "a", "kind": "cards"},
                {"text": "a", "kind": "cards", "cards": []},
                {"text": "a", "kind": "choose", "kit": "secret"},
                {"text": "a", "kind": "look", "seconds": 10**30},
                {"text": "a", "kind": "look", "seconds": -1},
            )
        ),
        [],
        "secret",
        None,
    ],
)
def test_what_is_no_practice(table: Any) -> None:
    with pytest.raises(ValueError) as caught:
        practice_of(table)
    assert "secret" not in str(caught.value) and caught.value.__suppress_context__


def test_a_practice_that_was_kept_with_a_field_that_is_gone_is_still_there() -> None:
    kept = {**GOOD, "steps": [{"text": "Look.", "fixed": True}]}
    assert practice_of(kept) == practice_of(GOOD)
