"""How the room reads to somebody who listens, and that the lines of its notes have room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.content.helplines import load_regions
from guesthouse.content.support import load_support
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.support import SupportPage
from tests.ui.walk import needless


@pytest.fixture
def page(qtbot: QtBot, look: Look, preferences: Preferences) -> SupportPage:
    made = SupportPage(
        look=look,
        preferences=preferences,
        support=load_support(resources() / "support", "en"),
        regions=load_regions(resources() / "helplines"),
        country="GB",
    )
    qtbot.addWidget(made)
    made.resize(1068, 800)
    made.show()
    return made


@pytest.mark.parametrize(("width", "size"), [(1068, 100), (500, 200)])
def test_the_line_of_a_note_has_room_for_its_words(
    page: SupportPage, look: Look, preferences: Preferences, width: int, size: int
) -> None:
    preferences.text_size = size
    page.resize(width, 800)
    for _ in range(3):
        QApplication.processEvents()
    metrics = QFontMetrics(look.font("subheading"))
    for fold in page.folds.values():
        heading = fold.heading
        one_line = metrics.horizontalAdvance(heading.accessibleName())
        lines = 1 if one_line < heading.width() - look.px(18) - 32 else 2
        assert heading.height() >= lines * metrics.height(), heading.accessibleName()
        assert heading.width() >= heading.minimumSizeHint().width()


@pytest.mark.parametrize("mirrored", [False, True])
def test_who_listens_hears_each_thing_once_and_of_no_picture(page: SupportPage, mirrored: bool) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    for fold in page.folds.values():
        fold.unfold()
    QApplication.processEvents()
    assert needless(page) == []
