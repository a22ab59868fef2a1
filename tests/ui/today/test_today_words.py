"""Hours and days as Today says them, and guests by their themes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from guesthouse.domain.visit import Guest
from guesthouse.ui.today.words import called, greeting, part_of_day, was_here

NOW = datetime(2026, 5, 3, 19, 0, tzinfo=UTC)  # a Sunday


def guest(theme: str | None = None, visits: int = 1, days: int = 0) -> Guest:
    when = NOW - timedelta(days=days)
    return Guest(id="1", words="hard words", theme=theme, seed=1, visits=visits, first_seen=when, last_seen=when)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ((2026, 5, 3, 18, 0), "This evening"),
        ((2026, 5, 3, 12, 0), "This afternoon"),
        ((2026, 5, 3, 5, 0), "This morning"),
        ((2026, 5, 3, 4, 59), "Last night"),
        ((2026, 5, 2, 20, 0), "Yesterday evening"),
        ((2026, 5, 2, 3, 0), "The night before last"),
        ((2026, 4, 30, 13, 0), "Thursday afternoon"),
        ((2026, 4, 27, 2, 0), "Monday, early"),
        ((2026, 4, 26, 13, 0), "26 April"),
        ((2025, 5, 3, 13, 0), "3 May 2025"),
        ((2026, 5, 4, 9, 0), "4 May"),
    ],
)
def test_a_moment_is_said_as_one_would(when: tuple[int, int, int, int, int], words: str) -> None:
    assert part_of_day(datetime(*when, tzinfo=UTC), NOW) == words


def test_a_moment_is_said_by_the_clock_of_here() -> None:
    here = NOW.astimezone(timezone(timedelta(hours=2)))
    assert part_of_day(datetime(2026, 5, 2, 22, 30, tzinfo=UTC), here) == "Last night"


@pytest.mark.parametrize("hour", range(24))
def test_every_hour_has_a_greeting(hour: int) -> None:
    assert greeting(NOW.replace(hour=hour)).endswith(".")


def test_guests_have_their_theme_or_are_guests() -> None:
    assert called(guest("the  not-enough\ntheme")) == "the not-enough theme"
    assert called(guest()) == "A new guest"
    assert called(guest("  ", visits=2)) == "A guest"


def test_when_a_guest_was_here() -> None:
    assert was_here(guest(), NOW) == "came today"
    assert was_here(guest(visits=3), NOW) == "here today"
    assert was_here(guest(days=3), NOW) == "here on Thursday"
