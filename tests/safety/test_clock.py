"""A clock set back and forth, over midnight and to summer time: copies neither stop nor come at each start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from guesthouse.domain.safekeeping import Why
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.storage.connection import Place
from tests.safety.hands import let_in, opened

BERLIN = ZoneInfo("Europe/Berlin")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Wall:
    """The clock on the wall, as the system gives it: with the offset of the moment, and somebody may set it."""

    def __init__(self, now: datetime) -> None:
        """It stands still until it is moved."""
        self.now = now

    def __call__(self) -> datetime:
        """The time, with its offset and no zone, as `datetime.now().astimezone()` has it."""
        offset = self.now.utcoffset()
        assert offset is not None
        return self.now.replace(tzinfo=timezone(offset), fold=0)

    def goes(self, by: timedelta) -> None:
        """Real time passes (or somebody sets it): counted in hours that pass, not in those on the wall."""
        zone = self.now.tzinfo
        self.now = (self.now.astimezone(UTC) + by).astimezone(zone)


class Days:
    """A house in which something changes before each start."""

    def __init__(self, folder: Path, wall: Wall) -> None:
        """With one thought in it."""
        self.folder, self.wall, self.count = folder, wall, 0
        paths = Paths.under(folder)
        self.backups = Backups(Place(paths.database, paths.backups), paths, wall)
        self.change()

    def change(self) -> None:
        """Let a thought in."""
        house = opened(self.folder, clock=self.wall)  # type: ignore[arg-type]
        let_in(house, f"thought {self.count}")
        house.close()
        self.count += 1

    def start(self) -> bool:
        """Whether a copy came by itself."""
        self.change()
        return self.backups.make_if_due() is not None


@pytest.fixture
def begin(tmp_path: Path) -> Callable[[datetime], Days]:
    """Days that begin at some hour, after a copy was made."""

    def begun(now: datetime) -> Days:
        days = Days(tmp_path, Wall(now))
        assert days.start() and not days.start()
        return days

    return begun


Begin = Callable[[datetime], Days]


def test_over_midnight_a_new_day_is_not_yet_a_day(begin: Begin) -> None:
    days = begin(datetime(2026, 3, 1, 23, 58, tzinfo=BERLIN))
    days.wall.goes(timedelta(minutes=5))
    assert not days.start()
    days.wall.goes(timedelta(minutes=-10))
    assert not days.start()
    days.wall.goes(DAY)
    assert not days.start() or days.wall.now.minute >= 58
    days.wall.goes(timedelta(minutes=10))
    assert days.start()


@pytest.mark.parametrize(
    "change", [datetime(2026, 3, 28, 21, tzinfo=BERLIN), datetime(2026, 10, 24, 21, tzinfo=BERLIN)]
)
def test_over_the_change_of_summer_time_there_is_one_a_day(begin: Begin, change: datetime) -> None:
    days = begin(change)
    made = []
    for _ in range(4 * 24):
        days.wall.goes(HOUR)
        made.append(days.start())

    assert sum(made) in (3, 4) and all(any(made[first : first + 26]) for first in range(0, 70, 10))
    names = [copy.file.name for copy in days.backups.listed()]
    assert names == sorted(names, reverse=True) and len(set(names)) == len(names)


def test_in_the_hour_that_comes_twice_no_copy_is_lost(begin: Begin) -> None:
    days = begin(datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN))
    first = days.backups.make(Why.BY_HAND)
    days.wall.goes(HOUR)  # half past two, once more
    second = days.backups.make(Why.BY_HAND)

    assert days.wall().hour == 2 and first.file.exists() and second.file.exists() and first.file != second.file
    assert not days.start()


def test_set_back_by_years_a_copy_comes_and_then_none_until_tomorrow(begin: Begin) -> None:
    days = begin(datetime(2031, 5, 5, 12, tzinfo=BERLIN))
    days.wall.now = datetime(2026, 3, 1, 12, tzinfo=BERLIN)
    assert days.start() and not days.start()
    days.wall.goes(DAY / 2)
    assert not days.start()
    days.wall.goes(DAY)
    assert days.start() and not days.start()


def test_set_forth_by_years_and_back_again(begin: Begin) -> None:
    days = begin(datetime(2026, 3, 1, 12, tzinfo=BERLIN))
    days.wall.now = datetime(2099, 3, 1, 12, tzinfo=BERLIN)
    assert days.start() and not days.start()
    days.wall.now = datetime(2026, 3, 1, 13, tzinfo=BERLIN)
    assert not days.start()
    for _ in range(10):
        days.wall.goes(DAY + HOUR)
        assert days.start() and not days.start()
    there = days.backups.listed()

    assert there[0].made.year == 2099 and len(there) >= 8, "the one from 2099 took none of the others along"


@pytest.mark.parametrize("hours", [-26, -9, 9, 26])
def test_a_journey_around_the_world_stops_nothing(begin: Begin, hours: int) -> None:
    days = begin(datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=9))))
    days.wall.now = days.wall.now.astimezone(timezone(timedelta(hours=9 - abs(hours) % 20)))
    days.wall.goes(timedelta(hours=hours))
    made = 0
    for _ in range(6):
        days.wall.goes(DAY / 2)
        made += days.start()

    assert 2 <= made <= 3


def test_each_start_within_a_minute_makes_one(begin: Begin) -> None:
    days = begin(datetime(2026, 3, 1, 23, 59, 50, tzinfo=BERLIN))
    made = [days.start() for _ in range(5) if days.wall.goes(timedelta(seconds=5)) is None]

    assert made == [False] * 5
