"""Guests are counted, found, named and forgotten, in plain and in encrypted files."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from guesthouse.storage.connection import Place
from guesthouse.storage.guests import GuestStore
from guesthouse.storage.visits import VisitStore
from tests.safety.hands import BEGIN, SECRET, Clock, contents
from tests.storage.coming import come


def found(guests: GuestStore, text: str) -> list[str]:
    return [guest.words for guest in guests.find(text, limit=50, offset=0)]


def test_a_guest_is_who_came_first_and_counts_every_visit(guests: GuestStore, visits: VisitStore, clock: Clock) -> None:
    _, first = come(visits, "I am  not good enough!", clock)
    _, again = come(visits, "i am NOT good enough", clock)
    guest = guests.guest(first)

    assert first == again and guest is not None
    assert guest.words == "I am  not good enough!"
    assert guest.visits == 2
    assert (guest.first_seen, guest.last_seen) == (BEGIN.replace(second=1), BEGIN.replace(second=2))
    assert guest.last_seen.utcoffset() == BEGIN.utcoffset()


def test_who_was_here_last_stands_first(guests: GuestStore, visits: VisitStore, clock: Clock) -> None:
    for words in ("one", "two", "three", "one"):
        come(visits, words, clock)

    assert found(guests, "") == ["one", "three", "two"]
    assert [guest.words for guest in guests.find("", limit=1, offset=1)] == ["three"]
    assert guests.count("") == 3


@pytest.mark.parametrize(
    ("search", "words"),
    [
        ("cafe", "The CAFÉ was full"),
        ("CAFÉ", "the cafe was full"),
        ("goo enou", "I am not good enough"),
        ("enough good", "I am not good enough"),
        ("dont", "I don’t belong"),
        ("don't", "I dont belong"),
        ("NOT", "I am not good enough"),
        ("NOT good OR", "not good or bad"),
        ("nough", "I am not good enough"),
        ("人", "我是一个失败的人"),
        ("失败的", "我是一个失败的人"),
        ("😞", "I failed 😞 again"),
        ("failed 😞", "I failed 😞 again"),
        ("100%", "I must be 100% right"),
        ("well-known", "a well-known failure"),
        ("“good”", "I am not good enough"),
        ("strasse", "Über die Straße"),
        ("नम", "नमस्ते"),
        ("שלום", "שלום עולם"),
        ('"', 'they said "no" to me'),
    ],
)
def test_what_a_person_would_expect_is_found(
    guests: GuestStore, visits: VisitStore, clock: Clock, search: str, words: str
) -> None:
    come(visits, "something else entirely", clock)
    come(visits, words, clock)

    assert found(guests, search) == [words]
    assert guests.count(search) == 1


@pytest.mark.parametrize(
    "search",
    [
        '"',
        "NOT",
        "*",
        "a AND",
        "NEAR(",
        "folded:x",
        "%",
        "_",
        "\\",
        "'",
        "-",
        "^a",
        "{",
        "\0",
        "x" * 5000,
        "a " * 2500,
        "😀",
    ],
)
def test_no_search_is_harmful(guests: GuestStore, visits: VisitStore, clock: Clock, search: str) -> None:
    come(visits, "quiet words", clock)

    assert len(found(guests, search)) == guests.count(search)
    assert found(guests, "quiet") == ["quiet words"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(search=st.text(st.characters(codec=None, exclude_categories=()), max_size=40))
def test_nothing_that_can_be_typed_breaks_the_search(guests: GuestStore, search: str) -> None:
    assert guests.find(search, limit=5, offset=0) == []
    assert guests.count(search) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_a_guest_is_found_by_its_own_words(guests: GuestStore, visits: VisitStore, clock: Clock, words: str) -> None:
    _, guest_id = come(visits, words, clock)

    assert guest_id in [guest.id for guest in guests.find(words, limit=1000, offset=0)]


def test_the_best_match_comes_first(guests: GuestStore, visits: VisitStore, clock: Clock) -> None:
    come(visits, "enough", clock)
    come(visits, "I said that I had enough of all the noise and of the dust in that room", clock)

    assert found(guests, "enough")[0] == "enough"


def test_a_theme_is_found_shown_and_taken_away(guests: GuestStore, visits: VisitStore, clock: Clock) -> None:
    _, guest_id = come(visits, "I am late again", clock)

    assert guests.name(guest_id, "the Not-Enough theme", clock())
    assert guests.find("not-en", limit=9, offset=0)[0].theme == "the Not-Enough theme"
    assert found(guests, "again the") == ["I am late again"]
    assert found(guests, "againthe") == []
    assert guests.name(guest_id, None, clock())
    assert found(guests, "theme") == []
    assert not guests.name("nobody", "a theme", clock())


def test_forgetting_leaves_no_byte(guests: GuestStore, visits: VisitStore, clock: Clock, place: Place) -> None:
    for number in range(40):
        come(visits, f"an ordinary thought, number {number}", clock)
    _, guest_id = come(visits, f"I am a {SECRET} " + f"{SECRET} " * 400, clock)
    come(visits, f"i am a {SECRET.upper()} " + f"{SECRET} " * 400, clock)
    guests.name(guest_id, f"the {SECRET} theme", clock())
    assert place.key or any(SECRET.encode() in data for data in contents(place.file.parent).values())

    assert guests.forget(guest_id)

    assert guests.guest(guest_id) is None and visits.of(guest_id) == []
    assert guests.count(SECRET) == 0 and guests.count("") == 40
    for name, data in contents(place.file.parent).items():
        assert SECRET.encode() not in data.lower(), name
        assert SECRET[:7].encode() not in data.lower(), name
    assert not guests.forget(guest_id)


def test_a_visit_that_goes_is_uncounted(
    database: Database, guests: GuestStore, visits: VisitStore, clock: Clock
) -> None:
    _, guest_id = come(visits, "twice", clock)
    later, _ = come(visits, "twice", clock)
    database.execute("DELETE FROM visits WHERE id = ?", [later])
    guest = guests.guest(guest_id)

    assert guest is not None and guest.visits == 1 and guest.last_seen == guest.first_seen


def test_the_search_stays_whole_however_a_guest_is_named(
    database: Database, guests: GuestStore, visits: VisitStore, clock: Clock
) -> None:
    """FTS5's secure-delete broke its index here when it kept the places of words (detail = full)."""
    for words in ("never " * 800, "never", "ever and never " * 300, "I said so"):
        _, guest_id = come(visits, words, clock)
        for theme in ("the never theme", "never " * 300, None, "so"):
            guests.name(guest_id, theme, clock())
            database.execute("INSERT INTO guests_search (guests_search) VALUES ('integrity-check')")
            assert guests.count("never") == sum(
                "never" in (g.words + (g.theme or "")) for g in guests.find("", limit=9, offset=0)
            )
        guests.forget(guest_id)

    assert guests.count("never") == 0
    database.execute("INSERT INTO guests_search (guests_search) VALUES ('integrity-check')")
