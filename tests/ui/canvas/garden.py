"""The real garden on a stage whose clock the test turns."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QImage, QPainter

from guesthouse.ui.canvas.painter import Mark
from guesthouse.ui.canvas.stage import Stage


class Clock:
    """Microseconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


@dataclass
class Garden:
    """A stage with a real scene, such as the garden, shown, and its clock."""

    stage: Stage
    clock: Clock

    def let_in(
        self, words: str, *, seed: int = 3, returning: bool = False, lane: str = "", plain: bool = False
    ) -> None:
        """A thought comes; a ``plain`` one has no visitor."""
        self.stage.let_in(words, seed, returning=returning, visit_id=None, lane=lane, plain=plain)

    def wait(self, seconds: float, step: float = 0.05) -> None:
        """Visible time passes in frames of ``step`` seconds."""
        for _ in range(round(seconds / step)):
            self.clock.now += round(step * 1_000_000)
            self.stage.conductor.tick()

    def painted(self, focused: int | None = None) -> QImage:
        """The whole picture as it is now, with the keyboard's focus on one."""
        image = QImage(self.stage.size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self.stage.scenery.paint(painter, self.stage.view.picture, self.stage.conductor.ambient_seconds, Mark(focused))
        painter.end()
        return image

    def heard(self) -> list[str]:
        """The names of the items a screen reader finds in the list that can be seen."""
        root = QAccessible.queryAccessibleInterface(self.stage.here)
        assert root is not None
        items = [root.child(i) for i in range(root.childCount())]
        return [item.text(QAccessible.Text.Name) for item in items if item and item.role() == QAccessible.Role.ListItem]

    def described(self, row: int = 0) -> str:
        """What a screen reader adds to the name of the item in ``row``."""
        root = QAccessible.queryAccessibleInterface(self.stage.here)
        item = root.child(row) if root is not None else None
        assert item is not None
        return item.text(QAccessible.Text.Description)
