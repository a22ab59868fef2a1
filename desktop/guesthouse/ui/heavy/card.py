"""The card about heavy words: what it says, in a part that scrolls where there is little room, and the ways on."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from guesthouse.domain.heavy_cards import CardText, Way
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label

EDGES = 3
"""Pixels of the card's own edges."""

BESIDE_BAR = 8
"""Pixels between its words and the bar that scrolls them."""


class Foot(Enum):
    """What of the small print is always in sight."""

    ALL = auto()
    NUMBER = auto()
    """The number to call where a life is in danger, and whose number it is."""
    CALL = auto()
    """The number to call."""


class Room(NamedTuple):
    """How it is laid out: pixels beside what stands on it, over and below that, and between."""

    side: int
    over: int
    between: int
    small: bool
    """Whether its buttons are small."""
    flush: bool
    """Whether they are also narrow."""
    low: bool
    """Whether they are also as low as their words allow."""
    foot: Foot
    """What of the small print is always in sight; the rest scrolls with the words."""
    lines: int
    """So many lines of its words are seen; the rest scrolls."""


ROOMS = (
    Room(32, 24, 16, False, False, False, Foot.ALL, 2),
    Room(16, 12, 8, True, False, False, Foot.ALL, 2),
    Room(16, 8, 8, True, True, False, Foot.NUMBER, 2),
    Room(16, 2, 6, True, True, True, Foot.CALL, 2),
    Room(16, 2, 6, True, True, True, Foot.CALL, 1),
)
"""From much room to very little; it takes the first in which it is no higher than it may be."""

FOREMOST = (Way.PEOPLE, Way.ACKNOWLEDGE)


