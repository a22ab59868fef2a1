"""What several pages share: made once, when the first of them needs it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from guesthouse.paths import LANGUAGE, Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from guesthouse.domain.places import Places
    from guesthouse.domain.shoulds import Shoulds
    from guesthouse.keeping import Keeping
    from guesthouse.qt.sound import Sounds
    from guesthouse.qt.spelling import Spelling
    from guesthouse.ui.canvas.sprites import Sprites
    from guesthouse.ui.doors import Doors
    from guesthouse.ui.settings.tools import Tools

SCENES = ("garden", "stream", "sky", "railway", "carousel", "bench")
"""The watching scenes, as they are offered."""


class Shared:
    """Each is made late: all of them at once would double the time to the window."""

    def __init__(
        self,
        *,
        paths: Paths,
        look: Look,
        preferences: Preferences,
        voice: Callable[[], Voice],
        doors: Doors,
        keeping: Keeping,
    ) -> None:
        """Nothing is made yet; for the rest see rooms.py."""
        self._paths, self._look, self._preferences, self._say = paths, look, preferences, voice
        self._doors, self._keeping = doors, keeping
        self._hushed = False

    @cached_property
    def places(self) -> Places:
        """The scenes of the canvas, by name; one is read when it is gone to."""
        from guesthouse.content.scenes import load_scene, load_title
        from guesthouse.domain.places import Places

        folders = [resources() / "scenes" / name for name in SCENES]
        titles = {folder.name: load_title(folder) for folder in folders if (folder / "scene.toml").is_file()}
        return Places(titles, lambda name: load_scene(resources() / "scenes" / name))

    @cached_property
    def spelling(self) -> Spelling:
        """The spelling of what is written."""
        from guesthouse.qt.spelling import Spelling

        return Spelling(self._preferences)

    @cached_property
    def sprites(self) -> Sprites:
        """The figures, rendered."""
        from guesthouse.content.scenes import load_figures
        from guesthouse.ui.canvas.sprites import Sprites

        return Sprites(load_figures(resources() / "figures"))

    @cached_property
    def shoulds(self) -> Shoulds:
        """The rules of the should-finder."""
        from guesthouse.content.shoulds import load_shoulds

        return load_shoulds(resources() / "shoulds", LANGUAGE)

    @cached_property
    def sounds(self) -> Sounds:
        """What can be heard."""
        from guesthouse.qt.sound import Sounds

        made = Sounds(self._paths.sounds, self._preferences)
        made.hush(self._hushed)
        return made

    def hush(self, hushed: bool) -> None:
        """Let nothing be heard, or something again once it is asked for."""
        self._hushed = hushed
        if "sounds" in self.__dict__:
            self.sounds.hush(hushed)

    @cached_property
    def tools(self) -> Tools:
        """What the cards of Settings are made with."""
        from guesthouse.ui.settings.tools import Tools

        return Tools(
            look=self._look,
            preferences=self._preferences,
            voice=self._say(),
            doors=self._doors,
            keeping=self._keeping,
        )

    def figure(self, seed: int, height: int, ratio: float) -> QPixmap:
        """The portrait of a figure, as high as this."""
        return self.sprites.portrait(seed, height, ratio, faces=self._preferences.faces)
