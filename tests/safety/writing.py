"""A child that writes in the journal until it is killed, and says what it was told is kept.

python -m tests.safety.writing FOLDER ROUND [KEY]
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from guesthouse.domain.journal import Entry
from tests.safety.hands import opened
from tests.safety.letting_in import say


def text_of(name: str) -> str:
    """The whole text with this name, of very different lengths."""
    number = int(name.rpartition("-")[2])
    return f"{name} " + "and on and on " * ((number * 97) % 900) + f"{name}."


def main(folder: Path, round_: str, key: bytes | None) -> None:
    """Begin entries, write on in them, leave them, put some away, until the end comes from outside."""
    say("begin")
    house = opened(folder, key=key)
    say("open")
    entries: list[Entry] = []
    for number in range(10_000):
        name = f"e{round_}-{number}"
        entry = house.journal.begin() if number % 3 == 0 or not entries else entries[-1]
        entry = house.journal.keep(replace(entry, text=text_of(name), title=name, tags=(f"t{number % 7}",)))
        say(f"kept {entry.id} {name}")
        if number % 3 == 0:
            entries.append(entry)
        if number % 5 == 4:
            house.journal.leave(entry.id)
        if number % 11 == 10:
            say(f"erasing {entries[0].id} -")
            house.drawer.erase([entries[0].id])
            del entries[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], bytes.fromhex(sys.argv[3]) if len(sys.argv) > 3 else None)
