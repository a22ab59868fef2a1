"""Form rows that a screen reader can name: the label is the buddy, name and description are set once for all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from guesthouse.qt.look import Look
from guesthouse.ui.parts.flow import InLines
from guesthouse.ui.parts.labels import label

WIDE = 236
"""Design pixels of a control beside its label."""

WORDS = 200
"""Design pixels that the label needs at least to have its control beside it; it stands below otherwise."""

GAP, BELOW = 24, 6


class Form(QWidget):
    """Rows of a label, a help line under it, and a control beside it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """An empty form."""
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def add_row(self, name: str, control: QWidget, help_text: str = "", *, named: QWidget | None = None) -> QLabel:
        """Put ``control`` in a new row named ``name`` and return its label; ``named`` is what is named within it."""
        title = label(self._look, "body", name)
        named = named or control
        name_control(named, name, help_text)
        title.setBuddy(named)
        words = self._words(title, help_text)
        whole, left = QWidget(), QWidget()
        left.setLayout(words)
        row = _Row(whole, self._look)
        row.addWidget(left)
        row.addWidget(_Place(control, self._look))
        self._column.addWidget(whole)
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

    def add_words(self, words: QLabel) -> None:
        """Put what is told about the next row over it."""
        self._column.addWidget(words)

    def add_button(self, button: QPushButton) -> None:
        """Put a button in a row of its own, as wide as its words."""
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def _words(self, first: QWidget, help_text: str) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(first)
        if help_text:
            words.addWidget(label(self._look, "small", help_text))
        return words


class _Row(InLines):
    """A label and its control: side by side, or one below the other where the window is narrow for the text."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, GAP)
        self._whole, self._look = parent, look

    def setGeometry(self, rect: QRect) -> None:
        """Move both to their places."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """Side by side."""
        words, place = (item.sizeHint() for item in self._items)
        return QSize(words.width() + GAP + place.width(), max(words.height(), place.height()))

    def minimumSize(self) -> QSize:
        """One below the other."""
        words, place = (item.minimumSize() for item in self._items)
        return QSize(max(words.width(), place.width()), max(words.height(), place.height()))

    def _lay(self, rect: QRect, *, move: bool) -> int:
        words, place = self._items
        wide = min(self._look.px(WIDE), rect.width())
        beside = rect.width() >= wide + GAP + self._look.px(WORDS)
        left = rect.width() - wide - GAP if beside else rect.width()
        upper, lower = words.heightForWidth(left), place.sizeHint().height()
        tall = max(upper, lower) if beside else upper + BELOW + lower
        if move:
            way = self._whole.layoutDirection()
            at = (
                rect.topLeft() + QPoint(left + GAP, (tall - lower) // 2)
                if beside
                else rect.topLeft() + QPoint(0, tall - lower)
            )
            first = QRect(rect.topLeft() + QPoint(0, (tall - upper) // 2 if beside else 0), QSize(left, upper))
            words.setGeometry(QStyle.visualRect(way, rect, first))
            place.setGeometry(QStyle.visualRect(way, rect, QRect(at, QSize(wide, lower))))
        return tall


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
