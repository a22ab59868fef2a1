"""Hands and eyes for the Visitors room."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from guesthouse.domain.visit import Visit
from guesthouse.house import House
from guesthouse.ui.pages.visitors import VisitorsPage
from guesthouse.ui.visitors.beside import Beside
from guesthouse.ui.visitors.soft_box import SoftBox
from tests.ui.canvas.garden import Clock


@dataclass
class Room:
    """The page, its house, and the clock of its canvas."""

    page: VisitorsPage
    house: House
    clock: Clock

    def let_in(self, words: str, *, keep: bool = True) -> None:
        """Type a thought and press Enter."""
        self.page.door.unwritten_box.setChecked(not keep)
        QTest.keyClicks(self.page.door.field, words)
        QTest.keyClick(self.page.door.field, Qt.Key.Key_Return)

    def wait(self, seconds: float, step: float = 0.5) -> None:
        """Time passes, and the window looks at its clocks."""
        for _ in range(round(seconds / step)):
            self.clock.now += round(step * 1_000_000)
            self.page.stage.conductor.tick()
            self.page.lasting.look()

    def choose(self, box: SoftBox, value: str) -> None:
        """Choose in a box as a person or an assistive tool does."""
        box.setCurrentIndex(box.findData(value))

    def attend(self, row: int = 0) -> Beside:
        """Go to a visitor with the keyboard; returns the bar beside it."""
        here = self.page.stage.here
        here.setFocus(Qt.FocusReason.TabFocusReason)
        here.setCurrentIndex(self.page.stage.callers.index(row))
        return self.page.bars.above.beside

    @property
    def here(self) -> list[str]:
        """The thoughts that are here."""
        return [caller.words for caller in self.page.stage.callers.everyone()]

    @property
    def notice(self) -> str:
        """What is said over the canvas now, if it can be seen."""
        notice = self.page.bars.above.notice
        return notice.words.text() if notice.isVisible() else ""

    @property
    def visits(self) -> list[Visit]:
        """Every visit in the guest book."""
        return [visit for guest in self.house.guest_book.find() for visit in self.house.guest_book.visits(guest.id)]

    def everything(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table of the house."""
        database = self.house.visitors._visits._db
        tables = "select name from sqlite_master where type = 'table' and sql not like 'create virtual%'"
        names = [row[0] for row in database.execute(tables)]
        return {name: [tuple(row) for row in database.execute(f'select * from "{name}"')] for name in names}
