"""Naming what is here: by pointer, keyboard and assistive tools; kept, and there again when it was not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Beginning, Start
from guesthouse.domain.noticing import Noticed
from guesthouse.errors import DiskFull
from guesthouse.house import House
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.pages.today import TodayPage
from tests.ui.pages.conftest import Hours, Listener
from tests.ui.pages.today_hands import button, choose, field, items, names, press, said, texts, things

Build = Callable[[], TodayPage]


def test_what_is_chosen_stands_in_one_sentence(today: TodayPage) -> None:
    choose(today, "worried")
    button(today, "Sensations").click()
    choose(today, "tight")
    assert items(today) == ["worried", "tight"]
    assert said(today) == "I am noticing worry and tightness right now."
    things(today).setCurrentIndex(things(today).model().index(0, 0))
    button(today, "a trace").click()
    things(today).setCurrentIndex(things(today).model().index(1, 0))
    button(today, "chest").click()
    assert said(today) == "I am noticing a trace of worry and tightness in my chest."
    view = QAccessible.queryAccessibleInterface(things(today))
    told = [view.child(place).text(QAccessible.Text.Description) for place in range(2)]
    assert told == ["a trace", "chest"]
    button(today, "a trace")  # raises where the second one's panel would show another one's amount
    assert not next(one for one in today.findChildren(Chip) if one.accessibleName() == "a trace").isChecked()


def test_a_word_is_taken_away_in_every_way(qtbot: QtBot, today: TodayPage) -> None:
    choose(today, "sad", "flat", "empty", "tearful")
    choose(today, "flat")
    assert items(today) == ["sad", "empty", "tearful"]
    view = things(today)
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert items(today) == ["sad", "tearful"]
    view.setCurrentIndex(view.model().index(0, 0))
    button(today, "Remove sad").click()
    rect = view.visualRect(view.model().index(0, 0))
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + (rect.topRight() - rect.center()) * 0.7
    )
    assert items(today) == []
    assert said(today) == "I am noticing …"
    choose(today)
    assert not any(one.isChecked() for one in today.findChildren(Chip) if one.accessibleName() == "sad")


def test_a_word_in_both_lists_is_one_thing(today: TodayPage) -> None:
    choose(today, "numb")
    button(today, "Sensations").click()
    chips = [one for one in today.findChildren(Chip) if one.accessibleName() == "numb"]
    assert [one.isChecked() for one in chips] == [True, True]
    assert items(today) == ["numb"]
    chips[1].click()
    assert items(today) == []


def test_words_of_ones_own_stay_as_they_are(qtbot: QtBot, today: TodayPage) -> None:
    qtbot.keyClicks(field(today), "wobbly & odd")
    press(qtbot, Qt.Key.Key_Return)
    assert items(today) == ["wobbly & odd"]
    assert field(today).text() == ""
    assert said(today) == "I am noticing “wobbly & odd” right now."
    qtbot.keyClicks(field(today), "wobbly & odd")
    press(qtbot, Qt.Key.Key_Return)
    assert items(today) == ["wobbly & odd"], "nobody notices the same thing twice"


def test_an_assistive_tool_does_it_without_keys(qtbot: QtBot, today: TodayPage) -> None:
    interface = QAccessible.queryAccessibleInterface(field(today))
    interface.setText(QAccessible.Text.Value, "rain in me")
    assert "rain in me" in said(today)
    more = QAccessible.queryAccessibleInterface(button(today, "+ something"))
    more.actionInterface().doAction(QAccessibleActionInterface.toggleAction())
    chip = QAccessible.queryAccessibleInterface(next(o for o in today.findChildren(Chip) if o.words == "sad"))
    chip.actionInterface().doAction(QAccessibleActionInterface.toggleAction())
    assert items(today) == ["sad"]
    press_action = QAccessibleActionInterface.pressAction()
    QAccessible.queryAccessibleInterface(button(today, "Keep this")).actionInterface().doAction(press_action)
    qtbot.waitUntil(lambda: items(today) == ["sad", "rain in me"])


def test_the_whole_way_with_the_keyboard_alone(qtbot: QtBot, today: TodayPage, house: House) -> None:
    keys = Qt.Key
    press(qtbot, keys.Key_Backtab)  # from the field back to "+ something"
    press(qtbot, keys.Key_Space, keys.Key_Tab, keys.Key_Tab)  # the lists, past Done
    press(qtbot, keys.Key_Right, keys.Key_Space, keys.Key_Tab, keys.Key_Space)  # Anxious, worried
    assert items(today) == ["worried"]
    press(qtbot, keys.Key_Escape)
    assert QApplication.focusWidget() is today.noticing.builder.chosen.more
    press(qtbot, keys.Key_Backtab, keys.Key_Return)  # the list; what is there opens
    field(today).setFocus()
    press(qtbot, keys.Key_Tab, keys.Key_Tab, keys.Key_Space)  # past Done to the amounts
    assert said(today) == "I am noticing a trace of worry right now."
    press(qtbot, keys.Key_Escape)
    assert QApplication.focusWidget() is things(today)
    press(qtbot, keys.Key_Tab, keys.Key_Tab, keys.Key_Tab)
    assert QApplication.focusWidget() is button(today, "Keep this")
    press(qtbot, keys.Key_Return)
    assert [one.sentence for one in house.noticings.latest()] == ["I am noticing a trace of worry right now."]


def test_keeping_is_quiet_and_once(qtbot: QtBot, today: TodayPage, house: House) -> None:
    assert not button(today, "Keep this").isHidden()
    button(today, "Keep this").click()
    assert house.noticings.latest() == []
    assert QApplication.focusWidget() is field(today)
    choose(today, "worried")
    field(today).setText("a knot")
    button(today, "Keep this").click()
    button(today, "Keep this").click()
    kept = house.noticings.latest()
    assert [one.sentence for one in kept] == ["I am noticing worry and a knot right now."]
    assert kept[0].things == (Noticed("worried"), Noticed("a knot"))
    assert house.noticings.draft() == ([], "")
    assert "Kept." in texts(today)
    assert not today.noticing.unfolded, "what can be done with it now stands where one looks"
    assert QApplication.focusWidget() is button(today, "Keep this")
    today.save()
    assert house.noticings.draft() == ([], ""), "what was kept is not half-done"
    with qtbot.waitSignal(today.carried) as carried:
        button(today, "Write about this").click()
    assert carried.args == ["journal", Beginning(noticing="I am noticing worry and a knot right now.")]
    today.leave()
    assert items(today) == []
    assert "Kept." not in texts(today)


def test_beginning_anew_leaves_what_was_kept(today: TodayPage, house: House) -> None:
    choose(today, "sad")
    button(today, "Keep this").click()
    button(today, "Begin anew").click()
    assert items(today) == []
    assert QApplication.focusWidget() is field(today)
    assert len(house.noticings.latest()) == 1


def test_what_was_kept_before_can_be_read_written_about_and_erased(
    qtbot: QtBot, today_build: Build, house: House, hours: Hours, listener: Listener
) -> None:
    house.noticings.keep([Noticed("sad")])
    hours.pass_by(days=1)
    house.noticings.keep([Noticed("calm")])
    page = today_build()
    button(page, "Kept before").click()
    assert QApplication.focusWidget() is button(page, "Write about this: I am noticing calm right now.")
    shown = texts(page)
    assert shown.index("I am noticing calm right now.") < shown.index("I am noticing sadness right now.")
    assert {"This morning", "Yesterday morning"} <= set(shown)
    with qtbot.waitSignal(page.carried) as carried:
        button(page, "Write about this: I am noticing sadness right now.").click()
    assert carried.args == ["journal", Beginning(noticing="I am noticing sadness right now.")]
    erase = button(page, "Erase: I am noticing sadness right now.")
    erase.click()
    assert len(house.noticings.latest()) == 2, "asked first"
    listener.answer = True
    erase.click()
    assert [one.sentence for one in house.noticings.latest()] == ["I am noticing calm right now."]
    button(page, "Erase: I am noticing calm right now.").click()
    assert "Kept before" not in names(page)


def test_what_is_half_done_is_there_again(qtbot: QtBot, today_build: Build, house: House) -> None:
    first = today_build()
    choose(first, "grief")
    field(first).setText("and the ")
    qtbot.waitUntil(lambda: house.noticings.draft() == ([Noticed("grief")], "and the "))
    things(first).setCurrentIndex(things(first).model().index(0, 0))
    button(first, "throat").click()
    first.save()
    first.close()
    again = today_build()
    assert items(again) == ["grief"]
    assert field(again).text() == "and the "
    assert said(again).startswith("I am noticing grief in my throat and")


def test_half_done_is_saved_within_two_seconds() -> None:
    assert BEHIND_MS <= 1500


def test_letting_go_holds_nobody_s_words(today: TodayPage) -> None:
    choose(today, "sad")
    field(today).setText("secret")
    today.save()
    today.let_go()
    assert items(today) == []
    assert field(today).text() == ""


@pytest.mark.parametrize("word", ["numb", "unreal"])
def test_numb_and_unreal_offer_feet_and_floor(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, today: TodayPage, word: str
) -> None:
    assert "Feet and floor first" not in names(today)
    heard: list[str] = []
    tell = QAccessible.updateAccessibility
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: (heard.append(event.message()) if hasattr(event, "message") else None, tell(event)),
    )
    choose(today, word)
    assert [said for said in heard if "feet and floor can come first" in said], "away from the focus it is heard"
    with qtbot.waitSignal(today.carried) as carried:
        button(today, "Feet and floor first").click()
    assert carried.args == ["practices", Start("ack-feet")]
    choose(today, word)
    assert "Feet and floor first" not in names(today)


def test_it_makes_sense_takes_the_feelings_along(qtbot: QtBot, today: TodayPage) -> None:
    with qtbot.waitSignal(today.carried) as carried:
        button(today, "It makes sense…").click()
    assert carried.args == ["practices", Start("val-sense")]
    choose(today, "angry", "let down")
    button(today, "Sensations").click()
    choose(today, "tight")
    field(today).setText("wobbly")
    with qtbot.waitSignal(today.carried) as carried:
        button(today, "It makes sense…").click()
    assert carried.args == ["practices", Start("val-sense", {"feelings": ["angry", "let down", "wobbly"]})]


def test_escape_folds_what_has_unfolded(today_build: Build, house: House) -> None:
    house.noticings.keep([Noticed("sad")])
    page = today_build()
    choose(page, "worried")
    page.stop()
    assert "Done" not in names(page)
    assert QApplication.focusWidget() is page.noticing.builder.chosen.more
    things(page).setCurrentIndex(things(page).model().index(0, 0))
    page.stop()
    assert "Remove worried" not in names(page)
    assert QApplication.focusWidget() is things(page)
    button(page, "Kept before").click()
    page.stop()
    assert "Done" not in names(page)
    assert QApplication.focusWidget() is button(page, "Kept before")
    page.stop()
    assert items(page) == ["worried"], "and takes nothing away"


def test_half_done_that_could_not_be_saved_is_told_beside_it_and_tried_again(
    qtbot: QtBot, today: TodayPage, house: House, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guesthouse.qt.saving.AGAIN_MS", 20)
    keep, full = house.noticings.keep_draft, [True]

    def keep_draft(things: Sequence[Noticed], typed: str) -> None:
        if full:
            raise DiskFull
        keep(things, typed)

    monkeypatch.setattr(house.noticings, "keep_draft", keep_draft)
    choose(today, "grief")
    qtbot.waitUntil(lambda: DiskFull.title in said_of_trouble(today))
    assert items(today) == ["grief"]
    assert listener.said == []
    full.clear()
    qtbot.waitUntil(lambda: house.noticings.draft() == ([Noticed("grief")], ""))
    assert said_of_trouble(today) == ""


def said_of_trouble(page: TodayPage) -> str:
    label = page.noticing.trouble
    return label.text() if label.isVisible() else ""
