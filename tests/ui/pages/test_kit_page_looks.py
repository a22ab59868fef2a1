"""The comfort kit on a worse day and for everybody: a full disk, the candle, names, sizes and themes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from guesthouse.domain.kit import Shelf
from guesthouse.errors import Trouble
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.sound import Sounds
from guesthouse.qt.speaker import Speakers
from guesthouse.ui.canvas.candle import Candle
from guesthouse.ui.pages.kit import KitPage
from guesthouse.ui.parts.sound_bar import SoundBar
from tests.ui.doubled import Doubled
from tests.ui.pages.kit_hands import LISTS, button, choose, field, full, kept, kit_page, read_only, rows, says, shelf
from tests.ui.walk import clipped, unnamed

Build = Callable[[], KitPage]


@pytest.fixture
def build(qtbot: QtBot, look: Look, preferences: Preferences, house: House) -> Build:
    return lambda: kit_page(qtbot, look, preferences, house)


@pytest.fixture
def page(build: Build) -> KitPage:
    return build()


# ------------------------------------------------------------------------------------------------- when it cannot be


@pytest.mark.parametrize("wrong", [read_only, full])
def test_what_cannot_be_saved_stays_in_the_field_and_is_told(
    qtbot: QtBot, page: KitPage, house: House, wrong: Callable[[House, bool], None]
) -> None:
    long = "kind words " * 4000
    wrong(house, True)
    choose(page, "Comforts", 1)
    field(page, "Comfort").setPlainText(long)
    qtbot.waitUntil(lambda: says(page, "Your words stay here."))
    field(page, "Other kind words").setPlainText(long)
    button(page, "Add kind words").click()
    assert field(page, "Comfort").toPlainText() == long == field(page, "Other kind words").toPlainText()
    with pytest.raises(Trouble):
        page.save()
    assert kept(house, Shelf.COMFORTS)[1] == "A cup of tea"
    wrong(house, False)
    page.leave()
    assert kept(house, Shelf.COMFORTS)[1] == long.strip() == kept(house, Shelf.WORDS)[-1]
    assert not says(page, "Your words stay here.")


def test_what_cannot_be_moved_or_taken_out_stays_where_it_is(page: KitPage, house: House) -> None:
    before = rows(page, "Comforts")
    read_only(house, True)
    choose(page, "Comforts", 1)
    button(page, "Move up").click()
    assert says(page, "Your data can be read but not written.")
    button(page, "Take out").click()
    assert rows(page, "Comforts") == before
    read_only(house, False)
    button(page, "Move up").click()
    assert rows(page, "Comforts")[0] == "A cup of tea" and not says(page, "Your data can be read")


# ------------------------------------------------------------------------------------------------- the candle


def test_the_candle_over_the_whole_page_and_words_if_one_likes(page: KitPage) -> None:
    button(page, "Light the candle").click()
    candle = page.findChild(Candle)
    assert candle.isVisible() and not says(page, "I’m human")
    assert candle.width() == page.width()
    button(page, "Kind words").setChecked(True)
    assert says(page, "I’m human, I make mistakes")
    button(page, "Other words").click()
    assert says(page, "It’s ok I feel this way") and not says(page, "I’m human")
    page.stop()
    assert not candle.isVisible()
    assert QApplication.focusWidget() is button(page, "Light the candle")


def test_nothing_there_changes_or_counts_by_itself(page: KitPage, preferences: Preferences) -> None:
    preferences.motion = "still"
    button(page, "Light the candle").click()
    button(page, "Kind words").setChecked(True)
    assert clipped(page) == []  # every layout has settled
    before = page.grab().toImage()
    assert not [timer for timer in page.findChildren(QTimer) if timer.isActive()]
    QApplication.processEvents()
    assert page.grab().toImage() == before


def test_what_is_heard_beside_the_candle_ends_with_it(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, tmp_path: Path
) -> None:
    sounds = Sounds(tmp_path / "sounds", preferences, speakers=Speakers(["NULL"]))
    page = kit_page(qtbot, look, preferences, house, sounds)
    button(page, "Light the candle").click()
    choice = page.findChild(SoundBar).choice
    for leave in (page.stop, page.leave):
        button(page, "Back to the kit")
        choice.setCurrentIndex(choice.findData("rain"))
        assert sounds.playing == "rain"
        leave()
        assert sounds.playing == ""
        button(page, "Light the candle").click()
    assert unnamed(page) == []
    sounds.let_go()


def test_without_kind_words_there_is_the_candle_alone(page: KitPage, house: House) -> None:
    for thing in house.kit.on(Shelf.WORDS):
        house.kit.remove(thing.id)
    page.refresh(None)
    button(page, "Light the candle").click()
    assert page.findChild(Candle).isVisible() and button(page, "Back to the kit").isVisible()
    assert not [each for each in page.findChildren(QPushButton) if each.isVisible() and each.text() == "Kind words"]


# ------------------------------------------------------------------------------------------------- for everybody


def test_every_control_has_a_name(page: KitPage) -> None:
    choose(page, "People and places", 0)
    assert unnamed(page) == []
    button(page, "Light the candle").click()
    button(page, "Kind words").setChecked(True)
    assert unnamed(page) == []


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", [80, 100, 200])
def test_nothing_is_clipped(build: Build, preferences: Preferences, theme: str, size: int) -> None:
    language = Doubled()
    QApplication.installTranslator(language)
    try:
        preferences.theme, preferences.text_size = theme, size
        page = build()
        page.resize(656, 520)
        light = page.findChildren(QPushButton)[0]
        lists = [view for view in page.findChildren(QListView) if hasattr(view, "stand_at")]
        for view in lists:
            view.selectionModel().setCurrentIndex(
                view.model().index(1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            assert clipped(page) == []
        for area in page.findChildren(QScrollArea):
            assert area.widget().width() <= area.viewport().width()
        assert all(view.width() >= 200 for view in lists)
        light.click()
        page.findChildren(Candle)[0].parentWidget().shown.setChecked(True)
        assert clipped(page) == [] and page.size().height() == 520
    finally:
        QApplication.removeTranslator(language)


@pytest.mark.parametrize("width", [656, 900, 1400])
def test_rows_are_as_high_as_their_words_after_every_resize(qtbot: QtBot, page: KitPage, width: int) -> None:
    field(page, "Other kind words").setPlainText("a long line of kind words " * 8)
    page.leave()
    page.resize(width, 700)
    QApplication.processEvents()
    for name in LISTS.values():
        view = shelf(page, name)
        last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
        assert last.bottom() + 1 == view.height()


def test_right_to_left_the_fields_lie_over_their_row(page: KitPage) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    choose(page, "Comforts", 2)
    view = shelf(page, "Comforts")
    row, editor = view.visualRect(view.model().index(2, 0)), field(page, "Comfort").parentWidget()
    assert editor.geometry() == row and clipped(page) == []


@pytest.mark.parametrize("size", [80, 100, 200])
def test_the_fields_have_all_the_room_they_need(page: KitPage, preferences: Preferences, size: int) -> None:
    choose(page, "People and places", 1)
    preferences.text_size = size
    assert clipped(page) == []
    words, way = field(page, "Person or place"), field(page, "How to reach")
    assert words.font().pixelSize() == round(17 * size / 100)
    words.setPlainText("x" * 300)
    QApplication.processEvents()
    editor = words.parentWidget()
    assert editor.rect().contains(button(page, "Done").geometry())
    assert words.height() >= 3 * words.fontMetrics().lineSpacing()
    assert words.geometry().bottom() < way.geometry().top() < way.geometry().bottom() < button(page, "Done").y()
