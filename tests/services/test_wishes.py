"""What a person wishes for, on plain and encrypted files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.practice import Element, Sense, Tone
from guesthouse.domain.tones import Tones, plainer
from guesthouse.house import House
from guesthouse.services.changes import Changes


def test_neutral_at_first_and_nothing_is_off(house: House) -> None:
    assert house.wishes.tones() == Tones() and house.wishes.off() == frozenset()
    assert {Tones().of(element) for element in Element} == {Tone.NEUTRAL}


def test_the_person_makes_it_warmer(house: House, open_again: Callable[[], House]) -> None:
    house.wishes.set_tone(Tone.WARM)
    assert {open_again().wishes.tones().of(element) for element in Element} == {Tone.WARM}


@pytest.mark.parametrize(
    ("usual", "of", "lower"),
    [
        (Tone.WARM, Tone.WARM, Tone.GENTLE),
        (Tone.WARM, Tone.GENTLE, Tone.NEUTRAL),
        (Tone.WARM, Tone.NEUTRAL, Tone.NEUTRAL),
        (Tone.GENTLE, Tone.WARM, Tone.GENTLE),
        (Tone.NEUTRAL, Tone.WARM, Tone.NEUTRAL),
    ],
)
def test_lower_in_one_element(
    house: House, open_again: Callable[[], House], usual: Tone, of: Tone, lower: Tone
) -> None:
    house.wishes.set_tone(usual)
    assert house.wishes.lower_tone(Element.KINDNESS, of) is lower
    tones = open_again().wishes.tones()
    assert tones.of(Element.KINDNESS) is lower and tones.of(Element.DEFUSE) is usual


def test_lower_and_lower_and_the_person_takes_it_back(house: House) -> None:
    house.wishes.set_tone(Tone.WARM)
    house.wishes.lower_tone(Element.KINDNESS, Tone.WARM)
    assert house.wishes.lower_tone(Element.KINDNESS, Tone.WARM) is Tone.GENTLE
    assert house.wishes.lower_tone(Element.KINDNESS, Tone.GENTLE) is Tone.NEUTRAL
    house.wishes.set_tone(Tone.GENTLE)
    assert house.wishes.tones() == Tones(Tone.GENTLE)


def test_senses_off_and_on_again(house: House, open_again: Callable[[], House]) -> None:
    house.wishes.switch(Sense.TOUCH, off=True)
    house.wishes.switch(Sense.CLOSED_EYES, off=True)
    house.wishes.switch(Sense.TOUCH, off=False)
    assert open_again().wishes.off() == {Sense.CLOSED_EYES}


def test_a_day_without_a_step(house: House, open_again: Callable[[], House]) -> None:
    assert house.wishes.not_now() is None
    house.wishes.say_not_now(date(2026, 11, 25))
    again = open_again()
    assert again.wishes.not_now() == date(2026, 11, 25)
    again.wishes.say_not_now(None)
    assert again.wishes.not_now() is None


def test_what_is_told(house: House, told: list[Changes]) -> None:
    me = object()
    house.wishes.set_tone(Tone.WARM, origin=me)
    house.wishes.lower_tone(Element.CONNECT, Tone.WARM, origin=me)
    house.wishes.switch(Sense.BREATH, off=True, origin=me)
    assert [(each.wishes, each.origin is me) for each in told] == [(True, True)] * 3


def test_what_cannot_be_read_is_as_at_first(house: House) -> None:
    house.wishes._wishes.keep({"tone": "hot", "tone-kindness": "5", "off-touch": "?"}, house.wishes._clock())
    assert house.wishes.tones() == Tones() and house.wishes.off() == frozenset()


@given(
    st.sampled_from(Tone), st.dictionaries(st.sampled_from(Element), st.sampled_from(Tone)), st.sampled_from(Element)
)
def test_never_warmer_than_was_chosen(usual: Tone, lower: dict[Element, Tone], element: Element) -> None:
    assert Tones(usual, lower).of(element).rank <= usual.rank
    assert plainer(usual, Tone.NEUTRAL) is Tone.NEUTRAL and plainer(usual, Tone.WARM) is usual
