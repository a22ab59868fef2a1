"""Who was written down nowhere does not come back from a lock: it is left out, and the others go on as they were."""

from __future__ import annotations

import pytest

from guesthouse.content.scenes import load_scene
from guesthouse.paths import resources
from guesthouse.shared import SCENES
from guesthouse.sim.course import Course
from guesthouse.sim.courses import course
from tests.sim.watching import figure, live


@pytest.fixture(params=SCENES)
def crowded(request: pytest.FixtureRequest) -> Course:
    """A real scene with more in it than there is room for."""
    made = course(load_scene(resources() / "scenes" / request.param), 7)
    for key in range(1, 15):
        made.let_in(key)
        live(made, 2)
    live(made, 10)
    return made


def test_they_are_gone_at_once_and_the_others_stand_where_they_stood(crowded: Course) -> None:
    here = crowded.present
    before = {key: figure(crowded, key) for key in here}
    out = here[::3]
    crowded.leave_out([*out, 999])

    assert crowded.present == [key for key in here if key not in out]
    for key in crowded.present:
        if not before[key].unseen and before[key].doing.name not in ("WAITING", "UPSTREAM"):
            now = figure(crowded, key)
            assert (now.x, now.y, now.doing) == (before[key].x, before[key].y, before[key].doing)


def test_they_are_never_told_to_have_gone_and_the_line_moves_up(crowded: Course) -> None:
    out = crowded.present[::2]
    crowded.leave_out(out)
    gone = live(crowded, 3 * 3600, fps=1)

    assert not set(gone) & set(out)
    assert gone, "the others still go in their own time"


def test_everyone_may_be_left_out(crowded: Course) -> None:
    crowded.leave_out(crowded.present)
    assert crowded.present == [] and crowded.frame().figures == ()
    assert live(crowded, 60) == []
    crowded.let_in(100)
    assert crowded.present == [100]
