"""A TOML file that knows on which line things stand, so that a mistake can be named with its place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from guesthouse.content.scenes import WrongContent


class Located:
    """What a file says, and where."""

    def __init__(self, file: Path) -> None:
        """Read ``file``.

        Raises:
            WrongContent: it is missing, is no UTF-8 or no TOML; the parser's message names line and column.
        """
        self.name = file.name
        try:
            text = file.read_text(encoding="utf-8")
            self.raw: dict[str, Any] = tomllib.loads(text)
        except (OSError, ValueError) as error:
            raise WrongContent(f"{file.name}: {error}") from error
        self._lines = text.splitlines()

    def place(self, key: str = "", table: str = "", number: int = 0) -> str:
        """File and line of ``key`` in the ``number``-th ``[[table]]`` (from 0); of the table if it has no such key."""
        start, end = self._table(table, number)
        for at in range(start, end):
            if key and re.match(rf"\s*{re.escape(key)}\s*=", self._lines[at]):
                return f"{self.name}, line {at + 1}"
        return f"{self.name}, line {min(start, max(0, len(self._lines) - 1)) + 1}"

    def wrong(self, mistake: str, key: str = "", table: str = "", number: int = 0) -> WrongContent:
        """The error to raise about it."""
        return WrongContent(f"{self.place(key, table, number)}: {mistake}")

    def _table(self, table: str, number: int) -> tuple[int, int]:
        heads = [at for at, line in enumerate(self._lines) if line.startswith("[")]
        if not table:
            return 0, heads[0] if heads else len(self._lines)
        own = [at for at in heads if self._lines[at].strip().startswith(f"[[{table}]]")]
        start = own[number] if number < len(own) else 0
        return start, next((at for at in heads if at > start), len(self._lines))
