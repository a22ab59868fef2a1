"""What stands in front of the window, or would come to stand there, while the window is hidden: it is never seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from guesthouse.ui.dialogs.progress import ProgressDialog

MOST_POPUPS = 20


class Unseen(QObject):
    """Takes dialogs, menus and hints away at once, and lets no new one be seen until :meth:`end`.

    A dialog is closed as locking closes it, but out of sight before anything else happens. One that shows how far
    something is stays in the dark while that goes on, and is there again afterwards.
    """

    def __init__(self, app: QApplication, window: QWidget) -> None:
        """Of the app with this window."""
        super().__init__(window)
        self._app, self._window = app, window
        self._own: QWidget | None = None
        self._dark: list[ProgressDialog] = []
        self._gone: list[QDialog] = []

    def begin(self, own: QWidget) -> None:
        """Out of sight with all of it; what belongs to ``own`` may still be shown. Then call :meth:`close`."""
        self._own = own
        self._app.installEventFilter(self)
        for _ in range(MOST_POPUPS):
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if widget is self._window or not widget.isVisible():
                continue
            if isinstance(widget, ProgressDialog):
                self._keep_in_the_dark(widget)
            elif isinstance(widget, QDialog):
                self._gone.append(widget)
            widget.hide()

    def close(self) -> None:
        """What was taken away comes to its end: whoever waits for it is told that it was left."""
        gone, self._gone = self._gone, []
        for dialog in gone:
            if isValid(dialog):
                QDialog.reject(dialog)  # firmly: one that would rather stay is not asked

    def end(self) -> None:
        """The window can be seen again, and so can what is still going on in front of it."""
        self._app.removeEventFilter(self)
        self._own = None
        dark, self._dark = self._dark, []
        for dialog in dark:
            if isValid(dialog):
                dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
                dialog.setWindowModality(Qt.WindowModality.WindowModal)
                dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something is about to be shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and self._is_strange(watched):
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            watched.setWindowModality(Qt.WindowModality.NonModal)
            QTimer.singleShot(0, watched, lambda: self._turn_away(watched))
        return False

    def _is_strange(self, widget: QWidget) -> bool:
        if not widget.isWindow() or widget is self._window:
            return False
        above: QWidget | None = widget
        while above is not None:
            if above is self._own:
                return False
            above = above.parentWidget()
        return True

    def _turn_away(self, widget: QWidget) -> None:
        widget.hide()
        if isinstance(widget, ProgressDialog):
            self._keep_in_the_dark(widget)
            return
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
        if isinstance(widget, QDialog):
            QDialog.reject(widget)

    def _keep_in_the_dark(self, dialog: ProgressDialog) -> None:
        if dialog not in self._dark:
            self._dark.append(dialog)
            dialog.finished.connect(lambda: self._dark.remove(dialog) if dialog in self._dark else None)
