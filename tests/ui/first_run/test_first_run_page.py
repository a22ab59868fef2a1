"""The first run: four short screens, Begin on each, and nothing that must be done or can be lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import astuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.first_run import load_greeting
from guesthouse.domain.errand import Begun
from guesthouse.domain.practice import Tone
from guesthouse.paths import resources
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.first_run import FirstRunPage
from guesthouse.ui.pages.page import HOME
from tests.ui.first_run.hands import SCREENS, button, go_to, said
from tests.ui.hearing import announced
from tests.ui.settings.hands import Front
from tests.ui.walk import clipped, unnamed

# ----------------------------------------------------------------------------------------------- what is said


def test_what_it_is_and_that_it_stays_here_come_first(page: FirstRunPage) -> None:
    assert "stays on this computer" in said(page) and "1 of 4" in said(page)


def test_then_what_it_is_not_and_for_whom(page: FirstRunPage) -> None:
    go_to(page, 1)
    assert "not therapy, diagnosis, or emergency help" in said(page)
    assert "16 and over" in said(page) and "F1" in said(page) and "2 of 4" in said(page)


def test_last_that_thoughts_are_written_down(page: FirstRunPage) -> None:
    go_to(page, 3)
    assert re.search(r"written down on this computer.*unless you say otherwise", said(page))


def test_every_sentence_can_be_read_on_its_screen(page: FirstRunPage, front: Front) -> None:
    front.open()
    words = load_greeting(resources() / "first_run", "en")
    for screen, said_there in zip(page.screens, (words.welcome, words.limits, words.manner, words.safe), strict=True):
        shown = {label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen)}
        assert set(astuple(said_there)) - shown <= {words.safe.sealed}


def test_a_screen_that_was_scrolled_begins_at_its_top_when_it_is_turned_to(
    page: FirstRunPage, preferences: Preferences
) -> None:
    preferences.text_size = 200
    page.resize(720, 520)
    go_to(page, 1)
    clipped(page)  # settles
    bar = page.limits.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.turn(1)
    page.turn(-1)
    assert bar.value() == 0


def test_who_listens_hears_each_screen_whole(page: FirstRunPage, monkeypatch: pytest.MonkeyPatch) -> None:
    told = announced(monkeypatch)
    go_to(page, 1)
    assert len(told) == 1 and told[0].startswith("2 of 4. What this is, and what it is not")
    assert "nobody reads what you write" in told[0]


def test_who_listens_hears_of_nothing_that_is_out_of_sight(page: FirstRunPage, front: Front) -> None:
    assert "A passphrase is set." not in page.safe.words() and "if you like" in page.safe.words()
    assert "How warm the words may be" not in page.manner.words()
    front.open()
    assert "How warm the words may be" in page.manner.words()


# ----------------------------------------------------------------------------------------------- Begin


@pytest.mark.parametrize("number", range(SCREENS))
def test_begin_enters_at_once_from_each_screen(
    qtbot: QtBot, page: FirstRunPage, preferences: Preferences, number: int
) -> None:
    go_to(page, number)
    with qtbot.waitSignal(page.carried) as carried:
        button(page, "Begin").click()
    assert carried.args == [HOME, Begun()]
    assert preferences.begun


def test_enter_at_once_begins(qtbot: QtBot, page: FirstRunPage, preferences: Preferences) -> None:
    there = page.focusWidget()
    assert there is page.foot.begin
    assert there.accessibleDescription() == "Enters the app. The rest can be read later."
    with qtbot.waitSignal(page.carried):
        qtbot.keyClick(there, Qt.Key.Key_Return)
    assert preferences.begun


def test_esc_does_nothing(qtbot: QtBot, page: FirstRunPage, preferences: Preferences) -> None:
    go_to(page, 2)
    stopped: list[None] = []
    page.stopped.connect(lambda: stopped.append(None))
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    page.stop()
    assert page.place == 2 and not preferences.begun and stopped == []


# ----------------------------------------------------------------------------------------------- turning


def test_next_and_back_lead_through_all_and_stop_at_the_ends(page: FirstRunPage) -> None:
    assert not page.foot.back.isVisible()
    for number in range(1, SCREENS):
        button(page, "Next").click()
        assert page.place == number
    assert not button(page, "Next").isEnabled()
    for number in reversed(range(SCREENS - 1)):
        button(page, "Back").click()
        assert page.place == number
    assert not page.foot.back.isVisible()


def test_begin_and_next_stay_where_they_are(page: FirstRunPage) -> None:
    page.resize(1280, 800)
    clipped(page)  # settles
    places = []
    for number in range(SCREENS):
        go_to(page, number)
        clipped(page)
        places.append((page.foot.begin.mapTo(page, QPoint()), page.foot.onward.mapTo(page, QPoint())))
    assert len(set(map(str, places))) == 1


@pytest.mark.parametrize("size", [100, 150])
def test_the_foot_begins_where_the_words_begin(page: FirstRunPage, preferences: Preferences, size: int) -> None:
    page.resize(1280, 800)
    preferences.text_size = size
    clipped(page)  # settles
    begin, title = (there.mapTo(page, QPoint()).x() for there in (page.foot.begin, page.first.title))
    assert abs(begin - title) <= 2


@pytest.mark.parametrize("mirrored", [False, True])
def test_alt_and_arrows_turn_in_the_way_one_reads(qtbot: QtBot, page: FirstRunPage, mirrored: bool) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    onward, back = (Qt.Key.Key_Right, Qt.Key.Key_Left)[:: -1 if mirrored else 1]
    qtbot.keyClick(page.focusWidget(), onward, Qt.KeyboardModifier.AltModifier)
    assert page.place == 1
    qtbot.keyClick(page.focusWidget(), back, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.focusWidget(), back, Qt.KeyboardModifier.AltModifier)
    assert page.place == 0


def test_what_has_the_focus_and_goes_hands_it_to_begin(page: FirstRunPage) -> None:
    page.foot.onward.setFocus()
    go_to(page, SCREENS - 1)
    assert page.focusWidget() is page.foot.begin
    page.foot.back.setFocus()
    for _ in range(SCREENS - 1):
        page.foot.back.click()
    assert page.focusWidget() is page.foot.begin


def test_after_a_kill_it_begins_at_the_first_screen_and_what_was_chosen_holds(
    build: Callable[[], FirstRunPage], front: Front
) -> None:
    page = build()
    front.open()
    go_to(page, 2)
    page.manner.tone.tones[Tone.GENTLE].click()
    page.hide()
    again = build()
    front.close()
    front.open()
    assert again.place == 0
    go_to(again, 2)
    assert again.manner.tone.tones[Tone.GENTLE].isChecked()


# ----------------------------------------------------------------------------------------------- where else one can go


@pytest.mark.parametrize(
    ("number", "name", "wanted"),
    [
        (0, "Support", "support"),
        (3, "Support", "support"),
        (0, "What is this?", "explainer"),
        (1, "Who this is for", "help"),
        (2, "Settings", "settings"),
    ],
)
def test_ways_out_that_do_not_begin(
    qtbot: QtBot, page: FirstRunPage, preferences: Preferences, number: int, name: str, wanted: str
) -> None:
    go_to(page, number)
    with qtbot.waitSignal(page.wanted) as heard_of:
        next(one for one in page.findChildren(QPushButton) if one.text() == name and one.isVisible()).click()
    assert heard_of.args == [wanted] and not preferences.begun
    page.arrive()
    assert page.place == number, "one comes back to where one was"


# ----------------------------------------------------------------------------------------------- for every eye and ear


def test_every_control_has_a_name(page: FirstRunPage) -> None:
    assert unnamed(page) == []


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize(
    ("size", "width", "height"), [(80, 1280, 800), (100, 900, 600), (150, 900, 600), (200, 720, 520)]
)
def test_nothing_is_clipped_and_the_foot_is_always_in_sight(
    page: FirstRunPage, front: Front, preferences: Preferences, *, theme: str, size: int, width: int, height: int
) -> None:
    front.open()
    preferences.theme, preferences.text_size = theme, size
    page.resize(width, height)
    for number in range(SCREENS):
        go_to(page, number)
        assert clipped(page) == []
        assert page.screens[number].widget().width() <= page.screens[number].viewport().width()
        for there in (page.foot.begin, page.foot.onward, page.foot.support):
            assert page.rect().contains(there.rect().translated(there.mapTo(page, QPoint())))
        assert page.foot.height() < height * 0.3


def test_there_is_a_picture_where_there_is_room_and_a_mark_where_there_is_less(page: FirstRunPage) -> None:
    def shown(width: int, height: int) -> list[QWidget]:
        page.resize(width, height)
        clipped(page)  # settles
        return [one for one in (page.first.picture, page.first.mark) if one.isVisible()]

    assert shown(1280, 800) == [page.first.picture]
    assert shown(900, 600) == [page.first.picture]
    assert shown(720, 520) == [page.first.mark]
    assert page.first.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("place", [1, 3])
def test_what_can_be_pressed_is_seen_whole_in_a_low_window_with_large_text(
    page: FirstRunPage, preferences: Preferences, front: Front, place: int
) -> None:
    front.open()
    preferences.text_size = 150
    go_to(page, place)
    clipped(page)  # settles
    for one in page.screens[place].findChildren(QPushButton):
        assert one.isHidden() or one.visibleRegion().boundingRect() == one.rect(), one.text()
