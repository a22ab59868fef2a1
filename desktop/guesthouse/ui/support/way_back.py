"""Where Back, Esc and a second F1 lead from Support: to the page one was on, with its own way back as it was."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from guesthouse.ui.pages.page import HOME

SUPPORT = "support"
DOORS = ("lock", "trouble", "first-run")
"""Pages that stand before the rooms; the way home leads to whichever of them stands there now."""


class WayBack:
    """Remembers one page. Pages gone to from Support itself, such as the comfort kit, do not count."""

    def __init__(self) -> None:
        """From nowhere: the way leads home."""
        self._to, self._before, self._at_door = HOME, "", False

    def note(self, there: str, before: str, at_door: bool) -> None:
        """Support is gone to from ``there``, whose own Back leads to the room ``before``, or to the door."""
        if there not in ("", SUPPORT) and (before != SUPPORT or there in DOORS):
            self._to, self._before, self._at_door = there, before, at_door

    def back(self, before: str) -> tuple[str, str, bool]:
        """The page to go to, and what is its own way back."""
        to = HOME if self._to in DOORS else self._to
        return to, self._before or before, self._at_door

    def named(self, titles: Mapping[str, str], home: str) -> str:
        """What the page is called in "Back to …"; empty where it has no name. ``titles`` are those of the rooms."""
        say = QCoreApplication.translate
        others = {
            "lock": say("WayBack", "the passphrase"),
            "first-run": say("WayBack", "the beginning"),
            "grounding": say("WayBack", "Steady for a minute"),
            "kit": say("WayBack", "Comfort kit"),
            "exercises": say("WayBack", "the exercise"),
            "help": say("WayBack", "Help"),
            HOME: home,
        }
        return {**others, **titles}.get(self._to, "")
