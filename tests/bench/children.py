"""Starts the children of the benches and reads what they print."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

CHILD = Path(__file__).with_name("child.py")


def ask(mode: str, folder: Path | None = None) -> float:
    """What one child prints; where it is more than one thing, the last of them."""
    return ask_all(mode, folder)[-1]


def ask_all(mode: str, folder: Path | None = None) -> list[float]:
    """Everything that one child prints."""
    where = folder or Path(tempfile.mkdtemp(prefix="guesthouse-bench-")) / "data"
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    line = [sys.executable, str(CHILD), mode, str(where)]
    done = subprocess.run(line, env=environ, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"the child {mode} ended with {done.returncode}: {done.stderr[-2000:]}")
    return [float(value) for value in done.stdout.split()]
