"""Support while the house is locked: open by F1, with every line, and nobody of one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from guesthouse.domain.kit import Shelf
from guesthouse.ui.pages.support import SupportPage
from tests.front.conftest import Entered

LOCKED = "Your own people are behind the lock."


def test_f1_opens_it_without_ones_own_people(inside: Entered) -> None:
    house = inside.window._house
    assert house is not None
    house.kit.add(Shelf.PEOPLE, "Mona", "07700 900123")
    inside.window.go_to("support")
    assert "Mona" in inside.words and LOCKED not in inside.words
    inside.doorway.lock()
    QTest.keyClick(inside.window, Qt.Key.Key_F1)
    assert inside.shown == "support"
    assert LOCKED in inside.words and "Mona" not in inside.words
    assert any(word.startswith("If your life is in danger now") for word in inside.words)
    page = inside.window.findChild(SupportPage)
    assert page is not None and page._keep.card().people == ()
    QTest.keyClick(inside.window, Qt.Key.Key_F1)
    assert inside.shown == "lock"


def test_where_nothing_is_locked_no_lock_is_spoken_of(plain: None, enter: Callable[[], Entered]) -> None:
    entered = enter()
    entered.window.go_to("support")
    assert LOCKED not in entered.words
    entered.window.let_go()
    entered.window.go_to("today")
    entered.window.go_to("support")
    assert LOCKED not in entered.words
