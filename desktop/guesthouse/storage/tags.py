"""Tags: given to entries, spelled as the person spells them, told apart without case and accents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from guesthouse.domain.journal import Tag
from guesthouse.domain.thought import fold
from guesthouse.storage.connection import sweep
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told

OF_ENTRY = "SELECT t.name FROM entry_tags e JOIN tags t ON t.number = e.tag WHERE e.entry = ? ORDER BY e.place"
ALL = """
SELECT name, many - coalesce(away, 0) AS left FROM tags
JOIN (SELECT tag, count(*) AS many FROM entry_tags GROUP BY tag) ON tag = number
LEFT JOIN (
    SELECT e.tag AS gone, count(*) AS away FROM entries n INDEXED BY entries_in_drawer
    CROSS JOIN entry_tags e ON e.entry = n.number
    WHERE n.deleted_at IS NOT NULL GROUP BY e.tag
) ON gone = number
WHERE left > 0 ORDER BY folded
"""
CARRIED = (
    "UPDATE entries SET unsearched = 1, updated_at = ? WHERE number IN (SELECT entry FROM entry_tags WHERE tag = ?)"
)


class TagStore:
    """Reads and changes tags."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def all(self) -> list[Tag]:
        """Every tag in use, by its name."""
        with told():
            return [Tag(name, entries) for name, entries in self._db.execute(ALL).fetchall()]

    def of(self, number: int) -> tuple[str, ...]:
        """The tags of the entry with this number, in their order."""
        return tuple(name for (name,) in self._db.execute(OF_ENTRY, [number]))

    def give(self, number: int, names: Sequence[str], now: datetime) -> None:
        """These tags and no others; inside the caller's transaction. A new spelling of a tag is the tag there is."""
        if self.of(number) == tuple(names):
            return
        self._db.execute("DELETE FROM entry_tags WHERE entry = ?", [number])
        for place, name in enumerate(names):
            tag = self._number(name, now)
            self._db.execute(
                "INSERT OR IGNORE INTO entry_tags (entry, tag, place) VALUES (?, ?, ?)", [number, tag, place]
            )
        self.sweep_out()

    def entries(self, name: str) -> set[int]:
        """The numbers of the entries that carry this tag."""
        with told():
            rows = self._db.execute(
                "SELECT e.entry FROM entry_tags e JOIN tags t ON t.number = e.tag WHERE t.folded = ?", [fold(name)]
            )
            return {number for (number,) in rows}

    def rename(self, old: str, new: str, now: datetime) -> bool:
        """Call a tag by another name; where that one is there already, the two are one. False without the old one."""
        with told():
            with self._db.atomic():
                tag = self._known(old)
                if tag is None:
                    return False
                other = self._known(new)
                self._db.execute(CARRIED, [stored(now)[0], tag])
                if other is None or other == tag:
                    self._db.execute(
                        "UPDATE tags SET name = ?, folded = ?, updated_at = ? WHERE number = ?",
                        [new, fold(new), stored(now)[0], tag],
                    )
                else:
                    self._db.execute("UPDATE OR IGNORE entry_tags SET tag = ? WHERE tag = ?", [other, tag])
                    self._db.execute("DELETE FROM tags WHERE number = ?", [tag])
            sweep(self._db)
        return True

    def remove(self, name: str, now: datetime) -> bool:
        """Take a tag from every entry; the entries stay. False if there is none."""
        with told():
            with self._db.atomic():
                tag = self._known(name)
                if tag is None:
                    return False
                self._db.execute(CARRIED, [stored(now)[0], tag])
                self._db.execute("DELETE FROM tags WHERE number = ?", [tag])
            sweep(self._db)
        return True

    def sweep_out(self) -> None:
        """Forget tags that no entry carries; inside the caller's transaction."""
        self._db.execute("DELETE FROM tags WHERE number NOT IN (SELECT tag FROM entry_tags)")

    def _known(self, name: str) -> int | None:
        row = self._db.execute("SELECT number FROM tags WHERE folded = ?", [fold(name)]).fetchone()
        return None if row is None else int(row[0])

    def _number(self, name: str, now: datetime) -> int:
        known = self._known(name)
        if known is not None:
            return known
        made = self._db.execute(
            "INSERT INTO tags (name, folded, updated_at) VALUES (?, ?, ?) RETURNING number",
            [name, fold(name), stored(now)[0]],
        )
        return int(made.fetchall()[0][0])
