"""Opening and closing the house behind one window: at the start, for a lock, and for what is done while it is closed.

Python cannot overwrite a key in memory. To forget it is to hold it nowhere; docs/safety.md says what that means.
"""

from __future__ import annotations

import logging
import random
import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from guesthouse.domain.safekeeping import State, unwatched
from guesthouse.domain.staying import NOTHING_STAYS, Staying
from guesthouse.errors import Bug, FileDamaged, GuesthouseError, WrongKey
from guesthouse.front.clearing import running
from guesthouse.front.housekeeping import Housekeeping
from guesthouse.front.locking import Locking, try_to_save
from guesthouse.house import House, open_house
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from guesthouse.qt.idle import Idle
from guesthouse.qt.lock_keys import LockKeys
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.task import Task
from guesthouse.qt.voice import words_of
from guesthouse.storage.lock import Lock
from guesthouse.ui.dialogs.progress import ProgressDialog
from guesthouse.ui.doors import Closed
from guesthouse.ui.main_window import PASSPHRASE, SETTINGS, MainWindow

if TYPE_CHECKING:
    from guesthouse.qt.look import Look
    from guesthouse.qt.session_watch import SessionWatch

T = TypeVar("T")

TIDY_MS = 1500
"""So long after a house was opened nobody waits for anything."""

log = logging.getLogger(__name__)


