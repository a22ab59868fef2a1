"""Make it mine: a practice as one's own, with what is otherwise than in the original marked in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.differing import StepDifference, differences
from guesthouse.domain.practice import MOST_STEPS, Element, Practice, Step, Tone
from guesthouse.qt.look import Look
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.qt.voice import Voice, words_of
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.parts.submitted import Submitted
from guesthouse.ui.practices.facts import on_a_button, title_of
from guesthouse.ui.practices.own_head import OwnHead
from guesthouse.ui.practices.own_parts import small
from guesthouse.ui.practices.own_steps import OwnSteps, unseen
from guesthouse.ui.practices.own_writing import OwnWriting

if TYPE_CHECKING:
    from guesthouse.errors import Trouble
    from guesthouse.house import House

MARGIN = 32

EMPTY = Practice(
    id="", title="", element=Element.ACKNOWLEDGE, minutes=(2, 2), tone=Tone.NEUTRAL, purpose="", steps=(Step(""),)
)


class MakeOwn(QWidget):
    """One own practice in its fields. ``closed`` tells the id of the one that is to be looked at then, or nothing."""

    closed = Signal(str)
    original_asked = Signal(str)

    def __init__(self, look: Look, voice: Voice, *, origin: object, behind_ms: int = BEHIND_MS) -> None:
        """Of none. ``origin`` is who changes practices here; ``behind_ms``: from a change to its saving."""
        super().__init__()
        self._look, self._voice = look, voice
        self._house: House | None = None
        self._practice: Practice | None = None
        self._original: Practice | None = None
        self._kept = False
        self.writing = OwnWriting(self.read, origin, behind_ms=behind_ms)
        self.submitted = Submitted()
        self.head, self.steps = OwnHead(look), OwnSteps(look)
        self._lay_out()
        self._wire()

    @property
    def practice(self) -> Practice | None:
        """The one that is being changed, as it was when it was opened; or None."""
        return self._practice

    def welcome(self, house: House) -> None:
        """Write in this house."""
        self._house = house

    def let_go(self) -> None:
        """Hold nobody's words."""
        self._close()
        self._house = None

    def begin(self, practice: Practice | None) -> None:
        """Change an own one; make a copy of a given one; or, with None, begin from empty."""
        if self._house is None:
            return
        practices = self._house.practices
        own = practice if practice is not None and practice.own else practices.make_own(practice or EMPTY)
        self._kept = practice is not None and practice.own
        self._original = practices.one(own.original) if own.original else None
        if not own.steps and self._original is None:  # it was left after its title
            own = replace(own, steps=EMPTY.steps)
        self._practice = own
        self.submitted.know(_texts(own))
        self.writing.open(practices)
        self._fill(own)
        self._sheet.verticalScrollBar().setValue(0)
        self.head.title.field.setFocus()

    def read(self) -> Practice | None:
        """The practice as it stands in the fields."""
        if self._practice is None:
            return None
        return self.head.read(replace(self._practice, steps=self.steps.read()))

    def submit(self) -> None:
        """What was written is submitted."""
        if (own := self.read()) is not None:
            self.submitted.tell(_texts(own))

    def finish(self) -> None:
        """Done: it is on the disk, where anything was changed."""
        if not self.writing.try_to_save():
            return
        self.submit()
        practice, kept = self._practice, self._kept
        original = self._original.id if self._original is not None else ""
        self._close()
        self.closed.emit(practice.id if practice is not None and kept else original)

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        look = self._look
        self._sheet = Sheet(look)
        self.done = quiet(look, self.tr("Done"))
        self._heading = label(look, "display")
        self._lead = label(look, "soft")
        self.see_original = small(look, self.tr("See the original"))
        self.all_back = quiet(look, self.tr("Back to the original"))
        self._missing, self._trouble = label(look, "soft"), label(look, "soft")
        self.add = primary(look, self.tr("Add a step"))
        self.steps.stand_between(self.head.otherwise.back, self.add)
        head, foot = Flow(), Flow()
        head.addWidget(self.done)
        head.addWidget(self.see_original)
        for button in (self.add, self.all_back):
            foot.addWidget(button)
        column = self._sheet.column
        column.addLayout(head)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addWidget(self._trouble)
        column.addSpacing(8)
        column.addWidget(self.head)
        column.addSpacing(8)
        column.addWidget(self.steps)
        column.addWidget(self._missing)
        column.addLayout(foot)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._sheet)

    def _wire(self) -> None:
        self.head.edited.connect(self._changed)
        self.steps.edited.connect(self._changed)
        self.steps.arrived.connect(self._bring_into_sight)
        self.head.back_asked.connect(self._restore_field)
        self.steps.back_asked.connect(self._restore_step)
        self.add.clicked.connect(self.steps.add)
        self.done.clicked.connect(self.finish)
        self.all_back.clicked.connect(self._restore_all)
        self.see_original.clicked.connect(self._see_original)
        self.writing.kept.connect(self._on_disk)
        self.writing.failed.connect(self._not_kept)

    def _fill(self, own: Practice) -> None:
        original = self._original
        self._trouble.hide()
        self.head.show_practice(own)
        there: list[int | None] = [None] * len(own.steps)
        if original is not None:
            known = {step.here: step.there for step in differences(original, own).steps if step.here is not None}
            there = [known[here] for here in range(len(own.steps))]
        with unseen(self.steps):
            self.steps.show_steps(own.steps, there)
            self._show_differences()
        self._heading.setText(self.tr("Your own version") if original is not None else self.tr("Your own practice"))
        self._lead.setText(
            self.tr("Change anything. It is kept as you type, and the original stays as it is.")
            if original is not None
            else self.tr("A title and a step are enough. It is kept as you type.")
        )
        if original is not None:
            told = self.tr("See the original: {title}").format(title=title_of(original))
            self.see_original.setText(on_a_button(told))
            self.see_original.setAccessibleName(told)
        for widget in (self.see_original, self.all_back):
            widget.setVisible(original is not None)

    def _show_differences(self) -> None:
        own = self.read()
        assert own is not None
        original = self._original
        if original is None:
            self.head.tell_original(None, ())
            self.steps.tell_original(None)
        else:
            found = differences(original, own, self.steps.origins())
            self.head.tell_original(original, found.fields)
            self.steps.tell_original(found.steps)
            self.all_back.setEnabled(not found.none)
        told = " ".join(filter(None, (self._what_is_missing(own), self._show_full())))
        self._missing.setText(told)
        self._missing.setVisible(bool(told) and self._trouble.isHidden())

    def _show_full(self) -> str:
        """Offer one more step while there may be one; else say why there is none."""
        told = self.tr("It has {count} steps, the most that a practice can have.")
        told = told.format(count=QLocale().toString(MOST_STEPS)) if self.steps.full else ""
        self.add.setEnabled(not told)
        self.add.setAccessibleDescription(told)
        return told

    def _what_is_missing(self, own: Practice) -> str:
        titled, stepped = bool(own.title.strip()), any(step.text.strip() for step in own.steps)
        if titled and stepped:
            return ""
        if titled:
            return self.tr("It is kept. To start it, it needs a step that says something.")
        if stepped:
            return self.tr("It is kept. To start it, it needs a title.")
        return self.tr("To start it, it needs a title and a step that says something.")

    # ------------------------------------------------------------------------------------------- what one does

    def _changed(self) -> None:
        self.writing.change()
        self._show_differences()

    def _on_disk(self) -> None:
        self._kept = True
        self._trouble.hide()
        self._missing.setVisible(bool(self._missing.text()))

    def _not_kept(self, trouble: Trouble) -> None:
        self._trouble.setText(self.tr("Not kept yet: {why} It is tried again.").format(why=" ".join(words_of(trouble))))
        self._trouble.show()
        self._missing.hide()  # which says that it is kept
        announce(self.done, self._trouble.text())

    def _bring_into_sight(self, step: QWidget) -> None:
        """Once it has its place."""
        QTimer.singleShot(0, step, lambda: self._sheet.ensureWidgetVisible(step, 0, MARGIN))

    def _restore_field(self, name: str) -> None:
        original, own = self._original, self.read()
        if original is None or own is None or not self._asked():
            return
        names = ("minutes", "tone", "element") if name == "facts" else (name,)
        self.head.show_practice(replace(own, **{each: getattr(original, each) for each in names}))
        self._changed()

    def _restore_step(self, difference: StepDifference) -> None:
        if difference.original is None or difference.here is None or not self._asked():
            return
        self.steps.put_back(difference.here, difference.original)

    def _restore_all(self) -> None:
        original, own = self._original, self._practice
        if original is None or own is None or not self._asked():
            return
        self.head.show_practice(replace(original, id=own.id))
        with unseen(self.steps):
            self.steps.show_steps(original.steps, range(len(original.steps)))
            self._changed()
        self.head.title.field.setFocus()

    def _asked(self) -> bool:
        return self._voice.ask(
            self.tr("Go back to the words of the original?"),
            self.tr("What you wrote in their place goes, and cannot be brought back."),
            self.tr("Go back"),
            self.tr("Keep mine"),
        )

    def _see_original(self) -> None:
        original = self._original
        if original is not None and self.writing.try_to_save():
            self.submit()
            self._close()
            self.original_asked.emit(original.id)

    def _close(self) -> None:
        self.writing.open(None)
        self.submitted.forget()
        self._practice = self._original = None
        self.head.show_practice(EMPTY)
        self.head.tell_original(None, ())
        self.steps.show_steps((), ())
        for telling in (self.see_original, self.all_back):  # the original may be one of the person's own
            telling.hide()
        self.see_original.setText("")
        self.see_original.setAccessibleName(self.tr("See the original"))


def _texts(own: Practice) -> dict[str, str]:
    """What is written in it, each text by itself: a step that has moved is told no second time."""
    texts = [own.title, own.purpose]
    for step in own.steps:
        texts += [step.text, step.note, step.sentence, *(option.text for option in step.options)]
    return {text: text for text in texts}
