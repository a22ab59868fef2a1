"""The order in which Tab goes: as things are laid out, whenever they were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QLayout, QWidget

WHOLE = (QAbstractButton, QAbstractScrollArea, QComboBox, QLabel)
"""What has nothing to stop at within."""


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """Everything in it that Tab can come to, in the order of its layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus.value:
        yield widget
    if isinstance(widget, WHOLE):
        return
    layout = widget.layout()
    if layout is not None:
        yield from _within(layout)
        return
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from stops_in(child)


def chain(widgets: Iterable[QWidget]) -> None:
    """Tab goes from each of them to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if widget is not None:
            yield from stops_in(widget)
        elif inner is not None:
            yield from _within(inner)
