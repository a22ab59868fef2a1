"""The comfort kit, on plain and encrypted files: filled once, then the person's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.errors import DiskFull, ReadOnly
from guesthouse.house import House
from guesthouse.services.changes import Changes
from tests.safety.hands import SECRET, contents

ODD = "no\u00a0break\u2028line \0 nul שלום \u202eabc\u202c 👩‍🚀 e\u0301 " + "long " * 20_000 + "end"


def words(house: House, shelf: Shelf) -> list[str]:
    return [comfort.words for comfort in house.kit.on(shelf)]


def test_it_begins_with_a_few_examples_and_what_is_emptied_stays_empty(
    house: House, open_again: Callable[[], House]
) -> None:
    first = {shelf: words(house, shelf) for shelf in Shelf}
    assert all(first.values()) and all(len(set(each)) == len(each) for each in first.values())
    house = open_again()
    assert {shelf: words(house, shelf) for shelf in Shelf} == first
    for comfort in house.kit.on(Shelf.WORDS):
        house.kit.remove(comfort.id)
    house = open_again()
    assert words(house, Shelf.WORDS) == [] and words(house, Shelf.COMFORTS) == first[Shelf.COMFORTS]
    for shelf in Shelf:
        for comfort in house.kit.on(shelf):
            house.kit.remove(comfort.id)
    house = open_again()
    assert not any(words(house, shelf) for shelf in Shelf), "whoever empties it has an empty one"


def test_added_changed_swapped(house: House, open_again: Callable[[], House]) -> None:
    before = house.kit.on(Shelf.PEOPLE)
    one, other = house.kit.add(Shelf.PEOPLE, "  Ada ", " by the sea\n"), house.kit.add(Shelf.PEOPLE, "Bo")
    assert one is not None and other is not None and house.kit.add(Shelf.PEOPLE, " \u200b") is None
    house.kit.swap(one.id, other.id)
    house.kit.change(replace(other, words="Bo, on Sundays"))
    house.kit.change(replace(one, words=" "))
    after = open_again().kit.on(Shelf.PEOPLE)
    expected = [Comfort(other.id, Shelf.PEOPLE, "Bo, on Sundays"), Comfort(one.id, Shelf.PEOPLE, "Ada", "by the sea")]
    assert after == [*before, *expected]


def test_only_things_of_one_shelf_change_places(house: House, told: list[Changes]) -> None:
    here, there = house.kit.on(Shelf.WORDS), house.kit.on(Shelf.COMFORTS)
    house.kit.swap(here[1].id, there[0].id)
    house.kit.swap(here[0].id, here[0].id)
    house.kit.swap(here[0].id, "nobody")
    assert (house.kit.on(Shelf.WORDS), house.kit.on(Shelf.COMFORTS), told) == (here, there, [])


def test_to_the_byte(house: House, open_again: Callable[[], House]) -> None:
    house.kit.add(Shelf.COMFORTS, ODD, ODD + "\ud83d")
    last = open_again().kit.on(Shelf.COMFORTS)[-1]
    assert (last.words, last.detail) == (ODD, ODD + "\ufffd")


@pytest.mark.parametrize("trouble", [ReadOnly, DiskFull])
def test_where_it_cannot_be_filled_the_examples_are_shown_and_kept_with_the_first_change(
    house: House, monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    def refuse(*_: object) -> None:
        raise trouble

    with monkeypatch.context() as patched:
        patched.setattr(house.kit._kit, "begin", refuse)
        shown = house.kit.on(Shelf.WORDS)
        assert shown and house.kit.on(Shelf.WORDS) == shown and all(comfort.id for comfort in shown)
        with pytest.raises(trouble):
            house.kit.add(Shelf.WORDS, "mine")
        with pytest.raises(trouble):
            house.kit.change(replace(shown[0], words="mine"))
    house.kit.change(replace(shown[0], words="mine"))
    house.kit.swap(shown[0].id, shown[1].id)
    assert house.kit.on(Shelf.WORDS) == [shown[1], replace(shown[0], words="mine"), *shown[2:]]
    assert words(house, Shelf.PEOPLE)


def test_the_first_look_tells_nothing_and_each_change_is_told(house: House, told: list[Changes]) -> None:
    me = object()
    first, second, *_ = house.kit.on(Shelf.WORDS)
    assert told == []
    house.kit.add(Shelf.WORDS, "mine", origin=me)
    house.kit.change(replace(first, words="mine, too"), origin=me)
    house.kit.swap(first.id, second.id, origin=me)
    house.kit.remove(first.id, origin=me)
    house.kit.remove(first.id, origin=me)
    assert [(each.kit, each.origin is me) for each in told] == [(True, True)] * 4


def test_taken_out_for_good(house: House, tmp_path: Path) -> None:
    for number in range(60):
        house.kit.add(Shelf.WORDS, f"other {number} " * (number * 7 % 30 + 1))
    mine = house.kit.add(Shelf.WORDS, f"{SECRET} " * 30, SECRET)
    assert mine is not None
    house.kit.change(replace(mine, words=f"{SECRET} " * 300))
    house.kit.remove(mine.id)
    assert [name for name, data in contents(tmp_path).items() if SECRET.encode() in data] == []
