"""Icons of the Phosphor set that qtawesome brings, drawn from its font.

Importing qtawesome takes longer than opening the window, and its icons would come in after the first paint; its font
and the table of its names are ready in a few milliseconds, so they are read from where it is installed.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap


class Icons:
    """The icons by their Phosphor names, such as "gear-six"."""

    def __init__(self) -> None:
        """Load the font; where it is missing, icons are empty and the words beside them stay."""
        self._codes: dict[str, str] = {}
        self._family = ""
        spec = find_spec("qtawesome")
        folders = spec.submodule_search_locations if spec else None
        if folders:
            self._load(Path(folders[0], "fonts"))

    def icon(self, name: str, colours: tuple[QColor, QColor], size: int, room: int = 0) -> QIcon:
        """The icon ``name``, ``size`` pixels high, in its usual and its switched-on colour; an unknown one is empty.

        ``room`` is left free after it, for the words that follow.
        """
        icon = QIcon()
        if self._family and name in self._codes:
            glyph = chr(int(self._codes[name], 16))
            states = (QIcon.State.Off, QIcon.State.On) if colours[0] != colours[1] else (QIcon.State.Off,)
            for state, colour in zip(states, colours, strict=False):
                icon.addPixmap(self._pixmap(glyph, colour, size, room), QIcon.Mode.Normal, state)
        return icon

    def _load(self, folder: Path) -> None:
        for file in sorted(folder.glob("phosphor-[0-9]*.ttf")):
            families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
            self._family = families[0] if families else ""
        for file in sorted(folder.glob("phosphor-charmap-*.json")):
            self._codes = json.loads(file.read_text(encoding="utf-8"))

    def _pixmap(self, glyph: str, colour: QColor, size: int, room: int) -> QPixmap:
        ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
        pixmap = QPixmap(round((size + room) * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        font = QFont(self._family)
        font.setPixelSize(size)
        painter = QPainter(pixmap)
        painter.setFont(font)
        painter.setPen(colour)
        start = room if QGuiApplication.isRightToLeft() else 0
        painter.drawText(QRect(start, 0, size, size), Qt.AlignmentFlag.AlignCenter, glyph)
        painter.end()
        return pixmap
