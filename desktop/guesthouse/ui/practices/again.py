"""See this one again? What was said of a practice, to be changed or taken back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guesthouse.domain.sitting import Verdict
from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.answers import AnswerRow


class Again(QWidget):
    """Three answers, of which one or none is given. Pressing the one that is given takes it back."""

    judged = Signal(object)
    """A Verdict, or None."""

    def __init__(self, look: Look) -> None:
        """Nothing was said yet."""
        super().__init__()
        self._showing = False
        self._note = label(look, "small")
        answers = AnswerRow(look)
        self.buttons: dict[Verdict, QPushButton] = {}
        for verdict, text in (
            (Verdict.YES, self.tr("Yes")),
            (Verdict.MAYBE, self.tr("Maybe")),
            (Verdict.NO, self.tr("Not for me")),
        ):
            button = answers.add(text, self.tr("See this one again?"))
            button.toggled.connect(partial(self._toggled, verdict))
            self.buttons[verdict] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(look, "subheading", self.tr("See this one again?")))
        column.addLayout(answers)
        column.addWidget(self._note)
        self._tell(None)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """What was said; says nothing."""
        self._showing = True
        for each, button in self.buttons.items():
            button.setChecked(each is verdict)
        self._showing = False
        self._tell(verdict)

    def _toggled(self, verdict: Verdict, on: bool) -> None:
        if self._showing:
            return
        said = verdict if on else None
        self.show_verdict(said)
        self.judged.emit(said)

    def _tell(self, verdict: Verdict | None) -> None:
        told = {
            None: "",
            Verdict.YES: self.tr("It can be suggested again. Press “Yes” again to take that back."),
            Verdict.MAYBE: self.tr("It can be suggested, now and then. Press “Maybe” again to take that back."),
            Verdict.NO: self.tr(
                "It is not suggested, and the list leaves it out. Press “Not for me” again to take that back."
            ),
        }
        self._note.setText(told[verdict])
        self._note.setVisible(bool(told[verdict]))
