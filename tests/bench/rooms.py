"""Going to a room for the first time and again, until it is painted, after years of practices and noticings."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from guesthouse.app import FrontDoor, dress
from guesthouse.paths import Paths
from guesthouse.qt.preferences import Preferences
from tests.bench.figures import Row
from tests.bench.practices import fill

ROOMS = ("practices", "journal", "guest-book", "visitors", "kit", "settings", "support")
TIMES = 4
"""The first time brings in modules that the app reads ahead while nobody waits: the best of the others counts."""


def measure(app: QApplication) -> list[Row]:
    """Each room with the same bar; Today is what stands when the window does, and is gone back to."""
    paths = Paths.under(Path(tempfile.mkdtemp(prefix="guesthouse-bench-")) / "data")
    fill(paths, None)
    paths.preferences.write_text("[General]\nbegun=true\n", encoding="utf-8")
    first: dict[str, list[float]] = {name: [] for name in ROOMS}
    again: dict[str, list[float]] = {name: [] for name in ("today", *ROOMS)}
    for _ in range(TIMES):
        front = _door(app, paths)
        for name in ROOMS:
            first[name].append(_gone_to(app, front, name))
            again["today"].append(_gone_to(app, front, "today"))
            again[name].append(_gone_to(app, front, name))
        front.window.close()
        front.close()
        front.window.deleteLater()
        app.processEvents()
    shutil.rmtree(paths.data)
    return [
        *(Row(f"{name}, gone to for the first time", min(took), "ms", bar=100.0) for name, took in first.items()),
        *(Row(f"{name}, gone to again", min(took), "ms", bar=100.0) for name, took in again.items()),
    ]


def _door(app: QApplication, paths: Paths) -> FrontDoor:
    """The app as it stands when Today has been seen."""
    preferences = Preferences(paths.preferences)
    front = FrontDoor(app, paths, preferences, dress(app, preferences))
    front.window.resize(1280, 800)
    front.window.show()
    front.watch()
    front.open()
    for _ in range(5):
        app.processEvents()
    return front


def _gone_to(app: QApplication, front: FrontDoor, name: str) -> float:
    start = time.perf_counter()
    front.window.go_to(name)
    app.processEvents()
    took = (time.perf_counter() - start) * 1000
    app.processEvents()
    return took
