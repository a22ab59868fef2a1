"""Labels: a text in one of the type roles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel

from guesthouse.qt.look import Look
from guesthouse.ui.parts.heard import hear
from guesthouse.ui.parts.selectable import Selectable

HEADINGS = ("display", "reading-title", "title", "heading")
"""The type roles of what stands over a page, a dialog or a large part of one."""


def label(look: Look, role: str, text: str = "", *, wrap: bool = True, selectable: bool = False) -> QLabel:
    """A plain-text label in ``role``; a selectable one can be reached with Tab and copied from with the keyboard."""
    made = Selectable(look) if selectable else Heading() if role in HEADINGS else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    return look.dress(made, role)


class Heading(QLabel):
    """A label that is told as a heading, unless it is the name of a control."""

    def __init__(self) -> None:
        """Without words yet."""
        super().__init__()
        hear(self, _as_heading)


class _Headed(QAccessibleWidget):
    """Its words are its name, as with any other label."""

    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name:
            return super().text(kind)
        heading = self.object()
        return (heading.accessibleName() or heading.text()) if isinstance(heading, Heading) else ""


def _as_heading(heading: Heading) -> QAccessibleWidget:
    return _Headed(heading, QAccessible.Role.StaticText if heading.buddy() else QAccessible.Role.Heading)
