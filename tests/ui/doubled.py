"""A made-up language that shows what would be clipped in another than English."""

from __future__ import annotations

from PySide6.QtCore import QTranslator


class Doubled(QTranslator):
    """A language whose every word is twice as long. What fits in it fits in German and Finnish too."""

    def isEmpty(self) -> bool:
        """Never: Qt asks no empty translator."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The text, twice, with its placeholders only once."""
        if "{" in source or "%" in source or "<" in source:
            return f"{source} ·······"
        return f"{source} {source}"
