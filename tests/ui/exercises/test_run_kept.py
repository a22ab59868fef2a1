"""What is typed in the run is in the file a second later, to the letter; or nothing of it is, where that is wished."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from guesthouse.domain.sitting import State
from guesthouse.errors import DiskFull
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.run import ExerciseRun
from tests.ui.exercises.run_hands import TINY, WORDS, on_disk, shown, tiny

ODD = [
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643",
    "\U0001f635\u200d\U0001f4ab no\u00a0way  \n\n ",
    "a\0b",
    "\u2028x",
    "long " * 20_000,
]


@pytest.fixture
def run(qtbot: QtBot, look: Look, preferences: Preferences, house: House) -> ExerciseRun:
    return shown(qtbot, look, preferences, house)


def texts(run: ExerciseRun) -> str:
    """Every word that can be read now."""
    return " ".join(
        one.text() for one in run.findChildren(QLabel) + run.findChildren(QAbstractButton) if one.isVisible()
    )


def test_it_is_kept_as_it_is_typed_and_finished(run: ExerciseRun, qtbot: QtBot, house: House) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    going = house.sittings.going_exercise()
    assert going is not None and (going.practice, going.title) == ("ex-tiny", "A tiny one")
    assert going.answers == {"line": WORDS} and house.sittings.going() is None

    tiny(run).field.setText("and yet")
    qtbot.waitUntil(lambda: house.sittings.one(going.id).answers.get("what") == "and yet")  # type: ignore[union-attr]
    run.showing.foot.go_on.click()
    kept = house.sittings.one(going.id)
    assert kept is not None and kept.state is State.FINISHED and kept.answers == {"line": WORDS, "what": "and yet"}
    assert run.exercise is None
    with qtbot.waitSignal(run.done):
        run.ending.done.click()


def test_it_is_taken_up_where_it_was_broken_off(run: ExerciseRun, house: House) -> None:
    going = house.sittings.begin(TINY.sat)
    house.sittings.answer(going.id, "line", WORDS)
    house.sittings.answer(going.id, "what", "half a")
    run.begin(TINY, WORDS, sitting=house.sittings.one(going.id))
    assert TINY.acknowledging in texts(run) and "OK to play" not in texts(run)
    run.asking.yes.click()

    assert tiny(run).field.text() == "half a"
    run.showing.foot.go_on.click()
    (kept,) = house.sittings.of("ex-tiny")
    assert kept.id == going.id and kept.answers == {"line": WORDS, "what": "half a"}


def test_what_is_taken_out_again_is_out_of_the_file_too(run: ExerciseRun, house: House) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    tiny(run).field.setText("zinnoberwort")
    run.save()
    tiny(run).kept = {}
    run.save()
    run.stop()
    (kept,) = house.sittings.of("ex-tiny")
    assert kept.answers == {"line": WORDS, "what": ""}
    house.close()
    assert b"zinnober" not in on_disk(house.paths)


def test_an_exercise_may_have_a_line_of_its_own(run: ExerciseRun, house: House) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    tiny(run).kept = {"line": "written anew"}
    run.save()
    going = house.sittings.going_exercise()
    assert going is not None and going.answers == {"line": WORDS, "line-now": "written anew"}
    run.let_go()
    run.welcome(house)
    run.begin(TINY, WORDS, sitting=going)
    run.asking.yes.click()
    assert tiny(run).words == WORDS and tiny(run).given.answers == {"line": "written anew"}


def test_without_writing_nothing_of_it_is_in_the_file(
    run: ExerciseRun, house: House, preferences: Preferences, qtbot: QtBot
) -> None:
    preferences.ratings = True
    run.begin(TINY, "zinnoberwort one", keep=False)
    run.asking.yes.click()
    run.rating.card.sliders["sting"].setValue(90)
    run.rating.card.go_on.click()
    tiny(run).field.setText("zinnoberwort two")
    run.save()
    run.showing.foot.go_on.click()
    run.rating.card.go_on.click()
    run.ending.done.click()
    run.begin(TINY, "zinnoberwort three", keep=False)
    run.asking.no.click()
    run.left.heavy.setChecked(True)
    run.stop()
    assert house.heavy.is_marked("zinnoberwort three")

    house.close()
    held = on_disk(house.paths)
    assert b"zinnober" not in held and b"ex-tiny" not in held


@pytest.mark.parametrize("words", ODD)
def test_words_stay_to_the_letter(run: ExerciseRun, house: House, words: str) -> None:
    run.begin(TINY, words)
    run.asking.yes.click()
    going = house.sittings.going_exercise()

    assert going is not None and going.answers["line"] == words and tiny(run).words == words
    assert run.showing.seen.accessibleName() == "What is to be seen"
    run.stop()


def test_a_full_disk_is_told_and_tried_again(
    run: ExerciseRun, house: House, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    with monkeypatch.context() as patch:

        def full(*_: object) -> None:
            raise DiskFull

        patch.setattr(house.sittings, "answer", full)
        tiny(run).field.setText("still here")
        qtbot.waitUntil(run.showing.note_bar.isVisible)
        assert "disk" in run.showing.note.text().lower()
        run.stop()
        assert run.doing is TINY and tiny(run).field.text() == "still here"
    with qtbot.waitSignal(run.done):
        run.save()
    (kept,) = house.sittings.of("ex-tiny")
    assert kept.answers["what"] == "still here" and kept.state is State.STOPPED and run.doing is None


def test_a_practice_can_keep_it_within_its_own_sitting(
    run: ExerciseRun, house: House, preferences: Preferences
) -> None:
    preferences.ratings = True
    ladder = house.practices.one("def-ladder")
    assert ladder is not None
    sitting = house.sittings.begin(ladder)
    told: list[object] = []
    run.changed.connect(lambda: told.append(run.answers()))
    run.begin(TINY, WORDS, keep=False, asked=True, within=sitting.id, answers={"what": "a"})
    run.asking.yes.click()
    run.rating.card.sliders["room"].setValue(10)
    run.rating.card.go_on.click()
    tiny(run).field.setText("ab")
    run.showing.foot.go_on.click()

    assert told == [{"what": "ab"}] and run.answers() == {"what": "ab"}
    assert [rated.room for rated in house.ratings.of(sitting=sitting.id).values()] == [10]
    assert house.sittings.going_exercise() is None


def test_the_words_in_a_house_that_closes_are_held_no_more(run: ExerciseRun, house: House) -> None:
    run.begin(replace(TINY, asks=False), WORDS)
    run.asking.yes.click()
    run.let_go()
    assert run.doing is None and run.showing.seen.toPlainText() == "" and WORDS not in texts(run)
    going = house.sittings.going_exercise()
    assert going is not None  # it was not stopped: it can be taken up again
