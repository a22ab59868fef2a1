"""Walks the widgets of a page: which control has no name, and which text has too little room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit)


def unnamed(page: QWidget) -> list[str]:
    """The controls that a screen reader would call nothing."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in page.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and not isinstance(widget, QScrollBar)
        and not isinstance(widget.parent(), QComboBox)
        and not _inside_popup(widget)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def clipped(page: QWidget) -> list[str]:
    """The words that do not fit where they stand, once every layout has settled."""
    for _ in range(3):
        QApplication.processEvents()
    tight = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or _inside_popup(widget):
            continue
        if isinstance(widget, QLabel) and widget.text():
            need = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            if widget.height() < need or (not widget.wordWrap() and widget.width() < widget.sizeHint().width()):
                tight.append(f"label {widget.text()!r}")
        elif (
            isinstance(widget, QAbstractButton) and widget.text() and widget.width() < widget.minimumSizeHint().width()
        ):
            tight.append(f"button {widget.text()!r}")
    return tight


def needless(page: QWidget) -> list[str]:
    """What a screen reader would stop at for nothing: pictures and texts without words, and words said twice."""
    return list(_needless(QAccessible.queryAccessibleInterface(page)))


def _needless(node: QAccessibleInterface) -> Iterator[str]:
    name = node.text(QAccessible.Text.Name)
    for number in range(node.childCount()):
        child = node.child(number)
        if child is None or child.state().invisible:
            continue
        words = child.text(QAccessible.Text.Name)
        if child.role() in (QAccessible.Role.StaticText, QAccessible.Role.Graphic) and not words.strip():
            yield f"nothing in {name!r}"
        if words and words == name and child.role() == QAccessible.Role.StaticText:
            yield f"twice {name!r}"
        yield from _needless(child)


def _inside_popup(widget: QWidget) -> bool:
    """Qt's own list inside a combo box, which is named by the box."""
    above = widget.parent()
    while above is not None:
        if type(above).__name__ in ("QComboBoxPrivateContainer", "QComboBox"):
            return True
        above = above.parent()
    return False
