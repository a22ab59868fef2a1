"""What is noticed, and what is half-noticed, on plain and encrypted files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guesthouse.domain.noticing import Noticed, Noticing
from guesthouse.domain.thought import storable
from guesthouse.errors import DiskFull
from guesthouse.house import House
from guesthouse.services.changes import Changes
from tests.safety.hands import SECRET, contents

WORRY = Noticed("worried", "trace")
ODD = "no\u00a0break\u2028line \0 nul שלום \u202eabc\u202c 👩‍🚀 e\u0301 " + "long " * 20_000
TEXTS = st.text(max_size=60)
THINGS = st.lists(st.builds(Noticed, TEXTS, TEXTS, st.lists(TEXTS, max_size=3).map(tuple)), max_size=4)


def kept(house: House, *things: Noticed) -> Noticing:
    noticing = house.noticings.keep(things)
    assert noticing is not None
    return noticing


def test_kept_with_its_sentence_the_latest_first(house: House, open_again: Callable[[], House]) -> None:
    first = kept(house, WORRY, Noticed("tight", places=("chest",)))
    second = kept(house, Noticed(ODD, "some", ("chest", "elsewhere")))
    assert first.sentence == "I am noticing a trace of worry and tightness in my chest."
    assert open_again().noticings.latest() == [second, first] and second.things[0].word == ODD
    assert house.noticings.words is house.noticings.words


def test_no_more_than_asked_for(house: House) -> None:
    for _ in range(4):
        last = kept(house, WORRY)
    assert house.noticings.latest(1) == [last] and len(house.noticings.latest(3)) == 3


def test_nothing_is_no_noticing(house: House, told: list[Changes]) -> None:
    assert house.noticings.keep([]) is None and house.noticings.keep([Noticed(" \n")]) is None
    assert house.noticings.latest() == [] and told == []


def test_the_draft_is_there_until_it_is_kept(house: House, open_again: Callable[[], House]) -> None:
    assert house.noticings.draft() == ([], "")
    house.noticings.keep_draft([WORRY, Noticed(ODD, places=("chest",))], "half-ty" + ODD)
    house = open_again()
    assert house.noticings.draft() == ([WORRY, Noticed(ODD, places=("chest",))], "half-ty" + ODD)
    kept(house, WORRY)
    assert house.noticings.draft() == ([], "")
    house.noticings.keep_draft([], "half")
    house.noticings.keep_draft([], "")
    assert open_again().noticings.draft() == ([], "")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(THINGS, TEXTS)
def test_any_draft(house: House, things: list[Noticed], typed: str) -> None:
    house.noticings.keep_draft(things, typed)
    fine = [
        Noticed(storable(thing.word), storable(thing.amount), tuple(map(storable, thing.places))) for thing in things
    ]
    assert house.noticings.draft() == (fine, storable(typed))


def test_a_draft_that_cannot_be_read_is_none(house: House) -> None:
    for form in ("", "{", "5", "[[5], 5]", "[]", "[" * 100_000):
        house.noticings._half_done.keep("noticing", form, house.noticings._clock())
        assert house.noticings.draft() == ([], "")


def test_kept_and_the_draft_gone_are_one(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.noticings.keep_draft([WORRY], "")
    with monkeypatch.context() as patched:
        patched.setattr(house.noticings._noticings, "keep", _full)
        with pytest.raises(DiskFull):
            house.noticings.keep([WORRY])
    assert house.noticings.draft() == ([WORRY], "") and house.noticings.latest() == []


def _full(*_: object, **__: object) -> None:
    raise DiskFull


def test_what_did_not_change_is_not_written_again(house: House) -> None:
    database = house.noticings._half_done._db
    house.noticings.keep_draft([WORRY], "")
    before = database.execute("SELECT total_changes()").fetchone()
    house.noticings.keep_draft([WORRY], "")
    assert database.execute("SELECT total_changes()").fetchone() == before
    house.noticings.keep_draft([], "")
    before = database.execute("SELECT total_changes()").fetchone()
    house.noticings.keep_draft([], "")
    assert database.execute("SELECT total_changes()").fetchone() == before


def test_no_byte_of_what_is_gone_stays(house: House, tmp_path: Path) -> None:
    for number in range(60):
        kept(house, Noticed(f"other {number} " * (number * 7 % 30 + 1)))
    house.noticings.keep_draft([Noticed(SECRET)], f"{SECRET} half-typed")
    noticing = kept(house, Noticed(f"{SECRET} " * 40))
    house.noticings.erase(noticing.id)
    assert noticing not in house.noticings.latest(99)
    assert [name for name, data in contents(tmp_path).items() if SECRET.encode() in data] == []


def test_no_byte_of_a_draft_stays_once_it_is_kept_or_taken_back(house: House, tmp_path: Path) -> None:
    def where() -> list[str]:
        return [name for name, data in contents(tmp_path).items() if SECRET.encode() in data]

    house.noticings.keep_draft([WORRY], SECRET)
    house.noticings.keep_draft([], "")
    assert where() == []
    house.noticings.keep_draft([WORRY], SECRET)
    kept(house, WORRY)
    assert where() == []


def test_what_is_told(house: House, told: list[Changes]) -> None:
    me = object()
    noticing = house.noticings.keep([WORRY], origin=me)
    assert noticing is not None
    house.noticings.keep_draft([WORRY], "a")
    house.noticings.erase(noticing.id, origin=me)
    house.noticings.erase(noticing.id, origin=me)
    assert [(each.noticings, each.origin is me) for each in told] == [(True, True)] * 2
