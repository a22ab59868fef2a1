"""The journal on plain and encrypted files: kept to the byte, found in the right order, gone without a trace."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from guesthouse.domain.journal import Entry, Wanted
from guesthouse.domain.words import words_in
from guesthouse.house import House
from guesthouse.services.changes import Changes
from guesthouse.storage.connection import Place, reader
from tests.safety.hands import SECRET, Clock, contents, let_in

ODD = "no\u00a0break\u2028line \0 nul\r\ncarriage \ufeff שלום 👩‍🚀 e\u0301\n\n"


def write(house: House, text: str, title: str = "", **facts: object) -> Entry:
    entry = replace(house.journal.begin(), text=text, title=title, **facts)  # type: ignore[arg-type]
    return house.journal.keep(entry)


def found(house: House, text: str = "", **wanted: object) -> list[str]:
    """The texts that are found, in their order."""
    asked = house.journal.find(Wanted(text=text, **wanted))  # type: ignore[arg-type]
    entries = (house.journal.entry(line.id) for line in house.journal.lines(asked, 0, 999))
    return [entry.text for entry in entries if entry is not None]


class TestKeeping:
    def test_to_the_byte(self, house: House, open_again: Callable[[], House]) -> None:
        entry = write(house, ODD, "A title", tags=("work", "brushed aside"), noticing="a tight throat")
        again = open_again().journal.entry(entry.id)
        assert again is not None
        assert (again.text, again.title, again.noticing) == (ODD, "A title", "a tight throat")
        assert again.tags == ("work", "brushed aside") and again.written == entry.written

    def test_two_megabytes(self, house: House) -> None:
        text = "somewhere a word " * 120_000 + "needlework"
        write(house, text)
        assert found(house, "needlew") == [text]

    def test_nothing_is_told_of_what_did_not_change(self, house: House, told: list[Changes]) -> None:
        me = object()
        entry = house.journal.keep(replace(house.journal.begin(), text="a"), origin=me)
        house.journal.keep(entry, origin=me)
        house.journal.keep(replace(house.journal.begin(), text=" \n"), origin=me)
        assert [(each.entries, each.origin is me) for each in told] == [(True, True)]

    def test_several_a_day_by_their_hours_and_another_hour_moves_one(self, house: House) -> None:
        first, _, third = write(house, "first"), write(house, "second"), write(house, "third")
        assert found(house) == ["third", "second", "first"]
        house.journal.keep(replace(first, written=third.written + timedelta(minutes=1)))
        assert found(house) == ["first", "third", "second"]

    def test_where_one_left_off(self, house: House) -> None:
        assert house.journal.last() is None
        first = write(house, "first")
        write(house, "second")
        house.journal.keep(replace(first, text="first again"))
        assert house.journal.last() == first.id


class TestFinding:
    def test_the_order_title_and_tags_then_side_by_side_then_the_rest(self, house: House) -> None:
        write(house, "a hard day, and a grey sky over it")
        write(house, "grey, then hard")
        write(house, "the hard grey stone")
        write(house, "words", "Hard and grey")
        write(house, "more words", tags=("hard", "grey"))
        assert found(house, "hard grey") == [
            "more words",
            "words",
            "the hard grey stone",
            "grey, then hard",
            "a hard day, and a grey sky over it",
        ]

    def test_a_phrase_reaches_over_lines_and_not_from_title_into_text(self, house: House) -> None:
        write(house, "of\n\n> course it hurt")
        write(house, "it hurt", "Of course")
        assert found(house, '"of course it"') == ["of\n\n> course it hurt"]
        assert found(house, '"of course it hurt yesterday"') == []

    def test_a_phrase_whose_pairs_all_stand_apart_is_no_phrase(self, house: House) -> None:
        write(house, "one two, and two three")
        assert found(house, '"one two three"') == [] and found(house, '"two three"') != []

    @pytest.mark.parametrize(
        "query", ['"', "a OR b", "title:x", "NEAR(a b)", "*", "^a", "a*", "-a", "(", "{a}: b", "\0"]
    )
    def test_no_syntax_can_be_typed(self, house: House, query: str) -> None:
        write(house, "a b or near title x")
        assert isinstance(found(house, query), list)

    def test_filters_together(self, house: House) -> None:
        guest = let_in(house, "I am too much").guest_id
        assert guest is not None
        day = write(house, "one", tags=("Work",), guests=(guest,)).written.date()
        write(house, "two", tags=("work",))
        write(house, "three", guests=(guest,))
        assert found(house, tag="WORK") == ["two", "one"] and found(house, tag="work", guest=guest) == ["one"]
        assert found(house, "two", tag="work") == ["two"] and found(house, "three", tag="work") == []
        assert found(house, first=day, last=day) == ["three", "two", "one"]
        assert found(house, first=day + timedelta(days=1)) == []
        assert found(house, on=(day.month, day.day)) and not found(house, on=(day.month % 12 + 1, 1))
        assert house.journal.thoughts() == {guest}
        house.guest_book.forget(guest)
        assert found(house, guest=guest) == [] and len(found(house)) == 3

    def test_days_of_a_month_are_local_days(self, house: House, clock: Clock) -> None:
        late = house.journal.begin().written.replace(hour=23, minute=59)
        house.journal.keep(replace(house.journal.begin(), text="late", written=late))
        house.journal.keep(replace(house.journal.begin(), text="next", written=late + timedelta(minutes=2)))
        first = late.date()
        assert house.journal.written_days(first, first) == {first: 1}
        assert house.journal.written_days(first, first + timedelta(days=1)) == {
            first: 1,
            first + timedelta(days=1): 1,
        }
        assert house.journal.written_days(date(1999, 1, 1), date(1999, 1, 31)) == {}

    def test_the_line_shows_the_place(self, house: House) -> None:
        write(house, "filler " * 3000 + "the half-remembered phrase " + "filler " * 50, "A title")
        asked = house.journal.find(Wanted(text="remembered phr"))
        (line,) = house.journal.lines(asked, 0, 9)
        assert [line.opening[start:end] for start, end in line.marks] == ["remembered", "phrase"]

    def test_the_index_agrees_after_a_thousand_changes(self, house: House, tmp_path: Path, key: bytes | None) -> None:
        chance = random.Random(5)
        vocabulary = ["a", "ab", "abc", "grey", "sky", "über", "naïve", "悲", "😢", "hard"]
        kept: dict[str, Entry] = {}
        for _ in range(1000):
            known = chance.choice(list(kept)) if kept and chance.random() < 0.7 else None
            if known and chance.random() < 0.2:
                house.drawer.erase([known])
                del kept[known]
                continue
            entry = kept[known] if known else house.journal.begin()
            text = " ".join(chance.choices(vocabulary[: chance.randint(1, 10)], k=chance.choice([3, 30, 900])))
            entry = house.journal.keep(replace(entry, text=text, title=chance.choice(vocabulary)))
            kept[entry.id] = entry
            if chance.random() < 0.3:
                house.journal.leave(entry.id)
        for word in vocabulary:
            by_search = {line.id for line in house.journal.lines(house.journal.find(Wanted(text=f'"{word}"')), 0, 9999)}
            folded = words_in(word)
            by_eye = {
                entry.id
                for entry in kept.values()
                if any(part in words_in(entry.text) + words_in(entry.title) for part in folded)
            }
            assert by_search == by_eye
        connection = reader(Place(tmp_path / "guesthouse.db", tmp_path, key))
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()


class TestTags:
    def test_renamed_merged_removed(self, house: House) -> None:
        write(house, "one", tags=("work", "home"))
        write(house, "two", tags=("Job",))
        house.journal.rename_tag("job", "Work")
        assert [(tag.name, tag.entries) for tag in house.journal.tags()] == [("home", 1), ("work", 2)]
        house.journal.rename_tag("WORK", "Wörk")
        assert found(house, "wörk") == ["two", "one"], "the search knows the new name"
        assert found(house, tag="work") == ["two", "one"]
        house.journal.remove_tag("wörk")
        assert [tag.name for tag in house.journal.tags()] == ["home"] and found(house, "wörk") == []

    def test_a_tag_nobody_carries_is_gone(self, house: House) -> None:
        entry = write(house, "one", tags=("work",))
        house.journal.keep(replace(entry, tags=()))
        assert house.journal.tags() == []

    def test_one_in_the_drawer_does_not_count(self, house: House) -> None:
        house.drawer.put([write(house, "one", tags=("work",)).id])
        assert house.journal.tags() == []


class TestDrawer:
    def test_thirty_days_then_for_good(
        self, house: House, clock: Clock, open_again: Callable[[], House], tmp_path: Path
    ) -> None:
        entry = write(house, f"my {SECRET} words", tags=(SECRET,))
        house.drawer.put([entry.id])
        assert found(house) == [] and found(house, SECRET) == []
        clock.now += timedelta(days=29, hours=23)
        assert [line.id for line in open_again().drawer.lines()] == [entry.id]
        clock.now += timedelta(hours=2)
        house = open_again()
        assert house.drawer.lines() == [] and house.journal.entry(entry.id) is None

    def test_taken_back_as_it_was(self, house: House) -> None:
        entry = write(house, "mine", "A title", tags=("work",))
        house.drawer.put([entry.id])
        house.drawer.take_back([entry.id])
        assert found(house, "mine") == ["mine"] and house.journal.entry(entry.id) == entry


@pytest.mark.parametrize("edited", [False, True])
def test_no_byte_of_what_is_gone_stays(house: House, tmp_path: Path, edited: bool) -> None:
    words = f"{SECRET} and the {SECRET}e sentence " * 40
    entry = write(house, words, f"{SECRET} title", tags=(SECRET,), noticing=SECRET)
    write(house, "another one")
    assert len(found(house, SECRET)) == 1
    if edited:
        house.journal.keep(replace(entry, text="", title="harmless", tags=(), noticing=""))
        house.journal.leave(entry.id)
    else:
        house.drawer.erase([entry.id])
    held = {name: data.lower() for name, data in contents(tmp_path).items()}
    assert [name for name, data in held.items() if SECRET.encode() in data] == []
