"""Tab goes in the order of reading, also where some of it was made later than the rest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QLayout, QWidget

WHOLE = (QAbstractButton, QAbstractScrollArea, QComboBox, QLabel)
"""What has nothing to stop at within."""


def in_reading_order(root: QWidget) -> None:
    """Have Tab go through ``root`` as its layouts are filled."""
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
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
            yield from _stops(child)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _within(inner)
