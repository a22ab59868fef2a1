"""The window hidden at once behind a plain note, and brought back.

**At once** is the order here: the note is painted and everything in front of it is out of sight before anything else is
done. Then the sounds are silent, the window has another name and picture, and whoever would tell something has to
wait. After that there is time: what is half-done is written, and where there is a passphrase the house is locked,
behind the note.

- A dialog is left as locking leaves it. What goes on beside the window (an export) goes on; the lock waits for its end.
- What is told meanwhile is told afterwards, once. What is asked is answered with what changes nothing. Who closes the
  hidden window is asked only where something cannot be saved, and in the words of any program.
- The key that hides brings back, though not within the first moment: whoever is afraid presses twice. Esc hides, but
  brings back only where there is no other key, since others press Esc as well. The lock is not got round by being
  quick: where it is still to come, the note stays until then, and what goes on is stopped as Ctrl+L stops it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from guesthouse.front.clearing import lost_with, running
from guesthouse.front.doorway import Doorway
from guesthouse.front.locking import try_to_save
from guesthouse.qt.hide_keys import NONE
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.hidden.unseen import Unseen
from guesthouse.ui.main_window import MainWindow

if TYPE_CHECKING:
    from guesthouse.ui.hidden.note import NotePage

MOMENT = 0.7
"""Seconds in which the key brings nothing back."""

LOOK_MS = 50
"""So often it is looked whether the lock can come now."""

log = logging.getLogger(__name__)


class Hiding(QObject):
    """Hides one window, and shows it again."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        doorway: Doorway,
        *,
        note: Callable[[], NotePage],
        hush: Callable[[bool], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``note`` makes the page, once; ``hush`` silences what can be heard; ``clock`` gives seconds."""
        super().__init__(doorway)
        self._window: MainWindow = doorway.window
        self._preferences, self._doorway = preferences, doorway
        self._make, self._hush, self._clock = note, hush, clock
        self._note: NotePage | None = None
        self._unseen = Unseen(app, self._window)
        self._voice = self._window.voice
        self._since = 0.0
        self._lost = ""
        self._locks = self._wanted_back = self._ended = False
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._go_on)
        self._window.hide_asked.connect(self.hide)

    @property
    def is_hidden(self) -> bool:
        """Whether the note is what can be seen."""
        return self._window.cover.is_on

    def prepare(self) -> NotePage:
        """Have the note ready."""
        if self._note is None:
            self._note = self._make()
            self._window.cover.have_ready(self._note)
        return self._note

    def press(self) -> None:
        """The chosen key: hide, or come back."""
        if not self.is_hidden:
            self.hide()
        elif self._clock() - self._since >= MOMENT:
            self.come_back()

    def escape(self) -> None:
        """Esc, twice: hide; come back only where there is no other key for that."""
        if not self.is_hidden or self._preferences.hide_key == NONE:
            self.press()

    def hide(self) -> None:
        """Nothing but the note can be seen or heard when this returns."""
        if self.is_hidden:
            return
        window, note = self._window, self.prepare()
        self._lost = lost_with(window)
        self._voice = window.voice
        self._voice.hold_back(lambda saying: False)
        window.asks_plainly = note.asks
        self._unseen.begin(note)
        window.cover.put_on(note)
        window.setWindowTitle(note.title)
        window.setWindowIcon(note.icon())
        self._since = self._clock()
        self._locks, self._wanted_back = self._preferences.hide_locks, False
        self._hush(True)
        self._unseen.close()
        window.activateWindow()
        QTimer.singleShot(0, self, self._settle)

    def come_back(self) -> None:
        """Show the rooms again, or the way to the passphrase, as soon as the house is locked if it is to be."""
        if self.is_hidden:
            self._wanted_back = True
            self._go_on()

    def rest(self) -> None:
        """The app ends: nothing is looked after any more."""
        self._ended = True
        self._look.stop()

    # ------------------------------------------------------------------------------------------- while it is hidden

    def _settle(self) -> None:
        """Nobody waits any more: what is half-done is written, and the house is locked."""
        if self._ended:
            return
        trouble = try_to_save(self._window)
        if trouble is not None:
            log.warning("not everything could be saved: %s", type(trouble).__name__)
        self._doorway.locking.hidden = self.is_hidden
        self._doorway.locking.note_lost(self._lost if self._is_to_lock() else "")
        if self._is_to_lock():
            self._lost = ""
        self._look.start()
        self._go_on()

    def _is_to_lock(self) -> bool:
        return self._locks and self._doorway.sealed and self._doorway.key is not None

    def _go_on(self) -> None:
        """Lock once nothing goes on beside the window, and then show the rooms, if that is wanted."""
        if self._is_to_lock():
            for task in running(self._window) if self._wanted_back else []:
                task.stop()
            if not running(self._window) and not self._doorway.locking.wanted:
                self._doorway.lock_by_itself()
                self._locks = self._doorway.locking.wanted  # where it could not be done it is tried again by itself
        if self._is_to_lock() and (self._doorway.locking.wanted or running(self._window)):
            return
        if not running(self._window):
            self._look.stop()
        if self._wanted_back:
            self._show_again()

    def _show_again(self) -> None:
        self._look.stop()
        self._wanted_back = False
        self._doorway.locking.hidden = False
        window = self._window
        window.asks_plainly = None
        window.setWindowTitle(window.NAME)
        window.setWindowIcon(QApplication.windowIcon())
        window.cover.take_off()
        self._unseen.end()
        self._hush(False)
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        """What had to wait is told now."""
        if self.is_hidden or self._ended:
            return
        lost, self._lost = self._lost, ""
        self._voice.go_on()
        if lost:
            self._voice.tell(self.tr("A dialog was closed."), lost)
