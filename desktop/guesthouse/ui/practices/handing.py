"""A practice handed on as a file, and one that was handed to the person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from guesthouse.domain.practice import Practice
from guesthouse.errors import Trouble
from guesthouse.qt.voice import Voice, words_of
from guesthouse.services.sharing import NotAPractice
from guesthouse.ui.parts.save_place import save_place
from guesthouse.ui.practices.facts import readable, title_of

if TYPE_CHECKING:
    from guesthouse.house import House


MOST_OF_TITLE = 80
"""Characters of a title that are told: enough to know it by."""


class Handing(QObject):
    """Hears "Save as a file" and "Bring one in". In the file is the practice alone, and nothing of what was done."""

    came = Signal(str)
    """A practice came in, by its id."""

    def __init__(self, voice: Voice, window: QWidget, *, origin: object) -> None:
        """``window`` is where the dialogs stand before; ``origin`` is who changes practices here."""
        super().__init__(window)
        self._voice, self._widget, self._origin = voice, window, origin
        self._house: House | None = None

    def know(self, house: House | None) -> None:
        """For this house, or none."""
        self._house = house

    def fill(self, menu: QMenu) -> None:
        """The way in, as an action of a menu."""
        menu.addAction(self.tr("Bring one in …"), self.choose)

    def save(self, practice: Practice) -> None:
        """Ask where to, and write it there."""
        if self._house is None:
            return
        name, kind = self._house.sharing.name_for(practice), (self.tr("Practice"), ".toml")
        to = save_place(self._widget.window(), self.tr("Save as a file"), name, [kind])
        if to is not None:
            self.write(practice, to)

    def write(self, practice: Practice, to: Path) -> None:
        """Write it there, and say how it went."""
        if self._house is None:
            return
        try:
            self._house.sharing.write(practice, to)
        except Trouble as trouble:
            self._voice.tell(*words_of(trouble))
            return
        text = self.tr("{title}, in {file}. It is not encrypted: whoever can open the file can read it.")
        self._voice.tell(
            self.tr("Written."), text.format(title=readable(title_of(practice), MOST_OF_TITLE), file=readable(to.name))
        )

    def choose(self) -> None:
        """Ask which file, and take it in."""
        chosen, _ = QFileDialog.getOpenFileName(self._widget.window(), self.tr("Bring one in"), "", "*.toml")
        if chosen:
            self.bring_in(Path(chosen))

    def bring_in(self, path: Path) -> None:
        """Take in the practice of this file, or say why not."""
        if self._house is None:
            return
        try:
            practice = self._house.sharing.bring_in(path, origin=self._origin)
        except NotAPractice as why:
            self._voice.tell(self.tr("This file is not a practice that can be read."), str(why))
        except Trouble as trouble:
            self._voice.tell(*words_of(trouble))
        else:
            self.came.emit(practice.id)
