"""The schema, as named steps that are only ever appended to.

Nothing here imports the domain: a step that a released version has taken must never change its meaning. A table that
is remade with ``transform()`` loses its triggers and its partial indexes; the step writes them anew.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

SET = "guesthouse"
steps = Migrations(SET)

# What is short stands before what can be long, so that it is read without the pages of the long text. The words of a
# visit are NULL where they are the guest's own, to the byte.
# detail = none, since with 'secure-delete' and detail = full the index broke (SQLite 3.53.4) after an UPDATE of a text
# in which a word stands some 300 times.
GUESTS_AND_VISITS = """
CREATE TABLE guests (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    identity TEXT NOT NULL UNIQUE,
    visits INTEGER NOT NULL DEFAULT 0,
    last_seen TEXT NOT NULL DEFAULT '',
    updated_at TEXT NOT NULL,
    theme TEXT,
    words TEXT NOT NULL
) STRICT;

CREATE INDEX guests_by_last_seen ON guests (last_seen DESC, number DESC) WHERE visits > 0;

CREATE TABLE visits (
    id TEXT NOT NULL PRIMARY KEY,
    guest_id TEXT NOT NULL REFERENCES guests (id) ON DELETE CASCADE,
    arrived TEXT NOT NULL,
    arrived_offset INTEGER NOT NULL,
    departed TEXT,
    departed_offset INTEGER,
    departure TEXT,
    scene TEXT NOT NULL,
    wording TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    words TEXT
) STRICT;

CREATE INDEX visits_by_guest ON visits (guest_id, arrived, arrived_offset);

CREATE INDEX visits_going_on ON visits (id) WHERE departure IS NULL;

CREATE TRIGGER visits_counted AFTER INSERT ON visits BEGIN
    UPDATE guests SET visits = visits + 1, last_seen = max(last_seen, new.arrived) WHERE id = new.guest_id;
END;

CREATE TRIGGER visits_uncounted AFTER DELETE ON visits BEGIN
    UPDATE guests SET visits = visits - 1,
        last_seen = coalesce((SELECT max(arrived) FROM visits WHERE guest_id = old.guest_id), '')
    WHERE id = old.guest_id;
END;

CREATE TABLE drafts (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    updated_at TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE guests_search USING fts5(
    folded, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = none
);

INSERT INTO guests_search (guests_search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER guests_found_no_more AFTER DELETE ON guests BEGIN
    DELETE FROM guests_search WHERE rowid = old.number;
END;
"""


@steps(name="0001_guests_and_visits")
def guests_and_visits(db: Database) -> None:
    """Guests, their visits, what is half-typed, and the search over words and themes."""
    run(db, GUESTS_AND_VISITS)


def run(db: Database, script: str) -> None:
    """Run the statements of a script, parted by empty lines; ``executescript`` would commit the step half-way."""
    for statement in script.strip().split("\n\n"):
        db.execute(statement)


def names() -> list[str]:
    """Every step this version knows, in their order."""
    return [step.name for step in steps.pending(Database(memory=True, execute_plugins=False))]
