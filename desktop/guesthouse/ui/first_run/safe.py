"""The fourth screen: what is kept, and a passphrase now or later."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from guesthouse.domain.greeting import Safe
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.first_run.screen import Screen
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import name_control
from guesthouse.ui.parts.labels import label
from guesthouse.ui.settings.passphrase_verbs import PassphraseVerbs
from guesthouse.ui.settings.tools import Tools


class SafeScreen(Screen):
    """A passphrase is offered where there is none yet."""

    def __init__(self, tools: Tools, words: Safe, page: QWidget) -> None:
        """``page`` is where dialogs stand."""
        super().__init__(tools.look, words.title)
        look = tools.look
        self._tools = tools
        self._preferences: Preferences = tools.preferences
        self.verbs = PassphraseVerbs(tools, page)
        self.column.addWidget(self.title)
        card = Card()
        card.column.setSpacing(12)
        card.column.addWidget(label(look, "body", words.kept))
        self.keep = look.dress(QCheckBox(self.tr("Write thoughts down")), "body")
        name_control(self.keep, self.keep.text(), words.kept)
        card.column.addWidget(self.keep)
        self.column.addWidget(card)
        self._open = Card()
        self._open.column.setSpacing(12)
        self._open.column.addWidget(label(look, "subheading", self.tr("A passphrase, if you like")))
        self._open.column.addWidget(label(look, "body", words.passphrase))
        self.set_up = quiet(look, self.tr("Set a passphrase"))
        self.set_up.setAccessibleName(self.set_up.text())
        self.set_up.setAccessibleDescription(words.later)
        row = Flow()
        row.addWidget(self.set_up)
        row.addWidget(label(look, "soft", words.later, wrap=False))
        self._open.column.addLayout(row)
        self.column.addWidget(self._open)
        self._sealed = label(look, "body", words.sealed)
        self.column.addWidget(self._sealed)
        self.settle()
        self.read()
        self.set_up.clicked.connect(self.verbs.set_up)
        self.keep.toggled.connect(lambda on: setattr(self._preferences, "keep_by_default", on))

    def read(self) -> None:
        """As it is now; it may have been changed in Settings meanwhile."""
        sealed = self._tools.doors.sealed
        self._open.setVisible(not sealed)
        self._sealed.setVisible(sealed)
        self.keep.setChecked(self._preferences.keep_by_default)
