"""Two computers take in each other's export: one and the same thing is there once, and no newer words are lost."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from guesthouse.domain.journal import Picture, Wanted
from guesthouse.domain.kit import Shelf
from guesthouse.domain.noticing import Noticed
from guesthouse.domain.safekeeping import Merging
from guesthouse.domain.thought import identity, normalise
from guesthouse.house import House, open_house
from guesthouse.paths import Paths
from tests.safety.hands import Clock, let_in, opened
from tests.services.archive_states import in_no_order
from tests.services.test_archive import V1, archive, exported, records


def lived(place: Path, act: Callable[[House], object], *, seed: int = 1, clock: Clock | None = None) -> None:
    """Something done in a house whose ids are drawn by chance of its own."""
    house = open_house(Paths.under(place), clock=clock or Clock(), random=random.Random(seed))
    act(house)
    house.close()


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    places = tmp_path / "laptop", tmp_path / "desk"
    for place in places:
        place.mkdir()
    return places


def carry(source: Path, target: Path) -> Merging:
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
    assert carry(two[0], two[1]).is_nothing
    house = opened(two[1])
    picture = house.pictures.picture(str(exported(two[0])["pictures"][0]["id"]))
    assert picture is not None and picture.data == data and picture.name == "sea.jpg"
    house.close()
