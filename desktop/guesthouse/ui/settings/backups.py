"""The card "Backups": where they lie, what the last one holds, making one, and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from guesthouse.domain.safekeeping import Backup, Inside, Progress, Why
from guesthouse.qt.task import Task
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import Form
from guesthouse.ui.parts.labels import label
from guesthouse.ui.settings.tools import Tools, beside, reason_closed
from guesthouse.ui.settings.words import hour_told, inside_told

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.backups import Backups


T = TypeVar("T")


class BackupsCard(Card):
    """``ask_folder`` is answered by tests themselves."""

    def __init__(self, tools: Tools, page: QWidget, restore: Callable[[], None]) -> None:
        """``restore`` begins to put a backup back; it works without a house, too."""
        super().__init__()
        self._tools, self._page = tools, page
        self._backups: Backups | None = None
        self._looking: Task | None = None
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        look = tools.look
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.away = label(look, "soft")
        self.last = label(look, "body")
        self._reason = label(look, "small", reason_closed())
        self.make = primary(look, self.tr("Back up now"))
        self.restore = quiet(look, self.tr("Restore a backup"))
        self.open_folder = quiet(look, self.tr("Open that folder"))
        self.choose = quiet(look, self.tr("Another folder"))
        self.usual = quiet(look, self.tr("Use the usual folder"))
        self._lay_out()
        self.make.clicked.connect(self._make)
        self.restore.clicked.connect(restore)
        self.choose.clicked.connect(self._choose)
        self.usual.clicked.connect(lambda: self._use(None))
        self.open_folder.clicked.connect(self._open)
        self.read()

    def welcome(self, house: House) -> None:
        """These are its backups."""
        self._backups = house.backups
        self.read()

    def let_go(self) -> None:
        """Know no house: what is there can be put back, nothing can be made."""
        self._stop_looking()
        self._backups = None
        self.read()

    def read(self) -> None:
        """Show what is so now; while it is out of sight nothing is read."""
        backups = self._backups
        for widget in (self.make, self.choose, self.usual):
            widget.setEnabled(backups is not None)
            widget.setAccessibleDescription("" if backups is not None else self._reason.text())
        self._reason.setVisible(backups is None)
        self.last.setVisible(backups is not None)
        if backups is None:
            self._show_folder(self._tools.keeping.paths.backups, away=False)
        elif self.isVisible():
            self._show_folder(backups.folder, away=backups.folder_away)
            self._show_last(backups)

    def _show_folder(self, folder: Path, *, away: bool) -> None:
        self.folder.setText(str(folder))
        self.folder.setCursorPosition(0)
        self.away.setVisible(away)
        self.usual.setVisible(away or folder != self._tools.keeping.paths.backups)

    def _show_last(self, backups: Backups) -> None:
        """When the last one was made; what is inside is said once it was looked into, beside the window."""
        self._stop_looking()
        newest = next(iter(backups.listed()), None)
        if newest is None:
            self.last.setText(self.tr("There is no backup yet."))
            return
        self.last.setText(self.tr("The last one is of {hour}.").format(hour=hour_told(newest.made)))
        self._looking = Task(lambda step: backups.look_into(newest), self)
        self._looking.succeeded.connect(partial(self._tell_inside, newest))
        self._looking.start()

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.wait()
            self._looking.deleteLater()
            self._looking = None

    def _tell_inside(self, newest: Backup, inside: Inside | None) -> None:
        if self._backups is None or inside is None:
            return
        told = self.tr("The last one is of {hour}. It holds {things}.")
        self.last.setText(told.format(hour=hour_told(newest.made), things=inside_told(inside)))

    def _make(self) -> None:
        backups = self._backups
        if backups is None:
            return
        self._stop_looking()
        title = self.tr("Making a backup")
        made = self._tools.attempt(lambda: beside(title, partial(_make, backups), self._tools.look, self._page))
        if made is not None:
            self._tell_made(*made)
        self.read()

    def _tell_made(self, backup: Backup, inside: Inside | None) -> None:
        told = self.tr("{name}\nin {folder}").format(name=backup.file.name, folder=backup.file.parent)
        if inside is not None:
            held = self.tr("It was opened and checked, and holds {things}.").format(things=inside_told(inside))
            told = f"{told}\n{held}"
        self._tools.voice.tell(self.tr("A backup is made."), told)

    def _choose(self) -> None:
        chosen = self.ask_folder()
        if chosen is not None:
            self._use(chosen)

    def _use(self, folder: Path | None) -> None:
        backups = self._backups
        if backups is not None:
            self._tools.attempt(lambda: backups.choose_folder(folder))
        self.read()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))

    def _ask_folder(self) -> Path | None:
        title = self.tr("Choose another folder")
        chosen = QFileDialog.getExistingDirectory(self._page.window(), title, self.folder.text())
        return Path(chosen) if chosen else None

    def _lay_out(self) -> None:
        look, column = self._tools.look, self.column
        column.addWidget(label(look, "subheading", self.tr("Backups")))
        column.addSpacing(8)
        lead = self.tr(
            "A copy is made by itself, at most once a day and before anything large changes. The last seven days, four "
            "weeks and twelve months are kept."
        )
        column.addWidget(label(look, "body", lead))
        column.addWidget(self.last)
        self._add_row(self.make, self.restore)
        column.addWidget(self._reason)
        column.addSpacing(8)
        form = Form(look)
        told = self.tr("Another disk, or a folder that is synced, helps when this computer is lost.")
        form.add_below(self.tr("Where backups lie"), self.folder, told)
        column.addWidget(form)
        self.away.setText(
            self.tr("The folder you chose cannot be reached now. Until it is there again, backups go to this one.")
        )
        column.addWidget(self.away)
        self._add_row(self.open_folder, self.choose, self.usual)

    def _add_row(self, *buttons: QPushButton) -> None:
        row = Flow()
        for button in buttons:
            row.addWidget(button)
        self.column.addSpacing(8)
        self.column.addLayout(row)


def _make(backups: Backups, progress: Progress) -> tuple[Backup, Inside | None]:
    made = backups.make(Why.BY_HAND, progress)
    return made, backups.look_into(made)
