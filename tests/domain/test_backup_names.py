"""What a copy is called, and what its name tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.backup_names import Named, is_leftover, names, read_name
from guesthouse.domain.safekeeping import Why

EVENING = datetime(2026, 11, 25, 23, 41, 5, tzinfo=timezone(timedelta(hours=1)))


def test_a_name_has_day_hour_count_and_reason() -> None:
    every = names(EVENING, 312, Why.DAILY)

    assert next(every) == "guesthouse-20261125-234105-312-daily.db"
    assert next(every) == "guesthouse-20261125-234105-312-daily-2.db"


@given(st.integers(0, 10**9), st.sampled_from(Why), st.datetimes(EVENING.replace(year=1000, tzinfo=None)))
def test_what_was_written_is_read(count: int, why: Why, at: datetime) -> None:
    at = at.replace(microsecond=0, tzinfo=UTC)
    first, second = (name for name, _ in zip(names(at, count, why), "12", strict=False))

    assert read_name(first, UTC) == Named(at, why, count)
    assert read_name(second, UTC) == Named(at, why, count, again=2)


def test_names_of_the_first_versions_are_read() -> None:
    at = datetime(2026, 3, 1, 21, 30, 2, tzinfo=UTC)
    old = "guesthouse-20260301-213002-before-0002_journal"

    assert read_name(f"{old}.db", UTC) == Named(at, Why.BEFORE_MIGRATION)
    assert read_name(f"{old}-3.db", UTC) == Named(at, Why.BEFORE_MIGRATION, again=3)


@pytest.mark.parametrize(
    "name",
    [
        "guesthouse.db",
        "guesthouse-20261125-234105-312-daily.db.part",
        "guesthouse-20261125-234105-312-daily (copy).db",
        "guesthouse-20261399-234105-312-daily.db",
        "guesthouse-20261125-254105-312-daily.db",
        "guesthouse-00000000-000000-1-daily.db",
        "guesthouse-20261125-234105-312-weekly.db",
        "guesthouse-20261125-234105-312-daily.db\n",
        "guesthouse-٢٠٢٦١١٢٥-234105-312-daily.db",
        "letters-20261125-234105-312-daily.db",
    ],
)
def test_other_names_are_not_ours(name: str) -> None:
    assert read_name(name, UTC) is None


def test_leftovers_are_those_of_our_names_only() -> None:
    ours = "guesthouse-20261125-234105-312-daily.db.part"

    assert is_leftover(ours) and is_leftover(f"{ours}-journal")
    assert not is_leftover("guesthouse-20261125-234105-312-daily.db")
    assert not is_leftover("film.mkv.part") and not is_leftover("guesthouse-notes.db.part")
    assert not is_leftover(f"{ours}ial") and not is_leftover(f"{ours}.part")
