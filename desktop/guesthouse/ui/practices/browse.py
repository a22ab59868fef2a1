"""Finding a practice and looking at it: the library, and the one that is open beside it or in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from guesthouse.domain.errand import Reopen, Start
from guesthouse.domain.practice import Practice, without
from guesthouse.domain.sitting import NEW, Length, Sitting
from guesthouse.qt.look import Look
from guesthouse.qt.voice import Voice
from guesthouse.ui.practices.detail import Detail
from guesthouse.ui.practices.handing import Handing
from guesthouse.ui.practices.library import Library
from guesthouse.ui.practices.portrait import Seen
from guesthouse.ui.practices.retelling import retold
from guesthouse.ui.practices.verbs import Verbs

if TYPE_CHECKING:
    from guesthouse.house import House

WIDEST = 1240
BESIDE = 860
"""From this width on (design pixels) the practice that is open stands beside the list, else in its place."""

TIMES = 60
"""So many earlier times with a practice are read at once: one may have done it every day for years."""


class Browse(QWidget):
    """Which practice is open, and what is done with it but doing it."""

    start_asked = Signal(Start)
    own_asked = Signal(object)
    """A Practice: one to make one's own, or an own one to change; None to write one from empty."""
    carried = Signal(str, object)
    wanted = Signal(str)

    def __init__(
        self, look: Look, voice: Voice, clock: Callable[[], datetime], *, origin: object, pause_ms: int, five: str
    ) -> None:
        """``origin`` is who changes things here, ``five`` the question about the next five minutes."""
        super().__init__()
        self._look, self._clock = look, clock
        self._house: House | None = None
        self._open: Seen | None = None
        self._five = five
        self.library = Library(look, pause_ms)
        self.detail = Detail(look, self.retell)
        self.handing = Handing(voice, self, origin=origin)
        self.verbs = Verbs(self, voice, origin=origin)
        self._lay_out()
        self._wire()

    @property
    def house(self) -> House | None:
        """The house whose library is shown."""
        return self._house

    @property
    def opened(self) -> Practice | None:
        """The practice that is open."""
        return self._open.practice if self._open is not None else None

    @property
    def broken_off(self) -> Sitting | None:
        """The sitting with it that can be gone on with."""
        return self._open.broken_off if self._open is not None else None

    @property
    def open_id(self) -> str | None:
        """The id of the practice that is open."""
        return self._open.practice.id if self._open is not None else None

    def welcome(self, house: House) -> None:
        """Open this house's library."""
        self._house = house
        self.handing.know(house)
        self.library.open(house)
        self._show_broken_off()
        self._arrange()

    def let_go(self) -> None:
        """Close it, and hold nobody's words."""
        self._house = None
        self.handing.know(None)
        self.close_practice()
        self.library.open(None)
        self._show_broken_off()

    def read(self) -> None:
        """Read everything anew; what is open stays open."""
        if self._house is not None:
            self.library.read()
            self._show_broken_off()
            if self._open is not None:
                self.open_practice(self._open.practice.id)

    def open_practice(self, practice_id: str, *, earlier: int = 0) -> bool:
        """Show this one, with so many ``earlier`` times than are known of; False where there is none."""
        known = len(self._open.times) if self._open is not None and practice_id == self.open_id else 0
        self._open = self._look_at(practice_id, max(known, TIMES) + earlier)
        if self._open is None:
            self.close_practice()
            return False
        self.detail.show_practice(self._open, self._clock())
        self.library.mark(practice_id)
        self._arrange()
        return True

    def close_practice(self) -> None:
        """Nothing is open."""
        self._open = None
        self.library.list.clearSelection()
        self.detail.empty(self._clock())
        self._arrange()

    def search(self) -> None:
        """Put the focus where one searches."""
        if not self.library.isVisibleTo(self):
            self.close_practice()
        self.library.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.library.field.selectAll()

    def step_back(self) -> None:
        """Esc: close what stands in the place of the list, else empty the search, else close what is open."""
        in_its_place = self._open is not None and not self.beside()
        if (in_its_place or not self.library.narrow_nothing()) and self._open is not None:
            self._back()

    def beside(self) -> bool:
        """Whether list and practice stand beside each other."""
        return self.width() >= self._look.px(BESIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one in the place of the other."""
        super().resizeEvent(event)
        self._arrange()

    def retell(self, practice: Practice, sitting: Sitting) -> list[tuple[str, str]]:
        """What was asked and answered at one time; of a step that asks for what is switched off, its other way."""
        if self._house is None:
            return []
        asked = without(practice, self._house.wishes.off()) or practice
        return retold(asked, sitting.answers, self._house.noticings.words, self._five)

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.library, 10)
        row.addWidget(self.detail, 11)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 0, 20, 0)
        outer.addStretch(1)
        outer.addWidget(self._middle, 1000)
        outer.addStretch(1)

    def _wire(self) -> None:
        self.library.chosen.connect(self._chosen)
        self.library.entered.connect(self._enter)
        self.library.opened.connect(self._enter)
        for asks in (self.library.new_asked, self.detail.new.clicked):
            asks.connect(lambda: self.own_asked.emit(None))
        self.library.menu_asked.connect(self.handing.fill)
        self.library.kit_asked.connect(lambda: self.wanted.emit("kit"))
        self.handing.came.connect(self._came)
        portrait = self.detail.portrait
        portrait.start_asked.connect(self._start)
        portrait.go_on_asked.connect(lambda: self._start(Length.SHORT, self.broken_off))
        portrait.own_asked.connect(lambda: self.own_asked.emit(self._open.practice if self._open else None))
        portrait.opened.connect(self._enter)
        portrait.settings_asked.connect(lambda: self.wanted.emit("settings"))
        self.detail.history.entry_asked.connect(lambda entry: self.carried.emit("journal", Reopen(entry)))
        self.detail.history.earlier_asked.connect(lambda: self.open_practice(self.open_id or "", earlier=TIMES))
        self.detail.save.clicked.connect(lambda: self.handing.save(self._open.practice) if self._open else None)
        self.detail.back.connect(self._back)
        self._look.changed.connect(self._arrange)

    def _arrange(self) -> None:
        beside, opened = self.beside(), self._open is not None
        self._middle.setMaximumWidth(self._look.px(WIDEST))
        self.detail.setVisible(opened or beside)
        self.detail.show_back(not beside)
        self.library.setVisible(beside or not opened)
        self.library.fit(self.height())

    def _look_at(self, practice_id: str, most_times: int) -> Seen | None:
        house = self._house
        if house is None:
            return None
        there = {practice.id: practice for practice in house.practices.all()}
        practice = there.get(practice_id)
        if practice is None:
            return None
        going = house.sittings.going()
        times = house.sittings.of(practice_id, most_times + 1)
        return Seen(
            practice=practice,
            standing=house.practices.standings().get(practice_id, NEW),
            off=house.wishes.off(),
            twin=there.get(practice.twin),
            original=there.get(practice.original),
            broken_off=going if going is not None and going.practice == practice_id else None,
            times=tuple(times[:most_times]),
            more_times=len(times) > most_times,
        )

    def _show_broken_off(self) -> None:
        going = self._house.sittings.going() if self._house is not None else None
        practice = self._house.practices.one(going.practice) if self._house is not None and going is not None else None
        self.library.show_broken_off(practice)

    # ------------------------------------------------------------------------------------------- what one does

    def _chosen(self, practice_id: str, walking: bool) -> None:
        if (walking and not self.beside()) or practice_id == self.open_id:
            return
        self.open_practice(practice_id)

    def _enter(self, practice_id: str) -> None:
        """Open it, and go to it."""
        if self.open_practice(practice_id):
            self.detail.begin()

    def _back(self) -> None:
        self.close_practice()
        (self.library.list if self.library.list.isVisibleTo(self) else self.library.field).setFocus()

    def _start(self, length: Length, sitting: Sitting | None = None) -> None:
        if self._open is not None:
            again = sitting.id if sitting is not None else None
            self.start_asked.emit(Start(self._open.practice.id, length=length, sitting=again))

    def _came(self, practice_id: str) -> None:
        self.library.read()
        self._enter(practice_id)
