"""A TOML file that knows on which line things stand, so that a mistake can be named with its place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from guesthouse.content.wrong import WrongContent

HEAD = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(#.*)?$")


class Located:
    """What a file says, and where."""

    def __init__(self, file: Path) -> None:
        """Read ``file``.

        Raises:
            WrongContent: it is missing, is no UTF-8 or no TOML; the line is named.
        """
        self.name = file.name
        try:
            raw = file.read_bytes()
        except OSError as error:
            raise WrongContent(f"{file.name}: {error.strerror or error}") from error
        try:
            text = raw.decode("utf-8-sig").replace("\r\n", "\n")
            self.raw: dict[str, Any] = tomllib.loads(text)
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise WrongContent(f"{file.name}, line {line}: this is not UTF-8") from error
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"line (\d+)", str(error))
            line = int(at[1]) if at else text.count("\n") + 1
            raise WrongContent(f"{file.name}, line {line}: {error}") from error
        except ValueError as error:  # Python reads no number of thousands of digits, and does not say where it stands
            raise WrongContent(f"{file.name}: there is a number that is too long") from error
        self._lines = text.split("\n")

    def place(self, key: str = "", table: str = "", number: int = 0) -> str:
        """File and line of ``key`` in the ``number``-th ``[[table]]`` (from 0); of the table if it has no such key."""
        start, end = self._table(table, number)
        for at in range(start, end):
            if key and re.match(rf"\s*{re.escape(key)}\s*=", self._lines[at]):
                return f"{self.name}, line {at + 1}"
        return f"{self.name}, line {start + 1}"

    def wrong(self, mistake: str, key: str = "", table: str = "", number: int = 0) -> WrongContent:
        """The error to raise about it."""
        return WrongContent(f"{self.place(key, table, number)}: {mistake}")

    def _table(self, table: str, number: int) -> tuple[int, int]:
        heads = {at: head[1] for at, line in enumerate(self._lines) if (head := HEAD.match(line))}
        if not table:
            return 0, min(heads, default=len(self._lines))
        own = [at for at, name in heads.items() if name == table]
        start = own[number] if number < len(own) else 0
        return start, min((at for at in heads if at > start), default=len(self._lines))
