"""A phrase as one would say it is one of the ways in which it is looked for."""

from __future__ import annotations

import pytest

from guesthouse.domain.heavy_examples import example, examples
from tests.domain.heavy_texts import shipped

SETS = {"want_to": ("want to", "wish to"), "odd": ("a|b c",)}


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("kill myself", "kill myself"),
        ("{want_to} die|vanish (soon)", "want to die"),
        ("(i am) not safe [on my own|alone]", "not safe on my own"),
        ("suicid*", "suicid*"),
        ("{odd} d", "a c d"),
        ("no {such} set", "no set"),
        ("", ""),
    ],
)
def test_the_first_way_to_say_it(phrase: str, said: str) -> None:
    assert example(phrase, SETS) == said


def test_every_example_is_looked_for() -> None:
    words = shipped()
    every = [each for phrases in words.phrases.values() for each in phrases] + list(words.idioms)
    odd = [
        each.shown
        for each in every
        if tuple(words.spelling.read(example(each.shown, words.sets)).words) not in each.ways
    ]
    assert odd == []


def test_there_are_as_many_as_are_asked_for_and_each_once() -> None:
    assert examples(("a", "a|b", "c", "d"), {}, 2) == ("a", "c")
    assert examples((), {}, 2) == ()
