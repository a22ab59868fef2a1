"""Run by the Python of an environment with nothing but the wheel: open the window, paint it, and tell what was found.

python look_inside.py FOLDER_FOR_DATA        prints one line of JSON
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

import guesthouse
from guesthouse.app import FrontDoor, dress, make_application
from guesthouse.paths import Paths, resources
from guesthouse.qt.preferences import Preferences


def open_window(data: Path) -> tuple[QApplication, FrontDoor]:
    """The app as its own start makes it, past the greeting."""
    paths = Paths.under(data)
    paths.make()
    preferences = Preferences(paths.preferences)
    preferences.begun = True
    app = make_application()
    front = FrontDoor(app, paths, preferences, dress(app, preferences))
    front.window.resize(1280, 800)
    front.window.show()
    front.watch()
    QTimer.singleShot(0, front.open)
    return app, front


def colours(image: QImage) -> int:
    """How many colours there are among a grid of points: an empty window has a handful."""
    xs, ys = range(0, image.width(), 8), range(0, image.height(), 8)
    return len({image.pixel(x, y) for x in xs for y in ys})


def main(data: Path) -> None:
    """Open, wait until things have settled, look, close."""
    app, front = open_window(data)
    found: dict[str, object] = {}

    def look() -> None:
        found["colours"] = colours(front.window.grab().toImage())
        front.window.close()
        app.quit()

    QTimer.singleShot(1500, look)
    app.exec()
    found["exit_code"] = front.close()
    found["package"] = str(Path(guesthouse.__file__).parent)
    found["resources"] = str(resources())
    found["families"] = [name for name in QFontDatabase.families() if name.startswith(("Nunito", "Literata"))]
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
