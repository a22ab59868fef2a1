"""A child that does practices until it is killed, and says what it was told is kept.

python -m tests.safety.practising FOLDER ROUND [KEY]
"""

from __future__ import annotations

import sys
from pathlib import Path

from guesthouse.domain.noticing import Noticed
from guesthouse.domain.practice import said
from guesthouse.house import House
from tests.safety.hands import opened
from tests.safety.letting_in import say


def text_of(name: str) -> str:
    """The whole answer with this name, of very different lengths."""
    number = int(name.rpartition("-")[2])
    return f"{name} " + "and on\u2028and on " * ((number * 97) % 900) + f"{name}."


def main(folder: Path, round_: str, key: bytes | None) -> None:
    """Sit down, answer, write on, end, keep here, there or nowhere, until the end comes from outside."""
    say("begin")
    house = opened(folder, key=key)
    practice = house.practices.given()[0]
    say("open")
    for number in range(10_000):
        sitting = house.sittings.begin(practice)
        for part in range(3):
            name = f"s{round_}-{number * 3 + part}"
            house.sittings.answer(sitting.id, "line", text_of(name))
            say(f"kept {sitting.id} {name}")
        house.sittings.at_step(sitting.id, 2)
        _end(house, sitting.id, number)
        thing = Noticed(f"n{round_}-{number}")
        house.noticings.keep_draft([thing], "")
        say(f"draft - {thing.word}")
        if number % 2:
            house.noticings.keep([thing])
            say(f"noticed - {thing.word}")


def _end(house: House, sitting_id: str, number: int) -> None:
    house.sittings.finish(sitting_id)
    say(f"ended {sitting_id} -")
    if number % 4 == 1:
        sitting = house.sittings.one(sitting_id)
        assert sitting is not None
        say(f"moving {sitting_id} -")
        house.sittings.keep_in_journal(sitting_id, "", said(sitting.answers["line"]))
    elif number % 4 == 2:
        say(f"dropping {sitting_id} -")
        house.sittings.keep_nothing(sitting_id)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], bytes.fromhex(sys.argv[3]) if len(sys.argv) > 3 else None)
