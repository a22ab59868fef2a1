"""The card for hiding the window at once: with which key, and what else happens then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from guesthouse.qt.hide_keys import NONE
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import HIDE_KEYS, Preferences
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.labels import label
from guesthouse.ui.settings.plain import PlainCard


class HidingCard(PlainCard):
    """Needs no house: one may have to hide before the passphrase, too."""

    tried = Signal()
    """The person wants to see it."""

    def __init__(self, look: Look, preferences: Preferences) -> None:
        """Shows what is chosen."""
        super().__init__(QCoreApplication.translate("SettingsPage", "Quick hide"), look, preferences)
        told = self.tr("For when somebody comes in: one key, from anywhere, turns the window into a plain note.")
        self.column.insertWidget(1, label(look, "soft", told))
        keys = [(key, self.tr("None") if key == NONE else key) for key in sorted(HIDE_KEYS, key=_place)]
        self.key = self._choice(keys, "hide_key")
        self.form.add_row(self.tr("Key"), self.key)
        esc = self.tr("The first Esc still does what it does. Where a key is chosen, only that key brings back.")
        self.on_esc = self._check(self.tr("Also Esc, pressed twice"), "hide_on_esc")
        self.form.add_check(self.on_esc, esc)
        locks = self.tr("Where there is a passphrase. What you were doing is there again after it.")
        self.locks = self._check(self.tr("Lock as well"), "hide_locks")
        self.form.add_check(self.locks, locks)
        self.way_back = label(look, "small", "")
        self.try_it = quiet(look, self.tr("Try it"))
        self.try_it.clicked.connect(self.tried)
        self.form.add_words(self.way_back)
        self.form.add_button(self.try_it)
        self._limits()
        preferences.changed.connect(self._tell)
        self._tell()

    def _limits(self) -> None:
        told = self.tr(
            "What you type on the note is written nowhere. Sounds stop, and a dialog closes with what is half-typed in"
            " it. The system may still list this program as Guesthouse, and nothing is hidden from programs that record"
            " the screen or the keys."
        )
        self.column.addSpacing(4)
        self.column.addWidget(label(self._look, "small", told))

    def _tell(self, _name: str = "") -> None:
        """How to come back, and whether there is a way to hide at all."""
        key, esc = self._preferences.hide_key, self._preferences.hide_on_esc
        if key != NONE:
            told = self.tr("To come back, wait a second and press {key} again.").format(key=key)
        elif esc:
            told = self.tr("To come back, wait a second and press Esc twice again.")
        else:
            told = self.tr("Choose a key or Esc first.")
        self.way_back.setText(told)
        self.try_it.setEnabled(key != NONE or esc)
        self.try_it.setAccessibleDescription(told)


def _place(key: str) -> int:
    """In the order of the keyboard, none of them at the end."""
    return int(key[1:]) if key != NONE else len(HIDE_KEYS) + 12
