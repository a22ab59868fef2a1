"""How everything looks: the theme, the text size, and dressing widgets by role. Changes show at once."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from guesthouse.qt import fonts
from guesthouse.qt.icons import Icons
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.theme import TEMPLATE, Theme, load_theme

W = TypeVar("W", bound=QWidget)


class Look(QObject):
    """The one place that knows colours, fonts and sizes.

    ``changed`` is emitted after a new theme or text size is on all widgets; what paints by itself repaints then.
    """

    changed = Signal()

    def __init__(self, app: QApplication, preferences: Preferences, themes: Path) -> None:
        """Dress ``app`` by ``preferences`` with the themes of the folder ``themes``."""
        super().__init__()
        self._app = app
        self._preferences = preferences
        self._folder = themes
        self._template = (themes / TEMPLATE).read_text(encoding="utf-8")
        self._icons: Icons | None = None
        self._theme: Theme = load_theme(themes, self._wished())
        self.scale: float = preferences.text_size / 100
        app.setStyle("Fusion")
        self._put_on()
        preferences.changed.connect(self._preference_changed)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def theme(self) -> str:
        """ "light", "night" or "contrast": what is on screen now."""
        return self._theme.name

    @property
    def dark(self) -> bool:
        """Whether the ground is dark."""
        return self._theme.dark

    def colour(self, token: str) -> QColor:
        """The colour of a role such as "paper" or "ink" in the theme of now."""
        return self._theme.colour(token)

    def font(self, role: str) -> QFont:
        """The font of a role at the text size of now."""
        return fonts.font(role, self.scale)

    def px(self, length: float) -> int:
        """A design length in pixels, for sizes that must grow with the text."""
        return round(length * self.scale)

    def icon(self, name: str, token: str = "soft", on: str = "", *, size: float = 20, room: float = 0) -> QIcon:
        """A Phosphor icon at the text size of now, in the colour of ``token``, and of ``on`` where it is switched on.

        Ask again when the look has changed. ``room`` is left free after it.
        """
        if self._icons is None:
            self._icons = Icons()
        return self._icons.icon(name, (self.colour(token), self.colour(on or token)), self.px(size), self.px(room))

    def dress(self, widget: W, role: str) -> W:
        """Give ``widget`` the font and the looks of ``role``, kept through every change, and return it."""
        widget.setProperty("role", role)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        widget.setFont(self.font(role))  # last: polishing puts an earlier font back
        return widget

    def _wished(self) -> str:
        wish = self._preferences.theme
        if wish != "system":
            return wish
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "night" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _preference_changed(self, name: str) -> None:
        if name in ("theme", "text_size"):
            self._refresh()

    def _system_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Put on what is wished now, if it is not what is worn."""
        wished, scale = self._wished(), self._preferences.text_size / 100
        if (wished, scale) == (self._theme.name, self.scale):
            return
        if wished != self._theme.name:
            self._theme = load_theme(self._folder, wished)
        self.scale = scale
        self._put_on()
        self.changed.emit()

    def _put_on(self) -> None:
        QDir.setSearchPaths("theme", [str(self._folder / self._theme.name)])  # the style sheet's small pictures
        self._app.setPalette(self._theme.palette())
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(self._theme.style_sheet(self._template, self.scale))
        # after the style sheet, which puts earlier fonts back
        for widget in self._app.allWidgets():
            role = widget.property("role")
            if role in fonts.ROLES:
                widget.ensurePolished()  # or one that was never shown puts its earlier font back when it is
                widget.setFont(self.font(role))
