"""Copies by hand and by themselves: what they hold, when they come, and which stay."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from guesthouse.domain.journal import Entry
from guesthouse.domain.kit import Shelf
from guesthouse.domain.safekeeping import Backup, Inside, Why
from guesthouse.errors import FileMissing, PassphraseNeeded, WrongKey
from guesthouse.house import House
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.storage.connection import Place
from guesthouse.storage.key_slots import slots_for, write_slots
from tests.safety.hands import KEY, Clock, contents, let_in

DATA = Path(__file__).parents[1] / "data"
DAY = timedelta(days=1)


@pytest.fixture
def paths(tmp_path: Path, key: bytes | None) -> Paths:
    """The folders, with key slots where the file is sealed."""
    paths = Paths.under(tmp_path)
    if key is not None:
        write_slots(paths.keys, slots_for(key).with_passphrase(key, "under the stone"))
    return paths


@pytest.fixture
def backups(paths: Paths, key: bytes | None, clock: Clock) -> Backups:
    """The copies of the house."""
    return Backups(Place(paths.database, paths.backups, key), paths, clock)


def write(house: House, text: str) -> Entry:
    return house.journal.keep(replace(house.journal.begin(), text=text))


def test_beside_an_open_house_a_copy_is_made_and_tells_what_it_holds(
    house: House, backups: Backups, key: bytes | None
) -> None:
    let_in(house, "not enough")
    let_in(house, "not enough")
    write(house, "by the river")
    house.drawer.put([write(house, "put away").id])
    made = backups.make(Why.BY_HAND)
    let_in(house, "later")

    assert made.inside == Inside(1, 2, 1) == backups.look_into(made)
    assert "-3-by-hand.db" in made.file.name and made.sealed is (key is not None)
    assert [(copy.file, copy.why, copy.inside) for copy in backups.listed()] == [(made.file, Why.BY_HAND, None)]


def test_a_copy_goes_to_a_folder_or_file_of_ones_choice(house: House, backups: Backups, tmp_path: Path) -> None:
    let_in(house, "not enough")
    (tmp_path / "stick").mkdir()

    assert backups.make(Why.BY_HAND, to=tmp_path / "stick" / "mine.db").file == tmp_path / "stick" / "mine.db"
    assert backups.make(Why.BY_HAND, to=tmp_path / "stick").file.parent == tmp_path / "stick"
    assert backups.listed() == [] and len(contents(tmp_path / "stick")) == 2


def test_without_a_file_or_its_key_there_is_no_copy(tmp_path: Path, house: House, key: bytes | None) -> None:
    (tmp_path / "empty").mkdir()
    nowhere = Paths.under(tmp_path / "empty")
    with pytest.raises(FileMissing):
        Backups(Place(nowhere.database, nowhere.backups), nowhere, Clock()).make(Why.BY_HAND)
    paths = Paths.under(tmp_path)
    if key is not None:
        with pytest.raises(PassphraseNeeded):
            Backups(Place(paths.database, paths.backups), paths, Clock()).make(Why.BY_HAND)
    with pytest.raises(WrongKey):
        Backups(Place(paths.database, paths.backups, bytes(32)), paths, Clock()).make(Why.BY_HAND)
    assert not paths.backups.exists() or contents(paths.backups) == {}


def test_a_copy_comes_by_itself_once_a_day_if_something_changed(house: House, backups: Backups, clock: Clock) -> None:
    assert backups.make_if_due() is None, "there is nothing yet"
    guest = let_in(house, "not enough").guest_id
    first = backups.make_if_due()
    assert first is not None and first.why is Why.DAILY and first.inside == Inside(1, 1, 0)
    let_in(house, "later that day")
    clock.now += DAY - timedelta(minutes=1)
    assert backups.make_if_due() is None
    clock.now += timedelta(minutes=1)
    assert backups.make_if_due() is not None
    clock.now += 3 * DAY
    assert backups.make_if_due() is None, "nothing has changed"
    assert guest is not None
    house.guest_book.forget(guest)
    assert backups.make_if_due() is not None, "something went"
    assert len(backups.listed()) == 3


def test_every_kind_of_change_counts(house: House, backups: Backups, clock: Clock) -> None:
    let_in(house, "not enough")
    entry = write(house, "by the river")
    made = [backups.make_if_due()]
    for change in (
        lambda: house.journal.keep(replace(entry, text="by the sea")),
        lambda: house.drawer.put([entry.id]),
        lambda: house.drawer.take_back([entry.id]),
        lambda: house.visitors.keep_draft("half-typed"),
        lambda: house.own_prompts.add("What did it sound like?"),
        lambda: house.kit.add(Shelf.COMFORTS, "the river"),
        lambda: house.heavy.mark("not enough"),
        lambda: house.drawer.put([entry.id]),
        lambda: house.drawer.erase([entry.id]),
    ):
        clock.now += 2 * DAY
        change()
        made.append(backups.make_if_due())

    assert None not in made


def test_by_hand_today_is_good_for_today(house: House, backups: Backups, clock: Clock) -> None:
    let_in(house, "not enough")
    backups.make(Why.BY_HAND)
    let_in(house, "more")

    assert backups.make_if_due() is None


def test_a_damaged_copy_is_none(house: House, backups: Backups, clock: Clock) -> None:
    let_in(house, "not enough")
    made = backups.make_if_due()
    assert made is not None
    made.file.write_bytes(made.file.read_bytes()[:5000])
    assert backups_or_none(backups, made) is None
    again = backups.make_if_due()

    assert again is not None and backups.look_into(again) == Inside(1, 1, 0)


def backups_or_none(backups: Backups, copy: Backup) -> Inside | None:
    try:
        return backups.look_into(copy)
    except WrongKey:
        return None


def test_a_sealed_copy_tells_nothing_without_its_key(house: House, backups: Backups, key: bytes | None) -> None:
    let_in(house, "not enough")
    made = backups.make(Why.BY_HAND)
    keyless = Backups(Place(house.paths.database, house.paths.backups), house.paths, Clock())
    if key is None:
        assert keyless.look_into(made) == keyless.look_into(made, KEY) == Inside(1, 1, 0)
        return
    assert keyless.look_into(made) is None and keyless.look_into(made, key) == Inside(1, 1, 0)
    with pytest.raises(WrongKey):
        backups.look_into(made, bytes(32))


@pytest.mark.parametrize("released", sorted(DATA.glob("schema_*.db")), ids=lambda file: file.stem)
def test_copies_of_every_released_schema_are_counted(released: Path, backups: Backups, paths: Paths) -> None:
    paths.backups.mkdir()
    name = "guesthouse-20260301-213002-before-0002_journal.db"
    shutil.copy(released, paths.backups / name)
    (copy,) = backups.listed()

    assert backups.look_into(copy) == Inside(2, 3, 0 if released.stem == "schema_0001" else 2)


def test_what_cannot_be_told_is_none(backups: Backups, paths: Paths) -> None:
    paths.backups.mkdir()
    for number, data in enumerate((b"", b"letters", bytes(8192), b"SQLite format 3\0" + bytes(5000))):
        (paths.backups / f"guesthouse-2026030{number + 1}-213002-1-daily.db").write_bytes(data)

    assert [backups_or_none(backups, copy) for copy in backups.listed()] == [None] * 4


def test_a_year_of_evenings_is_thinned_and_nothing_else_goes(house: House, backups: Backups, clock: Clock) -> None:
    """Each evening a copy; one is made by hand, one has a name of one's own, one is of another program."""
    let_in(house, "the first evening")
    by_hand = backups.make(Why.BY_HAND).file
    first = clock.now
    daily = by_hand.read_bytes()
    for day in range(1, 400):
        made = first + day * DAY
        (by_hand.parent / f"guesthouse-{made:%Y%m%d-%H%M%S}-1-daily.db").write_bytes(daily)
    mine = by_hand.with_name("guesthouse-when-we-moved.db")
    letters = by_hand.with_name("letters-20200101-000000-1-daily.db")
    mine.write_bytes(daily)
    letters.write_bytes(b"dear")
    clock.now += 401 * DAY
    let_in(house, "the last evening")
    newest = backups.make_if_due()
    assert newest is not None
    left = set(by_hand.parent.iterdir())

    assert {by_hand, mine, letters, newest.file} <= left
    assert 12 <= len(left) - 4 <= 7 + 4 + 12
    assert backups.thin() == []


def test_the_newest_good_one_stays_whatever_is_younger(house: House, backups: Backups, clock: Clock) -> None:
    let_in(house, "not enough")
    good = backups.make(Why.DAILY).file
    for second in range(10, 50):
        good.with_name(f"guesthouse-20260301-2350{second}-1-daily.db").write_bytes(b"broken off")
    thinned = backups.thin()

    assert good.exists() and thinned == []
    again = backups.make(Why.DAILY).file
    clock.now += DAY
    newest = backups.make(Why.DAILY).file
    assert good in backups.thin() and newest.exists() and not good.exists() and again is not None


def test_what_a_kill_has_left_is_cleared_away_by_the_next_one(house: House, backups: Backups) -> None:
    let_in(house, "not enough")
    made = backups.make(Why.BY_HAND).file
    made.with_name(made.name + ".part").write_bytes(b"half of it")
    again = backups.make(Why.BY_HAND).file

    assert set(made.parent.iterdir()) == {made, again}
