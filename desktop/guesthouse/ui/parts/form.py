"""Form rows that a screen reader can name: the label is the buddy, the name and the description are set once for all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label


class Form(QWidget):
    """Rows of a label, a help line under it, and a control."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """An empty form."""
        super().__init__(parent)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(16)
        self._grid.setColumnStretch(0, 1)

    def add_row(self, name: str, control: QWidget, help_text: str = "") -> QLabel:
        """Put ``control`` in a new row named ``name`` and return its label."""
        title = label(self._look, "body", name)
        name_control(control, name, help_text)
        title.setBuddy(control)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        if help_text:
            words.addWidget(label(self._look, "small", help_text))
        row = self._grid.rowCount()
        self._grid.addLayout(words, row, 0)
        self._grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignVCenter)
        return title

    def add_wide(self, control: QWidget) -> None:
        """Put ``control`` over the whole width; it must bring its own name."""
        self._grid.addWidget(control, self._grid.rowCount(), 0, 1, 2)


def name_control(control: QWidget, name: str, help_text: str = "") -> None:
    """Set what a screen reader says.

    On Linux a combo box reports its value as its name, so one must also have a visible label as its buddy.
    """
    control.setAccessibleName(name)
    control.setAccessibleDescription(help_text)


def choice(options: list[tuple[str, str]], chosen: str) -> QComboBox:
    """A combo box of ``(value, shown)``; read it with currentData and hear it with currentIndexChanged."""
    box = QComboBox()
    for value, shown in options:
        box.addItem(shown, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
