"""The comfort kit in the file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.storage.erasing import erasing
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told

BEGUN = "kit-begun"
"""The wish that says that the kit has been filled once: whoever empties it has an empty one."""

PUT = """
INSERT INTO kit (id, shelf, place, updated_at, words, detail)
VALUES (?, ?, (SELECT coalesce(max(place), 0) + 1 FROM kit WHERE shelf = ?), ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, words = excluded.words, detail = excluded.detail
"""


class KitStore:
    """Reads and writes what lies in the kit."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def has(self, id_: str) -> bool:
        """Whether there is one with this id."""
        with told():
            return self._db.execute("SELECT 1 FROM kit WHERE id = ?", [id_]).fetchone() is not None

    def begun(self) -> bool:
        """Whether the kit was filled once."""
        with told():
            return self._db.execute("SELECT 1 FROM wishes WHERE name = ?", [BEGUN]).fetchone() is not None

    def begin(self, first: Sequence[Comfort], now: datetime) -> None:
        """Fill it with these, once."""
        moment = stored(now)[0]
        with told(), self._db.atomic():
            for comfort in first:
                self._put(comfort, moment)
            self._db.execute("INSERT OR REPLACE INTO wishes VALUES (?, ?, ?)", [BEGUN, moment, "yes"])

    def on(self, shelf: Shelf) -> list[Comfort]:
        """What lies on this shelf, in the person's own order."""
        with told():
            rows = self._db.execute(
                "SELECT id, words, detail FROM kit WHERE shelf = ? ORDER BY place, rowid", [str(shelf)]
            ).fetchall()
        return [Comfort(id_, shelf, words, detail) for id_, words, detail in rows]

    def put(self, comfort: Comfort, now: datetime) -> None:
        """A new one at the end of its shelf, or a changed one at its place."""
        with told(), self._db.atomic():
            self._put(comfort, stored(now)[0])

    def swap(self, one: str, other: str, now: datetime) -> bool:
        """Two things of a shelf change places; False if they do not lie on one shelf."""
        moment = stored(now)[0]
        with told(), self._db.atomic():
            found = self._db.execute("SELECT id, shelf, place FROM kit WHERE id IN (?, ?)", [one, other]).fetchall()
            places = {id_: place for id_, _, place in found}
            if len(found) != 2 or found[0][1] != found[1][1]:
                return False
            for id_, place in ((one, places[other]), (other, places[one])):
                self._db.execute("UPDATE kit SET place = ?, updated_at = ? WHERE id = ?", [place, moment, id_])
        return True

    def erase(self, comfort_id: str) -> bool:
        """Erase one for good; False if there is none."""
        with erasing(self._db) as erase:
            return erase("DELETE FROM kit WHERE id = ?", [comfort_id]) > 0

    def _put(self, comfort: Comfort, moment: str) -> None:
        shelf = str(comfort.shelf)
        self._db.execute(PUT, [comfort.id, shelf, shelf, moment, comfort.words, comfort.detail])
