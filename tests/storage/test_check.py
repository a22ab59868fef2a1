"""`check` reads everything, changes nothing, and works beside an open file."""

from __future__ import annotations

import pytest

from guesthouse.errors import FileDamaged, FileMissing
from guesthouse.storage.check import check
from guesthouse.storage.connection import Place, open_database
from guesthouse.storage.visits import VisitStore
from tests.safety.hands import Clock, contents
from tests.storage.coming import come


def test_a_whole_file_is_whole_and_stays_as_it_is(place: Place, clock: Clock) -> None:
    open_database(place, clock).close()
    before = contents(place.file.parent)
    check(place)

    assert contents(place.file.parent) == before


def test_beside_an_open_file_it_sees_what_is_in_the_log(place: Place, clock: Clock) -> None:
    database = open_database(place, clock)
    come(VisitStore(database), "in the log only", clock)
    before = contents(place.file.parent)["guesthouse.db"]
    check(place)

    assert contents(place.file.parent)["guesthouse.db"] == before
    come(VisitStore(database), "and on it goes", clock)
    database.close()


def test_no_file_is_told_and_none_is_made(place: Place) -> None:
    with pytest.raises(FileMissing):
        check(place)
    assert contents(place.file.parent) == {}


def test_damage_anywhere_is_seen(place: Place, clock: Clock, capfd: pytest.CaptureFixture[str]) -> None:
    database = open_database(place, clock)
    for number in range(200):
        come(VisitStore(database), f"thought number {number} " * 20, clock)
    database.close()
    whole = place.file.read_bytes()
    pages = len(whole) // 4096

    for page in range(1, pages, 7):
        broken = bytearray(whole)
        broken[page * 4096 : page * 4096 + 64] = bytes(64)
        if bytes(broken) == whole:
            continue
        place.file.write_bytes(broken)
        with pytest.raises(FileDamaged):
            check(place)
    assert capfd.readouterr() == ("", "")
