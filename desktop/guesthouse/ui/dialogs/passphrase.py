"""Asks for a passphrase: the present one, a new one twice, or both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from guesthouse.errors import GuesthouseError, WrongKey
from guesthouse.qt.look import Look
from guesthouse.qt.voice import words_of
from guesthouse.ui.dialogs.ample import AmpleDialog
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.secret_field import SecretField

Opener = Callable[[str], "bytes | None"]
"""Gives the raw key for a passphrase, or None where it was stopped. Raises WrongKey and other Trouble."""


@dataclass(frozen=True)
class Asking:
    """What a passphrase is asked for: ``title`` and ``lines`` above the fields, ``note`` below them, ``yes`` on the
    button. ``present`` asks for the one there is, ``new`` for a new one, twice."""

    title: str
    yes: str
    lines: tuple[str, ...] = ()
    note: str = ""
    warning: str = ""
    present: bool = True
    new: bool = True

    @classmethod
    def first(cls) -> Asking:
        """For a file that is plain."""
        say = QCoreApplication.translate
        return cls(
            title=say("PassphraseDialog", "Set a passphrase"),
            yes=say("PassphraseDialog", "Encrypt now"),
            lines=(
                say(
                    "PassphraseDialog",
                    "Everything you keep here, and the backups beside it, will be encrypted. You are asked for the "
                    "passphrase when Guesthouse opens.",
                ),
                say(
                    "PassphraseDialog",
                    "Nobody can open it without the passphrase or the recovery code that you are shown next. There is "
                    "no other way in, not even for us.",
                ),
            ),
            note=say("PassphraseDialog", "A few words in a row are easy to remember and hard to guess."),
            present=False,
        )

    @classmethod
    def another(cls) -> Asking:
        """In place of the present one."""
        say = QCoreApplication.translate
        return cls(
            title=say("PassphraseDialog", "Change the passphrase"),
            yes=say("PassphraseDialog", "Change it"),
            note=say("PassphraseDialog", "A few words in a row are easy to remember and hard to guess."),
            warning=say(
                "PassphraseDialog",
                "Backups in your folder that open with the present one will open with the new one instead. Copies "
                "elsewhere keep the one they had. The recovery code stays as it is.",
            ),
        )

    @classmethod
    def for_a_code(cls) -> Asking:
        """Before a new recovery code is made."""
        say = QCoreApplication.translate
        return cls(
            title=say("PassphraseDialog", "Make a new recovery code"),
            yes=say("PassphraseDialog", "Make it"),
            lines=(
                say(
                    "PassphraseDialog",
                    "The code you have now will not open your data any more, nor the backups of them in your folder. "
                    "Copies elsewhere still open with it.",
                ),
            ),
            new=False,
        )

    @classmethod
    def to_remove(cls) -> Asking:
        """Before the passphrase is taken away."""
        say = QCoreApplication.translate
        return cls(
            title=say("PassphraseDialog", "Remove the passphrase"),
            yes=say("PassphraseDialog", "Remove it"),
            lines=(
                say(
                    "PassphraseDialog",
                    "What you keep here will not be encrypted any more: whoever can use this computer as you, or "
                    "takes its disk, can read it. New backups can be read, too.",
                ),
                say("PassphraseDialog", "Older backups still open with the passphrase they had then."),
            ),
            new=False,
        )


class PassphraseDialog(AmpleDialog):
    """Return in a field means the button. Afterwards ``passphrase`` is the new one and ``key`` what the present one
    opened, where they were asked for."""

    def __init__(self, asking: Asking, look: Look, parent: QWidget | None, *, opener: Opener | None = None) -> None:
        """``opener`` tries the present passphrase, where that is asked for."""
        super().__init__(asking.title, look, parent)
        self._opener = opener if asking.present else None
        self.passphrase = ""
        self.key: bytes | None = None
        self.present = self._field(self.tr("Present passphrase"))
        self.new = self._field(self.tr("New passphrase"))
        self.again = self._field(self.tr("Again"))
        self.show_typed = look.dress(QCheckBox(self.tr("Show what I type")), "body")
        self.show_typed.setAccessibleName(self.show_typed.text())
        self.show_typed.toggled.connect(self._show_or_hide)
        self.problem = label(look, "body")
        self.yes = primary(look, asking.yes)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self._try)
        self.no = quiet(look, self.tr("Leave it"))
        self.no.clicked.connect(self.reject)
        self._fields = ([self.present] if asking.present else []) + ([self.new, self.again] if asking.new else [])
        self._lay_out(asking)
        for each in self._fields:
            each.textChanged.connect(lambda: self._say(""))
        self._fields[0].setFocus()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.passphrase, self.key = "", None
        for each in (self.present, self.new, self.again):
            each.clear()

    def _field(self, name: str) -> SecretField:
        made = SecretField(self._look)
        made.setAccessibleName(name)
        return made

    def _lay_out(self, asking: Asking) -> None:
        look, column = self._look, self.column
        for line in asking.lines:
            column.addWidget(label(look, "body", line))
        column.addSpacing(8)
        for each in self._fields:
            named = label(look, "body", each.accessibleName())
            named.setBuddy(each)
            column.addWidget(named)
            column.addWidget(each)
            column.addSpacing(4)
        column.addWidget(self.problem)
        column.addWidget(self.show_typed, 0, Qt.AlignmentFlag.AlignLeading)
        for text in (asking.note, asking.warning):
            if text:
                column.addSpacing(8)
                column.addWidget(label(look, "soft", text))
        column.addStretch(1)
        self.add_buttons(self.yes, self.no)
        self.problem.hide()

    def _try(self) -> None:
        problem, where = self._missing()
        if not problem:
            problem, where = self._open(), self.present
        if problem:
            where.setFocus()
            where.selectAll()
            self._say(problem)  # last: the field scrolls into sight first, and what is said about it then
            return
        self.passphrase = self.new.text()
        self.accept()

    def _missing(self) -> tuple[str, QLineEdit]:
        """What cannot be gone on with, and the field it is about."""
        if self.present in self._fields and not self.present.text():
            return self.tr("Type the passphrase you have now."), self.present
        if self.new not in self._fields:
            return "", self.present
        if not self.new.text().strip():
            return self.tr("Type a passphrase first; spaces alone are none."), self.new
        if not self.again.text():
            return self.tr("Once more in the second field, so that a slip is noticed."), self.again
        if self.again.text() != self.new.text():
            return self.tr("The two are not the same yet."), self.again
        return "", self.present

    def _open(self) -> str:
        """Try the present passphrase where it is asked for; what is to be said about it."""
        if self._opener is None:
            return ""
        try:
            self.key = self._opener(self.present.text())
        except WrongKey:
            return self.tr("That isn't it.")
        except GuesthouseError as error:
            return " ".join(words_of(error))
        return "" if self.key is not None else self.tr("It was stopped.")

    def _say(self, problem: str) -> None:
        self.tell(self.problem, problem)

    def _show_or_hide(self, shown: bool) -> None:
        for each in (self.present, self.new, self.again):
            each.reveal(shown)
