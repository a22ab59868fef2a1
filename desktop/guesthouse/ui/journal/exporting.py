"""Entries on their way out: where to, as what, and what is said when they are there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QMenu, QPushButton

from guesthouse.formats.write_entries import Kind
from guesthouse.formats.write_markdown import suggested_name
from guesthouse.qt.look import Look
from guesthouse.qt.task import Task
from guesthouse.qt.voice import Voice, words_of
from guesthouse.ui.dialogs.progress import ProgressDialog
from guesthouse.ui.journal.words import entries_counted, hour, whole_day
from guesthouse.ui.parts.save_place import save_place

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.journal.desk import Desk

PDF = "pdf"
ONE_PAGE = ".md"
"""A file for one entry."""

ENDINGS = {Kind.HTML: ("HTML", ".html"), Kind.JSON: ("JSON", ".json"), PDF: ("PDF", ".pdf")}


class Exporting(QObject):
    """Hears "Export" and "Print". ``ask_place`` asks the person for a file or folder; tests answer it themselves."""

    def __init__(self, desk: Desk, look: Look, voice: Voice) -> None:
        """Wire the foot of the sheet."""
        super().__init__(desk)
        self._desk, self._look, self._voice = desk, look, voice
        self._house: House | None = None
        desk.sheet.foot.export.clicked.connect(self._of_sheet)

    def welcome(self, house: House) -> None:
        """Export from this house."""
        self._house = house

    def let_go(self) -> None:
        """Know no house."""
        self._house = None

    def fill(self, menu: QMenu, ids: Sequence[str] | None) -> None:
        """The ways out for these entries (all, where it is None), as actions of a menu."""
        menu.addAction(self.tr("Markdown …"), partial(self.export, Kind.MARKDOWN, ids))
        menu.addAction(self.tr("PDF …"), partial(self.export, PDF, ids))
        menu.addAction(self.tr("HTML …"), partial(self.export, Kind.HTML, ids))
        menu.addAction(self.tr("JSON …"), partial(self.export, Kind.JSON, ids))
        menu.addSeparator()
        menu.addAction(self.tr("Print …"), partial(self.print_out, ids))

    def export(self, kind: Kind | str, ids: Sequence[str] | None) -> None:
        """Ask where to, and write."""
        if not self._desk.writing.try_to_save():
            return
        to = self._ask_place(kind, ids)
        if to is not None:
            self.write(kind, ids, to)

    def write(self, kind: Kind | str, ids: Sequence[str] | None, to: Path) -> None:
        """Write these entries there, and say how it went."""
        if self._house is None:
            return
        outgoing = self._house.outgoing
        if kind == PDF:
            from guesthouse.qt.paper import write_pdf

            task = Task(lambda step: write_pdf(outgoing.read(ids), to, progress=step, say_hour=say_hour), self)
        else:
            task = Task(lambda step: outgoing.write(to, Kind(kind), ids=ids, progress=step, say_hour=say_hour), self)
        self._run(task, to)

    def print_out(self, ids: Sequence[str] | None) -> None:
        """The system's own dialog for printing, and then to the printer that is chosen."""
        from guesthouse.formats.write_entries import Cancelled
        from guesthouse.qt.paper import paint
        from guesthouse.qt.printing import ask_for_printer

        if self._house is None or not self._desk.writing.try_to_save():
            return
        printer = ask_for_printer(self.tr("Journal"), self._desk.window())
        if printer is None:
            return
        try:
            paint(self._house.outgoing.read(ids), printer, lambda done: True, say_hour)
        except (OSError, Cancelled):
            self._voice.tell(self.tr("Nothing was printed."), self.tr("The printer did not answer."))

    def _of_sheet(self) -> None:
        entry, button = self._desk.writing.entry, self._desk.sheet.foot.export
        if entry is not None and self._desk.writing.try_to_save():
            self._drop_down(button, [entry.id])

    def _drop_down(self, button: QPushButton, ids: Sequence[str]) -> None:
        menu = QMenu(button)
        self.fill(menu, ids)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _ask_place(self, kind: Kind | str, ids: Sequence[str] | None) -> Path | None:
        parent, title, name = self._desk.window(), self.tr("Export"), self._suggested(ids)
        if kind is Kind.MARKDOWN and (ids is None or len(ids) > 1):
            shown = self.tr("Markdown files, as an archive or a folder")
            to = save_place(parent, title, f"{name}.zip", [(shown, "")])
            return _folder_for(to) if to is not None and to.suffix.lower() == ONE_PAGE else to
        words, ending = ENDINGS.get(kind, ("Markdown", ONE_PAGE))
        return save_place(parent, title, f"{name}{ending}", [(words, ending)])

    def _suggested(self, ids: Sequence[str] | None) -> str:
        entry = self._desk.writing.entry
        if ids is not None and len(ids) == 1 and entry is not None and entry.id == ids[0]:
            return suggested_name(entry.title, f"{entry.written:%Y-%m-%d}")
        return self.tr("Journal")

    def _run(self, task: Task, to: Path) -> None:
        dialog = ProgressDialog(
            self.tr("Writing the entries"), self.tr("{count} so far"), task, self._look, self._desk.window()
        )
        dialog.run()
        if dialog.trouble is not None:
            self._voice.tell(*words_of(dialog.trouble))
        elif task.stopped or not isinstance(dialog.outcome, int):
            return
        elif dialog.outcome == 0:
            self._voice.tell(self.tr("There is nothing to export."), self.tr("No file was written."))
        else:
            text = self.tr("{entries}, in {file}. It is not encrypted: whoever can open the file can read it.")
            self._voice.tell(self.tr("Written."), text.format(entries=entries_counted(dialog.outcome), file=to.name))


def _folder_for(page: Path) -> Path:
    """Where several entries go instead of into a page, in which each would take the place of the one before."""
    while page.suffix.lower() in (ONE_PAGE, ".zip"):
        page = page.with_suffix("")
    return page


def say_hour(when: datetime) -> str:
    """ "Sunday 22 November 2026, 19:40"."""
    return QCoreApplication.translate("Journal", "{day}, {hour}").format(day=whole_day(when.date()), hour=hour(when))
