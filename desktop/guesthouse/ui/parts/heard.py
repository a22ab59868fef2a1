"""What assistive tools are told of widgets of ours where Qt's own answer would not do.

There is one factory for all of them, installed once: every one that is installed is asked about every widget, for as
long as the app runs, as often as it was installed. What it has made is kept for as long, beyond its widget: so it must
hold nothing, but ask its widget each time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

INSTALLED = "heard"
"""Said of the application that has the factory."""

_WAYS: dict[type, Callable[[Any], QAccessibleInterface]] = {}


def hear(widget: QWidget, way: Callable[[Any], QAccessibleInterface]) -> None:
    """From now on this is the way in which widgets of this kind are told; call it where one is made."""
    _WAYS[type(widget)] = way
    app = QCoreApplication.instance()
    if app is not None and not app.property(INSTALLED):
        app.setProperty(INSTALLED, True)
        QAccessible.installFactory(_told)


def _told(_: str, thing: object) -> QAccessibleInterface | None:
    way = _WAYS.get(type(thing))
    return way(thing) if way is not None else None
