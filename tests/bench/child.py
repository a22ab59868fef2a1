"""One start of the app, or of a blank window, in a process of its own: `child.py MODE DATA_DIR`, told on stdout.

`blank` and `start` print the processor time used and the clock when the window can be used; `empty`, `still`, `paused`,
`walking` and `away` print the seconds of processor time used in SECONDS of quiet.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SECONDS = 6.0


def blank() -> None:
    """A window with nothing in it: told when it has been painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Blank(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            """The first paint is what is waited for."""
            QTimer.singleShot(0, lambda: told(time.process_time(), time.monotonic()))

    app = QApplication(["blank"])
    window = Blank()
    window.resize(1280, 800)
    window.show()
    app.exec()


def told(*values: float) -> None:
    """Say it and end at once."""
    print(*values, flush=True)
    os._exit(0)


def run(mode: str, folder: Path) -> None:
    """The app as the command starts it, with somebody at the keyboard."""
    begun = folder / "preferences.ini"
    begun.parent.mkdir(parents=True, exist_ok=True)
    begun.write_text("[General]\nbegun=true\nmotion=full\n")
    import guesthouse.house  # noqa: F401  # in the order of the command line
    from guesthouse import app, cli

    make = app.make_application

    def make_and_watch() -> QApplication:
        application = make()
        from PySide6.QtCore import QTimer

        watch = QTimer(application)
        watch.timeout.connect(lambda: somebody(mode, watch))
        watch.start(1)
        return application

    app.make_application = make_and_watch
    cli.main(["--data-dir", str(folder)])


def somebody(mode: str, watch: object) -> None:
    """Types as soon as typing reaches the field."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from guesthouse.ui.main_window import MainWindow

    field = QApplication.focusWidget()
    if field is None or field.accessibleName() != "Something else I notice":
        return
    QTest.keyClicks(field, "a")
    if mode == "start":
        told(time.process_time(), time.monotonic())
    assert isinstance(watch, QTimer)
    watch.stop()
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window.go_to("visitors")
    from guesthouse.ui.pages.visitors import VisitorsPage

    page = next(w for w in QApplication.allWidgets() if isinstance(w, VisitorsPage))
    prepare(mode, page)
    QTimer.singleShot(2500, lambda: quiet(QTimer.singleShot))


def prepare(mode: str, page: object) -> None:
    """Bring the canvas into the state that is measured."""
    from PySide6.QtWidgets import QApplication

    from guesthouse.ui.main_window import MainWindow
    from guesthouse.ui.pages.visitors import VisitorsPage

    assert isinstance(page, VisitorsPage)
    page.door.field.clear()
    if mode == "still":
        page.controls.still_button.click()
    if mode != "empty":
        for i in range(3):
            page.door.field.set_words(f"I always mess up {i}")
            page.door.button.click()
    if mode == "paused":
        page.controls.pause_button.click()
    if mode == "away":
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        window.go_to("settings")


def quiet(later: Callable[..., None]) -> None:
    """Measure."""
    before = time.process_time()
    later(round(SECONDS * 1000), lambda: told(time.process_time() - before))


if __name__ == "__main__":
    if sys.argv[1] == "blank":
        blank()
    else:
        run(sys.argv[1], Path(sys.argv[2]))
