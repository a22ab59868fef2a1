"""The tags of an entry: a line of text with commas while one writes in it, and little pills when one does not."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QLineEdit

from guesthouse.domain.tags import tidy_tags
from guesthouse.qt.look import Look

PAD = 12
GAP = 8


class TagField(QLineEdit):
    """All tags are its text, parted by commas, so that whoever reads or sets it by other means has all of them."""

    changed = Signal()
    """Other tags than before."""

    def __init__(self, look: Look) -> None:
        """No tags."""
        super().__init__()
        self._look = look
        self._last: tuple[str, ...] = ()
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.setProperty("bare", True)
        look.dress(self, "soft")
        self.setAccessibleName(self.tr("Tags"))
        self.setAccessibleDescription(self.tr("Parted by commas"))
        self.setPlaceholderText(self.tr("+ tag"))
        self.textChanged.connect(self._text_changed)
        self.textEdited.connect(self._offer)

    def tags(self) -> tuple[str, ...]:
        """The tags as they stand in the field, each once."""
        return tidy_tags(self.text().split(","))

    def set_tags(self, tags: Iterable[str]) -> None:
        """Show these tags."""
        self._last = tidy_tags(tags)
        self.setText(", ".join(self._last))
        self._completer.setCompletionPrefix("")

    def set_known(self, names: list[str]) -> None:
        """The tags there are, which are offered as one writes."""
        if names != self._known.stringList():
            self._known.setStringList(names)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written becomes tidy."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            tidy = ", ".join(self.tags())
            if tidy != self.text():
                self.setText(tidy)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pills, where nobody writes."""
        if self.hasFocus() or not self.tags():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._look.font("pill")
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        high = metrics.height() + 8
        room = QRectF(8, (self.height() - high) / 2, self.width() - 16, high)
        tags = self.tags()
        at = 0.0
        for number, tag in enumerate(tags):
            wide = metrics.horizontalAdvance(tag) + 2 * PAD
            rest = len(tags) - number
            more = GAP + metrics.horizontalAdvance(f"+{rest}") if rest > 1 else 0
            if number and at + wide + more > room.width():
                self._write(painter, room, at, f"+{rest}")
                return
            wide = min(wide, room.width() - more)  # the first is shown at any length, and how many more there are
            self._pill(painter, room, at, wide, tag)
            at += wide + GAP
        if at + metrics.horizontalAdvance(self.placeholderText()) <= room.width():
            self._write(painter, room, at, self.placeholderText())

    def _pill(self, painter: QPainter, room: QRectF, at: float, wide: float, tag: str) -> None:
        pill = self._placed(room, at, wide)
        painter.setPen(QPen(self._look.colour("pill-line"), 1))
        painter.setBrush(self._look.colour("sage-pale"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(self._look.colour("sage-ink"))
        shown = QFontMetricsF(painter.font()).elidedText(tag, Qt.TextElideMode.ElideRight, wide - 2 * PAD + 1)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _write(self, painter: QPainter, room: QRectF, at: float, text: str) -> None:
        painter.setPen(self._look.colour("soft"))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2
        painter.drawText(self._placed(room, at, wide), int(Qt.AlignmentFlag.AlignCenter), text)

    def _placed(self, room: QRectF, at: float, wide: float) -> QRectF:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRectF(room.right() - at - wide if mirrored else room.left() + at, room.top(), wide, room.height())

    def _text_changed(self) -> None:
        tags = self.tags()
        if tags != self._last:
            self._last = tags
            self.changed.emit()

    def _part(self) -> tuple[int, str]:
        """Where the tag at the cursor begins, and as much of it as stands before the cursor."""
        before = self.text()[: self.cursorPosition()]
        start = before.rfind(",") + 1
        return start, before[start:].strip()

    def _offer(self) -> None:
        """The known tags that begin like the one at the cursor."""
        _, part = self._part()
        self._completer.setCompletionPrefix(part)
        if not part or self._completer.completionCount() == 0 or self._completer.currentCompletion() == part:
            self._hide_offers()
            return
        self._completer.complete()

    def _hide_offers(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _complete(self, name: str) -> None:
        """The whole tag at the cursor becomes this one, also what stands behind the cursor."""
        start, _ = self._part()
        _, _, rest = self.text()[self.cursorPosition() :].partition(",")
        lead = " " if start else ""
        self.setText(f"{self.text()[:start]}{lead}{name}, {rest.lstrip(' ,')}")
        self.setCursorPosition(start + len(lead) + len(name) + 2)
