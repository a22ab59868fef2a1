"""The card "Erase everything": after a word is typed, all of it goes from this computer, and the window closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from guesthouse.services.eraser import Remains
from guesthouse.ui.dialogs.erase import EraseDialog
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.settings.tools import Tools, reason_closed

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.doors import Closed


class ErasingCard(Card):
    """``agree`` and ``close_window`` are answered by tests themselves."""

    def __init__(self, tools: Tools, page: QWidget) -> None:
        """For a page in whose window the question stands, and which closes afterwards."""
        super().__init__()
        self._tools, self._page = tools, page
        self._house_open = False
        self.agree: Callable[[Remains], bool] = self._ask
        self.close_window: Callable[[], object] = lambda: page.window().close()
        look = tools.look
        self.erase = quiet(look, self.tr("Erase everything"))
        self.erase.clicked.connect(self._erase)
        self._reason = label(look, "small", reason_closed())
        self.column.addWidget(label(look, "subheading", self.tr("Leaving nothing here")))
        self.column.addSpacing(8)
        told = self.tr("Takes all of it off this computer: what you keep, its backups here, preferences and the log.")
        self.column.addWidget(label(look, "body", told))
        row = Flow()
        row.addWidget(self.erase)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self.column.addWidget(self._reason)
        self._read()

    def welcome(self, house: House) -> None:
        """Nobody but who opened it can erase it."""
        self._house_open = True
        self._read()

    def let_go(self) -> None:
        """Where it is locked, whoever comes by cannot erase it."""
        self._house_open = False
        self._read()

    def _read(self) -> None:
        possible = self._house_open or not self._tools.doors.sealed
        self.erase.setEnabled(possible)
        self.erase.setAccessibleDescription("" if possible else self._reason.text())
        self._reason.setVisible(not possible)

    def _erase(self) -> None:
        if not self.agree(self._tools.keeping.eraser.foresee()):
            return
        preferences = self._tools.preferences
        preferences.forget()  # before the house closes: the window's place is not to be written down once more
        left = self._tools.doors.while_closed(self.tr("Erasing everything"), _erase)
        if left is None:
            preferences.remember()
            return
        self._tell(left)
        self.close_window()

    def _tell(self, left: Sequence[Path]) -> None:
        closing = self.tr("Guesthouse closes now, and keeps nothing here until you open it again.")
        if not left:
            self._tools.voice.tell(self.tr("Everything is erased."), closing)
            return
        told = [self.tr("This could not be removed:"), *(str(path) for path in left), "", closing]
        self._tools.voice.tell(self.tr("Not all of it could be erased."), "\n".join(told))

    def _ask(self, remains: Remains) -> bool:
        folders = list(dict.fromkeys(file.parent for file in remains.goes))
        dialog = EraseDialog(self._tools.look, self._page.window(), goes=folders, stays=remains.stays)
        wanted = bool(dialog.exec())
        dialog.deleteLater()
        return wanted


def _erase(closed: Closed) -> list[Path]:
    left = closed.keeping.eraser.erase()
    closed.key, closed.stays_closed = None, True
    return list(left)
