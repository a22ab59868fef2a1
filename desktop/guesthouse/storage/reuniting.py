"""What has lost its parents in a damaged file is brought back to them, by whatever else still knows of them.

A guest whose row is lost gets its words from one of its visits, or else as the search knows them; an entry whose page
is lost gets the words that the search had taken in, and its pictures; answers get a sitting again, or else become an
entry. A link that leads nowhere goes: the words matter more.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from guesthouse.domain.journal import opening_of
from guesthouse.domain.thought import identity, normalise
from guesthouse.domain.visit import Departure
from guesthouse.storage.gleaning import Gleaner
from guesthouse.storage.guests import searchable
from guesthouse.storage.times import restored, stored

PART = "|"
WITHOUT_GUEST = "guest_id NOT IN (SELECT id FROM guests)"
NEW_GUEST = "INSERT OR IGNORE INTO guests (id, identity, updated_at, words) VALUES (?, ?, ?, ?)"
SAID = f"SELECT guest_id, words, arrived FROM visits WHERE words IS NOT NULL AND {WITHOUT_GUEST} ORDER BY arrived"
UNSAID = f"SELECT guest_id, max(arrived) FROM visits WHERE {WITHOUT_GUEST} GROUP BY guest_id"
UNVISITED = "SELECT id, last_seen FROM guests WHERE visits > 0 AND id NOT IN (SELECT guest_id FROM visits)"
NEW_VISIT = """
INSERT OR IGNORE INTO visits (id, guest_id, arrived, arrived_offset, departure, scene, wording, updated_at)
VALUES (?, ?, ?, 0, ?, 'garden', 'as-it-came', ?)
"""
NEW_ENTRY = """
INSERT OR IGNORE INTO entries
    (number, id, wall, written, written_offset, updated_at, deleted_at, title, noticing, opening, text)
VALUES (?, ?, ?, ?, 0, ?, ?, ?, '', ?, ?)
"""
ANSWERS = """
SELECT sitting, max(updated_at), json_group_array(answer) FROM sitting_answers
WHERE sitting NOT IN (SELECT number FROM sittings) GROUP BY sitting
"""
NEW_SITTING = """
INSERT OR IGNORE INTO sittings (number, id, practice, state, began, began_offset, updated_at, title)
VALUES (?, ?, ?, ?, ?, 0, ?, '')
"""
COUNTED = """
UPDATE guests SET visits = (SELECT count(*) FROM visits WHERE guest_id = guests.id),
    last_seen = coalesce((SELECT max(arrived) FROM visits WHERE guest_id = guests.id), '')
"""


def reunite(target: Database, source: Gleaner, now: datetime) -> int:
    """Bring back what can be, drop what leads nowhere, and have the search made anew.

    Returns of how many guests and entries the words stand as the search knew them.
    """
    only_words = _guests(target, source)
    _visits(target)
    only_words += _entries(target, source, now)
    _answers(target, source, now)
    _tags(target, source, now)
    _drop_what_leads_nowhere(target)
    target.execute(COUNTED)
    _search(target)
    return only_words


def _guests(target: Database, source: Gleaner) -> int:
    """Guests of visits that are there; returns how many are known by the search alone."""
    for guest_id, words, arrived in target.execute(SAID).fetchall():
        _guest(target, guest_id, words, identity(normalise(words)), arrived)
    lost = target.execute(UNSAID).fetchall()
    if not lost:
        return 0
    numbers = {id_: number for number, (id_,) in source.narrow("guests", ("number", "id"), "id").items()}
    identities = source.narrow("guests", ("number", "identity"), "identity")
    found = {row[1]: row[2] for row in source.numbered("guests_search_content", ("id", "c0"))}
    back = 0
    for guest_id, arrived in lost:
        number = numbers.get(guest_id)
        if found.get(number):
            back += 1
            words = found[number].split("\n")[0]
            key = identities[number][0] if number in identities else identity(normalise(words))
            _guest(target, guest_id, words, key, arrived)
    return back


def _guest(target: Database, guest_id: str, words: str, key: str, arrived: str) -> None:
    """A guest again; where its words are known by another id, its visits are that one's."""
    target.execute(NEW_GUEST, [guest_id, key, arrived, words])
    target.execute(
        "UPDATE visits SET guest_id = (SELECT id FROM guests WHERE identity = ?) WHERE guest_id = ?", [key, guest_id]
    )


def _visits(target: Database) -> None:
    """A guest whose visits are all lost was here at least when it was last seen; without one it would not be met."""
    for guest_id, last_seen in target.execute(UNVISITED).fetchall():
        if _is_time(last_seen):
            how = str(Departure.APP_CLOSED)
            target.execute(NEW_VISIT, [_new(guest_id, last_seen), guest_id, last_seen, how, last_seen])


