"""The ending, and what comes after "That didn't sit well"."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Beginning, Reopen, Start
from guesthouse.domain.practice import Element, Sense, Tone
from guesthouse.domain.sitting import Kept, State, Verdict
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.practices.ending import FIVE
from guesthouse.ui.practices.player import Player
from guesthouse.ui.practices.unwell import Minute
from tests.ui.pages.conftest import Hours
from tests.ui.practices.player_hands import (
    WORDS,
    Heard,
    Sounds,
    answer,
    button,
    has_button,
    made,
    practice_of,
    press,
    settle,
    shown,
)


@pytest.fixture
def player(qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours) -> Player:
    return made(qtbot, look, preferences, house, hours)


@pytest.fixture
def heard(player: Player) -> Heard:
    return Heard(player)


def to_the_end(player: Player, house: House, practice_id: str, *, answering: bool = True) -> str:
    """Play it to its ending; the id of the sitting."""
    practice = practice_of(house, practice_id)
    player.play(practice)
    for _ in practice.steps:
        if answering:
            answer(player)
        press(player, "Next")
    return house.sittings.of(practice_id)[0].id


# ------------------------------------------------------------------------------------------------ the ending


@pytest.mark.parametrize(
    ("name", "verdict"), [("Yes", Verdict.YES), ("Maybe", Verdict.MAYBE), ("Not for me", Verdict.NO)]
)
def test_it_is_judged_or_not_and_taken_back(player: Player, house: House, name: str, verdict: Verdict) -> None:
    to_the_end(player, house, "ack-plain")
    assert house.practices.standings()["ack-plain"].verdict is None
    button(player, name).toggle()
    assert house.practices.standings()["ack-plain"].verdict is verdict
    assert button(player, name).isChecked()
    button(player, name).toggle()
    assert house.practices.standings()["ack-plain"].verdict is None


def test_not_for_me_says_what_it_means_and_asks_nothing(player: Player, house: House) -> None:
    to_the_end(player, house, "ack-plain")
    press(player, "Not for me")
    assert WORDS.ending.no in shown(player)
    button(player, "Yes").toggle()
    assert house.practices.standings()["ack-plain"].verdict is Verdict.YES
    assert not button(player, "Not for me").isChecked()


def test_what_was_said_last_time_is_shown(player: Player, house: House) -> None:
    house.practices.judge("ack-plain", Verdict.MAYBE)
    to_the_end(player, house, "ack-plain")
    assert button(player, "Maybe").isChecked()


def test_the_words_go_into_the_journal_to_the_letter(player: Player, house: House) -> None:
    sitting = to_the_end(player, house, "ack-plain")
    player.ending.field.insertPlainText("a walk, maybe")
    press(player, "Keep in journal")
    one = house.sittings.one(sitting)
    assert one is not None and one.kept is Kept.JOURNAL and one.answers == {} and one.entry is not None
    entry = house.journal.entry(one.entry)
    assert entry is not None and entry.title == "Three plain lines" and entry.practice == "ack-plain"
    practice = practice_of(house, "ack-plain")
    for step in practice.steps:
        if step.key:
            assert f"> {step.text}\n\nwords for {step.key} ©" in entry.text
    assert entry.text.endswith(f"> {WORDS.ending.five}\n\na walk, maybe")
    assert WORDS.ending.in_journal in shown(player) and not has_button(player, "Don't keep")


def test_chosen_words_and_amounts_are_readable_in_the_journal(player: Player, house: House) -> None:
    sitting = to_the_end(player, house, "ack-noticing")
    press(player, "Keep in journal")
    one = house.sittings.one(sitting)
    entry = house.journal.entry(one.entry) if one is not None and one.entry else None
    assert entry is not None and "wobbly and sad" in entry.text and "a trace" in entry.text


def test_dont_keep_erases_and_nothing_is_written_afterwards(qtbot: QtBot, player: Player, house: House) -> None:
    sitting = to_the_end(player, house, "ack-plain")
    player.ending.field.insertPlainText("a secret")
    press(player, "Don't keep")
    one = house.sittings.one(sitting)
    assert one is not None and one.kept is Kept.NOWHERE and one.answers == {} and one.state is State.FINISHED
    assert WORDS.ending.nowhere in shown(player) and player.ending.field.isReadOnly()
    press(player, "Back to Practices")
    after = house.sittings.one(sitting)
    assert after is not None and after.answers == {}


def test_leaving_without_a_choice_keeps_it_with_the_practice(player: Player, house: House, heard: Heard) -> None:
    sitting = to_the_end(player, house, "ack-plain")
    player.ending.field.insertPlainText("tea")
    press(player, "Back to Practices")
    one = house.sittings.one(sitting)
    assert heard.ended == [True] and one is not None and one.kept is Kept.HERE and one.answers[FIVE] == "tea"
    assert player.ending.field.words() == ""


def test_the_line_alone_can_be_kept_and_is_saved_as_typed(qtbot: QtBot, player: Player, house: House) -> None:
    sitting = to_the_end(player, house, "ack-feet", answering=False)
    assert not has_button(player, "Keep in journal")
    player.ending.field.insertPlainText("call Mona")
    assert has_button(player, "Keep in journal")
    settle(qtbot, player)
    one = house.sittings.one(sitting)
    assert one is not None and one.answers == {FIVE: "call Mona"}


def test_write_about_this_carries_the_practice(player: Player, house: House, heard: Heard) -> None:
    to_the_end(player, house, "ack-plain")
    press(player, "Write about this")
    room, thing = heard.carried[0]
    assert room == "journal" and isinstance(thing, Beginning)
    assert thing.practice == "ack-plain" and thing.title == "Three plain lines" and "words for" in thing.text
    press(player, "Don't keep")
    press(player, "Write about this")
    assert heard.carried[1] == ("journal", Beginning(title="Three plain lines", practice="ack-plain"))


def test_write_about_this_goes_on_with_the_entry_that_has_the_words(player: Player, house: House, heard: Heard) -> None:
    to_the_end(player, house, "ack-plain")
    press(player, "Keep in journal")
    press(player, "Write about this")
    entry = house.sittings.of("ack-plain")[0].entry
    assert entry is not None and heard.carried == [("journal", Reopen(entry))]
    house.drawer.put([entry])
    press(player, "Write about this")
    assert heard.carried[1] == ("journal", Beginning(title="Three plain lines", practice="ack-plain"))


def test_support_is_near(player: Player, house: House, heard: Heard) -> None:
    to_the_end(player, house, "ack-feet")
    press(player, "Support")
    assert heard.wanted == ["support"]


@pytest.mark.parametrize("chime", [True, False])
def test_a_bell_sounds_only_where_it_was_asked_for(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours, chime: bool
) -> None:
    sounds = Sounds()
    preferences.chime = chime
    player = made(qtbot, look, preferences, house, hours, sounds=sounds)
    to_the_end(player, house, "ack-feet")
    assert sounds.rung == int(chime)


def test_nothing_is_counted_and_nothing_is_praised(player: Player, house: House) -> None:
    to_the_end(player, house, "ack-plain")
    words = shown(player).lower()
    for word in ("well done", "great", "congrat", "streak", "finished", "score", "!"):
        assert word not in words


# ------------------------------------------------------------------------------------------------ not well


def test_one_sentence_a_still_minute_and_then_something_plainer(player: Player, house: House, heard: Heard) -> None:
    house.wishes.set_tone(Tone.WARM)
    player.play(practice_of(house, "kind-hand"))
    press(player, "That didn't sit well")
    assert WORDS.unwell.stirred in shown(player) and WORDS.unwell.feet[0] in shown(player)
    assert "?" not in shown(player)
    standing = house.practices.standings()["kind-hand"]
    assert standing.unwell is not None
    assert house.wishes.tones().of(Element.KINDNESS) is Tone.GENTLE
    assert house.sittings.of("kind-hand")[0].state is State.STOPPED
    press(player, "Next")
    assert WORDS.unwell.plainer in shown(player) and "Settings" in shown(player) and "?" not in shown(player)
    press(player, "Try it")
    ((room, start),) = heard.carried
    assert room == "practices" and isinstance(start, Start), "it begins at once, as it does from Today"
    offered = practice_of(house, start.practice)
    assert offered.tone is not Tone.WARM and offered.id != "kind-hand"


def test_where_only_plain_ones_are_suggested_nothing_is_said_to_change(player: Player, house: House) -> None:
    player.play(practice_of(house, "kind-hand"))
    press(player, "That didn't sit well")
    press(player, "Next")
    assert WORDS.unwell.plainer not in shown(player) and WORDS.unwell.rest in shown(player)
    assert WORDS.unwell.offer in shown(player), "a plainer one is offered all the same"
    assert house.wishes.tones().of(Element.KINDNESS) is Tone.NEUTRAL


def test_a_plain_one_is_met_with_a_plain_sentence(player: Player, house: House, heard: Heard) -> None:
    player.play(practice_of(house, "def-ladder"))
    press(player, "Next")
    press(player, "That didn't sit well")
    assert WORDS.unwell.plain in shown(player) and WORDS.unwell.stirred not in shown(player)
    press(player, "Next")
    assert WORDS.unwell.rest in shown(player)
    press(player, "Back to Practices")
    assert heard.ended == [True]


def test_what_was_written_before_it_is_kept(player: Player, house: House) -> None:
    player.play(practice_of(house, "ack-plain"))
    answer(player)
    press(player, "That didn't sit well")
    assert next(iter(house.sittings.of("ack-plain")[0].answers.values())).startswith("words for")  # type: ignore[union-attr]


def test_without_touch_the_minute_is_for_the_eyes(player: Player, house: House) -> None:
    house.wishes.switch(Sense.TOUCH, off=True)
    player.play(practice_of(house, "ack-plain"))
    press(player, "That didn't sit well")
    words = shown(player)
    assert all(line in words for line in (*WORDS.unwell.without_touch, *WORDS.unwell.room))
    assert not any(line in words for line in WORDS.unwell.feet)


def test_the_minute_is_still_and_says_when_it_is_over(qtbot: QtBot, player: Player, house: House) -> None:
    player.play(practice_of(house, "ack-plain"))
    press(player, "That didn't sit well")
    assert not [one for one in player.findChildren(QTimer) if one.isActive() and not one.isSingleShot()]
    assert not any(letter.isdigit() for letter in shown(player.minute))
    qtbot.waitUntil(lambda: WORDS.unwell.minute in shown(player))
    assert player.minute.isVisible(), "it waits"


def test_before_the_minute_is_over_no_empty_words_are_heard_and_nothing_moves_when_it_is(
    qtbot: QtBot, look: Look, house: House
) -> None:
    minute = Minute(look, WORDS.unwell, minute_ms=0)
    qtbot.addWidget(minute)
    minute.resize(500, 600)
    minute.show()
    minute.begin(practice_of(house, "ack-plain"), touch=True)
    QApplication.sendPostedEvents()
    labels = [one for one in minute.findChildren(QLabel) if one.isVisible()]
    assert all(one.text().strip() for one in labels)
    before = minute.next.geometry()
    qtbot.waitUntil(lambda: WORDS.unwell.minute in shown(minute))
    QApplication.sendPostedEvents()
    assert minute.next.geometry() == before


def test_it_can_be_said_at_the_ending_too(player: Player, house: House) -> None:
    to_the_end(player, house, "kind-wish")
    press(player, "That didn't sit well")
    assert house.practices.standings()["kind-wish"].unwell is not None
    assert house.sittings.of("kind-wish")[0].state is State.FINISHED


@pytest.mark.parametrize("steps", range(5))
def test_it_is_there_at_every_step(player: Player, house: House, steps: int) -> None:
    player.play(practice_of(house, "val-sense"))
    for _ in range(steps):
        press(player, "Next")
    assert isinstance(button(player, "That didn't sit well"), QAbstractButton)
