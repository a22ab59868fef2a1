"""What the window shows as a whole: its rooms, or something over all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QStackedWidget, QWidget
from shiboken6 import isValid

from guesthouse.ui.parts.heard import hear
from guesthouse.ui.parts.window_keys import WindowKeys


class Cover(QStackedWidget):
    """The rooms stay as they are under what is put on, out of sight and without their keys."""

    def __init__(self, rooms: QWidget, keys: WindowKeys) -> None:
        """Nothing is on."""
        super().__init__()
        hear(self, _OnlyWhatIsOn)
        self._rooms, self._keys = rooms, keys
        self._focus: QWidget | None = None
        self.addWidget(rooms)

    @property
    def is_on(self) -> bool:
        """Whether the rooms are covered."""
        return self.currentWidget() is not self._rooms

    def have_ready(self, over: QWidget) -> None:
        """This will be put on some day."""
        if self.indexOf(over) < 0:
            self.addWidget(over)
            over.ensurePolished()

    def put_on(self, over: QWidget) -> None:
        """Only this can be seen and reached from now on; it is painted before this returns."""
        if self.is_on:
            return
        self._focus = self.window().focusWidget()
        self.have_ready(over)
        self._keys.rest(True)
        self.setCurrentWidget(over)
        _enter(over)
        over.repaint()

    def take_off(self) -> None:
        """The rooms are there again, with the keyboard where it was, or where they have put it meanwhile."""
        if not self.is_on:
            return
        meanwhile = self._rooms.focusWidget()
        self.setCurrentWidget(self._rooms)
        self._keys.rest(False)
        before, self._focus = self._focus, None
        for there in (before, meanwhile):
            if there is not None and isValid(there) and there.isVisible() and there.isEnabled():
                there.setFocus()
                return

    def keep_focus(self) -> None:
        """A page that was put up underneath has asked for the keyboard: what is on has it."""
        over = self.currentWidget()
        if self.is_on and over is not None:
            _enter(over)


def _enter(over: QWidget) -> None:
    """What one can type in has the keyboard, and nothing around it says so too, as a page that hands it on would."""
    inside = (part for part in over.findChildren(QWidget) if part.focusPolicy() != Qt.FocusPolicy.NoFocus)
    next(inside, over).setFocus()


class _OnlyWhatIsOn(QAccessibleWidget):
    """What assistive tools find: the one that is on. Qt's own would name the other as well, to the last line of it."""

    def __init__(self, cover: Cover) -> None:
        super().__init__(cover, QAccessible.Role.LayeredPane)

    def childCount(self) -> int:
        return 1

    def child(self, _: int) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._on() or self.object())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return 0 if child.object() is self._on() else -1

    def _on(self) -> QWidget | None:
        cover = self.object()
        return cover.currentWidget() if isinstance(cover, Cover) else None
