"""Which copies stay over the years, and when another one is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.safekeeping import Backup, Why
from guesthouse.domain.thinning import DAY, doomed, fresh

BEGIN = datetime(2024, 1, 1, 20, 15, tzinfo=UTC)
OURS = [why for why in Why if why is not Why.BY_HAND]

hours = st.datetimes(
    BEGIN.replace(year=2020, tzinfo=None), BEGIN.replace(year=2030, tzinfo=None), timezones=st.just(UTC)
)
copies = st.lists(
    st.builds(lambda at, why: (at, why), hours, st.sampled_from([*Why, None])), max_size=60, unique_by=lambda pair: pair
).map(lambda pairs: [copy_of(at, why, number) for number, (at, why) in enumerate(pairs)])


def copy_of(at: datetime, why: Why | None = Why.DAILY, number: int = 0) -> Backup:
    return Backup(Path(f"/{at:%Y%m%d-%H%M%S}-{number}-{why}.db"), at, 1000, False, why)


def kept(copies: list[Backup]) -> list[Backup]:
    gone = doomed(copies)
    return [copy for copy in copies if copy not in gone]


def test_three_years_of_daily_copies_become_days_weeks_and_months() -> None:
    shelf: list[Backup] = []
    for day in range(3 * 365):
        shelf = kept([*shelf, copy_of(BEGIN + day * DAY)])
    days = [copy.made.date() for copy in reversed(shelf)]
    last = (BEGIN + (3 * 365 - 1) * DAY).date()

    assert days[:7] == [last - number * DAY for number in range(7)]
    assert len({day.isocalendar()[:2] for day in days}) >= 4
    assert len({(day.year, day.month) for day in days}) == 12
    assert last - days[-1] > timedelta(days=330)
    assert len(shelf) <= 7 + 4 + 12


def test_the_newest_of_each_month_stays() -> None:
    shelf = [copy_of(BEGIN + day * DAY) for day in range(366)]
    ends = {copy.made.date() for copy in kept(shelf)}

    assert {date(2024, month, 1) - DAY for month in range(3, 13)} <= ends


def test_what_was_made_before_a_change_stays_for_seven_days() -> None:
    morning = [copy_of(BEGIN + number * timedelta(minutes=1), why, number) for number, why in enumerate(OURS)]
    later = [copy_of(BEGIN + day * DAY) for day in range(1, 9)]

    assert [copy for copy in kept([*morning, *later[:6]]) if copy in morning] == [
        copy for copy in morning if copy.why is not Why.DAILY
    ]
    assert [copy for copy in kept([*morning, *later]) if copy in morning] == []


def test_a_copy_from_the_year_2099_takes_no_other_along() -> None:
    shelf = [copy_of(BEGIN + day * DAY) for day in range(6)]

    assert kept([*shelf, copy_of(BEGIN.replace(year=2099))])[:6] == shelf


@given(copies)
def test_nothing_of_the_person_goes(shelf: list[Backup]) -> None:
    assert all(copy.why not in (None, Why.BY_HAND) for copy in doomed(shelf))


@given(copies)
def test_the_newest_stays_and_so_does_each_of_the_last_days(shelf: list[Backup]) -> None:
    ours = sorted((copy for copy in shelf if copy.why in OURS), key=lambda copy: copy.made, reverse=True)
    newest: dict[date, datetime] = {}
    for copy in ours:
        newest.setdefault(copy.made.date(), copy.made)
    stayed = {copy.made for copy in kept(shelf)}

    assert set(list(newest.values())[:7]) <= stayed


@given(copies)
def test_there_are_never_more_than_days_weeks_months_and_the_last_changes(shelf: list[Backup]) -> None:
    daily = [copy for copy in kept(shelf) if copy.why is Why.DAILY]

    assert len(daily) <= 7 + 4 + 12


@given(copies)
def test_thinning_twice_is_thinning_once(shelf: list[Backup]) -> None:
    once = kept(shelf)

    assert doomed(once) == []


@given(copies, st.randoms(use_true_random=False))
def test_their_order_does_not_matter(shelf: list[Backup], chance: object) -> None:
    turned = list(shelf)
    chance.shuffle(turned)  # type: ignore[attr-defined]

    assert set(doomed(turned)) == set(doomed(shelf))


@given(hours)
def test_a_copy_of_each_day_keeps_a_month_of_every_year_that_passes(first: datetime) -> None:
    shelf = [copy_of(first + day * DAY) for day in range(0, 400, 3)]

    assert len({(copy.made.year, copy.made.month) for copy in kept(shelf)}) >= 12


@pytest.mark.parametrize(
    ("ago", "is_fresh"),
    [
        (timedelta(), True),
        (timedelta(hours=23, minutes=59), True),
        (timedelta(days=1), False),
        (timedelta(days=400), False),
        (timedelta(hours=-1), True),
        (timedelta(hours=-1, seconds=-1), False),
        (timedelta(days=-4000), False),
    ],
)
def test_a_copy_is_fresh_for_a_day_and_one_from_the_future_is_not(ago: timedelta, is_fresh: bool) -> None:
    assert fresh(BEGIN - ago, BEGIN) is is_fresh
