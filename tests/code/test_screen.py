"""The screen that tests of the real window ask for: windows become active there, and a screen reader sees them."""

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
# pyatspi belongs to the system's own Python. A window is on the bus a moment after it is on the screen.
READER = """
import pyatspi, time
end = time.monotonic() + 20
names = []
while "A window to look for" not in names and time.monotonic() < end:
    names = [window.name for app in pyatspi.Registry.getDesktop(0) for window in app or ()]
print(names)
"""


def test_a_window_becomes_active_and_a_screen_reader_sees_it(screen: Screen) -> None:
    line = [sys.executable, "-c", WINDOW]
    with subprocess.Popen(line, env=screen.environ(), stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout
            assert child.stdout.readline() == "active\n"
            line = ["/usr/bin/python3", "-c", READER]
            seen = subprocess.run(line, env=screen.environ(), capture_output=True, text=True, timeout=30, check=False)
            assert "A window to look for" in seen.stdout, seen.stderr
        finally:
            child.kill()
