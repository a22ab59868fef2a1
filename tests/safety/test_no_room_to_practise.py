"""A full disk in the middle of a practice: told, nothing lost, no words in none and none half-moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from guesthouse.domain.journal import Wanted
from guesthouse.domain.kit import Shelf
from guesthouse.domain.noticing import Noticed
from guesthouse.domain.practice import Sense, Step, Tone
from guesthouse.domain.sitting import Kept, Verdict
from guesthouse.house import House, check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, opened
from tests.safety.test_no_room import KINDS, SmallDisk, SmallFiles

MINE = "mine, " * 4_000


@pytest.fixture(params=KINDS)
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallDisk | SmallFiles]:
    """A place with little room."""
    folder = tmp_path / "small"
    folder.mkdir()
    disk = KINDS[request.param](folder)
    yield disk
    disk.close()


def state(house: House) -> object:
    """Everything of the practices that one could look at."""
    return (
        house.practices.all(),
        house.practices.standings(),
        house.sittings.going(),
        house.sittings.of("ack-feet"),
        house.noticings.latest(),
        house.noticings.draft(),
        [house.kit.on(shelf) for shelf in Shelf],
        house.wishes.tones(),
        house.wishes.off(),
    )


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_every_verb_is_told_and_changes_nothing(small: SmallDisk | SmallFiles, key: bytes | None) -> None:
    house = opened(small.folder, key=key)
    feet = house.practices.one("ack-feet")
    assert feet is not None
    sitting = house.sittings.begin(feet)
    house.sittings.answer(sitting.id, "line", "before")
    mine = house.practices.keep_own(house.practices.make_own(feet))
    first, second, *_ = house.kit.on(Shelf.WORDS)
    house.noticings.keep_draft([Noticed("worried")], "")
    verbs: dict[str, Callable[[], object]] = {
        "begin": lambda: house.sittings.begin(replace(feet, title=MINE)),
        "answer": lambda: house.sittings.answer(sitting.id, "line", MINE),
        "to the journal": lambda: house.sittings.keep_in_journal(sitting.id, "", MINE),
        "own": lambda: house.practices.keep_own(replace(mine, steps=(Step(MINE),))),
        "noticing": lambda: house.noticings.keep([Noticed(MINE)]),
        "draft": lambda: house.noticings.keep_draft([], MINE),
        "kit": lambda: house.kit.add(Shelf.WORDS, MINE),
        "changed": lambda: house.kit.change(replace(first, words=MINE)),
    }
    small.fill()
    before = state(house)
    for name, verb in verbs.items():
        with pytest.raises(small.trouble):
            verb()
        assert state(house) == before, name
    assert house.journal.last() is None
    small.clear()
    for verb in verbs.values():
        verb()
    house.kit.swap(first.id, second.id)
    house.close()
    check_house(Paths.under(small.folder), key)
    again = opened(small.folder, key=key)
    kept = again.sittings.one(sitting.id)
    assert kept is not None and kept.kept is Kept.JOURNAL and kept.entry is not None
    entry = again.journal.entry(kept.entry)
    assert entry is not None and entry.text == MINE
    again.close()


def small_verbs(house: House) -> dict[str, Callable[[], object]]:
    """Those that write so little that there is nearly always room."""
    return {
        "judge": lambda: house.practices.judge("ack-feet", Verdict.YES),
        "favour": lambda: house.practices.favour("ack-feet", True),
        "unwell": lambda: house.sittings.unwell("def-bus"),
        "tone": lambda: house.wishes.set_tone(Tone.WARM),
        "sense": lambda: house.wishes.switch(Sense.TOUCH, off=True),
    }


def test_small_ones_are_done_or_told(small: SmallDisk | SmallFiles) -> None:
    """Where the log has room for a page, it is done; else it is told and nothing has changed. Room comes bit by bit."""
    house = opened(small.folder)
    small.fill()
    told = 0
    for verb in small_verbs(house).values():
        before = (house.practices.standings(), house.wishes.tones(), house.wishes.off())
        for _ in range(40):
            try:
                verb()
            except small.trouble:
                told += 1
                assert (house.practices.standings(), house.wishes.tones(), house.wishes.off()) == before
                small.give(4096)
            else:
                break
    assert told
    assert house.practices.standings()["ack-feet"].favourite and house.wishes.off() == {Sense.TOUCH}
    assert house.wishes.tones().usual is Tone.WARM
    small.clear()
    house.close()


def test_words_on_their_way_to_the_journal_are_never_in_none(small: SmallDisk | SmallFiles) -> None:
    """Room comes page by page, so that it breaks off at every place at which it can."""
    house = opened(small.folder)
    feet = house.practices.one("ack-feet")
    assert feet is not None
    text = "a word of it, " * 700
    sitting = house.sittings.begin(feet)
    house.sittings.answer(sitting.id, "line", text)
    small.fill()
    told, entry_id = 0, None
    while entry_id is None:
        try:
            entry_id = house.sittings.keep_in_journal(sitting.id, "", text)
        except small.trouble:
            told += 1
            small.give(1024)
        kept = house.sittings.one(sitting.id)
        assert kept is not None
        entry = house.journal.entry(kept.entry) if kept.entry else None
        assert kept.answers.get("line") == text or (entry is not None and entry.text == text)
    assert told and kept.kept is Kept.JOURNAL and kept.answers == {} and house.journal.last() == entry_id
    small.clear()
    house.close()
    again = opened(small.folder)
    entry = again.journal.entry(entry_id)
    assert entry is not None and entry.text == text and len(again.journal.find(Wanted()).numbers) == 1
    again.close()


def test_the_kit_is_shown_on_a_full_disk_and_filled_when_there_is_room(small: SmallDisk | SmallFiles) -> None:
    house = opened(small.folder)
    small.fill()
    shown = house.kit.on(Shelf.WORDS)
    assert shown and house.kit.on(Shelf.WORDS) == shown
    small.clear()
    assert house.kit.on(Shelf.WORDS) == shown
    house.close()
    again = opened(small.folder)
    assert again.kit.on(Shelf.WORDS) == shown
    again.close()
