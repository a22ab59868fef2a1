"""The Visitors room with a real house: typing, letting in, what is kept and what is not."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.content.watching import load_watching
from guesthouse.domain.errand import Watch
from guesthouse.domain.places import Places
from guesthouse.domain.thought import MAX_CHARACTERS, Wording
from guesthouse.domain.visit import Departure, Visit
from guesthouse.house import House, open_house
from guesthouse.paths import Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.pages.visitors import VisitorsPage
from tests.ui.canvas.garden import Clock
from tests.ui.walk import unnamed

ODD = [
    "אני תמיד הורס הכול",
    "👩‍👩‍👧‍👦 too much 😶‍🌫️",
    "e\u0301\u0323 combining a\u030a\u0327",
    "one\ntwo\n\nthree",
    "no\u00a0break and\ttab",
    "  spaces around  ",
    "<b>not bold</b> &amp; %s {0}",
    "a'; DROP TABLE guests; --",
]


class Wish(QObject):
    """The motion one wishes, as the page hears of it."""

    changed = Signal()
    level = "full"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


@pytest.fixture
def house(paths: Paths) -> Iterator[House]:
    opened = open_house(paths, clock=lambda: datetime.now().astimezone(), random=random.Random(1))
    yield opened
    opened.close()


@pytest.fixture
def make_page(qtbot: QtBot, look: Look, preferences: Preferences) -> Iterator[Callable[[House], VisitorsPage]]:
    """Builds the room in a house and shows it; every one is left at the end."""
    made: list[VisitorsPage] = []

    def make(house: House) -> VisitorsPage:
        scene = load_scene(resources() / "scenes" / "garden")
        sprites = Sprites(load_figures(resources() / "figures"))
        page = VisitorsPage(
            look=look,
            preferences=preferences,
            motion=Wish(),  # type: ignore[arg-type]
            places=Places.of([scene]),
            sprites=sprites,
            words=load_watching(resources() / "visitors", "en"),
            seed=lambda: 7,
            clock=Clock(),
        )
        qtbot.addWidget(page)
        page.resize(1068, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.welcome(house)
        page.stage.conductor.set_shown(True)
        made.append(page)
        return page

    yield make
    for page in made:
        page.let_go()
        page.hide()


@pytest.fixture
def page(make_page: Callable[[House], VisitorsPage], house: House) -> VisitorsPage:
    return make_page(house)


def here(page: VisitorsPage) -> list[str]:
    return [caller.words for caller in page.stage.callers.everyone()]


def visits(house: House) -> list[Visit]:
    return [visit for guest in house.guest_book.find() for visit in house.guest_book.visits(guest.id)]


def on_disk(paths: Paths) -> bytes:
    return b"".join(file.read_bytes() for file in paths.data.rglob("*") if file.is_file())


def test_enter_lets_the_thought_in_and_empties_the_field(page: VisitorsPage, house: House) -> None:
    QTest.keyClicks(page.door.field, "I always mess up")
    QTest.keyClick(page.door.field, Qt.Key.Key_Return)
    assert here(page) == ["I always mess up"]
    assert page.door.field.words() == ""
    assert [guest.words for guest in house.guest_book.find()] == ["I always mess up"]


def test_the_button_does_the_same(page: VisitorsPage) -> None:
    page.door.field.set_words("I always mess up")
    page.door.button.click()
    assert here(page) == ["I always mess up"]


@pytest.mark.parametrize("blank", ["", "   ", "\n\n", "\u00a0\u200b", "\0"])
def test_a_blank_thought_does_nothing_and_says_nothing(page: VisitorsPage, house: House, blank: str) -> None:
    page.door.field.set_words(blank)
    page.door.button.click()
    assert here(page) == [] and house.guest_book.count() == 0
    assert not page.door.note_bar.isVisible()


@pytest.mark.parametrize("words", ODD)
def test_words_are_shown_and_kept_as_typed(page: VisitorsPage, house: House, words: str) -> None:
    page.door.field.set_words(words)
    page.door.button.click()
    assert here(page) == [words]
    assert [visit.words for visit in visits(house)] == [words]


def test_shift_enter_is_a_new_line(page: VisitorsPage) -> None:
    QTest.keyClicks(page.door.field, "one")
    QTest.keyClick(page.door.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(page.door.field, "two")
    QTest.keyClick(page.door.field, Qt.Key.Key_Enter)
    assert here(page) == ["one\ntwo"]


def test_five_thousand_characters_are_kept_whole(page: VisitorsPage, house: House) -> None:
    words = ("😶 and then " * 600)[: MAX_CHARACTERS - 1] + "."
    page.door.field.set_words(words)
    page.door.button.click()
    assert here(page) == [words] and visits(house)[0].words == words


def test_more_is_refused_kindly_and_stays_in_the_field(page: VisitorsPage, house: House) -> None:
    words = "x" * 100_000
    page.door.field.set_words(words)
    page.door.button.click()
    assert here(page) == [] and house.guest_book.count() == 0
    assert page.door.field.words() == words
    assert page.door.note_bar.isVisible() and "5,000" in page.door.note.text()
    door = page.door
    for _ in range(3):
        QApplication.processEvents()
    lowest = door.field.mapTo(door, door.field.rect().bottomLeft()).y()
    assert door.note_bar.geometry().bottom() < door.field.mapTo(door, door.field.rect().topLeft()).y()
    assert lowest < door.unwritten_box.mapTo(door, door.unwritten_box.rect().topLeft()).y(), "nothing is cut off"
    page.door.field.set_words("shorter")
    assert not page.door.note_bar.isVisible()


def test_the_same_thought_again_is_the_same_guest_here_before(page: VisitorsPage, house: House) -> None:
    for words in ("I always mess up", "“i ALWAYS  mess up!”"):
        page.door.field.set_words(words)
        page.door.button.click()
    callers = page.stage.callers.everyone()
    assert [caller.returning for caller in callers] == [False, True]
    assert callers[0].seed == callers[1].seed
    assert [guest.visits for guest in house.guest_book.find()] == [2]


def test_a_thought_not_written_down_is_nowhere_not_even_half_typed(
    page: VisitorsPage, house: House, paths: Paths
) -> None:
    QTest.keyClicks(page.door.field, "xyl")
    page.save()
    page.door.unwritten_box.setChecked(True)
    QTest.keyClicks(page.door.field, "ophone")
    page.save()
    assert b"xyl" not in on_disk(paths)
    page.door.button.click()
    assert here(page) == ["xylophone"]
    assert house.guest_book.count() == 0 and b"xylophone" not in on_disk(paths)
    assert not page.door.unwritten_box.isChecked(), "it was for this one"


def test_the_default_can_be_turned_round(page: VisitorsPage, house: House, preferences: Preferences) -> None:
    preferences.keep_by_default = False
    assert page.door.unwritten_box.isChecked()
    page.door.field.set_words("passes by")
    page.door.button.click()
    assert house.guest_book.count() == 0 and page.door.unwritten_box.isChecked()


def test_what_is_half_typed_is_kept_within_two_seconds(page: VisitorsPage, house: House, qtbot: QtBot) -> None:
    QTest.keyClicks(page.door.field, "I was going to")
    qtbot.waitUntil(lambda: house.visitors.draft() == "I was going to", timeout=2000)


def test_what_is_half_typed_is_there_again(
    page: VisitorsPage, house: House, make_page: Callable[[House], VisitorsPage]
) -> None:
    QTest.keyClicks(page.door.field, "I was going to")
    page.save()
    page.let_go()
    assert page.door.field.words() == ""
    assert make_page(house).door.field.words() == "I was going to"


def test_a_thought_that_came_in_is_no_longer_half_typed(page: VisitorsPage, house: House) -> None:
    QTest.keyClicks(page.door.field, "I always mess up")
    page.save()
    page.door.button.click()
    assert house.visitors.draft() == ""


def test_a_visit_holds_how_it_came_and_went(page: VisitorsPage, house: House) -> None:
    page.controls.wording_box.setCurrentIndex(1)
    page.door.field.set_words("I always mess up")
    page.door.button.click()
    (visit,) = visits(house)
    assert (visit.scene, visit.wording, visit.departure) == ("garden", Wording.HAVING, None)
    with_conductor(page, minutes=25)
    (visit,) = visits(house)
    assert visit.departure is Departure.OVER_THE_HILL
    assert visit.departed is not None and here(page) == []


def with_conductor(page: VisitorsPage, minutes: float) -> None:
    """Let visible time pass."""
    conductor = page.stage.conductor
    clock = conductor._clock
    assert isinstance(clock, Clock)
    for _ in range(round(minutes * 60 * 4)):
        clock.now += 250_000
        conductor.tick()


def test_stop_ends_the_visit_and_leads_away(page: VisitorsPage, house: House, qtbot: QtBot) -> None:
    page.door.field.set_words("I always mess up")
    page.door.button.click()
    with qtbot.waitSignal(page.stopped):
        page.controls.stop_button.click()
    assert here(page) == []
    assert [visit.departure for visit in visits(house)] == [Departure.STOPPED]


def test_slower_pause_and_still_are_the_only_other_controls(page: VisitorsPage) -> None:
    page.controls.slower_button.click()
    assert page.stage.conductor.slower
    page.controls.slower_button.click()
    assert not page.stage.conductor.slower
    page.door.field.set_words("one")
    page.door.button.click()
    page.controls.pause_button.click()
    assert page.controls.pause_button.text() == "Resume"
    assert not page.stage.conductor.timer.isActive()
    page.controls.pause_button.click()
    assert page.controls.pause_button.text() == "Pause"
    assert page.stage.conductor.timer.isActive()
    page.controls.still_button.click()
    assert page.stage.here is page.stage.cards


def test_every_control_has_a_name(page: VisitorsPage) -> None:
    assert unnamed(page) == []


def test_a_letter_typed_on_the_canvas_goes_to_the_field(page: VisitorsPage) -> None:
    page.stage.view.setFocus()
    QTest.keyClicks(page.stage.view, "hi")
    assert page.door.field.words() == "hi"


def test_when_it_cannot_be_written_the_words_stay_and_nobody_is_lost(
    page: VisitorsPage, house: House, paths: Paths
) -> None:
    house.visitors._visits._db.execute("PRAGMA max_page_count = 1")
    page.door.field.set_words("a thought " * 400)
    page.door.button.click()
    assert page.door.field.words() == "a thought " * 400
    assert "no room left" in page.door.note.text() and here(page) == []
    house.visitors._visits._db.execute("PRAGMA max_page_count = 1000000")
    page.door.button.click()
    assert here(page) == ["a thought " * 400]


def test_a_practice_waits_for_the_way_back(qtbot: QtBot, page: VisitorsPage, house: House) -> None:
    assert not page.way_back.isVisible()
    page.receive(Watch("They will find out"))
    assert here(page) == ["They will find out"] and page.way_back.isVisible()
    with qtbot.waitSignal(page.wanted) as wanted:
        page.way_back.button.click()
    assert wanted.args == ["practices"]
    assert not page.way_back.isVisible() and here(page) == ["They will find out"], "they go on at their own pace"


def test_watching_needs_no_words_and_stop_ends_the_waiting(page: VisitorsPage) -> None:
    page.receive(Watch())
    assert here(page) == [] and page.way_back.isVisible()
    page.stop()
    assert not page.way_back.isVisible()
