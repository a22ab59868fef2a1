"""Reads the introduction to defusion from resources/explainer/."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from guesthouse.content.wrong import WrongContent
from guesthouse.domain.film import Film, Shot, Subject


def load_film(folder: Path, language: str) -> Film:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: a key is missing or of the wrong kind.
    """
    file = folder / f"{language}.toml"
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        return Film(
            title=str(raw["title"]),
            length=str(raw["length"]),
            thought=str(raw["thought"]),
            voices=tuple(str(one) for one in raw["voices"]),
            shots=tuple(_shot(one) for one in raw["shots"]),
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise WrongContent(f"{file.name}: {error!r}") from error


def _shot(raw: dict[str, Any]) -> Shot:
    seconds = float(raw["seconds"])
    if seconds <= 0:
        raise ValueError("a shot takes time")
    return Shot(
        subject=Subject(raw["picture"]),
        seconds=seconds,
        caption=str(raw["caption"]),
        start=float(raw.get("from", 0.0)),
        end=float(raw.get("to", 0.0)),
        rung=int(raw.get("rung", 0)),
    )
