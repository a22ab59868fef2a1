"""Importing: told first, taken in once, and everything that could not come named."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

from guesthouse.domain.journal import Entry, Picture, Wanted, pictures_in
from guesthouse.formats.write_entries import Kind
from guesthouse.house import House
from guesthouse.services.changes import Changes


def source(folder: Path, many: int) -> Path:
    entries = [
        {
            "title": f"Title {n}",
            "body": f"words {n}",
            "date": f"20{n % 30:02}-0{n % 9 + 1}-11",
            "time": "10:00",
        }
        for n in range(many)
    ]
    (folder / "jrnl.json").write_text(json.dumps({"entries": entries}), encoding="utf-8")
    return folder / "jrnl.json"


def shrink(data: bytes, name: str) -> Picture | None:
    return Picture("", "png", 1, 1, data, name) if data == b"a picture" else None


def go_on(_done: int) -> bool:
    return True


def texts(house: House) -> set[str]:
    found = house.journal.find(Wanted())
    entries = (house.journal.entry(line.id) for line in house.journal.lines(found, 0, 999))
    return {entry.text for entry in entries if entry is not None}


def test_it_says_first_and_changes_nothing(house: House, tmp_path: Path) -> None:
    coming = house.incoming.look(source(tmp_path, 3), zone=UTC)
    assert (coming.kind, len(coming.new), coming.known) == ("jrnl", 3, 0)
    assert texts(house) == set()


def test_twice_adds_nothing(house: House, tmp_path: Path, told: list[Changes]) -> None:
    file = source(tmp_path, 100)
    seen: list[int] = []
    taken = house.incoming.take_in(
        house.incoming.look(file, zone=UTC), shrink=shrink, progress=lambda done: seen.append(done) is None
    )
    house.incoming.tell()
    assert taken.entries == 100 and seen == [40, 80, 100] and told[-1].entries
    assert len(texts(house)) == 100 and len(house.journal.find(Wanted(text="title 7"))) == 11
    again = house.incoming.look(file, zone=UTC)
    assert (len(again.new), again.known) == (0, 100)


def test_one_in_the_drawer_is_here_and_an_edited_one_too(house: House, tmp_path: Path) -> None:
    file = source(tmp_path, 2)
    house.incoming.take_in(house.incoming.look(file, zone=UTC), shrink=shrink, progress=go_on)
    house.incoming.tell()
    first, second = house.journal.lines(house.journal.find(Wanted()), 0, 2)
    house.drawer.put([first.id])
    house.journal.keep(Entry(id=second.id, written=second.written, text="another text"))
    assert len(house.incoming.look(file, zone=UTC).new) == 0


def test_stopped_in_the_middle_the_rest_comes_the_next_time(house: House, tmp_path: Path) -> None:
    file = source(tmp_path, 100)
    taken = house.incoming.take_in(house.incoming.look(file, zone=UTC), shrink=shrink, progress=lambda done: False)
    assert taken.entries == 40
    rest = house.incoming.look(file, zone=UTC)
    assert (len(rest.new), rest.known) == (60, 40)
    house.incoming.take_in(rest, shrink=shrink, progress=go_on)
    house.incoming.tell()
    assert len(texts(house)) == 100


def test_pictures_come_along_and_what_is_none_is_named(house: House, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2020-01-01.md").write_text("![a](good.png) ![b](bad.png)")
    (tmp_path / "notes" / "good.png").write_bytes(b"a picture")
    (tmp_path / "notes" / "bad.png").write_bytes(b"no picture")
    coming = house.incoming.look(tmp_path / "notes", zone=UTC)
    taken = house.incoming.take_in(coming, shrink=shrink, progress=go_on)
    house.incoming.tell()
    (text,) = texts(house)
    kept = [house.pictures.picture(picture) for picture in pictures_in(text)]
    assert [picture.data for picture in kept if picture is not None] == [b"a picture"]
    assert [(one.name, one.why) for one in taken.left_out] == [("bad.png", "not-readable")]


def test_our_own_export_is_known_here_and_comes_into_another_house(
    house: House, tmp_path: Path, open_again: Callable[[], House]
) -> None:
    entry = house.journal.begin()
    house.journal.keep(
        Entry(id=entry.id, written=entry.written, text="mine", tags=("work",), noticing="a tight throat")
    )
    house.outgoing.write(tmp_path / "all.json", Kind.JSON, ids=None, progress=go_on, say_hour=str)
    assert house.incoming.look(tmp_path / "all.json", zone=UTC).known == 1
    house.drawer.erase([entry.id])
    coming = house.incoming.look(tmp_path / "all.json", zone=UTC)
    house.incoming.take_in(coming, shrink=shrink, progress=go_on)
    house.incoming.tell()
    (line,) = house.journal.lines(house.journal.find(Wanted(tag="work")), 0, 9)
    back = house.journal.entry(line.id)
    assert back is not None and (back.text, back.noticing) == ("mine", "a tight throat")
    assert back.written == entry.written
