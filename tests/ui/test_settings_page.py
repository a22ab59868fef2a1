"""Settings: every change shows at once, is remembered, and can be reached by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QSlider, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.i18n import Doubled
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.settings import SettingsPage
from tests.ui.walk import clipped, unnamed

DATABASE = Path("/home/ann/.local/share/guesthouse/guesthouse.db")


def build(look: Look, preferences: Preferences) -> SettingsPage:
    return SettingsPage(
        look=look, preferences=preferences, database=DATABASE, version="0.1.0", languages=[("en", "English")]
    )


@pytest.fixture
def page(qtbot: QtBot, look: Look, preferences: Preferences) -> SettingsPage:
    made = build(look, preferences)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def labelled(page: QWidget, text: str) -> QWidget:
    """The control whose visible label says ``text``: how a combo box is found on Linux."""
    return next(label.buddy() for label in page.findChildren(QLabel) if label.text() == text and label.buddy())


def test_combo_boxes_are_labelled(page: SettingsPage) -> None:
    for name in ("Theme", "Motion", "Language"):
        box = labelled(page, name)
        assert isinstance(box, QComboBox)
        assert box.accessibleName() == name


def test_theme_shows_and_is_remembered(page: SettingsPage, look: Look, preferences: Preferences) -> None:
    box = labelled(page, "Theme")
    box.setCurrentIndex(box.findData("night"))
    assert preferences.theme == "night"
    assert look.theme == "night"


def test_motion_is_remembered(page: SettingsPage, preferences: Preferences) -> None:
    box = labelled(page, "Motion")
    assert [box.itemData(i) for i in range(box.count())] == ["system", "full", "calm", "still"]
    box.setCurrentIndex(3)
    assert preferences.motion == "still"


def test_text_size_by_keyboard_and_by_assistive_tools(qtbot: QtBot, page: SettingsPage, look: Look) -> None:
    slider = labelled(page, "Text size")
    assert isinstance(slider, QSlider) and slider.accessibleName() == "Text size"
    assert (slider.minimum(), slider.maximum()) == (80, 200)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert look.scale == 1.1
    slider.setValue(147)
    assert look.scale == 1.5


def test_text_size_waits_while_the_slider_is_dragged(page: SettingsPage, look: Look) -> None:
    slider = labelled(page, "Text size")
    slider.setSliderDown(True)
    slider.setSliderPosition(180)
    assert look.scale == 1.0
    slider.setSliderDown(False)
    assert look.scale == 1.8


@pytest.mark.parametrize(("text", "name"), [("Faces on visitors", "faces"), ("Write thoughts down", "keep_by_default")])
def test_check_boxes_are_remembered(page: SettingsPage, preferences: Preferences, text: str, name: str) -> None:
    box = next(box for box in page.findChildren(QCheckBox) if box.accessibleName() == text)
    assert box.isChecked() and getattr(preferences, name)
    box.toggle()
    assert not getattr(preferences, name)


def test_one_sees_where_the_file_is_and_can_copy_it(page: SettingsPage) -> None:
    path = labelled(page, "Where it is kept")
    assert isinstance(path, QLineEdit) and path.isReadOnly()
    path.selectAll()
    assert path.selectedText() == str(DATABASE)
    assert any(button.text() == "Open that folder" for button in page.findChildren(QPushButton))


def test_what_was_chosen_is_shown_again(qtbot: QtBot, page: SettingsPage, look: Look, preferences: Preferences) -> None:
    preferences.theme, preferences.motion, preferences.faces, preferences.text_size = "contrast", "calm", False, 130
    again = build(look, preferences)
    qtbot.addWidget(again)
    assert labelled(again, "Theme").currentData() == "contrast"
    assert labelled(again, "Motion").currentData() == "calm"
    assert labelled(again, "Text size").value() == 130
    assert not next(b for b in again.findChildren(QCheckBox) if b.text() == "Faces on visitors").isChecked()


def test_every_control_has_a_name(page: SettingsPage) -> None:
    assert unnamed(page) == []


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("doubled", [False, True])
def test_nothing_is_clipped(
    qtbot: QtBot, look: Look, preferences: Preferences, qapp: object, size: int, doubled: bool
) -> None:
    language = Doubled()
    if doubled:
        qapp.installTranslator(language)
    try:
        page = build(look, preferences)
        qtbot.addWidget(page)
        preferences.text_size = size
        page.resize(700 if size < 200 else 800, 600)
        page.show()
        area = page.findChild(QScrollArea)
        assert area.widget().width() <= area.viewport().width()
        assert clipped(page) == []
        last = page.findChildren(QLabel)[-1]
        area.ensureWidgetVisible(last)
        assert area.viewport().rect().contains(last.mapTo(area.viewport(), QPoint(0, 0)))
    finally:
        qapp.removeTranslator(language)
