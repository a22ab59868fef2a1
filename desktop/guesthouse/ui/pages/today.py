"""Today: what is here now, one small step, who was lately at the door, and where one left off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from guesthouse.domain.errand import Begun
from guesthouse.qt.look import Look
from guesthouse.qt.pieces import Pieces
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.qt.voice import Voice
from guesthouse.ui.pages.page import Page
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.parts.unasked import entry_unasked, guests_unasked
from guesthouse.ui.today.door_card import SHOWN, DoorCard
from guesthouse.ui.today.noticing_card import NoticingCard
from guesthouse.ui.today.step_card import StepCard
from guesthouse.ui.today.stepping import Stepping
from guesthouse.ui.today.words import greeting
from guesthouse.ui.today.writing_card import WritingCard

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes
    from guesthouse.ui.pages.guest_book_rows import Figures

WIDEST = 1100
BESIDE = 880
"""From this width on (design pixels) the cards stand in two columns."""

MAIN, ASIDE = 616, 332
"""How the width is shared between the two columns."""

GAP = 24


def local_now() -> datetime:
    """The time here."""
    return datetime.now().astimezone()


class TodayPage(Page):
    """What is to be read from the house's practices and guests comes after the first paint."""

    name = "today"

    def __init__(
        self,
        *,
        look: Look,
        voice: Voice,
        figures: Figures,
        clock: Callable[[], datetime] = local_now,
        behind_ms: int = BEHIND_MS,
    ) -> None:
        """``figures``: the picture of a guest; ``behind_ms``: from a change to its saving."""
        super().__init__()
        self._look, self._clock = look, clock
        self._house: House | None = None
        self._day = clock().date()
        self._waiting = self._reading = False
        self._pieces = Pieces(self)
        self._greeting, self._lead = label(look, "display"), label(look, "soft")
        self.noticing = NoticingCard(look, voice, clock, origin=self, behind_ms=behind_ms)
        self.step = StepCard(look)
        self.door = DoorCard(look, figures)
        self.writing = WritingCard(look)
        self.stepping = Stepping(self.step, clock, self)
        self._lay_out()
        self._aligning = QTimer(self)
        self._aligning.setSingleShot(True)
        self._aligning.setInterval(0)
        self._aligning.timeout.connect(self._align)
        self._wire()
        self._greet()
        self._lead_in(begun=False)
        self._arrange()

    def welcome(self, house: House) -> None:
        """What is half-done and when one wrote last at once; the rest, its words among it, after the first paint."""
        self._house = house
        self.noticing.welcome(house.noticings)
        self.stepping.welcome(house)
        self._waiting, self._reading = True, False
        self._show_writing()
        self.update()

    def save(self) -> None:
        """What is half-done goes on the disk now.

        Raises:
            Trouble: it could not; it stays here, unsaved.
        """
        self.noticing.save()

    def let_go(self) -> None:
        """Hold nobody's words."""
        self._house = None
        self._waiting = self._reading = False
        self._pieces.stop()
        self.noticing.let_go()
        self.stepping.let_go()
        self.door.hide_all()
        self.writing.show_entry(None, self._clock())

    def refresh(self, changes: Changes | None) -> None:
        """Read anew what has changed."""
        if self._house is None:
            return
        self._greet()
        if changes is None or changes.noticings:
            self.noticing.read()
        if changes is None or changes.entries or changes.drawer:
            self._show_writing()
        if self._waiting:
            return
        if changes is None or changes.guests or changes.visits:
            self._show_door()
        if changes is None or changes.practices or changes.wishes:
            self.stepping.look()

    def arrive(self) -> None:
        """Typing notices. On another day than before, the days are said anew."""
        self._greet()
        self.noticing.builder.field.setFocus()
        if self._clock().date() != self._day:
            self._day = self._clock().date()
            self.refresh(None)

    def receive(self, thing: object) -> None:
        """Somebody has come in for the first time: one small thing to do is named, and has the focus."""
        if isinstance(thing, Begun):
            self._lead_in(begun=True)
            announce(self._lead, self._lead.text())

    def leave(self) -> None:
        """What was kept is put away; what is half-done is on the disk, and here again."""
        self._lead_in(begun=False)
        self.noticing.leave()

    def stop(self) -> None:
        """Esc: what has unfolded folds."""
        self.noticing.fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the page has been seen, the rest is read."""
        super().paintEvent(event)
        if self._waiting and not self._reading:
            self._reading = True
            self._pieces.begin(self._read_rest())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A card has other words: those beside it are as tall as it is."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and not self._aligning.isActive():
            self._aligning.start()
        return False

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        sheet = Sheet(self._look, widest=WIDEST)
        sheet.column.setContentsMargins(24, 40, 8, 24)
        sheet.column.setSpacing(4)
        sheet.column.addLayout(self._head())
        sheet.column.addWidget(self._lead)
        sheet.column.addSpacing(20)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        for width, cards in ((MAIN, (self.noticing, self.step)), (ASIDE, (self.door, self.writing))):
            self._columns.addLayout(_column(*cards), width)
        sheet.column.addLayout(self._columns)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self._sheet = sheet

    def _head(self) -> QHBoxLayout:
        """The greeting, and the way to what helps a little."""
        self.kit = pill(self._look, self.tr("Comfort kit"))
        self.kit.setAccessibleName(self.tr("Comfort kit"))
        self.kit.clicked.connect(lambda: self.wanted.emit("kit"))
        row = QHBoxLayout()
        row.addWidget(self._greeting, 1)
        row.addWidget(self.kit, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _wire(self) -> None:
        for carried in (self.noticing.carried, self.stepping.carried, self.writing.carried):
            carried.connect(self.carried)
        for wanted in (self.stepping.wanted, self.door.wanted):
            wanted.connect(self.wanted)
        for card in (self.noticing, self.step, self.door, self.writing):
            card.installEventFilter(self)
        self.noticing.builder.unfolds.connect(self._bring_into_sight)
        self.noticing.submitted.written.connect(self.written)
        self._look.changed.connect(self._arrange)

    def _arrange(self) -> None:
        beside = self.width() >= self._look.px(BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._columns.direction():
            self._columns.setDirection(direction)

    def _align(self) -> None:
        """Cards side by side end together, unless one has unfolded."""
        beside = self._columns.direction() == QBoxLayout.Direction.LeftToRight
        for one, other, folded in (
            (self.noticing, self.door, not self.noticing.unfolded),
            (self.step, self.writing, True),
        ):
            tall = max(_height(one), _height(other)) if beside and folded else 0
            one.setMinimumHeight(tall)
            if folded or not beside:
                other.setMinimumHeight(tall)

    def _bring_into_sight(self, panel: QWidget) -> None:
        """Once it has its place: the top of it at least."""
        QTimer.singleShot(0, panel, lambda: self._sheet.ensureWidgetVisible(panel, 0, GAP))

    def _lead_in(self, *, begun: bool) -> None:
        usual = self.tr("One small step is plenty. None is fine too.")
        first = self.tr("One small thing to begin with: name something you notice right now. Or take the step below.")
        self._lead.setText(first if begun else usual)
        self._look.dress(self._lead, "body" if begun else "soft")

    def _greet(self) -> None:
        self._greeting.setText(greeting(self._clock()))

    # ------------------------------------------------------------------------------------------- what is read

    def _read_rest(self) -> Iterator[None]:
        """Piece by piece. Nobody's words are shown before it is known which of them may come unasked."""
        yield
        house = self._house
        if house is None:
            return
        own = any(practice.own for practice in house.practices.all())
        yield
        if self.noticing.waits or own or house.guest_book.find(limit=1) or house.journal.last() is not None:
            yield from house.heavy.prepare()
            self.noticing.show_half_done(house.heavy.may_come_unasked)
            yield from self.door.prepare(guests_unasked(house, SHOWN))
        yield
        self._waiting = self._reading = False
        self._show_writing()
        self._show_door()
        yield
        self.stepping.look()

    def _show_door(self) -> None:
        if self._house is not None:
            self.door.show_guests(guests_unasked(self._house, SHOWN), self._clock())

    def _show_writing(self) -> None:
        if self._house is not None:
            journal = self._house.journal
            last = journal.last()
            entry = journal.entry(last) if last is not None else None
            words = entry is not None and not self._waiting and entry_unasked(self._house, entry)
            self.writing.show_entry(entry, self._clock(), words=words)


def _height(card: QWidget) -> int:
    """What it needs at its width."""
    layout = card.layout()
    return layout.totalHeightForWidth(card.width()) if layout is not None else 0


def _column(*cards: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GAP)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
