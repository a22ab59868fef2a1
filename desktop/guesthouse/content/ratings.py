"""Reads what is asked before and after, and what is said around it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from guesthouse.content.located import Located
from guesthouse.domain.ratings import NAMES, Question, RatingWords

TEXTS = tuple(field.name for field in fields(RatingWords) if field.name != "questions")
PARTS = tuple(field.name for field in fields(Question))


def load_ratings(folder: Path, language: str) -> RatingWords:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: the file is missing or no TOML, a text of it is missing or empty, or there is one too many.
    """
    file = Located(folder / f"{language}.toml")
    asked: Any = file.raw.get("questions")
    if not isinstance(asked, dict) or set(asked) != set(NAMES):
        raise file.wrong(f"questions are these: {', '.join(NAMES)}", "questions")
    for name in file.raw:
        if name not in (*TEXTS, "questions"):
            raise file.wrong(f"there is no {name}", name)
    questions = {name: Question(**{part: _text(file, asked[name], part, name) for part in PARTS}) for name in NAMES}
    return RatingWords(**{name: _text(file, file.raw, name, "") for name in TEXTS}, questions=questions)


def _text(file: Located, raw: dict[str, Any], name: str, table: str) -> str:
    value = raw.get(name)
    if not isinstance(value, str) or not value.strip():
        raise file.wrong(f"{table} {name} is missing or empty".strip(), name)
    return value
