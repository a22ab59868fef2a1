"""Buttons that copy a number: the one that was pressed last says so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QPushButton

from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import quiet


class Copies:
    """Buttons that belong together."""

    def __init__(self, look: Look) -> None:
        """None yet."""
        self._look = look
        self._buttons: list[QPushButton] = []

    def button(self, number: str, name: str) -> QPushButton:
        """A button that copies ``number`` and is called ``name``."""
        made = quiet(self._look, _copy())
        made.setAccessibleName(name)
        made.clicked.connect(partial(self._take, number, made))
        self._buttons.append(made)
        return made

    def forget(self) -> None:
        """The buttons are gone."""
        self._buttons.clear()

    def width_of(self, button: QPushButton) -> int:
        """Room for either of its words, so that nothing moves when it is pressed."""
        metrics = QFontMetrics(self._look.font("quiet"))
        words = [metrics.horizontalAdvance(text) for text in (_copy(), _copied())]
        return button.sizeHint().width() - metrics.horizontalAdvance(button.text()) + max(words)

    def _take(self, number: str, pressed: QPushButton) -> None:
        QGuiApplication.clipboard().setText(number)
        for button in self._buttons:
            button.setText(_copied() if button is pressed else _copy())
        told = QCoreApplication.translate("LineList", "Copied: {number}").format(number=number)
        announce(pressed, told)


def _copy() -> str:
    return QCoreApplication.translate("LineList", "Copy")


def _copied() -> str:
    return QCoreApplication.translate("LineList", "Copied")
