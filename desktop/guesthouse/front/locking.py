"""The order of locking, and what happens where it cannot be done at once.

Dialogs and menus are closed and tasks stopped, and whatever waits in them comes to its end; every page saves. Then the
house is closed: the pages forget, the key is forgotten, and the page before the closed door is there. The clipboard is
left as it is, and the visits on the canvas go on when the house is opened again.

**Where something cannot be saved** (the disk is full), whoever asked to lock is asked whether to lock without it.
Where nobody is there to ask, words go before the lock: the house stays open with the words on their page, that is told
once, and locking is tried again each half minute, until it can be done or the person is back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from guesthouse.errors import Bug, GuesthouseError
from guesthouse.front.clearing import clear_away, is_nested, lost_with
from guesthouse.qt.idle import Idle
from guesthouse.qt.voice import words_of
from guesthouse.ui.main_window import MainWindow

AGAIN_MS = 15
"""So long after dialogs were closed it is looked whether they have come to their end."""

FIRMLY = 60
"""So many times they are asked; then they are closed."""

TRY_AGAIN_MS = 30_000
"""So long after a locking that had to wait it is tried again."""

log = logging.getLogger(__name__)


class Locking(QObject):
    """Brings the window to where the house can be closed, and has it closed."""

    dropped = Signal()
    """A locking that had to wait is not wanted any more: the person is back."""

    cleared = Signal()
    """It was locked already, and now nothing stands in front of the window any more."""

    def __init__(self, window: MainWindow, idle: Idle, close: Callable[[], None], parent: QObject) -> None:
        """``close`` closes the house; it is called once everything is saved, or lost knowingly."""
        super().__init__(parent)
        self._window, self._idle, self._close = window, idle, close
        self.wanted = False
        self.hidden = False
        """Whether the window is hidden: who is at it is not back, then, and locking is tried again all the same."""
        self.outside = False
        """Whether something is done while the house is closed: that locks at its own end, if it was asked to."""
        self._by_itself = self._held_back = False
        self._lost = ""
        self._rounds = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(TRY_AGAIN_MS)
        self._again.timeout.connect(self._try_again)
        self._soon = _soon(self, self._step)
        self._clear_soon = _soon(self, self._clear)

    def want(self, *, by_itself: bool) -> None:
        """Lock as soon as it can be done, which is at once where nothing stands in front of the window."""
        if self.wanted:
            self._by_itself = self._by_itself and by_itself
            return
        self.wanted, self._by_itself, self._rounds = True, by_itself, 0
        self._step()

    def clear(self) -> None:
        """It is locked already; whoever still has a dialog to show has nobody to show it to."""
        self._rounds = 0
        self._clear_soon.start(0)

    def note_lost(self, lost: str) -> None:
        """This was lost with dialogs that were closed before."""
        self._lost = self._lost or lost

    def take_lost(self) -> str:
        """What was lost with the dialogs that were closed, in a sentence that is to be told now."""
        lost, self._lost = self._lost, ""
        return lost

    def rest(self) -> None:
        """Nothing is wanted any more."""
        self.wanted = self._held_back = False
        for timer in (self._again, self._soon, self._clear_soon):
            timer.stop()

    def _step(self) -> None:
        if not self.wanted or self.outside:
            return
        if self._is_in_the_way():
            self._soon.start(AGAIN_MS)
            return
        self.wanted = False
        if self._all_is_saved():
            self.rest()
            self._close()
        elif self._lost and not self._by_itself:
            self._window.voice.tell(self.tr("The house is still open."), self.take_lost())

    def _clear(self) -> None:
        if self._is_in_the_way():
            self._clear_soon.start(AGAIN_MS)
        else:
            self.rest()
            self.cleared.emit()

    def _is_in_the_way(self) -> bool:
        """Whether anything still is, after one more try to have it gone."""
        self._rounds += 1
        self._lost = self._lost or lost_with(self._window)
        return clear_away(self._window, firmly=self._rounds > FIRMLY) or is_nested()

    def _all_is_saved(self) -> bool:
        """Whether nothing would be lost, or is lost knowingly."""
        trouble = try_to_save(self._window)
        if trouble is None:
            return True
        if self._by_itself:
            self._hold_back(trouble)
            return False
        return self._window.voice.ask(*words_of(trouble), self.tr("Lock without saving"), self.tr("Stay"))

    def _hold_back(self, trouble: GuesthouseError) -> None:
        self._again.start()
        if not self._held_back:
            self._held_back = True
            text = self.tr("What you typed could not be kept, and is still there. Locking is tried again. {advice}")
            self._window.voice.tell(self.tr("The house is still open."), text.format(advice=words_of(trouble)[1]))

    def _try_again(self) -> None:
        if not self.hidden and self._idle.seconds * 1000 < TRY_AGAIN_MS:
            self._held_back = False
            self.dropped.emit()
        else:
            self.want(by_itself=True)


def _soon(parent: QObject, look: Callable[[], None]) -> QTimer:
    """One that ends with what it belongs to: a single shot of Qt's would go on after the app was closed."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(look)
    return timer


def try_to_save(window: MainWindow) -> GuesthouseError | None:
    """Every page saves; what keeps one from it is returned."""
    try:
        window.save()
    except GuesthouseError as error:
        return error
    except Exception:
        log.exception("a page could not save")
        return Bug()
    return None
