"""Finds what is left of the person's words: in widgets, models and documents, for a screen reader, and in Python."""

from __future__ import annotations

import gc
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextDocument, QTextLayout
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

ROLES = [*range(16), *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 8)]
SERVICES = "guesthouse.services"
RENDERED = ("Bubble", "Ride", "Caller")
"""Kinds whose instances are the words of somebody, or a picture of them."""


def tidy() -> None:
    """What was to be deleted is deleted, and what nobody holds is gone."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


def traces(word: str, windows: list[QWidget], *, undo: bool = True) -> list[str]:
    """Where ``word`` is found, in any way that a person, a tool or a dump of the memory of Qt and Python could.

    With ``undo`` also what Ctrl+Z brings back; the fields are changed by that.
    """
    tidy()
    found = [*_in_objects(word, windows), *_heard(word, windows), *_in_python(word)]
    if undo:
        found += _to_be_undone(word, windows)
    return sorted(set(found))


def services_held() -> list[str]:
    """What of a house is still held by somebody, after it was closed and put away."""
    tidy()
    return sorted({type(one).__name__ for one in gc.get_objects() if _kind(one).startswith(SERVICES)})


# ------------------------------------------------------------------------------------------------------ in Qt


def _objects(windows: list[QWidget]) -> dict[int, QObject]:
    """Every object of Qt that a window has, or that Python knows."""
    roots: list[QObject] = [*windows, *QApplication.topLevelWidgets(), QApplication.instance()]  # type: ignore[list-item]
    roots += [one for one in gc.get_objects() if isinstance(one, QObject) and shiboken6.isValid(one)]
    every = {id(one): one for one in roots}
    for root in roots[: len(windows) + len(QApplication.topLevelWidgets()) + 1]:
        every.update({id(child): child for child in root.findChildren(QObject)})
    return every


def _in_objects(word: str, windows: list[QWidget]) -> Iterator[str]:
    for one in _objects(windows).values():
        if not shiboken6.isValid(one):
            continue
        where = f"{type(one).__name__} in {type(one.parent()).__name__}"
        for name in _properties(word, one):
            yield f"{where}: {name}"
        if isinstance(one, QAbstractItemModel):
            yield from (f"{where}: a row" for _ in _rows(word, one))
        if isinstance(one, QTextDocument) and word in one.toRawText():
            yield f"{where}: its text"


def _to_be_undone(word: str, windows: list[QWidget]) -> Iterator[str]:
    for one in _objects(windows).values():
        if isinstance(one, QLineEdit | QTextDocument) and shiboken6.isValid(one) and _undone(word, one):
            yield f"{type(one).__name__} in {type(one.parent()).__name__}: to be undone"


def _properties(word: str, one: QObject) -> Iterator[str]:
    kind = one.metaObject()
    names = [kind.property(number).name() for number in range(kind.propertyCount())]
    names += [bytes(dynamic.data()).decode() for dynamic in one.dynamicPropertyNames()]
    for name in names:
        try:
            value = one.property(name)
        except RuntimeError:  # of a kind that is Qt's own affair
            continue
        if word in _said(value):
            yield name


def _said(value: Any) -> str:
    return value if isinstance(value, str) else repr(value) if isinstance(value, list | tuple | dict) else ""


def _rows(word: str, model: QAbstractItemModel) -> Iterator[int]:
    """The rows of a list or a table; nothing here is a tree."""
    for row in range(model.rowCount(QModelIndex())):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())):
            index = model.index(row, column, QModelIndex())
            if any(word in _said(model.data(index, role)) for role in ROLES):
                yield row


def _undone(word: str, field: QLineEdit | QTextDocument) -> bool:
    """Whether Ctrl+Shift+Z or Ctrl+Z brings it back."""
    for go, can in ((field.redo, field.isRedoAvailable), (field.undo, field.isUndoAvailable)):
        for _ in range(200):
            if not can():
                break
            go()
            if word in (field.text() if isinstance(field, QLineEdit) else field.toRawText()):
                return True
    return False


# ---------------------------------------------------------------------------------------- for a screen reader


def _heard(word: str, windows: list[QWidget]) -> Iterator[str]:
    for window in windows:
        face = QAccessible.queryAccessibleInterface(window)
        if face is not None:
            yield from _heard_in(word, face, type(window).__name__)


def _heard_in(word: str, face: QAccessibleInterface, path: str) -> Iterator[str]:
    texts = QAccessible.Text
    for kind in (texts.Name, texts.Description, texts.Value, texts.Help, texts.Accelerator):
        if word in face.text(kind):
            yield f"heard: {kind.name} at {path}"
    for number in range(face.childCount()):
        child = face.child(number)
        if child is not None and child.isValid():
            known = child.object()
            yield from _heard_in(word, child, f"{path}/{type(known).__name__ if known else child.role().name}")


# ------------------------------------------------------------------------------------------------- in Python


def _in_python(word: str) -> Iterator[str]:
    """Every text that any object of Python holds; what the tests themselves hold is left out."""
    holding = [one for one in (*gc.get_objects(), *_kept_by_modules()) if not _is_ours(one) and _holds(word, one)]
    for one in holding:
        kind = f"python: {_kind(one)}"
        few = len(holding) < 20  # else it takes long, and says no more
        yield f"{kind} held by {sorted({_kind(two) for two in gc.get_referrers(one)})}" if few else kind


@contextmanager
def without_what_others_left() -> Iterator[None]:
    """What earlier tests of this process have left is not looked at."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _kept_by_modules() -> Iterator[object]:
    """What our modules and classes hold for as long as they live, such as a cache; it may be older than the test."""
    for name, module in list(sys.modules.items()):
        if not name.startswith("guesthouse"):
            continue
        for value in [vars(module), *vars(module).values()]:
            yield from (vars(value).values() if isinstance(value, type) else (value,))


def _holds(word: str, one: object) -> bool:
    if isinstance(one, QTextLayout) and shiboken6.isValid(one) and word in one.text():
        return True
    if _kind(one).startswith("guesthouse.ui") and type(one).__name__ in RENDERED:
        return True
    return any(word in text and text != word for text in _texts(one))


def _texts(one: object) -> Iterator[str]:
    """The texts in an object, and in what it holds that Python does not keep a list of (tuples of texts)."""
    for held in gc.get_referents(one):
        if isinstance(held, str):
            yield held
        elif isinstance(held, bytes):
            yield held.decode(errors="replace")
        elif isinstance(held, tuple | dict | frozenset) and not gc.is_tracked(held):
            yield from _texts(held)


def _is_ours(one: object) -> bool:
    if isinstance(one, types.FrameType | types.CodeType | types.CoroutineType | types.GeneratorType):
        return True
    return _kind(one).startswith(("_pytest", "pytest", "pluggy", "tests"))


def _kind(one: object) -> str:
    return f"{type(one).__module__}.{type(one).__name__}"
