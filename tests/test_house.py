"""The house opens and closes as one, and whatever happens on the way leaves nothing locked or half-done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from guesthouse.domain.visit import Departure
from guesthouse.errors import AlreadyOpen, FileDamaged, GuesthouseError, NotADatabase, WrongKey
from guesthouse.house import check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, SECRET, Clock, contents, let_in, opened


def test_it_stands_without_qt() -> None:
    source = (
        "import sys, guesthouse.house; print(*(name for name in sys.modules if 'PySide6' in name or 'numpy' in name))"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, timeout=50, check=True)

    assert done.stdout.strip() == ""


def test_an_empty_house_is_ready(tmp_path: Path) -> None:
    house = opened(tmp_path / "new" / "data")

    assert (house.guest_book.count(), house.guest_book.find(), house.visitors.draft()) == (0, [], "")
    assert house.paths == Paths.under(tmp_path / "new" / "data")
    house.close()
    assert {file.name for file in (tmp_path / "new" / "data").iterdir()} == {"guesthouse.db", "guesthouse.lock"}


def test_only_one_lives_in_it_until_it_is_closed(tmp_path: Path) -> None:
    first = opened(tmp_path)
    with pytest.raises(AlreadyOpen):
        opened(tmp_path)
    let_in(first, "undisturbed")
    first.close()
    first.close()
    second = opened(tmp_path)

    assert second.guest_book.count() == 1
    first.close()
    with pytest.raises(AlreadyOpen):
        opened(tmp_path)
    second.close()


def test_a_closed_house_takes_nobody_in(tmp_path: Path) -> None:
    house = opened(tmp_path)
    house.close()

    for verb in (lambda: let_in(house, "too late"), house.guest_book.find, lambda: house.visitors.keep_draft("x")):
        with pytest.raises(GuesthouseError):
            verb()
    again = opened(tmp_path)
    assert again.guest_book.count() == 0
    again.close()


def test_what_could_not_be_opened_can_be_opened_once_it_is_put_right(tmp_path: Path) -> None:
    file = tmp_path / "guesthouse.db"
    for wrong, trouble in ((b"no database", NotADatabase), (b"", FileDamaged)):
        file.write_bytes(wrong)
        with pytest.raises(trouble):
            opened(tmp_path)
    file.unlink()

    opened(tmp_path).close()


@pytest.mark.parametrize("departing", [Departure.APP_CLOSED, Departure.STOPPED])
def test_closing_ends_the_visits_with_that_hour(tmp_path: Path, departing: Departure) -> None:
    clock = Clock()
    house = opened(tmp_path, clock=clock)
    guest_id = let_in(house, "on stage").guest_id
    assert guest_id is not None
    house.close(departing)
    hour = clock.now
    again = opened(tmp_path, clock=clock)
    (visit,) = again.guest_book.visits(guest_id)

    assert (visit.departure, visit.departed) == (departing, hour)
    again.close()


def test_what_broke_off_is_ended_at_the_next_opening_without_an_hour(tmp_path: Path) -> None:
    house = opened(tmp_path)
    guest_id = let_in(house, "on stage").guest_id
    assert guest_id is not None
    house.shut()
    again = opened(tmp_path)
    (visit,) = again.guest_book.visits(guest_id)

    assert (visit.departure, visit.departed) == (Departure.APP_CLOSED, None)
    again.close()


def test_an_encrypted_house_holds_no_word_that_can_be_read_and_only_its_key_opens_it(tmp_path: Path) -> None:
    house = opened(tmp_path, key=KEY)
    let_in(house, f"I am a {SECRET}")
    house.visitors.keep_draft(f"half a {SECRET}")
    assert [name for name, data in contents(tmp_path).items() if SECRET[:6].encode() in data] == []
    house.close()

    for key, trouble in ((bytes(32), WrongKey), (None, NotADatabase)):
        with pytest.raises(trouble):
            opened(tmp_path, key=key)
        with pytest.raises(trouble):
            check_house(Paths.under(tmp_path), key)
    check_house(Paths.under(tmp_path), KEY)
    again = opened(tmp_path, key=KEY)
    assert again.guest_book.count(SECRET) == 1
    again.close()


def test_a_check_of_a_lived_in_house_sees_the_last_thing_done(tmp_path: Path) -> None:
    house = opened(tmp_path)
    let_in(house, "in the log only")
    check_house(Paths.under(tmp_path))
    log = tmp_path / "guesthouse.db-wal"

    assert log.stat().st_size > 0
    house.close()
    assert not log.exists()
