"""What is done about the passphrase, from its card in Settings and from the first page."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from guesthouse.domain.safekeeping import Sealed, Why
from guesthouse.errors import GuesthouseError
from guesthouse.ui.dialogs.passphrase import Asking, PassphraseDialog
from guesthouse.ui.dialogs.recovery import RecoveryDialog
from guesthouse.ui.settings.tools import Tools, beside

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.strongbox import Strongbox
    from guesthouse.ui.doors import Closed

T = TypeVar("T")

FIRST_LOCK = "10"
"""Minutes after which the window locks by itself, once there is a passphrase."""


@dataclass(frozen=True)
class Answer:
    """A new passphrase, and the key that the present one opened; each where it was asked for."""

    passphrase: str = field(repr=False)
    key: bytes | None = field(repr=False)


class PassphraseVerbs(QObject):
    """``show`` stands a dialog in front of the page and returns whether it was accepted; tests answer it themselves."""

    done = Signal()
    """Something about the passphrase is different now."""

    def __init__(self, tools: Tools, page: QWidget) -> None:
        """For a page in whose window dialogs stand."""
        super().__init__(page)
        self._tools, self._page = tools, page
        self._house: House | None = None

    def welcome(self, house: House) -> None:
        """A house is open."""
        self._house = house

    def let_go(self) -> None:
        """Know no house."""
        self._house = None

    def show(self, dialog: QDialog) -> bool:
        """Whether a dialog was accepted."""
        return dialog.exec() == QDialog.DialogCode.Accepted

    def set_up(self) -> None:
        """Ask for a first passphrase, encrypt, and show the recovery code."""
        asked = self._ask(Asking.first())
        if asked is None:
            return
        title = self.tr("Encrypting your data")
        sealed = self._tools.doors.while_closed(title, partial(_seal, asked.passphrase))
        if sealed is not None:
            self._tools.preferences.lock_after = FIRST_LOCK
            self._show_code(sealed.code, sealed.plain_copies)
        self.done.emit()

    def change(self) -> None:
        """Ask for the present passphrase and a new one; a backup is made first."""
        asked, strongbox = self._ask(Asking.another()), self._tools.keeping.strongbox
        if asked is None or asked.key is None or not self._back_up():
            return
        if self._tools.attempt(partial(_change, strongbox, asked)):
            self._tools.doors.put_in_order()
            told = self.tr(
                "It opens your data from now on, and in a moment the backups in your folder. "
                "Copies elsewhere open with the one they had."
            )
            self._tools.voice.tell(self.tr("The passphrase is changed."), told)

    def make_code(self) -> None:
        """Ask for the passphrase, and show a new recovery code."""
        asked, strongbox = self._ask(Asking.for_a_code()), self._tools.keeping.strongbox
        if asked is None or asked.key is None:
            return
        code = self._tools.attempt(partial(strongbox.new_code, asked.key))
        if code is not None:
            self._tools.doors.put_in_order()
            self._show_code(code, ())

    def remove(self) -> None:
        """Ask for the passphrase, and take it away."""
        asked = self._ask(Asking.to_remove())
        if asked is None or asked.key is None:
            return
        title = self.tr("Removing the passphrase")
        if self._tools.doors.while_closed(title, partial(_unseal, asked.key)):
            told = self.tr("Your data are not encrypted now. You can set a passphrase again at any time.")
            self._tools.voice.tell(self.tr("The passphrase is removed."), told)
        self.done.emit()

    def _ask(self, asking: Asking) -> Answer | None:
        opener = self._open if asking.present else None
        dialog = PassphraseDialog(asking, self._tools.look, self._page.window(), opener=opener)
        answer = Answer(dialog.passphrase, dialog.key) if self.show(dialog) else None
        dialog.forget()
        dialog.deleteLater()
        return answer

    def _open(self, passphrase: str) -> bytes | None:
        unlock, title = self._tools.keeping.strongbox.unlock, self.tr("Trying the passphrase")
        return beside(title, lambda progress: unlock(passphrase), self._tools.look, self._page)

    def _back_up(self) -> bool:
        """Whether it can be gone on: one that cannot be made keeps nobody from another passphrase."""
        house, title = self._house, self.tr("Making a backup first")
        if house is None:
            return False
        work = partial(house.backups.make, Why.BEFORE_PASSPHRASE)
        with suppress(GuesthouseError):
            return beside(title, work, self._tools.look, self._page) is not None
        return True

    def _show_code(self, code: str, plain: Sequence[Path]) -> None:
        dialog = RecoveryDialog(code, self._tools.look, self._page.window(), plain=plain)
        self.show(dialog)
        dialog.deleteLater()


def _change(strongbox: Strongbox, asked: Answer) -> bool:
    strongbox.change(asked.key or b"", asked.passphrase)
    return True


def _seal(passphrase: str, closed: Closed) -> Sealed:
    sealed = closed.keeping.strongbox.seal(passphrase, closed.progress)
    closed.key = sealed.key
    return sealed


def _unseal(key: bytes, closed: Closed) -> bool:
    closed.keeping.strongbox.unseal(key, closed.progress)
    closed.key = None
    return True
