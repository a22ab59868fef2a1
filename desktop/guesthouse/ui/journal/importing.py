"""Journals from elsewhere: asked for, looked at, and taken in when that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu

from guesthouse.qt.look import Look
from guesthouse.qt.pictures import shrink
from guesthouse.qt.task import Task
from guesthouse.qt.voice import Voice, words_of
from guesthouse.services.incoming import Coming, Taken
from guesthouse.ui.dialogs.coming import ComingDialog, why
from guesthouse.ui.dialogs.progress import ProgressDialog
from guesthouse.ui.journal.words import entries_counted

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.journal.desk import Desk

MOST_TOLD = 12


class Importing(QObject):
    """Hears "Import"."""

    def __init__(self, desk: Desk, look: Look, voice: Voice, origin: QObject) -> None:
        """For the journal on this desk; ``origin`` is who changes it."""
        super().__init__(desk)
        self._desk, self._look, self._voice, self._origin = desk, look, voice, origin
        self._house: House | None = None
        self.agree: Callable[[Coming], bool] = self._ask

    def welcome(self, house: House) -> None:
        """Take in what comes to this house."""
        self._house = house

    def let_go(self) -> None:
        """Know no house."""
        self._house = None

    def fill(self, menu: QMenu) -> None:
        """The ways in, as actions of a menu."""
        menu.addAction(self.tr("From a file …"), self._choose_file)
        menu.addAction(self.tr("From a folder …"), self._choose_folder)

    def take(self, source: Path) -> None:
        """Look at a file or folder, say what would come in, and take it in if that is wanted."""
        house = self._house
        if house is None or not self._desk.writing.try_to_save():
            return
        coming = self._run(self.tr("Looking at it"), lambda step: house.incoming.look(source, zone=_here()))
        if not isinstance(coming, Coming) or not self.agree(coming):
            return
        work = partial(house.incoming.take_in, coming, shrink=shrink)
        taken = self._run(self.tr("Taking in"), lambda step: work(progress=step))
        house.incoming.tell(origin=self._origin)
        self._desk.show_again()
        if isinstance(taken, Taken):
            self._tell(taken)

    def _tell(self, taken: Taken) -> None:
        lines = [f"{one.name}: {why(one.why)}" for one in taken.left_out[:MOST_TOLD]]
        if len(taken.left_out) > MOST_TOLD:
            lines.append(self.tr("and {count} more").format(count=len(taken.left_out) - MOST_TOLD))
        text = self.tr("They stand in the journal by their days.")
        if lines:
            text = "\n".join([text, "", self.tr("Left out:"), *lines])
        self._voice.tell(self.tr("Came in: {entries}.").format(entries=entries_counted(taken.entries)), text)

    def _run(self, title: str, work: Callable[[Callable[[int], bool]], object]) -> object | None:
        task = Task(work, self)
        dialog = ProgressDialog(title, self.tr("{count} so far"), task, self._look, self._desk.window())
        dialog.run()
        if dialog.trouble is not None:
            self._voice.tell(*words_of(dialog.trouble))
        return dialog.outcome

    def _ask(self, coming: Coming) -> bool:
        dialog = ComingDialog(coming, self._look, self._desk.window())
        wanted = bool(dialog.exec())
        dialog.deleteLater()
        return wanted

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self._desk.window(), self.tr("Import"))
        if chosen:
            self.take(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._desk.window(), self.tr("Import"))
        if chosen:
            self.take(Path(chosen))


def _here() -> tzinfo:
    """The time zone of this computer, as far as it tells: with its summers where it can."""
    from PySide6.QtCore import QTimeZone

    from guesthouse.formats.hours import zone_named

    return zone_named(bytes(QTimeZone.systemTimeZoneId().data()).decode(), datetime.now().astimezone().tzinfo)
