"""The scenes there are: their titles at once, and each of them when somebody goes there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from guesthouse.domain.scene import Scene


class Places:
    """Scenes by id, in the order in which they are offered. Each is read once."""

    def __init__(self, titles: Mapping[str, str], read: Callable[[str], Scene]) -> None:
        """``titles`` by id, one at least; ``read`` gives the scene with an id."""
        self.titles = dict(titles)
        self._read = read
        self._scenes: dict[str, Scene] = {}

    @classmethod
    def of(cls, scenes: Iterable[Scene]) -> Places:
        """Scenes that are read already."""
        known = {scene.id: scene for scene in scenes}
        return cls({scene.id: scene.title for scene in known.values()}, known.__getitem__)

    @property
    def first(self) -> str:
        """The id of the one that is offered first."""
        return next(iter(self.titles))

    def scene(self, scene_id: str) -> Scene:
        """The scene with this id; the first where there is none."""
        there = scene_id if scene_id in self.titles else self.first
        if there not in self._scenes:
            self._scenes[there] = self._read(there)
        return self._scenes[there]
