"""The card "What is here right now?": naming is all there is to do, and it can be kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from guesthouse.domain.errand import Beginning, Start
from guesthouse.domain.noticing import Noticed, Noticing, Vocabulary, wants_steadying
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.qt.voice import Voice, words_of
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill, primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.submitted import Submitted
from guesthouse.ui.today.builder import Builder
from guesthouse.ui.today.half_noticed import HalfNoticed
from guesthouse.ui.today.kept import KeptBefore, KeptNote
from guesthouse.ui.today.panel import keep_room

if TYPE_CHECKING:
    from guesthouse.services.noticings import Noticings

SHOWN = 5
SENSE, FEET = "val-sense", "ack-feet"


class NoticingCard(Card):
    """Says what is to be carried elsewhere by ``carried``; ``origin`` is who changes the noticings by this."""

    carried = Signal(str, object)

    def __init__(
        self, look: Look, voice: Voice, clock: Callable[[], datetime], *, origin: object, behind_ms: int = BEHIND_MS
    ) -> None:
        """Nothing is noticed, and there is nowhere to keep it."""
        super().__init__()
        self._look, self._voice, self._origin = look, voice, origin
        self._noticings: Noticings | None = None
        self._kept: Noticing | None = None
        self.waits = False
        """Whether something half-done is not shown yet: :meth:`show_half_done` has to be called."""
        self.submitted = Submitted()
        self.builder = Builder(look)
        self._half = HalfNoticed(lambda: (self.builder.model.things, self.builder.typed()), behind_ms)
        self.trouble = label(look, "soft")
        self.go_on = pill(look, self.tr("Go on with what you began"))
        self.go_on.setProperty("flush", True)
        self.keep_button = primary(look, self.tr("Keep this"))
        self.sense_button = quiet(look, self.tr("It makes sense…"))
        self.before_button = pill(look, self.tr("Kept before"), checkable=True)
        self.note = KeptNote(look)
        self.before = KeptBefore(look, clock)
        self.steady = self._steadying()
        self._lay_out()
        self._wire()

    @property
    def unfolded(self) -> bool:
        """Whether more of it is open than stands there at rest."""
        return self.builder.unfolded or not self.before.isHidden()

    def welcome(self, noticings: Noticings) -> None:
        """Keep them here, and go on where one was; with words of one's own in it that :attr:`waits`, on the disk."""
        self._noticings = noticings
        self.builder.learn(noticings.words)
        things, typed = noticings.draft()
        self._half.open(noticings)
        self.waits = bool(own_words(things, typed, noticings.words))
        if self.waits:
            self._half.hold_back(things, typed)
            self.builder.field.installEventFilter(self._half)
            things, typed = [], ""
        self.go_on.hide()
        self.builder.put(things, typed)
        self.submitted.know({typed: typed})
        self._kept = None
        self.note.hide()
        self._offer_steadying()
        self.read()

    def show_half_done(self, may_come: Callable[[str], bool]) -> None:
        """What has waited is shown; what may not come unasked, or would change what one does now, can be asked for."""
        if not self.waits or self._noticings is None:
            return
        things, typed = self._half.held
        free = all(may_come(words) for words in own_words(things, typed, self._noticings.words))
        self.waits = False
        self.builder.field.removeEventFilter(self._half)
        if free and self._half.untouched and not self.builder.unfolded:
            self._half.take()
            self.builder.put(things, typed)
            self.submitted.know({typed: typed})
            self._offer_steadying()
        else:
            self.go_on.show()

    def let_go(self) -> None:
        """Hold nobody's words."""
        self._noticings = None
        self.waits = False
        self.submitted.forget()
        self._half.open(None)
        self._say_trouble(None)
        self._forget()
        self.go_on.hide()
        self.before.show_these([])
        self.before_button.setChecked(False)

    def fold(self) -> None:
        """Close what is open, and go back to where it was opened."""
        if self.builder.unfolded:
            self.builder.fold()
        elif not self.before.isHidden():
            self._before_folded()

    def save(self) -> None:
        """Put what is half-done on the disk.

        Raises:
            Trouble: it could not be; it is still unsaved.
        """
        self._half.save()

    def leave(self) -> None:
        """Another room is gone to: what was kept is put away, what is half-done stays, and is submitted."""
        if self._kept is not None:
            self._forget()
        self.save()
        self._submit(self.builder.typed())

    def read(self) -> None:
        """The last few that were kept."""
        latest = self._noticings.latest(SHOWN) if self._noticings is not None else []
        self.before.show_these(latest)
        self.before.stand_after(self.before_button)
        self.before_button.setVisible(bool(latest))
        if not latest:
            self.before_button.setChecked(False)

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self._look, "subheading", self.tr("What is here right now?")), 1)
        head.addWidget(self.before_button)
        keep_room(self.before_button)
        self.before_button.hide()
        margins = self.column.contentsMargins()
        margins.setTop(margins.top() - 5)
        self.column.setContentsMargins(margins)
        self.column.setSpacing(12)
        words = self.column
        words.addLayout(head)
        words.addSpacing(-8)
        words.addWidget(label(self._look, "soft", self.tr("Name what you notice. Nothing has to change.")))
        words.addWidget(self.before)
        before = Flow()
        before.addWidget(self.go_on)
        words.addLayout(before)
        self.go_on.hide()
        words.addWidget(self.builder)
        words.addWidget(self.steady)
        buttons = Flow()
        for widget in (self.keep_button, self.sense_button):
            buttons.addWidget(widget)
        buttons.addWidget(label(self._look, "soft", self.tr("Noticing is enough"), wrap=False))
        words.addLayout(buttons)
        words.addWidget(self.note)
        words.addWidget(self.trouble)
        self.trouble.hide()

    def _steadying(self) -> Card:
        card = Card("sage")
        card.column.setContentsMargins(20, 12, 20, 12)
        told = self.tr("Where things are numb or far away, feet and floor can come first.")
        self._steady_words = label(self._look, "body", told)
        card.column.addWidget(self._steady_words)
        feet = quiet(self._look, self.tr("Feet and floor first"))
        feet.clicked.connect(lambda: self.carried.emit("practices", Start(FEET)))
        row = Flow()
        row.addWidget(feet)
        card.column.addLayout(row)
        card.hide()
        return card

    def _wire(self) -> None:
        self.builder.changed.connect(self._changed)
        self.builder.taken.connect(self._submit)
        self._half.failed.connect(self._say_trouble)
        self._half.kept.connect(partial(self._say_trouble, None))
        self.go_on.clicked.connect(self._take_held)
        self.keep_button.clicked.connect(self._keep)
        self.sense_button.clicked.connect(self._makes_sense)
        self.before_button.toggled.connect(self._before_toggled)
        self.before.folded.connect(self._before_folded)
        self.before.write_asked.connect(self._write)
        self.before.erase_asked.connect(self._erase)
        self.note.write_asked.connect(lambda: self._write(self._kept))
        self.note.anew_asked.connect(self._begin_anew)

    # --------------------------------------------------------------------------------------------- what one does

    def _take_held(self) -> None:
        """What waited is asked for: it is here again, before what was noticed meanwhile."""
        self.builder.put([*self._half.take(), *self.builder.model.things], self.builder.typed())
        self.builder.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_on.hide()
        self._changed()

    def _changed(self) -> None:
        self._kept = None
        self.note.hide()
        self._offer_steadying()
        self._half.change()

    def _offer_steadying(self) -> None:
        if self._noticings is not None:
            chosen = [thing.word for thing in self.builder.things()]
            offered, wanted = not self.steady.isHidden(), wants_steadying(chosen, self._noticings.words)
            self.steady.setVisible(wanted)
            if wanted and not offered and self.isVisible():
                announce(self.steady, self._steady_words.text())

    def _keep(self) -> None:
        if self._noticings is None or self._kept is not None:
            return
        self.builder.take_typed()
        kept = self._noticings.keep(self.builder.model.things, origin=self._origin)
        if kept is None:
            self.builder.field.setFocus()
            return
        self._half.drop()
        self._say_trouble(None)
        self._kept = kept
        if self.builder.unfolded:  # what can be done with it now would stand below the edge
            self.builder.fold()
            self.keep_button.setFocus()
        self.note.say()
        self.read()

    def _submit(self, words: str) -> None:
        self.submitted.tell({words: words})

    def _say_trouble(self, trouble: Trouble | None) -> None:
        """What could not be written, quietly: the words stay here, and are tried again."""
        text = " ".join(words_of(trouble)) if trouble is not None else ""
        told = self.trouble.text()
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        if text and text != told:
            announce(self, text)

    def _begin_anew(self) -> None:
        self._forget()
        self.builder.field.setFocus()

    def _forget(self) -> None:
        """Nothing is noticed here any more; what was kept is kept."""
        self._kept = None
        self.builder.put([], "")
        self.note.hide()
        self.steady.hide()

    def _makes_sense(self) -> None:
        if self._noticings is None:
            return
        feelings = felt_words(self.builder.things(), self._noticings.words)
        self.carried.emit("practices", Start(SENSE, {"feelings": feelings} if feelings else {}))

    def _before_toggled(self, on: bool) -> None:
        self.before.setVisible(on)
        if on:
            self.before.begin()

    def _before_folded(self) -> None:
        self.before_button.setChecked(False)
        self.before_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, noticing: Noticing | None) -> None:
        if noticing is not None:
            self.carried.emit("journal", Beginning(noticing=noticing.sentence))

    def _erase(self, noticing: Noticing) -> None:
        title, text = self.tr("Erase this for good?"), self.tr("It cannot be brought back.")
        if self._noticings is None or not self._voice.ask(title, text, self.tr("Erase"), self.tr("Keep")):
            return
        self._noticings.erase(noticing.id, origin=self._origin)
        if self._kept is not None and self._kept.id == noticing.id:
            self._kept = None
            self.note.hide()
        self.read()
        (self.before.begin if self.before.isVisible() else self.builder.field.setFocus)()


def own_words(things: Sequence[Noticed], typed: str, words: Vocabulary) -> list[str]:
    """What is not of the lists: nobody knows yet what it says."""
    chosen = (thing.word for thing in things if words.word(thing.word.strip()) is None)
    return [one for one in (*chosen, typed) if one.strip()]


def felt_words(things: list[Noticed], words: Vocabulary) -> list[str]:
    """What goes on after "it makes sense that I feel": feelings and words of one's own, not what the body does."""
    feelings = {word.word for group in words.feelings for word in group.words}
    both = [(thing.word, words.word(thing.word)) for thing in things]
    return [known.word if known else word for word, known in both if known is None or known.word in feelings]
