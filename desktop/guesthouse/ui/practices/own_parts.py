"""What the places have in common where one changes a practice: a text with its name, and what is otherwise in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import readable
from guesthouse.ui.steps.fields import WordsField

MOST_TOLD = 280
"""So many characters of the original are shown where it is another."""


class Otherwise(QWidget):
    """Says in words what is otherwise, and offers the way back; out of sight where nothing is."""

    back_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Nothing is otherwise."""
        super().__init__()
        self._told = label(look, "small")
        self.back = small(look, self.tr("Back to the original"))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 4)
        column.setSpacing(2)
        row = Flow()
        row.addWidget(self.back)
        column.addWidget(self._told)
        column.addLayout(row)
        self.back.clicked.connect(self.back_asked)
        self.hide()

    def tell(self, text: str, *, back: str = "") -> None:
        """Say this; ``back`` is how a screen reader names the way back, and without it there is none."""
        self._told.setText(text)
        self.back.setVisible(bool(back))
        self.back.setAccessibleName(back)
        self.setVisible(bool(text))


class NamedText(QWidget):
    """A text under its name. What was not touched is what it was, to the letter."""

    edited = Signal()

    def __init__(
        self, look: Look, name: str, *, role: str = "words", most: int = 12, hint: str = "", bare: bool = False
    ) -> None:
        """Empty. ``hint`` stands in it then; where it is ``bare``, its name is heard but not seen."""
        super().__init__()
        self._look = look
        self._words, self._touched = "", False
        self._name = label(look, "small", name)
        self.field = WordsField(look, name, most=most, role=role)
        self.field.setPlaceholderText(hint)
        self._name.setBuddy(self.field)
        if bare:
            self._name.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        for widget in (self._name, self.field):
            self.column.addWidget(widget)
        self.field.edited.connect(self._edited)
        self.field.done.connect(self.field.focusNextChild)
        look.changed.connect(self._dress)
        self._dress()

    def words(self) -> str:
        """What stands there."""
        return self.field.words() if self._touched else self._words

    def set_words(self, words: str) -> None:
        """Put this there; says nothing."""
        self._words, self._touched = words, False
        self.field.set_words(words)

    def call(self, name: str) -> None:
        """Give it another name."""
        self._name.setText(name)
        self.field.setAccessibleName(name)

    def rename(self, name: str) -> None:
        """What a screen reader calls it."""
        self.field.setAccessibleName(name)

    def _dress(self) -> None:
        """A sunken ground instead of a frame: there are many of these below each other."""
        look = self._look
        edge = look.colour("control" if look.theme == "contrast" else "well").name()
        self.field.setStyleSheet(
            f"QTextEdit {{ background: {look.colour('well').name()}; border: 2px solid {edge}; border-radius: 12px;"
            f" margin: 0; padding: 8px 12px; }} QTextEdit:focus {{ border-color: {look.colour('focus').name()}; }}"
        )

    def _edited(self) -> None:
        self._touched = True
        self.edited.emit()


class ComparedText(NamedText):
    """One that says below it what the original has, where that is another."""

    back_asked = Signal()

    def __init__(
        self, look: Look, name: str, *, role: str = "words", most: int = 12, hint: str = "", bare: bool = False
    ) -> None:
        """Empty, and nothing is otherwise."""
        super().__init__(look, name, role=role, most=most, hint=hint, bare=bare)
        self.otherwise = Otherwise(look)
        self.column.addWidget(self.otherwise)
        self.otherwise.back_asked.connect(self.back_asked)

    def tell_original(self, original: str | None) -> None:
        """Say what the original has, where that is another; None where there is no original."""
        if original is None or original == self.words():
            self.otherwise.tell("")
            return
        told = self.tr("Changed. It was: “{text}”") if original else self.tr("New: the original has none.")
        back = self.tr("Back to the original: {field}").format(field=self._name.text())
        self.otherwise.tell(told.format(text=shortened(original)), back=back)


def shortened(text: str) -> str:
    """The beginning of a text on one line."""
    return " ".join(readable(text, MOST_TOLD).split())


def small(look: Look, text: str) -> QPushButton:
    """A small button at the edge of a text."""
    button = pill(look, text)
    button.setProperty("flush", True)
    return button
