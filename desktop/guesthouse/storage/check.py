"""Is the file whole? Reads all of it, beside an open window too, and changes nothing."""

from __future__ import annotations

from contextlib import closing

from guesthouse.errors import FileDamaged
from guesthouse.storage import migrations
from guesthouse.storage.connection import Place, look_inside, reader
from guesthouse.storage.header import look_at_header
from guesthouse.storage.trouble import told


def check(place: Place) -> None:
    """Say nothing if the file is ours, not too new, and whole; else raise the Trouble it is in."""
    look_at_header(place.file, keyed=place.key is not None)
    look_inside(place, set(migrations.names()))
    with told(place.file), closing(reader(place)) as connection:
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise FileDamaged(place.file)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise FileDamaged(place.file)
        if place.key is not None and connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            raise FileDamaged(place.file)
