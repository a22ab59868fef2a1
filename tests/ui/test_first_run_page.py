"""The first run: four short screens, Begin on each, and nothing that must be done or can be lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import astuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.first_run import load_greeting
from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.domain.errand import Begun
from guesthouse.domain.practice import Tone
from guesthouse.errors import DiskFull
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.services.changes import Changes
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.pages.first_run import FirstRunPage
from guesthouse.ui.pages.page import HOME
from tests.ui.pages.conftest import heard, hours, listener
from tests.ui.settings.conftest import front
from tests.ui.settings.hands import Front, tools_of
from tests.ui.settings.test_passphrase_card import WORDS as PASSPHRASE
from tests.ui.settings.test_passphrase_card import Person
from tests.ui.walk import clipped, unnamed

__all__ = ["front", "heard", "hours", "listener"]

SCREENS = 4
SPRITES = Sprites(load_figures(resources() / "figures"))


@pytest.fixture
def build(qtbot: QtBot, front: Front, look: Look, preferences: Preferences) -> Callable[[], FirstRunPage]:
    """The page as it comes at each start, shown, before the house is open."""

    def made() -> FirstRunPage:
        page = FirstRunPage(
            tools=tools_of(front, look, preferences),
            greeting=load_greeting(resources() / "first_run", "en"),
            motion=Motion(preferences),
            scene=lambda: load_scene(resources() / "scenes" / "garden"),
            sprites=lambda: SPRITES,
        )
        front.page = page
        qtbot.addWidget(page)
        page.resize(900, 600)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive()
        return page

    return made


@pytest.fixture
def page(build: Callable[[], FirstRunPage]) -> FirstRunPage:
    return build()


def said(page: FirstRunPage) -> str:
    """What can be read now."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def button(page: FirstRunPage, name: str) -> QPushButton:
    """The one with this name that can be seen."""
    (found,) = (one for one in page.findChildren(QPushButton) if one.accessibleName() == name and one.isVisible())
    return found


