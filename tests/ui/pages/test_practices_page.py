"""The room Practices: started at once or looked at, left with Esc, found where it was, and readable at every size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Open, Start
from guesthouse.domain.practice import Element, Sense, Step, Tone
from guesthouse.domain.sitting import Length, State
from guesthouse.house import House
from guesthouse.qt.hub import ChangeHub
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.practices import PracticesPage
from tests.ui.doubled import Doubled
from tests.ui.pages.conftest import Hours, Listener
from tests.ui.practices.library_hands import (
    Build,
    builder,
    choose,
    done,
    listed,
    named,
    offers,
    own,
    practice,
    press,
    rows,
    says,
)
from tests.ui.walk import clipped, unnamed

FEET = "Feet and floor"
FIRST = "Press your feet into the floor"


@pytest.fixture
def build(qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours, listener: Listener) -> Build:
    return builder(qtbot, look, preferences, house, hours, listener)


@pytest.fixture
def doubled() -> Iterator[None]:
    """A language whose words are twice as long."""
    language = Doubled()
    QApplication.installTranslator(language)
    yield
    QApplication.removeTranslator(language)


class TestComingIn:
    def test_a_start_from_elsewhere_plays_at_once_with_what_is_known(self, build: Build, house: House) -> None:
        page = build()
        page.receive(Start("ack-feet", answers={"here": "At home"}, length=Length.LONG))
        assert says(page, FIRST)
        going = house.sittings.going()
        assert going is not None and going.practice == "ack-feet"

    def test_an_open_from_elsewhere_only_shows_it(self, build: Build, house: House) -> None:
        page = build()
        page.receive(Open("val-sense"))
        assert page.browse.open_id == "val-sense" and house.sittings.going() is None
        assert QApplication.focusWidget() is named(page, QPushButton, "Start")

    def test_what_is_no_practice_any_more_does_nothing(self, build: Build) -> None:
        page = build()
        page.receive(Start("gone"))
        page.receive(Open("gone"))
        page.receive(None)
        assert FEET in rows(page) and page.browse.open_id is None

    def test_what_cannot_be_started_says_why_instead(self, build: Build, house: House) -> None:
        made = own(house, title="Eyes shut", steps=(Step("Close your eyes.", needs=(Sense.CLOSED_EYES,)),))
        house.wishes.switch(Sense.CLOSED_EYES, off=True)
        page = build()
        page.receive(Start(made.id))
        assert says(page, "so it cannot be started now") and house.sittings.going() is None

    def test_one_that_has_only_softer_lines_is_not_started(self, build: Build, house: House) -> None:
        begun = own(house, title="Not yet", steps=(Step("", note="a softer line"),))
        page = build()
        page.receive(Start(begun.id))
        assert page._stack.currentWidget() is page.browse and house.sittings.going() is None


class TestPlaying:
    def test_esc_stops_at_once_and_lands_elsewhere(self, build: Build, house: House) -> None:
        page = build()
        stopped: list[bool] = []
        page.stopped.connect(lambda: stopped.append(True))
        page.receive(Start("ack-feet"))
        page.stop()
        assert stopped == [True] and house.sittings.going() is None
        assert FEET in rows(page) and page.browse.open_id == "ack-feet"

    def test_coming_back_finds_it_where_it_was(self, qtbot: QtBot, build: Build) -> None:
        page = build()
        page.receive(Start("ack-feet"))
        press(page, "Next")
        page.leave()
        page.hide()
        page.show()
        page.arrive()
        assert says(page, "Notice three points") and offers(page, "Stop here")
        page.search()
        assert says(page, "Notice three points"), "one does not search in the middle of it"

    def test_to_the_end_and_back_to_the_library(self, build: Build, house: House) -> None:
        page = build()
        choose(page, FEET)
        press(page, "Start")
        for _ in range(5):
            press(page, "Next")
        press(page, "Maybe")
        press(page, "Back to Practices")
        assert offers(page, "Start")
        assert "you said maybe" in rows_facts(page)
        (sitting,) = house.sittings.of("ack-feet")
        assert sitting.state is State.FINISHED

    def test_looking_at_another_leaves_this_one_to_be_gone_on_with(self, build: Build, house: House) -> None:
        page = build()
        page.receive(Start("ack-feet"))
        press(page, "Next")
        page.receive(Open("val-sense"))
        assert page.browse.open_id == "val-sense"
        choose(page, FEET)
        press(page, "Go on where you were (step 2)")
        assert says(page, "Notice three points")

    def test_where_a_step_leads_to_another_practice_that_one_is_shown(self, build: Build) -> None:
        page = build()
        page.receive(Start("ack-feet"))
        page.player.opened.emit("val-sense")
        assert page.browse.open_id == "val-sense" and offers(page, "Start")
        assert page.player.playing is None

    def test_a_closed_house_leaves_no_words_behind(self, build: Build, house: House, hours: Hours) -> None:
        done(house, hours, here="In the secret kitchen.")
        made = own(house, title="My secret way")
        page = build()
        choose(page, FEET)
        press(page, "Sunday 3 May, 09:00" if offers(page, "Sunday 3 May, 09:00") else "Monday 4 May, 09:00")
        page.browse.open_practice(made.id)
        page.let_go()
        QApplication.processEvents()
        assert [text for text in everything(page) if "secret" in text] == []
        page.welcome(house)
        assert "My secret way" in rows(page)


class TestKeyboard:
    def test_from_the_search_to_the_list_to_start(self, qtbot: QtBot, build: Build, house: House) -> None:
        page = build()
        field = QApplication.focusWidget()
        qtbot.keyClicks(field, "footing")
        qtbot.keyClick(field, Qt.Key.Key_Down)
        view = listed(page)
        assert QApplication.focusWidget() is view and page.browse.open_id == "ack-feet"
        qtbot.keyClick(view, Qt.Key.Key_Return)
        start = QApplication.focusWidget()
        assert start is named(page, QPushButton, "Start")
        qtbot.keyClick(start, Qt.Key.Key_Return)
        assert says(page, FIRST)

    def test_esc_steps_back_one_thing_at_a_time(self, qtbot: QtBot, build: Build) -> None:
        page = build()
        named(page, QWidget, "Search practices").setText("feet")  # type: ignore[attr-defined]
        QApplication.processEvents()
        choose(page, FEET)
        page.stop()
        assert len(rows(page)) > 30 and page.browse.open_id == "ack-feet"
        page.stop()
        assert page.browse.open_id is None

    def test_a_narrow_window_shows_one_thing_at_a_time(self, qtbot: QtBot, build: Build) -> None:
        page = build()
        page.resize(656, 520)
        view = listed(page)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert view.isVisible() and page.browse.open_id is None, "walking opens nothing where it would hide the list"
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert not view.isVisible() and page.browse.open_id == "ack-feet"
        page.stop()
        assert view.isVisible() and QApplication.focusWidget() is view
        choose(page, "Name what’s here")
        press(page, "All practices")
        assert view.isVisible()

    def test_ctrl_f_comes_to_the_search(self, build: Build) -> None:
        page = build()
        page.resize(656, 520)
        choose(page, FEET)
        page.search()
        assert QApplication.focusWidget() is named(page, QWidget, "Search practices")


def test_out_of_sight_it_only_remembers_that_it_is_stale(build: Build, house: House) -> None:
    page = build()
    hub = ChangeHub()
    hub.listen(house.changes)
    hub.changed.connect(page.hear)
    page.hide()
    resets: list[int] = []
    listed(page).model().modelReset.connect(lambda: resets.append(1))
    own(house, title="One")
    own(house, title="Two")
    assert resets == []
    page.show()
    assert resets == [1] and "Two" in rows(page)
    hub.let_go()


def test_every_control_has_a_name(build: Build, house: House, hours: Hours) -> None:
    done(house, hours, here="At home")
    page = build()
    choose(page, FEET)
    assert unnamed(page) == []
    press(page, "Make it mine")
    press(page, "Add a step")
    assert unnamed(page.own) == []


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", [80, 100, 200])
def test_nothing_is_clipped(
    build: Build, house: House, hours: Hours, preferences: Preferences, doubled: None, theme: str, size: int
) -> None:
    house.wishes.switch(Sense.TOUCH, off=True)
    done(house, hours, here="At home")
    house.sittings.begin(practice(house, "ack-feet"))
    preferences.theme, preferences.text_size = theme, size
    page = build()
    page.browse.library.filters.element.choose(Element.ACKNOWLEDGE)
    page.browse.library.filters.tone.choose(Tone.NEUTRAL)
    for wide, high in ((508, 520), (1068, 800), (2600, 1400)):
        page.resize(wide, high)
        assert clipped(page) == []
        page.browse.open_practice("ack-feet")
        page.browse.detail.portrait.lengths.buttons[Length.LOOKING].setChecked(True)
        page.browse.detail.history.times()[0].day.setChecked(True)
        assert clipped(page) == []
        page.browse.open_practice("kind-hand")
        assert clipped(page) == []
        page.browse.close_practice()


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("size", [80, 200])
def test_nothing_is_clipped_where_one_makes_it_ones_own(
    build: Build, house: House, preferences: Preferences, doubled: None, theme: str, size: int
) -> None:
    preferences.theme, preferences.text_size = theme, size
    page = build()
    page.resize(508, 520)
    page.browse.own_asked.emit(practice(house, "ack-feet"))
    steps = page.own.steps.shown()
    steps[0].text.field.setPlainText("Mine")
    steps[1].move_down.click()
    steps[3].take_out.click()
    page.own.head.tone.setCurrentIndex(2)
    assert clipped(page) == []
    page.resize(1600, 1000)
    assert clipped(page) == []


def rows_facts(page: PracticesPage) -> str:
    model = listed(page).model()
    return str(model.index(rows(page).index(FEET), 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))


def everything(page: QWidget) -> list[str]:
    """Every text that is held anywhere on the page."""
    found = [getattr(widget, "text", str)() for widget in page.findChildren(QWidget) if hasattr(widget, "text")]
    return [str(text) for text in found] + [field.toPlainText() for field in page.findChildren(QTextEdit)]
