"""The library: the given and the own ones, on plain and encrypted files."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from guesthouse.domain.finding import Asked, found
from guesthouse.domain.practice import Element, Option, Practice, Step, Tone
from guesthouse.domain.sitting import Verdict
from guesthouse.domain.suggestion import suggest
from guesthouse.house import House
from guesthouse.services.changes import Changes
from tests.domain.test_practice_form import PRACTICES
from tests.safety.hands import SECRET, contents

EMPTY = Practice("", "", Element.CONNECT, (1, 1), Tone.NEUTRAL, "", ())


def own(house: House, title: str = "My way", of: str = "ack-feet") -> Practice:
    original = house.practices.one(of)
    assert original is not None
    return house.practices.keep_own(replace(house.practices.make_own(original), title=title))


def test_those_that_come_with_the_app(house: House) -> None:
    assert len(house.practices.given()) == len(house.practices.all()) >= 34
    assert house.practices.one("ack-feet") is not None and house.practices.one("nobody") is None


def test_one_is_made_ones_own_and_the_original_stays(house: House, open_again: Callable[[], House]) -> None:
    original = house.practices.one("kind-hand")
    assert original is not None
    made = house.practices.make_own(original)
    assert house.practices.one(made.id) is None, "written nowhere yet"
    assert (made.own, made.original, made.twin, made.steps) == (True, "kind-hand", "", original.steps)
    house.practices.keep_own(replace(made, title="Mine", minutes=(1, 1)))
    house = open_again()
    ids = [practice.id for practice in house.practices.all()]
    assert ids[ids.index("kind-hand") + 1] == made.id and house.practices.one("kind-hand") == original
    again = house.practices.make_own(house.practices.one(made.id) or original)
    assert again.original == "kind-hand" and again.id != made.id


def test_from_empty_they_stand_at_the_end_in_the_order_they_were_made(house: House) -> None:
    made = []
    for title in ("b", "a"):
        begun = replace(house.practices.make_own(EMPTY), title=title, steps=(Step("Look."), Step(" \n")))
        made.append(house.practices.keep_own(begun))
    assert house.practices.all()[-2:] == tuple(made) and made[0].original == ""
    assert made[0].steps == (Step("Look."),), "steps without words are left out"
    noted = replace(made[1], steps=(*made[1].steps, Step("", note="a note comes first")))
    assert house.practices.keep_own(noted).steps[-1].note == "a note comes first", "one with a note is not"
    house.practices.keep_own(replace(made[0], title="c"))
    assert [practice.title for practice in house.practices.all()[-2:]] == ["c", "a"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PRACTICES)
def test_any_own_one_is_kept_as_it_was_given_back(house: House, practice: Practice) -> None:
    kept = house.practices.keep_own(replace(house.practices.make_own(practice)))
    assert house.practices.one(kept.id) == kept
    house.practices.erase_own(kept.id)


def test_texts_to_the_byte(house: House, open_again: Callable[[], House]) -> None:
    odd = "no\u00a0break\u2028line \0 nul שלום 👩‍🚀 e\u0301 " + "long " * 20_000 + "\ud83d"
    kept = house.practices.keep_own(
        replace(own(house), steps=(Step(odd, note=odd, lines=(odd,), options=(Option(odd),)),), not_for=odd)
    )
    fine = odd.replace("\ud83d", "\ufffd")
    assert open_again().practices.one(kept.id) == kept
    assert kept.steps == (Step(fine, note=fine, lines=(fine,), options=(Option(fine),)),) and kept.not_for == fine


def test_they_are_found_and_suggested_like_the_rest(house: House) -> None:
    mine = own(house, "Zinnia in a pot")
    library, standings, off = house.practices.all(), house.practices.standings(), house.wishes.off()
    assert found(library, Asked("zinn"), standings, off) == [mine]
    others = [practice.id for practice in library if practice.element is Element.ACKNOWLEDGE and practice != mine]
    suggestion = suggest(library, standings, house.wishes.tones(), off, date(2026, 3, 1), passed=others[1:])
    assert suggestion is None or suggestion.practice.id != "ack-feet", "one's own takes its place"


@pytest.mark.parametrize(
    "form",
    ["", "{", "[]", "null", '{"title": 5}', "[" * 100_000, '{"minutes": [1, 1]}', "\0", '"zinnoberwort"'],
)
def test_a_damaged_one_is_left_out_told_once_and_stays(
    house: House, open_again: Callable[[], House], caplog: pytest.LogCaptureFixture, form: str
) -> None:
    good, bad = own(house, "good"), own(house, SECRET)
    house.practices._own._db.execute("UPDATE own_practices SET form = ? WHERE id = ?", [form, bad.id])
    house = open_again()
    with caplog.at_level(logging.WARNING):
        assert [practice.id for practice in house.practices.all() if practice.own] == [good.id]
        house.practices.keep_own(replace(good, title="better"))
        assert house.practices.one(good.id) is not None and house.practices.one(bad.id) is None
    assert len(caplog.records) == 1 and SECRET not in caplog.text and "minutes" not in caplog.text
    (kept,) = house.practices._own._db.execute("SELECT form FROM own_practices WHERE id = ?", [bad.id]).fetchone()
    assert kept == form
    house.practices.erase_own(bad.id)
    assert house.practices._own._db.execute("SELECT count(*) FROM own_practices").fetchone() == (1,)


def test_erased_for_good(house: House, tmp_path: Path) -> None:
    for number in range(40):
        own(house, f"other {number} " * (number * 7 % 30 + 1))
    mine = own(house, f"{SECRET} " * 30)
    mine = house.practices.keep_own(replace(mine, purpose=SECRET, steps=(Step(f"{SECRET} and on " * 300),)))
    house.practices.judge(mine.id, Verdict.YES)
    house.practices.erase_own(mine.id)
    assert house.practices.one(mine.id) is None and mine.id not in house.practices.standings()
    assert [name for name, data in contents(tmp_path).items() if SECRET.encode() in data] == []


def test_a_given_one_cannot_be_erased_nor_what_was_said_of_it(house: House, told: list[Changes]) -> None:
    house.practices.judge("ack-feet", Verdict.NO)
    told.clear()
    house.practices.erase_own("ack-feet")
    assert house.practices.one("ack-feet") is not None and house.practices.standings()["ack-feet"].verdict is Verdict.NO
    assert told == []


def test_what_is_told(house: House, told: list[Changes]) -> None:
    me = object()
    mine = house.practices.keep_own(house.practices.make_own(EMPTY), origin=me)
    house.practices.judge(mine.id, Verdict.YES, origin=me)
    house.practices.favour(mine.id, True, origin=me)
    house.practices.erase_own(mine.id, origin=me)
    house.practices.erase_own(mine.id, origin=me)
    assert [(each.practices, each.origin is me) for each in told] == [(True, True)] * 4
