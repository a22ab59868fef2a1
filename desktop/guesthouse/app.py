"""The start of the window, in the order it is told here.

1. The preferences (the log is on already), for theme, text size and window must be known before anything shows; a
   broken file begins anew.
2. The application: its typefaces, its language, its look. From here on trouble can be told.
3. The window's shell: the rail and an empty place. It stands without a house.
4. What may happen at any time: the end of the session, a signal from the system, an error nobody expected.
5. The house (front/doorway.py): the file's first bytes say whether it is sealed, and then the passphrase is asked for.
   The lock that keeps a second copy out, then the database. Known troubles are told in the window and on stderr, and
   the window waits for "Try again".
6. The pages, each when it is first gone to (rooms.py), beginning with Today (the very first time, a greeting).
7. After the first paint what is not needed for it: the window's icon, the system's wish about motion, and putting the
   files in order.

A lock closes the house behind the same window, and unlocking opens it again. At the end every page has saved, visits
still going on are ended, and the database is closed. The exit code is 1 where the house could not be opened.
"""

from __future__ import annotations

import gc
import logging
import sys
import traceback
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from guesthouse.discretion import no_core_dumps
from guesthouse.errors import Bug, GuesthouseError, Trouble
from guesthouse.front.doorway import Doorway
from guesthouse.front.hiding import Hiding
from guesthouse.front.to_support import ToSupport
from guesthouse.paths import Paths, resources
from guesthouse.qt.fonts import load_fonts
from guesthouse.qt.hide_keys import HideKeys
from guesthouse.qt.i18n import install_language
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.system_signals import SystemSignals
from guesthouse.qt.voice import words_of
from guesthouse.rooms import Builders
from guesthouse.ui.main_window import MainWindow

log = logging.getLogger(__name__)

SETTLE_MS = 30
"""So long after the house was opened the first paint is over."""

AHEAD_MS = 400
"""So long after that there is time to look ahead."""


def main(paths: Paths) -> int:
    """Run the app on these folders until its window closes, and return the exit code."""
    no_core_dumps()
    preferences = Preferences(paths.preferences)
    app = make_application()
    look = dress(app, preferences)
    front = FrontDoor(app, paths, preferences, look)
    front.window.show()
    front.watch()
    QTimer.singleShot(0, front.open)
    QTimer.singleShot(0, lambda: QTimer.singleShot(SETTLE_MS, front.settle))
    app.exec()
    return front.close()


def make_application() -> QApplication:
    """The one QApplication, named as the desktop knows it."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["guesthouse"])
    app.setApplicationName("guesthouse")
    app.setDesktopFileName("guesthouse")
    # in the system's own dialogs no key could hide us; on Windows and macOS their places are what people need in them
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, sys.platform not in ("win32", "darwin"))
    return app


def dress(app: QApplication, preferences: Preferences) -> Look:
    """Typefaces, language and look."""
    for missing in load_fonts():
        log.warning("typeface not loaded: %s", missing)
    install_language(app, resources() / "i18n")
    return Look(app, preferences, resources() / "themes")


class FrontDoor(QObject):
    """The window and the doorway behind it; hears what comes from outside."""

    def __init__(self, app: QApplication, paths: Paths, preferences: Preferences, look: Look) -> None:
        """A window without a house yet."""
        super().__init__()
        self._app = app
        self._preferences, self._look = preferences, look
        self._motion = Motion(preferences)
        self._told: set[tuple[str, int]] = set()
        self._telling = self._closed = False
        self.doorway = Doorway(app, paths, preferences, look)
        builders = Builders(
            paths=paths,
            look=look,
            preferences=preferences,
            motion=self._motion,
            voice=lambda: self.window.voice,
            doors=self.doorway,
            keeping=self.doorway.keeping,
        )
        self.window = MainWindow(
            look=look,
            preferences=preferences,
            rooms=builders.rooms(),
            asides=builders.asides(),
            heeding=builders.heeding(),
        )
        self.doorway.serve(self.window)
        self.hiding = Hiding(app, preferences, self.doorway, note=builders.note, hush=builders.hush)
        self._to_support = ToSupport(app, self.doorway)
        self._hide_keys = HideKeys(app, preferences, self)
        self._hide_keys.pressed.connect(self.hiding.press)
        self._hide_keys.escaped.connect(self.hiding.escape)

    def watch(self) -> None:
        """Hear the window, the session, the system and errors that nobody expected."""
        self._app.commitDataRequest.connect(lambda manager: self._save())
        self._signals = SystemSignals(self)
        self._signals.asked_to_end.connect(self.window.close)
        self._earlier_hook, sys.excepthook = sys.excepthook, self._unexpected

    def open(self) -> None:
        """Open the house, or show what is before it."""
        self.doorway.open()

    def settle(self) -> None:
        """What can wait until the person can type."""
        from guesthouse.qt.file_dialogs import FileDialogs
        from guesthouse.qt.system_motion import SystemMotion

        self._file_dialogs = FileDialogs(self._app, self._look, self)
        self._app.setWindowIcon(QIcon(str(resources() / "app" / "guesthouse.svg")))
        self._system_motion = SystemMotion(self)
        self._system_motion.told.connect(self._motion.system_wishes)
        self._system_motion.ask()
        QTimer.singleShot(AHEAD_MS, self, _look_ahead)
        QTimer.singleShot(AHEAD_MS, self.hiding, self.hiding.prepare)
        self.doorway.settle()
        gc.collect()
        gc.freeze()  # a later collection, in the middle of a walk, need not look at all this again
        gc.enable()

    def close(self) -> int:
        """Leave the house as it must be found, once, and return the exit code."""
        if not self._closed:
            self._closed = True
            sys.excepthook = self._earlier_hook
            self._signals.let_go()
            self._to_support.rest()
            self._hide_keys.rest()
            self.hiding.rest()
        self.doorway.close()
        return self.doorway.exit_code

    def _save(self) -> None:
        """The session ends: there is nobody to ask, and the log holds what failed."""
        try:
            self.window.save()
        except GuesthouseError as error:
            log.error("not everything could be saved: %s", type(error).__name__)

    def _unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A known trouble that nobody caught is told in its words; anything else is logged without any text of it."""
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        log.error("unexpected", exc_info=(kind, error, trace))  # the log writes kinds and places, never the message
        where = traceback.extract_tb(trace)
        place = (where[-1].filename, where[-1].lineno or 0) if where else ("", 0)
        again = place in self._told and not isinstance(error, Trouble)
        if self._telling or again:
            return  # once is enough for a mistake of ours: a picture is painted sixty times a second
        self._told.add(place)
        self._telling = True
        QTimer.singleShot(0, self, lambda: self._tell(error))

    def _tell(self, error: BaseException) -> None:
        with suppress(Exception):
            self.window.save()
        told = error if isinstance(error, GuesthouseError) else Bug()
        try:
            self.window.voice.tell(*words_of(told))
        finally:
            self._telling = False


def _look_ahead() -> None:
    """Read the larger rooms' modules while nobody waits for them, so that they open at once."""
    import guesthouse.ui.pages.journal
    import guesthouse.ui.pages.kit
    import guesthouse.ui.pages.practices
    import guesthouse.ui.pages.visitors  # noqa: F401
