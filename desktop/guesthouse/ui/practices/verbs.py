"""What is said of the practice that is open, and what is taken away from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from guesthouse.domain.sitting import Verdict
from guesthouse.qt.voice import Voice
from guesthouse.ui.practices.erasing import erase_own, erase_time
from guesthouse.ui.practices.retelling import as_entry

if TYPE_CHECKING:
    from guesthouse.ui.practices.browse import Browse


class Verbs(QObject):
    """Hears the parts of the detail, does what they ask for, and has the outcome shown."""

    def __init__(self, browse: Browse, voice: Voice, *, origin: object) -> None:
        """``origin`` is who changes things here."""
        super().__init__(browse)
        self._browse, self._voice, self._origin = browse, voice, origin
        detail = browse.detail
        detail.portrait.favoured.connect(self._favour)
        detail.portrait.leave_asked.connect(self._leave_it)
        detail.again.judged.connect(self._judge)
        detail.history.erase_asked.connect(self._erase_time)
        detail.history.keep_asked.connect(self._keep_time)
        detail.erase.clicked.connect(self._erase_own)

    def _favour(self, on: bool) -> None:
        house, practice = self._browse.house, self._browse.opened
        if house is not None and practice is not None:
            try:
                house.practices.favour(practice.id, on, origin=self._origin)
            finally:  # where it could not be kept, what was said before holds, and is what is shown
                self._browse.read()

    def _judge(self, verdict: Verdict | None) -> None:
        house, practice = self._browse.house, self._browse.opened
        if house is not None and practice is not None:
            try:
                house.practices.judge(practice.id, verdict, origin=self._origin)
            finally:  # where it could not be kept, what was said before holds, and is what is shown
                self._browse.read()

    def _leave_it(self) -> None:
        house, sitting = self._browse.house, self._browse.broken_off
        if house is not None and sitting is not None:
            house.sittings.stop(sitting.id, origin=self._origin)
            self._browse.read()
            self._browse.detail.begin()

    def _erase_time(self, sitting_id: str) -> None:
        house = self._browse.house
        if house is not None and erase_time(house, self._voice, sitting_id, self._origin):
            self._browse.read()
            self._browse.detail.begin()

    def _keep_time(self, sitting_id: str) -> None:
        """Into the journal, as it could have gone there at the end."""
        house, practice = self._browse.house, self._browse.opened
        sitting = house.sittings.one(sitting_id) if house is not None else None
        if house is None or practice is None or sitting is None:
            return
        text = as_entry(self._browse.retell(practice, sitting))
        house.sittings.keep_in_journal(sitting_id, practice.title, text, origin=self._origin)
        self._browse.read()
        self._browse.detail.history.go_to(sitting_id)

    def _erase_own(self) -> None:
        house, practice = self._browse.house, self._browse.opened
        if house is not None and practice is not None and erase_own(house, self._voice, practice, self._origin):
            self._browse.close_practice()
            self._browse.library.read()
            self._browse.library.field.setFocus()
