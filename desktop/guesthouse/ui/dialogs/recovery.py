"""Shows a recovery code, once: to be copied by hand, printed, or saved as a card."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.printing import ask_for_printer
from guesthouse.qt.recovery_paper import RecoveryCard, print_card, write_card
from guesthouse.qt.voice import words_of
from guesthouse.ui.dialogs.ample import AmpleDialog
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.columns import Columns
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.save_place import save_place

IN_A_ROW = 4
"""Groups of the code side by side, where there is room."""


def groups_of(code: str) -> list[str]:
    """The groups of a code as it is shown."""
    return re.split(r"[\s-]+", code.strip())


class RecoveryDialog(AmpleDialog):
    """Closes when it was said that the code is kept; ``ask_place`` and ``send_to_printer`` are answered by tests."""

    def __init__(self, code: str, look: Look, parent: QWidget | None, *, plain: Sequence[Path] = ()) -> None:
        """``plain``: copies and folders of copies that can still be read without a passphrase."""
        super().__init__(self.tr("Your recovery code"), look, parent)
        self._card = RecoveryCard.of(groups_of(code))
        self.ask_place: Callable[[], Path | None] = self._ask_place
        self.send_to_printer: Callable[[RecoveryCard], bool] = self._send_to_printer
        self.groups: list[QLabel] = []
        self._taken = False
        self.kept = look.dress(QCheckBox(self.tr("I have it somewhere safe")), "body")
        self.kept.setAccessibleName(self.kept.text())
        self.told = label(look, "soft")
        self.go_on, self.without = primary(look, self.tr("Done")), quiet(look, self.tr("Go on without it"))
        self.print_it, self.save_it = quiet(look, self.tr("Print it")), quiet(look, self.tr("Save it as a card"))
        self._lay_out(plain)
        self._wire()
        self.groups[0].setFocus()

    def reject(self) -> None:
        """Esc: nobody loses the code by a slip of a finger, and nobody is kept here."""
        if self.kept.isChecked() or self.without.isVisible():
            self.accept()
            return
        self.without.show()
        self._say(self.tr("This code is shown only now. Esc once more goes on without it."))

    def loses(self) -> str:
        """The code, unless it was taken along in some way."""
        if self._taken or self.kept.isChecked():
            return ""
        return self.tr("The recovery code was not written down. You can make a new one in Settings.")

    def _lay_out(self, plain: Sequence[Path]) -> None:
        look, column = self._look, self.column
        lead = self.tr(
            "It opens your data when the passphrase is forgotten. It is shown only now: copy it by hand, print it, or "
            "save it somewhere else than on this computer."
        )
        column.addWidget(label(look, "body", lead))
        column.addSpacing(8)
        column.addWidget(self._code())
        column.addSpacing(8)
        row = Flow(gap=12)
        for button in (self.print_it, self.save_it):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.told)
        if plain:
            column.addSpacing(8)
            column.addWidget(_still_plain(plain, look))
        column.addSpacing(8)
        column.addWidget(self.kept, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.add_buttons(self.go_on, self.without)
        for hidden in (self.told, self.without):
            hidden.hide()

    def _code(self) -> Card:
        well, groups = Card("well"), self._card.groups
        columns = Columns(most=IN_A_ROW)
        named = self.tr("Group {number} of {all}: {letters}")
        for number, group in enumerate(groups, 1):
            shown = label(self._look, "title", group, wrap=False, selectable=True)
            shown.setAccessibleName(named.format(number=number, all=len(groups), letters=" ".join(group)))
            above = label(self._look, "small", str(number), wrap=False)
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for each in (above, shown):
                each.setContentsMargins(8, 2, 8, 2)  # room for the ring of the focus
                column.addWidget(each)
            self.groups.append(shown)
            columns.addWidget(cell)
        well.column.addLayout(columns)
        return well

    def _wire(self) -> None:
        self.go_on.setEnabled(False)
        self.go_on.setAccessibleDescription(self.tr("Once you have the code"))
        self.kept.toggled.connect(self.go_on.setEnabled)
        self.go_on.clicked.connect(self.accept)
        self.without.clicked.connect(self.accept)
        self.print_it.clicked.connect(self._print)
        self.save_it.clicked.connect(self._save)

    def _print(self) -> None:
        try:
            if self.send_to_printer(self._card):
                self._taken = True
                self._say(self.tr("It is on its way to the printer."))
        except OSError:
            self._say(self.tr("Nothing was printed: the printer did not answer."))

    def _save(self) -> None:
        to = self.ask_place()
        if to is None:
            return
        try:
            write_card(self._card, to)
        except Trouble as trouble:
            self._say(" ".join(words_of(trouble)))
            return
        self._taken = True
        told = self.tr(
            "Saved as {file}. Whoever finds that file can open your data: keep it on a stick or on paper, not on this "
            "computer and not in a folder that is synced."
        )
        self._say(told.format(file=to))

    def _say(self, text: str) -> None:
        self.tell(self.told, text)

    def _ask_place(self) -> Path | None:
        kinds = ((self.tr("Card as PDF"), ".pdf"), (self.tr("Plain text"), ".txt"))
        name = f"{self.tr('Guesthouse recovery card')}.pdf"
        return save_place(self, self.tr("Save it as a card"), name, kinds)

    def _send_to_printer(self, card: RecoveryCard) -> bool:
        printer = ask_for_printer(self.tr("Recovery card"), self)
        if printer is None:
            return False
        print_card(card, printer)
        return True


def _still_plain(plain: Sequence[Path], look: Look) -> QWidget:
    """The copies that anybody can read, each with its place."""
    say = QCoreApplication.translate
    box = Card("well")
    lead = say("RecoveryDialog", "These copies could not be encrypted and can still be read without the passphrase:")
    box.column.addWidget(label(look, "body", lead))
    for path in plain:
        box.column.addWidget(label(look, "small", str(path), selectable=True))
    told = say(
        "RecoveryDialog", "Remove them yourself, or keep them in mind. Copies you made elsewhere stay as they are."
    )
    box.column.addWidget(label(look, "soft", told))
    return box
