"""The card "Out and in": everything into one file, and an export taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from guesthouse.domain.safekeeping import Merging, Why
from guesthouse.errors import GuesthouseError, NotAnExport
from guesthouse.qt.voice import words_of
from guesthouse.ui.dialogs.merging import MergingDialog
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.save_place import save_place
from guesthouse.ui.settings.tools import Tools, beside, reason_closed
from guesthouse.ui.settings.words import counts_told, merging_told

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.archive import Archive
    from guesthouse.ui.doors import Closed

T = TypeVar("T")

JSON, ZIP = ".json", ".zip"


class InAndOutCard(Card):
    """``ask_place``, ``ask_source`` and ``agree`` are answered by tests themselves."""

    def __init__(self, tools: Tools, page: QWidget) -> None:
        """For a page in whose window dialogs stand."""
        super().__init__()
        self._tools, self._page = tools, page
        self._archive: Archive | None = None
        self.ask_place: Callable[[], Path | None] = self._ask_place
        self.ask_source: Callable[[], Path | None] = self._ask_source
        self.agree: Callable[[Merging], bool] = self._agree
        look = tools.look
        self.export, self.take = quiet(look, self.tr("Export")), quiet(look, self.tr("Import"))
        self._reason = label(look, "small", reason_closed())
        self._lay_out()
        self.export.clicked.connect(self._export)
        self.take.clicked.connect(self._import)
        self._read()

    def welcome(self, house: House) -> None:
        """From this house, and into it."""
        self._archive = house.archive
        self._read()

    def let_go(self) -> None:
        """Know no house."""
        self._archive = None
        self._read()

    def _read(self) -> None:
        possible = self._archive is not None
        self._reason.setVisible(not possible)
        for button in (self.export, self.take):
            button.setEnabled(possible)
            button.setAccessibleDescription("" if possible else self._reason.text())

    def _export(self) -> None:
        archive, to = self._archive, self.ask_place()
        if archive is None or to is None:
            return
        work, title = partial(archive.export, to), self.tr("Writing the export")
        written = self._attempt(lambda: beside(title, work, self._tools.look, self._page))
        if written is not None:
            self._tell_written(written, to)

    def _tell_written(self, written: Mapping[str, int], to: Path) -> None:
        told = self.tr("In {file}: {things}.").format(file=to, things=counts_told(written))
        if not any(written.values()):
            told = self.tr("There is nothing in it yet: {file}.").format(file=to)
        warning = self.tr("It is not encrypted: whoever can open the file can read it.")
        self._tools.voice.tell(self.tr("Written."), f"{told}\n\n{warning}")

    def _import(self) -> None:
        archive, source = self._archive, self.ask_source()
        if archive is None or source is None:
            return
        work, title = partial(archive.look, source), self.tr("Looking at it")
        merging = self._attempt(lambda: beside(title, work, self._tools.look, self._page))
        if merging is None or not self.agree(merging) or merging.is_nothing:
            return
        taken = self._tools.doors.while_closed(self.tr("Taking it in"), partial(_take_in, source))
        if taken is not None:
            self._tools.voice.tell(self.tr("It came in."), "\n".join(merging_told(taken)))

    def _attempt(self, verb: Callable[[], T]) -> T | None:
        """Trouble is told, with its place in a file, and nothing is returned then."""
        try:
            return verb()
        except NotAnExport as error:
            title, advice = words_of(error)
            journals = self.tr("Journals of other programs come in by “Import” in the Journal.")
            where = self.tr("The place: {place}").format(place=error.where) if error.where else journals
            self._tools.voice.tell(title, f"{where}\n\n{advice}")
        except GuesthouseError as error:
            self._tools.voice.tell(*words_of(error))
        return None

    def _agree(self, merging: Merging) -> bool:
        dialog = MergingDialog(merging, self._tools.look, self._page.window())
        wanted = bool(dialog.exec())
        dialog.deleteLater()
        return wanted

    def _ask_place(self) -> Path | None:
        whole, readable = self.tr("One file, to take in again (JSON)"), self.tr("Files to read anywhere (Markdown)")
        kinds = ((whole, JSON), (readable, ZIP))
        return save_place(self._page.window(), self.tr("Export"), f"Guesthouse{JSON}", kinds)

    def _ask_source(self) -> Path | None:
        kinds = self.tr("Exports of Guesthouse") + f" (*{JSON} *{ZIP})"
        chosen, _ = QFileDialog.getOpenFileName(self._page.window(), self.tr("Import"), str(Path.home()), kinds)
        return Path(chosen) if chosen else None

    def _lay_out(self) -> None:
        look, column = self._tools.look, self.column
        column.addWidget(label(look, "subheading", self.tr("Out and in")))
        column.addSpacing(8)
        out = self.tr(
            "Export writes everything you keep into one file: JSON, or a zip of Markdown files that can be read "
            "anywhere. It is not encrypted."
        )
        back = self.tr(
            "Import takes such an export in, from another computer, say. It first tells what would be added or "
            "changed, and removes nothing."
        )
        for text in (out, back):
            column.addWidget(label(look, "body", text))
        row = Flow()
        for button in (self.export, self.take):
            row.addWidget(button)
        column.addSpacing(8)
        column.addLayout(row)
        column.addWidget(self._reason)


def _take_in(source: Path, closed: Closed) -> Merging:
    """A backup first, then all of it; each is half of the way."""
    closed.keeping.backups(closed.key).make(Why.BEFORE_IMPORT, lambda done: closed.progress(done // 2))
    return closed.keeping.archive(closed.key).take_in(source, lambda done: closed.progress(50 + done // 2))
