"""What Today shows of earlier days waits until it is known whether it may come unasked, and holds nothing up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from guesthouse.services.heavy import Heavy
from guesthouse.ui.pages.today import TodayPage
from tests.ui.pages.conftest import Door
from tests.ui.pages.today_hands import texts

STEPS = 3


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is to be read on Today at each step of making the phrases ready."""
    at_steps: list[list[str]] = []

    def prepare(_heavy: Heavy) -> Iterator[None]:
        for _ in range(STEPS):
            pages = [page for page in QApplication.topLevelWidgets() if isinstance(page, TodayPage)]
            at_steps.append([text for page in pages for text in texts(page)])
            yield

    monkeypatch.setattr(Heavy, "prepare", prepare)
    return at_steps


def test_guests_stand_there_once_all_is_ready(
    seen: list[list[str]], today_build: Callable[[], TodayPage], door: Door
) -> None:
    door.comes("I am late")
    page = today_build()
    assert len(seen) == STEPS
    assert all(shown and "A new guest" not in shown for shown in seen)
    assert "A new guest" in texts(page)


def test_where_nothing_is_there_nothing_is_made_ready(seen: list[list[str]], today: TodayPage) -> None:
    assert seen == [] and texts(today)
