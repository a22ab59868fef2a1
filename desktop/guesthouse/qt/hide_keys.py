"""The key that hides the window at once, heard before any shortcut, in whichever window of the app has the keyboard.

Everything else hears it later or not at all: a dialog that stands in front, a menu, a field that knows the key itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from guesthouse.qt.at_windows import AtWindows
from guesthouse.qt.preferences import HIDE_KEYS, Preferences

TWICE = 0.6
"""Seconds within which the second Esc has to come."""

NONE = "none"
CODES = {name: Qt.Key[f"Key_{name}"] for name in HIDE_KEYS if name != NONE}
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class HideKeys(AtWindows):
    """Made after all others who listen there, so that nobody takes the key away."""

    pressed = Signal()
    """The chosen function key, once however long it is held."""
    escaped = Signal()
    """Esc, twice in a row, where that is wished. The first one has done what Esc does."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        parent: QObject,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``clock`` gives seconds and only goes on."""
        super().__init__(app, parent)
        self._preferences, self._clock = preferences, clock
        self._first: float | None = None
        self._taken = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key goes no further. It comes as a question first, whether it is a shortcut, and then as itself."""
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        if self._resting:
            return False
        asked = kind == QEvent.Type.ShortcutOverride
        if event.key() == CODES.get(self._preferences.hide_key) and event.modifiers() in PLAIN:
            self._hear(event, asked)
            return True
        if event.key() == Qt.Key.Key_Escape and self._preferences.hide_on_esc:
            return self._hear_esc(event, asked)
        if asked:
            self._first = None
        return False

    def _hear(self, event: QKeyEvent, asked: bool) -> None:
        event.accept()  # it is no shortcut, but a key
        if not asked and not event.isAutoRepeat():
            self.pressed.emit()

    def _hear_esc(self, event: QKeyEvent, asked: bool) -> bool:
        """Counted when it is asked about: as a shortcut it never comes as a key."""
        if not asked:
            taken, self._taken = self._taken, False
            return taken
        if event.isAutoRepeat():
            return False
        now, first = self._clock(), self._first
        self._first = now
        if first is None or now - first > TWICE:
            self._taken = False
            return False
        self._first, self._taken = None, True
        event.accept()
        self.escaped.emit()
        return True
