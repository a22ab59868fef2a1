"""Settings: every change shows at once, is remembered, and can be reached by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.settings import SettingsPage
from tests.ui.doubled import Doubled
from tests.ui.settings.hands import Front, settings_page
from tests.ui.walk import clipped, unnamed


@pytest.fixture
def build(qtbot: QtBot, front: Front, look: Look, preferences: Preferences) -> Callable[[], SettingsPage]:
    """The page, not shown yet, without a house."""

    def made() -> SettingsPage:
        page = settings_page(front, look, preferences)
        qtbot.addWidget(page)
        return page

    return made


@pytest.fixture
def page(build: Callable[[], SettingsPage]) -> SettingsPage:
    made = build()
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


def test_one_sees_where_the_file_is_and_can_copy_it(page: SettingsPage, front: Front) -> None:
    path = labelled(page, "Where it is kept")
    assert isinstance(path, QLineEdit) and path.isReadOnly()
    path.selectAll()
    assert path.selectedText() == str(front.keeping.paths.database)
    assert any(button.text() == "Open that folder" for button in page.findChildren(QPushButton))


def test_what_was_chosen_is_shown_again(
    page: SettingsPage, build: Callable[[], SettingsPage], preferences: Preferences
) -> None:
    preferences.theme, preferences.motion, preferences.faces, preferences.text_size = "contrast", "calm", False, 130
    again = build()
    assert labelled(again, "Theme").currentData() == "contrast"
    assert labelled(again, "Motion").currentData() == "calm"
    assert labelled(again, "Text size").value() == 130
    assert not next(b for b in again.findChildren(QCheckBox) if b.text() == "Faces on visitors").isChecked()


def test_every_control_has_a_name(page: SettingsPage) -> None:
    assert unnamed(page) == []


BUTTONS = ("Set a passphrase", "Back up now", "Restore a backup", "Export", "Import", "Erase everything")
"""Scripts and tests of others rely on these names."""


def test_what_keeps_it_safe_has_its_names(page: SettingsPage, front: Front) -> None:
    front.open()
    for name in BUTTONS:
        found = [each for each in page.findChildren(QPushButton) if each.text() == name and each.isVisible()]
        assert len(found) == 1, name
        assert QAccessible.queryAccessibleInterface(found[0]).text(QAccessible.Text.Name) == name


def test_every_control_is_reached_with_tab(qtbot: QtBot, page: SettingsPage, front: Front) -> None:
    front.open()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.arrive()
    first = QApplication.focusWidget()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    texts = []
    while (there := QApplication.focusWidget()) is not first:
        texts.append(there.text() if isinstance(there, QPushButton) else "")
        qtbot.keyClick(there, Qt.Key.Key_Tab)
    assert [text for text in texts if text in BUTTONS] == list(BUTTONS)


@pytest.mark.parametrize(("size", "width", "below"), [(100, 644, False), (150, 644, True), (150, 1200, False)])
@pytest.mark.parametrize("mirrored", [False, True])
def test_where_the_label_has_no_room_beside_it_a_control_stands_below(
    qtbot: QtBot,
    page: SettingsPage,
    preferences: Preferences,
    *,
    size: int,
    width: int,
    below: bool,
    mirrored: bool,
) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    preferences.text_size = size
    page.resize(width, 520)
    told = next(each for each in page.findChildren(QLabel) if each.text() == "Motion")
    control = told.buddy()

    def edge(widget: QWidget) -> int:
        there = widget.mapTo(page, QPoint(0, 0)).x()
        return there + widget.width() if mirrored else there

    def stands_below() -> bool:
        return control.mapTo(page, QPoint(0, 0)).y() > told.mapTo(page, QPoint(0, told.height())).y()

    qtbot.waitUntil(lambda: stands_below() is below)
    assert (edge(control) == edge(told)) is below
    assert told.width() > page.fontMetrics().height() * 6


def test_in_a_low_window_what_one_comes_back_to_is_in_sight(
    qtbot: QtBot, sealed: str, build: Callable[[], SettingsPage], front: Front, preferences: Preferences
) -> None:
    """Also while the page above it is still being laid out, and grows."""
    settings = build()
    settings.resize(644, 520)
    front.open()
    settings._was_at = settings.passphrase.lock
    settings.show()
    settings.arrive()
    preferences.text_size = 200
    port = settings.findChild(QScrollArea).viewport()
    qtbot.waitUntil(
        lambda: port.rect().contains(settings.passphrase.lock.mapTo(port, settings.passphrase.lock.rect().center()))
    )
    assert settings.focusWidget() is settings.passphrase.lock


NARROWEST = 644
"""Beside the rail of a window of 720."""


@pytest.mark.parametrize(
    ("size", "width", "doubled"),
    [
        (80, NARROWEST, False),
        (100, NARROWEST, True),
        (150, NARROWEST, False),
        (150, 820, True),
        (200, NARROWEST, False),
    ],
)
@pytest.mark.parametrize("state", ["closed", "plain", "sealed"])
def test_nothing_is_clipped(
    build: Callable[[], SettingsPage],
    front: Front,
    preferences: Preferences,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    *,
    state: str,
    size: int,
    width: int,
    doubled: bool,
) -> None:
    language = Doubled()
    if doubled:
        qapp.installTranslator(language)
    try:
        monkeypatch.setattr(Front, "sealed", state == "sealed")
        page = build()
        if state != "closed":
            front.open()
        preferences.text_size = size
        page.resize(width, 520)
        page.show()
        area = page.findChild(QScrollArea)
        assert clipped(page) == [] and unnamed(page) == []
        assert area.widget().width() <= area.viewport().width()
        last = page.findChildren(QLabel)[-1]
        area.ensureWidgetVisible(last)
        assert area.viewport().rect().contains(last.mapTo(area.viewport(), QPoint(0, 0)))
        page.hide()
        front.close()
    finally:
        qapp.removeTranslator(language)
