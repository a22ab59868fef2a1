"""The pickers: chosen by pointer, keyboard or an assistive tool, in the order of choosing, and set without telling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QPainterPath
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.noticing import Place, Vocabulary
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.noticing.amount_picker import AmountPicker
from guesthouse.ui.noticing.body_outline import EDGE, BodyOutline
from guesthouse.ui.noticing.body_shape import SHEET, place_at, places
from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.noticing.place_picker import PlacePicker
from guesthouse.ui.noticing.word_picker import WordPicker
from tests.ui.shown import show
from tests.ui.walk import clipped, unnamed

W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, widget: W, width: int = 560) -> W:
    qtbot.addWidget(widget)
    show(qtbot, widget, width, 400)
    return widget


def chip(picker: QWidget, text: str) -> Chip:
    return next(one for one in picker.findChildren(Chip) if one.accessibleName() == text)


def visible(picker: QWidget) -> list[str]:
    return [one.words for one in picker.findChildren(Chip) if one.isVisible()]


@pytest.fixture
def feelings(qtbot: QtBot, look: Look, words: Vocabulary) -> WordPicker:
    return shown(qtbot, WordPicker(look, words.feelings))


def test_the_words_of_one_group_are_shown_at_a_time(feelings: WordPicker, words: Vocabulary) -> None:
    titles = [group.title for group in words.feelings]
    assert visible(feelings) == [*titles, *(word.word for word in words.feelings[0].words)]
    chip(feelings, "Grieving").click()
    assert visible(feelings) == [*titles, *(word.word for word in words.feelings[5].words)]
    chip(feelings, "Grieving").click()
    assert chip(feelings, "grief").isVisible(), "the open group stays open"
    assert chip(feelings, "Grieving").isChecked()


def test_words_are_chosen_in_their_order_and_told(qtbot: QtBot, feelings: WordPicker) -> None:
    for word in ("worried", "sad", "grief"):
        with qtbot.waitSignal(feelings.changed):
            chip(feelings, word).click()
    assert feelings.chosen() == ["worried", "sad", "grief"]
    with qtbot.waitSignal(feelings.changed):
        chip(feelings, "sad").click()
    assert feelings.chosen() == ["worried", "grief"]


def test_what_is_set_is_not_told_and_own_words_stand_apart(qtbot: QtBot, feelings: WordPicker) -> None:
    with qtbot.assertNotEmitted(feelings.changed):
        feelings.set_chosen(["anger", "wobbly", "numb", "wobbly", " "])
    assert feelings.chosen() == ["angry", "wobbly", "numb"], "a word said as it stands in the sentence is the same word"
    assert chip(feelings, "wobbly").isVisible()
    chip(feelings, "wobbly").click()
    assert feelings.chosen() == ["angry", "numb"]
    feelings.set_chosen([])
    assert feelings.chosen() == []
    assert not any(one.isChecked() for one in feelings.findChildren(Chip) if one.words in ("angry", "numb"))


def test_a_group_says_when_some_of_it_is_chosen(feelings: WordPicker) -> None:
    feelings.set_chosen(["angry"])
    assert chip(feelings, "Angry").accessibleDescription() == "Some of these are chosen"
    assert chip(feelings, "Low").accessibleDescription() == ""
    chip(feelings, "angry").click()
    assert chip(feelings, "Angry").accessibleDescription() == ""


def test_tab_goes_from_row_to_row_and_arrows_walk_inside(qtbot: QtBot, feelings: WordPicker) -> None:
    chip(feelings, "Low").setFocus()
    for key, there in (
        (Qt.Key.Key_Right, "Anxious"),
        (Qt.Key.Key_Return, "Anxious"),
        (Qt.Key.Key_Tab, "worried"),
        (Qt.Key.Key_Right, "tense"),
        (Qt.Key.Key_Down, "panicky"),
        (Qt.Key.Key_Up, "on edge"),
        (Qt.Key.Key_End, "restless"),
        (Qt.Key.Key_Right, "restless"),
        (Qt.Key.Key_Space, "restless"),
        (Qt.Key.Key_Backtab, "Anxious"),
        (Qt.Key.Key_Tab, "restless"),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        focused = QApplication.focusWidget()
        assert isinstance(focused, Chip)
        assert focused.words == there
    assert feelings.chosen() == ["restless"]


def test_own_words_that_come_later_are_still_before_the_groups(qtbot: QtBot, look: Look, words: Vocabulary) -> None:
    page = QWidget()
    before, picker, after = QPushButton("before"), WordPicker(look, words.feelings), QPushButton("after")
    column = QVBoxLayout(page)
    for widget in (before, picker, after):
        column.addWidget(widget)
    shown(qtbot, page)
    picker.set_chosen(["wobbly", "odd"])
    before.setFocus()
    for there in ("wobbly", "Low", "sad", "after"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        assert focused.text() == there


def test_arrows_follow_the_reading_direction(qtbot: QtBot, feelings: WordPicker) -> None:
    feelings.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chip(feelings, "Low").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert QApplication.focusWidget() is chip(feelings, "Anxious")


def test_an_assistive_tool_toggles_without_keys(qtbot: QtBot, feelings: WordPicker) -> None:
    interface = QAccessible.queryAccessibleInterface(chip(feelings, "tearful"))
    with qtbot.waitSignal(feelings.changed):
        interface.actionInterface().doAction(QAccessibleActionInterface.toggleAction())
    assert feelings.chosen() == ["tearful"]
    assert interface.state().checked


def test_places_are_several_and_hard_to_place_is_one(qtbot: QtBot, look: Look, words: Vocabulary) -> None:
    picker = shown(qtbot, PlacePicker(look, words.places))
    for place in ("chest", "hard to place", "all over"):
        with qtbot.waitSignal(picker.changed):
            chip(picker, place).click()
    chip(picker, "chest").click()
    assert picker.chosen() == ["hard to place", "all over"]
    with qtbot.assertNotEmitted(picker.changed):
        picker.set_chosen(["jaw", "the moon"])
    assert picker.chosen() == ["jaw"]


def test_a_body_can_be_pointed_at_beside_the_chips(qtbot: QtBot, look: Look, words: Vocabulary) -> None:
    picker = shown(qtbot, PlacePicker(look, words.places))
    outline = picker.findChild(BodyOutline)
    assert outline.isVisible()
    assert outline.focusPolicy() == Qt.FocusPolicy.NoFocus
    for place, path in places().items():
        near = [QPointF(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        inside = next(at for at in _points(path) if all(place_at(at + one) == place for one in near))
        at = (inside * (outline.height() - 2 * EDGE) / SHEET.height() + QPointF(EDGE, EDGE)).toPoint()
        with qtbot.waitSignal(picker.changed):
            qtbot.mouseClick(outline, Qt.MouseButton.LeftButton, pos=at)
        assert picker.chosen()[-1] == place
        assert chip(picker, place).isChecked()
    with qtbot.assertNotEmitted(picker.changed):
        qtbot.mouseClick(outline, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    before = outline.grab().toImage()
    chip(picker, "chest").click()
    assert outline.grab().toImage() != before
    picker.resize(300, 400)
    assert not outline.isVisible(), "the chips need the room"


def _points(path: QPainterPath) -> Iterator[QPointF]:
    """Places inside a shape."""
    box = path.boundingRect()
    steps = [(x / 12, y / 12) for x in range(1, 12) for y in range(1, 12)]
    points = (QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in steps)
    return (point for point in points if path.contains(point))


def test_words_the_outline_does_not_know_are_chips_alone(qtbot: QtBot, look: Look) -> None:
    picker = shown(qtbot, PlacePicker(look, [Place("Kopf", "Kopf"), Place("Bauch", "Bauch")]))
    assert not picker.findChild(BodyOutline).isVisible()


def test_an_amount_is_one_or_none(qtbot: QtBot, look: Look, words: Vocabulary) -> None:
    picker = shown(qtbot, AmountPicker(look, words.amounts))
    assert picker.chosen() == ""
    for amount, known in (("a trace", "trace"), ("not sure", "unsure"), ("not sure", "")):
        with qtbot.waitSignal(picker.changed):
            chip(picker, amount).click()
        assert picker.chosen() == known
    with qtbot.assertNotEmitted(picker.changed):
        picker.set_chosen("lot")
    assert picker.chosen() == "lot"


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("size", [80, 100, 200])
def test_nothing_is_clipped_or_unnamed(feelings: WordPicker, preferences: Preferences, theme: str, size: int) -> None:
    preferences.theme, preferences.text_size = theme, size
    feelings.resize(400, 400)
    assert clipped(feelings) == []
    assert unnamed(feelings) == []
    assert all(one.geometry().right() < feelings.width() for one in feelings.findChildren(Chip) if one.isVisible())
