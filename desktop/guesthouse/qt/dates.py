"""A day, a month or a year, as one writes it here."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale


def dated(date: str) -> str:
    """ "2025-04-30", "2025-04" or "2025" in words."""
    parts = [int(part) for part in date.split("-")]
    pattern = {1: "yyyy", 2: "MMMM yyyy", 3: "d MMMM yyyy"}[len(parts)]
    year, month, day = (*parts, 1, 1)[:3]
    return QLocale().toString(QDate(year, month, day), pattern)
