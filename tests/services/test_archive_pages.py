"""The pages of the zip: what was written in practices stands under what was asked, as it was asked."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from guesthouse.domain.asked import FIVE_MINUTES
from guesthouse.domain.practice import Answer, Option, Practice, Step
from guesthouse.domain.sitting import Named
from guesthouse.formats.archive_pages import sitting_page
from guesthouse.house import House
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from guesthouse.services.questions import Questions
from guesthouse.ui.exercises.run_parts import LINE_NOW
from guesthouse.ui.practices.ending import FIVE
from tests.safety.hands import Clock, opened


def sat(house: House, practice: Named, answers: dict[str, Answer]) -> None:
    sitting = house.sittings.begin(practice)
    for key, answer in answers.items():
        house.sittings.answer(sitting.id, key, answer)
    house.sittings.finish(sitting.id)


def pages(house: House, to: Path, folder: str = "practices") -> list[str]:
    house.archive.export(to / "all.zip")
    with zipfile.ZipFile(to / "all.zip") as packed:
        found = [packed.read(name).decode() for name in packed.namelist() if name.startswith(f"{folder}/")]
    return [page.rsplit("---\n\n", 1)[-1] for page in found]


def given(house: House, practice_id: str) -> Practice:
    practice = house.practices.one(practice_id)
    assert practice is not None
    return practice


def exported_sitting(answers: dict[str, Answer]) -> dict[str, object]:
    written = [{"key": key, "answer": answers[key], "updated": ""} for key in sorted(answers)]
    return {"practice": "p", "began": "2026-01-01", "ended": None, "title": "A title", "answers": written}


def test_each_answer_stands_under_its_question_in_the_order_of_the_steps(tmp_path: Path) -> None:
    house = opened(tmp_path / "data")
    answers: dict[str, Answer] = {"wanted": "to go home", "felt": "tired", "happened": "It rained.", FIVE: "make tea"}
    sat(house, given(house, "ack-plain"), answers)
    asked = [step.text for step in given(house, "ack-plain").steps if step.key in answers]
    (page,) = pages(house, tmp_path)
    house.close()
    heads = [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]
    assert heads[:-1] == asked and "next five minutes" in heads[-1]
    assert page.index("It rained.") < page.index("tired") < page.index("to go home") < page.index("make tea")


def test_the_line_of_commands_writes_the_same_pages(tmp_path: Path) -> None:
    house = opened(tmp_path / "data")
    sat(house, given(house, "ack-plain"), {"happened": "It rained."})
    before = pages(house, tmp_path)
    house.close()
    Keeping(Paths.under(tmp_path / "data"), Clock()).archive(None).export(tmp_path / "later.zip")
    with zipfile.ZipFile(tmp_path / "later.zip") as packed:
        (name,) = [name for name in packed.namelist() if name.startswith("practices/")]
        assert packed.read(name).decode().endswith(before[0])


def test_a_sentence_with_gaps_is_shown_with_what_stands_around_them(tmp_path: Path) -> None:
    house = opened(tmp_path / "data")
    sat(house, given(house, "con-others"), {"might": "feel tired"})
    (page,) = pages(house, tmp_path)
    house.close()
    assert "## Finish the sentence, if something comes. “Anyone in this might …”\n\nfeel tired\n" in page


def test_an_exercise_has_its_own_questions_by_itself_and_within_a_practice(tmp_path: Path) -> None:
    house = opened(tmp_path / "data")
    card = house.exercises.one("card")
    bus = house.exercises.one("bus")
    assert card is not None and bus is not None
    sat(house, card.sat, {"task": "water the plants", "line": "I am late", LINE_NOW: "late again"})
    sat(house, given(house, "def-bus"), {"bus.stop": "one call", "direction": "home"})
    alone, within = pages(house, tmp_path)
    house.close()
    heads = [line for line in alone.splitlines() if line.startswith("## ")]
    assert heads == ["## The thought", "## The line on the card", "## One real, small task"]
    assert f"## {bus.lines['stop']}\n\none call\n" in within and within.index("home") < within.index("one call")


def test_an_own_practice_asks_what_its_maker_wrote_and_its_page_has_all_of_it(tmp_path: Path) -> None:
    house = opened(tmp_path / "data")
    steps = (
        Step("Was brauchst du?", note="Ein Wort genügt.", key="z"),
        Step("Und dann?", key="a", options=(Option("ans Meer"), Option("nach Hause"))),
    )
    made = replace(
        house.practices.make_own(given(house, "ack-plain")),
        title="Meine eigene",
        purpose="Für den Abend.",
        not_for="Tage ohne Schlaf.",
        steps=steps,
    )
    own = house.practices.keep_own(made)
    sat(house, own, {"a": ["ans Meer"], "z": "Ruhe"})
    (page,) = pages(house, tmp_path)
    (plan,) = pages(house, tmp_path, "own-practices")
    house.close()
    assert page.endswith("# Meine eigene\n\n## Was brauchst du?\n\nRuhe\n\n## Und dann?\n\n- ans Meer\n")
    assert plan == (
        "# Meine eigene\n\nFür den Abend.\n\nNot for: Tage ohne Schlaf.\n\n1. Was brauchst du?\n\n   Ein Wort genügt.\n"
        "\n2. Und dann?\n\n   - ans Meer\n\n   - nach Hause\n"
    )


def test_what_nobody_knows_any_more_stands_under_its_key(tmp_path: Path) -> None:
    house = opened(tmp_path / "data")
    own = house.practices.keep_own(house.practices.make_own(given(house, "ack-plain")))
    sat(house, own, {"happened": "It rained.", "left-out": "still here"})
    house.practices.erase_own(own.id)
    (page,) = pages(house, tmp_path)
    house.close()
    assert page.endswith("\n\n## Happened\n\nIt rained.\n\n## Left out\n\nstill here\n")


def test_one_question_with_several_answers_is_asked_once_and_blanks_are_left_out() -> None:
    asked: Sequence[tuple[str, str]] = [("b", "Which two?"), ("a", "Which two?"), ("c", "Why?"), ("b", "Again?")]
    page = sitting_page(exported_sitting({"a": "second", "b": "first", "c": " ", "d": "stray"}), asked).decode()
    assert page.endswith("# A title\n\n## Which two?\n\nfirst\n\nsecond\n\n## D\n\nstray\n")


def test_where_our_own_texts_cannot_be_read_the_answers_are_still_written(tmp_path: Path) -> None:
    def broken() -> Sequence[Practice]:
        raise FileNotFoundError

    assert list(Questions(broken, tuple, str).given("ack-plain")) == []


@pytest.mark.parametrize("ending", ["json", "zip"])
def test_no_text_is_read_for_an_export_without_answers(tmp_path: Path, ending: str) -> None:
    from guesthouse.services.archive import Archive

    def never() -> Sequence[Practice]:
        raise AssertionError

    house = opened(tmp_path / "data")
    house.close()
    asking = Questions(never, tuple, str)
    Archive(house.place, Clock(), asking).export(tmp_path / f"all.{ending}")


def test_the_names_of_answers_are_those_that_the_rooms_use() -> None:
    from guesthouse.domain import asked

    assert (FIVE_MINUTES, asked.LINE_NOW) == (FIVE, LINE_NOW)


def test_the_json_of_a_zip_is_as_before(tmp_path: Path) -> None:
    house = opened(tmp_path / "data")
    sat(house, given(house, "ack-plain"), {"felt": "tired", "happened": "It rained."})
    pages(house, tmp_path)
    house.close()
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        (sitting,) = json.loads(packed.read("guesthouse-export.json"))["sittings"]
    assert [one["key"] for one in sitting["answers"]] == ["felt", "happened"]
