"""Reads the words of the Support room and of the grounding page."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from guesthouse.content.wrong import WrongContent
from guesthouse.domain.care import Grounding, Passage, SupportText

PLACE = "{emergency}"
LINES = ("title", "lead", "danger", "danger_elsewhere", "unchecked", "elsewhere", "offline")


def load_support(folder: Path, language: str) -> SupportText:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: the file is missing or no TOML, or a text of it is missing or empty; the text is named.
    """
    file = folder / f"{language}.toml"
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WrongContent(f"{file.name}: {error}") from error
    lines = {key: _text(raw, key, file.name) for key in LINES}
    if PLACE not in lines["danger"]:
        raise WrongContent(f"{file.name}: danger must hold {PLACE}")
    ways = raw.get("way")
    if not isinstance(ways, list) or not ways:
        raise WrongContent(f"{file.name}: no way")
    return SupportText(
        **lines,
        steady=_passage(raw.get("steady"), f"{file.name}, steady"),
        ways=tuple(_passage(way, f"{file.name}, way {number}") for number, way in enumerate(ways, 1)),
        contact=_passage(raw.get("contact"), f"{file.name}, contact"),
        call=_passage(raw.get("call"), f"{file.name}, call"),
        grounding=_grounding(raw.get("grounding"), f"{file.name}, grounding"),
    )


def _passage(raw: Any, where: str) -> Passage:
    return Passage(_text(raw, "title", where), _text(raw, "text", where))


def _grounding(raw: Any, where: str) -> Grounding:
    title, lead, room, after = (_text(raw, key, where) for key in ("title", "lead", "room", "next"))
    steps, without_touch = (_texts(raw, key, where) for key in ("steps", "without_touch"))
    if len(steps) != len(without_touch):
        raise WrongContent(f"{where}: without_touch must have as many texts as steps")
    return Grounding(title, lead, steps, without_touch, room, after)


def _texts(raw: Any, key: str, where: str) -> tuple[str, ...]:
    values = raw.get(key)
    if not isinstance(values, list) or not values or not all(isinstance(one, str) and one.strip() for one in values):
        raise WrongContent(f"{where}: {key} must be a list of texts")
    return tuple(values)


def _text(raw: Any, key: str, where: str) -> str:
    value = raw.get(key) if isinstance(raw, dict) else None
    if not isinstance(value, str) or not value.strip():
        raise WrongContent(f"{where}: {key} is missing or empty")
    return value
