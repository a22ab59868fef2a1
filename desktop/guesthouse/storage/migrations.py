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


# The drawer is a column, since taking out of it again must bring back everything. Tags and pictures go with it,
# but entry_words may not outlive its place in the index, so that row is taken out by hand first (entry_index.py). The
# tokenizer takes every character that is not ASCII as part of a word: the words come to it folded and parted.
JOURNAL = """
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    wall TEXT NOT NULL,
    written TEXT NOT NULL,
    written_offset INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    unsearched INTEGER NOT NULL DEFAULT 1,
    source TEXT UNIQUE,
    practice TEXT,
    title TEXT NOT NULL,
    noticing TEXT NOT NULL,
    opening TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX entries_by_wall ON entries (wall DESC, number DESC) WHERE deleted_at IS NULL;

CREATE INDEX entries_by_change ON entries (updated_at) WHERE deleted_at IS NULL;

CREATE INDEX entries_in_drawer ON entries (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX entries_unsearched ON entries (number) WHERE unsearched = 1;

CREATE INDEX entries_by_practice ON entries (practice) WHERE practice IS NOT NULL;

CREATE TABLE tags (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE entry_tags (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tags (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    PRIMARY KEY (entry, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_tags_by_tag ON entry_tags (tag, entry);

CREATE TABLE entry_guests (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    guest_id TEXT NOT NULL REFERENCES guests (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    PRIMARY KEY (entry, guest_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_guests_by_guest ON entry_guests (guest_id, entry);

CREATE TABLE pictures (
    id TEXT NOT NULL PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    name TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE INDEX pictures_by_entry ON pictures (entry);

CREATE TABLE own_prompts (
    id TEXT NOT NULL PRIMARY KEY,
    updated_at TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE TABLE entry_words (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    head TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE entries_search USING fts5(
    head, body, content = '', columnsize = 0, detail = column, prefix = '1 2 3 4', tokenize = 'ascii'
);

CREATE VIRTUAL TABLE entries_pairs USING fts5(
    pairs, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);

INSERT INTO entries_search (entries_search, rank) VALUES ('secure-delete', 1);

INSERT INTO entries_pairs (entries_pairs, rank) VALUES ('secure-delete', 1);
"""


@steps(name="0002_journal")
def journal(db: Database) -> None:
    """Entries with their tags, thoughts and pictures, own prompts, and the search over the entries."""
    run(db, JOURNAL)


# A sitting keeps the title of its practice, since an own practice can be gone or be called otherwise later. What is
# written in it stands in rows of its own: one is written as one types, and all go where they are not to be kept.
PRACTICES = """
CREATE TABLE sittings (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    practice TEXT NOT NULL,
    state TEXT NOT NULL,
    step INTEGER NOT NULL DEFAULT 0,
    began TEXT NOT NULL,
    began_offset INTEGER NOT NULL,
    ended TEXT,
    ended_offset INTEGER,
    kept TEXT NOT NULL DEFAULT 'here',
    entry TEXT,
    updated_at TEXT NOT NULL,
    title TEXT NOT NULL
) STRICT;

CREATE INDEX sittings_by_practice ON sittings (practice, state, began);

CREATE INDEX sittings_going_on ON sittings (updated_at) WHERE state = 'going';

CREATE TABLE sitting_answers (
    sitting INTEGER NOT NULL REFERENCES sittings (number) ON DELETE CASCADE,
    key TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (sitting, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE standings (
    practice TEXT NOT NULL PRIMARY KEY,
    verdict TEXT,
    favourite INTEGER NOT NULL DEFAULT 0,
    unwell_at TEXT,
    updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE own_practices (
    id TEXT NOT NULL PRIMARY KEY,
    original TEXT,
    made TEXT NOT NULL,
    made_offset INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    form TEXT NOT NULL
) STRICT;

CREATE TABLE noticings (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    noticed TEXT NOT NULL,
    noticed_offset INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    sentence TEXT NOT NULL,
    things TEXT NOT NULL
) STRICT;

CREATE INDEX noticings_by_hour ON noticings (noticed DESC, number DESC);

CREATE TABLE kit (
    id TEXT NOT NULL PRIMARY KEY,
    shelf TEXT NOT NULL,
    place INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    words TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE TABLE wishes (
    name TEXT NOT NULL PRIMARY KEY,
    updated_at TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE half_done (
    name TEXT NOT NULL PRIMARY KEY,
    updated_at TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


@steps(name="0003_practices")
def practices(db: Database) -> None:
    """Practices as they were done and as they were made one's own, noticings, the comfort kit, and wishes."""
    run(db, PRACTICES)


# Of a thought that is too heavy to play with, only its identity stands here. It goes with the guest.
EXERCISES = """
CREATE TABLE ratings (
    visit TEXT REFERENCES visits (id) ON DELETE CASCADE,
    sitting INTEGER REFERENCES sittings (number) ON DELETE CASCADE,
    moment TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    room INTEGER,
    grip INTEGER,
    believable INTEGER,
    sting INTEGER,
    willing INTEGER,
    CHECK ((visit IS NULL) != (sitting IS NULL))
) STRICT;

CREATE UNIQUE INDEX ratings_by_visit ON ratings (visit, moment) WHERE visit IS NOT NULL;

CREATE UNIQUE INDEX ratings_by_sitting ON ratings (sitting, moment) WHERE sitting IS NOT NULL;

CREATE TABLE heavy (
    identity TEXT NOT NULL PRIMARY KEY,
    updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER guests_heavy_no_more AFTER DELETE ON guests BEGIN
    DELETE FROM heavy WHERE identity = old.identity;
END;
"""


@steps(name="0004_exercises")
def exercises(db: Database) -> None:
    """Ratings with a visit or a sitting, and thoughts that are too heavy to play with."""
    run(db, EXERCISES)


def run(db: Database, script: str) -> None:
    """Run the statements of a script, parted by empty lines; ``executescript`` would commit the step half-way."""
    for statement in script.strip().split("\n\n"):
        db.execute(statement)


def names() -> list[str]:
    """Every step this version knows, in their order."""
    return [step.name for step in steps.pending(Database(memory=True, execute_plugins=False))]
