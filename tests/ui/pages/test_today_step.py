"""One small step: why it is this one, something gentler, not now, and what was broken off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Start
from guesthouse.domain.sitting import Verdict
from guesthouse.house import House
from guesthouse.ui.pages.today import TodayPage
from tests.ui.pages.conftest import Hours
from tests.ui.pages.today_hands import button, names, texts

Build = Callable[[], TodayPage]


def suggested(page: TodayPage) -> str:
    return page.step._title.text()


def test_a_step_is_suggested_with_one_plain_reason(qtbot: QtBot, today: TodayPage, house: House) -> None:
    practice = next(one for one in house.practices.all() if one.title == suggested(today))
    assert practice.purpose in texts(today)
    assert any(text.startswith("Short, neutral, and ") and text.endswith(".") for text in texts(today))
    assert any(text.endswith("· neutral") for text in texts(today))
    with qtbot.waitSignal(today.carried) as carried:
        button(today, "Try it").click()
    assert carried.args == ["practices", Start(practice.id)]


def test_something_gentler_is_another_one_until_there_is_none(today: TodayPage) -> None:
    seen = [suggested(today)]
    for _ in range(40):
        button(today, "Something gentler").click()
        if suggested(today) == seen[-1]:
            break
        seen.append(suggested(today))
    assert len(seen) == len(set(seen))
    assert "There is nothing gentler today. No step at all is fine too." in texts(today)


def test_what_was_passed_over_for_something_gentler_does_not_come_back_that_day(today: TodayPage) -> None:
    before = suggested(today)
    button(today, "Something gentler").click()
    button(today, "Not now").click()
    button(today, "A small step after all").click()
    assert suggested(today) != before


def test_not_now_is_a_quiet_line_for_today(qtbot: QtBot, today: TodayPage, hours: Hours) -> None:
    before = suggested(today)
    button(today, "Not now").click()
    assert "Try it" not in names(today)
    assert QApplication.focusWidget() is button(today, "A small step after all")
    today.refresh(None)
    today.arrive()
    assert "Try it" not in names(today)
    button(today, "A small step after all").click()
    assert suggested(today) == before
    button(today, "Not now").click()
    with qtbot.waitSignal(today.wanted) as wanted:
        button(today, "Practices").click()
    assert wanted.args == ["practices"]
    hours.pass_by(days=1)
    today.arrive()
    assert "Try it" in names(today)


def test_not_now_is_remembered_for_the_day(qtbot: QtBot, today_build: Callable[[], TodayPage], hours: Hours) -> None:
    button(today_build(), "Not now").click()
    again = today_build()
    qtbot.waitUntil(lambda: "A small step after all" in names(again))
    assert "Try it" not in names(again)
    hours.pass_by(days=1)
    tomorrow = today_build()
    qtbot.waitUntil(lambda: "Try it" in names(tomorrow))


def test_the_step_does_not_change_under_one_s_hands(today: TodayPage, house: House, hours: Hours) -> None:
    before = suggested(today)
    shown = next(one for one in house.practices.all() if one.title == before)
    other = next(one for one in house.practices.all() if one.id == "val-should")
    button(today, "Something gentler").click()
    gentler = suggested(today)
    house.practices.favour(other.id, True)
    sitting = house.sittings.begin(other)
    house.sittings.stop(sitting.id)
    hours.pass_by(hours=3)
    today.refresh(None)
    assert suggested(today) == gentler
    sitting = house.sittings.begin(next(one for one in house.practices.all() if one.title == gentler))
    house.sittings.finish(sitting.id)
    today.refresh(None)
    assert suggested(today) not in (gentler, shown.title)


def test_what_is_not_for_me_goes_from_the_card(today: TodayPage, house: House) -> None:
    shown = next(one for one in house.practices.all() if one.title == suggested(today))
    house.practices.judge(shown.id, Verdict.NO)
    today.refresh(None)
    assert suggested(today) != shown.title


def test_a_practice_that_was_broken_off_can_be_gone_on_with_or_left(
    qtbot: QtBot, today_build: Build, house: House
) -> None:
    practice = house.practices.one("val-sense")
    assert practice is not None
    sitting = house.sittings.begin(practice)
    house.sittings.answer(sitting.id, "what", "no sleep")
    house.sittings.at_step(sitting.id, 2)
    page = today_build()
    assert "Where you left off: It makes sense because, step 3" in texts(page)
    with qtbot.waitSignal(page.carried) as carried:
        button(page, "Go on").click()
    assert carried.args == ["practices", Start("val-sense", sitting=sitting.id)]
    button(page, "Leave it").click()
    assert "Go on" not in names(page)
    assert house.sittings.going() is None
    left = house.sittings.one(sitting.id)
    assert left is not None
    assert left.answers == {"what": "no sleep"}, "what was written stays with the practice"


def test_the_length_of_a_suggestion_is_not_read_as_that_of_what_was_broken_off(
    today_build: Build, house: House
) -> None:
    practice = house.practices.one("val-sense")
    assert practice is not None
    sitting = house.sittings.begin(practice)
    house.sittings.at_step(sitting.id, 2)
    page = today_build()

    def facts() -> QLabel:
        (found,) = (one for one in page.findChildren(QLabel) if one.isVisible() and one.text().endswith("· neutral"))
        return found

    title = page.step._title
    assert facts().mapTo(page, QPoint()).y() >= title.mapTo(page, title.rect().bottomLeft()).y()
    button(page, "Leave it").click()
    QApplication.processEvents()
    assert facts().mapTo(page, QPoint()).y() < title.mapTo(page, QPoint()).y()
    button(page, "Not now").click()
    assert not any(text.endswith("· neutral") for text in texts(page))


def test_a_heavy_title_is_not_told_of_what_was_broken_off(today_build: Build, house: House) -> None:
    own = replace(house.practices.make_own(house.practices.all()[0]), title="When I want to die")
    house.sittings.begin(house.practices.keep_own(own))
    page = today_build()
    assert "Where you left off: a practice of your own" in " ".join(texts(page))
    assert "want to die" not in " ".join(texts(page))
