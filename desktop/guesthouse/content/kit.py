"""Reads what the comfort kit begins with."""

from __future__ import annotations

from pathlib import Path

from guesthouse.content.located import Located
from guesthouse.domain.kit import Comfort, Shelf


def load_kit(folder: Path, language: str) -> tuple[Comfort, ...]:
    """Read ``folder``/``language``.toml; the comforts have no ids yet.

    Raises:
        WrongContent: something is missing, empty or unknown; file and line are named.
    """
    file = Located(folder / f"{language}.toml")
    tables = file.raw.get("comfort")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise file.wrong("there is no [[comfort]]", "comfort")
    for key in file.raw:
        if key != "comfort":
            raise file.wrong(f"there is no such thing as {key}", key)
    made = []
    for number, raw in enumerate(tables):
        for key, value in raw.items():
            if key not in ("shelf", "words", "detail") or not isinstance(value, str) or not value.strip():
                raise file.wrong("a comfort has a shelf, words and maybe a detail", key, "comfort", number)
        if raw.get("shelf") not in list(Shelf):
            raise file.wrong(f"shelf is one of {', '.join(Shelf)}", "shelf", "comfort", number)
        if "words" not in raw:
            raise file.wrong("words is missing", "", "comfort", number)
        made.append(Comfort("", Shelf(raw["shelf"]), raw["words"], raw.get("detail", "")))
    return tuple(made)
