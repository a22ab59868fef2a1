"""A practice before it starts: what it is, how long it takes, what it is not for, and the ways into it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from guesthouse.domain.listing import joined
from guesthouse.domain.practice import Practice, Sense, ready, without
from guesthouse.domain.sitting import Length, Sitting, Standing
from guesthouse.domain.thought import is_blank
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill, primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import (
    element_name,
    minutes_of,
    on_a_button,
    readable,
    sense_name,
    title_of,
    tone_name,
)
from guesthouse.ui.practices.lengths import Lengths
from guesthouse.ui.practices.reading import MOST_SHOWN, StepsToRead

MOST_OF_TITLE = 300
"""Characters of a title that are set large; the place where it is changed has all of it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that is shown of one practice.

    ``twin`` is its plainer way or warmer version, ``original`` what an own one came from, ``broken_off`` a sitting that
    can be taken up again, ``times`` are those that have ended (``more_times``: not all of them), ``off`` the
    senses that are switched off.
    """

    practice: Practice
    standing: Standing
    off: Collection[Sense] = ()
    twin: Practice | None = None
    original: Practice | None = None
    broken_off: Sitting | None = None
    times: tuple[Sitting, ...] = ()
    more_times: bool = False

    @property
    def doable(self) -> Practice | None:
        """The practice as it can be done without what is switched off, or None."""
        return without(self.practice, self.off) if ready(self.practice) else None


class Portrait(Card):
    """The card of one practice."""

    start_asked = Signal(object)
    """A Length."""
    go_on_asked = Signal()
    leave_asked = Signal()
    own_asked = Signal()
    """Make it mine; or, of an own one, change it."""
    opened = Signal(str)
    """Another practice is to be looked at, by its id."""
    favoured = Signal(bool)
    settings_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Of nothing yet."""
        super().__init__()
        self._look = look
        self._seen: Seen | None = None
        self._showing = False
        self.column.setContentsMargins(32, 24, 32, 32)
        self.column.setSpacing(12)
        self._facts = label(look, "soft")
        self._title = label(look, "reading-title")
        self._purpose = label(look, "body")
        self._not_for = label(look, "soft")
        self._without = label(look, "soft")
        self.settings = pill(look, self.tr("Settings"))
        self.favourite = pill(look, self.tr("Favourite"), checkable=True)
        self.lengths = Lengths(look)
        self.steps = StepsToRead(look)
        self.start = primary(look, self.tr("Start"))
        self.own = quiet(look, self.tr("Make it mine"))
        self.twin, self.original = pill(look, self.tr("A plainer way")), pill(look, self.tr("The original"))
        self._lay_out()
        self._wire()
        self._dress()

    def show_practice(self, seen: Seen) -> None:
        """This one, in place of the one before."""
        another = self._seen is None or self._seen.practice.id != seen.practice.id
        self._seen, practice = seen, seen.practice
        self._facts.setText(
            " · ".join((element_name(practice.element), minutes_of(practice), tone_name(practice.tone).lower()))
        )
        self._title.setText(readable(title_of(practice), MOST_OF_TITLE))
        _tell(self._purpose, practice.purpose)
        self._not_for_card.setVisible(not is_blank(practice.not_for))
        self._not_for.setText(self.tr("Not for: {cases}").format(cases=readable(practice.not_for, MOST_SHOWN)))
        self._showing = True
        self.favourite.setChecked(seen.standing.favourite)
        self._showing = False
        self.own.setText(self.tr("Change it") if practice.own else self.tr("Make it mine"))
        if another:
            self.lengths.show_practice(practice)
        self._show_links()
        self._show_ways()
        self._show_steps()
        self._dress()

    def forget(self) -> None:
        """Hold nobody's words."""
        self._seen = None
        for text in (self._title, self._purpose, self._not_for, self._without):
            text.setText("")
        _name(self.twin, self.tr("A plainer way"))
        _name(self.original, self.tr("The original"))
        self.steps.show_steps(None)

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._facts, 1)
        head.addWidget(self.favourite)
        self.column.addLayout(head)
        self.column.addWidget(self._title)
        self.column.addWidget(self._purpose)
        self._not_for_card = Card("well")
        self._not_for_card.column.addWidget(self._not_for)
        self.column.addWidget(self._not_for_card)
        self._links = QWidget()
        links = Flow(self._links, gap=4)
        for link in (self.twin, self.original, self.settings):
            link.setProperty("flush", True)
            self._look.dress(link, "pill")
        links.addWidget(self.twin)
        links.addWidget(self.original)
        self.column.addWidget(self._links)
        self.column.addWidget(self._broken_off_card())
        self._without_line = QWidget()
        line = Flow(self._without_line, gap=8)
        line.addWidget(self.settings)
        self.column.addWidget(self._without)
        self.column.addWidget(self._without_line)
        self.column.addSpacing(4)
        self.column.addWidget(self.lengths)
        self.column.addWidget(self.steps)
        self.column.addSpacing(4)
        buttons = Flow()
        buttons.addWidget(self.start)
        buttons.addWidget(self.own)
        self.column.addLayout(buttons)

    def _broken_off_card(self) -> Card:
        self._broken_off = Card("sage")
        self._broken_off.column.setContentsMargins(20, 16, 20, 16)
        self.go_on = quiet(self._look, self.tr("Go on where you were"))
        self.leave = pill(self._look, self.tr("Leave it"))
        buttons = Flow(gap=4)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.leave)
        told = self.tr("This one was left in the middle. What you wrote is here.")
        self._broken_off.column.addWidget(label(self._look, "body", told))
        self._broken_off.column.addLayout(buttons)
        return self._broken_off

    def _wire(self) -> None:
        self.start.clicked.connect(lambda: self.start_asked.emit(self._wanted_length()))
        self.own.clicked.connect(self.own_asked)
        self.go_on.clicked.connect(self.go_on_asked)
        self.leave.clicked.connect(self.leave_asked)
        self.settings.clicked.connect(self.settings_asked)
        self.favourite.toggled.connect(self._favoured)
        self.lengths.changed.connect(self._show_steps)
        self.twin.clicked.connect(lambda: self._go_to(self._seen.twin if self._seen else None))
        self.original.clicked.connect(lambda: self._go_to(self._seen.original if self._seen else None))
        self._look.changed.connect(self._dress)

    def _show_links(self) -> None:
        seen = self._seen
        assert seen is not None
        twin, original = seen.twin, seen.original
        if twin is not None:
            plainer = twin.tone.rank < seen.practice.tone.rank
            told = self.tr("A plainer way: {title}") if plainer else self.tr("A warmer version: {title}")
            _name(self.twin, told.format(title=title_of(twin)))
        if original is not None:
            _name(self.original, self.tr("Made from: {title}").format(title=title_of(original)))
        self.twin.setVisible(twin is not None)
        self.original.setVisible(original is not None)
        self._links.setVisible(twin is not None or original is not None)

    def _show_ways(self) -> None:
        """What can be begun, and why not."""
        seen = self._seen
        assert seen is not None
        told, may = _why_not(seen), seen.doable is not None
        _tell(self._without, told)
        self._without_line.setVisible(bool(_asked_for(seen)) and not is_blank(told))
        self.start.setEnabled(may)
        self.lengths.setVisible(bool(seen.practice.steps))
        self._broken_off.setVisible(seen.broken_off is not None and may)
        if seen.broken_off is not None:
            many = len(seen.practice.steps)
            if seen.broken_off.step >= many:
                self.go_on.setText(self.tr("Go on where you were"))
            else:
                text = self.tr("Go on where you were (step {number})").format(number=seen.broken_off.step + 1)
                self.go_on.setText(text)

    def _show_steps(self) -> None:
        looking = self.lengths.length is Length.LOOKING
        if self._seen is not None:
            self.steps.show_steps((self._seen.doable or self._seen.practice) if looking else None)
        self.steps.setVisible(looking)

    def _wanted_length(self) -> Length:
        """What is only looked at is begun as a short visit."""
        return Length.LONG if self.lengths.length is Length.LONG else Length.SHORT

    def _favoured(self, on: bool) -> None:
        if not self._showing:
            self._dress()
            self.favoured.emit(on)

    def _go_to(self, practice: Practice | None) -> None:
        if practice is not None:
            self.opened.emit(practice.id)

    def _dress(self) -> None:
        heart = "heart-fill" if self.favourite.isChecked() else "heart"
        self.favourite.setIcon(self._look.icon(heart, "soft", "clay", size=18, room=4))


