"""The card "Passphrase and lock": whether the data are encrypted, and when the window locks by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import Form, choice
from guesthouse.ui.parts.labels import label
from guesthouse.ui.settings.passphrase_verbs import PassphraseVerbs
from guesthouse.ui.settings.tools import Tools, reason_closed

if TYPE_CHECKING:
    from guesthouse.house import House


class PassphraseCard(Card):
    """Shows one of two faces: without a passphrase, or with one."""

    def __init__(self, tools: Tools, page: QWidget) -> None:
        """For a page in whose window dialogs stand."""
        super().__init__()
        self._tools = tools
        self.verbs = PassphraseVerbs(tools, page)
        self.verbs.done.connect(self.read)
        look = tools.look
        self._told = label(look, "body")
        older = self.tr(
            "When you change it, the backups in your folder follow. Copies elsewhere keep the one they had."
        )
        self._older = label(look, "soft", older)
        self._reason = label(look, "small", reason_closed())
        self.set_up = primary(look, self.tr("Set a passphrase"))
        self.change = quiet(look, self.tr("Change the passphrase"))
        self.make_code = quiet(look, self.tr("New recovery code"))
        self.remove = quiet(look, self.tr("Remove the passphrase"))
        self.lock = primary(look, self.tr("Lock now"))
        self.lock_after = choice(
            [
                ("never", self.tr("Never")),
                ("1", self.tr("After 1 minute")),
                ("5", self.tr("After 5 minutes")),
                ("10", self.tr("After 10 minutes")),
                ("30", self.tr("After 30 minutes")),
            ],
            tools.preferences.lock_after,
        )
        self._lay_out()
        self._wire()
        self._house_open = False
        self.read()

    def welcome(self, house: House) -> None:
        """Something can be done about it now."""
        self.verbs.welcome(house)
        self._house_open = True
        self.read()

    def let_go(self) -> None:
        """Nothing can be done about it while the house is closed."""
        self.verbs.let_go()
        self._house_open = False
        self.read()

    def read(self) -> None:
        """Show what is so now."""
        sealed, possible = self._tools.doors.sealed, self._house_open
        with_one = self.tr("What you keep is encrypted. The passphrase opens it, or the recovery code.")
        without = self.tr(
            "Whoever uses this computer as you can read what you keep here. With a passphrase it is encrypted."
        )
        self._told.setText(with_one if sealed else without)
        self.lock_after.setCurrentIndex(self.lock_after.findData(self._tools.preferences.lock_after))
        for widget in (self._older, self._when, *self.of_sealed):
            widget.setVisible(sealed)
        self.set_up.setVisible(not sealed)
        self._reason.setVisible(not possible)
        for button in (self.set_up, *self.of_sealed):
            button.setEnabled(possible)
            button.setAccessibleDescription("" if possible else self._reason.text())

    @property
    def first(self) -> QPushButton:
        """What one comes to: setting a passphrase, or locking with it."""
        return self.lock if self._tools.doors.sealed else self.set_up

    @property
    def of_sealed(self) -> tuple[QPushButton, ...]:
        """The buttons that are there with a passphrase."""
        return self.lock, self.change, self.make_code, self.remove

    def _lay_out(self) -> None:
        look, column = self._tools.look, self.column
        column.addWidget(label(look, "subheading", self.tr("Passphrase and lock")))
        column.addSpacing(8)
        column.addWidget(self._told)
        column.addWidget(self._older)
        self._when = Form(look)
        told = self.tr("After so long without a key or a touch. Ctrl+L locks at once.")
        self._when.add_row(self.tr("Lock by itself"), self.lock_after, told)
        column.addSpacing(8)
        column.addWidget(self._when)
        row = Flow()
        for button in (self.set_up, *self.of_sealed):
            row.addWidget(button)
        column.addSpacing(8)
        column.addLayout(row)
        column.addWidget(self._reason)

    def _wire(self) -> None:
        verbs, preferences = self.verbs, self._tools.preferences
        self.set_up.clicked.connect(verbs.set_up)
        self.change.clicked.connect(verbs.change)
        self.make_code.clicked.connect(verbs.make_code)
        self.remove.clicked.connect(verbs.remove)
        self.lock.clicked.connect(self._tools.doors.lock)
        self.lock_after.currentIndexChanged.connect(
            lambda: setattr(preferences, "lock_after", self.lock_after.currentData())
        )
        preferences.changed.connect(lambda name: self.read() if name == "lock_after" else None)