def _entries(target: Database, source: Gleaner, now: datetime) -> int:
    """Entries that only the search knows, or only their pictures; returns how many."""
    there = {number for (number,) in target.execute("SELECT number FROM entries").fetchall()}
    known = {
        row[1]: row[2:]
        for row in source.numbered("entry_words", ("entry", "head", "body"))
        if row[1] not in there  # the words of all entries may be too many to hold
    }
    pictures: dict[int, list[str]] = {}
    if "pictures" in target.table_names():
        for number, id_ in target.execute("SELECT entry, id FROM pictures ORDER BY rowid").fetchall():
            pictures.setdefault(number, []).append(id_)
    lost = sorted({*known, *pictures} - there)
    if not lost:
        return 0
    ids = source.narrow("entries", ("number", "id"), "id")
    walls = source.narrow("entries", ("number", "wall"), "wall", "deleted_at IS NULL")
    gone = source.narrow("entries", ("number", "deleted_at"), "deleted_at", "deleted_at IS NOT NULL")
    for number in lost:
        title, text = _words(*known.get(number, ("", "")))
        shown = [f"![](picture:{id_})" for id_ in pictures.get(number, [])]
        text = "\n\n".join([*([text] if text else []), *shown])
        when = _hour(walls[number][0] if number in walls else "", now)
        id_ = ids[number][0] if number in ids else _new("entry", number)
        _entry(target, (number, id_, when, gone[number][0] if number in gone else None), title, text)
    return len(lost)


def _entry(target: Database, facts: tuple[int | None, str, datetime, str | None], title: str, text: str) -> None:
    number, id_, when, deleted = facts
    moment, wall = stored(when)[0], when.replace(tzinfo=None).isoformat(timespec="microseconds")
    target.execute(NEW_ENTRY, [number, id_, wall, moment, moment, deleted, title, opening_of(text), text])


def _words(head: str, body: str) -> tuple[str, str]:
    """Title and text as the search took them in: the first part of each is title and noticing (see entry_index.py)."""
    titles = [part.strip() for part in head.split(f" {PART} ")]
    parts = [part.strip(f" {PART}") for part in body.split(f" {PART} ")]
    return (titles[1] if len(titles) > 1 else ""), "\n\n".join(part for part in parts if part)


def _answers(target: Database, source: Gleaner, now: datetime) -> None:
    """What was written in a sitting of which nothing else is there."""
    lost = target.execute(ANSWERS).fetchall()
    if not lost:
        return
    ids = source.narrow("sittings", ("number", "id"), "id")
    kinds = source.narrow("sittings", ("number", "practice", "state", "began"), "practice")
    for number, updated, answers in lost:
        if number in kinds:
            id_ = ids[number][0] if number in ids else _new("sitting", number)
            target.execute(NEW_SITTING, [number, id_, *kinds[number], updated])
        else:
            when = _hour(updated, now)
            _entry(target, (None, _new("answers", number), when, None), "", _told(json.loads(answers)))


def _tags(target: Database, source: Gleaner, now: datetime) -> None:
    """Tags whose names are lost have those by which they are compared."""
    if target.execute("SELECT 1 FROM entry_tags WHERE tag NOT IN (SELECT number FROM tags) LIMIT 1").fetchone():
        for number, (name,) in source.narrow("tags", ("number", "folded"), "folded").items():
            target.execute(
                "INSERT OR IGNORE INTO tags (number, name, folded, updated_at) VALUES (?, ?, ?, ?)",
                [number, name, name, stored(now)[0]],
            )


def _told(answers: Sequence[str]) -> str:
    """Answers as the text of an entry."""
    words: list[str] = []
    for answer in answers:
        with suppress(ValueError):
            read = json.loads(answer)
            words += [read] if isinstance(read, str) else map(str, read if isinstance(read, list) else [])
    return "\n\n".join(words)


def _drop_what_leads_nowhere(target: Database) -> None:
    tables = [name for (name,) in target.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    for table in tables:
        for row in target.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            parent, column, key = row[2:5]
            target.execute(
                f"DELETE FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {parent})"
            )


def _search(target: Database) -> None:
    """Guests are found from now on; entries as soon as something is looked for."""
    target.execute("DELETE FROM guests_search")
    for number, words, theme in target.execute("SELECT number, words, theme FROM guests").fetchall():
        row = [number, searchable(words, theme)]
        target.execute("INSERT INTO guests_search (rowid, folded) VALUES (?, ?)", row)
    target.execute("UPDATE entries SET unsearched = 1")


def _hour(text: str, now: datetime) -> datetime:
    """An hour that stands in an index without its offset, or else now."""
    with suppress(ValueError):
        return datetime.fromisoformat(text.rstrip("Z") + "+00:00")
    return restored(*stored(now))


def _is_time(text: Any) -> bool:
    with suppress(ValueError, TypeError):
        restored(text, 0)
        return True
    return False


def _new(*facts: object) -> str:
    """An id that is the same however often it is salvaged."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, " ".join(map(str, facts))))
