"""Words are told once they are submitted or left, and never while they are typed: in each room where one writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Start, Take
from guesthouse.domain.journal import Entry
from guesthouse.domain.kit import Shelf
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.exercises.stages import Stage
from guesthouse.ui.pages.exercises import ExercisesPage
from guesthouse.ui.pages.guest_book import GuestBookPage
from guesthouse.ui.pages.journal import JournalPage
from guesthouse.ui.pages.page import Page
from guesthouse.ui.pages.practices import PracticesPage
from guesthouse.ui.pages.today import TodayPage
from guesthouse.ui.practices.player import Player
from guesthouse.ui.practices.submitting import refusal
from guesthouse.ui.steps.fields import WordsField
from tests.ui.pages import kit_hands
from tests.ui.pages.conftest import Door, Hours, Listener
from tests.ui.pages.today_hands import button, field
from tests.ui.practices.library_hands import builder, practice
from tests.ui.practices.player_hands import press

WORDS = "it is too much today"


def told(page: Page) -> list[str]:
    heard: list[str] = []
    page.written.connect(heard.append)
    return heard


# ----------------------------------------------------------------------------------------------------- the journal


def test_an_entry_is_told_when_it_is_left_and_not_by_the_key(page: JournalPage, qtbot: QtBot) -> None:
    heard = told(page)
    page.receive(None)
    page.desk.sheet.title.setText("Sunday")
    page.desk.sheet.editor.insert_words(WORDS)
    qtbot.waitUntil(lambda: not page.desk.writing.unsaved)
    assert heard == []
    page.leave()
    assert heard == ["Sunday", WORDS]
    page.leave()
    assert heard == ["Sunday", WORDS]
    page.desk.sheet.editor.insert_words(" and")
    page.desk.close_sheet()
    assert heard[2:] == [f"{WORDS} and"]


def test_an_entry_that_is_only_read_is_not_told(page: JournalPage, write: Callable[..., Entry]) -> None:
    one, other = write("I want to die"), write(WORDS)
    heard = told(page)
    for entry in (one, other, one):
        assert page.desk.open_entry(entry.id)
    page.desk.close_sheet()
    page.leave()
    assert heard == []


def test_what_was_written_before_a_lock_is_told_when_it_is_left_after_it(page: JournalPage, house: House) -> None:
    heard = told(page)
    page.receive(None)
    page.desk.sheet.editor.insert_words(WORDS)
    page.save()
    page.let_go()
    assert heard == []
    page.welcome(house)
    page.leave()
    assert heard == [WORDS]


# ------------------------------------------------------------------------------------------------------- practices


def type_into(player: Player, words: str) -> None:
    field = player.course.view.field  # type: ignore[union-attr]
    (field.insertPlainText if hasattr(field, "insertPlainText") else field.setText)(words)


@pytest.fixture
def practices(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours, listener: Listener
) -> PracticesPage:
    return builder(qtbot, look, preferences, house, hours, listener)()


def test_an_answer_is_told_once_its_step_is_left(practices: PracticesPage) -> None:
    heard = told(practices)
    practices.receive(Start("def-ladder"))
    player = practices.player
    while not (player.course.view and hasattr(player.course.view, "field")):
        press(player, "Next")
    player.course.view.field.insertPlainText(WORDS)  # type: ignore[attr-defined]
    assert heard == []
    press(player, "Back" if player.course.back.isEnabled() else "Next")
    assert heard == [WORDS]
    press(player, "Next")
    practices.leave()
    practices.stop()
    assert heard == [WORDS]


@pytest.mark.parametrize(
    ("practice", "words"),
    [("def-ladder", "I want to die"), ("val-should", "I should kill myself"), ("con-others", "I want to die")],
)
def test_a_practice_that_frames_goes_no_further_with_words_about_dying(
    practices: PracticesPage, house: House, practice: str, words: str
) -> None:
    practices.receive(Start(practice))
    player = practices.player
    while not (player.course.view and hasattr(player.course.view, "field")):
        press(player, "Next")
    type_into(player, words)
    press(player, "Next")
    assert player.notice.isVisible() and player.notice.title.text() == "These words stay as they are."
    assert house.sittings.going() is None  # Today does not offer to go on with it
    press(player, "Back to Practices")
    assert practices.browse.isVisible() and player.playing is None


def test_nobody_says_of_anyone_that_they_might_want_to_die(house: House) -> None:
    others = next(one for one in house.practices.all() if one.id == "con-others")
    reach = next(one for one in house.practices.all() if one.id == "con-reach")
    for answers in (
        {"trouble": "I want to die"},
        {"might": "want to die"},
        {"might": "feel tired", "me": "I want to die"},
    ):
        assert refusal(house, others, answers) is not None, answers
    for words in (
        "feel tired and talk too little",
        "my friend wants to die",
        "he hits me",
        "my brother killed himself",
    ):
        assert refusal(house, others, {"trouble": words}) is None, "one is not alone in that"
    for words in ("I want to die", "my friend wants to die", "he hits me"):
        assert refusal(house, reach, {"who": words, "draft": words}) is None, "whoever reaches out is not stopped"


@pytest.mark.parametrize("leaves", [PracticesPage.leave, PracticesPage.stop], ids=["the room", "the practice"])
def test_what_is_typed_is_told_when_one_leaves(
    practices: PracticesPage, leaves: Callable[[PracticesPage], None]
) -> None:
    heard = told(practices)
    practices.receive(Start("def-ladder"))
    player = practices.player
    while not (player.course.view and hasattr(player.course.view, "field")):
        press(player, "Next")
    player.course.view.field.insertPlainText(WORDS)  # type: ignore[attr-defined]
    leaves(practices)
    assert heard == [WORDS]


def test_texts_of_an_own_practice_are_told_where_they_are_ones_own(practices: PracticesPage, house: House) -> None:
    heard = told(practices)
    practices._make_own(practice(house, "ack-feet"))
    practices.own.head.title.field.setText(WORDS)
    assert heard == []
    practices.own.finish()
    assert heard == [WORDS]


# ------------------------------------------------------------------------------------------------------- exercises


@pytest.fixture
def exercises(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours, listener: Listener
) -> ExercisesPage:
    preferences.motion = "still"
    made = ExercisesPage(
        look=look,
        motion=Motion(preferences),
        preferences=preferences,
        voice=listener.voice,
        clock=hours,
        pause_ms=0,
        behind_ms=0,
    )
    qtbot.addWidget(made)
    made.welcome(house)
    made.resize(1068, 800)
    made.show()
    return made


def test_the_thought_is_told_when_something_begins_or_the_room_is_left(exercises: ExercisesPage) -> None:
    heard = told(exercises)
    exercises.chooser.thought.put(WORDS)
    assert heard == []
    exercises.leave()
    assert heard == [WORDS]
    exercises.chooser.thought.put("another line")
    exercises.chooser.portrait.start.click()
    assert heard == [WORDS, "another line"] and exercises.run.stage is Stage.ASKING


def test_heavy_words_begin_nothing_and_are_answered_where_they_stand(exercises: ExercisesPage, qtbot: QtBot) -> None:
    thought = exercises.chooser.thought
    wanted: list[str] = []
    exercises.wanted.connect(wanted.append)
    thought.put("I want to die")
    qtbot.waitUntil(lambda: not exercises._pause.isActive())
    assert not thought.mark.isVisible()  # while one types nothing is looked for
    exercises.chooser.portrait.start.click()
    assert exercises.chooser.isVisible() and thought.mark_words.text().startswith("These words stay as they are.")
    assert exercises.chooser.list.model_.texts == []
    assert not thought.ways["validate"].isVisible()  # type: ignore[index]
    thought.ways["support"].click()  # type: ignore[index]
    thought.ways["steady"].click()  # type: ignore[index]
    assert wanted == ["support", "grounding"]
    thought.put("I always get it wrong")
    qtbot.waitUntil(lambda: bool(exercises.chooser.list.model_.texts))
    assert not thought.mark.isVisible()


def test_a_thought_from_elsewhere_is_looked_at_when_it_comes(exercises: ExercisesPage) -> None:
    exercises.receive(Take("my dad died", True, "ladder"))
    assert exercises.chooser.thought.mark_words.text().startswith("This reads like something that happened.")
    assert exercises.chooser.opened is None


@pytest.mark.parametrize("leave", ["stop", "leave"])
def test_what_is_typed_inside_an_exercise_is_told_when_it_is_stopped_or_left(
    exercises: ExercisesPage, leave: str
) -> None:
    heard = told(exercises)
    exercises.receive(Take("I always get it wrong", True, "bus"))
    exercises.chooser.portrait.start.click()
    exercises.run.asking.yes.click()
    exercise = exercises.run.exercise
    assert exercise is not None
    for _ in range(4):
        fields = [one for one in exercise.findChildren(WordsField) if one.isVisible()]
        if fields:
            break
        exercises.run.showing.foot.go_on.click()
    fields[0].set_words(WORDS)
    assert WORDS not in heard
    getattr(exercises, leave)()
    assert heard.count(WORDS) == 1


def test_a_heavy_draft_waits_and_is_not_lost_to_what_is_typed_meanwhile(exercises: ExercisesPage, house: House) -> None:
    exercises.let_go()
    house.exercises.keep_draft("I want to die")
    exercises.welcome(house)
    thought = exercises.chooser.thought
    assert thought.words() == "" and thought.began.isVisible()
    thought.put("another")
    exercises.save()
    assert house.exercises.draft() == "I want to die\nanother"
    thought.began.click()
    assert thought.words() == "I want to die\nanother" and not thought.began.isVisible()
    exercises.save()
    assert house.exercises.draft() == "I want to die\nanother"


# ------------------------------------------------------------------------------------------ today, kit, guest book


def test_words_of_ones_own_are_told_when_they_are_added_or_left(today: TodayPage) -> None:
    heard = told(today)
    field(today).setText(WORDS)
    assert heard == []
    field(today).returnPressed.emit()
    assert heard == [WORDS]
    field(today).setText("half a")
    today.leave()
    assert heard == [WORDS, "half a"]
    field(today).setText("whole one")
    button(today, "Keep this").click()
    assert heard == [WORDS, "half a", "whole one"]


def test_things_of_the_kit_are_told_when_they_are_added(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House
) -> None:
    page = kit_hands.kit_page(qtbot, look, preferences, house)
    heard = told(page)
    page._cards[Shelf.WORDS].adding.words.set_words(WORDS)
    assert heard == []
    page._cards[Shelf.WORDS].adding.button.click()
    assert heard == [WORDS]
    page._cards[Shelf.PEOPLE].adding.words.set_words("somebody")
    page.leave()
    assert heard == [WORDS, "somebody"]


def test_a_theme_is_told_when_it_is_kept(
    qtbot: QtBot, look: Look, house: House, hours: Hours, listener: Listener, sprites: Sprites, door: Door
) -> None:
    door.comes("you are late again")
    page = GuestBookPage(look=look, voice=listener.voice, figures=sprites.portrait, scenes={}, clock=hours)
    qtbot.addWidget(page)
    page.welcome(house)
    heard = told(page)
    page._show(house.guest_book.find()[0].id)
    page._detail.name_card.field.setText(WORDS)
    assert heard == []
    page._detail.name_card.button.click()
    assert heard == [WORDS]
