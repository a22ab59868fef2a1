"""Out and in: everything, whole, each thing once; and what stands in the way is told."""

from __future__ import annotations

import json
import os
import shutil
import stat
import threading
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guesthouse.domain.journal import Picture, Wanted
from guesthouse.domain.kit import Shelf
from guesthouse.domain.noticing import Noticed
from guesthouse.domain.thought import identity, normalise
from guesthouse.errors import (
    AlreadyOpen,
    Cancelled,
    FileMissing,
    FolderInTheWay,
    FolderUnusable,
    NotAnExport,
    NotOurs,
    TooNewExport,
)
from guesthouse.formats.archive_form import FIELDS
from guesthouse.house import House, check_house
from guesthouse.paths import Paths
from guesthouse.services.archive import Archive
from guesthouse.storage.connection import Place
from tests.safety.hands import KEY, Clock, command, contents, let_in, opened
from tests.services.archive_states import in_no_order, looked_into, rows

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
        with pytest.raises(FolderInTheWay):
            archive(folder, key).export(tmp_path / name)
    with pytest.raises(FolderUnusable):
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


# ------------------------------------------------------------------------------------------------ two computers


def lived(place: Path, act: Callable[[House], object], *, seed: int = 1, clock: Clock | None = None) -> None:
    """Something done in a house whose ids are drawn by chance of its own."""
    import random

    from guesthouse.house import open_house

    house = open_house(Paths.under(place), clock=clock or Clock(), random=random.Random(seed))
    act(house)
    house.close()


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    places = tmp_path / "laptop", tmp_path / "desk"
    for place in places:
        place.mkdir()
    return places


def carry(source: Path, target: Path) -> object:
    archive(source).export(source / "all.json")
    return archive(target).take_in(source / "all.json")


def test_a_thought_that_came_on_both_is_one_guest_with_the_visits_of_both(two: tuple[Path, Path]) -> None:
    laptop, desk = two
    lived(laptop, lambda house: [let_in(house, "I am not enough"), let_in(house, "only here")], seed=1)
    lived(desk, lambda house: [let_in(house, "i am NOT enough!") for _ in range(2)], seed=2)
    carry(laptop, desk)
    carry(desk, laptop)
    for place in two:
        house = opened(place)
        (guest,) = house.guest_book.find("enough")
        assert (guest.visits, guest.words) == (3, "I am not enough")
        said = sorted(visit.words for visit in house.guest_book.visits(guest.id))
        assert said == ["I am not enough", "i am NOT enough!", "i am NOT enough!"] and house.guest_book.count() == 2
        house.close()
    assert in_no_order(exported(laptop)) == in_no_order(exported(desk))


def test_the_same_journal_imported_on_both_is_there_once(two: tuple[Path, Path], tmp_path: Path) -> None:
    from datetime import UTC

    entries = [{"title": "Seen", "body": "at the sea", "date": "2026-01-02", "time": "10:00"}]
    (tmp_path / "jrnl.json").write_text(json.dumps({"entries": entries}))

    def import_(house: House) -> None:
        coming = house.incoming.look(tmp_path / "jrnl.json", zone=UTC)
        house.incoming.take_in(coming, shrink=lambda *_: None, progress=lambda _: True)

    lived(two[0], import_, seed=1)
    lived(two[1], import_, seed=2)
    carry(two[0], two[1])
    carry(two[1], two[0])
    assert len(exported(two[0])["entries"]) == 1
    assert in_no_order(exported(two[0])) == in_no_order(exported(two[1]))


def test_the_examples_of_the_kit_are_there_once(two: tuple[Path, Path]) -> None:
    lived(two[0], lambda house: house.kit.on(Shelf.COMFORTS), seed=1)
    lived(two[1], lambda house: house.kit.add(Shelf.COMFORTS, "The sea"), seed=2)
    many = len(exported(two[1])["kit"])
    carry(two[0], two[1])
    assert len(exported(two[1])["kit"]) == many
    house = opened(two[1])
    comforts = [one.words for one in house.kit.on(Shelf.COMFORTS)]
    assert comforts[-1] == "The sea" and len(set(comforts)) == len(comforts)
    house.close()


def test_the_newer_words_of_an_entry_stay_whichever_side_they_are_on(two: tuple[Path, Path]) -> None:
    laptop, desk = two
    lived(laptop, lambda house: house.journal.keep(replace(house.journal.begin(), title="one", text="old words")))
    carry(laptop, desk)

    def go_on(house: House) -> None:
        entry = house.journal.entry(str(exported(desk)["entries"][0]["id"]))
        assert entry is not None
        house.journal.keep(replace(entry, text="new words", tags=("calm",)))

    later = Clock()
    later.now = later.now.replace(year=2027)
    lived(desk, go_on, clock=later)
    assert archive(desk).take_in(laptop / "all.json").is_nothing
    carry(desk, laptop)
    house = opened(laptop)
    assert len(house.journal.find(Wanted(text="new"))) == 1 and len(house.journal.find(Wanted(text="old"))) == 0
    assert [tag.name for tag in house.journal.tags()] == ["calm"]
    house.close()


