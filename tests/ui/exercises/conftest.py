"""A real house around an exercise."""

from __future__ import annotations

from tests.ui.pages.conftest import heard, hours, house, listener

__all__ = ["heard", "hours", "house", "listener"]
