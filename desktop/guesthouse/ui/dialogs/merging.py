"""Says what an export would bring, before anything is taken in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from guesthouse.domain.safekeeping import Merging
from guesthouse.qt.look import Look
from guesthouse.ui.dialogs.ample import AmpleDialog
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.labels import label
from guesthouse.ui.settings.words import merging_told


class MergingDialog(AmpleDialog):
    """What is new, what is newer there, what is here already; nothing comes in unless it is wanted."""

    def __init__(self, merging: Merging, look: Look, parent: QWidget | None) -> None:
        """A dialog ready for ``exec``."""
        super().__init__(self.tr("What would come in"), look, parent)
        for line in merging_told(merging):
            self.column.addWidget(label(look, "body", line))
        self.leave = quiet(look, self.tr("Leave it"))
        self.leave.clicked.connect(self.reject)
        self.take = primary(look, self.tr("Take it in"))
        self.take.clicked.connect(self.accept)
        if merging.is_nothing:
            self.add_buttons(self.leave)
            self.leave.setFocus()
            return
        note = self.tr("Nothing is removed. A backup is made first, and all of it comes in or nothing.")
        self.column.addWidget(label(look, "soft", note))
        self.take.setDefault(True)
        self.take.setFocus()
        self.add_buttons(self.take, self.leave)
