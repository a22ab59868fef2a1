"""Reads what the should-finder knows of a language, and the lines it offers."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from guesthouse.content.located import Located
from guesthouse.domain.shoulds import Shoulds

FRAMES = ("framed", "framed_bare")
TEXTS = (*FRAMES, "note")
FORMS = ("forms", "bare", "thing_forms")


def load_shoulds(folder: Path, language: str) -> Shoulds:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: the file is missing or no TOML, a text or list is missing or empty, a frame has no {rule}, a form
            does not end with what is underlined in braces, or a phrase is not in small letters; the place is named.
    """
    file = Located(folder / f"{language}.toml")
    known = {field.name for field in fields(Shoulds)}
    for key in sorted(set(file.raw) - known):
        raise file.wrong(f"{key} is not known here", key)
    texts = {key: _text(file, key) for key in TEXTS}
    lists = {key: _list(file, key) for key in sorted(known - set(TEXTS))}
    for key in FRAMES:
        if texts[key].count("{rule}") != 1:
            raise file.wrong(f"{key} must have {{rule}} once", key)
    for key in FORMS:
        for form in lists[key]:
            _check_form(file, key, form)
    for key in sorted(set(lists) - {"lines"}):
        for phrase in lists[key]:
            if phrase != phrase.lower().replace("\u2019", "'"):
                raise file.wrong(f"{key}: small letters and straight apostrophes, please: {phrase}", key)
    return Shoulds(**texts, **lists)  # type: ignore[arg-type]


def _text(file: Located, key: str) -> str:
    value = file.raw.get(key)
    if not isinstance(value, str) or not value.strip():
        raise file.wrong(f"{key} is missing or empty", key)
    return value


def _list(file: Located, key: str) -> tuple[str, ...]:
    value = file.raw.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(one, str) and one.strip() for one in value):
        raise file.wrong(f"{key} must be a list of texts", key)
    return tuple(value)


def _check_form(file: Located, key: str, form: str) -> None:
    before, brace, mark = form.partition("{")
    if not brace or not mark.endswith("}") or not mark[:-1].strip() or "{" in mark or "}" in before + mark[:-1]:
        raise file.wrong(f"{key}: what is underlined stands in braces at the end: {form}", key)
