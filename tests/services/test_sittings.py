"""Practices as they are done, on plain and encrypted files: kept to the byte, taken up again, moved, gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guesthouse.domain.practice import Practice
from guesthouse.domain.sitting import Kept, Sitting, Standing, State, Verdict
from guesthouse.domain.thought import storable
from guesthouse.errors import DiskFull
from guesthouse.house import House
from guesthouse.services.changes import Changes
from tests.safety.hands import SECRET, Clock, contents

ODD = [
    "no\u00a0break\u2028line\u2029and \0 nul\r\ncarriage\rreturn \ufeff",
    "שלום \u202eعليكم\u202c 👩‍🚀 e\u0301 ﷽",
    "a word of it " * 8_000,
    " \n\t",
    '"quoted" \\ {gap} %s \' ; --',
]
TEXTS = st.text(max_size=200).map(storable)


@pytest.fixture
def practice(house: House) -> Practice:
    """Feet and floor."""
    found = house.practices.one("ack-feet")
    assert found is not None
    return found


@pytest.fixture
def sitting(house: House, practice: Practice) -> Sitting:
    """One that goes on."""
    return house.sittings.begin(practice)


def again(house: House, sitting: Sitting) -> Sitting:
    found = house.sittings.one(sitting.id)
    assert found is not None
    return found


@pytest.mark.parametrize("text", ODD)
def test_answers_to_the_byte(house: House, sitting: Sitting, open_again: Callable[[], House], text: str) -> None:
    house.sittings.answer(sitting.id, "line", text)
    house.sittings.answer(sitting.id, "list", [text, "", text])
    found = again(open_again(), sitting)
    assert found.answers == {"line": text, "list": [text, "", text]}
    assert found.began == sitting.began and found.began.utcoffset() == sitting.began.utcoffset()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, words=st.lists(TEXTS, max_size=4))
def test_any_answer(house: House, sitting: Sitting, text: str, words: list[str]) -> None:
    house.sittings.answer(sitting.id, "line", text)
    house.sittings.answer(sitting.id, "list", words)
    assert again(house, sitting).answers == {"line": text, "list": words}


def test_half_a_pair_is_no_character_and_loses_nothing_else(house: House, sitting: Sitting) -> None:
    house.sittings.answer(sitting.id, "line", "a \ud83d b \ude00")
    house.sittings.answer(sitting.id, "list", ["\ud83d", "\ud83d\ude00"])
    assert again(house, sitting).answers == {"line": "a \ufffd b \ufffd", "list": ["\ufffd", "😀"]}


def test_broken_off_and_taken_up_where_it_was(
    house: House, practice: Practice, open_again: Callable[[], House]
) -> None:
    first, last = house.sittings.begin(practice), house.sittings.begin(practice)
    house.sittings.answer(first.id, "line", "a word")
    house.sittings.at_step(first.id, 2)
    house = open_again()
    going = house.sittings.going()
    assert going is not None and (going.id, going.step, going.answers) == (first.id, 2, {"line": "a word"})
    house.sittings.finish(first.id)
    going = house.sittings.going()
    assert going is not None and going.id == last.id
    house.sittings.stop(last.id)
    assert house.sittings.going() is None
    assert [one.state for one in house.sittings.of(practice.id)] == [State.STOPPED, State.FINISHED]


def test_after_the_clock_was_set_back_the_newest_is_the_one_that_was_left(
    house: House, practice: Practice, clock: Clock
) -> None:
    first, second = house.sittings.begin(practice), house.sittings.begin(practice)
    house.sittings.at_step(first.id, 1)
    clock.now -= timedelta(days=2)
    newest = house.sittings.begin(practice)
    clock.now += timedelta(seconds=30)
    going = house.sittings.going()
    assert going is not None and going.id == newest.id
    house.sittings.stop(newest.id)
    going = house.sittings.going()
    assert going is not None and going.id == second.id, "no hour from before tells which was left last"


def test_what_has_ended_stays_as_it_ended(house: House, sitting: Sitting) -> None:
    house.sittings.finish(sitting.id)
    ended = again(house, sitting)
    house.sittings.stop(sitting.id)
    assert again(house, sitting) == ended and ended.state is State.FINISHED and ended.ended is not None


def test_one_whose_practice_is_gone_keeps_its_title(house: House, practice: Practice) -> None:
    mine = house.practices.keep_own(house.practices.make_own(practice))
    sitting = house.sittings.begin(mine)
    house.sittings.answer(sitting.id, "line", "mine")
    house.sittings.finish(sitting.id)
    house.practices.erase_own(mine.id)
    assert house.practices.one(mine.id) is None
    (kept,) = house.sittings.of(mine.id)
    assert (kept.title, kept.answers) == (practice.title, {"line": "mine"})
    assert house.practices.standings()[mine.id].done == 1


class TestStanding:
    def test_done_last_and_what_was_said(self, house: House, practice: Practice, clock: Clock) -> None:
        assert house.practices.standings() == {}
        first = house.sittings.begin(practice)
        house.sittings.finish(first.id)
        clock.now += timedelta(days=1)
        second = house.sittings.begin(practice)
        house.practices.favour(practice.id, True)
        house.practices.judge(practice.id, Verdict.NO)
        house.sittings.unwell("def-bus")
        standings = house.practices.standings()
        assert standings[practice.id] == Standing(Verdict.NO, True, 1, second.began, None)
        unwell = standings["def-bus"].unwell
        assert unwell is not None and clock.now - unwell < timedelta(seconds=5) and standings["def-bus"].done == 0

    def test_taken_back(self, house: House, practice: Practice) -> None:
        house.practices.judge(practice.id, Verdict.NO)
        house.practices.favour(practice.id, True)
        house.practices.judge(practice.id, None)
        house.practices.favour(practice.id, False)
        assert house.practices.standings()[practice.id] == Standing()

    def test_the_day_is_the_one_on_the_wall(self, house: House, practice: Practice, clock: Clock) -> None:
        clock.now = clock.now.replace(hour=1)  # two hours east of Greenwich, it is yesterday there
        house.sittings.finish(house.sittings.begin(practice).id)
        last = house.practices.standings()[practice.id].last
        assert last is not None and last.date() == clock.now.date()

    def test_an_erased_one_never_was(self, house: House, practice: Practice) -> None:
        first = house.sittings.begin(practice)
        house.sittings.finish(first.id)
        house.sittings.erase(first.id)
        assert house.practices.standings() == {} and house.sittings.of(practice.id) == []


class TestKeepInJournal:
    def test_the_words_are_there_and_only_there(self, house: House, sitting: Sitting) -> None:
        house.sittings.answer(sitting.id, "line", "mine")
        entry_id = house.sittings.keep_in_journal(sitting.id, "A title", "I wrote: mine")
        found = again(house, sitting)
        assert (found.kept, found.entry, found.answers) == (Kept.JOURNAL, entry_id, {})
        assert entry_id is not None
        entry = house.journal.entry(entry_id)
        assert entry is not None
        assert (entry.title, entry.text, entry.practice) == ("A title", "I wrote: mine", sitting.practice)

    def test_twice_is_once(self, house: House, sitting: Sitting) -> None:
        house.sittings.answer(sitting.id, "line", "mine")
        first = house.sittings.keep_in_journal(sitting.id, "", "mine")
        assert house.sittings.keep_in_journal(sitting.id, "", "") is None
        assert house.sittings.keep_in_journal(sitting.id, "", "other words") == first
        entry = house.journal.entry(first or "")
        assert entry is not None and entry.text == "mine", "what was written on there stays"

    def test_without_words_nothing_moves(self, house: House, sitting: Sitting) -> None:
        house.sittings.answer(sitting.id, "line", "mine")
        assert house.sittings.keep_in_journal(sitting.id, "A title", " \n") is None
        assert house.sittings.keep_in_journal("nobody", "A title", "text") is None
        assert again(house, sitting).answers == {"line": "mine"} and house.journal.last() is None

    def test_broken_off_half_way_and_done_again(
        self, house: House, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        house.sittings.answer(sitting.id, "line", "mine")
        store = house.sittings._sittings

        def full(*_: object) -> None:
            raise DiskFull

        for verb, entries in (("point_at", 0), ("move_words", 1)):
            with monkeypatch.context() as patched:
                patched.setattr(store, verb, full)
                with pytest.raises(DiskFull):
                    house.sittings.keep_in_journal(sitting.id, "", "mine")
            assert again(house, sitting).answers == {"line": "mine"} and again(house, sitting).kept is Kept.HERE
            assert (house.journal.last() is not None) is bool(entries)
        first = house.journal.last()
        assert house.sittings.keep_in_journal(sitting.id, "", "mine, and more") == first
        assert again(house, sitting).answers == {} and first is not None
        entry = house.journal.entry(first)
        assert entry is not None and entry.text == "mine, and more"

    def test_what_was_put_away_meanwhile_stays_there(self, house: House, sitting: Sitting) -> None:
        house.sittings.answer(sitting.id, "line", "mine")
        entry = house.journal.keep(replace(house.journal.begin(), text="away"))
        house.drawer.put([entry.id])
        house.sittings._sittings.point_at(sitting.id, entry.id, entry.written)
        kept = house.sittings.keep_in_journal(sitting.id, "", "mine")
        assert kept is not None and kept != entry.id


SENTENCE = f"{SECRET} and the {SECRET}e sentence " * 40


def remains(folder: Path) -> list[str]:
    return [name for name, data in contents(folder).items() if SECRET.encode() in data.lower()]


@pytest.mark.parametrize("gone", ["not kept", "erased", "moved", "taken back"])
def test_no_byte_of_what_is_gone_stays(house: House, practice: Practice, tmp_path: Path, gone: str) -> None:
    for number in range(30):
        other = house.sittings.begin(practice)
        house.sittings.answer(other.id, "line", f"other {number} " * (number * 7 % 40))
    sitting = house.sittings.begin(practice)
    for end in (3, 90, 7, len(SENTENCE)):
        house.sittings.answer(sitting.id, "line", SENTENCE[:end])
        house.sittings.answer(sitting.id, "list", [SENTENCE[:end], "x"])
    if gone == "taken back":
        for key in ("line", "list"):
            house.sittings.answer(sitting.id, key, "y")
        house.sittings.finish(sitting.id)
    elif gone == "erased":
        house.sittings.erase(sitting.id)
    elif gone == "not kept":
        house.sittings.keep_nothing(sitting.id)
    else:
        entry = house.sittings.keep_in_journal(sitting.id, "", SENTENCE)
        assert entry is not None
        house.drawer.erase([entry])
    assert remains(tmp_path) == []
    house.close()
    assert remains(tmp_path) == []


def test_a_late_word_after_the_words_have_left_is_passed_over(house: House, sitting: Sitting, tmp_path: Path) -> None:
    other = house.sittings.begin(house.practices.given()[0])
    house.sittings.answer(sitting.id, "line", SECRET)
    house.sittings.answer(other.id, "line", "mine")
    house.sittings.keep_nothing(sitting.id)
    house.sittings.keep_in_journal(other.id, "", "mine")
    for each, kept in ((sitting, Kept.NOWHERE), (other, Kept.JOURNAL)):
        house.sittings.answer(each.id, "line", SECRET)
        assert again(house, each).answers == {} and again(house, each).kept is kept
    assert remains(tmp_path) == []


def test_every_time_with_one_practice_is_erased_as_one(
    house: House, practice: Practice, tmp_path: Path, told: list[Changes]
) -> None:
    other = house.sittings.begin(house.practices.given()[3])
    for number in range(12):
        sitting = house.sittings.begin(practice)
        house.sittings.answer(sitting.id, "line", f"{SECRET} " * (number * 17 % 50 + 1))
        if number % 3:
            house.sittings.finish(sitting.id)
    told.clear()
    house.sittings.erase_of(practice.id)
    house.sittings.erase_of(practice.id)
    assert house.sittings.of(practice.id) == [] and practice.id not in house.practices.standings()
    going = house.sittings.going()
    assert going is not None and going.id == other.id and len(told) == 1
    assert remains(tmp_path) == []


def test_what_is_told(house: House, practice: Practice, told: list[Changes]) -> None:
    me = object()
    sitting = house.sittings.begin(practice, origin=me)
    house.sittings.answer(sitting.id, "line", "a")
    house.sittings.at_step(sitting.id, 1)
    house.sittings.finish(sitting.id, origin=me)
    house.sittings.unwell(practice.id, origin=me)
    house.sittings.keep_nothing(sitting.id, origin=me)
    house.sittings.erase(sitting.id, origin=me)
    house.sittings.erase(sitting.id, origin=me)
    assert [(each.practices, each.origin is me) for each in told] == [(True, True)] * 5
