"""What one may do with the visitor one looks at: say how near it stays, or look at it another way.

A plain card is left as it is: beside it stands the way to Support, and nothing else.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from guesthouse.domain.scene import Nearness
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.callers import Caller
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.floating import Floating
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.today.softly_cut import SoftlyCut

FEW_WORDS, WORDS = 110, 220
"""Design pixels of the beginning of its words, beside the buttons: at least, and where there is room."""


class Beside(Floating):
    """A small bar for one visitor: the beginning of its words, and buttons. None of them makes it go."""

    near = Signal(object)
    """A :class:`Nearness` for the visitor."""

    another_way = Signal()
    rated = Signal()
    support = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Nobody is looked at yet."""
        super().__init__(look, parent, opacity=0.97)
        self.caller: Caller | None = None
        self.words = SoftlyCut(look, "words", "ink", most=1)
        self.seat_button = self._button(self.tr("You can sit there"))
        self.gate_button = self._button(self.tr("By the gate"))
        self.another_button = self._button(self.tr("Look at it another way"))
        self.rate_button = self._button(self.tr("How is it now?"))
        self.support_button = self._button(self.tr("Support"))
        ways = (self.seat_button, self.gate_button, self.another_button, self.rate_button)
        self.buttons = [*ways, self.support_button]
        self._places = self._rates = False
        self._gate_text = self.gate_button.text()
        self._lines = QWidget()
        self._flow = Flow(self._lines, gap=4)
        for button in self.buttons:
            self._flow.addWidget(button)
        self.row.setContentsMargins(20, 5, 8, 5)
        self.row.setSpacing(8)
        self.row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self._lines)
        self._wire()
        self.hide()

    def suit(self, *, places: bool, gate: str, rates: bool) -> None:
        """The scene has places to say (``gate`` is the name of the far one, if it has its own); ratings are on."""
        self.gate_button.setText(gate or self._gate_text)
        self.gate_button.setAccessibleName(self.gate_button.text())
        self._places, self._rates = places, rates
        self._offer()

    def look_at(self, caller: Caller | None) -> None:
        """This visitor, or none."""
        self.caller = caller
        self.words.setText(" ".join(caller.words.split()) if caller else "")
        self.words.setAccessibleName(caller.words if caller else "")
        for button in self.buttons:
            button.setAccessibleDescription(caller.words if caller else "")
        self._offer()

    def wide(self, most: int, *, low: bool) -> int:
        """Pixels of width that it takes, at most ``most``: in one line where there is room.

        In a ``low`` window there is never a line more for its words: they stand beside it in any case.
        """
        self._flow.invalidate()
        buttons = self._flow.sizeHint().width() + 40
        beside = buttons + self._look.px(FEW_WORDS) <= most
        self.words.setVisible(beside or not low)
        self.row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.row.setSpacing(8 if beside else 0)
        self.row.setContentsMargins(20 if self.words.isVisibleTo(self) else 8, 4 if beside or low else 8, 10, 4)
        return min(most, buttons + (self._look.px(WORDS) if beside else 0))

    def tall(self, width: int) -> int:
        """Pixels of height that it needs in this width."""
        self._flow.invalidate()
        self.row.activate()
        return self.row.heightForWidth(width)

    def _button(self, text: str) -> QPushButton:
        made = pill(self._look, text)
        made.setAccessibleName(text)
        made.setProperty("tight", True)
        return made

    def _offer(self) -> None:
        plain = self.caller is not None and self.caller.plain
        self.seat_button.setVisible(self._places and not plain)
        self.gate_button.setVisible(self._places and not plain)
        self.another_button.setVisible(not plain)
        self.rate_button.setVisible(self._rates and not plain)
        self.support_button.setVisible(plain)

    def _wire(self) -> None:
        self.seat_button.clicked.connect(lambda: self.near.emit(Nearness.SEAT))
        self.gate_button.clicked.connect(lambda: self.near.emit(Nearness.GATE))
        self.another_button.clicked.connect(self.another_way)
        self.rate_button.clicked.connect(self.rated)
        self.support_button.clicked.connect(self.support)
