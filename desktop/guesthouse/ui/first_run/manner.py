"""The third screen: how warm the words are, and how much moves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from guesthouse.domain.greeting import Manner
from guesthouse.domain.practice import Tone
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.first_run.sample import MotionSample
from guesthouse.ui.first_run.screen import Screen
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import Form, choice
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.wished import Wished
from guesthouse.ui.practices.facts import tone_name

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.canvas.sprites import Sprites


class TonePart(QWidget):
    """Three tones with a sentence in each. Out of sight until there is a house, for that is where wishes are kept."""

    def __init__(self, look: Look, words: Manner, *, origin: object) -> None:
        """``origin`` is who changes wishes here."""
        super().__init__()
        self._origin = origin
        self._wished = Wished(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title = label(look, "subheading", self.tr("Tone"))
        self.setAccessibleName(title.text())
        column.addWidget(title)
        column.addWidget(label(look, "small", words.tone))
        column.addSpacing(8)
        self._group = QButtonGroup(self)
        self.tones: dict[Tone, QRadioButton] = {}
        rows = QGridLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(1, 1)
        said = {Tone.NEUTRAL: words.neutral, Tone.GENTLE: words.gentle, Tone.WARM: words.warm}
        for row, (tone, sentence) in enumerate(said.items()):
            rows.addWidget(self._choice(look, tone, sentence), row, 0)
            rows.addWidget(label(look, "reading-small", sentence), row, 1)
        column.addLayout(rows)
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
        """Show the tone as it is."""
        self._wished.read()

    def _show(self, house: House | None) -> None:
        if house is not None:
            self.tones[house.wishes.tones().usual].setChecked(True)

    def _choice(self, look: Look, tone: Tone, said: str) -> QRadioButton:
        button = look.dress(QRadioButton(tone_name(tone)), "body")
        button.setAccessibleName(tone_name(tone))
        button.setAccessibleDescription(said)
        button.toggled.connect(partial(self._set, tone))
        self._group.addButton(button)
        self.tones[tone] = button
        return button

    def _set(self, tone: Tone, on: bool) -> None:
        if on:
            self._wished.change(lambda house: house.wishes.set_tone(tone, origin=self._origin))


class MannerScreen(Screen):
    """Nothing has to be chosen."""

    wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        words: Manner,
        preferences: Preferences,
        motion: Motion,
        sprites: Callable[[], Sprites],
        *,
        origin: object,
    ) -> None:
        """``origin`` is who changes wishes here."""
        super().__init__(look, words.title)
        self._preferences, self._level = preferences, motion
        self.column.addWidget(self.title)
        self.tone = TonePart(look, words, origin=origin)
        levels = [
            ("system", self.tr("As the system")),
            ("full", self.tr("Full")),
            ("calm", self.tr("Calm")),
            ("still", self.tr("Still")),
        ]
        self.motion = choice(levels, preferences.motion)
        self.sample = MotionSample(look, sprites, faces=preferences.faces)
        self.sample.show_level(motion.level, playing=False)
        card = Card()
        card.column.setSpacing(16)
        card.column.addWidget(self.tone)
        form = Form(look)
        form.add_row(self.tr("Motion"), self.motion, words.motion)
        card.column.addWidget(form)
        card.column.addWidget(self.sample)
        self.column.addWidget(card)
        self.column.addLayout(self._more(look, words))
        self.settle()
        self.motion.currentIndexChanged.connect(self._set_motion)
        motion.changed.connect(self._show_level)

    def _more(self, look: Look, words: Manner) -> Flow:
        self.settings = pill(look, self.tr("Settings"))
        self.settings.clicked.connect(lambda: self.wanted.emit("settings"))
        row = Flow()
        row.addWidget(label(look, "soft", words.later, wrap=False))
        row.addWidget(self.settings)
        return row

    def arrive(self) -> None:
        """It may have been chosen in Settings meanwhile."""
        self.motion.setCurrentIndex(max(0, self.motion.findData(self._preferences.motion)))
        self.tone.read()

    def _set_motion(self) -> None:
        chosen = self.motion.currentData()
        if chosen == self._preferences.motion:  # it is only shown what was chosen elsewhere
            return
        self._preferences.motion = chosen
        self.sample.show_level(self._level.level, playing=True)

    def _show_level(self) -> None:
        """The system was heard."""
        if self.sample.level != self._level.level:
            self.sample.show_level(self._level.level, playing=False)
