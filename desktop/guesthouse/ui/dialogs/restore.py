"""Asks which backup is to come back: each with its date, its size and what is inside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from guesthouse.domain.safekeeping import Backup
from guesthouse.errors import GuesthouseError, NotABackup, WrongCode, WrongKey, trouble_of
from guesthouse.qt.look import Look
from guesthouse.qt.task import Task
from guesthouse.qt.voice import words_of
from guesthouse.ui.dialogs.ample import AmpleDialog
from guesthouse.ui.mending.shelf import Choice, Opener, Seen, Shelf, named, opened
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.secret_field import SecretField

TALL, LOW = 208, 112
"""Design pixels of the list: low where that leaves room in the window for what is asked below it."""

ROOMY = 560
"""Design pixels from which a dialog has room for the tall one."""


class RestoreDialog(AmpleDialog):
    """Afterwards ``choice`` is there. ``ask_file`` is answered by tests themselves."""

    def __init__(self, shelf: Shelf, opener: Opener, look: Look, parent: QWidget | None, *, note: str = "") -> None:
        """``note`` says what becomes of what is there now, where that is not the usual."""
        super().__init__(QCoreApplication.translate("RestoreDialog", "Restore a backup"), look, parent)
        self.choice: Choice | None = None
        self.ask_file: Callable[[], Path | None] = self._ask_file
        self._shelf, self._opener = shelf, opener
        self._seen = [Seen(backup) for backup in shelf.listed()]
        self.list = look.dress(QListWidget(), "body")
        self.passphrase = SecretField(look)
        self._passphrase_name = label(look, "body", self.tr("Passphrase of that backup"))
        self._hint = label(look, "small", self.tr("Its recovery code opens it, too."))
        self._asking = (self._passphrase_name, self._hint, self.passphrase)
        self._none = label(look, "soft", self.tr("There is no backup in the folder of the backups."))
        self.problem = label(look, "body")
        self.other = quiet(look, self.tr("Another file …"))
        self.yes = primary(look, self.tr("Restore"))
        self.no = quiet(look, self.tr("Cancel"))
        self._lay_out(note or self.tr("It takes the place of what is here now. A backup of today is made first."))
        self._wire()
        self._show_all()
        self.list.setCurrentRow(0 if self._seen else -1)
        self._looking = Task(self._look_into_all, self)
        self._opening: Task | None = None
        self._looking.progressed.connect(self._saw)
        self._looking.start()

    def prefer(self, file: Path) -> None:
        """Begin at this one, where it is in the list."""
        for row, seen in enumerate(self._seen):
            if seen.backup.file == file:
                self.list.setCurrentRow(row)

    def fit(self) -> None:
        """In a low window the list takes less of it."""
        px = self._look.px
        self.list.setMinimumHeight(px(TALL if self.most().height() >= px(ROOMY) else LOW))
        super().fit()

    def done(self, result: int) -> None:
        """Nothing goes on behind it, and nothing that was typed is kept."""
        for task in (self._looking, self._opening):
            if task is not None:
                task.stop()
                task.wait()
        self.passphrase.clear()
        super().done(result)

    # ------------------------------------------------------------------------------------------------- the list

    def _look_into_all(self, step: Callable[[int], bool]) -> None:
        """In a thread: one after another, the newest first."""
        for place, seen in enumerate(list(self._seen)):
            seen.look(self._shelf)
            if not step(place):
                return

    def _saw(self, place: int) -> None:
        if place < len(self._seen):
            self.list.item(place).setText(named(self._seen[place]))
        self._ask_what_is_needed()

    def _show_all(self) -> None:
        self.list.clear()
        for seen in self._seen:
            self.list.addItem(QListWidgetItem(named(seen)))
        self.list.setVisible(bool(self._seen))
        self._none.setVisible(not self._seen)
        self._ask_what_is_needed()

    def _current(self) -> Seen | None:
        row = self.list.currentRow()
        return self._seen[row] if 0 <= row < len(self._seen) else None

    def _ask_what_is_needed(self) -> None:
        """A passphrase, for one that the present key does not open."""
        seen = self._current()
        asked = seen is not None and seen.needs_passphrase
        if asked != self.passphrase.isVisibleTo(self):
            for each in self._asking:
                each.setVisible(asked)
            self.fit()
            if asked:
                self.bring_into_sight(self.passphrase)
        known = seen is not None and not seen.is_bad and (seen.looked or not seen.backup.sealed)
        self.yes.setEnabled(known and self._opening_is_over())

    def _opening_is_over(self) -> bool:
        return getattr(self, "_opening", None) is None

    def _chosen(self) -> None:
        self._say("")
        self.passphrase.clear()
        self._ask_what_is_needed()

    def _choose_file(self) -> None:
        file = self.ask_file()
        if file is None:
            return
        try:
            seen = Seen(_as_backup(file, sealed=self._opener.is_sealed(file)))
        except GuesthouseError as error:
            self._say(" ".join(words_of(error)))
            return
        self._looking.wait()  # it counts by the places of now
        seen.look(self._shelf)
        self._seen.insert(0, seen)
        self._show_all()
        self.list.setCurrentRow(0)
        if seen.is_bad:
            self._say(" ".join(words_of(NotABackup())))
        else:
            (self.passphrase if seen.needs_passphrase else self.yes).setFocus()

    # ------------------------------------------------------------------------------------------------- the choice

    def _try(self) -> None:
        seen = self._current()
        if seen is None or not self.yes.isEnabled():
            return
        if not seen.needs_passphrase:
            self._choose(Choice(seen.backup, None, seen.inside, alike=seen.backup.sealed))
            return
        if not self.passphrase.text():
            self._say(self.tr("Type the passphrase that this backup had then."))
            self.passphrase.setFocus()
            return
        self._open(seen, self.passphrase.text())

    def _open(self, seen: Seen, typed: str) -> None:
        self._say(self.tr("Opening…"))
        self._opening = Task(lambda step: opened(self._opener, self._shelf, seen.backup, typed), self)
        self._opening.succeeded.connect(self._choose)
        self._opening.failed.connect(self._failed)
        self._ask_what_is_needed()
        self._opening.start()

    def _choose(self, choice: object) -> None:
        if isinstance(choice, Choice):
            self.choice = choice
            self.accept()

    def _failed(self, error: GuesthouseError) -> None:
        if self._opening is not None:
            self._opening.wait()
        self._opening = None
        self._ask_what_is_needed()
        wrong = isinstance(error, WrongKey | WrongCode)
        self._say(self.tr("That isn't it.") if wrong else " ".join(words_of(error)))
        self.passphrase.setFocus()
        self.passphrase.selectAll()

    def _say(self, problem: str) -> None:
        self.tell(self.problem, problem)

    # ------------------------------------------------------------------------------------------------- the looks

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(lambda row: self._chosen())
        self.list.itemActivated.connect(lambda item: self._try())
        self.passphrase.textChanged.connect(lambda: self._say("") if self._opening_is_over() else None)
        self.other.clicked.connect(self._choose_file)
        self.yes.clicked.connect(self._try)
        self.no.clicked.connect(self.reject)
        self.yes.setDefault(True)

    def _lay_out(self, note: str) -> None:
        look, column = self._look, self.column
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.passphrase.setAccessibleName(self._passphrase_name.text())
        self.passphrase.setAccessibleDescription(self._hint.text())
        self._passphrase_name.setBuddy(self.passphrase)
        more = Flow()
        more.addWidget(self.other)
        column.addWidget(label(look, "body", note))
        column.addSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self._none)
        column.addLayout(more)
        column.addSpacing(8)
        for widget in (*self._asking, self.problem):
            column.addWidget(widget)
            widget.hide()
        self.add_buttons(self.yes, self.no)

    def _ask_file(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Restore a backup"))
        return Path(chosen) if chosen else None


def _as_backup(file: Path, *, sealed: bool) -> Backup:
    """A file from elsewhere, as one of ours; raises Trouble."""
    try:
        facts = file.stat()
    except OSError as error:
        raise trouble_of(error, file) from None
    return Backup(file, datetime.fromtimestamp(facts.st_mtime, UTC), facts.st_size, sealed)