class Doorway(QObject):
    """The doors of one window (``ui/doors.py`` is what pages see of it). The window is given with :meth:`serve`."""

    def __init__(self, app: QApplication, paths: Paths, preferences: Preferences, look: Look) -> None:
        """Nothing is open yet."""
        super().__init__()
        self._app, self._paths, self._preferences, self._look = app, paths, preferences, look
        self.keeping = Keeping(paths, now)
        self.exit_code = 0
        self._house: House | None = None
        self._key: bytes | None = None
        self._sealed = False
        self._staying: Staying = NOTHING_STAYS
        self._settled = False
        self._session: SessionWatch | None = None
        self._housekeeping = Housekeeping(self.keeping, self)
        self._housekeeping.wanted.connect(self.put_in_order)

    def serve(self, window: MainWindow) -> None:
        """This is the window."""
        self.window = window
        self.idle = Idle(self._app, self, busy=self._is_busy)
        self.idle.lasted.connect(self.lock_by_itself)
        self._locking = Locking(window, self.idle, self._lock_now, self)
        self._locking.dropped.connect(self._watch_over)
        self._locking.cleared.connect(self._tell_lost)
        keys = LockKeys(self._app, self)
        keys.pressed.connect(self.lock)
        window.try_again.connect(self.open)
        window.lock_asked.connect(self.lock)
        window.unlocked.connect(self._unlocked)
        window.stays_locked.connect(self._stay_closed)
        self._preferences.changed.connect(lambda name: self._watch_over() if name == "lock_after" else None)

    @property
    def sealed(self) -> bool:
        """Whether the file is locked with a passphrase."""
        return self._sealed

    @property
    def key(self) -> bytes | None:
        """The raw key, where the file is sealed and was unlocked: a damaged one needs no passphrase twice."""
        return self._key

    @property
    def locking(self) -> Locking:
        """What brings the window to where the house can be closed."""
        return self._locking

    # ---------------------------------------------------------------------------------------- opening and closing

    def open(self) -> None:
        """Open the house and show it, or the page before its closed door, or tell why it stays closed."""
        try:
            if self._house is None:
                self.keeping.set_right()
            self._sealed = self.keeping.state() is State.SEALED
            if not self._sealed:
                self._key = None
            if self._sealed and self._key is None:
                self._stand_before_the_door()
            else:
                self._enter()
        except GuesthouseError as trouble:
            log.warning("the house stays closed: %s", type(trouble).__name__)
            self._stay_closed(trouble)
        except Exception:
            log.exception("the house could not be opened")
            self._stay_closed(Bug())

    def settle(self) -> None:
        """The first paint is over: there is time to put things in order."""
        self._settled = True
        self._keep_house_soon()

    def close(self) -> None:
        """The app ends: every page saves and forgets, what runs beside the window ends, and the file is closed."""
        try:
            for task in running(self.window):
                task.stop()
                task.wait()
            self._housekeeping.end()
            self.window.let_go()
        except GuesthouseError:
            log.warning("not everything was saved")  # which was told when the window closed
        finally:
            self.idle.allow(0)
            self._locking.rest()
            if self._house is not None:
                self._house.close()
            self._house = self._key = None

    def _enter(self) -> None:
        try:
            self._house = open_house(
                self._paths, clock=now, random=random.Random(), key=self._key, alone=True, staying=self._staying
            )
        except WrongKey as error:  # the key is right: a slot that nothing else opens has held it
            raise FileDamaged(error.path) from None
        self._staying = NOTHING_STAYS
        self.exit_code = 0
        self.window.take_in(self._house)
        self._watch_over()
        self._keep_house_soon()

    def _stand_before_the_door(self) -> None:
        """Nothing is held here. A second copy is told before anybody types a passphrase for nothing."""
        Lock(self._paths.lock).release()
        self.exit_code = 0
        self.window.show_lock()
        self._watch_over()

    def _stay_closed(self, why: GuesthouseError) -> None:
        self.exit_code = 1
        if sys.stderr is not None:  # as it is where a system starts windows without a terminal
            sys.stderr.write(f"{why.sentence}\n")
        self.window.show_trouble(why)
        self._watch_over()

    def _unlocked(self, key: bytes) -> None:
        self._key = key
        self.open()

    def _watch_over(self) -> None:
        """Who is away too long is locked out, where there is a passphrase and the key is here."""
        can_lock = self._sealed and self._key is not None
        self.window.offer_lock(can_lock)
        after = self._preferences.lock_after
        self.idle.allow(int(after) if can_lock and after.isdigit() else 0)
        if can_lock and self._session is None:
            from guesthouse.qt.session_watch import SessionWatch

            self._session = SessionWatch(self)
            self._session.leaving.connect(self.lock_by_itself)
            self._session.listen()

    def _keep_house_soon(self) -> None:
        if self._settled and self._house is not None:
            QTimer.singleShot(TIDY_MS, self, self.put_in_order)

    def put_in_order(self) -> None:
        """Have the copies looked after behind the window, where a house is open; nobody waits for it."""
        if self._house is not None:
            self._housekeeping.begin(self._key)

    # ------------------------------------------------------------------------------------------------- locking

    def lock(self) -> None:
        """Lock now; without a passphrase, go to where one can be set. A hidden window has no such key."""
        if self.window.cover.is_on:
            return
        if not self._sealed:
            self.window.carry(SETTINGS, PASSPHRASE)
        elif self._key is not None:
            self._locking.want(by_itself=False)

    def lock_by_itself(self) -> None:
        """Lock, since nobody is here any more."""
        if self._key is not None:
            self._locking.want(by_itself=True)

    def _lock_now(self) -> None:
        dropped = self.tr("What you did not want written down was not kept.") if self.window.drops() else ""
        self.window.show_lock(" ".join(filter(None, (dropped, self._locking.take_lost()))))
        self._shut()
        self._key = None
        self._watch_over()
        if self._session is not None:
            self._session.ready()

    def _tell_lost(self) -> None:
        """What stood in front of the locked window is gone, and something with it."""
        lost = self._locking.take_lost()
        if lost and self._sealed and self._key is None:
            self.window.show_lock(lost)

    def _shut(self) -> None:
        """Close the house; what is on the canvas stays until it is opened again."""
        if self._house is not None:
            self._staying = self._house.close(staying=True)
            self._house = None

    def _is_busy(self) -> bool:
        """A long import or export is no absence."""
        return self._locking.outside or bool(running(self.window))

    # ------------------------------------------------------------------------------------------------- outside

    def while_closed(self, title: str, work: Callable[[Closed], T]) -> T | None:
        """Save and close the house, do ``work`` beside the window with progress and Cancel, open the house again.

        Returns what ``work`` returned, or None where it failed or could not begin: that has been told then.
        """
        if self._locking.outside or not self._may_go_out():
            return None
        closed = Closed(keeping=self.keeping, progress=unwatched, key=self._key)
        self._locking.outside = True
        try:
            self.idle.allow(0)
            self.window.forget()
            self._shut()
            done = self._work(title, closed, work)
        finally:
            self._locking.outside = False
        self._key = closed.key
        if not closed.stays_closed:
            self._come_back()
        if done.trouble is not None:
            self.window.voice.tell(*words_of(done.trouble))
        return done.outcome  # type: ignore[return-value]  # what work returned

    def _may_go_out(self) -> bool:
        trouble = try_to_save(self.window)
        if trouble is None:
            return True
        return self.window.voice.ask(*words_of(trouble), self.tr("Go on without saving"), self.tr("Stay"))

    def _work(self, title: str, closed: Closed, work: Callable[[Closed], T]) -> ProgressDialog:
        def begin(step: Callable[[int], bool]) -> T:
            self._housekeeping.wait()
            closed.progress = step
            return work(closed)

        task = Task(begin, self)
        dialog = ProgressDialog(title, self.tr("{count} %"), task, self._look, self.window)
        dialog.run()
        task.deleteLater()
        return dialog

    def _come_back(self) -> None:
        """Open the house again, unless it was to be locked meanwhile."""
        if self._locking.wanted and self._key is not None:
            self._key = None
            self._locking.clear()
        self.open()


def now() -> datetime:
    """The hour, with the zone of this computer."""
    return datetime.now().astimezone()
