"""The two typefaces, loaded from their packages, and their weights.

Both are variable fonts. Qt loads such a font at its lightest weight and ``QFont.setWeight`` and the style sheet's
``font-weight`` change nothing one would want; only the font's own axes do. So every font of the app is made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

PACKAGES = ("fontpkg_nunito", "fontpkg_literata")
INTERFACE = "Nunito"
READING = "Literata"


@dataclass(frozen=True)
class Cut:
    """A family at a size (design pixels) and a weight (200 to 1000)."""

    family: str
    size: float
    weight: int


ROLES = {
    "display": Cut(INTERFACE, 30, 700),
    "title": Cut(INTERFACE, 24, 700),
    "heading": Cut(INTERFACE, 20, 700),
    "subheading": Cut(INTERFACE, 17, 650),
    "body": Cut(INTERFACE, 16, 460),
    "soft": Cut(INTERFACE, 15, 460),
    "small": Cut(INTERFACE, 13.5, 480),
    "words": Cut(READING, 17, 420),
    "words-large": Cut(READING, 22, 450),
    "reading-small": Cut(READING, 15.5, 400),
    "reading": Cut(READING, 19, 420),
    "reading-title": Cut(READING, 32, 700),
    "step": Cut(READING, 36, 640),
    "step-small": Cut(READING, 27, 620),
    "step-low": Cut(READING, 22, 620),
    "step-note": Cut(INTERFACE, 18, 460),
    "button": Cut(INTERFACE, 15, 650),
    "primary": Cut(INTERFACE, 15, 720),
    "quiet": Cut(INTERFACE, 15, 650),
    "pill": Cut(INTERFACE, 14, 600),
    "rail": Cut(INTERFACE, 16, 500),
    "rail-chosen": Cut(INTERFACE, 16, 740),
}


def load_fonts() -> list[str]:
    """Make the typefaces known to the application; the files that could not be loaded are returned."""
    return [
        file.name for package in PACKAGES for file in _files(package) if QFontDatabase.addApplicationFont(str(file)) < 0
    ]


def load_italics() -> None:
    """Make the reading type's italics known, too; done when the first text is to be set in them."""
    for file in _all_files("fontpkg_literata"):
        if "Italic" in file.name:
            QFontDatabase.addApplicationFont(str(file))


def font(role: str, scale: float = 1.0) -> QFont:
    """The font of ``role`` at ``scale`` times its design size.

    Raises:
        KeyError: there is no such role.
    """
    cut = ROLES[role]
    size = max(9, round(cut.size * scale))
    made = QFont(cut.family)
    made.setPixelSize(size)
    made.setVariableAxis(QFont.Tag("wght"), cut.weight)
    if cut.family == READING:
        made.setVariableAxis(QFont.Tag("opsz"), min(72.0, max(7.0, size * 0.75)))
    return made


def _files(package: str) -> list[Path]:
    return [file for file in _all_files(package) if "Italic" not in file.name]


def _all_files(package: str) -> list[Path]:
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        return [Path(package)]  # named in the answer as not loaded
    return sorted(Path(folders[0], "files").glob("*.ttf"))
