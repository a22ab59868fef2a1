"""The comfort kit: three shelves in one's own words and order, by keys alone or by none, and a candle."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from guesthouse.domain.kit import Shelf
from guesthouse.house import House, open_house
from guesthouse.paths import Paths
from guesthouse.qt.hub import ChangeHub
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.candle import Candle
from guesthouse.ui.pages.kit import KitPage
from guesthouse.ui.pages.page import BACK
from tests.ui.pages.conftest import Hours
from tests.ui.pages.kit_hands import (
    KEYS,
    LISTS,
    button,
    choose,
    field,
    kept,
    kit_page,
    rows,
    says,
    seen,
    shelf,
    tab_to,
    type_keys,
)
from tests.ui.walk import clipped

Build = Callable[[], KitPage]
ALT = Qt.KeyboardModifier.AltModifier
ODD = [
    "x" * 100_000,
    "word " * 20_000,
    "أنا إنسان، وأخطئ أحيانا",
    "🫖👩‍👩‍👧‍👦🏳️‍🌈",
    "before\0after",
    "two\nlines  and\u00a0spaces\tinside",
]


@pytest.fixture
def build(qtbot: QtBot, look: Look, preferences: Preferences, house: House) -> Build:
    return lambda: kit_page(qtbot, look, preferences, house)


@pytest.fixture
def page(build: Build) -> KitPage:
    return build()


# ------------------------------------------------------------------------------------------------- what is there


def test_the_documents_words_are_there_at_first(page: KitPage) -> None:
    assert rows(page, "Kind words") == [
        "I’m human, I make mistakes",
        "It’s ok I feel this way",
        "It makes sense I am reacting this way",
    ]
    assert "A cup of tea" in rows(page, "Comforts")
    assert "The library\nOpen to anyone, and nobody has to talk" in rows(page, "People and places")


def test_arriving_reads_the_heading_and_presses_nothing(page: KitPage) -> None:
    heading = QApplication.focusWidget()
    assert isinstance(heading, QLabel) and heading.text() == "Comfort kit"
    type_keys(KEYS.Key_Return, KEYS.Key_Space)
    assert not page.findChildren(Candle)


def test_back_and_esc_lead_away(qtbot: QtBot, page: KitPage) -> None:
    with qtbot.waitSignal(page.wanted) as wanted:
        button(page, "Back").click()
    assert wanted.args == [BACK]
    with qtbot.waitSignal(page.wanted) as wanted:
        page.stop()
    assert wanted.args == [BACK]


# ------------------------------------------------------------------------------------------------- by keys alone


def test_adding_changing_moving_taking_out_and_back_by_keys_alone(qtbot: QtBot, page: KitPage, house: House) -> None:
    tab_to(field(page, "Another comfort"))
    qtbot.keyClicks(QApplication.focusWidget(), "A warm bath")
    type_keys(KEYS.Key_Return)
    assert kept(house, Shelf.COMFORTS)[-1] == "A warm bath"
    assert field(page, "Another comfort").toPlainText() == "" and field(page, "Another comfort").hasFocus()
    page.arrive()
    tab_to(shelf(page, "Comforts"))
    type_keys(KEYS.Key_End)
    type_keys(KEYS.Key_Up, modifier=ALT)
    assert rows(page, "Comforts") == kept(house, Shelf.COMFORTS)
    assert rows(page, "Comforts")[-2:] == ["A warm bath", "A walk round the block"]
    type_keys(KEYS.Key_Return)
    assert QApplication.focusWidget() is field(page, "Comfort")
    qtbot.keyClicks(QApplication.focusWidget(), ", long")
    qtbot.waitUntil(lambda: kept(house, Shelf.COMFORTS)[-2] == "A warm bath, long")
    type_keys(KEYS.Key_Down, modifier=ALT)
    assert kept(house, Shelf.COMFORTS)[-1] == "A warm bath, long"
    type_keys(KEYS.Key_Return)
    assert QApplication.focusWidget() is shelf(page, "Comforts")
    before = kept(house, Shelf.COMFORTS)
    type_keys(KEYS.Key_Up, KEYS.Key_Up, KEYS.Key_Delete)
    assert kept(house, Shelf.COMFORTS) == [*before[:2], *before[3:]] == rows(page, "Comforts")
    type_keys(KEYS.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert kept(house, Shelf.COMFORTS) == before == rows(page, "Comforts")


def test_walking_opens_nothing(page: KitPage) -> None:
    tab_to(shelf(page, "Kind words"))
    type_keys(KEYS.Key_Down, KEYS.Key_Down)
    assert not [edit for edit in page.findChildren(QPlainTextEdit) if edit.accessibleName() == "Words" and seen(edit)]


def test_esc_in_the_fields_leads_to_the_list_and_keeps_the_words(qtbot: QtBot, page: KitPage, house: House) -> None:
    tab_to(shelf(page, "Kind words"))
    type_keys(KEYS.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), " too")
    page.stop()
    assert QApplication.focusWidget() is shelf(page, "Kind words")
    qtbot.waitUntil(lambda: kept(house, Shelf.WORDS)[0] == "I’m human, I make mistakes too")
    assert rows(page, "Kind words")[0] == "I’m human, I make mistakes too"


def test_a_click_opens_a_row(qtbot: QtBot, page: KitPage) -> None:
    view = shelf(page, "Comforts")
    middle = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle.x(), middle.y()))
    assert field(page, "Comfort").toPlainText() == "A cup of tea" and field(page, "Comfort").hasFocus()


# ------------------------------------------------------------------------------------------------- by no key


def test_adding_changing_moving_taking_out_and_back_without_a_key(qtbot: QtBot, page: KitPage, house: House) -> None:
    field(page, "Another person or place").setPlainText("Mona")
    field(page, "How to reach them").setPlainText("07700 900123")
    button(page, "Add a person or place").click()
    assert rows(page, "People and places")[-1] == "Mona\n07700 900123"
    choose(page, "People and places", 2)
    field(page, "Person or place").setPlainText("Mona, next door")
    field(page, "How to reach").setPlainText("the letterbox")
    qtbot.waitUntil(lambda: house.kit.on(Shelf.PEOPLE)[2].detail == "the letterbox")
    assert rows(page, "People and places")[2] == "Mona, next door\nthe letterbox"
    button(page, "Move up").click()
    button(page, "Move up").click()
    assert kept(house, Shelf.PEOPLE)[0] == "Mona, next door"
    assert not button(page, "Move up").isEnabled()
    button(page, "Take out").click()
    assert "Mona, next door" not in kept(house, Shelf.PEOPLE)
    button(page, "Put back: Mona, next door").click()
    assert house.kit.on(Shelf.PEOPLE)[0].detail == "the letterbox"
    assert rows(page, "People and places")[0] == "Mona, next door\nthe letterbox"


def test_only_one_row_is_open(page: KitPage) -> None:
    choose(page, "Comforts", 0)
    choose(page, "Kind words", 1)
    assert field(page, "Words").toPlainText() == "It’s ok I feel this way"
    assert not [each for each in page.findChildren(QPlainTextEdit) if each.accessibleName() == "Comfort" and seen(each)]


# ------------------------------------------------------------------------------------------------- what is kept


def test_it_is_kept_across_reopening(page: KitPage, house: House, tmp_path: Path, hours: Hours) -> None:
    choose(page, "Kind words", 2)
    field(page, "Words").setPlainText("Slow is fine")
    button(page, "Move up").click()
    field(page, "Another comfort").setPlainText("half typed")
    page.save()
    page.let_go()
    house.close()
    again = open_house(Paths.under(tmp_path / "house"), clock=hours, random=random.Random(2))
    try:
        assert kept(again, Shelf.WORDS) == ["I’m human, I make mistakes", "Slow is fine", "It’s ok I feel this way"]
        assert kept(again, Shelf.COMFORTS)[-1] == "half typed"
    finally:
        again.close()


def test_what_is_being_added_is_in_the_file_as_it_is_typed_once(qtbot: QtBot, page: KitPage, house: House) -> None:
    adding = field(page, "Other kind words")
    qtbot.keyClicks(adding, "One step")
    qtbot.waitUntil(lambda: kept(house, Shelf.WORDS)[-1] == "One step")
    assert "One step" not in rows(page, "Kind words")
    qtbot.keyClicks(adding, " is plenty")
    qtbot.waitUntil(lambda: kept(house, Shelf.WORDS)[-1] == "One step is plenty")
    button(page, "Add kind words").click()
    assert (
        rows(page, "Kind words").count("One step is plenty")
        == 1
        == kept(house, Shelf.WORDS).count("One step is plenty")
    )
    adding.setPlainText("not this")
    qtbot.waitUntil(lambda: kept(house, Shelf.WORDS)[-1] == "not this")
    adding.setPlainText("")
    qtbot.waitUntil(lambda: "not this" not in kept(house, Shelf.WORDS))
    assert len(kept(house, Shelf.WORDS)) == 4


def test_what_is_being_added_is_not_on_the_shelf_before_it_is_added(page: KitPage, house: House) -> None:
    field(page, "Other kind words").setPlainText("One step")
    page.save()
    page.refresh(None)
    assert "One step" in kept(house, Shelf.WORDS) and "One step" not in rows(page, "Kind words")
    button(page, "Add kind words").click()
    assert rows(page, "Kind words") == kept(house, Shelf.WORDS)


def test_what_was_changed_a_moment_ago_does_not_come_back_when_it_is_taken_out(page: KitPage, house: House) -> None:
    choose(page, "Comforts", 1)
    field(page, "Comfort").setPlainText("A pot of tea")
    button(page, "Take out").click()
    page.save()
    assert len(kept(house, Shelf.COMFORTS)) == 3 == len(rows(page, "Comforts"))
    button(page, "Put back: A pot of tea").click()
    assert kept(house, Shelf.COMFORTS)[1] == "A pot of tea"


def test_leaving_puts_what_was_half_added_on_its_shelf(page: KitPage) -> None:
    field(page, "Another comfort").setPlainText("A blanket")
    page.leave()
    assert rows(page, "Comforts")[-1] == "A blanket" and field(page, "Another comfort").toPlainText() == ""


def test_an_emptied_shelf_stays_empty_and_is_still_a_list(build: Build, house: House) -> None:
    page = build()
    choose(page, "Kind words", 0)
    for _ in range(3):
        choose(page, "Kind words", 0)
        button(page, "Take out").click()
    assert rows(page, "Kind words") == [] and says(page, "This list is empty for now.")
    assert QApplication.focusWidget() is button(page, "Put back: It makes sense I am reacting this way")
    assert rows(build(), "Kind words") == [] == kept(house, Shelf.WORDS)


def test_a_field_without_words_gives_back_those_from_before(qtbot: QtBot, page: KitPage, house: House) -> None:
    choose(page, "Comforts", 1)
    words = field(page, "Comfort")
    for text in ("A cu", "A", ""):
        words.setPlainText(text)
        page.save()
    assert says(page, "Without words it stays as it was.")
    button(page, "Done").click()
    assert rows(page, "Comforts")[1] == "A cup of tea" == kept(house, Shelf.COMFORTS)[1]


@pytest.mark.parametrize("words", ODD, ids=["long", "many", "arabic", "emoji", "nul", "lines"])
def test_words_are_kept_and_read_to_the_letter(page: KitPage, house: House, words: str) -> None:
    field(page, "Other kind words").setPlainText(words)
    page.leave()
    assert kept(house, Shelf.WORDS)[-1] == words.strip()
    assert rows(page, "Kind words")[-1].replace("\0", "") == words.strip().replace("\0", "")
    view = shelf(page, "Kind words")
    assert view.height() < 900 and clipped(page) == []
    choose(page, "Kind words", 3)
    assert field(page, "Words").document().toRawText().replace("\u2029", "\n") == words.strip()
    page.save()
    assert kept(house, Shelf.WORDS)[-1] == words.strip()
    page.grab()


def test_copying_takes_all_of_a_row(page: KitPage) -> None:
    tab_to(shelf(page, "People and places"))
    type_keys(KEYS.Key_End)
    type_keys(KEYS.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "The library\nOpen to anyone, and nobody has to talk"


def test_what_changes_elsewhere_is_shown(page: KitPage, house: House) -> None:
    hub = ChangeHub()
    hub.changed.connect(page.hear)
    hub.listen(house.changes)
    choose(page, "Comforts", 0)
    field(page, "Comfort").moveCursor(QTextCursor.MoveOperation.End)
    house.kit.add(Shelf.COMFORTS, "A cat")
    assert rows(page, "Comforts")[-1] == "A cat"
    house.kit.remove(house.kit.on(Shelf.COMFORTS)[0].id)
    assert rows(page, "Comforts")[0] == "A cup of tea"
    assert not [each for each in page.findChildren(QPlainTextEdit) if each.accessibleName() == "Comfort" and seen(each)]
    hub.let_go()


def test_a_closed_house_leaves_nobodys_words(page: KitPage) -> None:
    choose(page, "Comforts", 0)
    field(page, "Other kind words").setPlainText("half typed")
    page.leave()
    page.let_go()
    assert [rows(page, name) for name in LISTS.values()] == [[], [], []]
    assert not any(edit.toPlainText() for edit in page.findChildren(QPlainTextEdit))
