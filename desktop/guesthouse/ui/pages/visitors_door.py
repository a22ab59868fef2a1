"""The door: the field a thought is typed into, "Let it in", and what stands below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from guesthouse.domain.scene import Scene
from guesthouse.domain.thought import MAX_CHARACTERS, is_blank
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.editor.late_marks import LateMarks
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import primary
from guesthouse.ui.parts.floating import Floating
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.thought_field import MOST_LINES, ThoughtField
from guesthouse.ui.visitors.below import BelowField

if TYPE_CHECKING:
    from guesthouse.domain.shoulds import Shoulds

SAVE_AFTER = 1000
"""Milliseconds after the last key when what is half-typed is kept; never more than twice this behind."""

WIDEST = 760


class Door(QWidget):
    """Takes thoughts. Blank ones are passed over in silence; too long ones stay in the field with a kind sentence."""

    thought = Signal(str)
    """A thought to let in; call :meth:`taken` when it is."""

    due = Signal()
    """What is half-typed is worth keeping now; :meth:`unsaved` has it."""

    grown = Signal()
    """It needs more room, or less."""

    unwritten = Signal()
    """What is half-typed must not be on disk."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """An empty field."""
        super().__init__(parent)
        self._look = look
        self._dirty = False
        self._hint = ""
        self._fitted: tuple[float, ...] = ()
        self._keep_by_default = True
        self.marks: LateMarks | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SAVE_AFTER)
        self._late.timeout.connect(self.due)
        self._build()
        self._wire()

    @property
    def keeps(self) -> bool:
        """Whether the thought in the field is one to write down."""
        return not self.unwritten_box.isChecked()

    def set_keep_by_default(self, keep: bool) -> None:
        """How the check box stands for every new thought."""
        self._keep_by_default = keep
        self.unwritten_box.setChecked(not keep)

    def suit(self, scene: Scene, hint: str) -> None:
        """Another scene: what its field asks and says of itself, and what stands below it."""
        asks = QCoreApplication.translate("scenes", scene.placeholder) if scene.placeholder else ""
        self.field.setPlaceholderText(asks or self.field.accessibleName())
        others = self.field.accessibleDescription().removeprefix(self._hint).strip()
        self.field.setAccessibleDescription(f"{hint} {others}".strip())
        self._hint = hint
        self.below.suit(scene)
        self.grown.emit()

    def mark_shoulds(self, rules: Callable[[], Shoulds], preferences: Preferences) -> None:
        """Mark rules about oneself in the field. ``rules`` is asked when somebody has written something."""
        self.marks = LateMarks(self.field, rules, self._look, preferences, beside=self._bar, most=MAX_CHARACTERS)
        self.marks.full.connect(self._no_room)

    def set_words(self, words: str) -> None:
        """Put a kept draft back into the field."""
        self.field.set_words(words)
        self._late.stop()
        self._dirty = False

    def taken(self) -> None:
        """The thought is in: an empty field again, and the check box as usual."""
        self._dirty = False
        self._late.stop()
        self.field.clear()
        self._late.stop()
        self._dirty = False
        self.say("")
        self.unwritten_box.setChecked(not self._keep_by_default)

    def say(self, sentence: str) -> None:
        """A quiet sentence above the field; an empty one takes it away."""
        self.note.setText(sentence)
        self.note_bar.setVisible(bool(sentence))
        self.grown.emit()
        if sentence and QAccessible.isActive():
            announce(self.field, sentence)

    def tell(self, trouble: Trouble) -> None:
        """The words stay in the field; what happened stands above it."""
        translate = QCoreApplication.translate
        self.say(translate("errors", trouble.title) + " " + translate("errors", trouble.advice))

    def fit(self, width: int, most: int) -> int:
        """Pixels that the door takes in this width, at most ``most`` where that can be.

        Where two lines of words would not fit it is closer, and where one would not what stands below them waits.
        Then the field grows as far as there is room.
        """
        asked = (width, most, self._look.scale)
        if asked != self._fitted:  # not with every key that is typed
            self._fitted = asked
            self._choose_room(width, most)
        self.field.hold_to(MOST_LINES)
        tall = self.height_wanted(width)
        for lines in range(MOST_LINES - 1, 0, -1):
            if tall <= most:
                break
            self.field.hold_to(lines)
            tall = self.height_wanted(width)
        return tall

    def height_wanted(self, width: int) -> int:
        """Pixels that the door needs at this width."""
        for layout in (self.note_bar.row, self._bar.row, self._column):  # what is inside first
            layout.activate()
        if self._column.hasHeightForWidth():
            return self._column.heightForWidth(width)
        return self._column.sizeHint().height()

    def unsaved(self) -> str | None:
        """What is half-typed and not kept yet; None when all is kept, or must not be."""
        return self.field.words() if self._dirty and self.keeps else None

    @property
    def half_typed(self) -> str:
        """What is half-typed and is to be written down, or nothing."""
        words = self.field.words()
        return words if self.keeps and not is_blank(words) else ""

    @property
    def half_unwritten(self) -> bool:
        """Whether something is half-typed that must be written nowhere."""
        return not self.keeps and not is_blank(self.field.words())

    def saved(self) -> None:
        """What was unsaved is kept now."""
        self._late.stop()
        self._dirty = False

    def submit(self) -> None:
        """Let what is in the field in."""
        words = self.field.words()
        if is_blank(words):
            return
        if len(words) > MAX_CHARACTERS:
            text = self.tr(
                "That is longer than {most} characters. It stays here in the field; a part of it can come in."
            )
            self.say(text.format(most=f"{MAX_CHARACTERS:,}"))
            return
        self.thought.emit(words)

    def _choose_room(self, width: int, most: int) -> None:
        self._closer(False)
        if self._height_with(2, width, least=False) > most:
            self._closer(True)
            if self._height_with(1, width, least=False) > most:
                self._height_with(1, width, least=True)

    def _height_with(self, lines: int, width: int, *, least: bool) -> int:
        """Pixels with so many lines in the field, and nothing said above it."""
        edges = self._bar.row.contentsMargins()
        bar = max(self.field.height_of(lines), self.button.sizeHint().height()) + edges.top() + edges.bottom()
        return bar + self._column.spacing() + self.below.fit(width, least=least)

    def _closer(self, close: bool) -> None:
        """Whether there is less room around the words and in the button."""
        if bool(self.button.property("close")) != close:
            self.button.setProperty("close", close)
            self._look.dress(self.button, "primary")
            self.button.updateGeometry()
            self._bar.row.setContentsMargins(*((20, 4, 4, 4) if close else (24, 8, 8, 8)))

    def _build(self) -> None:
        self.field = ThoughtField(self._look)
        self.field.setPlaceholderText(self.tr("What is visiting right now?"))
        self.field.setAccessibleName(self.tr("What is visiting right now?"))
        self.button = primary(self._look, self.tr("Let it in"))
        self.button.setAccessibleName(self.tr("Let it in"))
        self.below = BelowField(self._look)
        self.unwritten_box = self.below.unwritten_box
        self.note = label(self._look, "small")
        self.note_bar = Floating(self._look, opacity=0.97)
        self.note_bar.row.setContentsMargins(24, 6, 24, 6)
        self.note_bar.row.addWidget(self.note)
        self.note_bar.hide()
        self._bar = bar = Floating(self._look, opacity=1.0, radius=30.0)
        bar.row.setContentsMargins(24, 8, 8, 8)
        bar.row.addWidget(self.field, 1)
        bar.row.addWidget(self.button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.note_bar)
        column.addWidget(bar)
        column.addWidget(self.below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _wire(self) -> None:
        self.field.submitted.connect(self.submit)
        self.button.clicked.connect(self.submit)
        self.field.textChanged.connect(self._typed)
        self.field.textChanged.connect(self.grown)
        self.below.grown.connect(self._below_grown)
        self.unwritten_box.toggled.connect(self._unwritten_toggled)

    def _below_grown(self) -> None:
        self._fitted = ()
        self.grown.emit()

    def _no_room(self) -> None:
        text = self.tr("There is no room for that line: a thought here has at most {most} characters.")
        self.say(text.format(most=f"{MAX_CHARACTERS:,}"))

    def _typed(self) -> None:
        self._dirty = True
        if self.note_bar.isVisible() and len(self.field.words()) <= MAX_CHARACTERS:
            self.say("")
        if self.keeps and not self._late.isActive():
            self._late.start()

    def _unwritten_toggled(self, unwritten: bool) -> None:
        self._late.stop()
        if unwritten:
            self._dirty = True
            self.unwritten.emit()
        elif not is_blank(self.field.words()):
            self._dirty = True
            self._late.start()