def go_to(page: FirstRunPage, number: int) -> None:
    """To this screen, with Next."""
    while page.place < number:
        button(page, "Next").click()


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
    told: list[str] = []
    usual = QAccessible.updateAccessibility

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())
        usual(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
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


# ----------------------------------------------------------------------------------------------- tone and motion


def test_the_tone_is_neutral_until_another_is_chosen(page: FirstRunPage, front: Front) -> None:
    house = front.open()
    go_to(page, 2)
    assert page.manner.tone.tones[Tone.NEUTRAL].isChecked()
    assert house.wishes.tones().usual is Tone.NEUTRAL
    for tone, there in page.manner.tone.tones.items():
        assert there.accessibleName().lower() == str(tone) and there.accessibleDescription() in said(page)
    page.manner.tone.tones[Tone.WARM].setChecked(True)
    assert house.wishes.tones().usual is Tone.WARM


def test_without_a_house_no_tone_is_offered(page: FirstRunPage, front: Front) -> None:
    go_to(page, 2)
    assert not page.manner.tone.isVisible() and "Neutral" not in said(page)
    front.open()
    assert page.manner.tone.isVisible()
    front.close()
    assert not page.manner.tone.isVisible()


def test_motion_is_as_the_system_has_it_until_another_is_chosen(page: FirstRunPage, preferences: Preferences) -> None:
    go_to(page, 2)
    box = page.manner.findChild(QComboBox)
    assert box is page.manner.motion and box.accessibleName() == "Motion" and box.currentText() == "As the system"
    assert preferences.motion == "system"
    box.setCurrentIndex(box.findData("calm"))
    assert preferences.motion == "calm" and page.manner.sample.level == "calm"


def test_what_was_chosen_elsewhere_is_shown_on_arrival(
    page: FirstRunPage, front: Front, preferences: Preferences
) -> None:
    house = front.open()
    go_to(page, 2)
    preferences.motion, preferences.keep_by_default = "calm", False
    house.wishes.set_tone(Tone.WARM)
    page.arrive()
    assert page.manner.motion.currentData() == "calm" and preferences.motion == "calm"
    assert page.manner.tone.tones[Tone.WARM].isChecked()
    assert not page.safe.keep.isChecked() and not preferences.keep_by_default


def test_a_tone_that_is_chosen_elsewhere_is_shown_at_once(page: FirstRunPage, front: Front) -> None:
    house = front.open()
    go_to(page, 2)
    house.wishes.set_tone(Tone.GENTLE)
    page.hear(Changes(wishes=True))
    assert page.manner.tone.tones[Tone.GENTLE].isChecked()
    assert page.manner.tone.accessibleName() == "Tone"


def test_each_tone_is_described_by_its_own_sentence(page: FirstRunPage) -> None:
    words = load_greeting(resources() / "first_run", "en").manner
    told = {tone: button.accessibleDescription() for tone, button in page.manner.tone.tones.items()}
    assert told == {Tone.NEUTRAL: words.neutral, Tone.GENTLE: words.gentle, Tone.WARM: words.warm}


def test_a_tone_that_could_not_be_kept_does_not_look_as_if_it_were(
    qtbot: QtBot, page: FirstRunPage, front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = front.open()

    def refuse(tone: Tone, *, origin: object = None) -> None:
        raise DiskFull

    monkeypatch.setattr(house.wishes, "set_tone", refuse)
    with qtbot.captureExceptions() as told:
        page.manner.tone.tones[Tone.WARM].setChecked(True)
    assert [error[0] for error in told] == [DiskFull]
    assert page.manner.tone.tones[Tone.NEUTRAL].isChecked()


def test_the_sample_is_as_the_system_wishes_and_follows_it(
    build: Callable[[], FirstRunPage], preferences: Preferences
) -> None:
    preferences.motion = "still"
    page = build()
    go_to(page, 2)
    assert page.manner.sample.level == "still"
    preferences.motion = "calm"
    assert page.manner.sample.level == "calm" and page.manner.sample.share == 1.0


def test_nothing_moves_before_it_is_asked_for_and_then_not_for_long(page: FirstRunPage) -> None:
    go_to(page, 2)
    sample, box = page.manner.sample, page.manner.motion
    assert sample.share == 1.0
    box.setCurrentIndex(box.findData("full"))
    assert sample.share < 1.0 and sample.passage.duration() < 5000
    sample.passage.setCurrentTime(sample.passage.duration())
    assert sample.share == 1.0, "it is over by itself"
    box.setCurrentIndex(box.findData("still"))
    assert sample.share == 1.0
    box.setCurrentIndex(box.findData("calm"))
    page.turn(1)
    assert sample.share == 1.0, "out of sight nothing moves"


def test_the_three_levels_look_different(page: FirstRunPage) -> None:
    go_to(page, 2)
    sample = page.manner.sample

    def at(level: str, moment: int) -> QImage:
        sample.show_level(level, playing=level != "still")
        if level != "still":
            sample.passage.pause()
            sample.passage.setCurrentTime(moment)
        return sample.grab().toImage()

    full, over, calm = at("full", 500), at("full", 4500), at("calm", 500)
    still = at("still", 500)
    assert full != over and full != calm, "all moves, or who walks does"
    assert over not in (still, full) and still == at("still", 4500), "a card does not move"


# ----------------------------------------------------------------------------------------------- now or later


def test_a_passphrase_is_offered_and_can_wait(page: FirstRunPage, front: Front) -> None:
    front.open()
    go_to(page, 3)
    assert button(page, "Set a passphrase").accessibleDescription() == "Now or later: it waits in Settings."


def test_one_can_be_set_at_once(page: FirstRunPage, front: Front, preferences: Preferences) -> None:
    front.open()
    go_to(page, 3)
    person = Person(page.verbs, new=PASSPHRASE)
    offer = button(page, "Set a passphrase")
    offer.click()
    assert front.keeping.strongbox.unlock_with_code(person.codes[0]) == front.key is not None
    assert not offer.isVisible() and "A passphrase is set." in said(page)
    assert "A passphrase is set." in page.safe.words() and "if you like" not in page.safe.words()
    assert preferences.lock_after == "10" and not preferences.begun
    assert page.place == 3 and page.focusWidget() is page.foot.begin


def test_whether_thoughts_are_written_down_can_be_said_here(page: FirstRunPage, preferences: Preferences) -> None:
    go_to(page, 3)
    assert page.safe.keep.isChecked()
    page.safe.keep.toggle()
    assert not preferences.keep_by_default


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
