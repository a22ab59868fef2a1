"""A label for a person's own words: also those without spaces break, and of long ones it may show the beginning."""

from __future__ import annotations

import unicodedata
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from guesthouse.qt.look import Look
from guesthouse.ui.canvas.lines import Setting, balanced

NARROWEST = 60
ALL = 2000
"""So many lines are as many as there are."""

MOST_WIDTHS = 8


class SoftlyCut(QLabel):
    """Any text, also one without spaces, in at most ``most`` lines, with an ellipsis where there is more."""

    def __init__(self, look: Look, role: str, colour: str, most: int = ALL) -> None:
        """No text yet."""
        super().__init__()
        self._look, self._role, self._colour, self._most = look, role, colour, most
        self._laid: dict[int, Setting] = {}
        self._laid_for: tuple[str, float] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.dress(self, role)

    def setText(self, text: str) -> None:
        """Another text; nothing is kept of the one before."""
        self._laid.clear()
        self._laid_for = None
        super().setText(text)

    def hasHeightForWidth(self) -> bool:
        """As high as its lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines are in this width."""
        return ceil(self._setting(width).size.height()) + 2

    def sizeHint(self) -> QSize:
        """Whatever width there is."""
        width = max(self.width(), NARROWEST)
        return QSize(NARROWEST, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(NARROWEST, self.heightForWidth(max(self.width(), NARROWEST)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, from where their script begins, as in any label."""
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._colour))
        setting = self._setting(self.width())
        left = self.width() - setting.size.width() if _runs_to_the_left(self.text()) else 0.0
        setting.draw(painter, QPointF(left, 0.0))
        painter.end()

    def _setting(self, width: int) -> Setting:
        """Laid out once for each width: a layout asks for several before it settles."""
        what = self.text(), self._look.scale
        if self._laid_for != what or len(self._laid) > MOST_WIDTHS:
            self._laid_for = what
            self._laid.clear()
        if width not in self._laid:
            self._laid[width] = self._lay(width)
        return self._laid[width]

    def _lay(self, width: int) -> Setting:
        font, room = self._look.font(self._role), max(width, NARROWEST)
        whole = balanced(self.text(), font, room, self._most, centred=False)
        words = whole.layout.text()[:-1].rsplit(" ", 1)
        if not whole.cut or len(words) == 1:
            return whole
        return balanced(f"{words[0].rstrip(' ,;:.')}…", font, room, self._most, centred=False)


def _runs_to_the_left(text: str) -> bool:
    strong = (kind for kind in map(unicodedata.bidirectional, text[:200]) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
