"""The page before the closed door: nothing of the person's is on it, and the passphrase leads in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.errors import GuesthouseError, WrongCode, WrongKey
from guesthouse.qt.look import Look
from guesthouse.ui.lock.faces import CodeFace, Face, NewFace, PassphraseFace
from guesthouse.ui.lock.lit_house import LitHouse
from guesthouse.ui.lock.unlocking import Unlocking
from guesthouse.ui.pages.page import Page
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.hills import paint_hills
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.steps.inline import Inline

if TYPE_CHECKING:
    from guesthouse.services.strongbox import Strongbox

WIDEST = 480
"""Design pixels."""

LOUD = 4
"""Seconds: a wait this long is told again once it is over, to those who do not see the button."""

CODE_HOLDS_MS = 5 * 60_000
"""So long the page waits for a new passphrase after the code was right; then it asks for the code once more."""


class LockPage(Page):
    """Asks for the passphrase, or for the recovery code and a new passphrase. It locks nobody out and erases nothing.

    After each wrong one it waits a little longer; what is typed stays, marked. What is tried runs beside the window.
    """

    name = "lock"

    opened = Signal(object)
    """The raw key of the file."""

    troubled = Signal(object)
    """A GuesthouseError that no other passphrase would help with."""

    def __init__(self, *, look: Look, strongbox: Callable[[], Strongbox], second_ms: int = 1000) -> None:
        """``strongbox`` gives what opens the file; ``second_ms`` is how long a second of waiting is."""
        super().__init__()
        self._look = look
        self._left, self._loud = 0, False
        self.unlocking = Unlocking(strongbox, self)
        self._tick = QTimer(self)
        self._tick.setInterval(second_ms)
        self._tick.timeout.connect(self._second_passed)
        self._holds = QTimer(self)
        self._holds.setSingleShot(True)
        self._holds.setInterval(CODE_HOLDS_MS)
        self._holds.timeout.connect(self.let_go)
        self.passphrase, self.code, self.anew = PassphraseFace(look), CodeFace(look), NewFace(look)
        self._faces: tuple[Face, ...] = (self.passphrase, self.code, self.anew)
        self._face: Face = self.passphrase
        self._furnish()
        self._wire()
        self._show(self.passphrase)
        look.changed.connect(self.update)

    def arrive(self) -> None:
        """Typing starts in the field."""
        self._face.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Support or Settings: nothing that was typed stays."""
        for face in self._faces:
            face.forget()

    def let_go(self) -> None:
        """As at first, with nothing held; who has to wait a little goes on waiting."""
        self.unlocking.forget()
        self.leave()
        self._holds.stop()
        self.note("")
        self._show(self.passphrase)
        self._rest()

    def note(self, sentence: str) -> None:
        """Something to be said once about the locking; nothing takes it away."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self.passphrase.first.setAccessibleDescription(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the house makes room for the field."""
        super().resizeEvent(event)
        self._house.fit(self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two quiet hills at the foot of the page."""
        painter = QPainter(self)
        paint_hills(painter, self._look, self.size())
        painter.end()

    # ------------------------------------------------------------------------------------------------- trying

    def _begin(self, face: Face) -> None:
        face.first.setFocus(Qt.FocusReason.OtherFocusReason)
        face.set_ready(False, typing=False)
        self._say(self.tr("Opening…"))

    def _rest(self) -> None:
        """Nothing is being tried."""
        for face in self._faces:
            face.set_ready(not self._left)

    def _open(self, key: bytes) -> None:
        self.let_go()
        self.opened.emit(key)

    def _ask_anew(self) -> None:
        self._rest()
        self._show(self.anew)
        self._holds.start()
        self.arrive()
        self._announce(f"{self._title.text()} {self._lead.text()}")

    def _failed(self, error: GuesthouseError) -> None:
        self._rest()
        if isinstance(error, WrongCode) and error.group:
            slip = self.tr("There is a slip in group {number}.").format(number=error.group)
            self._say(slip, self.tr("Compare it with your card."))
            self.code.mark(error.group)
        elif isinstance(error, WrongKey | WrongCode):
            self._wait(self.unlocking.next_wait())
            self._face.wrong()
        else:
            self.let_go()
            self.troubled.emit(error)

    def _wait(self, seconds: int) -> None:
        self._left, self._loud = seconds, seconds >= LOUD
        self._face.set_ready(False)
        self._tick.start()
        self._say(self.tr("That isn't it."), self._until())

    def _until(self) -> str:
        if self._left == 1:
            return self.tr("In a moment you can try again.")
        return self.tr("You can try again in {count} seconds.").format(count=self._left)

    def _second_passed(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._face.say(self._face.said.text(), self._until())
            return
        self._tick.stop()
        self._rest()
        self._face.say(self._face.said.text(), self.tr("You can try again now."))
        if self._loud:
            self._announce(self._face.then.text())

    # --------------------------------------------------------------------------------------------------- showing

    def _furnish(self) -> None:
        look = self._look
        sheet = Sheet(look, widest=WIDEST)
        column = sheet.column
        column.setContentsMargins(0, 16, 0, 24)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title, self._lead, self._note = label(look, "display"), label(look, "soft"), label(look, "body")
        for line in (self._title, self._lead, self._note):
            line.setAlignment(middle)
        self._note.hide()
        column.addStretch(2)
        self._house = LitHouse(look)
        column.addWidget(self._house, 0, middle)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addWidget(self._note)
        column.addSpacing(16)
        card = Card()
        for face in self._faces:
            card.column.addWidget(face)
        column.addWidget(card)
        column.addSpacing(8)
        column.addWidget(self._always_open())
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(sheet)

    def _always_open(self) -> QWidget:
        """What is there for everyone who sits here, also without the passphrase."""
        row = QWidget()
        line = Inline(row, gap=8, between=4, centred=True)
        for text, goal in (
            (self.tr("Steady for a minute"), "grounding"),
            (self.tr("Support"), "support"),
            (self.tr("What is this?"), "explainer"),
            (self.tr("Help"), "help"),
        ):
            button = pill(self._look, text)
            button.clicked.connect(partial(self.wanted.emit, goal))
            line.addWidget(button)
        return row

    def _wire(self) -> None:
        for face, trying in (
            (self.passphrase, self.unlocking.unlock),
            (self.code, self.unlocking.unlock_with_code),
            (self.anew, self.unlocking.renew),
        ):
            face.given.connect(lambda _words, face=face: self._begin(face))
            face.given.connect(trying)
        self.passphrase.other.connect(lambda: self._turn_to(self.code))
        self.code.other.connect(lambda: self._turn_to(self.passphrase))
        self.anew.other.connect(self._not_now)
        self.unlocking.opened.connect(self._open)
        self.unlocking.knows_code.connect(self._ask_anew)
        self.unlocking.failed.connect(self._failed)

    def _not_now(self) -> None:
        self.let_go()
        self.arrive()

    def _turn_to(self, face: Face) -> None:
        self.leave()
        self._show(face)
        self._rest()
        self.arrive()

    def _show(self, face: Face) -> None:
        self._face = face
        for other in self._faces:
            other.setVisible(other is face)
        title, lead = self._words_over(face)
        self._title.setText(title)
        self._lead.setText(lead)

    def _words_over(self, face: Face) -> tuple[str, str]:
        if face is self.code:
            lead = self.tr("It opens what is here. Then you choose a new passphrase.")
            return self.tr("With your recovery code"), lead
        if face is self.anew:
            lead = self.tr(
                "The code is right. From now on this passphrase opens the house, and the code stays as it is."
            )
            return self.tr("A new passphrase"), lead
        lead = self.tr("What you have written here is encrypted. Your passphrase opens it.")
        return self.tr("The house is locked"), lead

    def _say(self, sentence: str, then: str = "") -> None:
        self._face.say(sentence, then)
        self._announce(f"{sentence} {then}".strip())

    def _announce(self, sentence: str) -> None:
        announce(self._face.first, sentence)
