"""What one can be asked before the closed door: the passphrase, the recovery code, a new passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from guesthouse.domain.recovery_code import place_of
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import name_control
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.secret_field import SecretField


class Face(QWidget):
    """Fields with their names over them, a place for what is said, and two buttons. Return in a field acts."""

    given = Signal(str)
    """What was typed is to be tried."""

    other = Signal()
    """The other way in is wanted."""

    def __init__(self, look: Look) -> None:
        """Fill it with ``add``, then ``finish``."""
        super().__init__()
        self._look = look
        self._fields: list[SecretField] = []
        self._ready = True
        self.act, self.away = primary(look, ""), quiet(look, "")
        self._show_box: QCheckBox | None = None
        self.said = label(look, "body")
        self.then = label(look, "soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.act.clicked.connect(self.submit)
        self.away.clicked.connect(self.other)

    @property
    def first(self) -> QLineEdit:
        """Where typing starts."""
        return self._fields[0]

    def add(self, name: str, help_text: str = "", *, hidden: bool = True) -> QLineEdit:
        """One more field; a hidden one shows dots until "Show what I type" is on."""
        field = SecretField(self._look, hidden=hidden)
        name_control(field, name, help_text)
        title = label(self._look, "body", name)
        title.setBuddy(field)
        if self._fields:
            self._column.addSpacing(10)
        self._column.addWidget(title)
        if help_text:
            self._column.addWidget(label(self._look, "small", help_text))
        self._column.addWidget(field)
        field.returnPressed.connect(self._returned)
        field.textChanged.connect(self._typed)
        self._fields.append(field)
        return field

    def add_show_box(self) -> None:
        """The box that shows what hidden fields hold."""
        box = self._show_box = self._look.dress(QCheckBox(self.tr("Show what I type")), "body")
        name_control(box, box.text())
        box.toggled.connect(self._show_words)
        self._column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeading)

    def finish(self, act: str, away: str) -> None:
        """Below the fields: what is said, and the buttons, the one that acts and the other way."""
        self._column.addWidget(self.said)
        self._column.addWidget(self.then)
        self.say("")
        self._column.addSpacing(12)
        row = Flow()
        for button, name in ((self.act, act), (self.away, away)):
            button.setText(name)
            button.setAccessibleName(name)
            row.addWidget(button)
        self._column.addLayout(row)

    def say(self, sentence: str, then: str = "") -> None:
        """What there is to say, and under it what comes next; nothing takes both away."""
        for place, text in ((self.said, sentence), (self.then, then)):
            place.setText(text)
            place.setVisible(bool(text))

    def set_ready(self, ready: bool, *, typing: bool = True) -> None:
        """Whether one can act, and whether one can type meanwhile."""
        self._ready = ready
        self.act.setEnabled(ready)
        self.away.setEnabled(typing)
        for field in self._fields:
            field.setReadOnly(not typing)

    def words(self) -> str:
        """What is to be tried; nothing where it cannot be yet."""
        return self.first.text()

    def submit(self) -> None:
        """Try what is typed."""
        words = self.words()
        if self._ready and words:
            self.given.emit(words)

    def wrong(self) -> None:
        """What is typed stays, marked, so that the next key begins anew."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.selectAll()

    def forget(self) -> None:
        """Hold nothing that was typed, and show nothing of what comes next."""
        for field in self._fields:
            field.setText("")  # unlike clear, it cannot be taken back with Ctrl+Z
        if self._show_box is not None:
            self._show_box.setChecked(False)
        self.say("")

    def _returned(self) -> None:
        self.submit()

    def _typed(self) -> None:
        """For those faces that have something to say meanwhile."""

    def _show_words(self, on: bool) -> None:
        for field in self._fields:
            field.reveal(on)


class PassphraseFace(Face):
    """The usual way in."""

    def __init__(self, look: Look) -> None:
        """An empty field."""
        super().__init__(look)
        self.add(self.tr("Passphrase"))
        self.add_show_box()
        self.finish(self.tr("Unlock"), self.tr("I have a recovery code"))


class CodeFace(Face):
    """The way in for whoever does not know the passphrase any more."""

    def __init__(self, look: Look) -> None:
        """An empty field; the code is typed from a card, so it can be seen."""
        super().__init__(look)
        self.add(
            self.tr("Recovery code"),
            self.tr("Seven groups of five, as they are on your card. Spaces, dashes and capitals do not matter."),
            hidden=False,
        )
        self.finish(self.tr("Open with the code"), self.tr("Back to the passphrase"))

    def wrong(self) -> None:
        """What was copied by hand stays, and the next key takes none of it away."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.end(False)

    def mark(self, group: int) -> None:
        """The group with a slip in it is marked, so that it alone is typed anew."""
        start, end = place_of(self.first.text(), group)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.setSelection(start, end - start)


class NewFace(Face):
    """The code was right: a passphrase that is known again, typed twice."""

    def __init__(self, look: Look) -> None:
        """Two empty fields."""
        super().__init__(look)
        self.add(self.tr("New passphrase"))
        self._again = self.add(self.tr("Again"))
        self.add_show_box()
        self.finish(self.tr("Keep it and open"), self.tr("Not now"))

    def words(self) -> str:
        """The passphrase, once it is the same in both fields."""
        first, again = self.first.text(), self._again.text()
        return first if first.strip() and first == again else ""

    def submit(self) -> None:
        """Say what is missing where it cannot be kept yet."""
        if not self._ready:
            return
        if not self.first.text().strip():
            self.say(self.tr("Type a passphrase first; spaces alone are none."))
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._again.text():
            self._again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.words():
            self.say(self.tr("The two are not the same."))
            self._again.setFocus(Qt.FocusReason.OtherFocusReason)
            self._again.selectAll()
        super().submit()

    def _typed(self) -> None:
        if self._ready:
            self.say("")
