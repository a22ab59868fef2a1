"""What one card says and offers, whatever kinds of words it is for."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import pytest

from guesthouse.content.heavy_cards import load_heavy_cards
from guesthouse.domain.heavy_cards import WAYS, Way, in_order, together, ways
from guesthouse.domain.heavy_kinds import PLAIN, Kind

CARDS = load_heavy_cards(Path(__file__).parents[2] / "resources" / "heavy_cards", "en")
SETS = [frozenset(some) for size in range(1, len(Kind) + 1) for some in combinations(Kind, size)]


def test_nothing_that_is_pressing_is_lost_and_nothing_lesser_stands_beside_it() -> None:
    for standing, came in product([frozenset(), *SETS], SETS):
        said = together(standing, came)
        assert said & PLAIN == (standing | came) & PLAIN
        assert not said & PLAIN or said <= PLAIN
        assert said


@pytest.mark.parametrize("kinds", SETS)
def test_the_most_pressing_is_said_first_and_no_way_is_offered_twice(kinds: frozenset[Kind]) -> None:
    card = CARDS.card(kinds, emergency="999", hide_key="F9")
    assert [kind for kind, _ in card.passages if kind is not Kind.DANGER] == in_order(kinds - {Kind.DANGER})
    assert card.passages[0][1] == CARDS.said[in_order(kinds)[0]].text
    assert len(set(card.ways)) == len(card.ways)
    assert set(card.ways) == {way for kind in kinds for way in WAYS[kind]}


def test_from_every_card_one_can_go_on_as_one_was() -> None:
    for kind in Kind:
        assert {Way.ON, Way.CLOSE} & set(ways({kind})), kind


def test_whose_life_it_is_about_decides_what_is_said_of_danger() -> None:
    both = CARDS.card({Kind.SELF, Kind.DANGER}, emergency="112", hide_key="")
    assert both.note.endswith("If your life is in danger now, call 112.")
    assert both.note.count("call") == 1
    nowhere = CARDS.card({Kind.SELF}, emergency="", hide_key="")
    assert nowhere.note.endswith("If your life is in danger now, call the emergency number of the place you are in.")


def test_the_key_that_hides_is_named_where_there_is_one() -> None:
    keyed = CARDS.card({Kind.DANGER}, emergency="112", hide_key="F4").passages[1][1]
    keyless = CARDS.card({Kind.DANGER}, emergency="112", hide_key="").passages[1][1]
    assert "F4 turns" in keyed and "Settings" in keyless and "{" not in keyed + keyless


def test_where_no_country_was_chosen_it_is_said_whose_number_it_is() -> None:
    said = "Country: Chile. Support has others."
    for kinds in ({Kind.SELF}, {Kind.SOMEONE}, {Kind.DANGER}, {Kind.LOSS}, {Kind.SELF, Kind.DANGER}):
        chosen = CARDS.card(kinds, emergency="133", hide_key="F9")
        guessed = CARDS.card(kinds, emergency="133", hide_key="F9", guessed="Chile")
        assert guessed.note == f"{chosen.note} {said}" and "Chile" not in chosen.note
        assert guessed.passages == chosen.passages, "its words stay as they are"
    for kinds in ({Kind.LOT}, {Kind.EVENT}):
        assert "Chile" not in CARDS.card(kinds, emergency="133", hide_key="", guessed="Chile").note, "no number is said"
    assert "Chile" not in CARDS.card({Kind.SELF}, emergency="", hide_key="", guessed="Chile").note
