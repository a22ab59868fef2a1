"""Makes schema_NNNN.db of the newest schema: run once for each release that changes it, never again for an old one.

python tests/data/make.py
"""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from guesthouse.domain.thought import Wording
from guesthouse.house import open_house
from guesthouse.paths import Paths
from guesthouse.storage import migrations

HERE = Path(__file__).parent


def main() -> int:
    """A file with two guests and three visits; an existing one is left as it is."""
    target = HERE / f"schema_{migrations.names()[-1][:4]}.db"
    if target.exists():
        print(f"{target.name} is there already: a released schema does not change")
        return 1
    hours = iter(datetime(2026, 3, 1, hour, tzinfo=UTC) for hour in range(24))
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.under(Path(folder))
        house = open_house(paths, clock=lambda: next(hours), random=random.Random(1))
        for words in ("Ich schaffe das nie 😞", "I’m not good enough", "im NOT good enough!!"):
            arrival = house.visitors.let_in(words, scene="garden", wording=Wording.HAVING, keep=True)
        assert arrival.guest_id is not None
        house.guest_book.name(arrival.guest_id, "the not-enough theme")
        house.close()
        target.write_bytes(paths.database.read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
