"""Reads the words of the Support room and of the grounding page."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from guesthouse.content.wrong import WrongContent
from guesthouse.domain.care import KINDS, NOTES, CallText, Grounding, Kind, Note, OwnText, Part, Passage, SupportText

LINES = (
    "title",
    "lead",
    "danger",
    "danger_elsewhere",
    "danger_region",
    "anywhere",
    "unchecked",
    "elsewhere",
    "offline",
    "hide",
    "no_hide",
)
PLACES = {"danger": "{emergency}", "danger_region": "{region}", "hide": "{key}"}
"""A text that must hold a place for something, and which."""

IN_NOTES = {"{emergency}", "{hide}"}
PLACE = re.compile(r"\{\w*\}")


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
    for key, place in PLACES.items():
        if place not in lines[key]:
            raise WrongContent(f"{file.name}: {key} must hold {place}")
    return SupportText(
        **lines,
        steady=_passage(raw.get("steady"), f"{file.name}, steady"),
        kinds_of_help=_passage(raw.get("kinds"), f"{file.name}, kinds"),
        kinds=tuple(_kind(one, where) for one, where in _several(raw, "kind", file.name)),
        own=_own(raw.get("own"), f"{file.name}, own"),
        contact=_passage(raw.get("contact"), f"{file.name}, contact"),
        call=_call(raw.get("call"), f"{file.name}, call"),
        several=_passage(raw.get("notes"), f"{file.name}, notes"),
        notes=_notes(raw, file.name),
        card=_passage(raw.get("card"), f"{file.name}, card"),
        grounding=_grounding(raw.get("grounding"), f"{file.name}, grounding"),
    )


def _several(raw: dict[str, Any], key: str, where: str) -> list[tuple[Any, str]]:
    """The tables of this name, each with its place."""
    tables = raw.get(key)
    if not isinstance(tables, list) or not tables:
        raise WrongContent(f"{where}: no {key}")
    return [(table, f"{where}, {key} {number}") for number, table in enumerate(tables, 1)]


def _passage(raw: Any, where: str) -> Passage:
    return Passage(_text(raw, "title", where), _text(raw, "text", where))


def _kind(raw: Any, where: str) -> Kind:
    return Kind(_one_of(raw, KINDS, where), _text(raw, "title", where), _text(raw, "text", where))


def _own(raw: Any, where: str) -> OwnText:
    return OwnText(*(_text(raw, key, where) for key in ("title", "text", "locked", "none")))


def _call(raw: Any, where: str) -> CallText:
    title, first = (_text(raw, key, where) for key in ("title", "first"))
    return CallText(title, _texts(raw, "points", where), first, _texts(raw, "sentences", where))


def _notes(raw: dict[str, Any], where: str) -> tuple[Note, ...]:
    notes = tuple(_note(one, place) for one, place in _several(raw, "note", where))
    ids = [note.id for note in notes]
    if missing := [name for name in NOTES if ids.count(name) != 1]:
        raise WrongContent(f"{where}: there must be one note {missing[0]}")
    return notes


def _note(raw: Any, where: str) -> Note:
    name, title, lead = _one_of(raw, NOTES, where), _text(raw, "title", where), _text(raw, "lead", where)
    parts = tuple(_part(one, place) for one, place in _several(raw, "part", f"{where} ({name})"))
    return Note(name, title, lead, parts)


def _part(raw: Any, where: str) -> Part:
    title = _text(raw, "title", where)
    has_items = isinstance(raw, dict) and "items" in raw
    items = _texts(raw, "items", where) if has_items else ()
    text = "" if has_items and "text" not in raw else _text(raw, "text", where)
    if unknown := set(PLACE.findall(text)) - IN_NOTES:
        raise WrongContent(f"{where}: nothing is known for {min(unknown)}")
    return Part(title, text, items)


def _grounding(raw: Any, where: str) -> Grounding:
    title, lead, room, after = (_text(raw, key, where) for key in ("title", "lead", "room", "next"))
    steps, without_touch = (_texts(raw, key, where) for key in ("steps", "without_touch"))
    if len(steps) != len(without_touch):
        raise WrongContent(f"{where}: without_touch must have as many texts as steps")
    return Grounding(title, lead, steps, without_touch, room, after)


def _texts(raw: Any, key: str, where: str) -> tuple[str, ...]:
    values = raw.get(key) if isinstance(raw, dict) else None
    if not isinstance(values, list) or not values or not all(isinstance(one, str) and one.strip() for one in values):
        raise WrongContent(f"{where}: {key} must be a list of texts")
    return tuple(values)


def _one_of(raw: Any, known: tuple[str, ...], where: str) -> str:
    name = _text(raw, "id", where)
    if name not in known:
        raise WrongContent(f"{where}: id must be one of {', '.join(known)}, not {name}")
    return name


def _text(raw: Any, key: str, where: str) -> str:
    value = raw.get(key) if isinstance(raw, dict) else None
    if not isinstance(value, str) or not value.strip():
        raise WrongContent(f"{where}: {key} is missing or empty")
    return value
