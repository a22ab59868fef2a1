"""The card about heavy words: what it says, in a part that scrolls where there is little room, and the ways on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from guesthouse.domain.heavy_cards import CardText, Way
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label

ROOMY, TIGHT = (32, 24), (16, 12)
"""Pixels beside what stands on it, and over and below that, where there is room and where there is little."""

LEAST = 56
"""Design pixels: so much of its words is seen in any window; the rest scrolls."""

FOREMOST = (Way.PEOPLE, Way.ACKNOWLEDGE)


class Words(QScrollArea):
    """Labels one below the other. It takes the keyboard only where it scrolls."""

    def __init__(self, look: Look) -> None:
        """Nothing is said yet."""
        super().__init__()
        self._look = look
        self._labels: list[QLabel] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
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
        said = [("body", passage) for _, passage in text.passages]
        self._labels = [self._label(role, words) for role, words in said]
        if text.note:
            self._labels.append(self._label("small", text.note))

    def height_for(self, width: int) -> int:
        """The height at which all of it is seen in this width."""
        for one in self._labels:
            one.ensurePolished()
        self._column.activate()
        return self._column.totalHeightForWidth(width)

    def line(self) -> int:
        """The width of all of it in one line, where it is one."""
        if len(self._labels) != 1:
            return 10**6
        return round(QFontMetricsF(self._labels[0].font()).horizontalAdvance(self._labels[0].text())) + 4

    def scrolls(self, on: bool) -> None:
        """All of it is in sight, or some of it is further down: then Tab comes here, and the arrows scroll."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        shown = Qt.ScrollBarPolicy.ScrollBarAsNeeded if on else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)
        ring = self._look.colour("focus").name()
        self.setStyleSheet(f"Words:focus {{ border: 2px solid {ring}; border-radius: 8px; }}" if on else "")

    def _label(self, role: str, text: str) -> QLabel:
        made = label(self._look, role, text)
        made.setAccessibleName(text)
        self._column.addWidget(made)
        return made


class HeedCard(Card):
    """In the colours of every other card. It says what it is given, and tells which way was taken."""

    chosen = Signal(str)  # a Way

    def __init__(self, look: Look) -> None:
        """Nothing is said yet."""
        super().__init__("sage")
        self._look = look
        self.setAccessibleName(self.tr("A note about what you wrote"))
        self.words = Words(look)
        self._place = QWidget()
        self._flow = Flow(self._place)
        self.ways: dict[Way, QPushButton] = {}
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(16)
        self._box.addWidget(self.words, 1)
        self._box.addWidget(self._place)
        self.column.addLayout(self._box)

    def say(self, text: CardText) -> None:
        """Say this, and offer these ways; what is offered already stays where it is, with the keyboard in it."""
        self.words.say(text)
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
        self.ways = {way: self.ways[way] for way in text.ways}

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self.words, *self.ways.values()]

    def fit(self, width: int, most: int) -> int:
        """Be as high as it must at this width, and at most ``most``; the height is returned."""
        for tight in (False, True):
            height, words = self._try(width, tight)
            if height <= most:
                break
        least = height - words + min(words, self._look.px(LEAST))
        self.words.scrolls(height > most)
        return height if height <= most else max(most, least)

    def _try(self, width: int, tight: bool) -> tuple[int, int]:
        """How high it is, and its words in it."""
        side, over = TIGHT if tight else ROOMY
        self.column.setContentsMargins(side, over, side, over)
        self._box.setSpacing(8 if tight else 16)
        for way, button in self.ways.items():
            roomy = "primary" if way in FOREMOST else "quiet"
            role = "pill" if tight else roomy
            if button.property("role") != role:
                button.setProperty("chip", tight)
                self._look.dress(button, role)
        inner = width - 2 * side - 2
        whole = self._flow.sizeHint().width()
        beside = not tight and self.words.line() + 16 + whole <= inner
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        if beside:
            high = max(self.words.height_for(inner - whole - 16), self._flow.heightForWidth(whole))
            return high + 2 * over + 3, high
        words = self.words.height_for(inner)
        return words + self._box.spacing() + self._flow.heightForWidth(inner) + 2 * over + 3, words

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
