"""The page of the word exercises: a thought is kept as it is typed or not at all, and nothing heavy is offered play."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Take
from guesthouse.domain.exercise import Sat
from guesthouse.domain.practice import Answer
from guesthouse.domain.sitting import Sitting, State
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.portrait import retold
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.shape import Exercise
from guesthouse.ui.exercises.stages import Stage
from guesthouse.ui.pages.exercises import ExercisesPage
from tests.ui.exercises.run_hands import PLAIN, TINY, WORDS, Tiny, on_disk
from tests.ui.pages.conftest import Door, Hours, Listener
from tests.ui.shown import show
from tests.ui.walk import clipped, unnamed

GATED = replace(TINY, id="gated", title="Gated", practice="def-loop", gated=True)
OTHER = replace(TINY, id="other", title="Another one", practice="def-bus")
SIZES = [(1068, 800, 100), (900, 600, 150), (720, 520, 100), (720, 520, 200)]
TEXTS = (TINY, PLAIN, OTHER, GATED)
Build = Callable[[], ExercisesPage]


@pytest.fixture
def build(
    qtbot: QtBot,
    look: Look,
    preferences: Preferences,
    house: House,
    hours: Hours,
    listener: Listener,
    monkeypatch: pytest.MonkeyPatch,
) -> Build:
    monkeypatch.setattr(house.exercises, "_texts", TEXTS)
    motion = Motion(preferences)

    def made() -> ExercisesPage:
        page = ExercisesPage(
            look=look,
            motion=motion,
            preferences=preferences,
            voice=listener.voice,
            clock=hours,
            pause_ms=0,
            behind_ms=0,
            run=lambda: ExerciseRun(look, motion, preferences, builder=Tiny, behind_ms=0),
        )
        qtbot.addWidget(page)
        page.welcome(house)
        show(qtbot, page, 1068, 800)
        page.arrive()
        return page

    return made


@pytest.fixture
def page(build: Build) -> ExercisesPage:
    return build()


def offered(page: ExercisesPage) -> list[str]:
    return [text.title for text in page.chooser.list.model_.texts]


def typed(page: ExercisesPage, words: str) -> None:
    page.chooser.thought.field.setPlainText(words)


def begun(page: ExercisesPage, words: str = WORDS) -> Exercise:
    """Type it, begin, and say yes."""
    typed(page, words)
    page.chooser.portrait.start.click()
    page.run.asking.yes.click()
    assert page.run.exercise is not None
    return page.run.exercise


def done(house: House, name: str) -> None:
    house.sittings.finish(house.sittings.begin(Sat(name, name)).id)


def test_what_is_half_typed_is_kept_and_found_again(
    page: ExercisesPage, build: Build, house: House, qtbot: QtBot
) -> None:
    assert page.chooser.thought.field.hasFocus()
    typed(page, "half a\u00a0tho  \n")
    qtbot.waitUntil(lambda: house.exercises.draft() == "half a\u00a0tho  \n")
    assert build().chooser.thought.words() == "half a\u00a0tho  \n"


def test_what_must_not_be_written_is_erased_at_once(page: ExercisesPage, house: House, qtbot: QtBot) -> None:
    typed(page, "zinnoberwort")
    qtbot.waitUntil(lambda: house.exercises.draft() != "")
    page.chooser.thought.unwritten_box.setChecked(True)
    assert house.exercises.draft() == ""
    typed(page, "zinnoberwort and more")
    page.leave()
    page.let_go()
    house.close()
    assert b"zinnober" not in on_disk(house.paths)


def test_without_writing_a_whole_exercise_leaves_no_byte(page: ExercisesPage, house: House) -> None:
    page.chooser.thought.unwritten_box.setChecked(True)
    exercise = begun(page, "zinnoberwort")
    assert isinstance(exercise, Tiny)
    exercise.field.setText("zinnoberrot")
    page.save()
    page.run.showing.foot.go_on.click()
    page.run.ending.done.click()
    assert page.chooser.thought.words() == "" and house.sittings.of("ex-tiny") == []
    page.let_go()
    house.close()
    held = on_disk(house.paths)
    assert b"zinnober" not in held and b"ex-tiny" not in held


def test_the_check_stands_as_the_person_prefers(build: Build, preferences: Preferences) -> None:
    preferences.keep_by_default = False
    page = build()
    assert page.chooser.thought.unwritten_box.isChecked()
    preferences.keep_by_default = True
    assert not page.chooser.thought.unwritten_box.isChecked()


@pytest.mark.parametrize(("words", "told"), [(" \n ", "First a thought"), ("x" * 5001, "5,000 characters")])
def test_what_cannot_begin_stays_and_is_told(page: ExercisesPage, words: str, told: str) -> None:
    typed(page, words)
    page.chooser.portrait.start.click()
    thought = page.chooser.thought
    assert told in thought.told.text() and thought.told.isVisible() and thought.words() == words
    assert page.chooser.isVisible() and thought.field.hasFocus()


def test_the_thought_goes_into_the_exercise(page: ExercisesPage, house: House, qtbot: QtBot) -> None:
    typed(page, WORDS)
    qtbot.waitUntil(lambda: house.exercises.draft() == WORDS)
    page.chooser.portrait.start.click()
    assert house.exercises.draft() == WORDS  # it could still be left
    page.run.asking.yes.click()
    going = house.sittings.going_exercise()
    assert house.exercises.draft() == "" and going is not None and going.answers["line"] == WORDS
    page.run.showing.foot.go_on.click()
    page.run.ending.done.click()
    assert page.chooser.isVisible() and page.chooser.thought.words() == ""


def test_another_thought_is_typed_where_this_one_stands(page: ExercisesPage) -> None:
    typed(page, WORDS)
    page.chooser.portrait.start.click()
    page.run.asking.lighter.click()
    assert page.chooser.thought.field.hasFocus() and page.chooser.thought.words() == WORDS
    assert page.chooser.thought.field.textCursor().hasSelection()


def test_playful_ones_are_hidden_for_what_is_too_heavy(page: ExercisesPage, house: House, qtbot: QtBot) -> None:
    house.heavy.mark(WORDS)
    typed(page, WORDS + "!")
    qtbot.waitUntil(lambda: offered(page) == [PLAIN.title])
    thought = page.chooser.thought
    said = thought.mark.findChild(QLabel)
    assert thought.mark.isVisible() and said is not None and "too heavy" in said.text()
    assert "“Name what’s here”, “It makes sense because”" in said.text(), "to acknowledge, and to validate"
    thought.take_back.click()
    assert len(offered(page)) == 3 and not thought.mark.isVisible() and not house.heavy.is_marked(WORDS)


def test_a_mark_counts_at_the_very_moment_of_beginning(page: ExercisesPage, house: House) -> None:
    typed(page, WORDS)
    house.heavy.mark(WORDS)
    page.chooser.open_exercise("other")
    page.chooser.portrait.start.click()
    assert page.chooser.isVisible() and page.chooser.thought.mark.isVisible()


def test_the_gated_one_comes_after_two_others_and_once(page: ExercisesPage, house: House) -> None:
    assert "Gated" not in offered(page)
    done(house, "ex-tiny")
    done(house, "def-ladder")  # the same as the tiny one
    page.chooser.read()
    assert "Gated" not in offered(page)
    done(house, "ex-other")
    page.chooser.read()
    assert "Gated" in offered(page)
    page.chooser.open_exercise("gated")
    begun(page)
    page.run.showing.foot.go_on.click()
    page.run.ending.done.click()
    assert "Gated" not in offered(page)


def test_what_was_broken_off_is_taken_up_or_left(page: ExercisesPage, house: House, build: Build) -> None:
    going = house.sittings.begin(TINY.sat)
    house.sittings.answer(going.id, "line", WORDS)
    house.sittings.answer(going.id, "what", "half")
    page = build()
    assert page.chooser.take_up.isVisible() and house.sittings.going() is None
    typed(page, "another thought")
    page.chooser.take_up.click()
    assert TINY.acknowledging == page.run.asking.title.text()
    page.run.asking.yes.click()
    exercise = page.run.exercise
    assert isinstance(exercise, Tiny) and (exercise.words, exercise.field.text()) == (WORDS, "half")
    assert page.chooser.thought.words() == "another thought"
    page.stop()
    page.arrive()
    assert not page.chooser.take_up.isVisible()


def test_leaving_it_keeps_what_was_typed(page: ExercisesPage, house: House) -> None:
    going = house.sittings.begin(TINY.sat)
    house.sittings.answer(going.id, "line", WORDS)
    page.chooser.read()
    page.chooser.leave.click()
    (kept,) = house.sittings.of("ex-tiny")
    assert kept.state is State.STOPPED and kept.answers == {"line": WORDS} and not page.chooser.leave.isVisible()


def test_the_times_before_are_read_kept_and_erased(page: ExercisesPage, house: House, listener: Listener) -> None:
    begun(page)
    page.run.showing.foot.go_on.click()
    page.run.ending.done.click()
    (time,) = page.chooser.portrait.history.times()
    time.day.setChecked(True)
    assert WORDS in [label.text() for label in time.findChildren(QLabel)]
    time.keep_asked.emit(time.property("sitting"))
    entry = house.journal.entry(house.journal.last() or "")
    assert entry is not None and entry.text == WORDS
    listener.answer = True
    (time,) = page.chooser.portrait.history.times()
    time.erase_asked.emit(time.property("sitting"))
    assert house.sittings.of("ex-tiny") == [] and not page.chooser.portrait.history.isVisible()


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"line": "a"}, ["a"]),
        ({"line": "a", "line-now": "a", "word": "stupid"}, ["a", "stupid"]),
        ({"line": "a", "line-now": "b", "minutes": "five", "form": ["size 40", "weight 3"]}, ["a", "b"]),
        ({"line": "a", "lines": ["One.", "Two."], "word": " "}, ["a", "One.\nTwo."]),
    ],
)
def test_only_words_of_the_person_are_told(answers: dict[str, Answer], told: list[str], hours: Hours) -> None:
    text = replace(TINY, written=("line", "word"))
    pairs = retold(text, Sitting(id="1", practice=text.sitting, title="", began=hours(), answers=answers))
    assert pairs == [("", one) for one in told]


def test_guests_are_seen_only_when_they_are_asked_for(page: ExercisesPage, house: House, door: Door) -> None:
    door.comes("a very hard line")
    guest = house.guest_book.find()[0]
    house.guest_book.name(guest.id, "the hard one")
    door.comes("without a theme")
    assert "hard line" not in " ".join(label.text() for label in page.findChildren(QLabel))
    typed(page, "half typed")
    page.chooser.thought.book.click()
    menu = page.chooser.thought.book.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["without a theme", "the hard one"]
    menu.actions()[1].trigger()
    menu.close()
    assert page.chooser.thought.words() == "a very hard line"
    page.chooser.thought.field.undo()
    assert page.chooser.thought.words() == "half typed"


def test_a_thought_is_taken_from_elsewhere(page: ExercisesPage, house: House) -> None:
    page.receive(Take(WORDS, "other"))
    assert page.chooser.thought.words() == WORDS and page.chooser.opened == OTHER
    begun(page)
    page.receive(Take("a second one"))
    assert page.run.stage is Stage.DOING and page.chooser.thought.words() == "a second one"
    page.stop()
    page.receive(Take("zinnober", keep=False))
    assert page.chooser.thought.unwritten_box.isChecked()
    page.let_go()
    house.close()
    assert b"zinnober" not in on_disk(house.paths)


def test_a_thought_that_is_only_asked_about_gives_way(page: ExercisesPage) -> None:
    typed(page, WORDS)
    page.chooser.portrait.start.click()
    page.receive(Take("another"))
    assert page.chooser.isVisible() and page.run.doing is None and page.chooser.thought.words() == "another"


def test_after_feet_and_floor_the_exercise_is_still_there(page: ExercisesPage, qtbot: QtBot) -> None:
    typed(page, WORDS)
    page.chooser.portrait.start.click()
    page.run.asking.sting.chips[9].click()
    with qtbot.waitSignal(page.carried):
        page.run.asking.steady.click()
    page.receive(Take())
    assert page.run.isVisible() and page.run.stage is Stage.ASKING and page.run.asking.sting.value == 9


def test_esc_leaves_the_exercise_and_then_the_page(page: ExercisesPage, qtbot: QtBot) -> None:
    begun(page)
    stopped: list[bool] = []
    page.stopped.connect(lambda: stopped.append(True))
    page.stop()
    assert stopped == [True] and page.chooser.isVisible()
    with qtbot.waitSignal(page.wanted) as wanted:
        page.stop()
    assert wanted.args == ["visitors"]
    with qtbot.waitSignal(page.wanted) as wanted:
        page.chooser.back.click()
    assert wanted.args == ["visitors"]


def test_in_a_narrow_window_one_comes_back_to_where_one_types(page: ExercisesPage) -> None:
    page.resize(720, 520)
    typed(page, WORDS)
    page.chooser.list.setFocus()
    QTest.keyClick(page.chooser.list, Qt.Key.Key_Return)
    page.chooser.portrait.start.click()
    page.stop()
    page.receive(Take())
    assert page.chooser.thought.field.isVisible() and page.chooser.thought.field.hasFocus()


def test_in_a_narrow_window_the_exercise_takes_the_place_of_the_list(page: ExercisesPage) -> None:
    page.resize(720, 520)
    assert not page.chooser.portrait.isVisible()
    QTest.keyClick(page.chooser.thought.field, Qt.Key.Key_Return)
    assert page.chooser.list.hasFocus()
    QTest.keyClick(page.chooser.list, Qt.Key.Key_Down)
    QTest.keyClick(page.chooser.list, Qt.Key.Key_Return)
    assert page.chooser.portrait.start.hasFocus() and page.chooser.opened == PLAIN
    page.stop()
    assert page.chooser.list.isVisible() and not page.chooser.portrait.isVisible()


def test_what_is_being_done_is_found_again(page: ExercisesPage, house: House) -> None:
    begun(page)
    page.leave()
    page.hide()
    page.show()
    page.arrive()
    assert page.run.stage is Stage.DOING and house.sittings.going_exercise() is not None


def test_a_house_that_closes_takes_every_word_along(page: ExercisesPage, house: House) -> None:
    begun(page)
    typed(page, "half typed")
    page.save()
    page.let_go()
    assert page.chooser.thought.words() == "" and offered(page) == [] and page.run.doing is None
    page.welcome(house)
    assert page.chooser.thought.words() == "half typed" and page.chooser.take_up.isVisible()


@pytest.mark.parametrize(("wide", "tall", "size"), SIZES)
@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_everything_is_named_and_nothing_is_cut_off(
    page: ExercisesPage, preferences: Preferences, house: House, theme: str, wide: int, tall: int, size: int
) -> None:
    done(house, "ex-tiny")
    house.sittings.begin(TINY.sat)
    house.heavy.mark(WORDS)
    preferences.theme, preferences.text_size = theme, size
    page.resize(wide, tall)
    typed(page, WORDS)
    page.chooser.read()
    assert clipped(page) == [] and unnamed(page) == []
    page.chooser._enter()
    assert clipped(page) == []


def test_the_list_has_its_name_and_says_what_each_is_for(page: ExercisesPage) -> None:
    shown = page.chooser.list
    assert shown.accessibleName() == "Word exercises" and page.chooser.thought.field.accessibleName() == "One thought"
    told = shown.model_.data(shown.model_.index(0), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert told == "1 to 2 minutes. To be tried."
