"""Visits hold what was typed, when, and how they ended."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
from sqlite_utils import Database

from guesthouse.domain.thought import Wording
from guesthouse.domain.visit import Departure
from guesthouse.errors import Bug
from guesthouse.storage.guests import GuestStore
from guesthouse.storage.visits import NewVisit, VisitStore
from tests.safety.hands import BEGIN, Clock
from tests.storage.coming import come

DIFFICULT = [
    "a\0b",
    "line one\r\nline two\n",
    "\u202eright to left",
    "e\u0301 and é",
    "👨‍👩‍👧 😞\ufe0f",
    " spaces ",
    "שלום",
    "x" * 5000,
]


@pytest.mark.parametrize("words", DIFFICULT)
def test_words_come_back_byte_for_byte(visits: VisitStore, guests: GuestStore, clock: Clock, words: str) -> None:
    _, guest_id = come(visits, words, clock)
    guest = guests.guest(guest_id)

    assert guest is not None and guest.words == words
    assert [visit.words for visit in visits.of(guest_id)] == [words]


def test_each_visit_keeps_what_was_typed_that_time(visits: VisitStore, clock: Clock) -> None:
    for words in ("I fail", "i FAIL!", "I fail"):
        _, guest_id = come(visits, words, clock)

    assert [visit.words for visit in visits.of(guest_id)] == ["I fail", "i FAIL!", "I fail"]


def test_a_visit_tells_its_hours_as_the_clock_on_the_wall_showed_them(visits: VisitStore, clock: Clock) -> None:
    visit_id, guest_id = come(visits, "I fail", clock)
    elsewhere = BEGIN.astimezone(timezone(timedelta(hours=-7))) + timedelta(hours=1)

    assert visits.end([visit_id], Departure.OVER_THE_HILL, elsewhere) == 1
    (visit,) = visits.of(guest_id)
    assert (visit.arrived, visit.arrived.utcoffset()) == (BEGIN.replace(second=1), timedelta(hours=2))
    assert (visit.departed, visit.departed and visit.departed.utcoffset()) == (elsewhere, timedelta(hours=-7))
    assert (visit.departure, visit.scene, visit.wording) == (Departure.OVER_THE_HILL, "garden", Wording.HAVING)


def test_a_visit_ends_once(visits: VisitStore, clock: Clock) -> None:
    visit_id, guest_id = come(visits, "I fail", clock)
    visits.end([visit_id], Departure.STOPPED, clock())
    before = visits.of(guest_id)

    assert visits.end([visit_id, "nobody"], Departure.OVER_THE_HILL, clock()) == 0
    assert visits.of(guest_id) == before


def test_visits_that_broke_off_have_no_hour(visits: VisitStore, clock: Clock) -> None:
    come(visits, "one", clock)
    _, guest_id = come(visits, "two", clock)

    assert visits.end_forgotten(clock()) == 2
    (visit,) = visits.of(guest_id)
    assert (visit.departure, visit.departed) == (Departure.APP_CLOSED, None)
    assert visits.end_forgotten(clock()) == 0


def test_guest_and_visit_come_together_or_not_at_all(database: Database, visits: VisitStore, clock: Clock) -> None:
    visit_id, _ = come(visits, "one", clock)

    with pytest.raises(Bug):
        visits.begin(NewVisit(visit_id, "g2", "another", "words of another", "garden", Wording.HAVING), clock())

    assert database.execute("SELECT count(*) FROM guests").fetchone() == (1,)
    assert database.execute("SELECT count(*) FROM guests_search WHERE guests_search MATCH 'another'").fetchone() == (0,)
