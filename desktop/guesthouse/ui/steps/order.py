"""The order in which Tab goes through what is on the screen: as it is laid out, whenever it was made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def fields_in(widget: QWidget) -> Iterator[QWidget]:
    """Everything in it that Tab can come to, in the order of its layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _fields_of(layout)


def _fields_of(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if widget is not None:
            yield from fields_in(widget)
        elif inner is not None:
            yield from _fields_of(inner)


def chain(widgets: list[QWidget]) -> None:
    """Tab goes from each of them to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
