"""The button "Restore a backup": asks which one, has it put back while the house is closed, and tells what is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from guesthouse.domain.safekeeping import State
from guesthouse.keeping import Keeping
from guesthouse.qt.look import Look
from guesthouse.qt.voice import Voice
from guesthouse.ui.dialogs.restore import RestoreDialog
from guesthouse.ui.doors import Closed, Doors
from guesthouse.ui.mending.shelf import Choice, Shelf
from guesthouse.ui.settings.words import hour_told, inside_told


class RestoringBackups(QObject):
    """Works with a house open and without one. ``ask`` is answered by tests themselves."""

    def __init__(self, *, look: Look, voice: Voice, doors: Doors, keeping: Keeping, page: QWidget) -> None:
        """``page`` is where its dialogs stand."""
        super().__init__(page)
        self._look, self._voice, self._doors, self._keeping, self._page = look, voice, doors, keeping, page
        self.ask: Callable[[RestoreDialog], Choice | None] = _ask

    def begin(self, shelf: Shelf | None = None) -> bool:
        """Ask, and put back what was chosen; ``shelf`` is that of the open house. Whether one came back."""
        choice = self._choose(shelf or self._keeping.backups(None), "", None)
        if choice is None or self._put_back(choice, None) is None:
            return False
        self._voice.tell(*self.told(choice))
        return True

    def begin_from_damage(self, key: bytes | None, newest: Path | None) -> bool:
        """The same in the place of a damaged file; ``key`` is its own, where it is known."""
        note = self.tr("The file that is there now is kept aside, as it is.")
        choice = self._choose(self._keeping.backups(key), note, newest)
        if choice is None:
            return False
        put_back = self._put_back(choice, key)
        if put_back is None:
            return False
        title, text = self.told(choice)
        where = self.tr("The file that was there lies untouched in {folder}.").format(folder=put_back[0])
        self._voice.tell(title, f"{text}\n{where}" if put_back[0] else text)
        return True

    def told(self, choice: Choice) -> tuple[str, str]:
        """What is said afterwards."""
        title = self.tr("The backup of {hour} is back.").format(hour=hour_told(choice.backup.made))
        if choice.inside is None:
            return title, self.tr("Everything is as it was then.")
        return title, self.tr("It holds {things}.").format(things=inside_told(choice.inside))

    def _choose(self, shelf: Shelf, note: str, newest: Path | None) -> Choice | None:
        dialog = RestoreDialog(shelf, self._keeping.restoring, self._look, self._page.window(), note=note)
        if newest is not None:
            dialog.prefer(newest)
        try:
            return self.ask(dialog)
        finally:
            dialog.deleteLater()

    def _put_back(self, choice: Choice, key: bytes | None) -> tuple[Path | None] | None:
        """The folder where a damaged file lies now, if it was one; None where it was not done, which was told."""

        def work(closed: Closed) -> tuple[Path | None]:
            key_now = closed.key or key
            key_then = key_now if choice.alike else choice.key
            keeping = closed.keeping
            aside = keeping.mending.begin_from(choice.backup.file, key_then, closed.progress, key_now=key_now)
            closed.key = _key_of_now(keeping, key_now, key_then)
            return (aside,)

        return self._doors.while_closed(self.tr("Putting the backup back"), work)


def _key_of_now(keeping: Keeping, key_now: bytes | None, key_then: bytes | None) -> bytes | None:
    """Which of the two opens the file that is there now."""
    if keeping.strongbox.state() is not State.SEALED:
        return None
    if key_now is not None and keeping.restoring.opens_with(keeping.paths.database, key_now):
        return key_now
    return key_then


def _ask(dialog: RestoreDialog) -> Choice | None:
    dialog.exec()
    return dialog.choice
