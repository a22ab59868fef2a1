"""Work that goes on beside the window: how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from guesthouse.errors import GuesthouseError
from guesthouse.qt.look import Look
from guesthouse.qt.task import Task
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.labels import label

SOON_MS = 250


class ProgressDialog(QDialog):
    """Stands while a task runs; ``result`` or ``trouble`` is there afterwards."""

    def __init__(self, title: str, counting: str, task: Task, look: Look, parent: QWidget | None) -> None:
        """``counting`` holds {count}: how much is done. Call :meth:`run`."""
        super().__init__(parent)
        self.setWindowTitle("Guesthouse")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAccessibleName(title)
        self._task, self._counting = task, counting
        self.outcome: object | None = None
        self.trouble: GuesthouseError | None = None
        self._done = label(look, "soft", counting.format(count=0))
        stop = quiet(look, self.tr("Cancel"))
        stop.clicked.connect(self._stop)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(16)
        column.addWidget(label(look, "heading", title))
        column.addWidget(self._done)
        column.addLayout(buttons)
        self.setMinimumWidth(look.px(380))
        task.progressed.connect(lambda done: self._done.setText(self._counting.format(count=done)))
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.finished.connect(self.accept)

    def run(self) -> None:
        """Start the task and stay until it has ended; what is soon over is never seen."""
        loop = QEventLoop()
        self.finished.connect(loop.quit)
        soon = QTimer(self)
        soon.setSingleShot(True)
        soon.timeout.connect(self.open)
        soon.start(SOON_MS)
        self._task.start()
        loop.exec()
        soon.stop()
        self._task.wait()
        self.deleteLater()

    def reject(self) -> None:
        """Esc stops the task; the dialog goes when it has ended."""
        self._stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """So does closing it."""
        event.ignore()
        self._stop()

    def _stop(self) -> None:
        self._task.stop()

    def _succeeded(self, outcome: object) -> None:
        self.outcome = outcome

    def _failed(self, trouble: GuesthouseError) -> None:
        self.trouble = trouble
