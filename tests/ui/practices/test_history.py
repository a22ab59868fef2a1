"""What was done with a practice before is read again in its place, and erased only after a question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from guesthouse.content.player import load_player
from guesthouse.domain.errand import Reopen
from guesthouse.domain.practice import Kind, Sense, Step
from guesthouse.domain.sitting import Kept
from guesthouse.house import House
from guesthouse.paths import resources
from guesthouse.ui.practices.ending import FIVE
from guesthouse.ui.practices.history import AT_FIRST
from guesthouse.ui.practices.telling import told
from tests.ui.pages.conftest import Hours, Listener
from tests.ui.practices.library_hands import Build, choose, done, named, offers, own, practice, press, says

FEET = "Feet and floor"
QUESTION = "Where are you, and what day is it?"


def test_earlier_times_are_there_by_their_days_and_read_in_place(build: Build, house: House, hours: Hours) -> None:
    done(house, hours, here="In the kitchen.")
    done(house, hours, here="On the stairs.")
    page = build()
    choose(page, FEET)
    assert says(page, "What you did with it before") and not says(page, "In the kitchen.")
    assert offers(page, "Tuesday 5 May, 09:00")
    press(page, "Monday 4 May, 09:00")
    assert says(page, "In the kitchen.") and says(page, QUESTION) and not says(page, "On the stairs.")
    press(page, "Monday 4 May, 09:00")
    assert not says(page, "In the kitchen.")


def test_without_any_there_is_nothing_to_see(build: Build) -> None:
    page = build()
    choose(page, FEET)
    assert not says(page, "What you did with it before")


def test_amounts_and_words_are_read_as_they_were_chosen(build: Build, house: House, hours: Hours) -> None:
    noticing = practice(house, "ack-noticing")
    hours.pass_by(days=1)
    sitting = house.sittings.begin(noticing)
    amounts = {amount.id: amount.title for amount in house.noticings.words.amounts}
    amount = next(step.key for step in noticing.steps if step.kind == "amount")
    words = next(step.key for step in noticing.steps if step.kind == "words")
    house.sittings.answer(sitting.id, amount, next(iter(amounts)))
    house.sittings.answer(sitting.id, words, ["worried", "sad"])
    house.sittings.finish(sitting.id)
    page = build()
    choose(page, "Name what’s here")
    press(page, "Monday 4 May, 09:00")
    assert says(page, next(iter(amounts.values()))) and says(page, "worried and sad")


def test_what_went_to_the_journal_is_opened_there(build: Build, house: House, hours: Hours) -> None:
    sitting = done(house, hours, here="At home.")
    entry = house.sittings.keep_in_journal(sitting.id, FEET, "At home.")
    page = build()
    carried: list[tuple[str, object]] = []
    page.carried.connect(lambda name, thing: carried.append((name, thing)))
    choose(page, FEET)
    press(page, "Monday 4 May, 09:00")
    assert says(page, "kept in the journal") and not says(page, "At home.")
    press(page, "Open it in the journal")
    assert carried == [("journal", Reopen(entry or ""))]


def test_erasing_one_asks_and_names_the_backups(build: Build, house: House, hours: Hours, listener: Listener) -> None:
    sitting = done(house, hours, here="In the kitchen.")
    done(house, hours, here="On the stairs.")
    page = build()
    choose(page, FEET)
    press(page, "Monday 4 May, 09:00")
    press(page, "Erase this time")
    assert "Backups that were made before still hold it." in listener.said[0].text
    assert house.sittings.one(sitting.id) is not None
    listener.answer = True
    press(page, "Erase this time")
    assert house.sittings.one(sitting.id) is None
    assert not says(page, "In the kitchen.") and offers(page, "Tuesday 5 May, 09:00")


def test_what_is_open_stays_open_when_something_else_changes(build: Build, house: House, hours: Hours) -> None:
    done(house, hours, here="In the kitchen.")
    page = build()
    choose(page, FEET)
    press(page, "Monday 4 May, 09:00")
    press(page, "Favourite")
    assert says(page, "In the kitchen.")


def test_an_answer_outlives_its_step(build: Build, house: House, hours: Hours) -> None:
    made = own(house, title="Mine", steps=(Step("Where?", kind="line", key="where"),))  # type: ignore[arg-type]
    done(house, hours, made.id, where="By the sea")
    house.practices.keep_own(replace(made, steps=(Step("Something else."),)))
    page = build()
    choose(page, "Mine")
    press(page, "Monday 4 May, 09:00")
    assert says(page, "By the sea") and not says(page, "Where?")


def test_many_times_come_a_few_at_once(build: Build, house: House, hours: Hours) -> None:
    for number in range(AT_FIRST + 3):
        done(house, hours, here=f"Time {number}.")
    page = build()
    choose(page, FEET)
    history = page.browse.detail.history
    assert len(history.times()) == AT_FIRST
    press(page, "Earlier ones")
    assert len(history.times()) == AT_FIRST + 3 and not offers(page, "Earlier ones")


def test_the_very_first_time_is_reached_however_many_there_are(build: Build, house: House, hours: Hours) -> None:
    """Every day for most of a year: all of it can be read again."""
    for number in range(241):
        done(house, hours, here=f"Time {number}.")
    page = build()
    choose(page, FEET)
    days = page.browse.detail.history.times
    assert len(days()) == AT_FIRST
    days()[0].day.click()
    while offers(page, "Earlier ones"):
        before = len(days())
        press(page, "Earlier ones")
        assert len(days()) > before
    assert len(days()) == 241 and says(page, "Time 240.")
    days()[-1].day.click()
    assert says(page, "Time 0.")
    page.browse.read()
    assert len(days()) == 241 and not offers(page, "Earlier ones")


@pytest.mark.parametrize("words", ["x" * 100_000, "אני\nלא", "a\0b", "<b>no</b>", "👩‍🚀"])
def test_whatever_was_written_is_shown(build: Build, house: House, hours: Hours, words: str) -> None:
    done(house, hours, here=words)
    page = build()
    choose(page, FEET)
    named(page, QAbstractButton, "Monday 4 May, 09:00").setChecked(True)
    page.grab()
    assert says(page, words.replace("\0", "\u2400").replace("\r\n", "\n"))


def test_what_was_left_before_its_end_says_so(build: Build, house: House, hours: Hours) -> None:
    done(house, hours, here="In the kitchen.")
    hours.pass_by(days=1)
    house.sittings.stop(house.sittings.begin(practice(house, "ack-feet")).id)
    page = build()
    choose(page, FEET)
    assert says(page, "left before its end")
    house.sittings.erase(house.sittings.of("ack-feet")[0].id)
    page.browse.read()
    assert says(page, "What you did with it before") and not says(page, "left before its end")


class TestKeptLater:
    def test_what_stayed_with_the_practice_goes_to_the_journal_as_the_ending_would_have_made_it(
        self, build: Build, house: House, hours: Hours
    ) -> None:
        sitting = done(house, hours, **{"here": "In the kitchen.", FIVE: "Wash a cup."})
        page = build()
        choose(page, FEET)
        press(page, "Monday 4 May, 09:00")
        words, five = house.noticings.words, load_player(resources() / "player", "en").ending.five
        text = told(practice(house, "ack-feet"), house.sittings.one(sitting.id).answers, words, five)  # type: ignore[union-attr]
        press(page, "Keep in journal")
        kept = house.sittings.one(sitting.id)
        assert kept is not None and kept.kept is Kept.JOURNAL and kept.answers == {}
        entry = house.journal.entry(kept.entry or "")
        assert entry is not None and (entry.title, entry.text, entry.practice) == (FEET, text, "ack-feet")
        assert says(page, "kept in the journal") and offers(page, "Open it in the journal")
        assert not offers(page, "Keep in journal")
        assert QApplication.focusWidget() is named(page, QAbstractButton, "Monday 4 May, 09:00")

    def test_what_has_no_step_any_more_goes_along(self, build: Build, house: House, hours: Hours) -> None:
        made = own(house, title="Mine", steps=(Step("Where?", kind=Kind.LINE, key="where"),))
        sitting = done(house, hours, made.id, where="By the sea")
        house.practices.keep_own(replace(made, steps=(Step("Something else."),)))
        page = build()
        choose(page, "Mine")
        press(page, "Monday 4 May, 09:00")
        press(page, "Keep in journal")
        entry = house.journal.entry(house.sittings.one(sitting.id).entry or "")  # type: ignore[union-attr]
        assert entry is not None and entry.text == "By the sea"

    def test_without_words_there_is_nothing_to_keep(self, build: Build, house: House, hours: Hours) -> None:
        done(house, hours)
        page = build()
        choose(page, FEET)
        press(page, "Monday 4 May, 09:00")
        assert offers(page, "Erase this time") and not offers(page, "Keep in journal")

    def test_a_question_that_was_not_asked_is_not_in_it(self, build: Build, house: House, hours: Hours) -> None:
        asked = Step("Put a hand there.", kind=Kind.LINE, key="hand", needs=(Sense.TOUCH,), other="Look there.")
        made = own(house, title="Mine", steps=(asked,))
        done(house, hours, made.id, hand="A cup")
        house.wishes.switch(Sense.TOUCH, off=True)
        page = build()
        choose(page, "Mine")
        press(page, "Monday 4 May, 09:00")
        assert says(page, "Look there.") and not says(page, "Put a hand there.")


def test_a_time_that_is_opened_is_brought_into_sight(qtbot: QtBot, build: Build, house: House, hours: Hours) -> None:
    for number in range(AT_FIRST):
        done(house, hours, here=f"Time {number}. " * 20)
    page = build()
    page.resize(1068, 560)
    choose(page, FEET)
    last = page.browse.detail.history.times()[-1]
    page.browse.detail.ensureWidgetVisible(last.day)
    last.day.click()
    erase = named(last, QAbstractButton, "Erase this time")
    qtbot.waitUntil(lambda: erase.visibleRegion().boundingRect().size() == erase.size())
    assert last.day.visibleRegion().boundingRect().size() == last.day.size()
