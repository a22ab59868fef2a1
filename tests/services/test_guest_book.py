"""The book: found by what one remembers, named, and forgotten so that no byte is left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guesthouse.domain.visit import Departure
from guesthouse.house import House
from guesthouse.services.changes import Changes
from guesthouse.storage.connection import Place, reader
from tests.safety.hands import SECRET, contents, let_in


def words(house: House, text: str) -> list[str]:
    return sorted(guest.words for guest in house.guest_book.find(text))


def test_a_guest_is_found_by_words_and_by_theme_case_and_accents_aside(house: House) -> None:
    let_in(house, "Ich bin zu spät")
    named = let_in(house, "I never manage anything").guest_id
    assert named is not None
    house.guest_book.name(named, "the Später theme")

    assert words(house, "SPAT") == ["I never manage anything", "Ich bin zu spät"]
    assert words(house, "zu spat") == ["Ich bin zu spät"]
    assert words(house, "theme manage") == ["I never manage anything"]
    assert house.guest_book.count("spät") == 2 and house.guest_book.count("nothing like it") == 0


def test_pages_follow_one_another_without_gap_or_repeat(house: House) -> None:
    for number in range(25):
        let_in(house, f"thought {number}")
    pages = [house.guest_book.find("thought", limit=10, offset=offset) for offset in (0, 10, 20)]
    all_ = [house.guest_book.find(limit=10, offset=offset) for offset in (0, 10, 20)]

    assert [len(page) for page in pages] == [len(page) for page in all_] == [10, 10, 5]
    assert len({guest.id for page in pages for guest in page}) == 25
    assert [guest.words for page in all_ for guest in page] == [f"thought {number}" for number in range(24, -1, -1)]


def test_a_thought_is_named_by_its_words_however_they_were_written(house: House) -> None:
    let_in(house, "I will be found out")

    assert house.guest_book.name_thought("i will be  FOUND out!", "the impostor theme")
    assert [guest.theme for guest in house.guest_book.find()] == ["the impostor theme"]
    assert not house.guest_book.name_thought("never heard", "a theme")
    assert not house.guest_book.name_thought(" ", "a theme")
    assert len(house.guest_book.find()) == 1


def test_a_name_is_given_changed_and_taken_away(house: House, told: list[Changes]) -> None:
    guest_id = let_in(house, "I will be found out").guest_id
    assert guest_id is not None
    told.clear()
    themes = []
    for theme in (" the impostor ", "fraud \ud83d\ude1e", " \u200b", None):
        house.guest_book.name(guest_id, theme, origin=house)
        guest = house.guest_book.guest(guest_id)
        assert guest is not None and guest.words == "I will be found out"
        themes.append(guest.theme)

    assert themes == ["the impostor", "fraud 😞", None, None]
    assert told == [Changes(guests=True, origin=house)] * 4
    assert words(house, "impostor") == []
    house.guest_book.name("nobody", "a theme")
    assert len(told) == 4


@pytest.mark.parametrize("on_stage", [True, False])
def test_who_is_forgotten_leaves_no_word_in_any_table_index_or_file(
    open_again: Callable[[], House], tmp_path: Path, key: bytes | None, on_stage: bool
) -> None:
    house = open_again()
    for number in range(30):
        let_in(house, f"an ordinary thought {number}")
    guest_id = let_in(house, f"I am a {SECRET}").guest_id
    again = let_in(house, f"i am a {SECRET.upper()}!!")
    assert guest_id is not None and guest_id == again.guest_id and again.visit_id is not None
    house.guest_book.name(guest_id, f"the {SECRET} theme")
    house.guest_book.name(guest_id, f"another {SECRET} theme")
    if not on_stage:
        house.visitors.see_all_off(Departure.STOPPED)
    house.guest_book.forget(guest_id)

    assert house.guest_book.guest(guest_id) is None and house.guest_book.visits(guest_id) == []
    assert words(house, SECRET[:5]) == [] and house.guest_book.count() == 30
    assert rows_with(tmp_path, key, SECRET) == []
    files = contents(tmp_path)
    assert {"guesthouse.db", "guesthouse.db-wal"} <= set(files)
    assert [name for name, data in files.items() if SECRET[:6].encode() in data.lower()] == []
    house.visitors.see_off([again.visit_id], Departure.OVER_THE_HILL)
    assert open_again().guest_book.count() == 30


def rows_with(folder: Path, key: bytes | None, text: str) -> list[str]:
    """The tables of the file, those of the index too, in which a text stands in some column."""
    connection = reader(Place(folder / "guesthouse.db", folder, key))
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = []
    for table in tables:
        if table in ("entries_search", "entries_pairs"):
            continue  # they have no rows of their own to show; the tables they stand on are in the list
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
        if any(
            text in (cell.decode("latin-1") if isinstance(cell, bytes) else str(cell)).lower()
            for row in rows
            for cell in row
        ):
            found.append(table)
    connection.close()
    assert {"guests", "visits", "guests_search_data", "guests_search_content"} <= set(tables)
    return found


def test_the_look_into_every_table_sees_words(house: House, tmp_path: Path, key: bytes | None) -> None:
    let_in(house, f"I am a {SECRET}")

    assert {"guests", "guests_search_content", "guests_search_data"} <= set(rows_with(tmp_path, key, SECRET))


def test_a_guest_forgotten_comes_again_as_a_new_one(house: House, told: list[Changes]) -> None:
    first = let_in(house, "here we are")
    assert first.guest_id is not None
    told.clear()
    house.guest_book.forget(first.guest_id, origin=house)
    house.guest_book.forget(first.guest_id)
    assert told == [Changes(guests=True, visits=True, origin=house)]
    again = let_in(house, "here we are")

    assert again.guest_id != first.guest_id and not again.returning and again.seed == first.seed
    assert house.guest_book.find()[0].visits == 1


@pytest.mark.parametrize("key", [None])
def test_somebody_who_reads_meanwhile_delays_the_last_trace_only_until_the_house_closes(
    open_again: Callable[[], House], tmp_path: Path, key: bytes | None
) -> None:
    """`check` or a backup may hold on to an older state of the file; then its log cannot be cut at once."""
    house = open_again()
    guest_id = let_in(house, f"I am a {SECRET}").guest_id
    assert guest_id is not None
    other = reader(Place(tmp_path / "guesthouse.db", tmp_path, key))
    other.execute("BEGIN").fetchone()
    assert other.execute("SELECT count(*) FROM guests").fetchone() == (1,)
    house.guest_book.forget(guest_id)
    assert house.guest_book.count() == 0
    other.close()
    open_again()

    assert [name for name, data in contents(tmp_path).items() if SECRET.encode() in data] == []


def test_it_knows_who_has_been_a_guest(house: House) -> None:
    let_in(house, "I will be found out")
    assert house.guest_book.knows("i will be  FOUND out!")
    assert not house.guest_book.knows("never heard") and not house.guest_book.knows(" ")
