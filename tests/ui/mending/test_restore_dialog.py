"""The dialog that lists the backups, with real ones: plain, sealed, damaged, and a file from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.safekeeping import Why
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.dialogs.restore import RestoreDialog
from guesthouse.ui.mending.shelf import Choice
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.settings.restoring import RestoringBackups
from tests.safety.damage import spoil
from tests.safety.hands import let_in
from tests.ui.pages.conftest import Hours, Listener
from tests.ui.settings.hands import Front
from tests.ui.walk import clipped, unnamed

SIZE = (900, 600)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What it stands in front of."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made.show()
    return made


@pytest.fixture
def opened(front: Front, look: Look, window: QWidget) -> Iterator[Callable[..., RestoreDialog]]:
    """The dialog over the backups of this house."""
    made: list[RestoreDialog] = []

    def show(key: bytes | None = None) -> RestoreDialog:
        made.append(RestoreDialog(front.keeping.backups(key), front.keeping.restoring, look, window))
        made[-1].show()
        return made[-1]

    yield show
    for dialog in made:
        dialog.done(0)


def lines(dialog: RestoreDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def looked(qtbot: QtBot, dialog: RestoreDialog) -> list[str]:
    qtbot.waitUntil(lambda: all("looking into it" not in line for line in lines(dialog)), timeout=15_000)
    return lines(dialog)


@pytest.fixture
def sealed_later(front: Front, hours: Hours) -> bytes:
    """A passphrase was set after the first backup; one more was made since, and one of another passphrase before."""
    key = front.keeping.strongbox.seal("a quiet evening").key
    hours.pass_by(hours=1)
    front.keeping.backups(key).make(Why.BY_HAND)
    return key


def test_each_is_named_by_date_size_and_what_is_inside(qtbot: QtBot, opened: Callable[..., RestoreDialog]) -> None:
    dialog = opened()
    assert lines(dialog)[0].startswith("3 May 2026, 09:00 · ")
    first = looked(qtbot, dialog)[0].split("\n")
    assert first[0].endswith(" kB") and first[1] == "1 guest and 1 visit"
    interface = QAccessible.queryAccessibleInterface(dialog.list)
    assert interface.text(QAccessible.Text.Name) == "Backups"
    item = dialog.list.model().index(0, 0, QModelIndex())
    assert item.data(Qt.ItemDataRole.DisplayRole) == lines(dialog)[0]


def test_a_plain_one_is_chosen_as_it_is(qtbot: QtBot, opened: Callable[..., RestoreDialog], front: Front) -> None:
    dialog = opened()
    looked(qtbot, dialog)
    dialog.yes.click()
    assert dialog.choice is not None and dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.choice.backup.file == front.keeping.backups(None).listed()[0].file and dialog.choice.key is None


def test_what_the_present_key_opens_asks_for_nothing(
    qtbot: QtBot, opened: Callable[..., RestoreDialog], sealed_later: bytes
) -> None:
    dialog = opened(sealed_later)
    assert "2 guests and 2 visits" in looked(qtbot, dialog)[0]
    assert not dialog.passphrase.isVisible()
    dialog.yes.click()
    assert dialog.choice is not None and dialog.choice.alike


def test_one_with_a_passphrase_of_its_own_asks_for_it(
    qtbot: QtBot, opened: Callable[..., RestoreDialog], sealed_later: bytes
) -> None:
    dialog = opened(None)
    assert looked(qtbot, dialog)[0].endswith("opens with the passphrase it had then")
    assert dialog.passphrase.isVisible()
    assert dialog.passphrase.accessibleName() == "Passphrase of that backup"
    dialog.yes.click()
    assert dialog.problem.text() == "Type the passphrase that this backup had then."
    dialog.passphrase.setText("another evening")
    dialog.yes.click()
    qtbot.waitUntil(lambda: dialog.problem.text() == "That isn't it.", timeout=15_000)
    assert dialog.isVisible() and dialog.choice is None
    dialog.passphrase.setText("a quiet evening")
    dialog.yes.click()
    qtbot.waitUntil(lambda: dialog.choice is not None, timeout=15_000)
    choice = dialog.choice
    assert choice is not None and choice.key == sealed_later
    assert choice.inside is not None and choice.inside.guests == 2
    assert dialog.passphrase.text() == ""


def test_a_recovery_code_opens_it_as_well(
    qtbot: QtBot, opened: Callable[..., RestoreDialog], front: Front, hours: Hours
) -> None:
    sealed = front.keeping.strongbox.seal("a quiet evening")
    hours.pass_by(hours=1)
    front.keeping.backups(sealed.key).make(Why.BY_HAND)
    dialog = opened(None)
    looked(qtbot, dialog)
    dialog.passphrase.setText(sealed.code)
    dialog.yes.click()
    qtbot.waitUntil(lambda: dialog.choice is not None, timeout=15_000)
    assert dialog.choice is not None and dialog.choice.key == sealed.key


def test_a_damaged_one_says_so_and_cannot_be_chosen(
    qtbot: QtBot, opened: Callable[..., RestoreDialog], front: Front
) -> None:
    spoil(front.keeping.backups(None).listed()[0].file, 0)
    front.keeping.backups(None).listed()[0].file.write_bytes(b"SQLite format 3\0" + bytes(8000))
    dialog = opened()
    assert looked(qtbot, dialog)[0].endswith("damaged: it cannot be read")
    assert not dialog.yes.isEnabled()


def test_a_file_from_elsewhere_can_be_chosen(
    qtbot: QtBot, opened: Callable[..., RestoreDialog], front: Front, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "on a stick.db"
    elsewhere.write_bytes(front.keeping.backups(None).listed()[0].file.read_bytes())
    dialog = opened()
    dialog.ask_file = lambda: elsewhere
    dialog.other.click()
    assert dialog.list.currentRow() == 0 and "1 guest and 1 visit" in lines(dialog)[0]
    dialog.yes.click()
    assert dialog.choice is not None and dialog.choice.backup.file == elsewhere


def test_a_file_that_is_none_is_told(opened: Callable[..., RestoreDialog], tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear diary", encoding="utf-8")
    dialog = opened()
    dialog.ask_file = lambda: letter
    dialog.other.click()
    assert dialog.problem.text().startswith("This file is no backup of Guesthouse, or it is damaged.")
    assert dialog.list.count() == 1


def test_without_any_backup_a_file_can_still_be_chosen(opened: Callable[..., RestoreDialog], front: Front) -> None:
    for backup in front.keeping.backups(None).listed():
        backup.file.unlink()
    dialog = opened()
    assert not dialog.list.isVisible() and not dialog.yes.isEnabled() and dialog.other.isVisible()


def test_cancel_chooses_nothing(opened: Callable[..., RestoreDialog]) -> None:
    dialog = opened()
    dialog.no.click()
    assert dialog.choice is None and dialog.result() == QDialog.DialogCode.Rejected


def test_one_that_nobody_wrote_in_says_so(
    qtbot: QtBot, opened: Callable[..., RestoreDialog], front: Front, hours: Hours
) -> None:
    front.close()
    front.keeping.paths.database.unlink()
    front.open()
    hours.pass_by(hours=1)
    front.keeping.backups(None).make(Why.BY_HAND)
    assert looked(qtbot, opened())[0].endswith("\nnothing yet")


@pytest.mark.parametrize("size", [100, 120])
def test_in_a_low_window_the_passphrase_that_is_asked_for_is_in_sight(
    qtbot: QtBot,
    opened: Callable[..., RestoreDialog],
    preferences: Preferences,
    window: QWidget,
    sealed_later: bytes,
    size: int,
) -> None:
    preferences.text_size = size
    window.resize(720, 520)
    dialog = opened(None)
    looked(qtbot, dialog)
    assert "Its recovery code opens it, too." in dialog.passphrase.accessibleDescription()
    port = dialog.findChild(Sheet).viewport()

    def in_sight() -> bool:
        field = dialog.passphrase
        return field.isVisible() and port.rect().contains(QRect(field.mapTo(port, QPoint(0, 0)), field.size()))

    qtbot.waitUntil(in_sight)


@pytest.mark.parametrize("size", [80, 150, 200])
@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_nothing_is_clipped_or_without_a_name(
    qtbot: QtBot,
    opened: Callable[..., RestoreDialog],
    preferences: Preferences,
    sealed_later: bytes,
    size: int,
    theme: str,
) -> None:
    preferences.text_size, preferences.theme = size, theme
    dialog = opened(None)
    looked(qtbot, dialog)
    dialog.yes.click()
    assert unnamed(dialog) == [] and clipped(dialog) == []
    assert dialog.width() <= SIZE[0] and dialog.height() <= SIZE[1]


# --------------------------------------------------------------------------------------- from Settings


@pytest.fixture
def restoring(front: Front, look: Look, listener: Listener, window: QWidget) -> RestoringBackups:
    """What the button of Settings does; the first backup is chosen."""
    made = RestoringBackups(look=look, voice=listener.voice, doors=front, keeping=front.keeping, page=window)

    def agree(dialog: RestoreDialog) -> Choice | None:
        dialog.list.setCurrentRow(dialog.list.count() - 1)
        dialog.yes.click()
        return dialog.choice

    made.ask = agree
    return made


def test_it_comes_back_and_today_is_kept_first(restoring: RestoringBackups, front: Front, listener: Listener) -> None:
    house = front.open()
    assert restoring.begin(house.backups)
    assert front.house is not None
    assert [guest.words for guest in front.house.guest_book.find()] == ["the first thought"]
    kept = [copy for copy in front.house.backups.listed() if copy.why is Why.BEFORE_RESTORE]
    inside = front.house.backups.look_into(kept[0])
    assert inside is not None and inside.guests == 2
    assert listener.said[-1].title == "The backup of 3 May 2026, 09:00 is back."


def test_under_a_passphrase_it_stays_the_same(
    qtbot: QtBot, restoring: RestoringBackups, front: Front, sealed_later: bytes
) -> None:
    front.key = sealed_later
    house = front.open()
    let_in(house, "the third thought")

    def agree(dialog: RestoreDialog) -> Choice | None:
        looked(qtbot, dialog)
        dialog.list.setCurrentRow(0)
        dialog.yes.click()
        return dialog.choice

    restoring.ask = agree
    assert restoring.begin(house.backups)
    assert front.house is not None and front.key == sealed_later and front.sealed
    assert len(front.house.guest_book.find()) == 2


def test_what_is_not_wanted_changes_nothing(restoring: RestoringBackups, front: Front, listener: Listener) -> None:
    house = front.open()
    restoring.ask = lambda dialog: dialog.reject()
    assert not restoring.begin(house.backups)
    assert front.house is house and listener.said == []


def test_what_fails_is_told_and_changes_nothing(restoring: RestoringBackups, front: Front, listener: Listener) -> None:
    house = front.open()

    def agree(dialog: RestoreDialog) -> Choice | None:
        dialog.yes.click()
        if dialog.choice is not None:
            dialog.choice.backup.file.unlink()
        return dialog.choice

    restoring.ask = agree
    assert not restoring.begin(house.backups)
    assert front.house is not None and len(front.house.guest_book.find()) == 2
    assert len(listener.said) == 1
