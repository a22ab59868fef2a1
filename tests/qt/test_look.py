"""Theme and text size change at once, and the typefaces have the weights they are asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.fonts import ROLES, font
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.parts.buttons import primary


def ink(role: str) -> int:
    """How dark a line of text comes out."""
    image = QImage(400, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font(role))
    painter.drawText(QRect(0, 0, 400, 60), 0, "minimum")
    painter.end()
    return sum(255 - byte for byte in bytes(image.constBits()))


def test_both_typefaces_are_there(typefaces: list[str]) -> None:
    assert typefaces == []


def test_a_heavier_weight_has_more_ink(typefaces: list[str]) -> None:
    assert ink("rail-chosen") > 1.15 * ink("rail")


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_comes_in_its_family(typefaces: list[str], role: str) -> None:
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(font(role)).family() == ROLES[role].family


def test_theme_shows_at_once(qtbot: QtBot, look: Look, preferences: Preferences, qapp: QApplication) -> None:
    preferences.theme = "light"
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button = primary(look, "Begin")
    column.addWidget(button)
    window.show()
    with qtbot.waitSignal(look.changed):
        preferences.theme = "night"
    assert look.theme == "night" and look.dark
    assert qapp.palette().window().color() == look.colour("paper")
    painted = button.grab().toImage().pixelColor(button.width() // 2, 6)
    assert painted == look.colour("sage") == QColor("#FFD98F")


def test_text_size_shows_at_once(qtbot: QtBot, look: Look, preferences: Preferences) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    words, plain, button = look.dress(QLabel("words"), "words"), QLabel("plain"), primary(look, "Begin")
    for widget in (words, plain, button):
        column.addWidget(widget)
    window.show()
    low = button.height()
    with qtbot.waitSignal(look.changed):
        preferences.text_size = 200
    assert words.font().pixelSize() == 34
    assert plain.font().pixelSize() == 32
    assert button.minimumSizeHint().height() > 1.7 * low
    assert look.px(10) == 20


def test_what_was_never_shown_has_the_new_text_size_too(qtbot: QtBot, look: Look, preferences: Preferences) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    waiting = look.dress(QLabel("Look around the room."), "words-large")
    column.addWidget(waiting)
    preferences.text_size = 200
    window.show()
    qtbot.waitExposed(window)
    assert waiting.font().pixelSize() == look.font("words-large").pixelSize() == 44


def test_a_new_role_has_its_font_even_when_shown(qtbot: QtBot, look: Look) -> None:
    button = look.dress(QPushButton("Visitors"), "rail")
    qtbot.addWidget(button)
    button.show()
    look.dress(button, "rail-chosen")
    weight = button.font().variableAxisValue(button.font().variableAxisTags()[0])
    assert weight == ROLES["rail-chosen"].weight


def test_system_is_followed_until_one_chooses(look: Look, preferences: Preferences, qapp: QApplication) -> None:
    hints = qapp.styleHints()
    assert look.theme == "light"
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert look.theme == "light", "asking again changes nothing by itself"
    preferences.theme = "contrast"
    assert look.theme == "contrast"
    preferences.theme = "system"
    assert look.theme == "light"


def test_only_real_changes_are_told(qtbot: QtBot, look: Look, preferences: Preferences) -> None:
    with qtbot.assertNotEmitted(look.changed):
        preferences.theme = "light"  # the system's was light already
        preferences.faces = False


@pytest.mark.parametrize("name", ["users", "book-bookmark", "lifebuoy", "gear-six"])
def test_the_rail_s_icons_are_in_the_icon_font(look: Look, name: str) -> None:
    pixmap = look.icon(name).pixmap(20, 20)
    assert not pixmap.isNull()
    image = pixmap.toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_an_unknown_icon_is_empty_and_no_error(look: Look) -> None:
    assert look.icon("no-such-icon").isNull()
