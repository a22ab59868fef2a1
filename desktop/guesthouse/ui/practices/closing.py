"""What the ending's buttons do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guesthouse.domain.errand import Beginning, Reopen
from guesthouse.domain.player_words import EndingWords
from guesthouse.domain.practice import Answer, Practice
from guesthouse.domain.sitting import NEW, Kept, Verdict
from guesthouse.ui.practices.ending import FIVE, Ending
from guesthouse.ui.practices.keeping import Keeping
from guesthouse.ui.practices.telling import told

if TYPE_CHECKING:
    from guesthouse.house import House

JOURNAL = "journal"


class Closing(QObject):
    """The end of one practice: it is judged, and what was written goes where it is to go."""

    carried = Signal(str, object)

    def __init__(self, ending: Ending, keeping: Keeping, words: EndingWords) -> None:
        """``keeping`` has what was written."""
        super().__init__()
        self._ending, self._keeping, self._words = ending, keeping, words
        self._house: House | None = None
        self._practice: Practice | None = None
        self._kept: Kept | None = None
        ending.judged.connect(self._judge)
        ending.kept.connect(self._keep)
        ending.write_asked.connect(self._write)
        ending.changed.connect(self._changed)

    def begin(self, house: House, practice: Practice, *, back: str = "") -> None:
        """Show the ending of this practice; ``back`` is what leaving it is called, where it leads on elsewhere."""
        self._house, self._practice, self._kept = house, practice, None
        verdict = house.practices.standings().get(practice.id, NEW).verdict
        five: Answer = self._keeping.answers.get(FIVE, "")
        self._ending.begin(five, verdict, back=back)
        self._changed()

    def let_go(self) -> None:
        """Hold nothing."""
        self._house = self._practice = self._kept = None

    def _text(self) -> str:
        """What was written so far, to be read again."""
        if self._house is None or self._practice is None:
            return ""
        self._keeping.gather()
        return told(self._practice, self._keeping.answers, self._house.noticings.words, self._words.five)

    def _changed(self) -> None:
        if self._kept in (None, Kept.HERE):
            self._ending.show_written(bool(self._text()))

    def _judge(self, verdict: Verdict | None) -> None:
        house, practice = self._house, self._practice
        if house is not None and practice is not None:
            self._keeping.attempt(partial(house.practices.judge, practice.id, verdict))

    def _keep(self, kept: Kept) -> None:
        house, practice = self._house, self._practice
        text = self._text()
        if house is None or practice is None or not self._keeping.try_to_save() or self._keeping.sitting is None:
            return
        sitting = self._keeping.sitting.id
        verbs: dict[Kept, Callable[[], object]] = {
            Kept.JOURNAL: partial(house.sittings.keep_in_journal, sitting, practice.title, text),
            Kept.NOWHERE: partial(house.sittings.keep_nothing, sitting),
        }
        if kept in verbs:
            if not self._keeping.attempt(verbs[kept]):
                return
            self._keeping.hand_over()
        self._kept = kept
        self._ending.show_kept(kept)

    def _write(self) -> None:
        """To the journal: on with the entry that has the words, or to a new one with them, unless they are nowhere."""
        if self._practice is None:
            return
        if (entry := self._entry()) is not None:
            self.carried.emit(JOURNAL, Reopen(entry))
            return
        text = self._text() if self._kept in (None, Kept.HERE) else ""
        if self._keeping.try_to_save():
            beginning = Beginning(title=self._practice.title, text=text, practice=self._practice.id)
            self.carried.emit(JOURNAL, beginning)

    def _entry(self) -> str | None:
        """The entry that has the words, while it is not put away."""
        house, sitting = self._house, self._keeping.sitting
        if house is None or sitting is None or self._kept is not Kept.JOURNAL:
            return None
        kept = house.sittings.one(sitting.id)
        entry = house.journal.entry(kept.entry) if kept is not None and kept.entry else None
        return entry.id if entry is not None and entry.deleted is None else None
