"""The front door: the house opens and closes here, behind one window; the app stands on it, and pages ask it."""

from __future__ import annotations
