"""A note that is opened in its place: a line to press, and under it what belongs to it, made when first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label

CARET = 18
PAD, GAP = 10, 12


class Fold(QWidget):
    """Closed at first. ``heading`` is the button, which says with its check mark whether the note is open."""

    def __init__(self, look: Look, title: str, make: Callable[[], QWidget]) -> None:
        """``make`` gives what belongs under ``title``."""
        super().__init__()
        self._look, self._make = look, make
        self._body: QWidget | None = None
        self.heading = _Heading(look, title)
        self.heading.toggled.connect(self._turn)
        self._under = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(self._under)
        look.changed.connect(self._indent)
        self._indent()

    def unfold(self) -> None:
        """Open it, if it is not."""
        self.heading.setChecked(True)

    def _turn(self, on: bool) -> None:
        if on and self._body is None:
            self._body = self._make()
            self._under.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(on)

    def _indent(self) -> None:
        """What belongs to the note begins where its title begins."""
        self._under.setContentsMargins(PAD + self._look.px(CARET) + GAP, 0, PAD, 0)


class _Heading(QPushButton):
    """A button whose words go on in a next line where the window is narrow or the text is large."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._look = look
        self.setProperty("fold", True)
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._caret = label(look, "body", wrap=False)
        words = label(look, "subheading", title)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAD, PAD, PAD, PAD)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._caret, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(words, 1)
        for child in (self._caret, words):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._turn)
        look.changed.connect(self._turn)
        self._turn()

    def sizeHint(self) -> QSize:
        """As its words need it in one line."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As its words need it in many."""
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all its lines."""
        return self._row.heightForWidth(width)

    def _turn(self) -> None:
        name = "caret-down" if self.isChecked() else "caret-left" if self.isRightToLeft() else "caret-right"
        side = self._look.px(CARET)
        self._caret.setPixmap(self._look.icon(name, "soft", size=CARET).pixmap(side, side))
        self._caret.setFixedSize(side, side)
