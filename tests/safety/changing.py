"""A child of a later version that takes a step in three parts, and fails or waits to be killed between them.

python -m tests.safety.changing FOLDER fail|wait|wait-behind [KEY]
"""

from __future__ import annotations

import sys
from pathlib import Path

from sqlite_utils import Database, Migrations

from guesthouse.errors import GuesthouseError
from guesthouse.storage import migrations
from guesthouse.storage.connection import Place, open_database
from tests.safety.hands import Clock


def main(folder: Path, what: str, key: bytes | None) -> int:
    """Take the step as opening does."""
    later = Migrations(migrations.SET)
    for known in migrations.steps.pending(Database(memory=True)):
        later(name=known.name)(known.fn)

    @later(name="9999_in_three_parts")
    def step(db: Database) -> None:
        db.execute("ALTER TABLE visits ADD COLUMN mood TEXT")
        db.execute("UPDATE guests SET words = words || ' as it was never said'")
        db.execute("PRAGMA cache_size = 10")  # what is too much for it goes to the log before the end
        if what != "wait-behind":
            db.execute("CREATE TABLE large AS SELECT a.words || b.words AS words FROM guests a, guests b")
        if what == "fail":
            db.execute("INSERT INTO nowhere VALUES (1)")
        if what == "wait":
            wait()

    try:
        database = open_database(Place(folder / "guesthouse.db", folder / "backups", key), Clock(), later)
    except GuesthouseError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return 1
    wait()
    database.close()
    return 0


def wait() -> None:
    """Say so, and go on when told to."""
    sys.stdout.write("here\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], bytes.fromhex(sys.argv[3]) if len(sys.argv) > 3 else None))
