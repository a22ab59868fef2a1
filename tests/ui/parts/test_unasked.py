"""Of what is shown where nobody asked for it: heavy words are left out wherever they stand, and nothing else is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.ui.parts.unasked import comforts_unasked, entry_unasked, guests_unasked, practices_unasked

HEAVY = "heavy"


class Book:
    """Guests, the latest first."""

    def __init__(self, *guests: tuple[str, str | None]) -> None:
        self._guests = [SimpleNamespace(words=words, theme=theme) for words, theme in guests]

    def find(self, *, limit: int, offset: int) -> list[Any]:
        return self._guests[offset : offset + limit]


def house(**rooms: object) -> Any:
    """What is heavy here has the word in it."""
    return SimpleNamespace(heavy=SimpleNamespace(may_come_unasked=lambda text: HEAVY not in text), **rooms)


def test_guests_come_but_for_heavy_words_or_themes_and_so_many_as_are_wanted() -> None:
    book = Book(("one", HEAVY), (HEAVY, None), ("two", "a theme"), *[(HEAVY, None)] * 30, ("three", None), ("four", ""))
    assert [guest.words for guest in guests_unasked(house(guest_book=book), 2)] == ["two", "three"]
    assert [guest.words for guest in guests_unasked(house(guest_book=book), 9)] == ["two", "three", "four"]


@pytest.mark.parametrize("where", ["title", "noticing", "text"])
def test_an_entry_comes_but_for_heavy_words_anywhere_in_it(where: str) -> None:
    plain = {"title": "Sunday", "noticing": "tired", "text": "A long day."}
    assert entry_unasked(house(), SimpleNamespace(**plain))  # type: ignore[arg-type]
    assert not entry_unasked(house(), SimpleNamespace(**plain | {where: HEAVY}))  # type: ignore[arg-type]


def test_comforts_come_but_for_heavy_ones() -> None:
    tea, other = (Comfort(words, Shelf.COMFORTS, words) for words in ("tea", HEAVY))
    assert comforts_unasked(house(), [other, tea]) == [tea]


def test_practices_come_and_of_ones_own_all_but_heavy_ones() -> None:
    def practice(title: str, purpose: str, *, own: bool) -> SimpleNamespace:
        return SimpleNamespace(title=title, purpose=purpose, own=own)

    known, mine = practice(f"A {HEAVY} day", "", own=False), practice("Mine", "For me", own=True)
    heavy = [practice(HEAVY, "For me", own=True), practice("Mine", HEAVY, own=True)]
    shelf = SimpleNamespace(all=lambda: [known, *heavy, mine])
    assert practices_unasked(house(practices=shelf)) == [known, mine]
