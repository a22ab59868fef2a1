"""What can be read of a damaged file: all but what stood on the bad pages, and no word that was not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guesthouse.domain.thought import fold
from guesthouse.errors import Cancelled, FileDamaged
from guesthouse.storage.check import check
from guesthouse.storage.connection import Place
from guesthouse.storage.salvage import readable, salvage
from tests.safety.damage import ENTRIES, PAGE, THOUGHTS, fill, page_with, rows, spoil
from tests.safety.hands import BEGIN, KEY, Clock, let_in, opened

MOST_ON_A_PAGE = 64
STEP = 4


@pytest.fixture(scope="module", params=["plain", "keyed"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A filled file that is well; tests work on copies of it."""
    folder, key = tmp_path_factory.mktemp("whole"), KEY if request.param == "keyed" else None
    fill(folder, key)
    return Place(folder / "guesthouse.db", folder / "backups", key)


@pytest.fixture
def damaged(whole: Place, tmp_path: Path) -> Callable[..., Place]:
    """A copy of it with these pages spoiled."""

    def made(*pages: int) -> Place:
        copy = tmp_path / "guesthouse.db"
        copy.write_bytes(whole.file.read_bytes())
        spoil(copy, *pages)
        return Place(copy, whole.backups, whole.key)

    return made


def saved(place: Place) -> dict[str, set[tuple[object, ...]]]:
    """The rows of what is salvaged; the new file is whole, the old one as it was."""
    before, new = place.file.read_bytes(), place.file.with_name("new.db")
    found = salvage(place, new, Clock())
    check(Place(new, place.backups, place.key))
    assert place.file.read_bytes() == before
    there = rows(new, place.key)
    assert (found.inside.visits, found.inside.entries) == (len(there["visits"]), len(there["entries"]))
    return there


def test_of_a_file_that_is_well_every_row_is_taken(whole: Place, damaged: Callable[..., Place]) -> None:
    assert saved(damaged()) == rows(whole.file, whole.key)


