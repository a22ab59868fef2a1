"""The model of a shelf keeps Qt's own rules through every change, and names each thing with all of its words."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.ui.kit.shelf_model import ShelfModel

TEA, WALK, SONG = (Comfort(words, Shelf.COMFORTS, words) for words in ("tea", "walk", "song"))
MONA = Comfort("mona", Shelf.PEOPLE, "Mona", "next door")


def words(model: ShelfModel) -> list[str]:
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_it_keeps_qts_rules() -> None:
    model = ShelfModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([TEA, WALK])
    model.insert(1, SONG)
    assert words(model) == ["tea", "song", "walk"]
    song = QPersistentModelIndex(model.index(1, 0))
    model.move(1, 2)
    model.move(2, 1)
    model.move(1, 0)
    assert words(model) == ["song", "tea", "walk"] and song.row() == 0
    model.take(1)
    assert words(model) == ["song", "walk"]
    model.show([])
    assert words(model) == [] and tester.model() is model


def test_a_name_is_all_of_the_words() -> None:
    model = ShelfModel()
    model.show([MONA])
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Mona\nnext door"


def test_the_same_things_shown_again_keep_what_is_chosen() -> None:
    model = ShelfModel()
    model.show([TEA, WALK])
    chosen = QPersistentModelIndex(model.index(1, 0))
    model.show([TEA, Comfort(WALK.id, Shelf.COMFORTS, "a walk at night")])
    assert chosen.isValid() and words(model) == ["tea", "a walk at night"]
