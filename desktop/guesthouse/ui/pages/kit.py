"""The comfort kit: comforts, kind words, people and places that are easy enough, and a candle one can light."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from guesthouse.domain.kit import Shelf
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.ui.kit.candle_view import CandleView
from guesthouse.ui.kit.shelf_card import Naming, ShelfCard
from guesthouse.ui.kit.unlit import UnlitCandle
from guesthouse.ui.pages.page import BACK, Page
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.parts.sound_bar import SoundBar
from guesthouse.ui.parts.unasked import comforts_unasked

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.qt.sound import Sounds
    from guesthouse.services.changes import Changes
    from guesthouse.services.kit import ComfortKit

WIDEST = 1080
BESIDE = 820
"""From this width on (design pixels) the cards stand in two columns."""


class KitPage(Page):
    """Three shelves in the person's own words and order. Esc and "Back" lead to where one came from."""

    name = "kit"

    def __init__(
        self,
        *,
        look: Look,
        motion: Motion,
        art: Path,
        preferences: Preferences,
        sounds: Sounds | None = None,
        seed: int = 1,
        behind_ms: int = BEHIND_MS,
    ) -> None:
        """``art``: the candle's artwork; ``seed``: of its flame; ``behind_ms``: how far what is saved is behind."""
        super().__init__()
        self._look = look
        self._house: House | None = None
        self._kit: ComfortKit | None = None
        self._candle: CandleView | None = None
        self._sounds = sounds
        self._make_candle: Callable[[], CandleView] = lambda: CandleView(
            look, motion, art, seed, SoundBar(look, sounds, preferences) if sounds is not None else None
        )
        self._sheet = Sheet(look, widest=WIDEST)
        self._picture = UnlitCandle(look, art)
        names = namings()
        self._cards = {
            shelf: ShelfCard(look, shelf, names[shelf], self, behind_ms=behind_ms)
            for shelf in (Shelf.COMFORTS, Shelf.PEOPLE, Shelf.WORDS)
        }
        self._fill()
        for card in self._cards.values():
            card.opened.connect(partial(self._close_others, card))
            card.walked.connect(self._follow)
            card.submitted.written.connect(self.written)
        look.changed.connect(self._arrange)

    def welcome(self, house: House) -> None:
        """Show this house's kit."""
        self._house, self._kit = house, house.kit
        self._show_kit()

    def let_go(self) -> None:
        """Hold nobody's words."""
        self._house = self._kit = None
        self._put_out()
        self._show_kit()

    def refresh(self, changes: Changes | None) -> None:
        """Someone else has changed the kit."""
        if self._kit is not None and (changes is None or changes.kit):
            for card in self._cards.values():
                card.read()

    def save(self) -> None:
        """What is typed goes to the disk.

        Raises:
            Trouble: some of it could not; the rest was saved all the same.
        """
        self._each(lambda card: card.keeping.save())

    def leave(self) -> None:
        """As :meth:`save`, and what is half added is on its shelf; the candle is out."""
        self._put_out()
        self._each(ShelfCard.settle)

    def arrive(self) -> None:
        """Begin at the top, with the focus on the heading: it is read aloud, and a key still held presses nothing."""
        self._sheet.verticalScrollBar().setValue(0)
        self._heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Esc: from the candle to the kit, out of the fields to the list, else away."""
        if self._stack.currentIndex() == 1:
            self._put_out()
            self._light.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        opened = [card for card in self._cards.values() if card.view.open_row >= 0]
        for card in opened:
            card.view.close_row()
        if not opened:
            self.wanted.emit(BACK)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns or one."""
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------------------------------- how it stands

    def _fill(self) -> None:
        column = self._sheet.column
        column.addWidget(self._head())
        column.addSpacing(8)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        for shelves in ((Shelf.COMFORTS, Shelf.PEOPLE), (Shelf.WORDS,)):
            one = QVBoxLayout()
            one.setSpacing(24)
            for shelf in shelves:
                one.addWidget(self._cards[shelf])
            one.addStretch(1)
            self._columns.addLayout(one, 1)
        column.addLayout(self._columns)
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._sheet)

    def _head(self) -> QWidget:
        look, head = self._look, QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        words = QVBoxLayout()
        words.setSpacing(8)
        self._heading = label(look, "display", self.tr("Comfort kit"))
        words.addWidget(self._heading)
        lead = self.tr("What helps a little, kept for the days on which it does not come to mind.")
        words.addWidget(label(look, "soft", lead))
        offered = self.tr("The first comfort and the first kind words are offered on the page for steadying.")
        words.addWidget(label(look, "soft", offered))
        words.addSpacing(8)
        self._light = primary(look, self.tr("Light the candle"))
        self._light.clicked.connect(self._light_it)
        back = quiet(look, self.tr("Back"))
        back.clicked.connect(lambda: self.wanted.emit(BACK))
        ways = Flow()
        ways.addWidget(self._light)
        ways.addWidget(back)
        words.addLayout(ways)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(self._picture)
        return head

    def _arrange(self) -> None:
        beside = self.width() >= self._look.px(BESIDE)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._picture.setVisible(beside)

    def _follow(self, widget: QWidget, rect: QRect) -> None:
        """Bring what the keyboard has reached into sight."""
        ground = cast(QWidget, self._sheet.widget())
        middle = widget.mapTo(ground, rect.center())
        self._sheet.ensureVisible(middle.x(), middle.y(), 0, rect.height() // 2 + 16)

    # ------------------------------------------------------------------------------------------- what one does

    def _show_kit(self) -> None:
        for card in self._cards.values():
            card.show_kit(self._kit)

    def _close_others(self, card: ShelfCard) -> None:
        for other in self._cards.values():
            if other is not card:
                other.view.close_row()

    def _each(self, do: Callable[[ShelfCard], None]) -> None:
        """For every card, whatever becomes of another; the first trouble is raised at the end."""
        failed: Trouble | None = None
        for card in self._cards.values():
            try:
                do(card)
            except Trouble as trouble:
                failed = failed or trouble
        if failed is not None:
            raise failed

    def _light_it(self) -> None:
        if self._candle is None:
            self._candle = self._make_candle()
            self._candle.left.connect(self.stop)
            self._stack.addWidget(self._candle)
        things = self._cards[Shelf.WORDS].view.model.things
        shown = comforts_unasked(self._house, things) if self._house is not None else []
        self._candle.light([thing.words for thing in shown])
        self._stack.setCurrentIndex(1)
        self._candle.candle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_out(self) -> None:
        if self._candle is not None:
            self._candle.put_out()
            if self._sounds is not None and self._stack.currentIndex() == 1:
                self._sounds.stop()
            self._stack.setCurrentIndex(0)


def namings() -> dict[Shelf, Naming]:
    """What the shelves are called."""
    say = QCoreApplication.translate
    return {
        Shelf.COMFORTS: Naming(
            title=say("KitPage", "Comforts"),
            lead=say("KitPage", "Small and at hand: a tea, a song, a walk."),
            one=say("KitPage", "Comfort"),
            another=say("KitPage", "Another comfort"),
            add=say("KitPage", "Add a comfort"),
            empty=say("KitPage", "This list is empty for now."),
        ),
        Shelf.WORDS: Naming(
            title=say("KitPage", "Kind words"),
            lead=say("KitPage", "What you would like to hear, in words you can stand."),
            one=say("KitPage", "Words"),
            another=say("KitPage", "Other kind words"),
            add=say("KitPage", "Add kind words"),
            empty=say("KitPage", "This list is empty for now."),
            role="reading",
        ),
        Shelf.PEOPLE: Naming(
            title=say("KitPage", "People and places"),
            lead=say("KitPage", "Easy enough is the measure. The app calls nobody."),
            one=say("KitPage", "Person or place"),
            another=say("KitPage", "Another person or place"),
            add=say("KitPage", "Add a person or place"),
            empty=say("KitPage", "This list is empty for now."),
        ),
    }
