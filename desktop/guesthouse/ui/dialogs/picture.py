"""One picture, as large as the screen allows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from guesthouse.domain.journal import Picture
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import quiet


class PictureDialog(QDialog):
    """Shows it; Esc or the button closes."""

    def __init__(self, picture: Picture, look: Look, parent: QWidget | None) -> None:
        """A dialog ready for ``exec``."""
        super().__init__(parent)
        self.setWindowTitle("Guesthouse")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        room = self.screen().availableSize() * 0.8
        shown = QLabel()
        pixmap = QPixmap.fromImage(QImage.fromData(picture.data))
        if pixmap.width() > room.width() or pixmap.height() > room.height():
            pixmap = pixmap.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        shown.setPixmap(pixmap)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setAccessibleName(picture.name or self.tr("Picture"))
        close = quiet(look, self.tr("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(shown)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
