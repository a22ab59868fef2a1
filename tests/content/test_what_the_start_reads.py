"""The window waits for what Today needs, and for nothing of the rooms that are gone to later."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import guesthouse.app, guesthouse.house, guesthouse.content.feelings, guesthouse.ui.pages.today
print(*sorted(name for name in sys.modules if name.startswith("guesthouse.")))
"""
LATER = ("guesthouse.domain.scene", "guesthouse.content.scenes", "guesthouse.sim", "guesthouse.ui.exercises")


def test_the_scenes_and_the_exercises_are_read_later() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "guesthouse.ui.pages.today" in loaded
    assert [name for name in loaded if name.startswith(LATER)] == []
