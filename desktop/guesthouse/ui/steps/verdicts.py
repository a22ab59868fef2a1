"""See this one again? Yes, Maybe, Not for me; pressed once more, nothing was said."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.sitting import Verdict
from guesthouse.qt.look import Look
from guesthouse.ui.steps.choice import Choices


class Verdicts(QWidget):
    """The three answers."""

    said = Signal(object)  # a Verdict, or None

    def __init__(self, look: Look, name: str) -> None:
        """Nothing is said yet; ``name`` is the question."""
        super().__init__()
        self._texts = {
            self.tr("Yes"): Verdict.YES,
            self.tr("Maybe"): Verdict.MAYBE,
            self.tr("Not for me"): Verdict.NO,
        }
        self.choices = Choices(look, name)
        self.choices.fill(self._texts)
        self.choices.changed.connect(lambda: self.said.emit(self.verdict()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choices)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the choice itself: with a focus proxy this would be told as focused, too."""
        self.choices.setFocus(reason)

    def verdict(self) -> Verdict | None:
        """What was said."""
        return next((self._texts[text] for text in self.choices.chosen()), None)

    def put(self, verdict: Verdict | None) -> None:
        """Show what was said before; ``said`` does not tell."""
        self.choices.set_chosen([text for text, one in self._texts.items() if one is verdict])
