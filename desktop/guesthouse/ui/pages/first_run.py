"""The page of the first run: what this is and is not, what is kept, and Begin."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from guesthouse.ui.pages.page import HOME, Page
from guesthouse.ui.parts.buttons import pill, primary
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.house_mark import HouseMark
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.settings.passphrase_verbs import PassphraseVerbs
from guesthouse.ui.settings.tools import Tools
from guesthouse.ui.steps.inline import Inline

if TYPE_CHECKING:
    from guesthouse.house import House


@dataclass(frozen=True)
class Part:
    """A titled paragraph, with a smaller line under it or none."""

    title: str
    text: str
    small: str = ""


@dataclass(frozen=True)
class Greeting:
    """The words of the page."""

    title: str
    lead: str
    parts: Sequence[Part]


def read_greeting(folder: Path, language: str) -> Greeting:
    """The words of the page, from ``folder``/``language``.toml."""
    raw = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    return Greeting(raw["title"], raw["lead"], [Part(**part) for part in raw["part"]])


class FirstRunPage(Page):
    """Remembers that it was left with Begin, and wants the first room then."""

    name = "first-run"

    def __init__(self, *, tools: Tools, greeting: Greeting) -> None:
        """The page with the words of ``greeting``."""
        super().__init__()
        self._tools = tools
        self._look, self._preferences = tools.look, tools.preferences
        self.verbs = PassphraseVerbs(tools, self)
        self.verbs.done.connect(self._offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words(greeting), 1)
        column.addWidget(self._foot())
        self._offer()

    def welcome(self, house: House) -> None:
        """A passphrase can be set."""
        self.verbs.welcome(house)
        self._offer()

    def let_go(self) -> None:
        """The house closes."""
        self.verbs.let_go()
        self._offer()

    def arrive(self) -> None:
        """Enter begins."""
        self._begin.setFocus()

    def _offer(self) -> None:
        """A passphrase is offered where there is none yet."""
        self._set_up.setVisible(not self._tools.doors.sealed)

    def _words(self, greeting: Greeting) -> Sheet:
        look = self._look
        sheet = Sheet(look, widest=680)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(HouseMark(look, 56))
        head.addWidget(label(look, "display", greeting.title), 1)
        sheet.column.addLayout(head)
        sheet.column.addWidget(label(look, "words", greeting.lead))
        sheet.column.addSpacing(8)
        card = Card()
        card.column.setSpacing(6)
        for number, part in enumerate(greeting.parts):
            if number:
                card.column.addSpacing(14)
            card.column.addWidget(label(look, "subheading", part.title))
            card.column.addWidget(label(look, "body", part.text))
            if part.small:
                card.column.addWidget(label(look, "soft", part.small))
        sheet.column.addWidget(card)
        sheet.column.addStretch(1)
        return sheet

    def _foot(self) -> QFrame:
        """Always in sight, however small the window or large the text."""
        foot = QFrame()
        foot.setProperty("ground", "foot")
        around = QVBoxLayout(foot)  # lines that break know no margins of their own
        around.setContentsMargins(32, 14, 32, 14)
        row = Inline(gap=12, between=8, centred=True)
        around.addLayout(row)
        self._begin = primary(self._look, self.tr("Begin"))
        self._begin.clicked.connect(self._begin_now)
        film = pill(self._look, self.tr("What is this?"))
        film.setAccessibleDescription(self.tr("Two minutes about looking at thoughts"))
        film.clicked.connect(lambda: self.wanted.emit("explainer"))
        self._set_up = pill(self._look, self.tr("Set a passphrase"))
        self._set_up.setAccessibleDescription(self.tr("Now or later: Settings offers it, too"))
        self._set_up.clicked.connect(self.verbs.set_up)
        support = pill(self._look, self.tr("Support"))
        support.clicked.connect(lambda: self.wanted.emit("support"))
        settings = pill(self._look, self.tr("Settings"))
        settings.clicked.connect(lambda: self.wanted.emit("settings"))
        for button in (self._begin, film, self._set_up, support, settings):
            row.addWidget(button)
        return foot

    def _begin_now(self) -> None:
        self._preferences.begun = True
        self.wanted.emit(HOME)
