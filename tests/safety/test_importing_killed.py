"""kill -9 while an export comes in or goes out: all of it or nothing, and nothing half lies about."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

import pytest

from guesthouse.domain.thought import identity, normalise
from guesthouse.formats.archive_form import FIELDS
from guesthouse.house import check_house
from guesthouse.paths import Paths
from guesthouse.services.archive import Archive
from guesthouse.storage.connection import Place
from tests.safety.hands import KEY, Clock, contents, heard_until_killed, let_in, opened

ROUNDS = 12
MANY = 400
AT = "2026-03-01T21:30:00.000000+02:00"


def export_of(folder: Path) -> Path:
    """An export with enough in it to be killed meanwhile."""
    state: dict[str, Any] = {kind: [] for kind in FIELDS}
    for number in range(MANY):
        words = f"thought {number}"
        same = {"updated": AT}
        name = identity(normalise(words))
        state["guests"].append({"id": f"g{number}", "identity": name, "words": words, **same})
        visit = {"id": f"v{number}", "guest": f"g{number}", "words": words, "arrived": AT, "departed": AT}
        state["visits"].append({**visit, "departure": "stopped", "scene": "garden", "wording": "having", **same})
        entry = {"id": f"e{number}", "written": AT, "title": f"entry {number}", "noticing": "", "text": words * 200}
        state["entries"].append({**entry, "tags": [], "guests": [f"g{number}"], **same})
    file = folder / "all.json"
    file.write_text(json.dumps({"format": "guesthouse-export", "version": 1, **state}))
    return file


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_an_import_that_is_killed_took_in_all_or_nothing(tmp_path: Path, key: bytes | None) -> None:
    source, folder, chance = export_of(tmp_path), tmp_path / "house", random.Random(5)
    folder.mkdir()
    house = opened(folder, key=key)
    let_in(house, "I was here before")
    house.close()
    archive = Archive(Place(folder / "guesthouse.db", folder / "backups", key), Clock())
    line = [sys.executable, "-m", "tests.safety.importing", str(folder), str(source), *([key.hex()] if key else [])]
    seen = set()
    for _ in range(ROUNDS):
        said = heard_until_killed(line, 1 + chance.randrange(40), chance.uniform(0, 0.05))
        check_house(Paths.under(folder), key)
        house = opened(folder, key=key)
        many = house.guest_book.count()
        house.close()
        assert many in (1, 1 + MANY)
        seen.add(many)
        if many > 1:
            assert archive.look(source).is_nothing, "all of it"
            break
        assert archive.look(source).added == {"guests": MANY, "visits": MANY, "entries": MANY}
        assert int(said[-1]) < 100
    assert 1 in seen
    archive.take_in(source)
    assert archive.look(source).is_nothing


@pytest.mark.parametrize("ending", [".json", ".zip"])
def test_an_export_that_is_killed_leaves_the_older_one_and_nothing_half(tmp_path: Path, ending: str) -> None:
    folder, to, chance = tmp_path / "house", tmp_path / "out", random.Random(6)
    for place in (folder, to):
        place.mkdir()
    archive = Archive(Place(folder / "guesthouse.db", folder / "backups"), Clock())
    archive.take_in(export_of(tmp_path))
    file = to / f"all{ending}"
    archive.export(file)
    older = file.read_bytes()
    line = [sys.executable, "-m", "tests.safety.exporting", str(folder), str(file)]
    for _ in range(ROUNDS // 2):
        heard_until_killed(line, 1 + chance.randrange(40), chance.uniform(0, 0.02))
        assert archive.look(file).is_nothing, "the older one, or the new one if it was whole by then"
        if file.read_bytes() == older:
            assert list(contents(to)) == [file.name]
    check_house(Paths.under(folder))
