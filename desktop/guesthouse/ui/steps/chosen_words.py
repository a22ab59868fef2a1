"""The words that are chosen, as chips with "+ more" after them, and the lists that it opens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.noticing import Group
from guesthouse.qt.look import Look
from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.noticing.chip_row import ChipRow
from guesthouse.ui.noticing.tints import OWN, tint_of
from guesthouse.ui.noticing.word_picker import WordPicker
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.fields import WordsField


class ChosenWords(QObject):
    """``row`` has the chips; ``panel`` has the lists and a line for a word of one's own, and is closed at first."""

    changed = Signal()
    opened = Signal(QWidget)
    """What one has opened is to be in sight."""

    def __init__(self, look: Look, groups: Sequence[Group], *, name: str, own: str) -> None:
        """Nothing is chosen. ``name`` is what the row is called, ``own`` the line."""
        super().__init__()
        self._look = look
        self._tints = {word.word: tint_of(group.id) for group in groups for word in group.words}
        self.row = ChipRow(name)
        self.picker = WordPicker(look, groups)
        self.own = WordsField(look, own, role="words", most=4)
        self.panel = self._make_panel(own)
        self._more: More | None = None
        self._shown: list[str] = []
        self.picker.changed.connect(self._picked)
        self.picker.opened.connect(self.opened)
        self.own.edited.connect(self.changed)
        self.own.done.connect(self.add_own)
        self._show_chips()
        self.panel.hide()

    def chosen(self) -> list[str]:
        """The words, those of the person's own among them, and what is half-typed at the end."""
        typed = self.own.words()
        return list(dict.fromkeys([*self.picker.chosen(), *([typed] if typed.strip() else [])]))

    def set_chosen(self, words: Sequence[str]) -> None:
        """Choose these; ``changed`` does not tell."""
        self.picker.set_chosen(words)
        self._show_chips()

    def open(self, opened: bool) -> None:
        """Show the lists, or put them away."""
        self.panel.setVisible(opened)
        if self._more is not None:
            self._more.put(opened)

    def add_own(self) -> None:
        """What is typed becomes a chip."""
        typed = self.own.words()
        if typed.strip():
            self.own.set_words("")
            self.picker.set_chosen([*self.picker.chosen(), typed])
            self._picked()

    def _make_panel(self, own: str) -> QWidget:
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.picker)
        title = label(self._look, "small", own)
        title.setBuddy(self.own)
        column.addSpacing(4)
        column.addWidget(title)
        column.addWidget(self.own)
        return panel

    def _picked(self) -> None:
        self._show_chips()
        self.changed.emit()

    def _put_panel(self, opened: bool) -> None:
        self.panel.setVisible(opened)
        if opened:
            self.opened.emit(self.panel)

    def _show_chips(self) -> None:
        words = self.picker.chosen()
        if self._more is not None and words == self._shown:
            return
        had_focus = any(chip.hasFocus() for chip in self.row.chips)
        chips = [self._chip(word) for word in words]
        self._shown, self._more = words, More(self._look)
        self._more.put(not self.panel.isHidden())
        self._more.toggled.connect(self._put_panel)
        self.row.fill([*chips, self._more])
        for chip in self.row.chips:
            chip.show()
        self.row.updateGeometry()
        if had_focus:
            self.row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, word: str) -> Chip:
        chip = Chip(self._look, word, self._tints.get(word, OWN))
        chip.put(True)
        chip.setAccessibleDescription(self.tr("Press to take it out"))
        chip.setToolTip(chip.accessibleDescription())
        chip.toggled.connect(partial(self._take_out, word))
        return chip

    def _take_out(self, word: str, _on: bool) -> None:
        self.picker.set_chosen([one for one in self.picker.chosen() if one != word])
        self._picked()


class More(Chip):
    """Room for one more: it opens the lists."""

    def __init__(self, look: Look) -> None:
        """Closed."""
        super().__init__(look, self.tr("+ more"))
        self._paints = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge of dashes around the words, and the ring of the keyboard."""
        look = self._paints
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour("quiet" if self.underMouse() or self.isChecked() else "card"))
        pen = QPen(look.colour("focus" if self.hasFocus() else "control"), 2 if self.hasFocus() else 1.2)
        if not self.hasFocus():
            pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setFont(look.font("pill"))
        painter.setPen(look.colour("ink"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self.words)
        painter.end()
