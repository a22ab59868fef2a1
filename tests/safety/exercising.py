"""A child that does exercises, rates and marks until it is killed, and says what it was told is kept.

python -m tests.safety.exercising FOLDER ROUND [KEY]
"""

from __future__ import annotations

import sys
from pathlib import Path

from guesthouse.domain.exercise import LINE, Sat
from guesthouse.domain.ratings import Moment, Ratings
from tests.safety.hands import opened
from tests.safety.letting_in import say
from tests.safety.practising import text_of


def main(folder: Path, round_: str, key: bytes | None) -> None:
    """Begin, type, rate, mark and end, until the end comes from outside."""
    say("begin")
    house = opened(folder, key=key)
    say("open")
    for number in range(10_000):
        name = f"e{round_}-{number}"
        sitting = house.sittings.begin(Sat("ex-ladder", "Noticing ladder"))
        house.sittings.answer(sitting.id, LINE, text_of(name))
        say(f"kept {sitting.id} {name}")
        house.ratings.keep(Moment.BEFORE, Ratings(room=number % 101), sitting=sitting.id)
        say(f"rated {sitting.id} {number % 101}")
        house.heavy.mark(name)
        say(f"heavy - {name}")
        house.exercises.keep_draft(name)
        say(f"draft - {name}")
        if number % 3:
            house.sittings.finish(sitting.id)
            say(f"ended {sitting.id} -")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], bytes.fromhex(sys.argv[3]) if len(sys.argv) > 3 else None)
