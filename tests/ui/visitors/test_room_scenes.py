"""One room, six places to watch from: what changes with the place, and what comes along."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guesthouse.domain.errand import Watch
from guesthouse.qt.preferences import Preferences
from guesthouse.shared import SCENES
from tests.ui.visitors.room import Room

ASKS = "What is visiting right now?"


def test_every_scene_is_offered_by_its_title(room: Room) -> None:
    box = room.page.controls.scene_box
    assert [box.itemData(row) for row in range(box.count())] == list(SCENES)
    assert [box.itemText(row) for row in range(box.count())] == [
        "Garden",
        "Stream",
        "Sky",
        "Railway bridge",
        "Luggage carousel",
        "Park bench",
    ]


def test_those_present_come_along(room: Room) -> None:
    room.let_in("I always mess up")
    room.let_in("the tea is warm")
    for scene in [*SCENES[1:], SCENES[0]]:
        room.choose(room.page.controls.scene_box, scene)
        assert room.page.stage.scenery.scene.id == scene
        assert room.here == ["I always mess up", "the tea is warm"]


def test_a_thought_is_kept_with_the_scene_it_came_into(room: Room) -> None:
    room.let_in("in the garden")
    room.choose(room.page.controls.scene_box, "sky")
    room.let_in("in the sky")
    assert {visit.words: visit.scene for visit in room.visits} == {"in the garden": "garden", "in the sky": "sky"}


def test_the_scene_is_remembered(make_room: Callable[..., Room], preferences: Preferences) -> None:
    room = make_room()
    room.choose(room.page.controls.scene_box, "stream")
    assert preferences.scene == "stream"
    again = make_room()
    assert again.page.stage.scenery.scene.id == "stream"
    assert again.page.controls.scene_box.currentData() == "stream"


@pytest.mark.parametrize("remembered", ["", "a scene of another year", "../garden"])
def test_an_unknown_scene_is_the_garden(
    make_room: Callable[..., Room], preferences: Preferences, remembered: str
) -> None:
    preferences.scene = remembered
    room = make_room()
    assert room.page.stage.scenery.scene.id == "garden"
    assert room.page.controls.scene_box.currentText() == "Garden"


def test_the_field_asks_as_the_scene_does_and_keeps_its_name(room: Room) -> None:
    field = room.page.door.field
    assert field.placeholderText() == ASKS
    asked = set()
    for scene in SCENES:
        room.choose(room.page.controls.scene_box, scene)
        asked.add(field.placeholderText())
        assert field.accessibleName() == ASKS
        assert "this is dumb" in field.accessibleDescription()
    assert len(asked) > 3 and "What is passing below?" in asked


def test_while_nobody_is_here_a_soft_line_says_what_may_come(room: Room) -> None:
    hint = room.page.bars.above.hint
    assert hint.isVisible() and "pleasant" in hint.words.text() and "this is dumb" in hint.words.text()
    room.choose(room.page.controls.scene_box, "stream")
    assert "Empty water is fine" in hint.words.text()
    room.let_in("this is dumb")
    assert not hint.isVisible() and room.here == ["this is dumb"]
    room.page.stop()
    assert hint.isVisible()


def test_only_the_railway_has_tracks_to_choose(room: Room) -> None:
    box = room.page.door.below.track_box
    assert not box.isVisible()
    room.choose(room.page.controls.scene_box, "railway")
    assert box.isVisible() and box.accessibleName() == "Track"
    tracks = ["Thoughts", "Feelings and sensations", "Urges"]
    assert [box.itemText(row) for row in range(box.count())] == tracks
    room.choose(room.page.controls.scene_box, "sky")
    assert not box.isVisible() and room.page.door.below.lane == ""


def test_a_thing_takes_the_track_that_was_chosen_which_stays_chosen(room: Room) -> None:
    room.choose(room.page.controls.scene_box, "railway")
    box = room.page.door.below.track_box
    box.setCurrentIndex(2)
    room.let_in("to leave")
    room.let_in("to eat")
    box.setCurrentIndex(1)
    room.let_in("warm hands")
    lanes = [caller.lane for caller in room.page.stage.callers.everyone()]
    urges, feelings = box.itemData(2), box.itemData(1)
    assert lanes == [urges, urges, feelings]
    assert box.currentData() == feelings


def test_a_practice_may_lead_to_another_scene_and_the_choice_stays(room: Room, preferences: Preferences) -> None:
    preferences.scene = "sky"
    room.page.arrive()
    room.page.receive(Watch("They will find out", scene="stream"))
    assert room.page.stage.scenery.scene.id == "stream" and room.here == ["They will find out"]
    assert room.page.controls.scene_box.currentText() == "Stream"
    assert [visit.scene for visit in room.visits] == ["stream"]
    assert preferences.scene == "sky"
    room.page.arrive()
    assert room.page.stage.scenery.scene.id == "stream", "somebody is here, and a practice waits"
    room.page.stop()
    room.page.arrive()
    assert room.page.stage.scenery.scene.id == "sky"


def test_an_errand_to_no_scene_stays_where_one_is(room: Room) -> None:
    room.choose(room.page.controls.scene_box, "bench")
    room.page.receive(Watch("They will find out"))
    assert room.page.stage.scenery.scene.id == "bench"


def test_the_ways_out_of_the_room(room: Room) -> None:
    went: list[str] = []
    room.page.wanted.connect(went.append)
    room.page.controls.explainer_button.click()
    assert went == ["explainer"]
    room.page.lead_to(exercises=True, explainer=False)
    assert not room.page.controls.explainer_button.isVisible()
    assert room.page.controls.exercises_button.isVisible()
