"""The card "Passphrase and lock", with a real file behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from guesthouse.domain.safekeeping import State
from guesthouse.errors import WrongCode, WrongKey
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.dialogs.passphrase import PassphraseDialog
from guesthouse.ui.dialogs.recovery import RecoveryDialog
from guesthouse.ui.pages.settings import SettingsPage
from guesthouse.ui.settings.passphrase_verbs import PassphraseVerbs
from tests.ui.pages.conftest import Listener
from tests.ui.settings.hands import Front

WORDS = "rain on a tin roof"


class Person:
    """Answers the dialogs as they come, and notes the recovery codes that are shown."""

    def __init__(self, verbs: PassphraseVerbs, *, present: str = "", new: str = "", answers: bool = True) -> None:
        self.present, self.new, self.answers = present, new, answers
        self.codes: list[str] = []
        self.problems: list[str] = []
        verbs.show = self.sees  # type: ignore[method-assign]

    def sees(self, dialog: QDialog) -> bool:
        dialog.show()
        if isinstance(dialog, RecoveryDialog):
            self.codes.append("-".join(group.text() for group in dialog.groups))
            dialog.kept.setChecked(True)
            dialog.go_on.click()
            return True
        assert isinstance(dialog, PassphraseDialog)
        dialog.present.setText(self.present)
        dialog.new.setText(self.new)
        dialog.again.setText(self.new)
        if self.answers:
            dialog.yes.click()
            self.problems.append(dialog.problem.text())
        accepted = dialog.result() == QDialog.DialogCode.Accepted
        dialog.close()
        return accepted


def said(page: SettingsPage) -> str:
    return "\n".join(label.text() for label in page.passphrase.findChildren(QLabel) if label.isVisible())


def test_without_a_passphrase_it_is_offered_and_nothing_else(settings: SettingsPage) -> None:
    card = settings.passphrase
    assert card.set_up.isVisible() and card.set_up.text() == "Set a passphrase"
    assert not card.lock.isVisible() and not card.change.isVisible() and not card.lock_after.isVisible()
    assert "With a passphrase it is encrypted." in said(settings)


def test_setting_one_encrypts_the_file_and_shows_a_code_that_opens_it(
    settings: SettingsPage, front: Front, preferences: Preferences
) -> None:
    assert front.house is not None
    front.house.journal.begin()
    person = Person(settings.passphrase.verbs, new=WORDS)
    settings.passphrase.set_up.click()
    strongbox = front.keeping.strongbox
    assert strongbox.state() is State.SEALED and front.house is not None
    assert strongbox.unlock(WORDS) == strongbox.unlock_with_code(person.codes[0]) == front.key
    assert preferences.lock_after == "10"
    assert settings.passphrase.lock.isVisible() and not settings.passphrase.set_up.isVisible()
    assert settings.passphrase.lock_after.currentData() == "10"
    assert "Copies elsewhere keep the one they had." in said(settings)


def test_leaving_the_question_changes_nothing(settings: SettingsPage, front: Front) -> None:
    person = Person(settings.passphrase.verbs, new=WORDS, answers=False)
    settings.passphrase.set_up.click()
    assert front.keeping.strongbox.state() is State.PLAIN and person.codes == []


def test_it_can_be_changed_with_the_one_there_is(
    sealed: str, settings: SettingsPage, front: Front, listener: Listener
) -> None:
    assert front.house is not None
    before = len(front.house.backups.listed())
    Person(settings.passphrase.verbs, present=sealed, new=WORDS)
    settings.passphrase.change.click()
    assert front.keeping.strongbox.unlock(WORDS) == front.key
    with pytest.raises(WrongKey):
        front.keeping.strongbox.unlock(sealed)
    assert len(front.house.backups.listed()) == before + 1
    assert [saying.title for saying in listener.said] == ["The passphrase is changed."]
    assert "Copies elsewhere open with the one they had." in listener.said[0].text
    assert front.rounds == 1, "the copies follow at once"


def test_a_wrong_one_is_said_beside_the_field_and_nothing_changes(
    sealed: str, settings: SettingsPage, front: Front, listener: Listener
) -> None:
    for button in (settings.passphrase.change, settings.passphrase.remove, settings.passphrase.make_code):
        person = Person(settings.passphrase.verbs, present="other words", new=WORDS)
        button.click()
        assert person.problems == ["That isn't it."] and person.codes == [] and front.rounds == 0
    assert front.keeping.strongbox.unlock(sealed) == front.key
    assert front.keeping.strongbox.state() is State.SEALED and listener.said == []


def test_a_new_code_takes_the_place_of_the_old_one(sealed: str, settings: SettingsPage, front: Front) -> None:
    first = Person(settings.passphrase.verbs, present=sealed)
    settings.passphrase.make_code.click()
    settings.passphrase.make_code.click()
    assert front.keeping.strongbox.unlock_with_code(first.codes[1]) == front.key
    assert front.rounds == 2, "the copies follow at once"
    with pytest.raises(WrongCode):
        front.keeping.strongbox.unlock_with_code(first.codes[0])


def test_it_can_be_taken_away(sealed: str, settings: SettingsPage, front: Front) -> None:
    Person(settings.passphrase.verbs, present=sealed)
    settings.passphrase.remove.click()
    assert front.keeping.strongbox.state() is State.PLAIN and front.key is None and front.house is not None
    assert settings.passphrase.set_up.isVisible()


def test_lock_now_and_by_itself(sealed: str, settings: SettingsPage, front: Front, preferences: Preferences) -> None:
    box = settings.passphrase.lock_after
    assert [box.itemData(row) for row in range(box.count())] == ["never", "1", "5", "10", "30"]
    box.setCurrentIndex(box.findData("5"))
    assert preferences.lock_after == "5"
    preferences.lock_after = "30"
    assert box.currentData() == "30"
    settings.passphrase.lock.click()
    assert front.locked == 1


def test_without_a_house_nothing_can_be_done_and_this_is_said(closed_page: SettingsPage) -> None:
    button = closed_page.passphrase.set_up
    assert not button.isEnabled() and "once your data are open" in button.accessibleDescription()
    assert "This can be used once your data are open." in said(closed_page)


def test_who_wants_to_lock_without_a_passphrase_is_brought_here(qtbot: QtBot, settings: SettingsPage) -> None:
    settings.activateWindow()
    qtbot.waitUntil(settings.isActiveWindow)
    settings.receive("passphrase")
    assert QApplication.focusWidget() is settings.passphrase.set_up
    assert settings.rect().contains(
        settings.passphrase.set_up.mapTo(settings, settings.passphrase.set_up.rect().center())
    )
    qtbot.keyClick(settings, Qt.Key.Key_Tab)
    assert settings.passphrase.set_up is not QApplication.focusWidget()


def test_afterwards_one_is_where_it_was_set(qtbot: QtBot, settings: SettingsPage) -> None:
    settings.activateWindow()
    qtbot.waitUntil(settings.isActiveWindow)
    settings.arrive()
    Person(settings.passphrase.verbs, new=WORDS)
    settings.passphrase.set_up.click()
    qtbot.waitUntil(settings.isActiveWindow)
    lock = settings.passphrase.lock
    assert settings.focusWidget() is lock
    assert settings.rect().contains(lock.mapTo(settings, lock.rect().center()))


def test_where_the_house_closes_for_a_moment_one_goes_on_where_one_was(
    qtbot: QtBot, settings: SettingsPage, front: Front
) -> None:
    settings.activateWindow()
    qtbot.waitUntil(settings.isActiveWindow)
    settings.in_and_out.take.setFocus()
    front.close()
    front.open()
    settings.arrive()
    assert settings.focusWidget() is settings.in_and_out.take
    settings.arrive()
    assert settings.focusWidget() is not settings.in_and_out.take
