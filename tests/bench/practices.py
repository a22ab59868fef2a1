"""The library and Today after years: 5,000 finished practices, 10,000 noticings and 200 practices of one's own."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from guesthouse.domain.finding import Asked, Lines, found
from guesthouse.domain.noticing import Noticed
from guesthouse.domain.practice import Practice, Step
from guesthouse.domain.sitting import Verdict
from guesthouse.domain.suggestion import suggest
from guesthouse.domain.thought import Wording
from guesthouse.house import House, open_house
from guesthouse.paths import Paths
from tests.bench.figures import Row, milliseconds, quick

FINISHED, NOTICINGS, OWN, GUESTS, ENTRIES = 5_000, 10_000, 200, 500, 500
KEY = bytes(range(32))
NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)
TYPED = ("f", "fe", "fee", "feet", "feet fl", "kind", "a", "zzz", "thought that")
BAR = 10.0


def measure() -> list[Row]:
    """What is read on both kinds of file when a room is opened: the first time, and when one comes back."""
    return [row for name, key in (("plain", None), ("keyed", KEY)) for row in _measured(name, key)]


def _measured(name: str, key: bytes | None) -> list[Row]:
    paths = Paths.under(Path(tempfile.mkdtemp(prefix="guesthouse-bench-")) / "data")
    fill(paths, key)
    first_library, first_today = _first(paths, key, _library), _first(paths, key, _today)
    house, raw = _opened(paths, key), _raw(paths, key)
    library, bare_library = _in_turns(lambda: _library(house), lambda: _bare_library(raw))
    today, bare_today = _in_turns(lambda: _today(house), lambda: _bare_today(raw))
    lines: Lines = {}
    typing = milliseconds(lambda: [_library(house, text, lines) for text in TYPED], 20) / len(TYPED)
    raw.close()
    house.close()
    against = "the bare rows"
    return [
        Row(f"the library's first opening after {FINISHED:,} practices, {name}", first_library, "ms", bar=100.0),
        Row(f"the library opened again, {name}", library, "ms", bare_library, against, BAR),
        Row(f"a key in its search, {name}", typing, "ms", bar=16.0),
        Row(f"Today's first opening after {NOTICINGS:,} noticings, {name}", first_today, "ms", bar=100.0),
        Row(f"Today opened again, {name}", today, "ms", bare_today, against, BAR),
    ]


def _library(house: House, text: str = "", lines: Lines | None = None) -> object:
    return found(house.practices.all(), Asked(text), house.practices.standings(), house.wishes.off(), lines)


def _today(house: House) -> object:
    suggestion = suggest(
        house.practices.all(),
        house.practices.standings(),
        house.wishes.tones(),
        house.wishes.off(),
        NOW.date(),
    )
    last = house.journal.last()
    return (
        suggestion,
        house.noticings.latest(3),
        house.noticings.draft(),
        house.sittings.going(),
        house.guest_book.find(limit=3),
        house.journal.entry(last) if last else None,
    )


def _bare_library(raw: dbapi2.Connection) -> None:
    """The same rows, without anything made of them."""
    raw.execute("SELECT id, form FROM own_practices ORDER BY made").fetchall()
    raw.execute("SELECT practice, state, count(*), max(began) FROM sittings GROUP BY practice, state").fetchall()
    raw.execute("SELECT * FROM standings").fetchall()
    raw.execute("SELECT * FROM wishes").fetchall()


def _bare_today(raw: dbapi2.Connection) -> None:
    _bare_library(raw)
    raw.execute("SELECT * FROM noticings ORDER BY noticed DESC LIMIT 3").fetchall()
    raw.execute("SELECT * FROM half_done").fetchall()
    raw.execute("SELECT * FROM sittings WHERE state = 'going' ORDER BY updated_at DESC LIMIT 1").fetchall()


def _in_turns(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """The time of each, taken in turns, so that whatever slows one slows the other."""
    taken = [(milliseconds(ours, 1, warm=0), milliseconds(theirs, 1, warm=0)) for _ in range(60)]
    return quick([ours for ours, _ in taken]), quick([theirs for _, theirs in taken])


def _first(paths: Paths, key: bytes | None, work: Callable[[House], object]) -> float:
    """The time of the very first look in a house that was opened a moment ago, texts included; the best of five."""
    taken = []
    for _ in range(5):
        house = _opened(paths, key)
        start = time.perf_counter()
        work(house)
        taken.append((time.perf_counter() - start) * 1000)
        house.close()
    return min(taken)


def _opened(paths: Paths, key: bytes | None) -> House:
    return open_house(paths, clock=lambda: NOW, random=random.Random(1), key=key)


def _raw(paths: Paths, key: bytes | None) -> dbapi2.Connection:
    raw = dbapi2.connect(str(paths.database), isolation_level=None)
    if key is not None:
        raw.execute(f"""PRAGMA key = "x'{key.hex()}'" """)
    return raw


def fill(paths: Paths, key: bytes | None) -> None:
    """A file with years in it."""
    ticks = iter(NOW - timedelta(minutes=10 * back) for back in range(60 * (FINISHED + NOTICINGS), 0, -1))
    house = open_house(paths, clock=lambda: next(ticks), random=random.Random(1), key=key)
    database = house.sittings._sittings._db
    with database.atomic():
        _practise(house, random.Random(3))
        for number in range(NOTICINGS):
            house.noticings.keep([Noticed("worried", "trace", ("chest",)), Noticed(f"number {number}")])
        for number in range(GUESTS):
            house.visitors.let_in(f"thought {number}", scene="garden", wording=Wording.AS_IT_CAME, keep=True)
        for number in range(ENTRIES):
            house.journal.keep(replace(house.journal.begin(), text=f"entry {number} " * 60))
    house.noticings.keep_draft([Noticed("tense")], "half")
    house.close()


def _practise(house: House, chance: random.Random) -> None:
    given = house.practices.given()
    own = [house.practices._new_id() for _ in range(OWN)]
    library: list[Practice] = list(given)
    for number, id_ in enumerate(own):
        original = given[number % len(given)]
        mine = replace(house.practices.make_own(original), id=id_, title=f"My {number}")
        library.append(house.practices.keep_own(replace(mine, steps=(*mine.steps, Step(f"And {number}.")))))
    for number in range(FINISHED):
        practice = chance.choice(library)
        sitting = house.sittings.begin(practice)
        house.sittings.answer(sitting.id, "line", f"what I wrote {number} " * 8)
        house.sittings.finish(sitting.id)
    for practice in library:
        house.practices.judge(practice.id, chance.choice([None, *Verdict]))
    house.sittings.begin(library[0])
