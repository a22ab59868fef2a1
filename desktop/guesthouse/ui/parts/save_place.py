"""Asks where a file is to go, and never has one replaced that was not asked about.

Qt asks before it replaces the name that is typed; an ending added afterwards would make another file of it. So the
dialog adds the ending of the chosen kind itself, and where it does not (a name with a dot in it, a system's own dialog)
it comes back with the whole name if there is such a file.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

Kind = tuple[str, str]
"""A kind of file in words, and its ending with the dot; without one, any name is taken as it is."""


def save_place(parent: QWidget, title: str, name: str, kinds: Sequence[Kind]) -> Path | None:
    """A place for a file of one of these kinds, at first called ``name`` in the person's folder; None for nowhere.

    It ends as one of the kinds does, whether that was typed or not.
    """
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setSupportedSchemes(["file"])
    dialog.setNameFilters([f"{words} (*{ending})" for words, ending in kinds])
    dialog.selectFile(name)

    def follow() -> None:
        dialog.setDefaultSuffix(_ending_of(dialog, kinds).removeprefix("."))

    dialog.filterSelected.connect(follow)
    follow()
    try:
        return _asked(dialog, kinds)
    finally:
        dialog.deleteLater()


def _asked(dialog: QFileDialog, kinds: Sequence[Kind]) -> Path | None:
    """Until there is a place that is new, or that was asked about."""
    while dialog.exec():
        typed = Path(dialog.selectedFiles()[0])
        whole = _whole(typed, _ending_of(dialog, kinds), kinds)
        if whole == typed or not os.path.lexists(whole):
            return whole
        dialog.selectFile(str(whole))
        if dialog.findChild(QDialogButtonBox) is not None:  # the system's own one asks when it is pressed again
            QTimer.singleShot(0, dialog, lambda: _ask_at_once(dialog))
    return None


def _ask_at_once(dialog: QFileDialog) -> None:
    if dialog.isVisible():
        dialog.accept()


def _ending_of(dialog: QFileDialog, kinds: Sequence[Kind]) -> str:
    """That of the chosen kind."""
    chosen = dialog.selectedNameFilter()
    return next((ending for words, ending in kinds if chosen.startswith(words)), kinds[0][1])


def _whole(typed: Path, ending: str, kinds: Sequence[Kind]) -> Path:
    """With the ending, unless the name has that of any of the kinds."""
    if typed.suffix.lower() in [each for _, each in kinds]:
        return typed
    return typed.with_name(typed.name + ending)
