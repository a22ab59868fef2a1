"""A combo box as wide as what is chosen in it; a longer text ends softly, and is whole in the list that opens."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from guesthouse.qt.look import Look
from guesthouse.ui.parts.form import name_control
from guesthouse.ui.parts.labels import label

MOST_LETTERS = 16
AROUND = 11 + 28 + 4
"""Design pixels before and after the text, as the style sheet has them for a tight box."""


class SoftBox(QComboBox):
    """For a bar over a picture. Read it with currentData and hear it with currentIndexChanged."""

    def __init__(self, look: Look) -> None:
        """Nothing to choose yet."""
        super().__init__()
        self._look, self._most = look, MOST_LETTERS
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that the style sheet reaches
        self.setProperty("tight", True)
        look.dress(self, "pill")

    def offer(self, options: list[tuple[str, str]], chosen: str = "") -> None:
        """Offer ``(value, shown)``; nobody is told."""
        blocked = self.blockSignals(True)
        self.clear()
        for value, shown in options:
            self.addItem(shown, value)
        self.blockSignals(blocked)
        self.show_chosen(chosen)

    def show_chosen(self, value: str) -> None:
        """Show ``value`` as what is chosen, or the first; nobody is told."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.blockSignals(blocked)

    def fit(self, most: int = MOST_LETTERS) -> None:
        """As wide as what is chosen, at most so many letters."""
        self._most = most
        self.ensurePolished()
        self.updateGeometry()

    def showPopup(self) -> None:
        """The list is as wide as its texts."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + self._look.px(24))
        super().showPopup()

    def sizeHint(self) -> QSize:
        """The text, and what the style sheet puts around it: Qt would count the arrow twice."""
        metrics = self.fontMetrics()
        text = min(metrics.horizontalAdvance(self.currentText()), metrics.horizontalAdvance("X") * self._most)
        return QSize(text + self._look.px(AROUND) + 6, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """No narrower."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The usual, with an ellipsis where the text is longer than the box."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, field.width())
        option.currentText = text
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


def beside_label(look: Look, text: str, box: SoftBox, help_text: str = "") -> QWidget:
    """The box with its visible label, which stay together and are its name."""
    name = label(look, "small", text, wrap=False)
    name.setBuddy(box)
    name_control(box, text, help_text)
    box.view().setAccessibleName(text)
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(8, 0, 3, 0)
    row.setSpacing(6)
    row.addWidget(name)
    row.addWidget(box)
    return pair
