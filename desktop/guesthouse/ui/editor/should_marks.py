"""Marks rules about oneself with small dots where one writes, and offers a few lines beside them when asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QWidget

from guesthouse.domain.shoulds import Offer, Place, Shoulds
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.editor.continuing import prefix_of
from guesthouse.ui.editor.editor import MarkdownEditor
from guesthouse.ui.editor.in_sight import in_sight
from guesthouse.ui.editor.should_card import ShouldCard
from guesthouse.ui.editor.units import in_units, units
from guesthouse.ui.parts.announce import announce

PAUSE_MS = 700
KEYS = "Ctrl+."
MOST_MARKS = 400
"""So many places are marked at most: more say nothing, and cost time."""


class ShouldMarks(QObject):
    """For any field of several lines. Looks at those in sight when one pauses; changes nothing unless asked to."""

    told = Signal(str)
    """A screen reader was given this to say."""
    full = Signal()
    """What was to be put in would have been too much; the words are as they were."""

    def __init__(
        self,
        editor: QTextEdit | QPlainTextEdit,
        rules: Shoulds,
        look: Look,
        preferences: Preferences,
        *,
        beside: QWidget | None = None,
        most: int | None = None,
        written: bool = False,
        framing: bool = True,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        """Mark in ``editor`` by ``rules``, as long as the preferences say so.

        The card lies beside the word; where ``beside`` is given, beside that, and does not cover it where there is any
        other room. No line is put in that would make more than ``most`` characters. ``written`` says that the person
        has begun to write already. Without ``framing`` no frame is offered for the rule, and no line with one.
        """
        super().__init__(editor)
        self._editor, self._rules, self._look, self._preferences = editor, rules, look, preferences
        self._beside, self._most, self._framing = beside, most, framing
        self._described = editor.accessibleDescription()
        self._known: dict[str, list[Place]] = {}
        self._written, self._announced = written, False
        self._card: ShouldCard | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._mark)
        self._keys = QShortcut(QKeySequence(KEYS), editor)
        self._keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._keys.activated.connect(self.open_here)
        self._wire()
        QTimer.singleShot(0, self, lambda: self._switch("should_marks"))  # whoever made it can listen by then

    def open_here(self) -> None:
        """Open the card for the sentence one is in; where it has no rule this is said and nothing opens."""
        if not self._open(self._editor.textCursor()):
            self._say(self.tr("Nothing is marked in this sentence."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the field is shown or hidden, and, where nobody else does it, add to its menu."""
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            if isinstance(self._editor, MarkdownEditor):
                return False
            menu = self._editor.createStandardContextMenu(event.pos())
            self._offer(menu, self._editor.cursorForPosition(event.pos()))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())
            return True
        if watched is self._editor and event.type() == QEvent.Type.Show:
            self._pause.start()
        elif watched is self._editor and event.type() in (QEvent.Type.Hide, QEvent.Type.Resize):
            self._close()
            self._pause.start()
        return False

    def _wire(self) -> None:
        editor = self._editor
        editor.document().contentsChange.connect(self._changed)
        editor.textChanged.connect(self._look_soon)
        editor.verticalScrollBar().valueChanged.connect(self._scrolled)
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)
        self._look.changed.connect(self._pause.start)
        self._preferences.changed.connect(self._switch)
        if isinstance(editor, MarkdownEditor):
            editor.menu_asked.connect(self._offer)
            editor.filled.connect(self._begin_anew)

    def _switch(self, name: str) -> None:
        """The preference has changed."""
        if name != "should_marks":
            return
        on = self._preferences.should_marks
        self._keys.setEnabled(on)
        hint = self.tr("{keys} offers a few lines beside a rule about yourself.").format(keys=KEYS)
        self._editor.setAccessibleDescription(f"{self._described} {hint}".strip() if on else self._described)
        if not on:
            self._close()
        self._mark()

    def _begin_anew(self) -> None:
        """Another text stands in the field."""
        self._written = self._announced = False
        self._close()
        self._known = {}

    def _changed(self, _at: int, removed: int, added: int) -> None:
        if removed != added:
            self._close()
        if self._editor.document().isEmpty():
            self._begin_anew()
        self._written = self._written or (self._editor.hasFocus() and removed != added)

    def _look_soon(self) -> None:
        """Where nothing is written, there is nothing to look for."""
        if self._editor.document().isEmpty():
            self._pause.stop()
            self._mark()
        else:
            self._pause.start()

    def _scrolled(self) -> None:
        self._close()
        self._pause.start()

    # ------------------------------------------------------------------------------------------- the marks

    def _mark(self) -> None:
        if not self._preferences.should_marks or not self._editor.isVisible():
            self._known = {}
            self._show([])
            return
        known, spans = {}, []
        for block in in_sight(self._editor):
            line = block.text()
            known[line] = self._known[line] if line in self._known else self._rules.in_line(line)
            for place in known[line] if not _in_fence(block) else ():
                at, length = in_units(line, place.start, place.end)
                spans.append((block.position() + at, block.position() + at + length))
        self._known = known  # what is out of sight is forgotten
        self._show(spans[:MOST_MARKS])
        here = self._editor.textCursor().block()
        if self._written and not self._announced and known.get(here.text()) and self._editor.hasFocus():
            self._announced = True
            hint = self.tr("A rule about yourself is marked. {keys} offers a few lines.")
            self._say(hint.format(keys=KEYS))

    def _show(self, spans: list[tuple[int, int]]) -> None:
        looks = QTextCharFormat()
        looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        looks.setUnderlineColor(self._look.colour("sage"))
        made = []
        for start, end in spans:
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = self._cursor(start, end), looks
            made.append(one)
        if isinstance(self._editor, MarkdownEditor):
            self._editor.show_shoulds(made)
        elif made or self._editor.extraSelections():
            self._editor.setExtraSelections(made)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _say(self, text: str) -> None:
        if QAccessible.isActive():
            announce(self._editor, text)
            self.told.emit(text)

    # ------------------------------------------------------------------------------------------- the card

    def _offer(self, menu: QMenu, cursor: QTextCursor) -> None:
        """A line at the top of the menu, where there is a rule."""
        place = self._place(cursor)
        if place is None:
            return
        words = cursor.block().text()[place.start : place.end].replace("&", "&&")
        named = self.tr("About this “{words}” …").format(words=words)
        first = menu.actions()[0] if menu.actions() else None
        keys = self._keys.key().toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{named}\t{keys}", lambda: self._open(cursor))
        if first is not None:
            menu.insertAction(first, action)
            menu.insertSeparator(first)

    def _place(self, cursor: QTextCursor) -> Place | None:
        """The rule in the sentence that the cursor stands in."""
        block = cursor.block()
        if not self._preferences.should_marks or self._editor.isReadOnly() or _in_fence(block):
            return None
        line = block.text()
        return self._rules.near(line, _characters(line, cursor.positionInBlock()))

    def _open(self, cursor: QTextCursor) -> bool:
        place, block = self._place(cursor), cursor.block()
        if place is None:
            return False
        self._close()
        line = block.text()
        at, length = in_units(line, place.start, place.end)
        word = self._cursor(block.position() + at, block.position() + at + length)
        rule = QTextCursor(block)
        rule.setPosition(block.position() + units(line[: place.rule_start]))
        offers = [offer for offer in self._rules.offers(line, place) if self._framing or not offer.frame]
        card = ShouldCard(
            self._look, self._editor.window(), line[place.start : place.end], offers, note=self._rules.note
        )
        card.chosen.connect(lambda offer: self._put_below(rule, offer))
        card.framed.connect(lambda offer: self._frame(rule, offer))
        card.unwanted.connect(self._stop_marking)
        card.closed.connect(self._back)
        self._card = card
        card.destroyed.connect(lambda: self._forget(card))
        card.open_beside(self._rect(word))
        return True

    def _rect(self, word: QTextCursor) -> QRect:
        """Where a word is, in the window; where the card is to lie beside something else, as tall as that is."""
        first, last = QTextCursor(word), QTextCursor(word)
        first.setPosition(word.selectionStart())
        last.setPosition(word.selectionEnd())
        start, end = self._editor.cursorRect(first), self._editor.cursorRect(last)
        rect = start.united(end) if start.top() == end.top() else start
        window = self._editor.window()
        placed = QRect(self._editor.viewport().mapTo(window, rect.topLeft()), rect.size())
        if self._beside is not None:
            placed.setTop(self._beside.mapTo(window, QPoint(0, 0)).y())
            placed.setHeight(self._beside.height())
        return placed

    def _put_below(self, rule: QTextCursor, offer: Offer) -> None:
        """A new line under the paragraph, in line with a list item; one step to undo."""
        cursor = QTextCursor(rule)
        indent = " " * len(prefix_of(cursor.block().text()))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._insert(cursor, f"\n{indent}{offer.to_write}")

    def _frame(self, rule: QTextCursor, offer: Offer) -> None:
        """The frame before the words; they stay."""
        self._insert(QTextCursor(rule), offer.frame)

    def _insert(self, cursor: QTextCursor, words: str) -> None:
        self._back()
        if self._most is not None and len(self._editor.document().toRawText()) + len(words) > self._most:
            self.full.emit()
            return
        cursor.beginEditBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()

    def _stop_marking(self) -> None:
        self._preferences.should_marks = False
        self._back()
        self._say(self.tr("Nothing is marked from now on. Settings can turn it on again."))

    def _back(self) -> None:
        """The focus goes back to where one writes."""
        self._editor.setFocus(Qt.FocusReason.PopupFocusReason)
        self._close()

    def _close(self) -> None:
        if self._card is not None:
            card, self._card = self._card, None
            card.hide()
            card.deleteLater()

    def _forget(self, card: ShouldCard) -> None:
        if self._card is card:
            self._card = None


def _in_fence(block: QTextBlock) -> bool:
    """Whether a line stands in a fenced block; the state is that of the Markdown editor's highlighter."""
    return block.userState() > 0 or block.previous().userState() > 0


def _characters(line: str, at: int) -> int:
    """Qt's place in a line as Python counts it."""
    return (
        at if line.isascii() else len(line.encode("utf-16-le", "surrogatepass")[: 2 * at].decode("utf-16-le", "ignore"))
    )
