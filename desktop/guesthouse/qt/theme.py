"""A theme: named colours read from resources, and the palette and style sheet made of them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

NAMES = ("light", "night", "contrast")
TEMPLATE = "house.qss"

_COLOUR = re.compile(r"@([a-z][a-z-]*)")
_LENGTH = re.compile(r"\bpx\((-?\d+)\)")
_ROUND = re.compile(r"\bhalf\((\d+), (\d+), (\d+)\)")

_PALETTE = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "well",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "quiet",
    QPalette.ColorRole.ButtonText: "quiet-ink",
    QPalette.ColorRole.BrightText: "ink",
    QPalette.ColorRole.Highlight: "sage",
    QPalette.ColorRole.HighlightedText: "on-sage",
    QPalette.ColorRole.PlaceholderText: "soft",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "sage-ink",
    QPalette.ColorRole.LinkVisited: "sage-ink",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Accent: "sage",
}


@dataclass(frozen=True)
class Theme:
    """One set of colours by role."""

    name: str
    dark: bool
    colours: dict[str, str]

    def colour(self, token: str) -> QColor:
        """The colour of a role.

        Raises:
            KeyError: the theme has no such role.
        """
        return QColor(self.colours[token])

    def palette(self) -> QPalette:
        """The palette for everything the style sheet does not paint."""
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("soft"))
        return palette

    def style_sheet(self, template: str, scale: float) -> str:
        """Fill ``template``: ``@role`` becomes a colour, ``px(n)`` a length that grows with the text size.

        ``half(content, padding, border)`` becomes half the height of a box of such a content and padding (both grow)
        and border (which does not).
        """

        def half(match: re.Match[str]) -> str:
            content, padding, border = (int(part) for part in match.groups())
            return f"{(round(content * scale) + 2 * round(padding * scale) + 2 * border) // 2}px"

        lengths = _LENGTH.sub(lambda m: f"{round(int(m[1]) * scale)}px", _ROUND.sub(half, template))
        return _COLOUR.sub(lambda m: self.colours[m[1]], lengths)


def load_theme(folder: Path, name: str) -> Theme:
    """Read ``folder``/``name``.toml.

    Raises:
        OSError, ValueError, KeyError: the file is missing or not as it must be.
    """
    raw = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(name, bool(raw["dark"]), dict(raw["colours"]))
