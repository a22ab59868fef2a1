"""What the system is told so that a person's words do not leave the process by accident."""

from __future__ import annotations

import contextlib
import sys

SMALLEST = 1
"""Bytes. No image of a process fits, and a limit of exactly one also stops the images that Linux pipes to a program."""


def no_core_dumps() -> None:
    """From now on no image of this process is written where it breaks down, with words or a key in it.

    Where the system knows no such limit (Windows), nothing is done; where the limit is lower already, it stays.
    """
    if sys.platform == "win32":
        return
    import resource

    _now, most = resource.getrlimit(resource.RLIMIT_CORE)
    limit = SMALLEST if most == resource.RLIM_INFINITY else min(SMALLEST, most)
    with contextlib.suppress(OSError, ValueError):  # a system that keeps a limit of its own
        resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))
