"""Pictures of entries, in the file like everything else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from guesthouse.domain.journal import PICTURE, Picture
from guesthouse.storage.connection import sweep
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told

OTHERS = "SELECT id FROM pictures WHERE entry = (SELECT number FROM entries WHERE id = ?)"

HEIR = "SELECT number FROM entries WHERE id != ? AND instr(text, ?) LIMIT 1"


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
                gone = sum(not self._handed_over(other, entry_id) for other in others)
            sweep(self._db)
        return gone

    def hand_over(self, entry_id: str) -> None:
        """The pictures of an entry that is about to go, to others that show them, too; inside their transaction."""
        for (picture_id,) in self._db.execute(OTHERS, [entry_id]).fetchall():
            self._handed_over(picture_id, entry_id)

    def _handed_over(self, picture_id: str, entry_id: str) -> bool:
        """Give a picture to another entry in whose text it stands; where there is none it goes."""
        heir = self._db.execute(HEIR, [entry_id, f"({PICTURE}{picture_id})"]).fetchone()
        if heir is None:
            self._db.execute("DELETE FROM pictures WHERE id = ?", [picture_id])
            return False
        self._db.execute("UPDATE pictures SET entry = ? WHERE id = ?", [heir[0], picture_id])
        return True
