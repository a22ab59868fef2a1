"""The door: let in and kept, let in and never written, seen off, half-typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guesthouse.domain.thought import MAX_CHARACTERS, Wording, fold
from guesthouse.domain.visit import Departure
from guesthouse.errors import ThoughtTooLong
from guesthouse.house import House
from guesthouse.services.changes import Changes
from tests.safety.hands import SECRET, Clock, contents, let_in


def traces(folder: Path, text: str) -> list[str]:
    """The files in which a word of the text stands, in any case and width of characters."""
    forms = {form.encode(code) for form in (text, fold(text)) for code in ("utf-8", "utf-16-le", "utf-16-be")}
    return [name for name, data in contents(folder).items() if any(form in data.lower() for form in forms)]


def test_a_thought_that_is_kept_is_there_at_the_next_opening(open_again: Callable[[], House]) -> None:
    arrival = let_in(open_again(), "I am not good enough")
    (guest,) = open_again().guest_book.find()

    assert (guest.id, guest.words, guest.visits) == (arrival.guest_id, "I am not good enough", 1)
    assert (arrival.words, arrival.seed, arrival.returning) == (guest.words, guest.seed, False)


def test_the_same_thought_said_again_is_the_same_guest_with_the_same_looks(house: House) -> None:
    first = let_in(house, "I am not good enough")
    again = let_in(house, "“i AM not   good enough!”")

    assert (again.guest_id, again.seed) == (first.guest_id, first.seed)
    assert again.returning and not first.returning
    assert again.visit_id != first.visit_id and again.words == "“i AM not   good enough!”"
    (guest,) = house.guest_book.find()
    assert guest.visits == 2 and guest.words == "I am not good enough"


def test_a_visit_holds_arrival_departure_scene_and_wording(house: House, clock: Clock) -> None:
    arrival = house.visitors.let_in("Who do I think I am", scene="stream", wording=Wording.NOTICING, keep=True)
    came = clock.now
    assert arrival.visit_id is not None and arrival.guest_id is not None
    house.visitors.see_off([arrival.visit_id], Departure.OVER_THE_HILL)
    (visit,) = house.guest_book.visits(arrival.guest_id)

    assert (visit.arrived, visit.departed, visit.departure) == (came, clock.now, Departure.OVER_THE_HILL)
    assert (visit.scene, visit.wording, visit.words) == ("stream", Wording.NOTICING, "Who do I think I am")


@pytest.mark.parametrize("key", [None])
def test_what_is_not_to_be_written_down_is_nowhere(
    house: House, tmp_path: Path, told: list[Changes], open_again: Callable[[], House]
) -> None:
    before = contents(tmp_path)
    arrival = let_in(house, f"I am a {SECRET}, really", keep=False)

    assert (arrival.visit_id, arrival.guest_id, arrival.returning) == (None, None, False)
    assert contents(tmp_path) == before and told == []
    assert house.guest_book.count() == 0
    open_again()
    assert traces(tmp_path, SECRET) == []


def test_a_known_guest_is_known_when_not_written_down_and_its_visit_is_not_counted(house: House) -> None:
    first = let_in(house, "Not again")
    arrival = let_in(house, "not again!", keep=False)

    assert arrival.returning and arrival.seed == first.seed and arrival.visit_id is None
    assert house.guest_book.find()[0].visits == 1


@pytest.mark.parametrize("words", ["", "  \n\t", "\u200b", "\0"])
@pytest.mark.parametrize("keep", [True, False])
def test_no_words_are_no_thought(house: House, told: list[Changes], words: str, keep: bool) -> None:
    with pytest.raises(ValueError, match="no words"):
        let_in(house, words, keep=keep)
    assert told == [] and house.guest_book.count() == 0


@pytest.mark.parametrize("sign", ["x", "😞", "\u0301", "\0x", "ﷺ", "a\n"])
def test_as_many_characters_as_may_be_are_kept_and_one_more_is_refused(house: House, sign: str) -> None:
    most = (sign * MAX_CHARACTERS)[:MAX_CHARACTERS]
    arrival = let_in(house, most)
    assert arrival.guest_id is not None
    with pytest.raises(ThoughtTooLong):
        let_in(house, most + "x")
    with pytest.raises(ThoughtTooLong):
        let_in(house, most + "x", keep=False)

    assert [guest.words for guest in house.guest_book.find()] == [most]
    assert house.guest_book.visits(arrival.guest_id)[0].words == most


DIFFICULT = {
    "NUL": "before\0after",
    "several lines": "one\r\ntwo\n\nthree\ttabbed\x0b\x0c\x85\u2028end",
    "composed and decomposed": "caf\u00e9 cafe\u0301 \u212b",
    "a tower of marks": "Z\u0351\u036b\u0343\u036a\u0302\u0345alg\u0321\u0322o",
    "right to left": "\u202bאני לא \u202eמספיק\u202c טוב 123\u200f",
    "a family": "👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪 ❤️",
    "no character at all": "\uffff \ufffe \U0010ffff \ufdd0",
    "to be mistaken for code": "'; DROP TABLE guests; -- \" %s {0} \\ <b>&amp;",
    "the mark of an order": "\ufeffwith a mark before",
    "spaces around": "  two before, one after ",
}


@pytest.mark.parametrize("words", DIFFICULT.values(), ids=DIFFICULT.keys())
def test_words_are_kept_byte_for_byte(open_again: Callable[[], House], words: str) -> None:
    arrival = let_in(open_again(), words)
    open_again().visitors.keep_draft(words)
    house = open_again()
    (guest,) = house.guest_book.find()

    assert arrival.words.encode() == guest.words.encode() == words.encode()
    assert house.guest_book.visits(guest.id)[0].words.encode() == words.encode()
    assert house.visitors.draft().encode() == words.encode()
    assert house.guest_book.find(words) == [guest]


def test_half_a_character_is_let_in_as_the_sign_for_it(house: House) -> None:
    """It is no character and no file can hold it; the pair of halves that some keyboards send is one."""
    assert let_in(house, "half \ud83d of it").words == "half \ufffd of it"
    assert let_in(house, "whole \ud83d\ude1e").words == "whole 😞"
    house.visitors.keep_draft("\udead")
    assert house.visitors.draft() == "\ufffd"
    assert house.guest_book.find("\ud800") == house.guest_book.find("\ufffd")


def test_who_is_on_stage_goes_when_the_app_closes_with_that_hour(open_again: Callable[[], House], clock: Clock) -> None:
    house = open_again()
    gone = let_in(house, "gone before").visit_id
    let_in(house, "still here")
    assert gone is not None
    house.visitors.see_off([gone], Departure.OVER_THE_HILL)
    house.close()
    closed = clock.now
    again = open_again()
    ended = {guest.words: again.guest_book.visits(guest.id)[0] for guest in again.guest_book.find()}

    assert ended["gone before"].departure is Departure.OVER_THE_HILL
    assert (ended["still here"].departure, ended["still here"].departed) == (Departure.APP_CLOSED, closed)


def test_who_has_gone_or_was_never_here_is_passed_over(house: House, told: list[Changes]) -> None:
    visit_id = let_in(house, "once").visit_id
    assert visit_id is not None
    house.visitors.see_off([visit_id], Departure.STOPPED, origin=house)
    told.clear()
    house.visitors.see_off([visit_id, "nobody"], Departure.OVER_THE_HILL)
    house.visitors.see_off([], Departure.OVER_THE_HILL)

    assert told == []


def test_every_change_is_told_once_with_who_asked(house: House, told: list[Changes]) -> None:
    me = object()
    visit_id = let_in(house, "tell it", origin=me).visit_id
    assert visit_id is not None
    house.visitors.see_off([visit_id], Departure.STOPPED, origin=me)
    house.visitors.keep_draft("half")
    house.visitors.keep_draft("half")
    house.visitors.drop_draft()
    house.visitors.drop_draft()

    assert told == [
        Changes(guests=True, visits=True, origin=me),
        Changes(visits=True, origin=me),
        Changes(draft=True),
        Changes(draft=True),
    ]


def test_what_is_told_is_on_the_disk_already(house: House, tmp_path: Path, key: bytes | None) -> None:
    seen: list[int] = []
    house.changes.subscribe(lambda _: seen.append(house.guest_book.count()))
    let_in(house, "first stored, then told")

    assert seen == [1]
    assert key or traces(tmp_path, "first stored, then told") == ["guesthouse.db-wal"]


def test_what_is_half_typed_is_kept_at_once_and_leaves_no_trace_when_dropped(
    open_again: Callable[[], House], tmp_path: Path, key: bytes | None
) -> None:
    house = open_again()
    house.visitors.keep_draft(f"I am such a {SECRET}")
    assert key or traces(tmp_path, SECRET)
    house = open_again()
    assert house.visitors.draft() == f"I am such a {SECRET}"
    house.visitors.keep_draft(f"I am such a {SECRET} that")
    house.visitors.keep_draft(" \n")

    assert house.visitors.draft() == "" and traces(tmp_path, SECRET) == []


def test_the_same_chance_twice_draws_no_id_twice(open_again: Callable[[], House]) -> None:
    """Each house here is opened with the same seed, as a test or a restored machine may do."""
    arrivals = [let_in(open_again(), f"thought {number}") for number in range(9)]

    assert len({id_ for arrival in arrivals for id_ in (arrival.visit_id, arrival.guest_id)}) == 18
