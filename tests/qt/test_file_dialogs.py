"""Qt's own file dialog over the window: it looks and is named as the rest, and nothing of it is cut."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from guesthouse.app import make_application
from guesthouse.qt.file_dialogs import FileDialogs
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from tests.ui.walk import clipped, unnamed

OWN = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
NAMES = {
    "backButton": "Back",
    "forwardButton": "Forward",
    "toParentButton": "Folder above",
    "newFolderButton": "New folder",
    "listModeButton": "Names only",
    "detailModeButton": "Names and dates",
}
SIZES = [(QSize(720, 520), 80), (QSize(720, 520), 150), (QSize(720, 520), 200), (QSize(1280, 800), 100)]

Opens = Callable[[QSize], QFileDialog]


@pytest.fixture
def opens(qtbot: QtBot, qapp: QApplication, look: Look, tmp_path: Path) -> Iterator[Opens]:
    """Opens one over a window of this size, as the app does."""
    before = qapp.testAttribute(OWN)
    qapp.setAttribute(OWN)
    (tmp_path / "letters").mkdir()
    window = QWidget()
    qtbot.addWidget(window)
    watching = FileDialogs(qapp, look, window)

    def opened(size: QSize) -> QFileDialog:
        assert watching.parent() is window
        window.resize(size)
        window.show()
        dialog = QFileDialog(window, "Import", str(tmp_path), "Exports of Guesthouse (*.json *.zip)")
        dialog.open()
        qtbot.waitUntil(lambda: bool(dialog.property("dressed")))
        return dialog

    yield opened
    qapp.setAttribute(OWN, before)


def part(dialog: QFileDialog, name: str) -> QToolButton:
    found = dialog.findChild(QToolButton, name)
    assert found is not None
    return found


def ink_of(icon: QIcon) -> QColor:
    """The colour of the most covered pixel."""
    picture = icon.pixmap(64, 64).toImage()
    pixels = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(pixels, key=QColor.alpha)


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_its_buttons_are_pictures_in_the_ink_of_the_theme_and_have_names(
    opens: Opens, look: Look, preferences: Preferences, theme: str
) -> None:
    preferences.theme = theme
    dialog = opens(QSize(1280, 800))
    for name, words in NAMES.items():
        button = part(dialog, name)
        assert button.accessibleName() == words
        assert button.toolTip() == words
        assert not button.icon().isNull()
        assert ink_of(button.icon()).rgb() == look.colour("ink").rgb()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert unnamed(dialog) == []


def test_a_theme_that_changes_meanwhile_changes_the_pictures(
    opens: Opens, look: Look, preferences: Preferences
) -> None:
    preferences.theme = "light"
    dialog = opens(QSize(1280, 800))
    preferences.theme = "night"
    assert ink_of(part(dialog, "backButton").icon()).rgb() == look.colour("ink").rgb()


def test_the_buttons_that_end_it_have_no_old_pictures_and_one_of_them_goes_on(opens: Opens) -> None:
    box = opens(QSize(1280, 800)).findChild(QDialogButtonBox)
    assert box is not None
    buttons = box.findChildren(QPushButton)
    assert len(buttons) == 2
    assert all(button.icon().isNull() for button in buttons)
    assert [button.property("role") for button in buttons].count("primary") == 1


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_it_stays_in_the_window_and_nothing_is_cut(
    opens: Opens, preferences: Preferences, size: QSize, text: int
) -> None:
    preferences.text_size = text
    dialog = opens(size)
    assert clipped(dialog) == []
    assert dialog.width() <= size.width()
    assert dialog.height() <= size.height()
    for child in dialog.findChildren(QWidget):
        if child.isVisible() and child.parentWidget() is dialog and child.objectName():
            assert dialog.rect().contains(child.geometry()), child.objectName()
    for name in ("lookInCombo", "fileTypeCombo"):
        box = dialog.findChild(QComboBox, name)
        assert box is not None
        assert box.width() >= 200 * text / 150


def test_where_there_is_little_room_it_is_for_the_files(opens: Opens, preferences: Preferences) -> None:
    preferences.text_size = 150
    dialog = opens(QSize(720, 520))
    places = dialog.findChild(QListView, "sidebar")
    assert places is not None
    assert places.isHidden()
    dialog.resize(1200, 700)
    assert not places.isHidden()
    assert places.width() >= 200


def test_the_kind_can_be_read_with_the_largest_text(opens: Opens, preferences: Preferences) -> None:
    preferences.text_size = 200
    kinds = opens(QSize(720, 520)).findChild(QComboBox, "fileTypeCombo")
    assert kinds is not None
    assert kinds.currentText() == "Exports of Guesthouse"
    option = QStyleOptionComboBox()
    kinds.initStyleOption(option)
    place = kinds.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, kinds
    )
    assert place.width() >= kinds.fontMetrics().horizontalAdvance(kinds.currentText())


def test_the_name_that_is_offered_and_the_kind_that_is_chosen_stay(opens: Opens, qtbot: QtBot) -> None:
    window = opens(QSize(1280, 800)).parentWidget()
    window_dialogs = window.findChildren(QFileDialog)
    for dialog in window_dialogs:
        dialog.reject()
    saving = QFileDialog(window, "Export", "", "Data (*.json);;Everything (*.zip)")
    qtbot.addWidget(saving)
    saving.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    saving.selectFile("my words.v2.zip")
    saving.selectNameFilter("Everything (*.zip)")
    saving.open()
    qtbot.waitUntil(lambda: bool(saving.property("dressed")))
    field = saving.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    assert field.text() == "my words.v2.zip"
    assert saving.selectedNameFilter() == "Everything (*.zip)"


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_the_files_take_the_whole_width_and_no_more(
    opens: Opens, preferences: Preferences, size: QSize, text: int
) -> None:
    preferences.text_size = text
    tree = opens(size).findChild(QTreeView, "treeView")
    assert tree is not None
    QApplication.processEvents()
    assert abs(tree.header().length() - tree.viewport().width()) <= 1


def test_names_and_dates_are_shown_and_other_programs_get_their_columns_back(opens: Opens) -> None:
    dialog = opens(QSize(1280, 800))
    tree = dialog.findChild(QTreeView, "treeView")
    assert tree is not None
    assert [tree.header().isSectionHidden(column) for column in range(4)] == [False, True, True, False]
    dialog.reject()
    assert [tree.header().isSectionHidden(column) for column in range(4)] == [False] * 4


def test_where_somebody_went_in_it_is_written_down_nowhere(opens: Opens, qtbot: QtBot, tmp_path: Path) -> None:
    def remembered() -> dict[str, str]:
        kept = QSettings(QSettings.Scope.UserScope, "QtProject")
        return {key: str(kept.value(key)) for key in kept.allKeys() if key.startswith("FileDialog/")}

    before = remembered()
    dialog = opens(QSize(1280, 800))
    dialog.setDirectory(str(tmp_path / "letters"))
    dialog.setHistory([str(tmp_path / "letters")])
    dialog.reject()
    gone = list[bool]()
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    assert remembered() == before


@pytest.mark.parametrize(("system", "own"), [("linux", True), ("win32", False), ("darwin", False)])
def test_people_on_windows_and_macos_keep_the_dialogs_they_know(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, system: str, own: bool
) -> None:
    before = qapp.testAttribute(OWN)
    monkeypatch.setattr(sys, "platform", system)
    try:
        make_application()
        assert qapp.testAttribute(OWN) == own
    finally:
        qapp.setAttribute(OWN, before)
