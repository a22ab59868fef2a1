"""A child that lives in a house until it is killed, and says on stdout what it was told is done.

    python -m tests.safety.letting_in FOLDER ROUND [KEY]

"begin" before the house is opened; then "open", and for each thing done "thought NAME", "draft NAME", "forgot NAME",
which "forgetting NAME" comes before.
"""

from __future__ import annotations

import sys
from pathlib import Path

from guesthouse.domain.visit import Departure
from tests.safety.hands import let_in, opened


def words_of(name: str) -> str:
    """The whole thought with this name, of very different lengths."""
    number = int(name.rpartition("-")[2])
    return f"{name} " + "and on and on " * ((number * 37) % 300) + f"{name}."


def main(folder: Path, round_: str, key: bytes | None) -> None:
    """Let in, see off, half-type, name, and forget, until the end comes from outside."""
    say("begin")
    house = opened(folder, key=key)
    say("open")
    arrivals = []
    for number in range(10_000):
        name = f"n{round_}-{number}"
        arrivals.append(let_in(house, words_of(name)))
        say(f"thought {name}")
        if number % 3 == 1:
            house.visitors.keep_draft(f"half of {words_of(name)}")
            say(f"draft {name}")
        if number % 4 == 2:
            gone = arrivals[number - 2]
            assert gone.visit_id is not None and gone.guest_id is not None
            house.visitors.see_off([gone.visit_id], Departure.OVER_THE_HILL)
            house.guest_book.name(gone.guest_id, f"theme of n{round_}-{number - 2}")
            say(f"forgetting n{round_}-{number - 2}")
            house.guest_book.forget(gone.guest_id)
            say(f"forgot n{round_}-{number - 2}")


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], bytes.fromhex(sys.argv[3]) if len(sys.argv) > 3 else None)
