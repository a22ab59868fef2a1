"""The window waits for nothing of the card about heavy words: it is read when there is something to say."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import guesthouse.app, guesthouse.rooms, guesthouse.ui.main_window, guesthouse.ui.pages.today
print(*sorted(name for name in sys.modules if name.startswith("guesthouse.")))
"""
LATER = (
    "guesthouse.ui.heavy.card",
    "guesthouse.ui.heavy.sayings",
    "guesthouse.domain.heavy_cards",
    "guesthouse.content.heavy_cards",
)


def test_the_card_is_read_later() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "guesthouse.ui.heavy.heeding" in loaded
    assert [name for name in loaded if name.startswith(LATER)] == []
