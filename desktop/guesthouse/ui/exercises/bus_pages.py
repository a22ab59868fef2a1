"""The two plain pages of the bus: where to and with whom before it goes, and who was driving afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.exercises.desk import Desk, line_field
from guesthouse.ui.exercises.shape import Given
from guesthouse.ui.parts.labels import label

DIRECTION, PASSENGERS, STOP = "direction", "passengers", "stop"
MOST_WORDS, LONGEST = 3, 48


class Boarding(Desk):
    """How long it takes, where to, and who rides along."""

    edited = Signal()

    def __init__(self, look: Look, given: Given, parent: QWidget) -> None:
        """With what was typed before, if anything."""
        super().__init__(look, parent)
        text, known = given.text, given.answers.get(PASSENGERS, [])
        self._text, self.asked = text, False
        self.direction = line_field(look, self.tr("Where to"))
        self.direction.setText(str(given.answers.get(DIRECTION, "")))
        self.refused = label(look, "soft", text.lines["directions"])
        self.thought = label(look, "words", given.words, selectable=True)
        self.thought.setAccessibleName(given.words)
        names = (self.tr("Second passenger"), self.tr("Third passenger"), self.tr("Fourth passenger"))
        self.others = [line_field(look, name) for name in names]
        came = known if isinstance(known, list) else []
        for field, said in zip(self.others, came, strict=False):
            field.setText(said)
        self.left_out = text.lines["first_come"] if len(came) > len(self.others) else ""
        self._add(label(look, "soft", text.lines["lasts"]))
        self._add(label(look, "body", text.moments[0]), self.direction, self.refused)
        told = [label(look, "soft", line) for line in (self.left_out, text.lines["mild"]) if line]
        self._add(label(look, "body", text.moments[1]), self.thought, *self.others, *told)
        for field in (self.direction, *self.others):
            field.textChanged.connect(self.edited)
        self.direction.textChanged.connect(lambda _text: self._look_at_direction())
        self._look_at_direction()

    def lines(self) -> list[str]:
        """Who rides along with the thought, as typed; empty ones are none."""
        return [field.text() for field in self.others if field.text().strip()]

    def ask_where(self) -> None:
        """There is no direction yet, or one that does not fit: say so, where one types it."""
        self.asked = True
        self._look_at_direction()
        self.direction.setFocus()

    def told(self) -> str:
        """What there is to be heard beside the questions: about a direction that does not fit, and who has no seat."""
        about = self.refused.text() if self.asked or not self._fits() else ""
        return " ".join(part for part in (about, self.left_out) if part)

    def is_ready(self) -> bool:
        """Whether there is a direction that fits on the sign."""
        return bool(self.direction.text().strip()) and self._fits()

    def _fits(self) -> bool:
        said = self.direction.text().strip()
        return len(said.split()) <= MOST_WORDS and len(said) <= LONGEST

    def _look_at_direction(self) -> None:
        said = "three" if not self._fits() else "first" if self.asked and not self.direction.text().strip() else ""
        self.refused.setText(self._text.lines[said or "directions"])
        self.direction.setAccessibleDescription(self.refused.text())

    def _add(self, *parts: QWidget) -> None:
        for part in parts:
            self.column.addWidget(part)
        self.column.addSpacing(8)


class Arrived(Desk):
    """Everyone still aboard, and one stop that can be made today."""

    def __init__(self, look: Look, given: Given, parent: QWidget) -> None:
        """With the stop that was named before, if any."""
        super().__init__(look, parent)
        self._look, text = look, given.text
        self.stop = line_field(look, self.tr("One stop today"))
        self.stop.setText(str(given.answers.get(STOP, "")))
        self.direction = label(look, "words-large", selectable=True)
        asked, said = label(look, "subheading", text.moments[3]), label(look, "body", text.lines["driving"])
        for part in (asked, said, self.direction):
            self.column.addWidget(part)
        self.column.addWidget(label(look, "body", text.lines["stop"]))
        self.column.addWidget(self.stop)
        self._aboard = label(look, "soft", self.tr("Still aboard"))
        self.column.addWidget(self._aboard)
        self.rows: list[QWidget] = []

    def show_all(self, direction: str, passengers: Sequence[str]) -> None:
        """Where it goes, and every passenger."""
        self.direction.setText(direction)
        self.direction.setAccessibleName(direction)
        for words in passengers[len(self.rows) :]:
            row = label(self._look, "words", words, selectable=True)
            row.setAccessibleName(words)
            self.column.addWidget(row)
            row.show()
            self.rows.append(row)

    def forget(self) -> None:
        """It is over: hold no words any more."""
        self.direction.clear()
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
