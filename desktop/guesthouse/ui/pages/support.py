"""The room Support: steadying, people one trusts, a doctor, lines by country. It needs no network and no house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from guesthouse.domain.care import Passage, Region, SupportText, region_of
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.kit.offered import People
from guesthouse.ui.pages.page import Page
from guesthouse.ui.pages.support_lines import LineList
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.form import Form, choice
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes
    from guesthouse.services.kit import ComfortKit

WIDEST = 800
BESIDE = 640
"""From this width on (design pixels) two cards stand side by side."""


def country_of_system() -> str:
    """The country the computer is set to, by its two letters."""
    return QLocale.territoryToCode(QLocale.system().territory())


class SupportPage(Page):
    """Steadying comes first, the lines last; the sentence for danger stands above all."""

    name = "support"

    def __init__(
        self,
        *,
        look: Look,
        preferences: Preferences,
        support: SupportText,
        regions: tuple[Region, ...],
        country: str | None = None,
    ) -> None:
        """``country``: two letters, which region to show until one is chosen; the system's where it is not given."""
        super().__init__()
        self._look, self._preferences = look, preferences
        self._support, self._regions = support, regions
        self._region = region_of(regions, preferences.country, country or country_of_system())
        self._sheet = Sheet(look, widest=WIDEST)
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sheet)
        self._kit: ComfortKit | None = None
        self._show_region()

    def welcome(self, house: House) -> None:
        """Name the people of this house's kit, too."""
        self._kit = house.kit
        self._own.setVisible(self._people.show_kit(self._kit))
        self._to_kit.show()

    def let_go(self) -> None:
        """Nobody is named any more."""
        self._kit = None
        self._people.show_kit(None)
        self._own.hide()
        self._to_kit.hide()

    def refresh(self, changes: Changes | None) -> None:
        """The kit has changed."""
        if self._kit is not None and (changes is None or changes.kit):
            self._own.setVisible(self._people.show_kit(self._kit))

    def arrive(self) -> None:
        """Begin at the top, at steadying."""
        self._sheet.verticalScrollBar().setValue(0)
        self._steady.setFocus()

    def _fill(self) -> None:
        look, support, column = self._look, self._support, self._sheet.column
        self._danger = label(look, "subheading", selectable=True)
        column.addWidget(label(look, "display", support.title))
        column.addWidget(label(look, "soft", support.lead))
        column.addWidget(self._danger)
        column.addSpacing(8)
        column.addWidget(self._steadying())
        column.addWidget(_Pair(look, [self._card(way) for way in support.ways]))
        column.addWidget(self._contact())
        column.addWidget(label(look, "soft", support.offline))
        column.addStretch(1)

    def _steadying(self) -> Card:
        card = self._card(self._support.steady, ground="sage")
        self._steady = primary(self._look, self.tr("Steady for a minute"))
        self._steady.clicked.connect(lambda: self.wanted.emit("grounding"))
        row = QHBoxLayout()
        row.addWidget(self._steady)
        row.addStretch(1)
        card.column.addSpacing(8)
        card.column.addLayout(row)
        return card

    def _contact(self) -> Card:
        look, support = self._look, self._support
        card = self._card(support.contact)
        card.column.addSpacing(8)
        well = self._card(support.call, ground="well")
        card.column.addWidget(well)
        card.column.addSpacing(12)
        self._country = choice([(region.code, region.name) for region in self._regions], self._region.code)
        self._country.setSizeAdjustPolicy(self._country.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._country.currentIndexChanged.connect(self._choose)
        form = Form(look)
        form.add_below(self.tr("Country"), self._country)
        card.column.addWidget(form)
        self._lines = LineList(look)
        card.column.addWidget(self._lines)
        card.column.addWidget(self._own_people())
        card.column.addSpacing(8)
        card.column.addWidget(label(look, "soft", support.unchecked))
        card.column.addWidget(label(look, "body", support.elsewhere, selectable=True))
        return card

    def _own_people(self) -> QWidget:
        """Those whom the person has put into the kit, and the way to it; nothing of it without a house."""
        look, whole = self._look, QWidget()
        self._own = QWidget()
        self._people = People(look, self.tr("Your people and places"))
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 16, 0, 0)
        own.addWidget(label(look, "subheading", self.tr("Your people and places")))
        own.addWidget(self._people)
        self._to_kit = quiet(look, self.tr("Comfort kit"))
        self._to_kit.clicked.connect(lambda: self.wanted.emit("kit"))
        row = QHBoxLayout()
        row.addWidget(self._to_kit)
        row.addStretch(1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._own)
        column.addLayout(row)
        self._own.hide()
        self._to_kit.hide()
        return whole

    def _card(self, passage: Passage, *, ground: str = "card") -> Card:
        card = Card(ground)
        card.column.addWidget(label(self._look, "subheading", passage.title))
        card.column.addWidget(label(self._look, "body", passage.text))
        return card

    def _choose(self) -> None:
        self._preferences.country = self._country.currentData()
        self._region = region_of(self._regions, self._country.currentData(), "")
        self._show_region()

    def _show_region(self) -> None:
        emergency = self._region.emergency
        text = self._support.danger.format(emergency=emergency) if emergency else self._support.danger_elsewhere
        self._danger.setText(text)
        self._lines.show_lines(self._region.lines)


class _Pair(QWidget):
    """Cards side by side, or one above the other where there is no room."""

    def __init__(self, look: Look, cards: list[Card]) -> None:
        super().__init__()
        self._look = look
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        for card in cards:
            card.column.addStretch(1)
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._box.addWidget(card, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn from a row into a column and back."""
        super().resizeEvent(event)
        beside = self.width() >= self._look.px(BESIDE)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