def _tell(target: QLabel, text: str) -> None:
    """Show a text where there is any."""
    target.setText(readable(text, MOST_SHOWN))
    target.setVisible(not is_blank(text))


def _name(button: QPushButton, text: str) -> None:
    """The whole of it is heard, the beginning is seen."""
    button.setText(on_a_button(text))
    button.setAccessibleName(text)


def _asked_for(seen: Seen) -> list[Sense]:
    """The senses it asks for that are switched off."""
    return [sense for sense in Sense if sense in seen.off and any(sense in step.needs for step in seen.practice.steps)]


def _why_not(seen: Seen) -> str:
    """Why it cannot be started, or what is otherwise than usual."""
    say = QCoreApplication.translate
    practice, senses = seen.practice, _asked_for(seen)
    named = joined([sense_name(sense).lower() for sense in senses])
    stepped = any(step.text.strip() for step in practice.steps)
    if not stepped and not practice.title.strip():
        return say("Practices", "A title and one step are missing. Then it can be started.")
    if not stepped:
        return say("Practices", "It has no steps yet. With one it can be started.")
    if not practice.title.strip():
        return say("Practices", "It has no title yet. With one it can be started.")
    if senses and seen.doable is None:
        told = say("Practices", "This one asks for {senses}. That is switched off, so it cannot be started now.")
        return told.format(senses=named)
    if senses:
        return say("Practices", "Switched off: {senses}. The steps show their other way.").format(senses=named)
    return ""
