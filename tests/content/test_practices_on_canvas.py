"""The practices that are done on the canvas, and what they carry there."""

from __future__ import annotations

from guesthouse.content.exercises import ORDER, load_exercise
from guesthouse.content.practices import load_practices
from guesthouse.domain.practice import Element, Kind
from guesthouse.paths import resources

PRACTICES = load_practices(resources() / "practices", "en")
BY_ID = {practice.id: practice for practice in PRACTICES}


def test_the_defusion_practices_are_done_on_the_canvas() -> None:
    """All of them; one that goes on a thought carries it there, and what is written there is kept with the practice."""
    on_canvas = {
        p.id: next(s for s in p.steps if s.kind is Kind.EXERCISE) for p in PRACTICES if p.element is Element.DEFUSE
    }
    scenes = {"def-drift": "garden", "def-visitor": "garden"}
    exercises = {id_: step for id_, step in on_canvas.items() if id_ not in scenes}
    assert {id_: on_canvas[id_].scene for id_ in scenes} == scenes
    assert {step.scene for step in exercises.values()} == set(ORDER) - {"hands"}
    for id_, step in exercises.items():
        assert step.key == "canvas", id_
        assert bool(step.carries) is (step.scene != "loop"), id_


def test_what_is_watched_is_the_scene_that_was_chosen() -> None:
    offered = {option.scene for option in BY_ID["def-drift"].steps[0].options} - {""}
    assert offered == {"stream", "sky", "railway", "carousel", "garden", "bench"}


def test_what_was_asked_on_the_canvas_is_not_asked_again_after_it() -> None:
    for practice in PRACTICES:
        at = next((n for n, s in enumerate(practice.steps) if s.kind is Kind.EXERCISE and s.scene in ORDER), None)
        if at is not None:
            text = load_exercise(resources() / "exercises" / "en" / f"{practice.steps[at].scene}.toml")
            assert not {step.key for step in practice.steps[at + 1 :]} & set(text.written), practice.id


def test_who_has_no_use_for_a_door_is_told_of_the_park() -> None:
    assert "park bench" in BY_ID["def-visitor"].not_for


def test_a_practice_is_not_for_less_than_its_exercise_is() -> None:
    for id_, case in (("def-noted", "loss"), ("def-card", "loss"), ("def-radio", "watched"), ("def-bus", "watched")):
        assert case in BY_ID[id_].not_for
    assert "unreal" in BY_ID["def-object"].not_for and "harming yourself" in BY_ID["def-loop"].not_for