@pytest.mark.parametrize("part", range(4))
def test_a_bad_page_costs_its_own_rows_at_most(whole: Place, damaged: Callable[..., Place], part: int) -> None:
    """The schema's pages, the pages that lead to others, indexes, leaves, long texts, pictures: each page in turn."""
    before = rows(whole.file, whole.key)
    for page in range(part, whole.file.stat().st_size // PAGE, STEP if whole.key is None else 3 * STEP):
        there = saved(damaged(page))
        lost = sum(len(before[table] - there[table]) for table in before)
        assert lost <= MOST_ON_A_PAGE, page
        found = {fold(str(row[-1])) for row in there["guests"]}
        missing = [words for words in THOUGHTS if fold(words) not in found]
        assert missing == [], page


def test_what_is_said_before_is_what_comes(whole: Place, damaged: Callable[..., Place]) -> None:
    place = damaged(*range(3, whole.file.stat().st_size // PAGE, 17))
    before = {file.name: file.read_bytes() for file in place.file.parent.iterdir()}
    said = readable(place, BEGIN)
    assert {file.name: file.read_bytes() for file in place.file.parent.iterdir()} == before
    assert said == salvage(place, place.file.with_name("new.db"), Clock())


def test_several_bad_pages_cost_no_more_than_theirs(whole: Place, damaged: Callable[..., Place]) -> None:
    count = whole.file.stat().st_size // PAGE
    there = saved(damaged(*range(5, count, 11)))
    assert len(there["entries"]) >= len(ENTRIES) * 3 // 4
    assert len(there["guests"]) >= len(THOUGHTS) * 3 // 4


def test_a_file_cut_short_gives_what_stands_before_the_cut(whole: Place, damaged: Callable[..., Place]) -> None:
    place = damaged()
    place.file.write_bytes(place.file.read_bytes()[: place.file.stat().st_size * 2 // 3 + 1000])
    there = saved(place)
    known = {str(row[-1]) for row in rows(whole.file, whole.key)["guests"]}
    known |= {fold(words) for words in known}
    assert there["guests"] and {row[-1] for row in there["guests"]} <= known


def test_single_bits(whole: Place, damaged: Callable[..., Place]) -> None:
    """In a sealed file each one is noticed, and costs its page; in a plain one it may change a letter."""
    for at in range(PAGE + 77, whole.file.stat().st_size, 13 * PAGE + 411):
        place = damaged()
        bits = bytearray(place.file.read_bytes())
        bits[at] ^= 0x10
        place.file.write_bytes(bits)
        assert len(saved(place)["guests"]) >= len(THOUGHTS) - 1, at


def test_words_on_a_lost_page_come_back_as_the_search_knew_them(tmp_path: Path) -> None:
    fill(tmp_path, None)
    place = Place(tmp_path / "guesthouse.db", tmp_path / "backups")
    spoil(place.file, page_with(place.file, b"Entry 1: it rained."))
    found = salvage(place, tmp_path / "new.db", Clock())
    texts = {str(row[-1]) for row in rows(tmp_path / "new.db", None)["entries"]}
    assert found.only_words > 0 and ENTRIES[1] not in texts
    assert any(text.startswith("entry 1 it rained") for text in texts)


def test_what_stands_in_the_log_counts(tmp_path: Path) -> None:
    """Of a file that was open when it was damaged, the last words stand beside it."""
    house = opened(tmp_path / "open")
    for number in range(30):
        let_in(house, f"thought {number} " + "on and on " * 90)
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("guesthouse.db", "guesthouse.db-wal"):
        (copy / name).write_bytes((tmp_path / "open" / name).read_bytes())
    house.close()
    spoil(copy / "guesthouse.db", 0)
    place = Place(copy / "guesthouse.db", copy)
    salvage(place, copy / "new.db", Clock())
    assert {f"thought {number}" for number in range(30)} <= {
        " ".join(str(row[-1]).split()[:2]) for row in rows(copy / "new.db", None)["guests"]
    }


def test_an_erased_thought_does_not_come_back(tmp_path: Path) -> None:
    house = opened(tmp_path)
    arrivals = [let_in(house, f"zinnober {number} " + "on and on " * 60) for number in range(40)]
    for arrival in arrivals[::2]:
        assert arrival.guest_id is not None
        house.guest_book.forget(arrival.guest_id)
    house.close()
    place = Place(tmp_path / "guesthouse.db", tmp_path)
    for page in range(place.file.stat().st_size // PAGE):
        good = place.file.read_bytes()
        spoil(place.file, page)
        salvage(place, tmp_path / "new.db", Clock())
        numbers = {int(str(row[-1]).split()[1]) for row in rows(tmp_path / "new.db", None)["guests"]}
        assert all(number % 2 for number in numbers), page
        place.file.write_bytes(good)


@pytest.mark.parametrize("content", [b"", b"x", b"Dear diary,\n" * 5000, bytes(20 * PAGE), b"\xa5" * 20 * PAGE])
def test_where_nothing_can_be_read_it_says_so(tmp_path: Path, content: bytes) -> None:
    place = Place(tmp_path / "guesthouse.db", tmp_path, None)
    place.file.write_bytes(content)
    assert readable(place, BEGIN) is None
    with pytest.raises(FileDamaged):
        salvage(place, tmp_path / "new.db", Clock())
    assert sorted(file.name for file in tmp_path.iterdir()) == ["guesthouse.db"]


def test_without_its_key_nothing_of_a_sealed_file_can_be_read(tmp_path: Path) -> None:
    fill(tmp_path, KEY)
    assert readable(Place(tmp_path / "guesthouse.db", tmp_path, None), BEGIN) is None
    assert readable(Place(tmp_path / "guesthouse.db", tmp_path, bytes(32)), BEGIN) is None


def test_stopped_it_leaves_nothing(damaged: Callable[..., Place], tmp_path: Path) -> None:
    place = damaged(30)
    with pytest.raises(Cancelled):
        salvage(place, tmp_path / "new.db", Clock(), lambda percent: percent < 20)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["guesthouse.db"]


def test_an_older_file_is_salvaged_by_what_it_has(tmp_path: Path) -> None:
    """The files of earlier versions, with the page spoiled that leads to their guests."""
    for old in sorted((Path(__file__).parents[1] / "data").glob("*.db")):
        file = tmp_path / old.name
        file.write_bytes(old.read_bytes())
        found = readable(Place(file, tmp_path), BEGIN)
        assert found is not None and found.inside.guests > 0, old.name
