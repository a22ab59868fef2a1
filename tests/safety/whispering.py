"""A child that does everything one can do with words, in a sealed house, until it is killed.

python -m tests.safety.whispering FOLDER PASSPHRASE
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from guesthouse.domain.journal import Wanted
from guesthouse.domain.safekeeping import State, Why
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from tests.safety.hands import SECRET, Clock, let_in, opened
from tests.safety.letting_in import say


def main(folder: Path, passphrase: str) -> None:
    """Open, write, look for it, copy, close; and again."""
    keeping = Keeping(Paths.under(folder), Clock())
    for number in range(1000):
        sealed = keeping.strongbox.state() is State.SEALED
        key = keeping.strongbox.unlock(passphrase) if sealed else None
        house = opened(folder, key=key)
        arrival = let_in(house, f"{SECRET} {number} " + f"and {SECRET} " * 200)
        house.visitors.keep_draft(f"half of {SECRET}")
        entry = house.journal.keep(replace(house.journal.begin(), text=f"{SECRET} again " * 2000, title=SECRET))
        house.journal.keep(replace(entry, text=f"less {SECRET}", tags=(SECRET,)))
        house.journal.leave(entry.id)
        house.journal.lines(house.journal.find(Wanted(text=SECRET)), 0, 20)
        house.guest_book.find(SECRET)
        assert arrival.guest_id is not None
        house.guest_book.name(arrival.guest_id, f"theme {SECRET}")
        if number % 2:
            house.guest_book.forget(arrival.guest_id)
            house.drawer.erase([entry.id])
        keeping.backups(key).make(Why.BY_HAND)
        say(f"round {number}")
        house.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
