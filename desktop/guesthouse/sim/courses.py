"""Which behaviour a scene has. A new one is a module beside this and a line here."""

from __future__ import annotations

from collections.abc import Callable

from guesthouse.domain.scene import Behaviour, Scene
from guesthouse.sim.carousel import Carousel
from guesthouse.sim.course import Course
from guesthouse.sim.railway import railway
from guesthouse.sim.sky import sky
from guesthouse.sim.stream import stream
from guesthouse.sim.world import World

COURSES: dict[Behaviour, Callable[[Scene, int], Course]] = {
    Behaviour.VISITORS: World,
    Behaviour.STREAM: stream,
    Behaviour.SKY: sky,
    Behaviour.RAILWAY: railway,
    Behaviour.CAROUSEL: Carousel,
}


def course(scene: Scene, seed: int) -> Course:
    """An empty ``scene``; ``seed`` fixes everything that follows."""
    return COURSES[scene.behaviour](scene, seed)
