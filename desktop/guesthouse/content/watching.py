"""Reads what the Visitors room says beside its controls."""

from __future__ import annotations

from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

from guesthouse.content.located import Located
from guesthouse.domain.watching import ANY, SceneWords, TimeIsUp, WatchingText

W = TypeVar("W", SceneWords, TimeIsUp)


def load_watching(folder: Path, language: str) -> WatchingText:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: the file is missing or no TOML, a text of it is missing or empty, or there is one too many; the
            file and the text are named.
    """
    file = Located(folder / f"{language}.toml")
    for key in sorted(set(file.raw) - {"scenes", "ending"}):
        raise file.wrong(f"{key} is not known here", key)
    scenes = _table(file.raw.get("scenes"))
    if ANY not in scenes:
        raise file.wrong(f"scenes.{ANY} is missing")
    return WatchingText(
        scenes={name: _words(file, f"scenes.{name}", raw, SceneWords) for name, raw in scenes.items()},
        ending=_words(file, "ending", file.raw.get("ending"), TimeIsUp),
    )


def _words(file: Located, table: str, value: Any, kind: type[W]) -> W:
    raw = _table(value)
    known = fields(kind)
    for name in sorted(set(raw) - {field.name for field in known}):
        raise file.wrong(f"{table} has no {name}", name, table)
    for name in [field.name for field in known if field.default is MISSING or field.name in raw]:
        if not isinstance(raw.get(name), str) or not raw[name].strip():
            raise file.wrong(f"{table}: {name} is missing or empty", name, table)
    return kind(**raw)


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
