"""What stands over something is told as a heading, in its words as they are now; everything else is a label."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.fonts import ROLES
from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import HEADINGS, label

ASKED = QAccessible.RelationFlag.Label


def told(widget: QWidget) -> tuple[QAccessible.Role, str]:
    """How a screen reader calls it, and by what name."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.role(), face.text(QAccessible.Text.Name)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_only_what_stands_over_something_is_a_heading(qtbot: QtBot, look: Look, role: str) -> None:
    kind = QAccessible.Role.Heading if role in HEADINGS else QAccessible.Role.StaticText
    assert told(label(look, role, "Milk & bread")) == (kind, "Milk & bread")


def test_a_heading_is_called_by_its_words_as_they_are_now_or_by_its_name(qtbot: QtBot, look: Look) -> None:
    heading = label(look, "display")
    assert told(heading) == (QAccessible.Role.Heading, "")
    heading.setText("Good morning.")
    assert told(heading)[1] == "Good morning."
    heading.setAccessibleName("Today")
    assert told(heading)[1] == "Today"


def test_large_figures_to_copy_are_no_heading(qtbot: QtBot, look: Look) -> None:
    assert told(label(look, "heading", "112", selectable=True))[0] == QAccessible.Role.StaticText


def test_what_names_a_control_stays_its_label(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column, heading, field = QVBoxLayout(page), label(look, "heading", "Date and time"), QLineEdit()
    for part in (heading, field):
        column.addWidget(part)
    heading.setBuddy(field)
    assert told(heading) == (QAccessible.Role.StaticText, "Date and time")
    assert told(field)[1] == "Date and time"
    named = [face.object() for face, _ in QAccessible.queryAccessibleInterface(field).relations(ASKED)]
    assert named == [heading] and isinstance(heading, QLabel)
