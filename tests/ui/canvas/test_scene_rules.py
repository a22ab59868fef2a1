"""The house rules, over every watching scene: nothing flashes or is a prize, and the picture judges no thought."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from guesthouse.content.scenes import load_scene
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.shared import SCENES
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.canvas.stage import Stage
from tests.ui.canvas.garden import Clock, Garden
from tests.ui.flashing import brightness, flashes

HARD, PLEASANT = "I ruin everything", "The tea was good"
Make = Callable[[str], Garden]

every = pytest.mark.parametrize("name", SCENES)


@pytest.fixture(autouse=True)
def heard(qtbot: QtBot) -> Iterator[None]:
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def make(qtbot: QtBot, look: Look, sprites: Sprites) -> Iterator[Make]:
    """A stage with the scene of this name, and a clock of its own."""
    made: list[Stage] = []

    def build(name: str) -> Garden:
        clock = Clock()
        stage = Stage(load_scene(resources() / "scenes" / name), sprites, look, lambda: 7, clock=clock)
        qtbot.addWidget(stage)
        stage.resize(800, 600)
        with qtbot.waitExposed(stage):
            stage.show()
        stage.conductor.set_shown(True)
        made.append(stage)
        return Garden(stage, clock)

    yield build
    for stage in made:
        stage.conductor.set_shown(False)


@pytest.mark.parametrize("theme", ["light", "night"])
@every
def test_nothing_flashes(make: Make, preferences: Preferences, name: str, theme: str) -> None:
    """Four seconds at thirty frames with four thoughts about: no part gets bright and dark three times in one."""
    preferences.theme = theme
    there = make(name)
    for number, words in enumerate((HARD, PLEASANT, "Is the door locked?", "this is dumb")):
        there.let_in(words, seed=number)
        there.wait(6)
    frames = []
    for _ in range(120):
        there.wait(1 / 30, step=1 / 30)
        frames.append(brightness(there.stage.grab().toImage()))
    assert flashes(frames) <= 3


@every
def test_when_all_have_gone_the_picture_is_as_it_was_before(make: Make, name: str) -> None:
    """No sun that breaks out, no light, no sign: that a thought has gone is nothing the picture makes anything of."""
    there = make(name)
    there.stage.set_motion("calm")
    before = there.stage.grab().toImage()
    there.let_in(HARD)
    there.wait(20)
    assert there.stage.grab().toImage() != before, "it was to be seen"
    for _ in range(120):
        if not there.stage.callers.everyone():
            break
        there.wait(60, step=0.5)
    assert not there.stage.callers.everyone()
    assert there.stage.grab().toImage() == before


@every
def test_the_picture_judges_no_thought(make: Make, name: str) -> None:
    """A hard one and a pleasant one go the same way at the same time, in the same light; only the words differ."""
    pictures, ways = [], []
    for words in (HARD, PLEASANT):
        there = make(name)
        there.stage.set_motion("calm")
        there.let_in(words)
        there.wait(24)
        ways.append([(one.doing, one.x, one.y) for one in there.stage.conductor.frame.figures])
        pictures.append(brightness(there.stage.grab().toImage()))
    assert ways[0] == ways[1]
    other = [abs(one - two) > 0.02 for one, two in zip(*pictures, strict=True)]
    assert sum(other) <= len(other) * 0.06, "no more than the board with the words"
    assert sum(pictures[0]) == pytest.approx(sum(pictures[1]), rel=0.01)


def test_the_sky_keeps_its_brightness_whatever_the_cloud(make: Make) -> None:
    there = make("sky")
    there.stage.set_motion("calm")
    empty = brightness(there.stage.grab().toImage())
    for number, words in enumerate((HARD, "Everyone will leave", "It is all my fault")):
        there.let_in(words, seed=number)
        for _ in range(8):
            there.wait(10)
            now = brightness(there.stage.grab().toImage())
            changed = [two - one for one, two in zip(empty, now, strict=True) if abs(two - one) > 0.02]
            assert len(changed) <= len(empty) * 0.4, "all but the clouds themselves"
