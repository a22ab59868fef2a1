"""How much moves on the canvas: as the person has it everywhere, or as "Still" says here."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton

from guesthouse.qt.motion import Motion
from guesthouse.ui.canvas.stage import Stage


class Moving(QObject):
    """Keeps the stage, the wish and the button together."""

    def __init__(self, motion: Motion, stage: Stage, still_button: QAbstractButton) -> None:
        """As it is wished everywhere."""
        super().__init__(stage)
        self._motion, self._stage, self._button = motion, stage, still_button
        still_button.toggled.connect(self._chosen)
        motion.changed.connect(self._changed)
        self._changed()

    def _chosen(self, still: bool) -> None:
        usual = self._motion.level
        self._stage.set_motion("still" if still else "calm" if usual == "still" else usual)

    def _changed(self) -> None:
        still = self._motion.level == "still"
        if self._button.isChecked() == still:
            self._chosen(still)
        else:
            self._button.setChecked(still)
