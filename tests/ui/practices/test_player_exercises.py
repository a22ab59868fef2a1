"""An exercise inside a practice: it takes the place of the step, is kept with the practice, and comes back to it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.practice import Element, Kind
from guesthouse.domain.sitting import State
from guesthouse.domain.thought import Wording
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.loop import Loop
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.stages import Stage
from guesthouse.ui.exercises.theme import Theme
from guesthouse.ui.practices.player import Player
from tests.ui.pages.conftest import Hours
from tests.ui.practices.player_hands import Heard, button, focus, has_button, made, practice_of, press, shown

THOUGHT = "I  always\tmess up"
DEFUSING = ["ladder", "title", "noted", "type", "ball", "loop", "bus", "radio", "popup", "object", "card"]


@pytest.fixture
def player(qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours) -> Player:
    return made(qtbot, look, preferences, house, hours)


@pytest.fixture
def heard(player: Player) -> Heard:
    return Heard(player)


def run_of(player: Player) -> ExerciseRun:
    run = player.exercising.run
    assert run is not None
    return run


def to_the_canvas(player: Player, house: House, practice_id: str, **answers: str) -> None:
    """Go to the step that is an exercise, with these answers given before it."""
    practice = practice_of(house, practice_id)
    player.play(practice, answers=answers)
    for _ in range([step.kind for step in practice.steps].index(Kind.EXERCISE)):
        press(player, "Next")


def done_before(house: House) -> None:
    """Two others were done, which opens the gated one."""
    for practice in ("def-ladder", "def-title"):
        house.sittings.finish(house.sittings.begin(practice_of(house, practice)).id)


def title_of(player: Player) -> QWidget:
    """Where the theme gets its title."""
    exercise = run_of(player).exercise
    assert isinstance(exercise, Theme)
    return exercise.title


def begin(player: Player) -> None:
    press(player, "Do it here")
    if run_of(player).stage is Stage.ASKING:
        press(player, "Yes" if has_button(player, "Yes") else "Begin")


@pytest.mark.parametrize("name", DEFUSING)
def test_each_runs_in_the_player_on_the_persons_words_and_the_practice_goes_on(
    player: Player, house: House, heard: Heard, name: str
) -> None:
    done_before(house)
    practice = practice_of(house, f"def-{name}")
    at = [step.kind for step in practice.steps].index(Kind.EXERCISE)
    carries = practice.steps[at].carries
    to_the_canvas(player, house, practice.id, **({carries: THOUGHT} if carries else {}))
    begin(player)
    run = run_of(player)
    assert run.stage is Stage.DOING and run.isVisible()
    assert run.exercise is not None and run.exercise.words == (THOUGHT if carries else "")
    run.exercise.ended.emit()
    assert practice.steps[at + 1].text in shown(player)
    assert (heard.carried, heard.stopped) == ([], [])


def test_without_words_there_is_nothing_to_do_and_next_goes_on(player: Player, house: House) -> None:
    to_the_canvas(player, house, "def-ladder")
    assert not button(player, "Do it here").isEnabled()
    assert "There are no words yet" in shown(player)
    press(player, "Next")
    assert practice_of(house, "def-ladder").steps[-1].text in shown(player)


def test_what_was_typed_in_it_is_kept_with_the_practice_and_is_there_again(
    qtbot: QtBot, player: Player, house: House
) -> None:
    to_the_canvas(player, house, "def-title", lines=THOUGHT)
    begin(player)
    exercise = run_of(player).exercise
    assert exercise is not None
    qtbot.keyClicks(title_of(player), "Not enough")
    typed = {name for name, answer in exercise.answers().items() if answer == "Not enough"}
    assert len(typed) == 1
    player.save()
    going = house.sittings.going()
    assert going is not None
    assert going.answers[f"theme.{typed.pop()}"] == "Not enough"
    exercise.ended.emit()
    press(player, "Back")
    begin(player)
    again = run_of(player).exercise
    assert again is not None and "Not enough" in again.answers().values()


def test_a_title_is_kept_in_the_guest_book_where_that_is_wished(qtbot: QtBot, player: Player, house: House) -> None:
    for line in ("I am late", "I always mess up"):
        house.visitors.let_in(line, scene="garden", wording=Wording.AS_IT_CAME, keep=True)
    to_the_canvas(player, house, "def-title", lines="I am late\nI always mess up")
    begin(player)
    qtbot.keyClicks(title_of(player), "Not enough")
    exercise = run_of(player).exercise
    assert isinstance(exercise, Theme)
    exercise.as_theme.click()
    exercise.ended.emit()
    assert {guest.theme for guest in house.guest_book.find()} == {"Not enough"}


def test_esc_in_it_leads_to_the_still_page_at_once_and_nothing_is_lost(
    qtbot: QtBot, player: Player, house: House, heard: Heard
) -> None:
    to_the_canvas(player, house, "def-title", lines=THOUGHT)
    begin(player)
    exercise = run_of(player).exercise
    assert exercise is not None
    qtbot.keyClicks(title_of(player), "Not enough")
    player.stop()
    assert heard.stopped == [True]
    assert player.playing is None
    (stopped,) = house.sittings.of("def-title")
    assert stopped.state is State.STOPPED
    assert "Not enough" in stopped.answers.values()
    assert stopped.answers["lines"] == THOUGHT


def test_not_this_one_leads_to_another_practice(player: Player, house: House, heard: Heard) -> None:
    to_the_canvas(player, house, "def-noted", warning=THOUGHT)
    press(player, "Do it here")
    press(player, "Not this one")
    press(player, "Acknowledge")
    assert [room for room, _ in heard.carried] == ["practices"]
    assert player.playing is None


def test_a_lighter_one_leads_back_to_where_it_is_typed(player: Player, house: House) -> None:
    practice = practice_of(house, "def-noted")
    to_the_canvas(player, house, practice.id, warning=THOUGHT)
    press(player, "Do it here")
    press(player, "A lighter one")
    assert practice.steps[0].text in shown(player)
    assert focus() is not None


def test_a_practice_that_has_asked_does_not_ask_again(player: Player, house: House) -> None:
    player.play(practice_of(house, "def-type"))
    press(player, "Yes")
    press(player, "Next")
    view = player.course.view
    assert view is not None
    view.field.set_words(THOUGHT)  # type: ignore[attr-defined]
    press(player, "Next")
    press(player, "Do it here")
    assert not has_button(player, "Not this one")
    press(player, "Begin")
    assert run_of(player).stage is Stage.DOING


def test_one_that_was_passed_over_is_asked_by_the_exercise(player: Player, house: House) -> None:
    to_the_canvas(player, house, "def-type", line=THOUGHT)
    press(player, "Do it here")
    assert has_button(player, "Not this one")


def test_the_gated_one_is_done_once_in_a_visit(player: Player, house: House) -> None:
    done_before(house)
    to_the_canvas(player, house, "def-loop")
    begin(player)
    loop = run_of(player).exercise
    assert isinstance(loop, Loop)
    loop.none_of_these.click()
    loop.go_on()
    loop.go_on()
    loop.choosing.field.setText("late")
    loop.go_on()
    assert loop.used
    loop.ended.emit()
    press(player, "Back")
    press(player, "Do it here")
    assert "once in a visit" in shown(player)
    assert not button(player, "Do it here").isEnabled()


def test_whoever_does_not_want_the_gated_one_today_has_not_done_it(player: Player, house: House) -> None:
    done_before(house)
    to_the_canvas(player, house, "def-loop")
    begin(player)
    press(player, "Not today")
    press(player, "Back")
    begin(player)
    assert isinstance(run_of(player).exercise, Loop)


def test_the_scene_that_was_chosen_is_gone_to(player: Player, house: House, heard: Heard) -> None:
    drift = practice_of(house, "def-drift")
    for option in drift.steps[0].options:
        if not option.scene:
            continue
        player.play(drift)
        press(player, option.text)
        press(player, "Next")
        view = player.course.view
        assert view is not None and view.first() is not None
        view.first().click()  # type: ignore[union-attr]
    places = [getattr(thing, "scene", "") for _, thing in heard.carried]
    assert places == ["stream", "sky", "railway", "carousel", "garden", "bench"]


def test_whoever_would_rather_look_out_of_the_window_is_led_to_no_canvas(player: Player, house: House) -> None:
    drift = practice_of(house, "def-drift")
    (window,) = (option.text for option in drift.steps[0].options if not option.scene)
    player.play(drift)
    press(player, window)
    press(player, "Next")
    assert "Look out of your own window." in shown(player)
    assert not [one for one in player.findChildren(QPushButton) if one.isVisible() and "Go to" in one.text()]
    assert focus() is not None
    press(player, "Back")
    press(player, window)  # and of nothing chosen at all
    press(player, "Next")
    assert has_button(player, "Go to the garden")


def test_every_defusion_practice_but_the_watching_ones_has_an_exercise(house: House) -> None:
    defusing = {one.id.removeprefix("def-") for one in house.practices.all() if one.element is Element.DEFUSE}
    assert defusing == {*DEFUSING, "drift", "visitor"}
