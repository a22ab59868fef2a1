"""That the computer goes to sleep or its screen is locked is heard from real buses; other sessions are not ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from guesthouse.qt.session_watch import SessionWatch
from tests.screen import Screen

ROOT = Path(__file__).parents[2]


def test_screen_lock_session_lock_and_sleep_are_heard(screen: Screen) -> None:
    environ = screen.environ(
        {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT / "desktop"),
            "DBUS_SYSTEM_BUS_ADDRESS": screen.bus,  # a session's bus stands in for the system's
        }
    )
    said = subprocess.run(
        [sys.executable, "-m", "tests.qt.session"],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    # Two screen savers, the lock of our session and not that of another, and one sleep; which is let happen after it.
    assert said.stdout.split() == ["leaving"] * 4 + ["held", "free"], said.stderr


def test_without_any_bus_nothing_is_told_and_nothing_waits(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'no bus'}")
    parent = QObject()
    watch = SessionWatch(parent)
    with qtbot.assertNotEmitted(watch.leaving):
        watch.listen()
    watch.ready()
