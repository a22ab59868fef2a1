"""The pictures of an entry, small, under its text; each opens large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QWidget

from guesthouse.domain.journal import Picture, pictures_in
from guesthouse.qt.look import Look
from guesthouse.ui.dialogs.picture import PictureDialog
from guesthouse.ui.parts.buttons import pill

SIDE = 72


class PictureStrip(QScrollArea):
    """As many as stand in the text, in their order; out of sight where there are none."""

    def __init__(self, look: Look) -> None:
        """No pictures."""
        super().__init__()
        self._look = look
        self._find: Callable[[str], Picture | None] = lambda picture_id: None
        self._shown: tuple[str, ...] = ()
        self._buttons: list[QPushButton] = []
        self._row = QWidget()
        self._row.setProperty("ground", "plain")
        self._layout = QHBoxLayout(self._row)
        self._layout.setContentsMargins(4, 0, 4, 0)
        self._layout.setSpacing(8)
        self._layout.addStretch(1)
        self.setWidget(self._row)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def read_from(self, find: Callable[[str], Picture | None]) -> None:
        """Where the pictures are: by their ids."""
        self._find = find

    def show_text(self, text: str) -> None:
        """Show the pictures that stand in a text."""
        wanted = pictures_in(text)
        if wanted != self._shown:
            self._shown = wanted
            self._fill([picture for picture in map(self._find, wanted) if picture is not None])

    def forget(self) -> None:
        """Show none, and look none up."""
        self._find = lambda picture_id: None
        self._shown = ()
        self._fill([])

    def _fill(self, pictures: Sequence[Picture]) -> None:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(number, picture) for number, picture in enumerate(pictures, 1)]
        for place, button in enumerate(self._buttons):
            self._layout.insertWidget(place, button)
        self.setFixedHeight(self._look.px(SIDE) + 24)
        self.setVisible(bool(self._buttons))

    def _button(self, number: int, picture: Picture) -> QPushButton:
        side = self._look.px(SIDE)
        button = pill(self._look, "")
        small = QPixmap.fromImage(QImage.fromData(picture.data)).scaled(
            QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        button.setIcon(QIcon(small))
        button.setIconSize(small.size())
        button.setFixedSize(small.width() + 8, side + 8)
        button.setProperty("picture", True)
        name = picture.name or self.tr("Picture {number}").format(number=number)
        button.setAccessibleName(self.tr("Picture: {name}").format(name=name))
        button.clicked.connect(partial(self._open, picture))
        return button

    def _open(self, picture: Picture) -> None:
        dialog = PictureDialog(picture, self._look, self.window())
        dialog.exec()
        dialog.deleteLater()
