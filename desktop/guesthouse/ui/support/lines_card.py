"""The card of lines: a country to choose, its lines, and what is known of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from guesthouse.domain.care import Region, SupportText
from guesthouse.qt.look import Look
from guesthouse.ui.pages.support_lines import PAD, LineList
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.form import Form, choice
from guesthouse.ui.parts.labels import label


class LinesCard(Card):
    """``chosen`` tells the code of the region that the person has chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look, words: SupportText, regions: tuple[Region, ...], region: Region) -> None:
        """``region`` is the one chosen at first; its lines come with :meth:`show_region`."""
        super().__init__()
        self.heading = label(look, "subheading", words.contact.title)
        self._country = choice([(region.code, region.name) for region in regions], region.code)
        self._country.setSizeAdjustPolicy(self._country.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._country.currentIndexChanged.connect(lambda: self.chosen.emit(self._country.currentData()))
        form = Form(look)
        form.add_below(self.tr("Country"), self._country)
        self._lines = LineList(look)
        around = self.column.contentsMargins()
        self.column.setContentsMargins(around.left() - PAD, around.top(), around.right() - PAD, around.bottom())
        above, below = self._inset(), self._inset()
        above.addWidget(self.heading)
        above.addWidget(label(look, "body", words.contact.text))
        above.addSpacing(8)
        above.addWidget(form)
        self.column.insertWidget(1, self._lines)
        below.addWidget(label(look, "soft", words.unchecked))
        below.addWidget(label(look, "soft", words.elsewhere, selectable=True))
        self.column.addStretch(1)

    def show_region(self, region: Region) -> None:
        """The lines of this region."""
        self._lines.show_lines(region.lines)

    def _inset(self) -> QVBoxLayout:
        """Words that begin where those of the list do, which has its own edge for the focus."""
        column = QVBoxLayout()
        column.setContentsMargins(PAD, 0, PAD, 0)
        column.setSpacing(8)
        self.column.addLayout(column)
        return column
