"""A page that looks like any small program for notes, and like nothing of ours.

What is typed on it stays in memory for as long as the app runs, and is written nowhere.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QMessageBox, QPlainTextEdit, QVBoxLayout, QWidget

from guesthouse.domain.hidden import PlainNote
from guesthouse.qt.look import Look

POINTS = 10.5
"""The least size of its letters, before the text size of Settings."""

GROUNDS = {
    "light": ("#ffffff", "#1f1f1f", "#f0f0f0", "#d0d0d0", "#c0c0c0", "#0a64ad", "#ffffff"),
    "night": ("#1e1e1e", "#d6d6d6", "#2b2b2b", "#3c3c3c", "#5a5a5a", "#2f5f8f", "#ffffff"),
    "contrast": ("#000000", "#ffffff", "#000000", "#ffffff", "#ffffff", "#ffffff", "#000000"),
}
"""Ground, ink, bar, line, handle, selected, ink on it: the greys that systems have, and no sudden white at night."""

SHEET = """
QPlainTextEdit, QPlainTextEdit:focus {{
    background: {ground}; color: {ink}; border: none; border-radius: 0; margin: 0; padding: 4px;
    selection-background-color: {marked}; selection-color: {on_marked};
}}
QFrame#bar {{ background: {bar}; border: none; border-top: 1px solid {line}; }}
QLabel {{ background: transparent; color: {ink}; }}
QScrollBar:vertical {{ background: {bar}; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: {bar}; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {handle}; border-radius: 0; margin: 2px; }}
QMenu {{ background: {bar}; color: {ink}; border: 1px solid {line}; padding: 2px; border-radius: 0; }}
QMenu::item {{ padding: 4px 24px; border-radius: 0; }}
QMenu::item:disabled {{ color: {handle}; }}
QMenu::item:selected {{ background: {marked}; color: {on_marked}; border-radius: 0; }}
QMenu::separator {{ background: {line}; height: 1px; margin: 2px 0; }}
QMessageBox {{ background: {bar}; }}
QMenu, QMessageBox QLabel, QPushButton {{ font-family: "{family}"; font-size: {points}pt; }}
QPushButton, QPushButton:focus {{
    background: {bar}; color: {ink}; border: 1px solid {handle}; border-radius: 2px; min-height: 0; padding: 4px 16px;
}}
QPushButton:focus {{ border-color: {ink}; }}
"""


class NotePage(QWidget):
    """A text area over the whole window, and a bar that tells the line one is in."""

    def __init__(self, look: Look, note: PlainNote) -> None:
        """With its harmless words."""
        super().__init__()
        self.title = note.title
        self._look = look
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setUndoRedoEnabled(False)  # what is taken out is gone
        self.text.setTabChangesFocus(False)
        self.text.setPlainText(note.text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.bar = QFrame()
        self.bar.setObjectName("bar")
        self.place = QLabel()
        inside = QVBoxLayout(self.bar)
        inside.setContentsMargins(8, 3, 8, 3)
        inside.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addWidget(self.bar)
        self.text.cursorPositionChanged.connect(self._tell_place)
        look.changed.connect(self._dress)
        self._tell_place()
        self._dress()

    def icon(self) -> QIcon:
        """A sheet of paper with lines on it."""
        picture = QPixmap(64, 64)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.fillRect(12, 6, 40, 52, QColor("#8a8a8a"))
        painter.fillRect(14, 8, 36, 48, QColor("#ffffff"))
        for line in range(5):
            painter.fillRect(20, 17 + 8 * line, 24, 2, QColor("#8a8a8a"))
        painter.end()
        return QIcon(picture)

    def asks(self) -> bool:
        """Whether to close although not everything is saved, in the words of any program."""
        box = QMessageBox(self)
        box.setWindowTitle(self.title)
        box.setText(self.tr("Some changes could not be saved."))
        close = box.addButton(self.tr("Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        wanted = box.clickedButton() is close
        box.deleteLater()
        return wanted

    def _tell_place(self) -> None:
        cursor = self.text.textCursor()
        told = self.tr("Line {line}, column {column}")
        self.place.setText(told.format(line=cursor.blockNumber() + 1, column=cursor.positionInBlock() + 1))

    def _dress(self) -> None:
        ground, ink, bar, line, handle, marked, on_marked = GROUNDS[self._look.theme]
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        sized = QFont(font.family())
        sized.setPointSizeF(max(font.pointSizeF(), POINTS) * self._look.scale)
        self.setStyleSheet(
            SHEET.format(
                ground=ground,
                ink=ink,
                bar=bar,
                line=line,
                handle=handle,
                marked=marked,
                on_marked=on_marked,
                family=font.family(),
                points=round(sized.pointSizeF(), 1),
            )
        )
        for widget in (self.text, self.place):
            widget.setFont(sized)