class Words(QScrollArea):
    """Labels one below the other. It takes the keyboard only where it scrolls."""

    def __init__(self, look: Look) -> None:
        """Nothing is said yet."""
        super().__init__()
        self._look = look
        self._labels: list[QLabel] = []
        self._ends: list[int] = []
        self._print: QLabel | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setMinimumHeight(1)  # or it would take room from the ways on
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("A note about what you wrote"))
        self._ground = QWidget()
        self._ground.setProperty("ground", "plain")
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setWidget(self._ground)

    def say(self, text: CardText) -> None:
        """Say this, and nothing else."""
        for old in self._labels:
            old.hide()
            old.deleteLater()
            self._column.removeWidget(old)
        self._labels = []
        said = [("body", passage) for _, passage in text.passages]
        for role, words in [*said, *([("small", text.note)] if text.note else [])]:
            self._labels.append(self._label(role, words))
        self._print = self._labels[-1] if text.note else None

    def end_with(self, text: str) -> None:
        """This of the small print stands here, as the last of it; "" for none."""
        if self._print is not None:
            self._print.setText(text)
            self._print.setAccessibleName(text)
            self._print.setVisible(bool(text))

    def height_for(self, width: int) -> int:
        """The height at which all of it is seen in this width."""
        for one in self._labels:
            one.ensurePolished()
        self._column.activate()
        self._ends = self._line_ends(width)
        return self._column.totalHeightForWidth(width)

    def least(self, height: int, lines: int) -> int:
        """So much of this height is to be seen."""
        return min(height, lines * (QFontMetrics(self._look.font("body")).lineSpacing() + 1))

    def even(self, height: int) -> int:
        """At most so high, and no line is cut at the edge before it is scrolled."""
        return max((end for end in self._ends if end <= height), default=height)

    def _line_ends(self, width: int) -> list[int]:
        """Where the lines end, from the top, in the width that is left beside the bar."""
        ends, top = [], 0
        for one in (one for one in self._labels if not one.isHidden()):
            high, line = one.heightForWidth(width - BESIDE_BAR - self._bar), one.fontMetrics().lineSpacing()
            ends += [top + end for end in range(line, high + 1, line)]
            top += high + self._column.spacing()
        return ends

    @property
    def _bar(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def line(self) -> int:
        """The width of all of it in one line, where it is one."""
        if len(self._labels) != 1 or self._print is not None:
            return 10**6
        return round(QFontMetricsF(self._labels[0].font()).horizontalAdvance(self._labels[0].text())) + 4

    def scrolls(self, on: bool) -> None:
        """All of it is in sight, or some of it is further down: then Tab comes here, and the arrows scroll."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        shown = Qt.ScrollBarPolicy.ScrollBarAsNeeded if on else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)
        beside = BESIDE_BAR if on else 0
        self.setViewportMargins(*((beside, 0, 0, 0) if self.isRightToLeft() else (0, 0, beside, 0)))
        ring = self._look.colour("focus").name()
        sheet = f"Words:focus {{ border: 2px solid {ring}; border-radius: 8px; }}" if on else ""
        if sheet != self.styleSheet():  # to set one takes longer than all of the rest
            self.setStyleSheet(sheet)

    def _label(self, role: str, text: str) -> QLabel:
        made = label(self._look, role, text)
        made.setAccessibleName(text)
        self._column.insertWidget(len(self._labels), made)
        made.show()  # a layout that is seen already would show it in the next turn of the event loop
        return made


class HeedCard(Card):
    """In the colours of every other card. It says what it is given, and tells which way was taken."""

    chosen = Signal(str)  # a Way

    def __init__(self, look: Look) -> None:
        """Nothing is said yet."""
        super().__init__()
        self._look = look
        self.setAccessibleName(self.tr("A note about what you wrote"))
        self.words = Words(look)
        self._note, self._danger, self._number = "", "", ""
        self._foot = label(look, "small")
        self._place = QWidget()
        self._flow = Flow(self._place, gap=8)
        self.ways: dict[Way, QPushButton] = {}
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(16)
        self._box.addWidget(self.words, 1)
        self._box.addWidget(self._foot)
        self._box.addWidget(self._place)
        self.column.addLayout(self._box)

    def say(self, text: CardText) -> None:
        """Say this, and offer these ways; what is offered already stays where it is, with the keyboard in it."""
        self.words.say(text)
        self._note, self._danger, self._number = text.note, text.danger, text.number
        for way in [way for way in self.ways if way not in text.ways]:
            button = self.ways.pop(way)
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        for way in text.ways:
            if way not in self.ways:
                self.ways[way] = self._button(way)
            self._flow.removeWidget(self.ways[way])
            self._flow.addWidget(self.ways[way])
            self.ways[way].show()
            self.ways[way].raise_()  # in this order for whoever walks through them, too
        self.ways = {way: self.ways[way] for way in text.ways}

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self.words, *self.ways.values()]

    def fit(self, width: int, most: int) -> int:
        """Be as high as it must at this width, and at most ``most``; the height is returned."""
        for room in ROOMS:
            words, rest = self._lay(width, room)
            may = most + most // 9 if room.small else most  # a little more, rather than hide a line or a way on
            if words + rest <= may:
                self.words.scrolls(False)
                return words + rest
            if room.small and self.words.least(words, room.lines) + rest <= (may if room.flush else most):
                break
        self.words.scrolls(True)
        return rest + self.words.even(max(most, min(may, self.words.least(words, room.lines) + rest)) - rest)

    def _lay(self, width: int, room: Room) -> tuple[int, int]:
        """Lay it out so; how high its words are, and everything else."""
        self.column.setContentsMargins(room.side, room.over, room.side, room.over)
        self._box.setSpacing(room.between)
        self._dress(room)
        inner = width - 2 * room.side - EDGES
        edges = 2 * room.over + EDGES + self._lay_foot(inner, room)
        whole = self._flow.sizeHint().width()
        beside = not room.small and self.words.line() + room.between + whole <= inner
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._place.setMinimumWidth(whole if beside else 0)
        if beside:
            return max(self.words.height_for(inner), self._flow.heightForWidth(whole)), edges
        return self.words.height_for(inner), edges + room.between + self._flow.heightForWidth(inner)

    def _lay_foot(self, width: int, room: Room) -> int:
        """Where a life is in danger the number to call is always in sight: how high that is, with the room above it."""
        self._foot.setVisible(bool(self._danger))
        if not self._danger:
            self.words.end_with(self._note)
            return 0
        _, danger, whose = self._note.partition(self._danger)
        text = {Foot.ALL: self._note, Foot.NUMBER: danger + whose, Foot.CALL: danger}[room.foot]
        self.words.end_with(self._note.replace(text, "").replace("  ", " ").strip())
        kept = f"\N{NO-BREAK SPACE}{self._number}"  # no line breaks before the number one calls
        self._foot.setText(text.replace(f" {self._number}", kept) if self._number else text)
        self._foot.setAccessibleName(text)
        self._foot.ensurePolished()
        return self._foot.heightForWidth(width) + room.between

    def _dress(self, room: Room) -> None:
        for way, button in self.ways.items():
            role = "pill" if room.small else "primary" if way in FOREMOST else "quiet"
            wanted = (role, room.flush, room.low)
            if (button.property("role"), bool(button.property("flush")), bool(button.property("low"))) != wanted:
                button.setProperty("chip", room.small)
                button.setProperty("flush", room.flush)
                button.setProperty("low", room.low)
                self._look.dress(button, role)

    def _button(self, way: Way) -> QPushButton:
        make = primary if way in FOREMOST else quiet
        made = make(self._look, self._name(way))
        if way is Way.CLOSE:
            made.setAccessibleName(self.tr("Close this note"))
        made.clicked.connect(partial(self.chosen.emit, str(way)))
        return made

    def _name(self, way: Way) -> str:
        return {
            Way.PEOPLE: self.tr("People to contact"),
            Way.STEADY: self.tr("Steady for a minute"),
            Way.ACKNOWLEDGE: self.tr("Acknowledge"),
            Way.VALIDATE: self.tr("Validate"),
            Way.SUPPORT: self.tr("Support"),
            Way.ON: self.tr("Keep writing"),
            Way.CLOSE: self.tr("Close"),
        }[way]
