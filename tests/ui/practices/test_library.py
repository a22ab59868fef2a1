"""The library: found by words and by filters together, in plain words for every row, own ones like the rest."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from guesthouse.domain.practice import Element, Sense, Step, Tone
from guesthouse.domain.sitting import Length, Verdict
from guesthouse.house import House
from guesthouse.ui.practices.model import HEADING, PracticesModel
from tests.ui.practices.library_hands import Build, choose, facts, listed, look_for, own, press, rows, says
from tests.ui.walk import clipped

FEET = "Feet and floor"


class TestSearching:
    def test_everything_is_there_in_the_order_of_the_path(self, build: Build, house: House) -> None:
        page = build()
        shown = rows(page)
        assert len(shown) == len(house.practices.all()) - 1, "the gated one waits"
        assert shown[0] == FEET and "One word, thirty seconds" not in shown
        model = listed(page).model()
        headings = [model.index(row, 0).data(HEADING) for row in range(model.rowCount())]
        assert [heading for heading in headings if heading is not None] == list(Element)

    def test_typing_finds_titles_before_purposes_before_steps(self, qtbot: QtBot, build: Build) -> None:
        page = build()
        qtbot.keyClicks(QApplication.focusWidget(), "FLOO")
        qtbot.waitUntil(lambda: rows(page)[0] == FEET and len(rows(page)) < 12)
        assert look_for(page, "footing") == [FEET]
        assert FEET in look_for(page, "what day is it")

    def test_a_row_says_what_a_person_sees(self, build: Build, house: House) -> None:
        house.practices.favour("ack-feet", True)
        house.practices.judge("ack-feet", Verdict.MAYBE)
        assert facts(build(), FEET) == (
            "favourite. you said maybe. 1 to 2 minutes · neutral · acknowledge. "
            "Steady footing before or after anything hard."
        )

    def test_what_is_open_and_was_not_found_marks_nothing_else(self, build: Build) -> None:
        page = build()
        assert "The back of the chair" not in look_for(page, "steady hand")
        choose(page, "A steady hand")
        press(page, "A plainer way: The back of the chair")
        assert page.browse.open_id == "kind-chair" and not listed(page).selectionModel().hasSelection()
        press(page, "A warmer version: A steady hand")
        assert listed(page).selectionModel().hasSelection()

    def test_nothing_found_says_so_plainly(self, build: Build) -> None:
        page = build()
        assert look_for(page, "zebra crossing") == []
        assert says(page, "No practice here is like this.")
        assert listed(page).isVisible(), "a screen reader still finds the list, with nothing in it"
        page.stop()
        assert FEET in rows(page) and not says(page, "No practice here is like this.")
        assert page.findChild(QLineEdit).text() == ""

    @pytest.mark.parametrize("text", ["", '"', "a" * 100_000, "\0", "\u202eabc", "🫖", "NOT OR AND *", "אני"])
    def test_anything_can_be_looked_for(self, build: Build, text: str) -> None:
        page = build()
        look_for(page, text)
        page.grab()


class TestFilters:
    def test_filters_work_together_and_with_words(self, build: Build) -> None:
        page = build()
        filters = page.browse.library.filters
        filters.element.choose(Element.KINDNESS)
        filters.tone.choose(Tone.NEUTRAL)
        filters.length.choose(2)
        assert rows(page) == ["One useful thing", "The back of the chair"]
        assert look_for(page, "chair") == ["The back of the chair"]
        assert filters.tone.button.accessibleName() == "Tone: Neutral"
        page.stop()
        assert len(rows(page)) > 30
        assert filters.tone.button.accessibleName() == "Tone: Any tone"
        assert filters.shown.button.accessibleName() == "Show: What is not hidden"

    def test_favourites_and_own_ones(self, build: Build, house: House) -> None:
        house.practices.favour("val-sense", True)
        own(house, title="Feet, my way")
        page = build()
        shown = page.browse.library.filters.shown
        shown.choose("favourites")
        assert rows(page) == ["It makes sense because"]
        shown.forget()
        shown.choose("own")
        assert rows(page) == ["Feet, my way"]
        assert facts(page, "Feet, my way").startswith("your own. ")

    def test_an_empty_list_of_favourites_or_own_ones_says_how_one_gets_there(self, build: Build, house: House) -> None:
        page = build()
        shown = page.browse.library.filters.shown
        shown.choose("favourites")
        assert rows(page) == []
        assert says(page, "Nothing is marked as a favourite yet. The heart in a practice does that.")
        assert look_for(page, "zebra crossing") == [] and says(page, "Fewer words or filters find more.")
        look_for(page, "")
        shown.forget()
        shown.choose("own")
        assert rows(page) == [] and says(page, "There is none of your own yet.")

    def test_what_is_hidden_is_not_called_missing(self, build: Build, house: House) -> None:
        house.practices.favour("ack-feet", True)
        house.practices.judge("ack-feet", Verdict.NO)
        page = build()
        shown = page.browse.library.filters.shown
        shown.choose("favourites")
        assert rows(page) == [] and not says(page, "Nothing is marked as a favourite yet.")
        assert says(page, "What is like this is hidden now.")
        shown.choose("hidden")
        assert rows(page) == [FEET]

    def test_not_for_me_is_out_of_sight_until_it_is_asked_for(self, build: Build, house: House) -> None:
        house.practices.judge("ack-feet", Verdict.NO)
        page = build()
        assert FEET not in rows(page)
        page.browse.library.filters.shown.choose("hidden")
        assert facts(page, FEET).startswith("you said not for me. ")
        choose(page, FEET)
        press(page, "Not for me")
        page.browse.library.filters.forget()
        page.refresh(None)
        assert FEET in rows(page), "taken back"

    def test_what_asks_for_a_sense_that_is_off_shows_its_other_way_or_stays_out(
        self, build: Build, house: House
    ) -> None:
        made = own(house, title="Eyes shut", steps=(Step("Close your eyes.", needs=(Sense.CLOSED_EYES,)),))
        house.wishes.switch(Sense.CLOSED_EYES, off=True)
        house.wishes.switch(Sense.TOUCH, off=True)
        page = build()
        assert made.title not in rows(page) and FEET in rows(page)
        page.browse.library.filters.shown.choose("hidden")
        assert made.title in rows(page)

    def test_a_menu_is_opened_and_chosen_from_by_the_keyboard(self, qtbot: QtBot, build: Build) -> None:
        page = build()
        tone = page.browse.library.filters.tone
        tone.button.setFocus()
        qtbot.keyClick(tone.button, Qt.Key.Key_Space)
        qtbot.waitUntil(tone.menu.isVisible)
        for _ in range(4):
            qtbot.keyClick(tone.menu, Qt.Key.Key_Down)
        qtbot.keyClick(tone.menu, Qt.Key.Key_Return)
        assert tone.chosen() == [Tone.WARM] and len(rows(page)) == 4
        assert not tone.menu.isVisible()


class TestOwnOnes:
    def test_they_stand_after_their_original_and_are_found(self, build: Build, house: House) -> None:
        own(house, title="Feet, my way", steps=(Step("Find the teapot."), Step("Hold it.")))
        page = build()
        assert rows(page)[:2] == [FEET, "Feet, my way"]
        assert look_for(page, "teapot") == ["Feet, my way"]

    @pytest.mark.parametrize(
        "words", ["", "x" * 100_000, "one\r\ntwo\0", "אני לא מספיק", "👩‍🚀 " * 300, "\u200b", "<b>no</b> &amp; yes"]
    )
    def test_whatever_they_are_called(self, build: Build, house: House, words: str) -> None:
        made = own(house, title=words, purpose=words, not_for=words, steps=(Step(words, note=words), Step("More.")))
        house.sittings.begin(made)
        page = build()
        assert page.browse.open_practice(made.id)
        page.browse.detail.portrait.lengths.buttons[Length.LOOKING].setChecked(True)
        for wide in (1068, 640):
            page.resize(wide, 700)
            assert clipped(page) == []
            ground = page.browse.detail.widget()
            assert ground.width() <= page.browse.detail.viewport().width(), "nothing runs out of the page"
        press(page, "All practices")
        assert clipped(page) == [] and page.browse.library.width() <= page.width()

    def test_two_hundred_of_them_are_quick(self, build: Build, house: House) -> None:
        for number in range(200):
            own(house, title=f"Mine {number}", purpose="Something that goes on over more than a line, " * 3)
        page = build()
        page.grab()
        began = time.perf_counter()
        look_for(page, "mine 1")
        page.grab()
        assert time.perf_counter() - began < 1.0, "far above what it takes, and far below what was slow"


def test_more_is_written_beside_its_dots_where_there_is_room(build: Build) -> None:
    page = build()
    library = page.browse.library
    assert library.more.text() == "More"
    library.setFixedWidth(library.minimumSizeHint().width())
    title = next(label for label in page.findChildren(QLabel) if label.isVisible() and label.text() == "Practices")
    title.setText("Practices, in a language of long words")
    library.setFixedWidth(library.width() + 1)
    QApplication.processEvents()
    assert library.more.text() == "" and library.more.accessibleName() == "More"


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, house: House) -> None:
    model = PracticesModel()
    qtmodeltester.check(model)
    model.show_practices(house.practices.all(), house.practices.standings(), grouped=True)
    assert model.rowCount() == len(house.practices.all())
    model.show_practices(house.practices.all()[:3], {}, grouped=False)
    assert model.rowCount() == 3 and model.index(0).data(HEADING) is None
