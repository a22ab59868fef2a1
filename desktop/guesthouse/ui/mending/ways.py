"""What one can do about a damaged file: take what can be read, restore a backup, or begin anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guesthouse.domain.safekeeping import Backup
from guesthouse.errors import GuesthouseError, WrongKey
from guesthouse.qt.task import Task
from guesthouse.qt.voice import words_of
from guesthouse.services.mending import Wreck
from guesthouse.ui.doors import Closed
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.secret_field import SecretField
from guesthouse.ui.settings.restoring import RestoringBackups
from guesthouse.ui.settings.tools import Tools
from guesthouse.ui.settings.words import hour_told, inside_told


class WaysOn(QWidget):
    """Looks at the file beside the window, says what can be read and which backup there is, and does what is wished."""

    def __init__(self, tools: Tools) -> None:
        """Nothing is looked at yet."""
        super().__init__()
        self._tools, self._look = tools, tools.look
        self._key: bytes | None = None
        self._looking: Task | None = None
        self._wreck: Wreck | None = None
        self.restoring = RestoringBackups(
            look=tools.look, voice=tools.voice, doors=tools.doors, keeping=tools.keeping, page=self
        )
        look = tools.look
        self.readable = label(look, "body")
        self.newest = label(look, "body")
        self.passphrase = SecretField(look)
        self.passphrase_name = label(look, "body", self.tr("Passphrase"))
        self.problem = label(look, "body")
        self.see = quiet(look, self.tr("See what can be read"))
        self.keep = primary(look, self.tr("Keep it aside and take what can be read"))
        self.restore = quiet(look, self.tr("Restore a backup"))
        self.anew = quiet(look, self.tr("Begin anew"))
        self._lay_out()
        self.see.clicked.connect(self._open)
        self.passphrase.returnPressed.connect(self._open)
        self.passphrase.textChanged.connect(lambda: self._say(""))
        self.keep.clicked.connect(self._keep)
        self.restore.clicked.connect(self._restore)
        self.anew.clicked.connect(self._begin_anew)

    def begin(self, *, damaged: bool) -> None:
        """Show the ways there are, and look at the file; one that is well and cannot be opened has a backup only."""
        self.rest()
        self._key = self._tools.doors.key or self._key
        sealed = damaged and self._key is None and self._needs_passphrase()
        for widget in (self.readable, self.newest, self.anew):
            widget.setVisible(damaged)
        asking: tuple[QWidget, ...] = (self.passphrase_name, self.passphrase, self.see)
        for each in asking:
            each.setVisible(sealed)
        self._say("")
        self.keep.hide()
        if sealed:
            self.readable.setText(self.tr("With your passphrase it can be seen how much of it can be read."))
        if damaged:
            self._begin_to_look(told=not sealed)

    def rest(self) -> None:
        """Stop looking."""
        if self._looking is not None:
            self._looking.stop()
            self._looking.wait()
            self._looking.deleteLater()
            self._looking = None
        self._wreck = None

    def forget(self) -> None:
        """Hold nothing that opens the file."""
        self.rest()
        self._key = None
        self.passphrase.clear()

    def _needs_passphrase(self) -> bool:
        try:
            return self._tools.keeping.mending.needs_passphrase()
        except GuesthouseError:
            return False

    # ------------------------------------------------------------------------------------------------- looking

    def _begin_to_look(self, *, told: bool = True) -> None:
        mending, key = self._tools.keeping.mending, self._key
        if told:
            self.readable.setText(self.tr("Looking at what can be read. It takes a while where there is much."))
        self.newest.setText("")
        self._start(Task(lambda step: mending.look(key, step), self), self._seen)

    def _seen(self, wreck: object) -> None:
        if not isinstance(wreck, Wreck):
            return
        self._wreck = wreck
        if not self.passphrase.isVisibleTo(self):
            self.readable.setText(_readable(wreck))
            self.keep.setVisible(wreck.readable is not None)
            self.newest.setText(_newest(wreck.newest_good, any_=bool(wreck.backups)))
        elif wreck.newest_good is not None or not wreck.backups:
            self.newest.setText(_newest(wreck.newest_good, any_=False))
        said = f"{self.readable.text()} {self.newest.text()}"
        announce(self, said)

    def _open(self) -> None:
        """Find the key, and look with it."""
        typed, mending = self.passphrase.text(), self._tools.keeping.mending
        if typed:
            self.rest()
            self._say(self.tr("Opening…"))
            self._start(Task(lambda step: mending.opening(typed), self), self._opened)

    def _opened(self, key: object) -> None:
        if isinstance(key, bytes):
            self._key = key
            self.passphrase.clear()
            self.begin(damaged=True)
            self.restore.setFocus()

    def _start(self, task: Task, then: Callable[[object], None]) -> None:
        """``then`` hears of it only while it is still what is waited for."""
        self._looking = task
        task.succeeded.connect(lambda found: then(found) if task is self._looking else None)
        task.failed.connect(lambda error: self._failed(error) if task is self._looking else None)
        task.start()

    def _failed(self, error: GuesthouseError) -> None:
        if isinstance(error, WrongKey):
            self._say(self.tr("That isn't it."))
            self.passphrase.setFocus()
            self.passphrase.selectAll()
            return
        self._say("")
        self.readable.setText(" ".join(words_of(error)))

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            announce(self, problem)

    # ------------------------------------------------------------------------------------------------- doing

    def _keep(self) -> None:
        wreck, key = self._wreck, self._key
        if wreck is None or wreck.readable is None:
            return
        things = self.tr("There was nothing in it yet") if wreck.readable.is_nothing else inside_told(wreck.readable)
        self.rest()

        def work(closed: Closed) -> Path:
            closed.key = closed.key or key
            return closed.keeping.mending.salvage(closed.key, closed.progress)

        aside = self._tools.doors.while_closed(self.tr("Taking what can be read"), work)
        if aside is not None:
            text = self.tr("{things}. The damaged file lies untouched in {folder}.")
            self._tools.voice.tell(
                self.tr("What could be read is here again."), text.format(things=things, folder=aside)
            )

    def _restore(self) -> None:
        newest, key = (self._wreck.newest_good if self._wreck is not None else None), self._key
        self.restoring.begin_from_damage(key, newest.file if newest is not None else None)

    def _begin_anew(self) -> None:
        text = self.tr("You begin with an empty house. The file that is there now is kept aside, as it is.")
        if not self._tools.voice.ask(self.tr("Begin anew?"), text, self.tr("Begin anew"), self.tr("Not now")):
            return
        self.rest()

        def work(closed: Closed) -> Path:
            aside = closed.keeping.mending.begin_anew()
            closed.key = None
            return aside

        aside = self._tools.doors.while_closed(self.tr("Keeping the old file aside"), work)
        if aside is not None:
            text = self.tr("The file that was there lies untouched in {folder}.")
            self._tools.voice.tell(self.tr("This is an empty house."), text.format(folder=aside))

    # ------------------------------------------------------------------------------------------------- the looks

    def _lay_out(self) -> None:
        self.passphrase.setAccessibleName(self.passphrase_name.text())
        self.passphrase_name.setBuddy(self.passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.readable, self.passphrase_name, self.passphrase, self.problem):
            column.addWidget(widget)
        _add_row(column, self.see)
        column.addWidget(self.newest)
        column.addSpacing(8)
        _add_row(column, self.keep)
        column.addSpacing(4)
        _add_row(column, self.restore, self.anew)
        column.addSpacing(24)
        self.problem.hide()


def _add_row(column: QVBoxLayout, *buttons: QPushButton) -> None:
    row = Flow()
    for button in buttons:
        row.addWidget(button)
    column.addLayout(row)


def _readable(wreck: Wreck) -> str:
    say = QCoreApplication.translate
    if wreck.readable is None:
        return say("WaysOn", "Nothing of it can be read.")
    if wreck.readable.is_nothing:
        return say("WaysOn", "It can be read, and there is nothing in it yet.")
    told = say("WaysOn", "{things} can be read.").format(things=inside_told(wreck.readable))
    if not wreck.only_words:
        return told
    words = say("WaysOn", "In {count} of them the words stand without capitals and marks, as the search knew them.")
    return f"{told} {words.format(count=wreck.only_words)}"


def _newest(backup: Backup | None, *, any_: bool) -> str:
    say = QCoreApplication.translate
    if backup is None or backup.inside is None:
        return (
            say("WaysOn", "None of the backups can be opened as it is; one may open with the passphrase it had then.")
            if any_
            else say("WaysOn", "There is no backup in the folder of the backups.")
        )
    told = say("WaysOn", "The newest good backup is of {hour}. It holds {things}.")
    return told.format(hour=hour_told(backup.made), things=inside_told(backup.inside))
