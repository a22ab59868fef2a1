"""A damaged file, as a person meets it: what can be read, which backup there is, and each way on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guesthouse.errors import AlreadyOpen, DiskFull, FileDamaged, KeysMissing, NotADatabase
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.dialogs.restore import RestoreDialog
from guesthouse.ui.mending.shelf import Choice
from guesthouse.ui.mending.ways import WaysOn
from guesthouse.ui.pages.trouble import TroublePage
from tests.safety.damage import spoil
from tests.safety.hands import contents
from tests.ui.pages.conftest import Listener
from tests.ui.settings.hands import Front
from tests.ui.walk import clipped, unnamed

Told = Callable[..., TroublePage]


def ways(page: TroublePage) -> WaysOn:
    assert page.ways is not None and page.ways.isVisible()
    return page.ways


def seen(qtbot: QtBot, page: TroublePage) -> WaysOn:
    """The ways, once the file was looked at."""
    found = ways(page)
    qtbot.waitUntil(lambda: found.newest.text() != "", timeout=15_000)
    return found


def thoughts(front: Front) -> list[str]:
    assert front.house is not None
    return sorted(guest.words for guest in front.house.guest_book.find())


def test_it_says_that_it_looks_and_then_what_can_be_read(qtbot: QtBot, told_of: Told) -> None:
    page = told_of(2)
    assert ways(page).readable.text().startswith("Looking at what can be read.")
    assert not ways(page).keep.isVisible()
    found = seen(qtbot, page)
    assert found.readable.text() == "2 guests and 2 visits can be read."
    assert found.newest.text() == ("The newest good backup is of 3 May 2026, 09:00. It holds 1 guest and 1 visit.")
    assert found.keep.isVisible()
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "It was left as it is. Whatever you choose here, it is kept aside and not changed." in said


def test_what_can_be_read_is_taken_and_the_rest_lies_aside(
    qtbot: QtBot, told_of: Told, front: Front, listener: Listener
) -> None:
    page = told_of(2)
    before = front.keeping.paths.database.read_bytes()
    seen(qtbot, page).keep.click()
    assert thoughts(front) == ["the first thought", "the second thought"]
    aside = next(front.keeping.paths.aside.iterdir())
    assert contents(aside) == {"guesthouse.db": before}
    assert listener.said[-1].title == "What could be read is here again."
    assert str(aside) in listener.said[-1].text and "2 guests and 2 visits" in listener.said[-1].text


def test_the_newest_good_backup_is_the_one_that_is_offered(
    qtbot: QtBot, told_of: Told, front: Front, listener: Listener
) -> None:
    page = told_of(2)
    before = front.keeping.paths.database.read_bytes()
    found = seen(qtbot, page)
    asked: list[str] = []

    def agree(dialog: RestoreDialog) -> Choice | None:
        dialog.show()
        qtbot.waitUntil(lambda: "1 guest" in dialog.list.item(0).text())
        asked.append(dialog.list.currentItem().text().split("\n")[1])
        asked.extend(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
        dialog.yes.click()
        return dialog.choice

    found.restoring.ask = agree
    found.restore.click()
    assert asked[0] == "1 guest and 1 visit"
    assert "The file that is there now is kept aside, as it is." in asked
    assert thoughts(front) == ["the first thought"]
    aside = next(front.keeping.paths.aside.iterdir())
    assert contents(aside) == {"guesthouse.db": before}
    assert listener.said[-1].title == "The backup of 3 May 2026, 09:00 is back."
    assert str(aside) in listener.said[-1].text


def test_one_can_begin_anew_once_one_is_asked(qtbot: QtBot, told_of: Told, front: Front, listener: Listener) -> None:
    page = told_of(2)
    before = front.keeping.paths.database.read_bytes()
    found = seen(qtbot, page)
    found.anew.click()
    assert listener.said[-1].title == "Begin anew?" and front.house is None
    assert front.keeping.paths.database.read_bytes() == before
    listener.answer = True
    found.anew.click()
    assert thoughts(front) == []
    aside = next(front.keeping.paths.aside.iterdir())
    assert contents(aside) == {"guesthouse.db": before}


def test_where_nothing_can_be_read_that_is_said(qtbot: QtBot, told_of: Told, front: Front) -> None:
    front.keeping.paths.database.write_bytes(b"Dear diary,\n" * 900)
    found = seen(qtbot, told_of(error=NotADatabase))
    assert found.readable.text() == "Nothing of it can be read."
    assert not found.keep.isVisible() and found.restore.isVisible() and found.anew.isVisible()


def test_a_sealed_file_is_looked_at_once_the_passphrase_is_there(
    qtbot: QtBot, told_of: Told, front: Front, listener: Listener
) -> None:
    front.keeping.strongbox.seal("a quiet evening")
    page = told_of(3)
    found = ways(page)
    assert found.passphrase.isVisible() and found.passphrase.echoMode() == found.passphrase.EchoMode.Password
    found.passphrase.setText("another evening")
    qtbot.keyClick(found.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: found.problem.text() == "That isn't it.", timeout=15_000)
    found.passphrase.setText("a quiet evening")
    found.see.click()
    qtbot.waitUntil(found.keep.isVisible, timeout=15_000)
    assert found.readable.text().startswith("2 guests and 2 visits can be read.")
    assert not found.passphrase.isVisible() and found.passphrase.text() == ""
    found.keep.click()
    assert thoughts(front) == ["the first thought", "the second thought"] and front.sealed


def test_where_the_door_knows_the_key_nobody_is_asked(qtbot: QtBot, told_of: Told, front: Front) -> None:
    front.key = front.keeping.strongbox.seal("a quiet evening").key
    found = seen(qtbot, told_of(3))
    assert not found.passphrase.isVisible() and found.keep.isVisible()


def test_where_the_keys_are_lost_a_backup_leads_on(told_of: Told) -> None:
    page = told_of(error=KeysMissing)
    found = ways(page)
    assert found.restore.isVisible()
    assert not any(each.isVisible() for each in (found.keep, found.anew, found.passphrase, found.readable))
    said = [label.text() for label in page.findChildren(QLabel)]
    assert any("put guesthouse.keys back" in text for text in said)


def test_other_troubles_offer_nothing_of_it(told_of: Told) -> None:
    assert told_of(error=AlreadyOpen).ways is None


def test_a_trouble_that_is_over_takes_its_ways_along(qtbot: QtBot, told_of: Told) -> None:
    page = told_of(2)
    seen(qtbot, page)
    page.show_trouble(DiskFull())
    assert page.ways is not None and not page.ways.isVisible()


def test_left_alone_it_stops_looking(qtbot: QtBot, told_of: Told) -> None:
    page = told_of(2)
    page.hide()
    page.show_trouble(FileDamaged())
    page.show()
    assert seen(qtbot, page).keep.isVisible()


@pytest.mark.parametrize("size", [80, 100, 150, 200])
@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_nothing_is_clipped_or_without_a_name(
    qtbot: QtBot, told_of: Told, front: Front, preferences: Preferences, size: int, theme: str
) -> None:
    front.keeping.strongbox.seal("a quiet evening")
    preferences.text_size, preferences.theme = size, theme
    page = told_of(2)
    for width, height in ((1068, 800), (620, 520)):
        page.resize(width, height)
        assert unnamed(page) == [] and clipped(page) == [], (width, height)
    ways(page).passphrase.setText("a quiet evening")
    ways(page).see.click()
    qtbot.waitUntil(ways(page).keep.isVisible, timeout=15_000)
    assert unnamed(page) == [] and clipped(page) == []
    field = QAccessible.queryAccessibleInterface(ways(page).passphrase)
    assert field.text(QAccessible.Text.Name) == "Passphrase"


def test_looking_changes_nothing(qtbot: QtBot, told_of: Told, front: Front) -> None:
    spoil(front.keeping.paths.database, 3)
    before = contents(front.keeping.paths.data)
    seen(qtbot, told_of())
    assert contents(front.keeping.paths.data) == before
