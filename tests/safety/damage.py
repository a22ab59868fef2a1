"""A house with something of every kind in it, and ways to damage its file."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from guesthouse.domain.journal import Picture
from guesthouse.domain.kit import Shelf
from guesthouse.storage.connection import Place, reader
from tests.safety.hands import Clock, let_in, opened

PAGE = 4096
THOUGHTS = [f"I always mess up, number {number} (Ünder pressure!) " + "and on " * (number % 40) for number in range(60)]
ENTRIES = [f"Entry {number}: it rained. " + "So it goes, mostly. " * (number * 23) for number in range(20)]
TABLES = (
    "guests",
    "visits",
    "entries",
    "tags",
    "entry_tags",
    "pictures",
    "sittings",
    "sitting_answers",
    "kit",
    "own_prompts",
    "wishes",
)


@dataclass(frozen=True)
class Practice:
    """What a sitting needs to know of one."""

    id: str
    title: str


def fill(folder: Path, key: bytes | None) -> None:
    """Something of every kind; the house is closed again."""
    house = opened(folder, key=key, clock=Clock())
    for words in THOUGHTS:
        let_in(house, words)
    for words in THOUGHTS[::3]:
        let_in(house, words.upper())
    for number, text in enumerate(ENTRIES):
        entry = house.journal.begin()
        entry = house.journal.keep(replace(entry, text=text, title=f"Day {number}", tags=("rain", f"t{number}")))
        if number % 5 == 0:
            id_ = house.pictures.add(entry.id, Picture("", "png", 8, 8, bytes([number]) * 9000, f"{number}.png"))
            house.journal.keep(replace(entry, text=f"{text}\n\n![](picture:{id_})"))
        house.journal.leave(entry.id)
    for number in range(8):
        sitting = house.sittings.begin(Practice(f"practice-{number}", f"Practice {number}"))
        house.sittings.answer(sitting.id, "line", f"What I wrote in {number}, " + "slowly " * number * 30)
    for number in range(6):
        house.kit.add(Shelf.COMFORTS, f"A cup of tea {number}")
    house.own_prompts.add("What was the weather like?")
    house.close()


def rows(file: Path, key: bytes | None) -> dict[str, set[tuple[object, ...]]]:
    """Every row of what a person keeps; whether an entry waits for the search is no matter."""
    with closing(reader(Place(file, file.parent, key))) as connection:
        found = {table: set(connection.execute(f"SELECT * FROM {table}")) for table in TABLES}
        names = [column[1] for column in connection.execute("PRAGMA table_info(entries)")]
    place = names.index("unsearched")
    found["entries"] = {row[:place] + row[place + 1 :] for row in found["entries"]}
    return found


def spoil(file: Path, *pages: int) -> bytes:
    """Turn every bit of these pages (from 0) round, and return the file as it is then."""
    whole = bytearray(file.read_bytes())
    for page in pages:
        whole[page * PAGE : (page + 1) * PAGE] = bytes(byte ^ 0xFF for byte in whole[page * PAGE : (page + 1) * PAGE])
    file.write_bytes(whole)
    return bytes(whole)


def page_with(file: Path, words: bytes) -> int:
    """The page of a plain file on which these words stand."""
    return file.read_bytes().index(words) // PAGE
