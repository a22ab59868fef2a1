"""A second copy is told that the first is open, changes nothing, and the first goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import pytest

from guesthouse.domain.visit import Departure
from guesthouse.errors import AlreadyOpen
from guesthouse.house import check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, begun, closed, command, contents, hears, kept_closed, let_in, opened, started

ROOT = Path(__file__).parents[2]
AT_ONCE, TIMES = 3, 5


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


def waiting(folder: Path, key: bytes | None) -> subprocess.Popen[str]:
    """A child that opens the house on a sign."""
    line = [sys.executable, "-m", "tests.safety.at_once", str(folder), *([key.hex()] if key else [])]
    pipe = subprocess.PIPE
    return subprocess.Popen(line, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True, bufsize=1)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_of_several_started_at_the_same_instant_one_opens(tmp_path: Path, key: bytes | None) -> None:
    """The first time none of them finds a file, and one makes it."""
    for time_ in range(TIMES):
        with ExitStack() as stack:
            children = [stack.enter_context(waiting(tmp_path, key)) for _ in range(AT_ONCE)]
            stack.callback(lambda children=children: [child.kill() for child in children])
            assert [child.stdout and child.stdout.readline() for child in children] == ["ready\n"] * AT_ONCE
            for number, child in enumerate(children):
                assert child.stdin is not None
                child.stdin.write(f"{time_}-{number}\n")
            said = Counter(child.stdout.readline() for child in children if child.stdout)
            assert said == {"open\n": 1, "turned away\n": AT_ONCE - 1}
            told = [child.communicate("\n", timeout=30)[1] for child in children if child.poll() is None]
            assert [words for words in told if words] == []
    check_house(Paths.under(tmp_path), key)
    house = opened(tmp_path, key=key)
    assert house.guest_book.count("it was") == house.guest_book.count() == TIMES
    house.close()


def test_of_two_windows_started_at_the_same_instant_one_opens(tmp_path: Path) -> None:
    first, second = started(tmp_path), started(tmp_path)
    until = time.monotonic() + 40
    turned = None
    while turned is None:
        turned = next((child for child in (first, second) if hears(child, 0.05)), None)
        assert time.monotonic() < until, "both opened, or neither"
    other = second if turned is first else first
    assert turned.stderr is not None
    told = turned.stderr.readline()
    turned.send_signal(signal.SIGTERM)
    _, more = turned.communicate(timeout=30)

    assert (turned.returncode, told + more) == (1, AlreadyOpen(tmp_path).sentence + "\n")
    while not (tmp_path / "guesthouse.db-wal").exists():
        assert not hears(other, 0.05) and time.monotonic() < until, "the other one does not open"
    closed(other)
    assert command("check", "--data-dir", tmp_path).returncode == 0
