"""A plain scene for what needs no artwork, and the real garden on a stage whose clock the test turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.domain.scene import Place, Scene, Spot
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.canvas.stage import Stage
from tests.ui.canvas.garden import Clock, Garden


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def garden_scene() -> Scene:
    """The real garden."""
    return load_scene(resources() / "scenes" / "garden")


@pytest.fixture
def sprites(qtbot: QtBot) -> Sprites:
    """The real figures."""
    return Sprites(load_figures(resources() / "figures"))


@pytest.fixture
def garden(qtbot: QtBot, look: Look, garden_scene: Scene, sprites: Sprites, clock: Clock) -> Iterator[Garden]:
    """The stage as the Visitors room has it, 1068 x 800."""
    stage = Stage(garden_scene, sprites, look, lambda: 7, clock=clock)
    qtbot.addWidget(stage)
    stage.resize(1068, 800)
    with qtbot.waitExposed(stage):
        stage.show()
    stage.conductor.set_shown(True)
    yield Garden(stage, clock)
    stage.conductor.set_shown(False)


@pytest.fixture(scope="session")
def scenes() -> dict[str, Scene]:
    """All real scenes by their names."""
    return {folder.name: load_scene(folder) for folder in sorted((resources() / "scenes").iterdir()) if folder.is_dir()}


@pytest.fixture
def stand(qtbot: QtBot, look: Look, scenes: dict[str, Scene], sprites: Sprites) -> Iterator[Callable[..., Garden]]:
    """Makes a stage with a real scene, 1068 x 800, with a clock of its own."""
    made: list[Stage] = []

    def make(name: str, seed: int = 7) -> Garden:
        clock = Clock()
        stage = Stage(scenes[name], sprites, look, lambda: seed, clock=clock)
        qtbot.addWidget(stage)
        stage.resize(1068, 800)
        with qtbot.waitExposed(stage):
            stage.show()
        stage.conductor.set_shown(True)
        made.append(stage)
        return Garden(stage, clock)

    yield make
    for stage in made:
        stage.conductor.set_shown(False)


@pytest.fixture(scope="session")
def scene() -> Scene:
    """A straight route, six standing places, one seat."""
    return Scene(
        id="plain",
        title="Plain",
        width=1068,
        height=800,
        route=(Place(-60, 620, 0.9), Place(500, 620, 1.0), Place(985, 430, 0.3)),
        beyond=(Place(990, 480, 0.28),),
        crest=430,
        spots=tuple(Spot(f"s{i}", Place(150.0 + 100 * i, 620.0, 1.0), 0.2 + 0.1 * i) for i in range(6)),
        seats=(Spot("seat", Place(730, 560, 0.9), 0.7),),
        lane=(Place(60, 600, 0.5), Place(330, 452, 0.12)),
        variants={},
    )
