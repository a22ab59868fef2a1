"""The house is locked with visitors on stage: they are put away without a word, and stand there again afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guesthouse.domain.visit import Arrival
from guesthouse.ui.canvas.callers import Caller
from guesthouse.ui.canvas.stage import Stage
from tests.ui.canvas.garden import Garden

SCENES = ("garden", "stream", "sky", "railway", "carousel", "bench")


def come(garden: Garden, words: str, visit_id: str | None, lane: str = "") -> None:
    garden.stage.let_in(words, 5, returning=False, visit_id=visit_id, lane=lane)


def arrival(words: str, visit_id: str) -> Arrival:
    return Arrival(words, 5, False, visit_id, "guest")


def places(stage: Stage) -> dict[int, tuple[float, float]]:
    return {figure.id: (figure.x, figure.y) for figure in stage.conductor.frame.figures}


@pytest.fixture(params=SCENES)
def standing(request: pytest.FixtureRequest, stand: Callable[..., Garden]) -> Garden:
    """Two who are written down and one who is not, some way in."""
    garden = stand(request.param)
    come(garden, "I always mess up", "one")
    garden.wait(6)
    come(garden, "written nowhere", None)
    garden.wait(6)
    come(garden, "Who do I think I am", "two")
    garden.wait(12)
    return garden


def test_nobody_is_in_list_or_picture_and_nothing_ticks(standing: Garden) -> None:
    stage = standing.stage
    stage.absence.begin()

    assert standing.heard() == [] and stage.callers.rowCount() == 0
    assert stage.view.picture.shown == ()
    assert not stage.conductor.timer.isActive()
    before = places(stage)
    standing.wait(3600, step=600)
    assert places(stage) == before and stage.conductor.seconds == 24


def test_those_written_down_stand_where_they_stood_and_the_other_is_gone(standing: Garden) -> None:
    stage, gone = standing.stage, []
    stage.left.connect(lambda callers: gone.extend(callers))
    before, (one, other, two) = places(stage), [caller.id for caller in stage.callers.everyone()]
    stage.absence.begin()
    assert stage.absence.visits == ["one", "two"]
    standing.clock.now += 3600 * 1_000_000
    stage.absence.end([arrival("Who do I think I am", "two"), arrival("I always mess up", "one")])

    assert standing.heard() == ["I always mess up", "Who do I think I am"]
    assert [caller.id for caller in stage.callers.everyone()] == [one, two]
    after = places(stage)
    assert after[one] == before[one] and after[two] == before[two] and other not in after
    assert stage.conductor.seconds == 24 and gone == []
    standing.wait(1)
    assert stage.conductor.seconds == pytest.approx(25)


def test_whose_visit_is_not_in_the_file_any_more_is_left_out(standing: Garden) -> None:
    standing.stage.absence.begin()
    standing.stage.absence.end([arrival("I always mess up", "one"), arrival("never here", "elsewhere")])

    assert standing.heard() == ["I always mess up"]
    assert len(standing.stage.conductor.frame.figures) == 1


def test_with_nobody_left_the_scene_is_empty_and_goes_on(standing: Garden) -> None:
    stage = standing.stage
    stage.absence.begin()
    stage.absence.begin()
    stage.absence.end([])

    assert standing.heard() == [] and stage.conductor.frame.figures == ()
    come(standing, "a new one", "three")
    standing.wait(1)
    assert standing.heard() == ["a new one"] and len(stage.conductor.frame.figures) == 1


def test_in_still_no_card_fades_and_no_picture_of_one_is_kept(garden: Garden) -> None:
    garden.stage.set_motion("still")
    come(garden, "I always mess up", "one")
    assert garden.stage.cards.fading
    garden.stage.absence.begin()

    assert not garden.stage.cards.fading and garden.heard() == []
    garden.stage.absence.end([arrival("I always mess up", "one")])
    assert garden.heard() == ["I always mess up"] and not garden.stage.cards.fading


def test_nobody_is_attended_to_while_put_away(garden: Garden) -> None:
    come(garden, "I always mess up", "one")
    told: list[Caller | None] = []
    garden.stage.attended.turn_to(garden.stage.callers.everyone()[0].id)
    garden.stage.attention.connect(told.append)
    garden.stage.absence.begin()

    assert told == [None] and garden.stage.attended.caller is None


def test_who_stays_plain_is_told_when_they_come_back(standing: Garden) -> None:
    """It may be another thing than before: the person has changed what is looked for."""
    stage = standing.stage
    stage.let_in("I want to die", 5, returning=False, visit_id="heavy", plain=True)
    one = stage.callers.everyone()[0].id
    stage.absence.begin()
    arrivals = [arrival("I always mess up", "one"), arrival("I want to die", "heavy")]
    stage.absence.end(arrivals, lambda words: words == "I want to die")
    assert [(caller.words, caller.plain) for caller in stage.callers.everyone()] == [
        ("I always mess up", False),
        ("I want to die", True),
    ]
    assert list(places(stage)) == [one]

    stage.absence.begin()
    stage.absence.end(arrivals, lambda words: words == "I always mess up")
    assert [caller.plain for caller in stage.callers.everyone()] == [True, False]
    assert list(places(stage)) == [stage.callers.everyone()[1].id]
