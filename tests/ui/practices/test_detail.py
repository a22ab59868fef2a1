"""A practice before it starts: how long it takes, what it is not for, its plainer way, and why it cannot start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from guesthouse.domain.practice import Sense, Step
from guesthouse.domain.sitting import NEW, Length, Verdict
from guesthouse.errors import DiskFull
from guesthouse.house import House
from tests.ui.pages.conftest import Listener
from tests.ui.practices.library_hands import Build, choose, named, offers, own, practice, press, rows, says, texts

FEET = "Feet and floor"


def test_it_says_what_one_wants_to_know_before(build: Build) -> None:
    page = build()
    choose(page, "A steady hand")
    assert says(page, "Kindness · 2 minutes · warm")
    assert says(page, "Support through touch, if touch is welcome.")
    assert says(page, "Not for: Touch that brings back something bad.")
    assert says(page, "About 2 minutes. Leave at any step.")
    assert says(page, "Where it comes from") and says(page, "Backdraft")
    assert offers(page, "Start") and offers(page, "Make it mine")


def test_a_plainer_way_is_one_press_away_and_leads_back(build: Build) -> None:
    page = build()
    choose(page, "A steady hand")
    press(page, "A plainer way: The back of the chair")
    assert page.browse.open_id == "kind-chair"
    assert says(page, "Kindness · 2 minutes · neutral")
    press(page, "A warmer version: A steady hand")
    assert page.browse.open_id == "kind-hand"


def test_just_looking_reads_the_steps_in_place(build: Build, house: House) -> None:
    page = build()
    choose(page, FEET)
    press(page, "Just looking")
    read = texts(page.browse.detail.portrait.steps)
    assert [text for text in read if text.isdigit()] == ["1", "2", "3", "4", "5"]
    for step in practice(house, "ack-feet").steps:
        assert step.text in read
    assert house.practices.standings() == {}, "nothing begins"
    choose(page, "Name what’s here")
    assert not says(page, "The steps to read"), "another one begins with a short visit"


def test_the_length_is_one_choice_of_three_by_the_arrow_keys(qtbot: QtBot, build: Build) -> None:
    page = build()
    choose(page, FEET)
    lengths = page.browse.detail.portrait.lengths
    assert lengths.length is Length.SHORT
    lengths.buttons[Length.SHORT].setFocus()
    qtbot.keyClick(lengths.buttons[Length.SHORT], Qt.Key.Key_Right)
    assert lengths.length is Length.LONG
    assert [button.isChecked() for button in lengths.buttons.values()] == [False, False, True]


def test_a_favourite_is_marked_and_unmarked(build: Build, house: House) -> None:
    page = build()
    choose(page, FEET)
    press(page, "Favourite")
    assert house.practices.standings()["ack-feet"].favourite
    press(page, "Favourite")
    assert not house.practices.standings()["ack-feet"].favourite


def test_what_was_said_of_it_is_shown_changed_and_taken_back(build: Build, house: House) -> None:
    house.practices.judge("ack-feet", Verdict.MAYBE)
    page = build()
    choose(page, FEET)
    assert named(page, QAbstractButton, "Maybe").isChecked()
    press(page, "Yes")
    assert house.practices.standings()["ack-feet"].verdict is Verdict.YES
    assert not named(page, QAbstractButton, "Maybe").isChecked()
    press(page, "Yes")
    assert house.practices.standings().get("ack-feet", NEW).verdict is None
    press(page, "Not for me")
    assert FEET not in rows(page) and says(page, "the list leaves it out")
    assert page.browse.open_id == "ack-feet", "it stays open, and can be taken back"


@pytest.mark.parametrize("button", ["Yes", "Not for me", "Favourite"])
def test_what_could_not_be_kept_is_not_shown_as_if_it_were(
    qtbot: QtBot, build: Build, house: House, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull

    house.practices.judge("ack-feet", Verdict.MAYBE)
    page = build()
    choose(page, FEET)
    for verb in ("judge", "favour"):
        monkeypatch.setattr(house.practices, verb, full)
    with qtbot.captureExceptions() as told:
        press(page, button)
    assert [kind for kind, *_ in told] == [DiskFull]
    checked = {each: named(page, QAbstractButton, each).isChecked() for each in ("Maybe", button)}
    assert checked == {"Maybe": True, button: False}
    monkeypatch.undo()
    press(page, button)
    assert named(page, QAbstractButton, button).isChecked()


def test_switched_off_touch_shows_the_other_way(build: Build, house: House) -> None:
    house.wishes.switch(Sense.TOUCH, off=True)
    page = build()
    choose(page, FEET)
    assert says(page, "Switched off: touch. The steps show their other way.")
    press(page, "Just looking")
    assert says(page, "Look at what holds you up: the chair, the bed, the floor.")
    assert offers(page, "Start")
    with_settings: list[str] = []
    page.wanted.connect(with_settings.append)
    press(page, "Settings")
    assert with_settings == ["settings"]


def test_what_knows_no_other_way_says_why_it_cannot_start(build: Build, house: House) -> None:
    made = own(house, title="Eyes shut", steps=(Step("Close your eyes.", needs=(Sense.CLOSED_EYES,)),))
    page = build()
    page.browse.open_practice(made.id)
    assert offers(page, "Start")
    house.wishes.switch(Sense.CLOSED_EYES, off=True)
    page.refresh(None)
    assert says(page, "This one asks for closed eyes. That is switched off, so it cannot be started now.")
    assert not offers(page, "Start") and offers(page, "Settings")


def test_an_unfinished_own_one_says_what_is_missing(build: Build, house: House) -> None:
    page = build()
    page.browse.open_practice(own(house, title="", steps=()).id)
    assert says(page, "A title and one step are missing.") and not offers(page, "Start")
    page.browse.open_practice(own(house, title="Mine", steps=()).id)
    assert says(page, "It has no steps yet.") and not offers(page, "Start")
    page.browse.open_practice(own(house, title=" ").id)
    assert says(page, "It has no title yet.") and not offers(page, "Start")


def test_an_own_one_leads_to_its_original_and_is_erased_after_a_question(
    build: Build, house: House, listener: Listener
) -> None:
    made = own(house, title="Feet & cat")
    sitting = house.sittings.begin(made)
    house.sittings.answer(sitting.id, "here", "At home")
    house.sittings.finish(sitting.id)
    page = build()
    choose(page, "Feet & cat")
    press(page, "Made from: Feet and floor")
    assert page.browse.open_id == "ack-feet" and not offers(page, "Erase this practice")
    press_back = page.browse.open_practice(made.id)
    assert press_back
    press(page, "Erase this practice")
    assert "Backups" in listener.said[0].text and made.title in rows(page)
    listener.answer = True
    press(page, "Erase this practice")
    assert made.title not in rows(page) and page.browse.open_id is None
    assert house.sittings.one(sitting.id) is None, "nobody could come to it any more"


def test_one_that_was_left_in_the_middle_can_be_gone_on_with_or_left(build: Build, house: House) -> None:
    sitting = house.sittings.begin(practice(house, "ack-feet"))
    house.sittings.at_step(sitting.id, 2)
    page = build()
    choose(page, FEET)
    assert offers(page, "Go on where you were (step 3)")
    press(page, "Leave it")
    assert house.sittings.going() is None and not offers(page, "Go on where you were (step 3)")
    assert QApplication.focusWidget() is named(page, QAbstractButton, "Start")


def test_going_on_begins_at_that_step(build: Build, house: House) -> None:
    sitting = house.sittings.begin(practice(house, "ack-feet"))
    house.sittings.at_step(sitting.id, 2)
    page = build()
    choose(page, FEET)
    press(page, "Go on where you were (step 3)")
    assert says(page, "Name five things you can see.")


def test_the_library_tells_of_the_one_that_was_left_in_the_middle(build: Build, house: House) -> None:
    page = build()
    assert not offers(page, "Left in the middle: Feet and floor")
    house.sittings.begin(practice(house, "ack-feet"))
    page.refresh(None)
    press(page, "Left in the middle: Feet and floor")
    assert page.browse.open_id == "ack-feet"
    press(page, "Leave it")
    assert not offers(page, "Left in the middle: Feet and floor")
