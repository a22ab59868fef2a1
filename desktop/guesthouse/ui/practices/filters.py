"""What narrows the list of practices: four small buttons, each with its menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from guesthouse.domain.finding import Asked
from guesthouse.domain.practice import Element, Tone
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.practices.facts import element_name, tone_name

LENGTHS = (2, 5)
"""Up to so many minutes."""


class Filter(QWidget):
    """A button that tells what is chosen in its menu. With ``several`` any number can be chosen, else one or none."""

    changed = Signal()

    def __init__(
        self, look: Look, name: str, options: Sequence[tuple[object, str]], *, anything: str, several: bool = False
    ) -> None:
        """``options`` are values and what they are called; ``anything`` is what no choice is called."""
        super().__init__()
        self._look, self._name, self._anything = look, name, anything
        self.button: QPushButton = pill(look, name)
        self.button.setLayoutDirection(self._mirrored())
        self.menu = QMenu(self.button)
        self._values: list[tuple[QAction, object]] = []  # Qt would make plain texts of them
        self._group = QActionGroup(self)
        self._group.setExclusive(not several)
        if not several:
            self._add(None, anything).setChecked(True)
        for value, text in options:
            self._add(value, text)
        row = Flow(self)
        row.addWidget(self.button)
        self.button.clicked.connect(self._open)
        look.changed.connect(self._show)
        self._show()

    def chosen(self) -> list[object]:
        """The values that are chosen; none where anything will do."""
        return [value for action, value in self._values if action.isChecked() and value is not None]

    def choose(self, value: object) -> None:
        """Choose this one; None is anything."""
        for action, each in self._values:
            if each == value:
                action.setChecked(True)

    def forget(self) -> None:
        """Anything will do again; says nothing."""
        self._group.blockSignals(True)
        self.blockSignals(True)
        for action, value in self._values:
            action.setChecked(self._group.isExclusive() and value is None)
        self.blockSignals(False)
        self._group.blockSignals(False)
        self._show()

    def _add(self, value: object, text: str) -> QAction:
        action = QAction(text, self.menu)
        self._values.append((action, value))
        action.setCheckable(True)
        self._group.addAction(action)
        self.menu.addAction(action)
        action.toggled.connect(partial(self._toggled, action))
        return action

    def _toggled(self, action: QAction, on: bool) -> None:
        if on or not self._group.isExclusive():  # else another one is switched on in its place
            self._show()
            self.changed.emit()

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _show(self) -> None:
        told = ", ".join(action.text() for action, value in self._values if action.isChecked() and value is not None)
        self.button.setText(told or self._name)
        self.button.setAccessibleName(
            self.tr("{filter}: {choice}").format(filter=self._name, choice=told or self._anything)
        )
        self.button.setProperty("chip", bool(told))
        self.button.setProperty("flush", not told)
        self._look.dress(self.button, "pill")
        self.button.setIcon(self._look.icon("caret-down", "sage-ink" if told else "soft", size=12, room=4))
        self.updateGeometry()

    def _mirrored(self) -> Qt.LayoutDirection:
        """The arrow stands after the words."""
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Qt.LayoutDirection.LeftToRight if right else Qt.LayoutDirection.RightToLeft


def why_nothing(asked: Asked, *, hidden: bool) -> str:
    """What is said where nothing was found; ``hidden``: there would be some among what is hidden."""
    say = QCoreApplication.translate
    if hidden:
        return say("Practices", "What is like this is hidden now. Under “Show”, it can be shown, too.")
    if asked == Asked(favourites=True, hidden=asked.hidden):
        return say("Practices", "Nothing is marked as a favourite yet. The heart in a practice does that.")
    if asked == Asked(own=True, hidden=asked.hidden):
        told = "There is none of your own yet. “Make it mine” in a practice begins one, and so does the menu “More”."
        return say("Practices", told)
    return say("Practices", "No practice here is like this. Fewer words or filters find more.")


class Filters(QWidget):
    """Which kind of step, how long at most, how warm, and what else is shown."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        """Everything, but for what is not for the person."""
        super().__init__()
        self.element = Filter(
            look,
            self.tr("Kind"),
            [(element, element_name(element)) for element in Element],
            anything=self.tr("Any kind"),
        )
        self.length = Filter(
            look,
            self.tr("Length"),
            [(most, self.tr("Up to {count} minutes").format(count=most)) for most in LENGTHS],
            anything=self.tr("Any length"),
        )
        self.tone = Filter(
            look, self.tr("Tone"), [(tone, tone_name(tone)) for tone in Tone], anything=self.tr("Any tone")
        )
        self.shown = Filter(
            look,
            self.tr("Show"),
            [
                ("favourites", self.tr("Favourites")),
                ("own", self.tr("Your own")),
                ("hidden", self.tr("What is hidden, too")),
            ],
            anything=self.tr("What is not hidden"),
            several=True,
        )
        row = Flow(self, gap=8)
        for one in self._all():
            row.addWidget(one)
            one.changed.connect(self.changed)

    def asked(self, text: str) -> Asked:
        """What is looked for, with these words."""
        element, most, tone = (next(iter(one.chosen()), None) for one in (self.element, self.length, self.tone))
        shown = self.shown.chosen()
        return Asked(
            text=text,
            element=element if isinstance(element, Element) else None,
            most_minutes=most if isinstance(most, int) else None,
            tone=tone if isinstance(tone, Tone) else None,
            favourites="favourites" in shown,
            own="own" in shown,
            hidden="hidden" in shown,
        )

    def forget(self) -> None:
        """Narrow nothing; says nothing."""
        for one in self._all():
            one.forget()

    def _all(self) -> tuple[Filter, ...]:
        return self.element, self.length, self.tone, self.shown
