"""What a test of Qt leaves behind: timers, animations and threads that go on, and windows that belong to nobody.

Asks for Qt only among the modules that are loaded already, so that a test of a pure room stays pure.
"""

from __future__ import annotations

import gc
import sys


def kinds_of(base: type) -> set[type]:
    """`base` and everything made from it."""
    return {base}.union(*(kinds_of(kind) for kind in base.__subclasses__()))


def running() -> dict[int, str]:
    """Every timer, animation and thread of Qt's that goes on right now, by id and in words."""
    core = sys.modules["PySide6.QtCore"]
    valid = sys.modules["shiboken6"].isValid
    busy = {
        "timer": (kinds_of(core.QTimer), lambda timer: timer.isActive()),
        "animation": (
            kinds_of(core.QAbstractAnimation),
            lambda animation: animation.state() == core.QAbstractAnimation.State.Running,
        ),
        "thread": (
            kinds_of(core.QThread),
            lambda thread: thread.isRunning() and thread != core.QThread.currentThread(),
        ),
    }
    kind_of = {kind: word for word, (kinds, _) in busy.items() for kind in kinds}
    found = [thing for thing in gc.get_objects() if type(thing) in kind_of]
    return {
        id(thing): f"{kind_of[type(thing)]} {thing.objectName() or thing!r} of {thing.parent()!r}"
        for thing in found
        if valid(thing) and busy[kind_of[type(thing)]][1](thing)
    }


def windows() -> dict[int, str]:
    """Every window that belongs to nobody, by id and in words."""
    application = sys.modules["PySide6.QtWidgets"].QApplication
    return {
        id(widget): f"window {type(widget).__name__} {widget.objectName() or widget.windowTitle()}"
        for widget in application.topLevelWidgets()
        if widget.parent() is None and type(widget).__name__ != "QTipLabel"
    }


def left_over(before: set[int]) -> list[str]:
    """What goes on now and did not before, after Qt and Python had the chance to clear up."""
    core = sys.modules["PySide6.QtCore"]
    for tidy in (lambda: None, gc.collect):
        tidy()
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
        now = {**running(), **windows()}
        new = [words for key, words in now.items() if key not in before]
        if not new:
            break
    return new
