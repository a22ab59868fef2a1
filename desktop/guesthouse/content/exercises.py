"""Reads the word exercises from resources/exercises/, naming file and mistake where one is wrong."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from guesthouse.content.wrong import WrongContent
from guesthouse.domain.exercise import ExerciseText, RunWords

ORDER = ("ladder", "hands", "theme", "card", "noted", "clothes", "ball", "popups", "radio", "bus", "object", "loop")
"""As they are offered: the plainest first, the gated one last."""

TEXTS = {"id", "title", "purpose", "acknowledging", "ending"}
MAY = {"practice", "not_for"}
FLAGS = {"asks", "gated"}
LISTS = {"moments", "sources", "refuses"}
MAY_LIST = {"written"}


def load_exercises(folder: Path, language: str) -> tuple[ExerciseText, ...]:
    """Read every exercise of ``folder``/``language``, in the order in which they are offered.

    Raises:
        WrongContent: a file is missing, or something in it is.
    """
    return tuple(load_exercise(folder / language / f"{name}.toml") for name in ORDER)


def load_exercise(file: Path) -> ExerciseText:
    """Read one.

    Raises:
        WrongContent: the file is not there, or a key of it is missing, unknown or of the wrong kind.
    """
    try:
        return _exercise(tomllib.loads(file.read_text(encoding="utf-8")), file.stem)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise WrongContent(f"{file.name}: {error!r}") from error


def load_run(folder: Path, language: str) -> RunWords:
    """Read what is said around every exercise.

    Raises:
        WrongContent: the file is not there, or a text of it is missing, unknown or empty.
    """
    file = folder / f"{language}.toml"
    names = {field.name for field in fields(RunWords)}
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        for key in raw.keys() - names:
            raise ValueError(f"nothing says {key}")
        return RunWords(**{key: _text(raw, key) for key in names})
    except (OSError, KeyError, ValueError) as error:
        raise WrongContent(f"{file.name}: {error!r}") from error


def _exercise(raw: dict[str, Any], name: str) -> ExerciseText:
    for key in raw.keys() - TEXTS - MAY - FLAGS - LISTS - MAY_LIST - {"minutes", "lines"}:
        raise ValueError(f"an exercise has no {key}")
    if raw["id"] != name:
        raise ValueError("id is the name of the file")
    least, most = raw["minutes"]
    fields: dict[str, Any] = {key: _text(raw, key) for key in TEXTS | (MAY & raw.keys())}
    fields |= {key: _texts(raw, key) for key in LISTS | (MAY_LIST & raw.keys())}
    fields |= {key: _flag(raw, key) for key in FLAGS & raw.keys()}
    lines = {key: _text(raw["lines"], key) for key in raw.get("lines", {})}
    return ExerciseText(minutes=(int(least), int(most)), lines=lines, **fields)


def _text(raw: dict[str, Any], key: str) -> str:
    value = raw[key]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key} is a text, and not empty")
    return value


def _texts(raw: dict[str, Any], key: str) -> tuple[str, ...]:
    value = raw[key]
    if not isinstance(value, list) or not value or not all(isinstance(one, str) and one.strip() for one in value):
        raise ValueError(f"{key} is a list of texts, and not empty")
    return tuple(value)


def _flag(raw: dict[str, Any], key: str) -> bool:
    if not isinstance(raw[key], bool):
        raise TypeError(f"{key} is true or false")
    return raw[key]
