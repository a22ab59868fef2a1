"""Pictures of entries, in the file like everything else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from guesthouse.domain.journal import Picture
from guesthouse.storage.connection import sweep
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told

OTHERS = "SELECT id FROM pictures WHERE entry = (SELECT number FROM entries WHERE id = ?)"


class PictureStore:
    """Reads and writes pictures; they go with their entry."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def add(self, entry_id: str, picture: Picture, now: datetime) -> None:
        """Put a picture to an entry that is in the file."""
        row = [picture.id, picture.kind, picture.width, picture.height, stored(now)[0], picture.name, picture.data]
        with told(), self._db.atomic():
            self._db.execute(
                "INSERT INTO pictures (id, entry, kind, width, height, updated_at, name, data)"
                " SELECT ?, number, ?, ?, ?, ?, ?, ? FROM entries WHERE id = ?",
                [*row, entry_id],
            )

    def picture(self, picture_id: str) -> Picture | None:
        """The picture with this id."""
        with told():
            row = self._db.execute(
                "SELECT id, kind, width, height, data, name FROM pictures WHERE id = ?", [picture_id]
            ).fetchone()
        return None if row is None else Picture(*row)

    def drop_others(self, entry_id: str, wanted: Sequence[str]) -> int:
        """Erase the pictures of an entry that are not wanted any more; how many there were."""
        with told():
            others = [id_ for (id_,) in self._db.execute(OTHERS, [entry_id]) if id_ not in wanted]
            if not others:
                return 0
            with self._db.atomic():
                for other in others:
                    self._db.execute("DELETE FROM pictures WHERE id = ?", [other])
            sweep(self._db)
        return len(others)
