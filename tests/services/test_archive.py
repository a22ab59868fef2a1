"""Out and in: everything, whole, each thing once; and what stands in the way is told."""

from __future__ import annotations

import json
import os
import shutil
import stat
import threading
import zipfile
from pathlib import Path

import pytest

from guesthouse.domain.journal import Wanted
from guesthouse.domain.kit import Shelf
from guesthouse.errors import (
    AlreadyOpen,
    Cancelled,
    FileMissing,
    NameTaken,
    NotAnExport,
    NotOurs,
    PlaceUnusable,
    TooNewExport,
)
from guesthouse.formats.archive_form import FIELDS
from guesthouse.house import check_house
from guesthouse.paths import Paths
from guesthouse.services.archive import Archive
from guesthouse.storage.connection import Place
from tests.safety.hands import KEY, Clock, command, contents, let_in, opened
from tests.services.archive_states import looked_into, rows

DATA = Path(__file__).parents[1] / "data"
LIVED_IN = DATA / "schema_0004.db"
V1 = DATA / "export_v1.json"


def archive(folder: Path, key: bytes | None = None) -> Archive:
    return Archive(Place(folder / "guesthouse.db", folder / "backups", key), Clock())


def records(file: Path) -> dict[str, list[dict[str, object]]]:
    whole = json.loads(file.read_text(encoding="utf-8"))
    return {kind: whole[kind] for kind in FIELDS}


def exported(folder: Path, key: bytes | None = None) -> dict[str, list[dict[str, object]]]:
    archive(folder, key).export(folder / "now.json")
    return records(folder / "now.json")


