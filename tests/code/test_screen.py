"""The screen that tests of the real window ask for has somebody who makes windows active; the journeys try the rest."""

from __future__ import annotations

import subprocess
import sys

from tests.screen import Screen

WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
app.focusWindowChanged.connect(lambda window: window and print("active", flush=True))
field = QLineEdit()
field.setWindowTitle("A window to look for")
field.show()
QTimer.singleShot(20_000, app.quit)
app.exec()
"""


def test_a_window_becomes_active(screen: Screen) -> None:
    line = [sys.executable, "-c", WINDOW]
    with subprocess.Popen(line, env=screen.environ(), stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout
            assert child.stdout.readline() == "active\n"
        finally:
            child.kill()
