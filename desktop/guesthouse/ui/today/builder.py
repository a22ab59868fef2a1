"""The noticing builder: what is chosen and typed, and the sentence it makes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from guesthouse.domain.noticing import Noticed, Vocabulary, sentence
from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.today.chosen import Chosen
from guesthouse.ui.today.panel import Panel, follow
from guesthouse.ui.today.softly_cut import SoftlyCut
from guesthouse.ui.today.things_model import ThingsModel

if TYPE_CHECKING:
    from guesthouse.ui.today.picking import Picking
    from guesthouse.ui.today.thing_detail import ThingDetail

EXAMPLE = ("angry", "afraid", "grief")
"""The document's own, shown while there is nothing else to show."""

MOST = 1_000_000
"""Qt's own measure would cut what is pasted, and say nothing."""


class Builder(QWidget):
    """Holds what is noticed and not kept yet. ``changed`` comes with every key and every choice of the person's."""

    changed = Signal()
    unfolds = Signal(QWidget)  # this panel was opened
    taken = Signal(str)  # what was typed is one of the things now

    def __init__(self, look: Look) -> None:
        """Without words yet: :meth:`learn` brings them."""
        super().__init__()
        self._look = look
        self._words: Vocabulary | None = None
        self.model = ThingsModel()
        self.chosen = Chosen(look, self.model)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Something else I notice"))
        self.field.setPlaceholderText(self.tr("Something else I notice"))
        self.field.setMaxLength(MOST)
        look.dress(self.field, "body")
        self.said = SoftlyCut(look, "words-large", "ink")
        self.example = label(look, "small")
        self._picking: Picking | None = None
        self._detail: ThingDetail | None = None
        self._open: QPersistentModelIndex | None = None
        self._lay_out()
        self._wire()

    # ----------------------------------------------------------------------------------------- what stands in it

    def learn(self, words: Vocabulary) -> None:
        """The words one can choose from."""
        self._words = self.model.words = words
        self.chosen.list.rows.learn(words)
        example = sentence([Noticed(word) for word in EXAMPLE], words)
        self.example.setText(self.tr("For example: {sentence}").format(sentence=example))
        self._say()

    def things(self) -> list[Noticed]:
        """What is chosen; and what is half-typed, last."""
        typed = self.field.text()
        return [*self.model.things, *([Noticed(typed.strip())] if typed.strip() else [])]

    def typed(self) -> str:
        """What is half-typed, to the letter."""
        return self.field.text()

    @property
    def unfolded(self) -> bool:
        """Whether something is open to choose from."""
        return any(panel is not None and not panel.isHidden() for panel in (self._picking, self._detail))

    def put(self, things: Sequence[Noticed], typed: str) -> None:
        """Show these, without telling."""
        self._fold()
        before = self.field.blockSignals(True)
        self.field.setText(typed)
        self.field.blockSignals(before)
        self.model.put(things)
        self._say()

    def take_typed(self) -> bool:
        """What is half-typed becomes one of the things; whether there was anything."""
        typed = self.field.text().strip()
        if not typed:
            return False
        if self.model.row_of(typed) < 0:
            self.model.add(typed)
        self.field.clear()
        self.taken.emit(typed)
        return True

    def fold(self) -> None:
        """Close what is open; the focus goes back to where it was opened."""
        back = self.chosen.more if self.chosen.more.isChecked() else self.chosen.list
        self._fold()
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        well = Card("well")
        well.column.setContentsMargins(24, 14, 24, 14)
        well.column.setSpacing(4)
        well.column.addWidget(self.said)
        well.column.addWidget(self.example)
        for widget in (self.chosen, self.field, well):
            self._column.addWidget(widget)

    def _wire(self) -> None:
        self.chosen.list.opened.connect(self._opened)
        self.chosen.list.remove_asked.connect(self._remove)
        self.chosen.more.toggled.connect(self._more_toggled)
        self.field.textChanged.connect(self._changed)
        self.field.returnPressed.connect(self._entered)

    def _say(self) -> None:
        if self._words is not None:
            things = self.things()
            self.said.setText(sentence(things, self._words))
            self.said.updateGeometry()
            self.example.setVisible(not things)

    def _changed(self) -> None:
        self._say()
        self.changed.emit()

    def _chose(self) -> None:
        """The sentence is another, and the eyes of a screen reader are elsewhere."""
        self._changed()
        announce(self.said, self.said.text())

    # --------------------------------------------------------------------------------------------- what one does

    def _entered(self) -> None:
        if self.take_typed():
            self._sync()
            self._chose()

    def _more_toggled(self, on: bool) -> None:
        if not on:
            self._fold()
            return
        if self._words is None:
            return
        self.chosen.list.clearSelection()
        if self._picking is None:
            from guesthouse.ui.today.picking import Picking  # not needed before the first paint

            self._picking = Picking(self._look, self._words)
            self._picking.added.connect(self._add)
            self._picking.removed.connect(self._take)
            self._unfolds(self._picking)
        self._sync()
        self._picking.show()
        self._picking.begin()
        self.unfolds.emit(self._picking)

    def _opened(self, row: int) -> None:
        if self._words is None or (row < 0 and self._detail is None):
            return
        if self._detail is None:
            from guesthouse.ui.today.thing_detail import ThingDetail  # nor anything of it before the first paint

            self._detail = ThingDetail(self._look, self._words)
            self._detail.changed.connect(self._tell)
            self._detail.remove_asked.connect(self._remove_open)
            self._unfolds(self._detail)
        self._open = QPersistentModelIndex(self.model.index(row)) if row >= 0 else None
        if row >= 0:
            self.chosen.more.put(False)
            if self._picking is not None:
                self._picking.hide()
            self._detail.show_thing(self.model.things[row])
        self._detail.setVisible(row >= 0)
        if row >= 0:
            self.unfolds.emit(self._detail)

    def _unfolds(self, panel: Panel) -> None:
        """It stands under the sentence, which changes in sight, and goes back to the chips when it is folded."""
        self._column.addWidget(panel)
        follow(self.field, panel)
        panel.folded.connect(self.fold)

    def _fold(self) -> None:
        self.chosen.more.put(False)
        self.chosen.list.clearSelection()
        for panel in (self._picking, self._detail):
            if panel is not None:
                panel.hide()

    def _add(self, word: str) -> None:
        if self.model.row_of(word) < 0:
            self.model.add(word)
            self._sync()
            self._chose()

    def _take(self, word: str) -> None:
        row = self.model.row_of(word)
        if row >= 0:
            self._remove(row)

    def _remove_open(self) -> None:
        if self._open is not None and self._open.isValid():
            self._remove(self._open.row())
            to = self.chosen.list if self.model.rowCount() else self.chosen.more
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: int) -> None:
        had_focus = self.chosen.list.hasFocus()
        self.chosen.list.clearSelection()
        self.model.take(row)
        if had_focus and not self.model.rowCount():
            self.chosen.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sync()
        self._chose()

    def _tell(self, thing: Noticed) -> None:
        if self._open is not None and self._open.isValid():
            self.model.change(self._open.row(), thing)
            self._chose()

    def _sync(self) -> None:
        if self._picking is not None:
            self._picking.set_chosen([thing.word for thing in self.model.things])
