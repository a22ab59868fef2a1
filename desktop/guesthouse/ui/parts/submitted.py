"""Texts that are told once they are submitted, never while they are typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from guesthouse.domain.thought import is_blank


class Submitted(QObject):
    """Tells each text once, and again only where it has become another one."""

    written = Signal(str)

    def __init__(self) -> None:
        """Nothing was told yet."""
        super().__init__()
        self._known: dict[str, str] = {}

    def know(self, texts: Mapping[str, str]) -> None:
        """These, by whatever names they have, were told before; others were not."""
        self._known = dict(texts)

    def is_told(self, texts: Mapping[str, str]) -> bool:
        """Whether there is nothing to tell of these."""
        return all(self._known.get(name, "") == text for name, text in texts.items())

    def tell(self, texts: Mapping[str, str]) -> None:
        """They are submitted, as they stand here."""
        told = [text for name, text in texts.items() if self._known.get(name, "") != text and not is_blank(text)]
        self._known.update(texts)
        for text in told:
            self.written.emit(text)

    def forget(self) -> None:
        """Hold no words any more."""
        self._known = {}
