"""After "That didn't sit well": one sentence, a minute with feet and room, and then something plainer. No questions."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from guesthouse.domain.player_words import UnwellWords
from guesthouse.domain.practice import Element, Practice, Tone
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import length_and_tone
from guesthouse.ui.practices.screen import Screen
from guesthouse.ui.steps.steadying import still_lines

MINUTE_MS = 60_000


class Minute(Screen):
    """Still: lines to look at, and after a minute a word that it is over. Next is there all the time."""

    next_asked = Signal()

    def __init__(self, look: Look, words: UnwellWords, *, minute_ms: int = MINUTE_MS) -> None:
        """``minute_ms`` is how long the minute lasts."""
        super().__init__(look)
        self._words = words
        self._card: QWidget | None = None
        self._over = label(look, "body")
        self._over.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._over.setText(words.minute)
        policy = self._over.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves when it comes
        self._over.setSizePolicy(policy)
        self.next = primary(look, self.tr("Next"))
        self.next.clicked.connect(self.next_asked)
        self.foot.addWidget(self._over)
        self.foot.addWidget(self.next, 0, Qt.AlignmentFlag.AlignHCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(minute_ms)
        self._timer.timeout.connect(self._minute_over)

    def begin(self, practice: Practice, *, touch: bool) -> None:
        """After this practice; ``touch`` is whether one wants to be asked to feel one's feet."""
        kind = practice.element is Element.KINDNESS or practice.tone is Tone.WARM
        if self._card is not None:
            self.body.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        lines = (*(self._words.feet if touch else self._words.without_touch), *self._words.room)
        self._card = still_lines(self._look, lines)
        self.body.addWidget(self._card)
        self._card.show()
        self._over.hide()
        self.say(self._words.stirred if kind else self._words.plain, self._words.lead)
        self.next.setMinimumWidth(self._look.px(200))
        self.start = self.next
        self.arrive()
        self.announce(". ".join((self.title.text(), self._words.lead, *lines)))
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nobody waits for it."""
        super().hideEvent(event)
        self._timer.stop()

    def _minute_over(self) -> None:
        self._over.show()
        self.announce(self._words.minute)


class Plainer(Screen):
    """What is plainer from now on, and one that is."""

    tried = Signal(str)
    left = Signal()

    def __init__(self, look: Look, words: UnwellWords) -> None:
        """No offer yet."""
        super().__init__(look)
        self._words = words
        self._practice: Practice | None = None
        self.card = Card()
        self._title = label(look, "reading-title")
        self._facts = label(look, "small")
        self._purpose = label(look, "body")
        look.dress(self._title, "words-large")
        self.try_it = primary(look, self.tr("Try it"))
        self.try_it.clicked.connect(self._try)
        for part in (label(look, "subheading", words.offer), self._facts, self._title, self._purpose):
            self.card.column.addWidget(part)
        self.card.column.addSpacing(8)
        self.card.column.addWidget(self.try_it, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.card)
        self.back = quiet(look, self.tr("Back to Practices"))
        self.back.clicked.connect(self.left)
        self.foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)

    def begin(self, practice: Practice | None, *, plainer: bool) -> None:
        """Offer this one, or none; ``plainer``: a plainer tone holds from now on."""
        self._practice = practice
        self.card.setVisible(practice is not None)
        if practice is not None:
            self._title.setText(practice.title)
            self._facts.setText(length_and_tone(practice))
            self._purpose.setText(practice.purpose)
        words = self._words
        title, note = (words.plainer, words.plainer_note) if plainer else (words.rest, words.rest_note)
        self.say(title, note)
        self.announce(f"{title} {note}")
        self.start = self.try_it if practice is not None else self.back
        self.arrive()

    def clear(self) -> None:
        """Offer none, and hold nothing of it: it may be one of the person's own."""
        self._practice = None
        for part in (self._title, self._facts, self._purpose):
            part.setText("")

    def _try(self) -> None:
        if self._practice is not None:
            self.tried.emit(self._practice.id)


class Notice(Screen):
    """Something cannot be done, said kindly."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        """No words yet."""
        super().__init__(look)
        self.back = primary(look, self.tr("Back to Practices"))
        self.back.clicked.connect(self.left)
        self.foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)

    def begin(self, title: str, note: str) -> None:
        """Say this."""
        self.say(title, note)
        self.announce(f"{title} {note}")
        self.start = self.back
        self.arrive()
