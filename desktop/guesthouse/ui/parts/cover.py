"""What the window shows as a whole: its rooms, or something over all of them."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from guesthouse.ui.parts.window_keys import WindowKeys


class Cover(QStackedWidget):
    """The rooms stay as they are under what is put on, out of sight and without their keys."""

    def __init__(self, rooms: QWidget, keys: WindowKeys) -> None:
        """Nothing is on."""
        super().__init__()
        self._rooms, self._keys = rooms, keys
        self._focus: QWidget | None = None
        self.addWidget(rooms)

    @property
    def is_on(self) -> bool:
        """Whether the rooms are covered."""
        return self.currentWidget() is not self._rooms

    def put_on(self, over: QWidget) -> None:
        """Only this can be seen and reached from now on."""
        if self.is_on:
            return
        self._focus = self.window().focusWidget()
        if self.indexOf(over) < 0:
            self.addWidget(over)
        self._keys.rest(True)
        self.setCurrentWidget(over)
        over.setFocus()

    def take_off(self) -> None:
        """The rooms are there again, with the keyboard where it was."""
        if not self.is_on:
            return
        self.setCurrentWidget(self._rooms)
        self._keys.rest(False)
        focus, self._focus = self._focus, None
        if focus is not None and focus.isVisibleTo(self._rooms):
            focus.setFocus()
