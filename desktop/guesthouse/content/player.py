"""Reads what the player says around a practice."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from guesthouse.content.located import Located
from guesthouse.domain.player_words import Between, EndingWords, PlayerWords, UnwellWords

W = TypeVar("W", Between, EndingWords, UnwellWords)

LISTS = ("feet", "without_touch", "room")


def load_player(folder: Path, language: str) -> PlayerWords:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: the file is missing or no TOML, a text of it is missing or empty, or there is one too many; the
            file, the table and the text are named.
    """
    file = Located(folder / f"{language}.toml")
    return PlayerWords(
        between=_words(file, "between", Between),
        unwell=_words(file, "unwell", UnwellWords, lists=LISTS),
        ending=_words(file, "ending", EndingWords),
    )


def _words(file: Located, table: str, kind: type[W], lists: tuple[str, ...] = ()) -> W:
    raw: Any = file.raw.get(table)
    raw = raw if isinstance(raw, dict) else {}
    names = [field.name for field in fields(kind)]
    for name in raw:
        if name not in names:
            raise file.wrong(f"{table} has no {name}", name, table)
    texts = {name: (_texts if name in lists else _text)(file, table, name, raw) for name in names}
    return kind(**texts)


def _text(file: Located, table: str, name: str, raw: dict[str, Any]) -> Any:
    value = raw.get(name)
    if not isinstance(value, str) or not value.strip():
        raise file.wrong(f"{table}: {name} is missing or empty", name, table)
    return value


def _texts(file: Located, table: str, name: str, raw: dict[str, Any]) -> Any:
    value = raw.get(name)
    if not isinstance(value, list) or not value or not all(isinstance(one, str) and one.strip() for one in value):
        raise file.wrong(f"{table}: {name} is a list of texts, and not empty", name, table)
    return tuple(value)
