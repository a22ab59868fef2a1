"""A real house, the real figures, and the real words, for the pages that show them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.content.helplines import load_regions
from guesthouse.content.prompts import load_prompts
from guesthouse.content.scenes import load_figures
from guesthouse.content.support import load_support
from guesthouse.domain.care import Region, SupportText
from guesthouse.domain.journal import Entry
from guesthouse.domain.thought import Wording
from guesthouse.domain.visit import Departure
from guesthouse.house import House, open_house
from guesthouse.paths import Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.voice import Saying, Voice
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.pages.journal import JournalPage
from guesthouse.ui.pages.today import TodayPage
from tests.ui.shown import show


class Hours:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 3, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


class Listener:
    """Whoever is asked: remembers what was said and answers as it was told to."""

    def __init__(self) -> None:
        self.said: list[Saying] = []
        self.answer = False
        self.voice = Voice(self._hear)

    def _hear(self, saying: Saying) -> bool:
        self.said.append(saying)
        return self.answer


class Door:
    """Lets thoughts in and sees them off, as the visitors' page does."""

    def __init__(self, house: House, hours: Hours) -> None:
        self.house, self.hours = house, hours

    def comes(self, words: str, *, stays: float = 5, how: Departure | None = Departure.OVER_THE_HILL) -> None:
        came = self.house.visitors.let_in(words, scene="garden", wording=Wording.AS_IT_CAME, keep=True)
        self.hours.pass_by(minutes=stays)
        if how is not None and came.visit_id is not None:
            self.house.visitors.see_off([came.visit_id], how)


@pytest.fixture(autouse=True)
def heard(qapp: QApplication) -> Iterator[None]:
    """A screen reader listens, so that Qt tells it of changes."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def house(tmp_path: Path, hours: Hours) -> Iterator[House]:
    opened = open_house(Paths.under(tmp_path / "house"), clock=hours, random=random.Random(1))
    yield opened
    opened.close()


@pytest.fixture
def door(house: House, hours: Hours) -> Door:
    return Door(house, hours)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def sprites() -> Sprites:
    return Sprites(load_figures(resources() / "figures"))


@pytest.fixture
def support() -> SupportText:
    return load_support(resources() / "support", "en")


@pytest.fixture
def regions() -> tuple[Region, ...]:
    return load_regions(resources() / "helplines")


@pytest.fixture
def journal_build(
    qtbot: QtBot, look: Look, house: House, hours: Hours, listener: Listener
) -> Callable[[], JournalPage]:
    """The page on the house, shown; searches and saves come in the next turn of the event loop."""

    def made() -> JournalPage:
        page = JournalPage(
            look=look,
            voice=listener.voice,
            prompts=load_prompts(resources() / "prompts", "en"),
            clock=hours,
            pause_ms=0,
            behind_ms=0,
            minute_ms=1,
        )
        page.welcome(house)
        qtbot.addWidget(page)
        show(qtbot, page, 1068, 800)
        page.arrive()
        return page

    return made


@pytest.fixture
def page(journal_build: Callable[[], JournalPage]) -> JournalPage:
    return journal_build()


@pytest.fixture
def write(house: House, hours: Hours) -> Callable[..., Entry]:
    """Puts an entry into the journal, a day after the one before."""

    def put(text: str, title: str = "", **facts: object) -> Entry:
        hours.pass_by(days=1)
        entry = house.journal.begin()
        return house.journal.keep(
            Entry(id=entry.id, written=entry.written, text=text, title=title, **facts)  # type: ignore[arg-type]
        )

    return put


@pytest.fixture
def today_build(
    qtbot: QtBot, look: Look, house: House, hours: Hours, listener: Listener, sprites: Sprites
) -> Callable[[], TodayPage]:
    """Today on the house, shown, and read to its end; saves come in the next turn of the event loop."""

    def made() -> TodayPage:
        page = TodayPage(look=look, voice=listener.voice, figures=sprites.portrait, clock=hours, behind_ms=0)
        qtbot.addWidget(page)
        page.welcome(house)
        show(qtbot, page, 1068, 800)
        page.arrive()
        qtbot.waitUntil(lambda: page.step.try_button.isVisible() or page.step.library_button.isVisible())
        return page

    return made


@pytest.fixture
def today(today_build: Callable[[], TodayPage]) -> TodayPage:
    return today_build()
