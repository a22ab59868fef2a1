"""One thing that is noticed: how much of it, and where."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from guesthouse.domain.noticing import Noticed, Vocabulary
from guesthouse.qt.look import Look
from guesthouse.ui.noticing.amount_picker import AmountPicker
from guesthouse.ui.noticing.place_picker import PlacePicker
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.labels import label
from guesthouse.ui.today.panel import Panel
from guesthouse.ui.today.softly_cut import SoftlyCut

LONGEST = 24


class ThingDetail(Panel):
    """``changed`` brings the thing as it is now; ``remove_asked`` is for taking it away."""

    changed = Signal(object)
    remove_asked = Signal()

    def __init__(self, look: Look, words: Vocabulary) -> None:
        """Nothing is shown."""
        super().__init__(look)
        self._thing = Noticed("")
        self._title = SoftlyCut(look, "subheading", "ink", 1)
        self.amount = AmountPicker(look, words.amounts)
        self.place = PlacePicker(look, words.places)
        self.remove = pill(look, "")
        row = QHBoxLayout()
        row.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.fold)
        self.column.addLayout(row)
        for title, picker in ((self.tr("How much"), self.amount), (self.tr("Where"), self.place)):
            self.column.addWidget(label(look, "small", title))
            self.column.addWidget(picker)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.amount.changed.connect(self._chosen)
        self.place.changed.connect(self._chosen)
        self.remove.clicked.connect(self.remove_asked)

    def show_thing(self, thing: Noticed) -> None:
        """This one."""
        self._thing = thing
        word = " ".join(thing.word.split())
        shown = word if len(word) <= LONGEST else word[: LONGEST - 1].rstrip() + "…"
        self._title.setText(word)
        self._title.updateGeometry()
        self.remove.setText(self.tr("Remove {word}").format(word=shown).replace("&", "&&"))
        self.remove.setAccessibleName(self.tr("Remove {word}").format(word=word))
        self.amount.set_chosen(thing.amount)
        self.place.set_chosen(thing.places)

    def _chosen(self) -> None:
        self._thing = replace(self._thing, amount=self.amount.chosen(), places=tuple(self.place.chosen()))
        self.changed.emit(self._thing)
