"""Form rows that a screen reader can name: the label is the buddy, name and description are set once for all."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label

WIDE = 236
"""Design pixels of a control beside its label."""


class Form(QWidget):
    """Rows of a label, a help line under it, and a control beside it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """An empty form."""
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def add_row(self, name: str, control: QWidget, help_text: str = "") -> QLabel:
        """Put ``control`` in a new row named ``name`` and return its label."""
        title = label(self._look, "body", name)
        named = control.focusProxy() or control
        name_control(named, name, help_text)
        title.setBuddy(named)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._words(title, help_text), 1)
        row.addWidget(_Place(control, self._look), 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(row)
        return title

    def add_below(self, name: str, control: QWidget, help_text: str = "") -> QLabel:
        """Put ``control`` under its label, over the whole width."""
        title = label(self._look, "body", name)
        name_control(control, name, help_text)
        title.setBuddy(control)
        words = self._words(title, help_text)
        words.addSpacing(4)
        words.addWidget(control)
        self._column.addLayout(words)
        return title

    def add_check(self, box: QCheckBox, help_text: str = "") -> None:
        """Put a check box, which brings its name, in a row of its own."""
        self._look.dress(box, "body")
        name_control(box, box.text(), help_text)
        self._column.addLayout(self._words(box, help_text))

    def add_button(self, button: QPushButton) -> None:
        """Put a button in a row of its own, as wide as its words."""
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def _words(self, first: QWidget, help_text: str) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(first)
        if help_text:
            words.addWidget(label(self._look, "small", help_text))
        return words


class _Place(QWidget):
    """Where a control stands: the controls of a form have one width, and give way where the window is narrow."""

    def __init__(self, control: QWidget, look: Look) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(control)
        control.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        look.changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the others."""
        return QSize(self._look.px(WIDE), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Half of that can do."""
        return QSize(self._look.px(WIDE) // 2, super().minimumSizeHint().height())

    def _fit(self) -> None:
        self.setMaximumWidth(self._look.px(WIDE))
        self.updateGeometry()


def name_control(control: QWidget, name: str, help_text: str = "") -> None:
    """Set what a screen reader says.

    On Linux a combo box reports its value as its name, so one must also have a visible label as its buddy.
    """
    control.setAccessibleName(name)
    control.setAccessibleDescription(help_text)


def choice(options: list[tuple[str, str]], chosen: str) -> QComboBox:
    """A combo box of ``(value, shown)``; read it with currentData and hear it with currentIndexChanged."""
    box = QComboBox()
    box.setItemDelegate(QStyledItemDelegate(box))  # the one that the style sheet reaches
    for value, shown in options:
        box.addItem(shown, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
