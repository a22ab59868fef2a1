"""Reads what is said below a page where words were heavy, and checks each text."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from guesthouse.content.located import Located
from guesthouse.domain.heavy_cards import HeavyCards, Said, Tips
from guesthouse.domain.heavy_kinds import PLAIN, Kind

EMERGENCY, KEY, REGION = "{emergency}", "{key}", "{region}"
BRACES = frozenset("{}")


def load_heavy_cards(folder: Path, language: str) -> HeavyCards:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: the file is missing or no TOML, a text of it is missing or empty, there is one too many, or a
            place such as {emergency} is not where it must be; file, line and text are named.
    """
    file = Located(folder / f"{language}.toml")
    for key in sorted(set(file.raw) - {"note", "guessed", *Kind}):
        raise file.wrong(f"{key} is not known here", key)
    tables = {kind: dict(_table(file.raw.get(kind))) for kind in Kind}
    tips = _table(tables[Kind.DANGER].pop("tips", None))
    return HeavyCards(
        note=_text(file, "", "note", file.raw, ""),
        guessed=_text(file, "", "guessed", file.raw, REGION),
        said={kind: _said(file, kind, raw) for kind, raw in tables.items()},
        tips=Tips(
            keyed=_text(file, f"{Kind.DANGER}.tips", "keyed", tips, KEY),
            keyless=_text(file, f"{Kind.DANGER}.tips", "keyless", tips, ""),
        ),
    )


def _said(file: Located, kind: Kind, raw: dict[str, Any]) -> Said:
    names = [field.name for field in fields(Said)] if kind in PLAIN else ["text"]
    for name in sorted(set(raw) - set(names)):
        raise file.wrong(f"{kind} has no {name}", name, kind)
    return Said(**{name: _text(file, kind, name, raw, EMERGENCY if name == "danger" else "") for name in names})


def _text(file: Located, table: str, name: str, raw: dict[str, Any], place: str) -> str:
    """A text that holds ``place`` once, and no other braces."""
    value, where = raw.get(name), f"{table}: " if table else ""
    if not isinstance(value, str) or not value.strip():
        raise file.wrong(f"{where}{name} is missing or empty", name, table)
    if place and value.count(place) != 1:
        raise file.wrong(f"{where}{name} must hold {place} once", name, table)
    if BRACES & set(value.replace(place, "") if place else value):
        raise file.wrong(f"{where}{name} has a brace that is no place", name, table)
    return value


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
