"""What the cards about safekeeping work with, and how they have something done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from guesthouse.domain.safekeeping import Progress
from guesthouse.errors import GuesthouseError
from guesthouse.keeping import Keeping
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.task import Task
from guesthouse.qt.voice import Voice, words_of
from guesthouse.ui.dialogs.progress import ProgressDialog
from guesthouse.ui.doors import Doors

T = TypeVar("T")


@dataclass(frozen=True)
class Tools:
    """Handed to every card that does something with the file as a whole."""

    look: Look
    preferences: Preferences
    voice: Voice
    doors: Doors
    keeping: Keeping

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """What comes of ``verb``; trouble is told, and nothing is returned then."""
        try:
            return verb()
        except GuesthouseError as error:
            self.voice.tell(*words_of(error))
            return None


def beside(title: str, work: Callable[[Progress], T], look: Look, parent: QWidget) -> T | None:
    """Do ``work`` in a thread, with progress and Cancel where it takes longer; None where it was stopped.

    Raises:
        GuesthouseError: it failed.
    """
    task = Task(work, parent)
    counting = QCoreApplication.translate("Settings", "{count} %")
    dialog = ProgressDialog(title, counting, task, look, parent.window())
    dialog.run()
    task.deleteLater()
    if task.stopped and dialog.trouble is not None:
        return None
    if dialog.trouble is not None:
        raise dialog.trouble
    return dialog.outcome  # type: ignore[return-value]  # what work returned


def reason_closed() -> str:
    """Why something cannot be done here now."""
    return QCoreApplication.translate("Settings", "This can be used once your data are open.")
