"""What Today shows of earlier days waits until it is known whether it may come unasked, and holds nothing up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QInputMethodEvent, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.domain.noticing import Noticed
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.services.heavy import Heavy
from guesthouse.ui.pages.today import TodayPage
from tests.ui.pages.conftest import Door, Hours, Listener
from tests.ui.pages.today_hands import button, field, items, names, texts
from tests.ui.shown import show

STEPS = 3
HALF = ([Noticed("sad", "a lot"), Noticed("a knot")], "and mo")
MORE = "Go on with what you began"


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


@pytest.fixture
def held(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, look: Look, house: House, hours: Hours, listener: Listener
) -> Iterator[tuple[TodayPage, Callable[[], None]]]:
    """Today with something half-noticed that is not shown yet, and what makes the phrases ready."""
    ready: list[bool] = []

    def prepare(_heavy: Heavy) -> Iterator[None]:
        while not ready:
            yield

    monkeypatch.setattr(Heavy, "prepare", prepare)
    house.noticings.keep_draft(*HALF)
    page = TodayPage(look=look, voice=listener.voice, figures=lambda *_: QPixmap(), clock=hours, behind_ms=0)
    qtbot.addWidget(page)
    page.welcome(house)
    show(qtbot, page, 1068, 800)
    page.arrive()

    def go_on() -> None:
        ready.append(True)
        qtbot.waitUntil(lambda: not page.noticing.waits)

    yield page, go_on
    page.let_go()


Held = tuple[TodayPage, Callable[[], None]]


def test_words_that_were_half_noticed_wait_and_are_there_as_they_were(held: Held, house: House) -> None:
    page, go_on = held
    assert items(page) == [] and field(page).text() == "" and MORE not in names(page)
    page.save()
    assert house.noticings.draft() == HALF, "what is not shown yet is not saved as nothing"
    go_on()
    assert (items(page), field(page).text()) == (["sad", "a knot"], "and mo")
    assert MORE not in names(page)
    page.save()
    assert house.noticings.draft() == HALF


@pytest.mark.parametrize("end", [TodayPage.save, TodayPage.leave, TodayPage.let_go])
def test_what_waits_outlives_the_end_of_the_page(held: Held, house: House, end: Callable[[TodayPage], None]) -> None:
    page, go_on = held
    end(page)
    page.let_go()
    assert house.noticings.draft() == HALF
    page.welcome(house)
    go_on()
    assert (items(page), field(page).text()) == (["sad", "a knot"], "and mo")


@pytest.mark.parametrize("end", [TodayPage.save, TodayPage.leave])
def test_what_is_noticed_meanwhile_and_what_waits_are_both_kept(
    held: Held, house: House, end: Callable[[TodayPage], None]
) -> None:
    page, go_on = held
    field(page).setText("tired")
    end(page)
    assert house.noticings.draft() == ([*HALF[0], Noticed("and mo")], "tired")
    go_on()
    assert (items(page), field(page).text()) == ([], "tired"), "nobody's typing is changed"
    button(page, MORE).click()
    assert (items(page), field(page).text()) == (["sad", "a knot", "and mo"], "tired")
    page.save()
    assert house.noticings.draft() == ([*HALF[0], Noticed("and mo")], "tired")


def test_what_is_kept_meanwhile_leaves_what_waits(held: Held, house: House) -> None:
    page, go_on = held
    field(page).setText("tired")
    button(page, "Keep this").click()
    page.save()
    assert house.noticings.draft() == ([*HALF[0], Noticed("and mo")], "")
    go_on()
    button(page, MORE).click()
    assert items(page) == ["sad", "a knot", "and mo", "tired"]


def test_letters_that_are_being_put_together_are_not_taken_away(held: Held) -> None:
    page, go_on = held
    QApplication.sendEvent(field(page), QInputMethodEvent("に", []))
    go_on()
    assert field(page).text() == "" and MORE in names(page)


def test_what_is_open_to_choose_from_stays_open(held: Held) -> None:
    page, go_on = held
    button(page, "+ something").click()
    go_on()
    assert page.noticing.unfolded and MORE in names(page)


def test_where_nothing_is_there_nothing_is_made_ready(seen: list[list[str]], today: TodayPage) -> None:
    assert seen == [] and texts(today)
