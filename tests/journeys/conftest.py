"""A journey may take long on a busy machine: whatever it waits for is given up, and named, before it is broken off."""

from __future__ import annotations

from pathlib import Path

import pytest

LONGEST = 180
"""Seconds for a journey that says nothing else of itself."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each that time."""
    for item in items:
        if item.path.parent == Path(__file__).parent and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(LONGEST))
