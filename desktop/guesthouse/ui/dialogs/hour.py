"""Asks for the day and hour an entry is about."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.labels import label


class HourDialog(QDialog):
    """One field for day and hour, typed or stepped."""

    def __init__(self, when: datetime, look: Look, parent: QWidget | None) -> None:
        """A dialog ready for ``exec``, with the hour as it is."""
        super().__init__(parent)
        self.setWindowTitle("Guesthouse")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        title = label(look, "heading", self.tr("Date and time"))
        self.field = QDateTimeEdit(QDateTime(QDate(when.year, when.month, when.day), QTime(when.hour, when.minute)))
        self.field.setDisplayFormat(f"d MMMM yyyy  {QLocale().timeFormat(QLocale.FormatType.ShortFormat)}")
        self.field.setAccessibleName(title.text())
        self.field.setMinimumDate(QDate(1900, 1, 1))
        look.dress(self.field, "body")
        title.setBuddy(self.field)
        self._when = when
        yes, no = primary(look, self.tr("Use this hour")), quiet(look, self.tr("Leave it"))
        yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        yes.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(no)
        buttons.addWidget(yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(self.field)
        column.addLayout(buttons)
        self.setMinimumWidth(look.px(360))

    def hour(self) -> datetime:
        """The hour as chosen: the same one to the second where nothing was changed, else in the time zone of here."""
        day, time = self.field.date(), self.field.time()
        chosen = (day.year(), day.month(), day.day(), time.hour(), time.minute())
        when = self._when
        if chosen == (when.year, when.month, when.day, when.hour, when.minute):
            return when
        return datetime(*chosen).astimezone()
