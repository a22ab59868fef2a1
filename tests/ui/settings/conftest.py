"""A real house."""

from __future__ import annotations

from tests.ui.pages.conftest import hours, house

__all__ = ["hours", "house"]
