"""What comes from the system reaches Qt: signals that ask to end, and the desktop's wish about motion."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from guesthouse.qt.system_signals import SystemSignals
from tests.screen import Screen

ROOT = Path(__file__).parents[2]


@pytest.fixture
def signals(qapp: QObject) -> Iterator[SystemSignals]:
    parent = QObject()
    listening = SystemSignals(parent)
    yield listening
    listening.let_go()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_asks_to_end(qtbot: QtBot, signals: SystemSignals, number: signal.Signals) -> None:
    with qtbot.waitSignal(signals.asked_to_end):
        os.kill(os.getpid(), number)


def test_the_handlers_are_given_back(qapp: QObject) -> None:
    before = signal.getsignal(signal.SIGTERM)
    parent = QObject()
    listening = SystemSignals(parent)
    assert signal.getsignal(signal.SIGTERM) != before
    listening.let_go()
    assert signal.getsignal(signal.SIGTERM) == before


def test_the_desktop_s_wish_is_heard_at_once_and_when_it_changes(screen: Screen) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "tests.qt.portal"],
        cwd=ROOT,
        env=screen.environ({"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "desktop")}),
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert said.stdout.split() == ["reduced", "full"], said.stderr
