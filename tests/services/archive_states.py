"""States of a file as tables of an export: drawn at random, taken into memory, compared."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from guesthouse.domain.safekeeping import Merging, unwatched
from guesthouse.domain.thought import fold, identity, normalise
from guesthouse.formats.archive_form import FIELDS, FORMAT, VERSION, Record
from guesthouse.formats.archive_json import read_json, write_json
from guesthouse.services import archive
from guesthouse.services.archive_plan import plan
from guesthouse.storage import migrations
from guesthouse.storage.archive_open import Hands
from guesthouse.storage.archive_read import ArchiveReader
from guesthouse.storage.archive_write import ArchiveWriter
from guesthouse.storage.entry_index import EntryIndex

State = dict[str, list[Record]]
FIRST_SHADOWS = ("sqlite_", "_sqlite", "guests_search", "entries_search", "entries_pairs")


# ------------------------------------------------------------------------------------------------ a file in memory


class Memory:
    """A file that is nowhere."""

    def __init__(self, *states: State) -> None:
        """One that has taken these in."""
        self.database = Database(dbapi2.connect(":memory:", isolation_level=None), execute_plugins=False)
        _empty().conn.backup(self.database.conn)
        self.database.execute("PRAGMA foreign_keys = ON")
        for state in states:
            self.take_in(state)

    def take_in(self, state: State) -> Merging:
        """As the archive does it."""
        export = read_json(io.BytesIO(as_file(state)), lambda _bytes: None)
        with self.database.atomic():
            hands = Hands(ArchiveReader(self.database), ArchiveWriter(self.database), EntryIndex(self.database))
            planned = plan(hands.reader, export, lambda _done: None)
            if not planned.merging.is_nothing:
                archive._carry_out(planned, hands, archive._Watch(unwatched))
        return planned.merging

    def state(self) -> State:
        """As it would be exported."""
        reader, file = ArchiveReader(self.database), io.BytesIO()
        write_json(((kind, reader.every(kind)) for kind in FIELDS), {}, file.write)
        whole = json.loads(file.getvalue())
        return {kind: whole[kind] for kind in FIELDS}

    def close(self) -> None:
        """It is gone."""
        self.database.close()


@cache
def _empty() -> Database:
    database = Database(dbapi2.connect(":memory:", isolation_level=None), execute_plugins=False)
    migrations.steps.apply(database)
    return database


def as_file(state: State, **head: Any) -> bytes:
    """The bytes of an export with these records."""
    return json.dumps({"format": FORMAT, "version": VERSION, **head, **state}, ensure_ascii=False).encode()


def in_no_order(state: State) -> dict[str, list[str]]:
    """The same where the rows lie otherwise."""
    return {kind: sorted(json.dumps(one, sort_keys=True) for one in records) for kind, records in state.items()}


def rows(database: Any) -> dict[str, list[Any]]:
    """Every row of every table, with its number, as it lies in the file; the searches' own tables aside."""
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {
        name: [tuple(row) for row in database.execute(f"SELECT * FROM {name}")]
        for name in names
        if not name.startswith(FIRST_SHADOWS)
    }


