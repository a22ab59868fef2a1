"""How much a file holds, in whatever schema it has, and whether it holds what another one holds."""

from __future__ import annotations

import hashlib

from sqlcipher3 import dbapi2

from guesthouse.domain.safekeeping import Inside

# Tables of the search belong to their virtual tables, and follow the others.
TABLES = """
SELECT name FROM pragma_table_list
WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND name != 'entry_words' ORDER BY name
"""
ROWS = "count(*)"
CHANGED = """
count(*), max(updated_at), total(unixepoch(updated_at)), sum(CAST(substr(updated_at, 21, 6) AS INTEGER))
"""
AWAY = ", count(deleted_at)"


def count(connection: dbapi2.Connection) -> Inside:
    """Guests who have been here, their visits, entries outside of the drawer; what a schema does not know counts 0."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}

    def found(table: str, condition: str) -> int:
        if table not in tables:
            return 0
        return int(connection.execute(f"SELECT count(*) FROM {table} WHERE {condition}").fetchone()[0])

    return Inside(found("guests", "visits > 0"), found("visits", "1"), found("entries", "deleted_at IS NULL"))


def fingerprint(connection: dbapi2.Connection) -> str:
    """The same for the same content, and empty where nothing is kept yet.

    Of each table: how many rows there are, how many lie in the drawer, and when they were changed, all of them. So what
    goes shows as well as what comes, and a clock that was moved back hides nothing.
    """
    said = []
    for (table,) in connection.execute(TABLES).fetchall():
        columns = {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", [table])}
        asked = (CHANGED if "updated_at" in columns else ROWS) + (AWAY if "deleted_at" in columns else "")
        row = connection.execute(f"SELECT {asked} FROM {table}").fetchone()
        if row[0] and not table.startswith("_"):
            said.append((table, *row))
    return hashlib.sha256(repr(said).encode()).hexdigest() if said else ""
