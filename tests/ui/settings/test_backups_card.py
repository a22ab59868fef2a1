"""The card "Backups", with real copies in real folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guesthouse.domain.journal import Entry
from guesthouse.domain.safekeeping import Why
from guesthouse.errors import DiskFull
from guesthouse.services.backups import Backups
from guesthouse.ui.pages.settings import SettingsPage
from tests.ui.pages.conftest import Listener
from tests.ui.settings.hands import Front


def said(page: SettingsPage) -> str:
    return "\n".join(label.text() for label in page.backups.findChildren(QLabel) if label.isVisible())


def test_one_sees_where_they_lie_and_that_there_is_none_yet(settings: SettingsPage, front: Front) -> None:
    field = settings.backups.folder
    assert field.text() == str(front.keeping.paths.backups) and field.isReadOnly()
    assert field.accessibleName() == "Where backups lie"
    assert "There is no backup yet." in said(settings)
    assert not settings.backups.usual.isVisible()


def test_that_folder_can_be_opened(settings: SettingsPage, front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    settings.backups.open_folder.click()
    assert opened == [str(front.keeping.paths.backups)]


@pytest.mark.parametrize("with_passphrase", [False, True])
def test_back_up_now_tells_the_name_and_what_is_inside(
    request: pytest.FixtureRequest, qtbot: QtBot, front: Front, listener: Listener, with_passphrase: bool
) -> None:
    if with_passphrase:
        request.getfixturevalue("sealed")
    settings: SettingsPage = request.getfixturevalue("settings")
    assert front.house is not None
    begun = front.house.journal.begin()
    front.house.journal.keep(Entry(id=begun.id, written=begun.written, text="A line"))
    settings.backups.make.click()
    made = front.house.backups.listed()[0]
    assert made.why is Why.BY_HAND and made.sealed is with_passphrase
    told = listener.said[0]
    assert told.title == "A backup is made." and made.file.name in told.text and str(made.file.parent) in told.text
    assert "It was opened and checked, and holds 1 entry." in told.text
    qtbot.waitUntil(lambda: "It holds 1 entry." in said(settings))
    assert "The last one is of 3 May 2026" in said(settings)


def test_what_could_not_be_made_is_told(
    settings: SettingsPage, front: Front, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Backups, "make", full)
    settings.backups.make.click()
    assert [saying.title for saying in listener.said] == ["There is no room left on the disk."]


def test_another_folder_can_be_chosen_and_the_usual_one_again(
    settings: SettingsPage, front: Front, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    settings.backups.ask_folder = lambda: stick
    settings.backups.choose.click()
    assert settings.backups.folder.text() == str(stick)
    settings.backups.make.click()
    assert [file.suffix for file in stick.iterdir()] == [".db"]
    settings.backups.usual.click()
    assert settings.backups.folder.text() == str(front.keeping.paths.backups)
    assert not settings.backups.usual.isVisible() and any(stick.iterdir())


def test_no_answer_changes_nothing(settings: SettingsPage, front: Front) -> None:
    settings.backups.ask_folder = lambda: None
    settings.backups.choose.click()
    assert settings.backups.folder.text() == str(front.keeping.paths.backups)


def test_a_folder_that_cannot_be_used_is_told_and_not_taken(
    settings: SettingsPage, front: Front, listener: Listener, tmp_path: Path
) -> None:
    file = tmp_path / "a file"
    file.write_text("")
    settings.backups.ask_folder = lambda: file / "below"
    settings.backups.choose.click()
    assert len(listener.said) == 1
    assert settings.backups.folder.text() == str(front.keeping.paths.backups)


def test_a_folder_that_is_away_is_told(settings: SettingsPage, front: Front, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    settings.backups.ask_folder = lambda: stick
    settings.backups.choose.click()
    assert "cannot be reached now" not in said(settings)
    stick.rmdir()
    settings.hide()
    settings.show()
    assert "The folder you chose cannot be reached now." in said(settings)
    assert settings.backups.folder.text() == str(front.keeping.paths.backups)


def test_what_was_backed_up_meanwhile_is_shown_when_one_comes_back(settings: SettingsPage, front: Front) -> None:
    settings.hide()
    assert front.house is not None
    front.house.backups.make(Why.DAILY)
    settings.show()
    assert "The last one is of 3 May 2026" in said(settings)


def test_without_a_house_one_can_restore_and_not_back_up(closed_page: SettingsPage) -> None:
    card = closed_page.backups
    assert card.restore.isEnabled() and card.open_folder.isEnabled()
    for button in (card.make, card.choose):
        assert not button.isEnabled() and "once your data are open" in button.accessibleDescription()
    assert "This can be used once your data are open." in said(closed_page)
