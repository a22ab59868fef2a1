"""The page of the first run, and what can be seen and pressed on it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from guesthouse.ui.pages.first_run import FirstRunPage

SCREENS = 4


def said(page: FirstRunPage) -> str:
    """What can be read now."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def button(page: FirstRunPage, name: str) -> QPushButton:
    """The one with this name that can be seen."""
    (found,) = (one for one in page.findChildren(QPushButton) if one.accessibleName() == name and one.isVisible())
    return found


def go_to(page: FirstRunPage, number: int) -> None:
    """To this screen, with Next."""
    while page.place < number:
        button(page, "Next").click()