def test_what_was_deleted_here_comes_back_and_what_is_half_typed_here_stays(two: tuple[Path, Path]) -> None:
    laptop, desk = two
    lived(laptop, lambda house: [let_in(house, "forgotten there"), house.visitors.keep_draft("half")])
    lived(laptop, lambda house: house.journal.keep(replace(house.journal.begin(), text="in the drawer there")))
    carry(laptop, desk)

    def forget(house: House) -> None:
        house.guest_book.forget(house.guest_book.find("forgotten")[0].id)
        house.drawer.put([str(exported(laptop)["entries"][0]["id"])])
        house.visitors.keep_draft("typed on the desk")

    lived(desk, forget)
    carry(laptop, desk)
    house = opened(desk)
    assert house.guest_book.find("forgotten")[0].visits == 1 and house.drawer.lines() == []
    assert house.visitors.draft() == "typed on the desk"
    house.close()


def test_a_visit_that_goes_on_in_the_export_has_ended_here(two: tuple[Path, Path]) -> None:
    laptop, desk = two
    house = opened(laptop)
    let_in(house, "on stage")
    house.archive.export(laptop / "all.json")
    archive(desk).take_in(laptop / "all.json")
    house.close()
    ended = exported(laptop)
    assert ended["visits"][0]["departed"] is not None
    archive(laptop).take_in(laptop / "all.json")
    assert exported(laptop) == ended
    opened(desk).close()
    carry(laptop, desk)
    assert exported(desk)["visits"][0]["departed"] == ended["visits"][0]["departed"], "an hour that was seen"


def test_long_words_and_odd_ones_come_as_they_are(two: tuple[Path, Path]) -> None:
    laptop, desk = two
    odd = "NUL \0 here, \u202ert\u202c, \u2028, \U0001f469\u200d\U0001f4bb, e\u0301"
    lived(laptop, lambda house: house.journal.keep(replace(house.journal.begin(), title=odd, text=odd * 3000)))
    archive(laptop).export(laptop / "all.zip")
    archive(desk).take_in(laptop / "all.zip")
    assert exported(desk)["entries"] == exported(laptop)["entries"] and exported(desk)["entries"][0]["title"] == odd
    whole = records(V1)
    words = "a long thought " * 2000
    whole["guests"][0].update(words=words, identity=identity(normalise(words)))
    whole["guests"][0]["theme"] = "\ud800 half a pair"
    (desk / "long.json").write_text(json.dumps({"format": "guesthouse-export", "version": 1, **whole}))
    archive(desk).take_in(desk / "long.json")
    (guest,) = [one for one in exported(desk)["guests"] if one["words"] == words]
    assert guest["theme"] == "\ufffd half a pair"


def test_hours_far_away_and_other_offsets_come_in(two: tuple[Path, Path]) -> None:
    whole = records(V1)
    whole["visits"][0]["arrived"] = "0001-01-02T00:00:00-14:00"
    whole["entries"][0].update(written="9999-12-30T23:59:59.999999+14:00", updated="9999-12-31T23:59:59Z")
    whole["heavy"][0]["updated"] = "0001-01-01T00:00:00Z"
    (two[0] / "far.json").write_text(json.dumps({"format": "guesthouse-export", "version": 1, **whole}))
    archive(two[0]).take_in(two[0] / "far.json")
    assert archive(two[0]).take_in(two[0] / "far.json").is_nothing
    house = opened(two[0])
    assert house.journal.lines(house.journal.find(Wanted()), 0, 9)[0].written.year == 9999
    house.close()


def test_pictures_come_once_and_to_the_byte(two: tuple[Path, Path]) -> None:
    data = bytes(range(256)) * 5000

    def draw(house: House) -> None:
        entry = house.journal.keep(replace(house.journal.begin(), text="with a picture"))
        picture = house.pictures.add(entry.id, Picture("", "jpeg", 9, 9, data, "sea.jpg"))
        house.journal.keep(replace(entry, text=f"![the sea](picture:{picture})"))
        house.noticings.keep([Noticed("worried")])

    lived(two[0], draw)
    carry(two[0], two[1])
    assert carry(two[0], two[1]).is_nothing  # type: ignore[attr-defined]
    house = opened(two[1])
    picture = house.pictures.picture(str(exported(two[0])["pictures"][0]["id"]))
    assert picture is not None and picture.data == data and picture.name == "sea.jpg"
    house.close()


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
