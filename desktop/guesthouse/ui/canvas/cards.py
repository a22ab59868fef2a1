"""The same visit without motion: a quiet card for each visitor, that comes and goes by fading in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from guesthouse.domain.thought import Wording
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.callers import NO_PARENT, Caller, Callers
from guesthouse.ui.canvas.lines import Setting, balanced
from guesthouse.ui.canvas.wording import framing

Index = QModelIndex | QPersistentModelIndex
Portrait = Callable[[int, int, float], QPixmap]
"""The picture of a thought with this seed, within a square of this size, at this pixel ratio."""

FADE = 700
"""Milliseconds in which a card comes or goes."""

WIDEST = 560
MOST_LINES = 8
PICTURE = 64
PAD = 20
GAP = 12
LOW, LOW_PAD, LOW_GAP = 116, 6, 4
"""Design pixels of a column in which no card has room as it is; then a card is one line of words, closely set."""


class CardDelegate(QStyledItemDelegate):
    """Paints one card: the figure or carrier, the words, where it is."""

    def __init__(self, look: Look, portrait: Portrait, parent: QWidget) -> None:
        """Cards with these pictures of callers."""
        super().__init__(parent)
        self._look, self._portrait = look, portrait
        self.wording = Wording.AS_IT_CAME
        self.low = False
        """Whether there is so little room that a card is one line of words and nothing else."""
        self.opacity: dict[int, float] = {}
        self._settings: dict[tuple[int, int], tuple[Setting | None, Setting]] = {}

    def forget(self) -> None:
        """Lay every card out anew."""
        self._settings.clear()

    def is_long(self, caller: Caller, width: int) -> bool:
        """Whether a card of ``width`` shows only the beginning of the words."""
        return self._lay_out(caller, width)[1].cut

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need, as wide as the column."""
        caller = index.data(Callers.CallerRole)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else WIDEST
        if not isinstance(caller, Caller):
            return QSize(width, PICTURE)
        text = self._text_height(caller, *self._lay_out(caller, width))
        if self.low:
            return QSize(width, round(text + 2 * LOW_PAD + LOW_GAP))
        least = 0.0 if caller.plain else PICTURE * self._look.scale
        return QSize(width, round(max(least, text) + 2 * PAD + GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One card, as opaque as it is by now."""
        caller = index.data(Callers.CallerRole)
        if not isinstance(caller, Caller):
            return
        gap = LOW_GAP if self.low else GAP
        rect = QRectF(_rect(option)).adjusted(0, gap / 2, 0, -gap / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self.opacity.get(caller.id, 1.0))
        focused = bool(_state(option) & QStyle.StateFlag.State_HasFocus)
        self._ground(painter, rect, focused)
        if not caller.plain and not self.low:
            self._picture(painter, rect, caller)
        self._text(painter, rect, caller, str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) or ""))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, focused: bool) -> None:
        edge = self._look.colour("focus") if focused else self._look.colour("line")
        painter.setPen(QPen(edge, 2.5 if focused else 1.0))
        painter.setBrush(self._look.colour("bubble"))
        painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 20, 20)

    def _picture(self, painter: QPainter, rect: QRectF, caller: Caller) -> None:
        size = round(PICTURE * self._look.scale)
        pixmap = self._portrait(caller.seed, size, painter.device().devicePixelRatioF())
        drawn = pixmap.deviceIndependentSize()
        x, y = rect.left() + PAD + (size - drawn.width()) / 2, rect.center().y() - drawn.height() / 2
        painter.drawPixmap(QPointF(round(x), round(y)), pixmap)

    def _text(self, painter: QPainter, rect: QRectF, caller: Caller, where: str) -> None:
        frame, words = self._lay_out(caller, round(rect.width()))
        left = rect.left() + self._indent(caller)
        y = rect.center().y() - self._text_height(caller, frame, words) / 2
        painter.setPen(self._look.colour("bubble-soft"))
        if frame:
            frame.draw(painter, QPointF(left, y))
            y += frame.size.height() + 4
        painter.setPen(self._look.colour("bubble-ink"))
        words.draw(painter, QPointF(left, y))
        y += words.size.height() + 6
        if self.low:
            return
        painter.setPen(self._look.colour("bubble-soft"))
        painter.setFont(self._look.font("small"))
        line = QRectF(left, y, rect.right() - PAD - left, self._small_line)
        if words.cut:
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, self.tr("more"))
            line.translate(0, line.height())
        if not caller.plain:
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, where)

    def _text_height(self, caller: Caller, frame: Setting | None, words: Setting) -> float:
        if self.low:
            return words.size.height()
        above = frame.size.height() + 4 if frame else 0.0
        below = words.cut + (not caller.plain)  # a plain card goes nowhere, and says nothing about where it is
        return above + words.size.height() + (6 + self._small_line * below if below else 0.0)

    @property
    def _small_line(self) -> float:
        return self._look.font("small").pixelSize() * 1.5

    def _indent(self, caller: Caller) -> float:
        return float(PAD) if caller.plain or self.low else PAD + PICTURE * self._look.scale + PAD * 0.6

    def _lay_out(self, caller: Caller, width: int) -> tuple[Setting | None, Setting]:
        key = (caller.id, width)
        if key not in self._settings:
            room = max(80.0, width - self._indent(caller) - PAD)
            line = "" if caller.plain or self.low else framing(self.wording)
            frame = balanced(line, self._look.font("small"), room, 2, centred=False) if line else None
            words = balanced(caller.words, self._look.font("words"), room, 1 if self.low else MOST_LINES, centred=False)
            self._settings[key] = (frame, words)
        return self._settings[key]


class CardList(QListView):
    """The cards in the order they came in; reached, read and nudged like the visitors on the canvas."""

    nudged = Signal(int)
    opened = Signal(int)
    attended = Signal(object)
    """The id of a caller whose card got the keyboard's focus."""

    def __init__(self, callers: Callers, look: Look, portrait: Portrait, parent: QWidget) -> None:
        """Cards for ``callers``."""
        super().__init__(parent)
        self._look = look
        self._delegate = CardDelegate(look, portrait, self)
        self._fades: dict[int, QVariantAnimation] = {}
        self._ghosts: dict[QVariantAnimation, tuple[QPixmap, QRect]] = {}
        self.setModel(callers)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(self._touch)
        self.clicked.connect(self._touch)
        callers.rowsInserted.connect(self._came)
        callers.going.connect(self._going)

    @property
    def delegate(self) -> CardDelegate:
        """What paints the cards."""
        return self._delegate

    @property
    def fading(self) -> int:
        """How many cards are coming or going just now."""
        return len(self._fades) + len(self._ghosts)

    def restyle(self, wording: Wording) -> None:
        """Another theme, text size, wording or kind of picture."""
        self._delegate.wording = wording
        self._delegate.low = self.height() < self._look.px(LOW)
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def settle(self) -> None:
        """Nothing comes or goes any more: who is here is there, and no picture is kept of who is not."""
        for fade in [*self._fades.values(), *self._ghosts]:
            fade.stop()
        self._fades.clear()
        self._ghosts.clear()
        self._delegate.opacity.clear()
        self._delegate.forget()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A long thought opens when its card gets the focus."""
        super().currentChanged(current, previous)
        if caller := self._caller(current):
            self.opened.emit(caller.id)
            if self.hasFocus():
                self.attended.emit(caller.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by keyboard: the card it stands on has the focus."""
        super().focusInEvent(event)
        if caller := self._caller(self.currentIndex()):
            self.attended.emit(caller.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space nudge; letters are not a search here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._touch(self.currentIndex())
        elif (
            event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards, and over them those that are going."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for fade, (pixmap, rect) in self._ghosts.items():
            painter.setOpacity(float(fade.currentValue() or 0.0))
            painter.drawPixmap(rect.topLeft(), pixmap)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lays the words out anew."""
        super().resizeEvent(event)
        self._delegate.low = self.height() < self._look.px(LOW)
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    def hideEvent(self, event: QEvent) -> None:
        """Nothing fades where nobody looks."""
        self.settle()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _touch(self, index: Index) -> None:
        if caller := self._caller(index):
            self.nudged.emit(caller.id)
            self.opened.emit(caller.id)

    def _came(self, parent: Index = NO_PARENT, first: int = 0, last: int = 0) -> None:
        if not self.isVisible():
            return
        caller = self._caller(self.model().index(first, 0))
        if caller is None:
            return
        self._delegate.opacity[caller.id] = 0.0
        fade = self._fade(0.0, 1.0)
        self._fades[caller.id] = fade
        fade.valueChanged.connect(lambda value, key=caller.id: self._set_opacity(key, float(value)))
        fade.finished.connect(lambda key=caller.id: self._fades.pop(key, None))
        fade.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)

    def _going(self, row: int) -> None:
        if not self.isVisible():
            return
        rect = self.visualRect(self.model().index(row, 0)).intersected(self.viewport().rect())
        if rect.isEmpty():
            return
        ghost = self._fade(1.0, 0.0)
        self._ghosts[ghost] = (_card_picture(self, rect), rect)
        ghost.valueChanged.connect(lambda _value: self.viewport().update())
        ghost.finished.connect(lambda: self._ghosts.pop(ghost, None))
        ghost.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)

    def _fade(self, start: float, end: float) -> QVariantAnimation:
        fade = QVariantAnimation(self)
        fade.setDuration(FADE)
        fade.setStartValue(start)
        fade.setEndValue(end)
        return fade

    def _set_opacity(self, caller_id: int, value: float) -> None:
        if value >= 1.0:
            self._delegate.opacity.pop(caller_id, None)
        else:
            self._delegate.opacity[caller_id] = value
        self.viewport().update()

    def _caller(self, index: Index) -> Caller | None:
        caller = index.data(Callers.CallerRole) if index.isValid() else None
        return caller if isinstance(caller, Caller) else None


def _card_picture(view: CardList, rect: QRect) -> QPixmap:
    """A picture of one card alone, without what lies behind it."""
    dpr = view.devicePixelRatioF()
    pixmap = QPixmap(rect.size() * dpr)
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(QColor(0, 0, 0, 0))
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = QRect(0, 0, rect.width(), rect.height())
    painter = QPainter(pixmap)
    index = view.indexAt(rect.center())
    view.delegate.paint(painter, option, index)
    painter.end()
    return pixmap


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state
