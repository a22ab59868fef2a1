"""What can be chosen on the first run: it is kept, it is as it was chosen elsewhere, and nothing has to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from guesthouse.content.first_run import load_greeting
from guesthouse.domain.practice import Tone
from guesthouse.errors import DiskFull
from guesthouse.paths import resources
from guesthouse.qt.preferences import Preferences
from guesthouse.services.changes import Changes
from guesthouse.ui.pages.first_run import FirstRunPage
from tests.ui.first_run.hands import button, go_to, said
from tests.ui.settings.hands import Front
from tests.ui.settings.test_passphrase_card import WORDS as PASSPHRASE
from tests.ui.settings.test_passphrase_card import Person

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


def test_what_was_chosen_in_settings_does_not_move_by_itself(page: FirstRunPage, preferences: Preferences) -> None:
    go_to(page, 2)
    page.manner.motion.setCurrentIndex(page.manner.motion.findData("still"))
    for level in ("calm", "full", "system"):
        preferences.motion = level
        page.arrive()
        assert page.manner.motion.currentData() == level
        assert page.manner.sample.isVisible() and page.manner.sample.share == 1.0


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
    offer.setFocus()
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
