"""The room Support: steadying, people one trusts, lines by country, notes. It needs no network and no house."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.care import Note, Region, SupportText, region_of
from guesthouse.domain.kit import Shelf
from guesthouse.qt.i18n import country_of_system
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.kit.offered import on_shelf
from guesthouse.ui.pages.page import BACK, Page
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.parts.tab_order import chain, stops_in
from guesthouse.ui.support.call_card import CallCard
from guesthouse.ui.support.fold import Fold
from guesthouse.ui.support.head import Head
from guesthouse.ui.support.keep_card import KeepCard
from guesthouse.ui.support.kinds import Kinds
from guesthouse.ui.support.lines_card import LinesCard
from guesthouse.ui.support.notes import NoteBody
from guesthouse.ui.support.own_people import OwnPeople
from guesthouse.ui.support.tiles import Tiles

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes
    from guesthouse.services.kit import ComfortKit

WIDEST = 1080
BESIDE = 420
"""Design pixels a column needs at least to stand beside the other."""

GAP = 24


class SupportPage(Page):
    """The sentence for danger stands above all, steadying comes first; Esc leads back to where one was."""

    name = "support"

    def __init__(
        self,
        *,
        look: Look,
        preferences: Preferences,
        support: SupportText,
        regions: tuple[Region, ...],
        country: str | None = None,
        locked: Callable[[], bool] = lambda: False,
    ) -> None:
        """``country``: two letters, which region to show until one is chosen; the system's where it is not given.

        ``locked`` is asked, where there is no house, whether a lock keeps it closed.
        """
        super().__init__()
        self._look, self._preferences, self._locked = look, preferences, locked
        self._support, self._regions = support, regions
        self._region = region_of(regions, preferences.country, country or country_of_system())
        self._kit: ComfortKit | None = None
        self._bodies: list[NoteBody] = []
        self.folds: dict[str, Fold] = {}  # the notes by their ids
        self._sheet = Sheet(look, widest=WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sheet)  # first: what is added later is laid out once
        self._fill()
        self._show_region()
        preferences.changed.connect(self._preferred)

    def welcome(self, house: House) -> None:
        """Name the people of this house's kit, too."""
        self._kit = house.kit
        self._show_own()

    def let_go(self) -> None:
        """Nobody is named any more."""
        self._kit = None
        self._show_own()

    def refresh(self, changes: Changes | None) -> None:
        """The kit has changed."""
        if self._kit is not None and (changes is None or changes.kit):
            self._show_own()

    def come_from(self, room: str) -> None:
        """Say where Back leads to."""
        self._head.come_from(room)

    def arrive(self) -> None:
        """Begin at the top, at steadying."""
        if self._kit is None:
            self._show_own()
        self._order()
        self._sheet.verticalScrollBar().setValue(0)
        self._head.steady.setFocus()

    def stop(self) -> None:
        """Esc: back to where one was."""
        self.wanted.emit(BACK)

    def receive(self, thing: object) -> None:
        """A note is asked for by its id."""
        fold = self.folds.get(thing) if isinstance(thing, str) else None
        if fold is not None:
            self._go_to(fold.heading, fold)

    def _fill(self) -> None:
        look, support, column = self._look, self._support, self._sheet.column
        self._head = Head(look, support, least=BESIDE, gap=GAP)
        self._head.wanted.connect(self.wanted)
        self._own = OwnPeople(look, support.own)
        self._own.to_kit.connect(lambda: self.wanted.emit("kit"))
        self._contact = LinesCard(look, support, self._regions, self._region)
        self._contact.chosen.connect(self._choose)
        self._call = CallCard(look, support.call)
        self._keep = KeepCard(look, support.card, lambda: self._region, self._own.reachable)
        self._kinds = self._kinds_of_help()
        notes = self._notes()
        column.setSpacing(GAP)
        for part in (self._head, self._index(), self._columns(), notes):
            column.addWidget(part)
        column.addWidget(label(look, "soft", support.offline))
        column.addStretch(1)

    def _columns(self) -> QWidget:
        whole, first, second = QWidget(), QWidget(), QWidget()
        for side, cards in ((first, (self._kinds, self._own, self._call)), (second, (self._contact, self._keep))):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        sides = Tiles(whole, self._look, least=BESIDE, most=2, gap=GAP)
        sides.addWidget(first)
        sides.addWidget(second)
        return whole

    def _kinds_of_help(self) -> Card:
        card = Card()
        self._kinds_heading = label(self._look, "subheading", self._support.kinds_of_help.title)
        card.column.addWidget(self._kinds_heading)
        card.column.addWidget(label(self._look, "body", self._support.kinds_of_help.text))
        card.column.addSpacing(12)
        card.column.addWidget(Kinds(self._look, self._support.kinds))
        card.column.addStretch(1)
        return card

    def _notes(self) -> Card:
        card = Card()
        card.column.setSpacing(4)
        card.column.addWidget(label(self._look, "subheading", self._support.several.title))
        card.column.addWidget(label(self._look, "soft", self._support.several.text))
        card.column.addSpacing(8)
        for note in self._support.notes:
            fold = self.folds[note.id] = Fold(self._look, note.title, partial(self._body, note))
            card.column.addWidget(fold)
        return card

    def _body(self, note: Note) -> NoteBody:
        body = NoteBody(self._look, note, self._said)
        self._bodies.append(body)
        return body

    def _index(self) -> QWidget:
        """A button for each part of the page."""
        whole = QWidget()
        flow = Flow(whole, gap=8)
        parts = [
            (self._support.kinds_of_help.title, self._kinds_heading, None),
            (self._support.contact.title, self._contact.heading, None),
            (self._support.call.title, self._call.heading, None),
            *((note.title, self.folds[note.id].heading, self.folds[note.id]) for note in self._support.notes),
            (self._support.card.title, self._keep.heading, None),
        ]
        for title, heading, fold in parts:
            button = pill(self._look, title)
            button.setProperty("chip", True)
            button.setAccessibleDescription(self.tr("On this page"))
            button.clicked.connect(partial(self._go_to, heading, fold))
            flow.addWidget(button)
        return whole

    def _go_to(self, heading: QWidget, fold: Fold | None) -> None:
        """Once what is unfolded has its place."""
        if fold is not None:
            fold.unfold()
        heading.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, heading, partial(self._bring_up, heading))

    def _bring_up(self, heading: QWidget) -> None:
        down = heading.mapTo(self._sheet, heading.rect().topLeft()).y()
        bar = self._sheet.verticalScrollBar()
        bar.setValue(bar.value() + down - GAP)

    def _show_own(self) -> None:
        if self._kit is None:
            self._own.show_lock(self._locked())
        else:
            self._own.show_people(on_shelf(self._kit, Shelf.PEOPLE))
        self._keep.offer_people()
        self._order()

    def _choose(self, code: str) -> None:
        self._preferences.country = code
        self._region = region_of(self._regions, code, "")
        self._show_region()

    def _show_region(self) -> None:
        self._head.show_region(self._region)
        self._contact.show_region(self._region)
        self._order()
        self._tell()

    def _order(self) -> None:
        ground = self._sheet.widget()
        if ground is not None and self.isVisible():
            chain(stops_in(ground))

    def _preferred(self, name: str) -> None:
        if name == "hide_key":
            self._tell()

    def _tell(self) -> None:
        for body in self._bodies:
            body.tell()

    def _said(self, text: str) -> str:
        key = self._preferences.hide_key
        return self._support.said(text, self._region, "" if key == "none" else key)
