"""How the rows of each table become records, the plain tables that stand in an export (docs/export-format.md).

Left out is what follows from the rest: numbers, counts, folded names, openings, and what the searches know.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from guesthouse.errors import FileDamaged
from guesthouse.storage.times import restored

Record = dict[str, Any]
Shape = Callable[[Database, Sequence[Any]], Record]

TAGS_OF = "SELECT t.name FROM entry_tags e JOIN tags t ON t.number = e.tag WHERE e.entry = ? ORDER BY e.place"
GUESTS_OF = "SELECT guest_id FROM entry_guests WHERE entry = ? ORDER BY place"
ANSWERS_OF = "SELECT key, answer, updated_at FROM sitting_answers WHERE sitting = ? ORDER BY key"


@dataclass(frozen=True)
class Source:
    """How a kind is read: a SELECT, by what one record is found, the order of all, and what a row becomes."""

    select: str
    key: str
    order: str
    shape: Shape


def hour(moment: str, offset: int | None) -> str:
    """A time as it stood on the wall, with its offset."""
    return restored(moment, offset or 0).isoformat(timespec="microseconds")


def parsed(text: str) -> Any:
    """The JSON that we have written. Raises FileDamaged."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise FileDamaged from None


def column(database: Database, select: str, values: Sequence[Any]) -> list[Any]:
    """The first column of a SELECT."""
    return [row[0] for row in database.execute(select, values)]


def _plain(*names: str) -> Shape:
    """The columns as they are."""
    return lambda _database, row: dict(zip(names, row, strict=True))


def _visit(_database: Database, row: Sequence[Any]) -> Record:
    id_, guest, words, arrived, arrived_offset, departed, departed_offset, departure, scene, wording, updated = row
    return {
        "id": id_,
        "guest": guest,
        "words": words,
        "arrived": hour(arrived, arrived_offset),
        "departed": None if departed is None else hour(departed, departed_offset),
        "departure": departure,
        "scene": scene,
        "wording": wording,
        "updated": updated,
    }


def _entry(database: Database, row: Sequence[Any]) -> Record:
    number, id_, written, offset, title, noticing, text, practice, source, deleted, updated = row
    return {
        "id": id_,
        "written": hour(written, offset),
        "title": title,
        "noticing": noticing,
        "text": text,
        "tags": column(database, TAGS_OF, [number]),
        "guests": column(database, GUESTS_OF, [number]),
        "practice": practice,
        "source": source,
        "deleted": deleted,
        "updated": updated,
    }


def _sitting(database: Database, row: Sequence[Any]) -> Record:
    number, id_, practice, title, state, step, began, began_offset, ended, ended_offset, kept, entry, updated = row
    answers = database.execute(ANSWERS_OF, [number]).fetchall()
    return {
        "id": id_,
        "practice": practice,
        "title": title,
        "state": state,
        "step": step,
        "began": hour(began, began_offset),
        "ended": None if ended is None else hour(ended, ended_offset),
        "kept": kept,
        "entry": entry,
        "answers": [{"key": key, "answer": parsed(answer), "updated": at} for key, answer, at in answers],
        "updated": updated,
    }


def _standing(_database: Database, row: Sequence[Any]) -> Record:
    practice, verdict, favourite, unwell, updated = row
    said = {"practice": practice, "verdict": verdict, "favourite": bool(favourite)}
    return {**said, "unwell": unwell, "updated": updated}


def _own_practice(_database: Database, row: Sequence[Any]) -> Record:
    id_, original, made, offset, form, updated = row
    return {"id": id_, "original": original, "made": hour(made, offset), "form": form, "updated": updated}


def _noticing(_database: Database, row: Sequence[Any]) -> Record:
    id_, noticed, offset, sentence, things, updated = row
    return {
        "id": id_,
        "noticed": hour(noticed, offset),
        "sentence": sentence,
        "things": [{"word": word, "amount": amount, "places": places} for word, amount, places in parsed(things)],
        "updated": updated,
    }


SOURCES: Mapping[str, Source] = {
    "guests": Source(
        "SELECT id, identity, words, theme, updated_at FROM guests",
        "identity = ?",
        "number",
        _plain("id", "identity", "words", "theme", "updated"),
    ),
    "visits": Source(
        "SELECT v.id, v.guest_id, coalesce(v.words, g.words), v.arrived, v.arrived_offset, v.departed,"
        " v.departed_offset, v.departure, v.scene, v.wording, v.updated_at"
        " FROM visits v JOIN guests g ON g.id = v.guest_id",
        "v.id = ?",
        "v.rowid",
        _visit,
    ),
    "drafts": Source("SELECT words, updated_at FROM drafts", "id = 1", "id", _plain("words", "updated")),
    "tags": Source("SELECT name, updated_at FROM tags", "folded = ?", "number", _plain("name", "updated")),
    "entries": Source(
        "SELECT number, id, written, written_offset, title, noticing, text, practice, source, deleted_at, updated_at"
        " FROM entries",
        "id = ?",
        "number",
        _entry,
    ),
    "pictures": Source(
        "SELECT p.id, e.id, p.kind, p.width, p.height, p.name, p.data, p.updated_at"
        " FROM pictures p JOIN entries e ON e.number = p.entry",
        "p.id = ?",
        "p.rowid",
        _plain("id", "entry", "kind", "width", "height", "name", "data", "updated"),
    ),
    "own_prompts": Source(
        "SELECT id, words, updated_at FROM own_prompts", "id = ?", "rowid", _plain("id", "words", "updated")
    ),
    "sittings": Source(
        "SELECT number, id, practice, title, state, step, began, began_offset, ended, ended_offset, kept, entry,"
        " updated_at FROM sittings",
        "id = ?",
        "number",
        _sitting,
    ),
    "standings": Source(
        "SELECT practice, verdict, favourite, unwell_at, updated_at FROM standings",
        "practice = ?",
        "practice",
        _standing,
    ),
    "own_practices": Source(
        "SELECT id, original, made, made_offset, form, updated_at FROM own_practices",
        "id = ?",
        "made, rowid",
        _own_practice,
    ),
    "noticings": Source(
        "SELECT id, noticed, noticed_offset, sentence, things, updated_at FROM noticings", "id = ?", "number", _noticing
    ),
    "kit": Source(
        "SELECT id, shelf, place, words, detail, updated_at FROM kit",
        "id = ?",
        "shelf, place, rowid",
        _plain("id", "shelf", "place", "words", "detail", "updated"),
    ),
    "wishes": Source(
        "SELECT name, value, updated_at FROM wishes", "name = ?", "name", _plain("name", "value", "updated")
    ),
    "half_done": Source(
        "SELECT name, words, updated_at FROM half_done", "name = ?", "name", _plain("name", "words", "updated")
    ),
    "ratings": Source(
        "SELECT r.visit, s.id, r.moment, r.room, r.grip, r.believable, r.sting, r.willing, r.updated_at"
        " FROM ratings r LEFT JOIN sittings s ON s.number = r.sitting",
        "r.visit = ? AND r.moment = ?",
        "r.rowid",
        _plain("visit", "sitting", "moment", "room", "grip", "believable", "sting", "willing", "updated"),
    ),
    "heavy": Source(
        "SELECT identity, updated_at FROM heavy", "identity = ?", "identity", _plain("identity", "updated")
    ),
}
"""Every kind, in the order in which they stand in an export: what is referred to stands first."""