@contextmanager
def looked_into(file: Path, key: bytes | None = None) -> Iterator[Any]:
    """A connection that only reads."""
    connection = dbapi2.connect(f"{file.as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        if key is not None:
            connection.execute(f"""PRAGMA key = "x'{key.hex()}'" """).fetchone()
        yield connection
    finally:
        connection.close()


# ------------------------------------------------------------------------------------------------ drawn at random

moments = st.sampled_from(
    [f"2026-0{month}-01T10:00:00.000000Z" for month in (1, 2, 3)] + ["9000-01-01T00:00:00.000000Z"]
)
hours = st.sampled_from(
    ["2026-01-01T09:00:00.000000+02:00", "2026-01-01T08:30:00.000000-05:45", "0900-01-01T00:00:00.000000+00:00"]
)
words = st.sampled_from(["", "one", "Óne", "two words", "𝄞 three"])
THOUGHTS = ("I am late", "i am LATE!", "nobody asks", "Nobody asks.", "why")


def ids(who: str, name: str) -> st.SearchStrategy[str]:
    """Ids that only this computer gives, and some that came from one to the other."""
    return st.sampled_from([f"{name}-both-1", f"{name}-both-2", f"{name}-{who}-1"])


def keyed(keys: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    """A few different ones."""
    return st.lists(keys, max_size=most, unique=True)


@st.composite
def states(draw: st.DrawFn, who: str) -> State:
    """A small state of one computer."""
    state: State = {kind: [] for kind in FIELDS}
    _guests_and_visits(draw, who, state)
    _journal(draw, who, state)
    _practices(draw, who, state)
    _small_things(draw, who, state)
    for records in state.values():
        for record in records:
            record["updated"] = draw(moments)
    return state


def _guests_and_visits(draw: st.DrawFn, who: str, state: State) -> None:
    for thought in draw(keyed(st.sampled_from(THOUGHTS))):
        name = identity(normalise(thought))
        if name not in [guest["identity"] for guest in state["guests"]]:
            id_ = f"g-{draw(st.sampled_from(['both', who]))}-{name[:6]}"
            state["guests"].append({"id": id_, "identity": name, "words": thought, "theme": draw(st.none() | words)})
    for id_ in draw(keyed(ids(who, "v"))) if state["guests"] else ():
        departure = draw(st.sampled_from([None, "stopped", "app-closed"]))
        state["visits"].append(
            {
                "id": id_,
                "guest": draw(st.sampled_from(state["guests"]))["id"],
                "words": draw(st.sampled_from(THOUGHTS)),
                "arrived": draw(hours),
                "departed": draw(hours) if departure == "stopped" else None,
                "departure": departure,
                "scene": draw(st.sampled_from(["garden", "stream"])),
                "wording": "having",
            }
        )


def _journal(draw: st.DrawFn, who: str, state: State) -> None:
    spelled = {fold(tag): tag for tag in draw(st.lists(st.sampled_from(["calm", "Calm", "Über", "uber"])))}
    sources = draw(st.permutations([None, "dayone:1", "dayone:2"]))
    for id_, source in zip(draw(keyed(ids(who, "e"))), sources, strict=False):
        state["entries"].append(
            {
                "id": id_,
                "written": draw(hours),
                "title": draw(words),
                "noticing": "",
                "text": draw(words),
                "tags": [spelled[tag] for tag in draw(keyed(st.sampled_from(sorted(spelled))))] if spelled else [],
                "guests": draw(keyed(st.sampled_from([guest["id"] for guest in state["guests"]])))
                if state["guests"]
                else [],
                "practice": None,
                "source": None if "both" in id_ else source,
                "deleted": draw(st.none() | moments),
            }
        )
    carried = {tag for entry in state["entries"] for tag in entry["tags"]}
    state["tags"] = [{"name": tag} for tag in spelled.values() if tag in carried]
    for id_ in draw(keyed(ids(who, "p"))) if state["entries"] else ():
        entry = draw(st.sampled_from(state["entries"]))["id"]
        picture = {"id": id_, "entry": entry, "kind": "png", "width": 1, "height": 1, "name": draw(words)}
        state["pictures"].append({**picture, "data": draw(st.sampled_from(["", "AAAA"]))})


def _practices(draw: st.DrawFn, who: str, state: State) -> None:
    for id_ in draw(keyed(ids(who, "s"))):
        going, kept = draw(st.booleans()), draw(st.sampled_from(["here", "journal", "nowhere"]))
        keys = draw(keyed(st.sampled_from(["a", "b", "c"]))) if kept == "here" else []
        answers = [
            {"key": key, "answer": draw(words | st.lists(words)), "updated": draw(moments)} for key in sorted(keys)
        ]
        state["sittings"].append(
            {
                "id": id_,
                "practice": "val-sense",
                "title": "It makes sense",
                "state": "going" if going else "finished",
                "step": draw(st.integers(0, 3)),
                "began": draw(hours),
                "ended": None if going else draw(hours),
                "kept": kept,
                "entry": draw(st.none() | st.sampled_from(["e-both-1", f"e-{who}-1"])),
                "answers": answers,
            }
        )
    for practice in draw(keyed(st.sampled_from(["x", "y"]))):
        verdict = draw(st.sampled_from([None, "no", "yes"]))
        said = {"practice": practice, "verdict": verdict, "favourite": draw(st.booleans())}
        state["standings"].append({**said, "unwell": draw(st.none() | moments)})
    for id_ in draw(keyed(ids(who, "o"))):
        state["own_practices"].append({"id": id_, "original": None, "made": draw(hours), "form": draw(words)})
    owners = [("visit", one["id"]) for one in state["visits"]] + [("sitting", one["id"]) for one in state["sittings"]]
    for kind, id_ in draw(keyed(st.sampled_from(owners))) if owners else ():
        said = dict.fromkeys(("room", "grip", "believable", "sting", "willing"))
        owner = {"visit": None, "sitting": None, kind: id_}
        state["ratings"].append({**owner, "moment": "before", **said, "room": draw(st.integers(0, 2))})


def _small_things(draw: st.DrawFn, who: str, state: State) -> None:
    for id_ in draw(keyed(ids(who, "n"))):
        things = [{"word": draw(words), "amount": "", "places": []}]
        state["noticings"].append({"id": id_, "noticed": draw(hours), "sentence": draw(words), "things": things})
    for id_ in draw(keyed(ids(who, "k"), 4)):
        shelf, place = draw(st.sampled_from(["words", "people"])), draw(st.integers(1, 3))
        state["kit"].append({"id": id_, "shelf": shelf, "place": place, "words": draw(words), "detail": ""})
    for id_ in draw(keyed(ids(who, "q"))):
        state["own_prompts"].append({"id": id_, "words": draw(words)})
    for name in draw(keyed(st.sampled_from(["tone", "off-touch"]))):
        state["wishes"].append({"name": name, "value": draw(words)})
    for thought in draw(keyed(st.sampled_from(THOUGHTS[::2]))):
        state["heavy"].append({"identity": identity(normalise(thought))})
