"""The models keep Qt's rules, and a long book is read only where it is looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from guesthouse.domain.visit import Guest
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.services.guest_book import GuestBook
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.pages.guest_book_model import WINDOW, GuestsModel, VisitsModel
from guesthouse.ui.pages.guest_book_rows import GuestList
from tests.ui.pages.conftest import Door, Hours

MANY = 3 * WINDOW + 20


class Watched:
    """A real book that notes which parts of it were read."""

    def __init__(self, book: GuestBook) -> None:
        self._book = book
        self.read: list[int] = []

    def find(self, text: str = "", *, limit: int = 200, offset: int = 0) -> list[Guest]:
        self.read.append(offset)
        return self._book.find(text, limit=limit, offset=offset)

    def count(self, text: str = "") -> int:
        return self._book.count(text)


@pytest.fixture
def many(door: Door) -> Door:
    for number in range(MANY):
        door.comes(f"Thought number {number}", stays=1, how=None)
    return door


def test_the_models_keep_the_rules(qtmodeltester: ModelTester, door: Door, house: House, hours: Hours) -> None:
    for words in ("One", "Two", "two", "Three"):
        door.comes(words)
    guests = GuestsModel(hours)
    qtmodeltester.check(guests)
    guests.open(house.guest_book)
    guests.search("t")
    assert guests.rowCount() == 2
    two = guests.guest(1)
    visits = VisitsModel({})
    qtmodeltester.check(visits)
    visits.show_visits(two, house.guest_book.visits(two.id), hours())
    assert visits.rowCount() == two.visits


def test_a_long_book_is_read_where_it_is_looked_at(
    qtbot: QtBot, look: Look, sprites: Sprites, many: Door, house: House, hours: Hours
) -> None:
    watched = Watched(house.guest_book)
    model = GuestsModel(hours)
    view = GuestList(look, sprites.portrait)
    qtbot.addWidget(view)
    view.setModel(model)
    model.open(watched)  # type: ignore[arg-type]
    view.resize(400, 600)
    view.show()
    view.grab()
    assert model.rowCount() == MANY
    assert set(watched.read) == {0}
    view.scrollToBottom()
    view.grab()
    assert set(watched.read) == {0, 3 * WINDOW}
    view.scrollToTop()
    view.grab()
    QApplication.processEvents()
    assert watched.read == sorted(set(watched.read)), "what was read once is not read again"


def test_rows_are_in_order_across_windows(many: Door, house: House, hours: Hours, qapp: QApplication) -> None:
    model = GuestsModel(hours)
    model.open(house.guest_book)
    words = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(MANY)]
    assert words == [f"Thought number {number}" for number in reversed(range(MANY))]
    assert model.row_of(model.guest(WINDOW + 1).id) == WINDOW + 1


def test_a_book_that_has_shrunk_meanwhile_is_survived(many: Door, house: House, hours: Hours, qapp: object) -> None:
    model = GuestsModel(hours)
    model.open(house.guest_book)
    for guest in house.guest_book.find(limit=30):
        house.guest_book.forget(guest.id)
    assert model.index(MANY - 1).data() is None
    model.search("")
    assert model.rowCount() == MANY - 30
