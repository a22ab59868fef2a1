"""The card "Practices": how warm they may be, what they may ask for, their pace, and how they end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from guesthouse.domain.listing import joined
from guesthouse.domain.practice import Sense, Tone
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.speaker import Speakers
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import Form, choice
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.wished import Wished
from guesthouse.ui.practices.facts import element_name, sense_name, tone_name

if TYPE_CHECKING:
    from guesthouse.house import House


class PracticeWishes(Card):
    """Out of sight until there is a house, for that is where wishes are kept."""

    def __init__(self, look: Look, preferences: Preferences, *, origin: object) -> None:
        """``origin`` is who changes wishes here."""
        super().__init__()
        self._look, self._preferences, self._origin = look, preferences, origin
        self._wished = Wished(self._show)
        self.tone = choice([(str(tone), tone_name(tone)) for tone in Tone], Tone.NEUTRAL)
        self.senses = {sense: QCheckBox(sense_name(sense)) for sense in Sense}
        paces = [("own", self.tr("Your own")), ("slow", self.tr("Slow and by itself"))]
        self.pace = choice(paces, preferences.pace)
        self.chime = QCheckBox(self.tr("A soft bell at the end"))
        self.chime.setChecked(preferences.chime)
        self.ratings = QCheckBox(self.tr("Ratings around exercises"))
        self.ratings.setChecked(preferences.ratings)
        self._lay_out()
        self._wire()
        self.hide()

    def welcome(self, house: House) -> None:
        """Show what is wished in this house."""
        self._wished.open(house)
        self.show()

    def let_go(self) -> None:
        """Know no house."""
        self._wished.open(None)
        self.hide()

    def read(self) -> None:
        """Show the wishes as they are."""
        self._wished.read()

    def _show(self, house: House | None) -> None:
        if house is None:
            return
        tones, off = house.wishes.tones(), house.wishes.off()
        self.tone.setCurrentIndex(self.tone.findData(str(tones.usual)))
        for sense, box in self.senses.items():
            box.setChecked(sense not in off)
        plainer = [element_name(each) for each in tones.lower if tones.of(each).rank < tones.usual.rank]
        told = self.tr("Plainer in {elements}, where something did not sit well.")
        self._plainer.setText(told.format(elements=joined(plainer)))
        self._plainer.setVisible(bool(plainer))
        self.everywhere.setVisible(bool(plainer))

    def _lay_out(self) -> None:
        self.column.addWidget(label(self._look, "subheading", self.tr("Practices")))
        self.column.addSpacing(8)
        first = Form(self._look)
        first.add_row(self.tr("Tone"), self.tone, self.tr("The app never makes it warmer by itself."))
        self.column.addWidget(first)
        self._plainer = label(self._look, "soft")
        self.everywhere = quiet(self._look, self.tr("The same tone everywhere again"))
        row = Flow()
        row.addWidget(self.everywhere)
        self.column.addWidget(self._plainer)
        self.column.addLayout(row)
        self.column.addSpacing(8)
        self.column.addWidget(label(self._look, "body", self.tr("Practices may ask for")))
        told = self.tr("Where one of these is off, they show another way, or are not suggested.")
        self.column.addWidget(label(self._look, "small", told))
        senses = Flow(gap=16)
        for box in self.senses.values():
            box.setAccessibleName(box.text())
            box.setAccessibleDescription(self.tr("Practices may ask for"))
            senses.addWidget(self._look.dress(box, "body"))
        self.column.addLayout(senses)
        self.column.addSpacing(8)
        last = Form(self._look)
        last.add_row(self.tr("Pace"), self.pace, self.tr("Slow: a timed step goes on by itself at its end."))
        last.add_check(self.chime, "" if Speakers().there() else self._without_sound())
        told = self.tr("Five sliders, without figures. Each can be left alone, and nothing is made of them.")
        last.add_check(self.ratings, told)
        self.column.addWidget(last)

    def _without_sound(self) -> str:
        sentence = self.tr("This computer cannot play sounds from here. Everything else works without sound.")
        how = self.tr("To hear them, add the package with: {command}").format(command='pip install "guesthouse[sound]"')
        return f"{sentence}\n{how}"

    def _wire(self) -> None:
        self.tone.currentIndexChanged.connect(self._set_tone)
        self.everywhere.clicked.connect(self._set_tone)
        for sense, box in self.senses.items():
            box.toggled.connect(partial(self._switch, sense))
        self.pace.currentIndexChanged.connect(lambda: setattr(self._preferences, "pace", self.pace.currentData()))
        self.chime.toggled.connect(lambda on: setattr(self._preferences, "chime", on))
        self.ratings.toggled.connect(lambda on: setattr(self._preferences, "ratings", on))

    def _set_tone(self) -> None:
        tone = Tone(self.tone.currentData())
        self._wished.change(lambda house: house.wishes.set_tone(tone, origin=self._origin))

    def _switch(self, sense: Sense, on: bool) -> None:
        self._wished.change(lambda house: house.wishes.switch(sense, off=not on, origin=self._origin))
