"""A second copy is told that the first is open, changes nothing, and the first goes on."""

from __future__ import annotations

from pathlib import Path

from guesthouse.domain.visit import Departure
from guesthouse.errors import AlreadyOpen
from tests.safety.hands import begun, closed, command, contents, kept_closed, let_in, opened


def test_a_second_window_is_told_and_the_first_goes_on(tmp_path: Path) -> None:
    first = begun(tmp_path)
    told = kept_closed(tmp_path)
    checked = command("check", "--data-dir", tmp_path)

    assert told == AlreadyOpen(tmp_path).sentence + "\n"
    assert (checked.returncode, checked.stderr) == (0, "")
    assert first.poll() is None
    closed(first)
    closed(begun_again := begun(tmp_path))
    assert begun_again.returncode == 0


def test_who_is_on_a_visit_stays_when_a_second_copy_is_turned_away(tmp_path: Path) -> None:
    house = opened(tmp_path)
    before = let_in(house, "here when the second came")
    there = {name: data for name, data in contents(tmp_path).items() if name.startswith("guesthouse.db")}
    kept_closed(tmp_path)
    after = {name: data for name, data in contents(tmp_path).items() if name in there}
    assert before.guest_id is not None and before.visit_id is not None
    (visit,) = house.guest_book.visits(before.guest_id)
    let_in(house, "and here after it")
    house.visitors.see_off([before.visit_id], Departure.OVER_THE_HILL)

    assert (visit.departure, after["guesthouse.db"], after["guesthouse.db-wal"]) == (
        None,
        there["guesthouse.db"],
        there["guesthouse.db-wal"],
    )
    assert house.guest_book.visits(before.guest_id)[0].departure is Departure.OVER_THE_HILL
    assert house.guest_book.count() == 2
    house.close()


def test_somebody_who_only_looks_in_leaves_the_visits_alone(tmp_path: Path) -> None:
    """A command beside an open window opens the house too."""
    house = opened(tmp_path)
    arrival = let_in(house, "on stage")
    beside = opened(tmp_path, alone=False)
    assert beside.guest_book.count("stage") == 1
    beside.close()

    assert arrival.guest_id is not None
    assert house.guest_book.visits(arrival.guest_id)[0].departure is None
    house.close()
