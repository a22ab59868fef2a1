"""Records of an export into the file (see archive_rows.py), inside the transaction of who calls."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from guesthouse.domain.journal import opening_of
from guesthouse.domain.thought import fold
from guesthouse.storage.archive_rows import Record
from guesthouse.storage.guests import searchable
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told

PLAIN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "own_prompts": ("id", ("id", "words")),
    "wishes": ("name", ("name", "value")),
    "half_done": ("name", ("name", "words")),
    "heavy": ("identity", ("identity",)),
    "kit": ("id", ("id", "shelf", "place", "words", "detail")),
}
"""Tables whose columns are the fields: what a row is found by, and the columns beside ``updated_at``."""

GUEST = """
INSERT INTO guests (id, identity, updated_at, theme, words) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (identity) DO UPDATE SET updated_at = excluded.updated_at, theme = excluded.theme
RETURNING number, words
"""
# The words of a visit are NULL where they are the guest's own, to the byte.
SPELL_OUT = "UPDATE visits SET words = (SELECT words FROM guests WHERE id = ?1) WHERE guest_id = ?1 AND words IS NULL"
SHORTEN = "UPDATE visits SET words = NULL WHERE guest_id = ?1 AND words = (SELECT words FROM guests WHERE id = ?1)"
RECOUNT = """
UPDATE guests SET visits = many, last_seen = latest
FROM (SELECT count(*) AS many, coalesce(max(arrived), '') AS latest FROM visits WHERE guest_id = ?1)
WHERE id = ?1 AND (visits, last_seen) IS NOT (many, latest)
"""
TAGGED = "UPDATE entries SET unsearched = 1 WHERE number IN (SELECT entry FROM entry_tags WHERE tag = ?)"


class ArchiveWriter:
    """Puts records in place of those with the same key. Guests come before their visits, entries before pictures."""

    def __init__(self, database: Database) -> None:
        """Use an open database, in a transaction; what belongs together is looked at when that ends."""
        self._db = database
        self._touched: set[str] = set()
        self._run("PRAGMA defer_foreign_keys = ON")
        self._puts: Mapping[str, Callable[[Record], object]] = {
            "guests": self._guest,
            "visits": self._visit,
            "drafts": self._draft,
            "tags": self._tag,
            "entries": self._entry,
            "pictures": self._picture,
            "sittings": self._sitting,
            "standings": self._standing,
            "own_practices": self._own_practice,
            "noticings": self._noticing,
            "ratings": self._rating,
        }

    def put(self, kind: str, record: Record) -> None:
        """Write one, new or changed."""
        with told():
            if kind in PLAIN:
                key, columns = PLAIN[kind]
                self._upsert(kind, key, {**{name: record[name] for name in columns}, "updated_at": record["updated"]})
            else:
                self._puts[kind](record)

    def rename(self, kind: str, ids: Mapping[str, str]) -> None:
        """Other ids for guests, entries or things of the kit; the first half of it, since two may change theirs."""
        with told():
            for step in ({old: f"\0{new}" for old, new in ids.items()}, {f"\0{new}": new for new in ids.values()}):
                for old, new in step.items():
                    self._rename(kind, old, new)

    def place(self, places: Mapping[str, int]) -> None:
        """Where things of the kit lie on their shelves."""
        with told():
            for id_, place in places.items():
                self._run("UPDATE kit SET place = ? WHERE id = ? AND place != ?", place, id_, place)

    def finish(self) -> None:
        """Counts and tags as they follow from the rest."""
        with told():
            for guest_id in self._touched:
                self._run(SHORTEN, guest_id)
                self._run(RECOUNT, guest_id)
            self._run("DELETE FROM tags WHERE number NOT IN (SELECT tag FROM entry_tags)")

    def _run(self, statement: str, *values: Any) -> list[Any]:
        return list(self._db.execute(statement, values).fetchall())

    def _upsert(self, table: str, key: str, columns: Mapping[str, Any], returning: str = "") -> Any:
        names, marks = ", ".join(columns), ", ".join("?" for _ in columns)
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns if name != key)
        rows = self._run(
            f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {changes}"
            + (f" RETURNING {returning}" if returning else ""),
            *columns.values(),
        )
        return rows[0][0] if rows else None

    def _rename(self, kind: str, old: str, new: str) -> None:
        self._run(f"UPDATE {kind} SET id = ? WHERE id = ?", new, old)
        if kind == "guests":
            self._run("UPDATE visits SET guest_id = ? WHERE guest_id = ?", new, old)
            self._run("UPDATE entry_guests SET guest_id = ? WHERE guest_id = ?", new, old)
        elif kind == "entries":
            self._run("UPDATE sittings SET entry = ? WHERE entry = ?", new, old)

    def _guest(self, guest: Record) -> None:
        id_, words, theme = guest["id"], guest["words"], guest["theme"]
        row = [id_, guest["identity"], guest["updated"], theme, words]
        ((number, before),) = self._run(GUEST, *row)
        self._touched.add(id_)
        if before != words:
            self._run(SPELL_OUT, id_)
            self._run("UPDATE guests SET words = ? WHERE number = ?", words, number)
        self._run("DELETE FROM guests_search WHERE rowid = ?", number)
        self._run("INSERT INTO guests_search (rowid, folded) VALUES (?, ?)", number, searchable(words, theme))

    def _visit(self, visit: Record) -> None:
        before = self._run("SELECT guest_id FROM visits WHERE id = ?", visit["id"])
        self._touched.update([visit["guest"], *(guest for (guest,) in before)])
        arrived, arrived_offset = _hour(visit["arrived"])
        departed, departed_offset = _hour(visit["departed"])
        columns = {
            "id": visit["id"],
            "guest_id": visit["guest"],
            "arrived": arrived,
            "arrived_offset": arrived_offset,
            "departed": departed,
            "departed_offset": departed_offset,
            "departure": visit["departure"],
            "scene": visit["scene"],
            "wording": visit["wording"],
            "updated_at": visit["updated"],
            "words": visit["words"],
        }
        self._upsert("visits", "id", columns)

    def _draft(self, draft: Record) -> None:
        self._upsert("drafts", "id", {"id": 1, "updated_at": draft["updated"], "words": draft["words"]})

    def _tag(self, tag: Record) -> None:
        columns = {"name": tag["name"], "folded": fold(tag["name"]), "updated_at": tag["updated"]}
        number = self._upsert("tags", "folded", columns, "number")
        self._run(TAGGED, number)

    def _entry(self, entry: Record) -> None:
        written, offset = _hour(entry["written"])
        wall = datetime.fromisoformat(entry["written"]).replace(tzinfo=None).isoformat(timespec="microseconds")
        columns = {
            "id": entry["id"],
            "wall": wall,
            "written": written,
            "written_offset": offset,
            "updated_at": entry["updated"],
            "deleted_at": entry["deleted"],
            "unsearched": 1,
            "source": entry["source"],
            "practice": entry["practice"],
            "title": entry["title"],
            "noticing": entry["noticing"],
            "opening": opening_of(entry["text"]),
            "text": entry["text"],
        }
        number = self._upsert("entries", "id", columns, "number")
        self._run("DELETE FROM entry_tags WHERE entry = ?", number)
        self._run("DELETE FROM entry_guests WHERE entry = ?", number)
        for place, name in enumerate(entry["tags"]):
            self._run(
                "INSERT INTO entry_tags (entry, tag, place) SELECT ?, number, ? FROM tags WHERE folded = ?",
                *(number, place, fold(name)),
            )
        for place, guest in enumerate(entry["guests"]):
            self._run("INSERT INTO entry_guests (entry, guest_id, place) VALUES (?, ?, ?)", number, guest, place)

    def _picture(self, picture: Record) -> None:
        ((entry,),) = self._run("SELECT number FROM entries WHERE id = ?", picture["entry"])
        plain = ("id", "kind", "width", "height", "name", "data")
        columns = {**{name: picture[name] for name in plain}, "entry": entry, "updated_at": picture["updated"]}
        self._upsert("pictures", "id", columns)

    def _sitting(self, sitting: Record) -> None:
        began, began_offset = _hour(sitting["began"])
        ended, ended_offset = _hour(sitting["ended"])
        plain = ("id", "practice", "state", "step", "kept", "entry", "title")
        columns = {
            **{name: sitting[name] for name in plain},
            "began": began,
            "began_offset": began_offset,
            "ended": ended,
            "ended_offset": ended_offset,
            "updated_at": sitting["updated"],
        }
        number = self._upsert("sittings", "id", columns, "number")
        self._run("DELETE FROM sitting_answers WHERE sitting = ?", number)
        for one in sitting["answers"]:
            answer = json.dumps(one["answer"], ensure_ascii=False)
            self._run("INSERT INTO sitting_answers VALUES (?, ?, ?, ?)", number, one["key"], one["updated"], answer)

    def _standing(self, standing: Record) -> None:
        columns = {
            "practice": standing["practice"],
            "verdict": standing["verdict"],
            "favourite": int(standing["favourite"]),
            "unwell_at": standing["unwell"],
            "updated_at": standing["updated"],
        }
        self._upsert("standings", "practice", columns)

    def _own_practice(self, practice: Record) -> None:
        made, offset = _hour(practice["made"])
        plain = {name: practice[name] for name in ("id", "original", "form")}
        columns = {**plain, "made": made, "made_offset": offset, "updated_at": practice["updated"]}
        self._upsert("own_practices", "id", columns)

    def _noticing(self, noticing: Record) -> None:
        noticed, offset = _hour(noticing["noticed"])
        things = [[thing["word"], thing["amount"], thing["places"]] for thing in noticing["things"]]
        columns = {
            "id": noticing["id"],
            "noticed": noticed,
            "noticed_offset": offset,
            "updated_at": noticing["updated"],
            "sentence": noticing["sentence"],
            "things": json.dumps(things, ensure_ascii=False),
        }
        self._upsert("noticings", "id", columns)

    def _rating(self, rating: Record) -> None:
        column = "sitting" if rating["visit"] is None else "visit"
        of = rating["visit"]
        if of is None:
            ((of,),) = self._run("SELECT number FROM sittings WHERE id = ?", rating["sitting"])
        self._run(f"DELETE FROM ratings WHERE {column} = ? AND moment = ?", of, rating["moment"])
        said = {name: rating[name] for name in ("moment", "room", "grip", "believable", "sting", "willing")}
        columns = {column: of, **said, "updated_at": rating["updated"]}
        names, marks = ", ".join(columns), ", ".join("?" for _ in columns)
        self._run(f"INSERT INTO ratings ({names}) VALUES ({marks})", *columns.values())


def _hour(text: str | None) -> tuple[str | None, int | None]:
    return (None, None) if text is None else stored(datetime.fromisoformat(text))