@pytest.fixture(params=["plain", "keyed"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    return KEY if request.param == "keyed" else None


@pytest.fixture
def folder(tmp_path: Path, key: bytes | None) -> Path:
    """A file in which there is something of every kind."""
    place = tmp_path / "one"
    place.mkdir()
    archive(place, key).take_in(V1)
    return place


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another computer's folder, with nothing in it yet."""
    place = tmp_path / "other"
    place.mkdir()
    return place


# ------------------------------------------------------------------------------------------------ out and in


@pytest.mark.parametrize("ending", [".json", ".zip"])
def test_everything_comes_back_in_an_empty_file(folder: Path, key: bytes | None, other: Path, ending: str) -> None:
    file = folder / f"all{ending}"
    counts = archive(folder, key).export(file)
    looked = archive(other).look(file)
    assert not (other / "guesthouse.db").exists(), "a look makes nothing"
    taken = archive(other).take_in(file)

    there = {kind: many for kind, many in counts.items() if many}
    assert list(counts) == list(FIELDS) and there.keys() == FIELDS.keys()
    assert (looked, dict(taken.added), dict(taken.changed), dict(taken.same)) == (taken, there, {}, {})
    assert exported(other) == exported(folder, key) == records(V1)
    check_house(Paths.under(other))


def test_the_export_of_version_one_can_still_be_read(other: Path) -> None:
    assert json.loads(V1.read_text(encoding="utf-8"))["version"] == 1
    assert all(records(V1)[kind] for kind in FIELDS), "there is something of every kind in it"
    archive(other).take_in(V1)
    assert exported(other) == records(V1)


def test_every_file_that_was_ever_released_can_be_exported(tmp_path: Path) -> None:
    for old in sorted(DATA.glob("schema_*.db")):
        place = tmp_path / old.stem
        place.mkdir()
        shutil.copy(old, place / "guesthouse.db")
        counts = archive(place).export(place / "all.json")
        assert counts["guests"] == 2 and counts["visits"] == 3, old.name


def test_twice_changes_nothing_not_a_row(folder: Path, key: bytes | None) -> None:
    with looked_into(folder / "guesthouse.db", key) as database:
        before = rows(database)
    archive(folder, key).export(folder / "all.zip")
    for file in (V1, folder / "all.zip"):
        assert archive(folder, key).look(file).is_nothing
        assert archive(folder, key).take_in(file).is_nothing
    with looked_into(folder / "guesthouse.db", key) as database:
        assert rows(database) == before and len(before["guests"]) == 2


def test_what_came_in_is_in_the_rooms(folder: Path, key: bytes | None) -> None:
    house = opened(folder, key=key)
    (guest,) = house.guest_book.find("enough")
    assert (guest.theme, guest.visits) == ("the not-enough theme", 2)
    assert [visit.words for visit in house.guest_book.visits(guest.id)] == [
        "im NOT good enough!!",
        "I’m not good enough",
    ]
    (found,) = house.journal.lines(house.journal.find(Wanted(text="river")), 0, 9)
    entry = house.journal.entry(found.id)
    assert entry is not None and entry.tags == ("ruhig", "Über") and entry.guests == (guest.id,)
    assert "\r\n\n\n![the river](picture:" in entry.text and len(house.drawer.lines()) == 1
    assert house.heavy.is_marked("I’m not good enough") and not house.heavy.is_marked("another")
    assert [comfort.words for comfort in house.kit.on(Shelf.COMFORTS)][-1] == "Der Fluß"
    house.close()


def test_beside_an_open_house_it_is_one_moments_state(tmp_path: Path) -> None:
    house = opened(tmp_path)
    for number in range(300):
        let_in(house, f"before {number}")
    written: list[int] = []

    def meanwhile(percent: int) -> bool:
        written.append(percent)
        let_in(house, f"meanwhile {percent}")
        return True

    counts = house.archive.export(tmp_path / "all.json", meanwhile)
    assert len(written) > 20 and counts["guests"] == counts["visits"]
    words = {str(guest["words"]) for guest in records(tmp_path / "all.json")["guests"]}
    late = {one for one in words if one.startswith("meanwhile")}
    assert len(words - late) == 300 and len(late) <= 1, "what came before the first record may be in it"
    house.close()


def test_in_another_thread(tmp_path: Path) -> None:
    house = opened(tmp_path)
    let_in(house, "a thought")
    done: list[object] = []
    thread = threading.Thread(target=lambda: done.append(house.archive.export(tmp_path / "all.zip")))
    thread.start()
    thread.join()
    assert isinstance(done[0], dict) and done[0]["guests"] == 1
    house.close()


def test_a_file_that_cannot_be_written_can_be_exported(other: Path, tmp_path: Path) -> None:
    archive(other).take_in(V1)
    to = tmp_path / "out"
    to.mkdir()
    (other / "guesthouse.db").chmod(0o400)
    other.chmod(0o500)
    try:
        told = command("export", "--to", to / "all.json", "--data-dir", other, modes_apply=True)
    finally:
        other.chmod(0o700)
    assert told.returncode == 0, told.stderr
    assert records(to / "all.json") == records(V1)


# ------------------------------------------------------------------------------------------------ the file itself


@pytest.mark.parametrize("name", ["all.json", "all.JSON", "all.zip"])
def test_it_is_for_nobody_else_and_stands_alone(folder: Path, key: bytes | None, tmp_path: Path, name: str) -> None:
    to = tmp_path / "out"
    to.mkdir()
    (to / "other.json").write_text("mine")
    (to / name).write_text("an older one")
    archive(folder, key).export(to / name)
    assert stat.S_IMODE((to / name).stat().st_mode) == 0o600
    assert sorted(contents(to)) == sorted(["other.json", name]) and (to / "other.json").read_text() == "mine"
    assert archive(folder, key).look(to / name).is_nothing


@pytest.mark.parametrize("name", ["all.txt", "all", "all.json.gz", ".json"])
def test_another_ending_is_wrong_usage(folder: Path, key: bytes | None, name: str) -> None:
    before = contents(folder)
    with pytest.raises(ValueError):
        archive(folder, key).export(folder / name)
    assert contents(folder) == before


def test_a_link_a_folder_and_no_folder_at_all_are_told(folder: Path, key: bytes | None, tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("precious")
    (tmp_path / "link.json").symlink_to(tmp_path / "precious.txt")
    (tmp_path / "dangling.json").symlink_to(tmp_path / "nowhere.json")
    (tmp_path / "folder.zip").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    for name in ("link.json", "dangling.json", "folder.zip", "pipe.json"):
        with pytest.raises(NameTaken):
            archive(folder, key).export(tmp_path / name)
    with pytest.raises(PlaceUnusable):
        archive(folder, key).export(tmp_path / "none" / "all.json")
    assert (tmp_path / "precious.txt").read_text() == "precious" and not (tmp_path / "nowhere.json").exists()
    assert not [name for name in contents(tmp_path) if "part" in name]


def test_where_there_is_no_file_there_is_nothing_to_export(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        archive(tmp_path).export(tmp_path / "all.json")
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("ending", [".json", ".zip"])
def test_stopped_at_any_moment_nothing_is_left_behind(
    tmp_path: Path, folder: Path, key: bytes | None, ending: str
) -> None:
    to = tmp_path / "out"
    to.mkdir()
    (to / f"all{ending}").write_text("an older one")
    seen: list[int] = []
    archive(folder, key).export(tmp_path / f"x{ending}", lambda percent: seen.append(percent) is None)
    assert seen == sorted(seen) and seen[0] == 0 and seen[-1] == 100 and len(seen) > 10
    for stop in seen[:-1:7]:
        with pytest.raises(Cancelled):
            archive(folder, key).export(to / f"all{ending}", lambda percent, stop=stop: percent < stop)  # type: ignore[misc]
        assert contents(to) == {f"all{ending}": b"an older one"}


def test_an_import_that_is_stopped_changes_nothing(tmp_path: Path, other: Path) -> None:
    house = opened(other)
    let_in(house, "I was here before")
    house.close()
    seen: list[int] = []
    shutil.copytree(other, tmp_path / "copy")
    archive(tmp_path / "copy").take_in(V1, lambda percent: seen.append(percent) is None)
    before = exported(other)
    assert seen == sorted(seen) and seen[0] == 0 and seen[-1] == 100 and len(seen) > 20
    for stop in seen[:-1:9]:
        with pytest.raises(Cancelled):
            archive(other).take_in(V1, lambda percent, stop=stop: percent < stop)  # type: ignore[misc]
        assert exported(other) == before
    check_house(Paths.under(other))


def test_no_import_into_an_open_house(tmp_path: Path) -> None:
    house = opened(tmp_path)
    with pytest.raises(AlreadyOpen):
        house.archive.take_in(V1)
    assert house.archive.look(V1).added["guests"] == 2 and house.guest_book.count() == 0
    house.close()
    assert house.archive.take_in(V1).added["guests"] == 2
    opened(tmp_path).close()


# ------------------------------------------------------------------------------------------------ pages


def test_the_pages_can_be_read_anywhere(folder: Path, key: bytes | None, tmp_path: Path) -> None:
    archive(folder, key).export(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        pages = {name: packed.read(name).decode() for name in names if name.endswith(".md")}
    assert names[0] == "README.md" and names[-1] == "guesthouse-export.json" and len(set(names)) == len(names)
    evening = pages["journal/2026/2026-03-01 An evening 🌙.md"]
    picture = next(name for name in names if name.startswith("pictures/"))
    assert "title: An evening 🌙\n" in evening and f"(../../{picture})" in evening
    assert "put away, not gone" in pages["drawer/2026/2026-03-01.md"]
    assert "> I’m not good enough" in pages["guest-book.md"] and "## the not-enough theme" in pages["guest-book.md"]
    assert "niemand hat gefragt 🌧" in pages["practices/2026-03-01 It makes sense because.md"]
    assert "Der Fluß (im Regen)" in pages["kit.md"] and "What did the river sound like?" in pages["prompts.md"]
    assert "# Füße und Boden" in pages["own-practices/Füße und Boden.md"] and "ein Kloß" in pages["noticings.md"]


# ------------------------------------------------------------------------------------------------ nothing of ours


def test_the_place_is_named_and_never_the_words(tmp_path: Path) -> None:
    whole = records(V1)
    whole["entries"][1]["written"] = "a secret of mine"
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps({"format": "guesthouse-export", "version": 1, **whole}))
    for act in (archive(tmp_path).look, archive(tmp_path).take_in):
        with pytest.raises(NotAnExport) as wrong:
            act(file)
        assert (wrong.value.where, wrong.value.path) == ("entries, number 2: written", file)
        assert "secret" not in wrong.value.sentence and "entries, number 2: written" in wrong.value.sentence
    assert sorted(contents(tmp_path)) == ["wrong.json"]


def test_a_newer_export_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "new.json").write_text('{"format": "guesthouse-export", "version": 2, "unheard": [{}], "of": ')
    with pytest.raises(TooNewExport) as new:
        archive(tmp_path).take_in(tmp_path / "new.json")
    assert new.value.path == tmp_path / "new.json"


def test_into_a_file_of_somebody_else_nothing_goes(tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "guesthouse.db") as database:
        database.execute("CREATE TABLE theirs (x)")
    database.close()
    before = contents(tmp_path)["guesthouse.db"]
    for act in (lambda: archive(tmp_path).take_in(V1), lambda: archive(tmp_path).export(tmp_path / "all.json")):
        with pytest.raises(NotOurs):
            act()
    assert contents(tmp_path)["guesthouse.db"] == before
