"""Heavy words in the house: worked out when they are asked for, kept nowhere; looked for if one wishes it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from guesthouse.content.wrong import WrongContent
from guesthouse.domain.heavy_kinds import NO_PLAY, Kind
from guesthouse.domain.heavy_words import HeavyWords
from guesthouse.house import House
from guesthouse.services.archive import Archive
from guesthouse.services.changes import Changes
from guesthouse.storage.connection import Place
from tests.safety.hands import Clock, contents, let_in, opened
from tests.services.archive_states import looked_into, rows

SELF = "I want to die, zinnoberwort"


@pytest.mark.parametrize(
    ("words", "kinds", "plain", "play", "unasked"),
    [
        ("I want to die", {Kind.SELF}, True, False, False),
        ("My sister is suicidal", {Kind.SOMEONE}, True, False, False),
        ("He threatens me", {Kind.DANGER}, True, False, False),
        ("He hit me", {Kind.DANGER, Kind.EVENT}, True, False, False),
        ("My dad died", {Kind.EVENT}, False, False, True),
        ("I can't go on", {Kind.LOT}, False, True, True),
        ("I'm not good enough", set(), False, True, True),
        ("He met me", set(), False, True, True),
        ("", set(), False, True, True),
    ],
)
def test_what_follows_from_it(
    house: House, words: str, kinds: set[Kind], plain: bool, play: bool, unasked: bool
) -> None:
    heavy = house.heavy
    assert heavy.kinds(words) == kinds and heavy.stays_plain(words) is plain
    assert bool(kinds & NO_PLAY) is not play and heavy.may_come_unasked(words) is unasked
    assert not heavy.is_marked(words)


def test_a_mark_is_one_however_it_is_written_and_nothing_else(house: House) -> None:
    house.heavy.mark("not good enough")
    assert house.heavy.is_marked("Not good enough!") and house.heavy.may_come_unasked("not good enough")
    assert not house.heavy.stays_plain("not good enough") and not house.heavy.kinds("not good enough")
    house.heavy.heed(False)
    assert house.heavy.is_marked("not good enough"), "what the person has marked stays marked"


def test_it_is_looked_for_until_one_does_not_wish_it(house: House, open_again: Callable[[], House]) -> None:
    assert house.heavy.heeds and house.heavy.kinds(SELF)
    house.heavy.heed(False)
    again = open_again()
    heavy = again.heavy
    assert not heavy.heeds and heavy.kinds(SELF) == frozenset()
    assert heavy.may_come_unasked(SELF) and not heavy.stays_plain(SELF)
    heavy.heed(True)
    assert open_again().heavy.stays_plain(SELF)


def test_switched_off_the_phrases_are_not_even_read(house: House) -> None:
    house.heavy.heed(False)
    house.heavy.kinds(SELF)
    assert "phrases" not in vars(house.heavy)
    house.heavy.heed(True)
    house.heavy.kinds(SELF)
    assert "phrases" in vars(house.heavy)


@pytest.mark.parametrize("wrong", [WrongContent("en.toml: no list"), PermissionError(13, "no")])
def test_words_go_before_a_file_of_phrases_that_cannot_be_read(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, wrong: Exception
) -> None:
    def read() -> HeavyWords:
        raise wrong

    monkeypatch.setattr(house.heavy, "_words", read)
    with caplog.at_level(logging.DEBUG):
        for _ in range(2):
            assert house.heavy.kinds(SELF) == frozenset() and not house.heavy.stays_plain(SELF)
            assert house.heavy.may_come_unasked(SELF)
        let_in(house, SELF)
    assert [guest.words for guest in house.guest_book.find(limit=5, offset=0)] == [SELF]
    assert [record.levelname for record in caplog.records] == ["WARNING"], "once, for whoever looks there"
    assert "zinnoberwort" not in caplog.text


def test_who_asks_after_another_does_not_wait_for_it_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    usual = HeavyWords.kinds

    def kinds(self: HeavyWords, text: str) -> frozenset[Kind]:
        looked.append(text)
        return usual(self, text)

    monkeypatch.setattr(HeavyWords, "kinds", kinds)
    for words in (SELF, SELF, "another", SELF):
        assert bool(house.heavy.kinds(words)) is (words == SELF)
        assert house.heavy.stays_plain(words) is (words == SELF)
    assert looked == [SELF, "another", SELF]
    house.heavy.heed(False)
    assert house.heavy.kinds(SELF) == frozenset()


def test_the_rooms_are_told_of_the_switch(house: House, told: list[Changes]) -> None:
    me = object()
    house.heavy.heed(False, origin=me)
    assert [(each.wishes, each.origin) for each in told] == [(True, me)]


def test_the_switch_goes_along_in_an_export(house: House, open_again: Callable[[], House], tmp_path: Path) -> None:
    house.heavy.heed(False)
    house.archive.export(tmp_path / "export.json")
    (tmp_path / "other").mkdir()
    opened(tmp_path / "other").close()
    place = Place(tmp_path / "other" / "guesthouse.db", tmp_path / "other" / "backups", None)
    Archive(place, Clock()).take_in(tmp_path / "export.json")
    other = opened(tmp_path / "other")
    assert not other.heavy.heeds and not other.heavy.kinds(SELF)
    other.close()


def test_asking_leaves_nothing_in_the_file(house: House, tmp_path: Path, key: bytes | None) -> None:
    let_in(house, "not again")
    house.close()
    with looked_into(tmp_path / "guesthouse.db", key) as database:
        before = rows(database)
    house = opened(tmp_path, key=key)
    for words in (SELF, "He hit me, zinnoberwort", "my dad died, zinnoberwort"):
        assert house.heavy.kinds(words)
        assert house.heavy.kinds(words) & NO_PLAY and house.heavy.stays_plain(words) is not ("dad" in words)
        assert house.heavy.may_come_unasked(words) is ("dad" in words)
    house.close()
    with looked_into(tmp_path / "guesthouse.db", key) as database:
        assert rows(database) == before
    assert b"zinnoberwort" not in b"".join(contents(tmp_path).values())


def test_what_is_let_in_is_kept_as_any_other_and_nothing_is_added(
    house: House, tmp_path: Path, key: bytes | None
) -> None:
    let_in(house, "a thought")
    plain = shape(tmp_path, key)
    for words in (SELF, "He hit me", "my dad died"):
        house.heavy.kinds(words)
        let_in(house, words)
        house.heavy.stays_plain(words)
    now = shape(tmp_path, key)
    assert {name for name in now if now[name] != plain[name]} == {"guests", "visits"}
    assert (now["guests"], now["visits"]) == (plain["guests"] + 3, plain["visits"] + 3)


def shape(folder: Path, key: bytes | None) -> dict[str, int]:
    """How many rows every table has."""
    with looked_into(folder / "guesthouse.db", key) as database:
        return {name: len(table) for name, table in rows(database).items()}
