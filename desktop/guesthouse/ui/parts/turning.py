"""From one page of a stack to another, with the focus nowhere between."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget


def release_focus(within: QWidget) -> None:
    """Nothing in there has the focus: hiding what has it would hand it on to whatever comes next, aloud."""
    focus = QApplication.focusWidget()
    if focus is not None and within.isAncestorOf(focus):
        focus.clearFocus()


def turn_to(stack: QStackedWidget, page: QWidget) -> None:
    """Show this one; whoever turns to it gives it the focus next."""
    if stack.currentWidget() is not page:
        release_focus(stack)
    stack.setCurrentWidget(page)
