"""Ratings: what was said of a thought before and after, with its visit or its sitting."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from guesthouse.domain.ratings import NAMES, Moment, Ratings
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import one_of, told

COLUMNS = ", ".join(NAMES)
MARKS = ", ".join("?" for _ in NAMES)
# What they belong to may have been erased meanwhile; then nothing is written.
OF_VISIT = "SELECT id FROM visits WHERE id = ?"
OF_SITTING = "SELECT number FROM sittings WHERE id = ?"


class RatingStore:
    """Reads and writes ratings."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def keep_of_visit(self, visit: str, moment: Moment, ratings: Ratings, now: datetime) -> None:
        """In place of what was said at this moment before; where nothing was said, nothing stands there."""
        self._keep("visit", OF_VISIT, visit, (moment, ratings, now))

    def keep_of_sitting(self, sitting: str, moment: Moment, ratings: Ratings, now: datetime) -> None:
        """In place of what was said at this moment before; where nothing was said, nothing stands there."""
        self._keep("sitting", OF_SITTING, sitting, (moment, ratings, now))

    def of_visit(self, visit: str) -> dict[Moment, Ratings]:
        """What was said with this visit."""
        return self._of("visit", OF_VISIT, visit)

    def of_sitting(self, sitting: str) -> dict[Moment, Ratings]:
        """What was said in this sitting."""
        return self._of("sitting", OF_SITTING, sitting)

    def _keep(self, column: str, number: str, id_: str, said: tuple[Moment, Ratings, datetime]) -> None:
        moment, ratings, now = said
        with told(), self._db.atomic():
            self._db.execute(f"DELETE FROM ratings WHERE {column} = ({number}) AND moment = ?", [id_, str(moment)])
            if not ratings.said:
                return
            self._db.execute(
                f"INSERT INTO ratings ({column}, moment, updated_at, {COLUMNS})"
                f" SELECT its, ?, ?, {MARKS} FROM (SELECT ({number}) AS its) WHERE its IS NOT NULL",
                [str(moment), stored(now)[0], *ratings.values().values(), id_],
            )

    def _of(self, column: str, number: str, id_: str) -> dict[Moment, Ratings]:
        with told():
            rows = self._db.execute(
                f"SELECT moment, {COLUMNS} FROM ratings WHERE {column} = ({number})", [id_]
            ).fetchall()
        return {one_of(Moment, moment): Ratings(*values) for moment, *values in rows}
