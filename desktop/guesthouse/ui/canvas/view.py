"""The canvas as a list one can see: every visitor is an item with its place in the picture, reached by keyboard too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from guesthouse.ui.canvas.callers import Caller, Callers
from guesthouse.ui.canvas.painter import Mark
from guesthouse.ui.canvas.picture import Picture

Index = QModelIndex | QPersistentModelIndex
DRAG_AT_MOST = 26.0


class CanvasView(QListView):
    """Shows a picture of the callers in its model; what is painted is handed in, so that it knows no artwork."""

    nudged = Signal(int)
    """A visitor was clicked, dragged, or chosen with Enter or by an assistive tool."""

    opened = Signal(int)
    """The whole words of a visitor are wanted."""

    attention = Signal()
    """Another visitor is focused or pointed at; the picture may have to be composed anew."""

    attended = Signal(object)
    """The id of a visitor that got the keyboard's focus or was touched, or None when the empty canvas was."""

    resized = Signal()

    def __init__(
        self, callers: Callers, paint: Callable[[QPainter, Picture, Mark, QRectF], None], parent: QWidget | None = None
    ) -> None:
        """A view on ``callers``; ``paint`` paints a picture into a painter."""
        super().__init__(parent)
        self._paint = paint
        self._picture = Picture()
        self._stale: list[QRect] = []
        self._hovered: int | None = None
        self._dragged: int | None = None
        self._pressed_at = QPointF()
        self._lean = 0.0
        self.setModel(callers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.selectionModel().selectionChanged.connect(self._chosen)
        self.selectionModel().currentChanged.connect(self._focused)

    @property
    def picture(self) -> Picture:
        """What is painted now."""
        return self._picture

    @property
    def spoken_for(self) -> int | None:
        """The visitor whose words show even while it waits: the focused one, else the one pointed at."""
        if self.hasFocus() and (caller := self._caller(self.currentIndex())):
            return caller.id
        return self._hovered

    def show_picture(self, picture: Picture, also: list[QRect]) -> None:
        """Paint a new picture: only where it differs from the last, and where ``also`` says."""
        rects = changed(self._picture, picture, also)
        self._picture = picture
        self._stale = _joined(self._stale + rects)
        self.viewport().update(_region(rects))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture where it changed, one rectangle after the other: a clip of many is slow."""
        asked, stale, self._stale = event.region(), self._stale, []
        if not asked.subtracted(_region(stale)).isEmpty():
            stale = [asked.boundingRect()]
        painter = QPainter(self.viewport())
        focused = self._caller(self.currentIndex()) if self.hasFocus() else None
        mark = Mark(focused.id if focused else None, self._dragged, self._lean)
        for rect in stale:
            painter.setClipRect(rect)
            self._paint(painter, self._picture, mark, QRectF(rect))
        painter.end()

    def turn_to(self, caller_id: int | None) -> None:
        """The keyboard's focus goes to this one."""
        row = None if caller_id is None else self._model().row(caller_id)
        if row is not None:
            self.setCurrentIndex(self._model().index(row, 0))

    def visualRect(self, index: Index) -> QRect:
        """Where an item's visitor is in the picture, for assistive tools and tool tips."""
        caller = self._caller(index)
        shown = self._picture.of(caller.id) if caller else None
        return shown.body.toAlignedRect() if shown else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The item of the visitor under ``point``."""
        shown = self._picture.at(QPointF(point))
        row = self._model().row(shown.id) if shown else None
        return QModelIndex() if row is None else self._model().index(row, 0)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """A canvas does not scroll."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Arrow keys go from visitor to visitor in the order they came in."""
        count, here = self._model().rowCount(), self.currentIndex().row()
        if count == 0:
            return QModelIndex()
        actions = QAbstractItemView.CursorAction
        if action in (actions.MoveHome, actions.MovePageUp):
            row = 0
        elif action in (actions.MoveEnd, actions.MovePageDown):
            row = count - 1
        elif action in (actions.MoveLeft, actions.MoveUp, actions.MovePrevious):
            row = max(0, here - 1) if here >= 0 else count - 1
        else:
            row = min(count - 1, here + 1)
        return self._model().index(row, 0)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Moving about selects nothing; selecting is what an assistive tool does to touch a visitor."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def sizeHint(self) -> QSize:
        """As much room as there is."""
        return QSize(1068, 800)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space nudges the focused visitor; letters are not a search here."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys:
            if caller := self._caller(self.currentIndex()):
                self.nudged.emit(caller.id)
            event.accept()
        elif (
            event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Touching a visitor nudges it; touching its "more" opens the whole words."""
        shown = self._picture.at(event.position())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if shown is None or event.button() is not Qt.MouseButton.LeftButton:
            self.setCurrentIndex(QModelIndex())
            self.attended.emit(None)
            return
        self.setCurrentIndex(self.indexAt(event.position().toPoint()))
        self._dragged, self._pressed_at, self._lean = shown.id, event.position(), 0.0
        if shown.more is not None and shown.more.contains(event.position()):
            self.opened.emit(shown.id)
        self.nudged.emit(shown.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A visitor that is held leans a little towards the pointer; it is not carried away."""
        if self._dragged is not None:
            pull = event.position().x() - self._pressed_at.x()
            self._lean = DRAG_AT_MOST * pull / (abs(pull) + 60.0)
            self.viewport().update()
            return
        shown = self._picture.at(event.position())
        hovered = shown.id if shown else None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if shown else Qt.CursorShape.ArrowCursor)
        if hovered != self._hovered:
            self._hovered = hovered
            self.attention.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of a visitor that leaned: a drag is a nudge like any other."""
        if self._dragged is not None:
            self._dragged, self._lean = None, 0.0
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks are two nudges."""
        self.mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by keyboard: the visitor it stands on has the focus."""
        super().focusInEvent(event)
        if caller := self._caller(self.currentIndex()):
            self.attended.emit(caller.id)

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is pointed at any more."""
        if self._hovered is not None:
            self._hovered = None
            self.attention.emit()
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture has to be composed anew."""
        super().resizeEvent(event)
        self.resized.emit()

    def _model(self) -> Callers:
        model = self.model()
        assert isinstance(model, Callers), "set in __init__ and never changed"
        return model

    def _caller(self, index: Index) -> Caller | None:
        caller = index.data(Callers.CallerRole) if index.isValid() else None
        return caller if isinstance(caller, Caller) else None

    def _chosen(self) -> None:
        """An assistive tool selected an item: that is a touch, and leaves nothing selected."""
        chosen = [caller for index in self.selectedIndexes() if (caller := self._caller(index))]
        if not chosen:
            return
        self.clearSelection()
        self.setCurrentIndex(self._model().index(self._model().row(chosen[0].id) or 0, 0))
        self.nudged.emit(chosen[0].id)
        self.opened.emit(chosen[0].id)

    def _focused(self) -> None:
        if caller := self._caller(self.currentIndex()):
            self.opened.emit(caller.id)
            if self.hasFocus():
                self.attended.emit(caller.id)
        self.viewport().update()
        self.attention.emit()


def changed(before: Picture, after: Picture, also: list[QRect]) -> list[QRect]:
    """Where ``after`` has to be painted over ``before``; ``also`` is where something besides the visitors moved."""
    rects = []
    were = {one.id: one for one in before.shown}
    for one in after.shown:
        was = were.pop(one.id, None)
        if was is None:
            rects.append(one.whole)
        elif not was.same_place(one):
            rects.append(was.whole | one.whole)
    rects += [gone.whole for gone in were.values()]
    return _joined([*(rect.toAlignedRect().adjusted(-2, -2, 2, 2) for rect in rects), *also])


def _joined(rects: list[QRect]) -> list[QRect]:
    """Few rectangles that cover these and share no pixel."""
    joined: list[QRect] = []
    for rect in sorted(rects, key=QRect.left):
        while hit := next((other for other in joined if other.intersects(rect)), None):
            joined.remove(hit)
            rect = rect | hit
        joined.append(rect)
    return joined


def _region(rects: list[QRect]) -> QRegion:
    region = QRegion()
    for rect in rects:
        region += rect
    return region
