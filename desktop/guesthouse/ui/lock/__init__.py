"""The parts of the page before the closed door."""

from __future__ import annotations
