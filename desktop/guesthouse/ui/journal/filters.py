"""By what the list is narrowed: one chip for each, and a click takes it off again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from guesthouse.domain.journal import Wanted
from guesthouse.qt.look import Look
from guesthouse.ui.journal.words import day_of_year, whole_day
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.flow import Flow

ANY_YEAR = 2000
"""A leap year, to name a day of any year by."""


class Filters(QWidget):
    """Holds what is wanted beside the words that are searched for."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        """Everything is wanted."""
        super().__init__()
        self._look = look
        self._flow = Flow(self)
        self._chips: list[QPushButton] = []
        self._names: dict[str, str] = {}
        self.wanted = Wanted()
        self.hide()

    def want(self, wanted: Wanted, thought: str = "") -> None:
        """Narrow by this; ``thought`` is the name of the thought in it, where there is one."""
        if thought and wanted.guest is not None:
            self._names = {wanted.guest: thought}
        if wanted == self.wanted:
            return
        self.wanted = wanted
        self._show()
        self.changed.emit()

    def forget(self) -> None:
        """Everything is wanted, and nobody's name is held."""
        self._names = {}
        self.want(Wanted())

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(text, without) for text, without in self._told()]
        for chip in self._chips:
            self._flow.addWidget(chip)
        self.setVisible(bool(self._chips))

    def _told(self) -> list[tuple[str, Wanted]]:
        wanted = self.wanted
        told: list[tuple[str, Wanted]] = []
        if wanted.tag is not None:
            told.append((wanted.tag, replace(wanted, tag=None)))
        if wanted.guest is not None:
            told.append((self._names.get(wanted.guest, ""), replace(wanted, guest=None)))
        if wanted.first is not None:
            told.append((whole_day(wanted.first), replace(wanted, first=None, last=None)))
        if wanted.on is not None:
            told.append((day_of_year(date(ANY_YEAR, *wanted.on)), replace(wanted, on=None)))
        return told

    def _chip(self, text: str, without: Wanted) -> QPushButton:
        plain = " ".join(text.split())
        shown = plain if len(plain) <= 32 else plain[:31].rstrip() + "…"
        chip = pill(self._look, shown.replace("&", "&&"))
        chip.setProperty("chip", True)
        chip.setIcon(self._look.icon("x", "soft", size=14))
        chip.setAccessibleName(self.tr("Narrowed by: {filter}").format(filter=plain))
        chip.setToolTip(self.tr("Take this filter off"))
        chip.clicked.connect(partial(self.want, without))
        return chip
