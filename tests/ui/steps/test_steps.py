"""Each kind of step: what is shown, what can be answered, and how it is found again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.domain.practice import Kind, Option, Step
from guesthouse.domain.sitting import Length
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.editor.should_card import ShouldCard
from guesthouse.ui.steps.choosing import ChooseStep
from guesthouse.ui.steps.copying import CopyRow
from guesthouse.ui.steps.looking import LookStep
from guesthouse.ui.steps.picking import WordsStep
from guesthouse.ui.steps.ring import Ring
from guesthouse.ui.steps.writing import WriteStep
from tests.ui.steps.conftest import Given, Show
from tests.ui.steps.step_hands import is_there, named, texts

FEELINGS = Step("Pick words.", Kind.WORDS, key="feelings", words="feelings")


# ------------------------------------------------------------------------------------------------ reading, looking


def test_a_frame_shows_what_was_written_to_the_letter(show: Show, given: Given) -> None:
    given.answers["rule"] = "I  should\tcall\nher."
    view = show(Step("Read.", frame="I notice the rule: {rule}"))
    assert texts(view) == ["I notice the rule: I  should\tcall\nher."] and view.first() is None


def test_a_frame_with_nothing_in_it_is_not_there(show: Show) -> None:
    assert texts(show(Step("Read.", frame="{rule}"))) == []
    assert texts(show(Step("Read.", frame="Given {rule}, so."))) == ["Given …, so."]


def test_the_noticing_is_built_of_words_amount_and_place(show: Show, given: Given) -> None:
    given.before = (
        FEELINGS,
        Step("How much?", Kind.AMOUNT, key="amount"),
        Step("Where?", Kind.PLACE, key="place"),
    )
    given.answers |= {"feelings": ["worried", "tense"], "amount": "trace", "place": ["chest"]}
    assert texts(show(Step("Read.", frame="{noticing}"))) == ["I am noticing a trace of worry and tension in my chest."]


def test_a_look_waits_at_its_end(qtbot: QtBot, show: Show, given: Given) -> None:
    view = show(Step("Look.", Kind.LOOK, seconds=20))
    ring = view.findChild(Ring)
    qtbot.waitUntil(lambda: ring.share == 1)
    assert given.went == 0 and not any(letter.isdigit() for text in texts(view) for letter in text)


def test_a_look_goes_on_by_itself_only_where_that_was_chosen(
    qtbot: QtBot, show: Show, given: Given, preferences: Preferences
) -> None:
    preferences.pace = "slow"
    view = show(Step("Look.", Kind.LOOK, seconds=20))
    qtbot.waitUntil(lambda: given.went == 1)
    assert view.findChild(Ring).share == 1


def test_in_still_nothing_moves_and_it_still_goes_on_where_that_was_chosen(
    qtbot: QtBot, show: Show, given: Given, preferences: Preferences
) -> None:
    preferences.motion = "still"
    assert show(Step("Look.", Kind.LOOK, seconds=20)).findChild(Ring) is None
    preferences.pace = "slow"
    given.second_ms = 20
    view = show(Step("Look.", Kind.LOOK, seconds=20))
    ring = view.findChild(Ring)
    before = ring.grab().toImage()
    ring._gone = 200
    ring.update()
    assert ring.grab().toImage() == before
    qtbot.waitUntil(lambda: given.went == 1)


@pytest.mark.parametrize(("length", "lasts"), [(Length.SHORT, 30), (Length.LONG, 60), (Length.LOOKING, None)])
def test_a_long_stay_has_twice_the_time(show: Show, given: Given, length: Length, lasts: int | None) -> None:
    given.length, given.second_ms = length, 1000
    view = show(Step("Look.", Kind.LOOK, seconds=30))
    assert isinstance(view, LookStep)
    assert (view.ring._lasts / 1000 if view.ring is not None else None) == lasts


def test_no_time_passes_out_of_sight(show: Show, given: Given) -> None:
    given.second_ms = 1000
    view = show(Step("Look.", Kind.LOOK, seconds=30))
    ring = view.findChild(Ring)
    assert ring._timer.isActive()
    view.hide()
    assert not ring._timer.isActive()


def test_lines_come_one_after_another_and_stay(qtbot: QtBot, show: Show, preferences: Preferences) -> None:
    view = show(Step("Look.", Kind.LOOK, seconds=100, lines=("one", "two", "three")))
    assert texts(view) == ["one"]
    qtbot.waitUntil(lambda: texts(view) == ["one", "two", "three"])
    preferences.motion = "still"
    assert texts(show(Step("Look.", Kind.LOOK, seconds=9, lines=("one", "two")))) == ["one", "two"]


def test_steady_lines_are_all_there_and_nothing_moves(show: Show) -> None:
    view = show(Step("Steady.", Kind.STEADY, lines=("feet", "floor")))
    assert texts(view) == ["feet", "floor"] and view.findChild(Ring) is None


# ------------------------------------------------------------------------------------------------ words and places


def test_words_are_chips_that_can_be_taken_out(show: Show, given: Given) -> None:
    given.answers["feelings"] = ["hurt", "wobbly"]
    view = show(FEELINGS)
    assert isinstance(view, WordsStep) and view.answers() == {"feelings": ["hurt", "wobbly"]}
    chips = [chip.words for chip in view.words.row.chips]
    assert chips == ["hurt", "wobbly", "+ more"] and not view.words.panel.isVisible()
    view.words.row.chips[0].click()
    assert view.answers() == {"feelings": ["wobbly"]} and given.changed == 1


def test_more_opens_the_lists_and_they_are_open_where_nothing_is_chosen(show: Show, given: Given) -> None:
    view = show(FEELINGS)
    assert isinstance(view, WordsStep) and view.words.panel.isVisible()
    given.answers["feelings"] = ["hurt"]
    view = show(FEELINGS)
    assert isinstance(view, WordsStep)
    named(view, "+ more").click()
    assert view.words.panel.isVisible()
    named(view, "Low").click()
    named(view, "sad").click()
    assert view.answers() == {"feelings": ["hurt", "sad"]}
    assert view.words.panel.isVisible() and named(view, "+ more").isChecked()


def test_a_word_of_ones_own_counts_while_it_is_typed(qtbot: QtBot, show: Show, given: Given) -> None:
    view = show(FEELINGS)
    assert isinstance(view, WordsStep)
    view.words.own.setFocus()
    qtbot.keyClicks(view.words.own, "wob")
    assert view.answers() == {"feelings": ["wob"]} and given.changed == 3
    qtbot.keyClick(view.words.own, Qt.Key.Key_Return)
    assert [chip.words for chip in view.words.row.chips] == ["wob", "+ more"] and view.words.own.words() == ""


@pytest.mark.parametrize(("word", "offered"), [("numb", True), ("unreal", True), ("sad", False)])
def test_feet_and_floor_are_offered_far_away(show: Show, given: Given, word: str, offered: bool) -> None:
    given.answers["feelings"] = [word]
    view = show(FEELINGS)
    assert isinstance(view, WordsStep) and view.steady_button.isVisible() is offered
    assert view.steady_button.text() == "Feet and floor first?"


def test_sensations_are_the_other_lists(show: Show) -> None:
    view = show(Step("Pick.", Kind.WORDS, key="s", words="sensations"))
    assert is_there(view, "Tightness") and not is_there(view, "Ashamed or guilty")


def test_places_and_amounts_are_found_again(show: Show, given: Given) -> None:
    given.answers |= {"place": ["chest", "hands"], "amount": "some"}
    assert show(Step("Where?", Kind.PLACE, key="place")).answers() == {"place": ["chest", "hands"]}
    amount = show(Step("How much?", Kind.AMOUNT, key="amount"))
    assert amount.answers() == {"amount": "some"}
    named(amount, "a lot").click()
    assert amount.answers() == {"amount": "lot"} and given.changed == 1


# ------------------------------------------------------------------------------------------------ writing


@pytest.mark.parametrize("kind", [Kind.LINE, Kind.WRITE])
def test_a_field_is_named_by_the_steps_words(show: Show, given: Given, kind: Kind) -> None:
    given.answers["k"] = "as\u00a0it was"
    view = show(Step("What happened?", kind, key="k"))
    field = view.first()
    assert isinstance(field, QTextEdit) and field.accessibleName() == "What happened?"
    assert view.answers() == {"k": "as\u00a0it was"} and given.changed == 0


def test_a_line_grows_and_a_page_takes_enter(qtbot: QtBot, show: Show) -> None:
    line, page = show(Step("A", Kind.LINE, key="k")), show(Step("B", Kind.WRITE, key="k"))
    assert isinstance(line, WriteStep) and isinstance(page, WriteStep)
    low = line.field.height()
    assert page.field.height() > low
    line.field.insertPlainText("so many words that one line is not enough for all of them, " * 3)
    QApplication.processEvents()
    assert low < line.field.height() < low * 8
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.keyClick(line.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.answers() == {"k": "\n"} and str(line.answers()["k"]).count("\n") == 1


def test_only_words_are_pasted(show: Show) -> None:
    view = show(Step("A", Kind.WRITE, key="k"))
    assert isinstance(view, WriteStep)
    looks = QMimeData()
    looks.setHtml("<b>bold</b> <img src='x'>")
    looks.setText("bold")
    view.field.insertFromMimeData(looks)
    assert view.answers() == {"k": "bold"}
    assert "<img" not in view.field.toHtml()


def test_a_draft_is_copied_and_nothing_is_sent(show: Show) -> None:
    view = show(Step("Draft it.", Kind.WRITE, key="k", copy=True))
    assert isinstance(view, WriteStep)
    view.field.insertPlainText("Thinking of you")
    view.copy_row.button.click()
    assert QApplication.clipboard().text() == "Thinking of you" and "Copied." in texts(view)
    view.field.insertPlainText("!")
    assert "Copied." not in texts(view)
    QApplication.clipboard().clear()


def test_what_was_drafted_is_copied_where_one_chooses(show: Show, given: Given) -> None:
    given.answers["draft"] = "Thinking of you, no need to answer"
    copied = Step("Copy it, or let it wait.", Kind.CHOOSE, key="then", frame="{draft}", copy=True)
    view = show(replace(copied, options=(Option("It can wait"),)))
    view.findChild(CopyRow).button.click()
    assert QApplication.clipboard().text() == "Thinking of you, no need to answer"
    QApplication.clipboard().clear()
    given.answers.clear()
    assert show(replace(copied, options=(Option("It can wait"),))).findChild(CopyRow) is None


def test_rules_about_oneself_are_marked_where_there_are_rules(qtbot: QtBot, show: Show, given: Given) -> None:
    given.rules = True
    view = show(Step("Write.", Kind.LINE, key="k"))
    assert isinstance(view, WriteStep)
    view.field.insertPlainText("I should have known better.")
    qtbot.waitUntil(lambda: bool(view.field.extraSelections()))
    assert view.answers() == {"k": "I should have known better."}


@pytest.mark.parametrize("framed_later", [True, False])
def test_no_frame_is_offered_where_the_next_step_puts_one_around_the_rule(
    qtbot: QtBot, show: Show, given: Given, framed_later: bool
) -> None:
    given.rules = True
    view = show(Step("Write.", Kind.LINE, key="k", shoulds=framed_later))
    assert isinstance(view, WriteStep)
    view.field.setFocus()
    view.field.insertPlainText("I should have known better.")
    qtbot.keyClick(view.field, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    card = view.window().findChild(ShouldCard)
    offered = [one.accessibleName() or one.text() for one in card.findChildren(QPushButton)]
    assert any("the rule that" in one for one in offered) != framed_later
    assert "It matters to me that …" in offered


# ------------------------------------------------------------------------------------------------ choosing


def choose(show: Show, **fields: object) -> ChooseStep:
    options = (Option("Now"), Option("Later", goes="ack-feet"))
    view = show(Step("When?", Kind.CHOOSE, key="k", options=options, **fields))  # type: ignore[arg-type]
    assert isinstance(view, ChooseStep)
    return view


def test_one_is_chosen_and_taken_back(show: Show) -> None:
    view = choose(show)
    assert view.answers() == {"k": ""} and view.leads() == ""
    named(view, "Now").click()
    named(view, "Later").click()
    assert view.answers() == {"k": "Later"} and view.leads() == "ack-feet"
    named(view, "Later").click()
    assert view.answers() == {"k": ""}


def test_several_may_be_chosen_and_ones_own_beside_them(show: Show, given: Given) -> None:
    view = choose(show, several=True, own=True)
    for name in ("Now", "Later"):
        named(view, name).click()
    assert view.field is not None
    view.field.insertPlainText("in a while")
    assert view.answers() == {"k": ["Now", "Later", "in a while"]}
    given.answers.update(view.answers())
    again = choose(show, several=True, own=True)
    assert again.answers() == view.answers() and again.field is not None and again.field.words() == "in a while"


def test_ones_own_takes_nothing_from_what_was_chosen(show: Show, given: Given) -> None:
    view = choose(show, own=True)
    assert view.field is not None
    view.field.insertPlainText("my way")
    assert view.answers() == {"k": "my way"}
    named(view, "Now").click()
    assert view.answers() == {"k": ["Now", "my way"]}
    given.answers.update(view.answers())
    assert choose(show, own=True).answers() == view.answers()


def test_what_lies_on_the_shelf_can_be_chosen_and_is_kept_when_it_is_gone(show: Show, given: Given) -> None:
    given.comforts = [Comfort("1", Shelf.COMFORTS, "a candle"), Comfort("2", Shelf.COMFORTS, "Now")]
    view = choose(show, kit="comforts")
    assert [one.words for one in view.choices.buttons] == ["Now", "Later", "a candle"]
    named(view, "a candle").click()
    given.answers.update(view.answers())
    given.comforts = []
    assert choose(show, kit="comforts").answers() == {"k": "a candle"}


def test_arrows_walk_among_the_options_and_tab_leaves_them(qtbot: QtBot, show: Show) -> None:
    view = choose(show, own=True)
    first, second = view.choices.buttons
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert view.answers() == {"k": "Later"}
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert view.field is not None and view.field.hasFocus()
