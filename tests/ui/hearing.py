"""What a screen reader is told aloud, noted for a test."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that is announced from now on, in its order; who listens hears it all the same."""
    told: list[str] = []
    usual = QAccessible.updateAccessibility

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())
        usual(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told
