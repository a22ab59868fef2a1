"""How much moves on screen: what the person chose, else what the system wishes, else everything."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from guesthouse.qt.preferences import Preferences


class Motion(QObject):
    """The level of motion: "full", "calm" or "still". ``changed`` is emitted when it is another one."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        """Follow ``preferences``; the system's wish is added when it is known."""
        super().__init__()
        self._preferences = preferences
        self._system_reduces = False
        self._last = self.level
        preferences.changed.connect(self._preference_changed)

    @property
    def level(self) -> str:
        """What holds now."""
        chosen = self._preferences.motion
        if chosen != "system":
            return chosen
        return "still" if self._system_reduces else "full"

    def system_wishes(self, reduced: bool) -> None:
        """The system was heard: whether it asks for reduced motion."""
        self._system_reduces = reduced
        self._compare()

    def _preference_changed(self, name: str) -> None:
        if name == "motion":
            self._compare()

    def _compare(self) -> None:
        if self.level != self._last:
            self._last = self.level
            self.changed.emit()
