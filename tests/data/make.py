"""Makes schema_NNNN.db of the newest schema: run once for each release that changes it, never again for an old one.

python tests/data/make.py
"""

from __future__ import annotations

import random
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

from guesthouse.domain.exercise import LINE, Sat
from guesthouse.domain.journal import Picture
from guesthouse.domain.kit import Shelf
from guesthouse.domain.noticing import Noticed
from guesthouse.domain.practice import Sense, Tone
from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.domain.sitting import Verdict
from guesthouse.domain.thought import Wording
from guesthouse.house import House, open_house
from guesthouse.paths import Paths
from guesthouse.storage import migrations

HERE = Path(__file__).parent
BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
EVENING = datetime(2026, 3, 1, 21, 30, 15, 250_000, tzinfo=timezone(timedelta(hours=5, minutes=45)))
RIVER = Picture("", "png", 3, 2, b"\x89PNG not really \x00\xff", "Fluß.png")


def main() -> int:
    """A file with something of every kind that the schema of now knows; an existing one is left as it is."""
    target = HERE / f"schema_{migrations.names()[-1][:4]}.db"
    if target.exists():
        print(f"{target.name} is there already: a released schema does not change")
        return 1
    hours = count()
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.under(Path(folder))
        house = open_house(paths, clock=lambda: BEGIN + timedelta(hours=next(hours)), random=random.Random(1))
        for words in ("Ich schaffe das nie 😞", "I’m not good enough", "im NOT good enough!!"):
            arrival = house.visitors.let_in(words, scene="garden", wording=Wording.HAVING, keep=True)
        assert arrival.guest_id is not None
        house.guest_book.name(arrival.guest_id, "the not-enough theme")
        write(house, arrival.guest_id)
        practise(house)
        exercise(house, arrival.visit_id)
        house.close()
        target.write_bytes(paths.database.read_bytes())
    return 0


def write(house: House, guest_id: str) -> None:
    """One entry with all that one can have, one in the drawer, one whose words the search has not taken in yet."""
    entry = replace(house.journal.begin(), written=EVENING, title="An evening 🌙", tags=("ruhig", "Über"))
    entry = house.journal.keep(replace(entry, noticing="warm hands", guests=(guest_id,), practice="thanking"))
    picture = house.pictures.add(entry.id, RIVER)
    house.journal.keep(replace(entry, text=f"By the *river*.\r\n\n\n![the river](picture:{picture})\n  Ende"))
    away = house.journal.keep(replace(house.journal.begin(), text="put away, not gone", tags=("ruhig",)))
    house.journal.leave(away.id)
    house.drawer.put([away.id])
    house.journal.keep(replace(house.journal.begin(), text="left in the middle of a"))
    house.own_prompts.add("What did the river sound like?")


def practise(house: House) -> None:
    """One practice finished, one stopped, one broken off; an own one; a noticing, a draft of one, the kit, wishes."""
    sense, feet = house.practices.one("val-sense"), house.practices.one("ack-feet")
    assert sense is not None and feet is not None
    done = house.sittings.begin(sense)
    house.sittings.answer(done.id, "what", "niemand hat gefragt 🌧")
    house.sittings.answer(done.id, "feelings", ["hurt", "tired of it"])
    house.sittings.finish(done.id)
    house.practices.judge(sense.id, Verdict.MAYBE)
    house.sittings.stop(house.sittings.begin(feet).id)
    house.sittings.unwell(feet.id)
    house.sittings.at_step(house.sittings.begin(feet).id, 2)
    mine = house.practices.make_own(feet)
    house.practices.keep_own(replace(mine, title="Füße und Boden", minutes=(1, 1)))
    house.practices.favour(mine.id, True)
    house.noticings.keep([Noticed("worried", "trace"), Noticed("tight", places=("chest",)), Noticed("ein Kloß")])
    house.noticings.keep_draft([Noticed("sad")], "half a wo")
    house.kit.add(Shelf.COMFORTS, "Der Fluß", "im Regen")
    house.wishes.set_tone(Tone.GENTLE)
    house.wishes.switch(Sense.TOUCH, off=True)


def exercise(house: House, visit_id: str | None) -> None:
    """One exercise finished and one broken off, ratings with a sitting and with a visit, and a heavy thought."""
    done = house.sittings.begin(Sat("ex-ladder", "Noticing ladder"))
    house.sittings.answer(done.id, LINE, "immer dasselbe 🪜")
    house.ratings.keep(Moment.BEFORE, Ratings(room=20, sting=66), sitting=done.id)
    house.ratings.keep(Moment.AFTER, Ratings(room=35, sting=70), sitting=done.id)
    house.sittings.finish(done.id)
    house.sittings.answer(house.sittings.begin(Sat("ex-hands", "Hands")).id, LINE, "in der Mitte")
    house.ratings.keep(Moment.BEFORE, Ratings(grip=100, willing=0), visit=visit_id)
    house.heavy.mark("I’m not good enough")


if __name__ == "__main__":
    sys.exit(main())
