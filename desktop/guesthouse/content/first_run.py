"""Reads what is said on the first run."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from guesthouse.content.located import Located
from guesthouse.domain.greeting import Greeting, Limits, Manner, Safe, Welcome

T = TypeVar("T", Welcome, Limits, Manner, Safe)


def load_greeting(folder: Path, language: str) -> Greeting:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: something is missing, empty or unknown; file and line are named.
    """
    file = Located(folder / f"{language}.toml")
    known = [field.name for field in fields(Greeting)]
    for key in file.raw:
        if key not in known:
            raise file.wrong(f"there is no such screen as {key}", "", key)
    return Greeting(
        welcome=_screen(file, "welcome", Welcome),
        limits=_screen(file, "limits", Limits),
        manner=_screen(file, "manner", Manner),
        safe=_screen(file, "safe", Safe),
    )


def _screen(file: Located, name: str, kind: type[T]) -> T:
    raw = file.raw.get(name)
    if not isinstance(raw, dict):
        raise file.wrong(f"the screen [{name}] is missing")
    known = [field.name for field in fields(kind)]
    for key, value in raw.items():
        if key not in known:
            raise file.wrong(f"nothing is said there as {key}", key, name)
        if not isinstance(value, str) or not value.strip():
            raise file.wrong(f"{key} must be a text", key, name)
    for key in known:
        if key not in raw:
            raise file.wrong(f"{key} is missing", "", name)
    return kind(**raw)
