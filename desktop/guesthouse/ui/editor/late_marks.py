"""Brings the should-finder to a field when somebody has written in it; until then nothing of it is loaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from guesthouse.domain.thought import is_blank
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences

if TYPE_CHECKING:
    from guesthouse.domain.shoulds import Shoulds
    from guesthouse.ui.editor.should_marks import ShouldMarks

PAUSE_MS = 700


class LateMarks(QObject):
    """For a room that opens at once: the marks come at the first pause in writing, and while off not at all."""

    told = Signal(str)
    """A screen reader was given this to say."""
    full = Signal()
    """A line was asked for, and there is no room for it."""

    def __init__(
        self,
        field: QTextEdit | QPlainTextEdit,
        rules: Callable[[], Shoulds],
        look: Look,
        preferences: Preferences,
        *,
        beside: QWidget | None = None,
        most: int | None = None,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        """``rules`` is asked once, when they are needed; ``beside`` and ``most`` as in :class:`ShouldMarks`."""
        super().__init__(field)
        self.marks: ShouldMarks | None = None
        self._field, self._rules, self._look, self._preferences = field, rules, look, preferences
        self._beside, self._most = beside, most
        self._written = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._bring)
        field.textChanged.connect(self._typed)
        preferences.changed.connect(self._switched)

    def _typed(self) -> None:
        if self._field.document().isEmpty():
            self._pause.stop()
        elif self.marks is None:
            self._written = self._written or self._field.hasFocus()
            self._pause.start()

    def _switched(self, name: str) -> None:
        if name == "should_marks" and self.marks is None:
            self._pause.start()

    def _bring(self) -> None:
        """The modules are imported here and the rules read here: together they take longer than a frame."""
        if not self._preferences.should_marks or self.marks is not None or is_blank(self._field.toPlainText()):
            return
        from guesthouse.ui.editor.should_marks import ShouldMarks

        self.marks = ShouldMarks(
            self._field,
            self._rules(),
            self._look,
            self._preferences,
            beside=self._beside,
            most=self._most,
            written=self._written,
        )
        self.marks.told.connect(self.told)
        self.marks.full.connect(self.full)
