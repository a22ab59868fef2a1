"""The steps of a practice to read: a quiet numbered list."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guesthouse.domain.practice import Practice, Step, filled
from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import readable

MOST_SHOWN = 4000
"""Characters of one text that are laid out; the player and the editor show all of it."""


class StepsToRead(QWidget):
    """Number, words and note of each step, and what could be chosen in it."""

    def __init__(self, look: Look) -> None:
        """No steps."""
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_steps(self, practice: Practice | None) -> None:
        """Show these in place of those before."""
        while item := self._column.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for number, step in enumerate(practice.steps if practice is not None else ()):
            self._column.addWidget(self._step(number + 1, step))

    def _step(self, number: int, step: Step) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        figure = label(self._look, "words", QLocale().toString(number), wrap=False)
        figure.setMinimumWidth(self._look.px(20))
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(label(self._look, "words", readable(step.text, MOST_SHOWN)))
        for more in (step.note, *_inside(step)):
            if more.strip():
                texts.addWidget(label(self._look, "soft", readable(more, MOST_SHOWN)))
        row.addLayout(texts, 1)
        return made


def _inside(step: Step) -> list[str]:
    """What stands in the step besides its words."""
    return [
        " · ".join(option.text for option in step.options),
        " · ".join(step.lines),
        filled(step.sentence, {}),
        " · ".join(card.title for card in step.cards),
    ]
