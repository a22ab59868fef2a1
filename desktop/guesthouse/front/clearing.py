"""What stands in front of the window, or runs beside it, is closed before the house is."""

from __future__ import annotations

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from guesthouse.qt.task import Task
from guesthouse.ui.dialogs.ample import AmpleDialog


def clear_away(window: QWidget, *, firmly: bool = False) -> bool:
    """Close every dialog, menu and hint of ``window``, as Esc does, and stop its tasks; True while any is left.

    Nobody can wait for them here: what opened them has to come to its own end first. Ask again a little later, and
    ``firmly`` where a dialog would rather stay; one that waits for its task stays until that has ended.
    """
    QToolTip.hideText()
    left = False
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
        left = True
    for task in running(window):
        task.stop()
        left = True
    for dialog in window.findChildren(QDialog):
        if not dialog.isVisible():
            continue
        left = True
        if firmly and not running(window):
            QDialog.reject(dialog)
        else:
            dialog.reject()
    return left


def lost_with(window: QWidget) -> str:
    """What would be lost with the dialogs of ``window`` that stand open, in a sentence."""
    open_ones = [dialog for dialog in window.findChildren(AmpleDialog) if dialog.isVisible()]
    return " ".join(filter(None, (dialog.loses() for dialog in open_ones)))


def running(window: QWidget) -> list[Task]:
    """The tasks that go on for this window."""
    return [task for task in window.findChildren(Task) if task.isRunning()]


def is_nested() -> bool:
    """Whether something waits in an event loop of its own, so that what it holds cannot be taken away yet."""
    return QThread.currentThread().loopLevel() > 1
