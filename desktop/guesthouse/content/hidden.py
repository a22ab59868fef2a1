"""Reads the harmless words of the plain note."""

from __future__ import annotations

import tomllib
from pathlib import Path

from guesthouse.content.wrong import WrongContent
from guesthouse.domain.hidden import PlainNote


def load_hidden(folder: Path, language: str) -> PlainNote:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: the file is missing or no TOML, or its title or its lines are missing or empty.
    """
    file = folder / f"{language}.toml"
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WrongContent(f"{file.name}: {error}") from error
    title, lines = raw.get("title"), raw.get("lines")
    if not isinstance(title, str) or not title.strip():
        raise WrongContent(f"{file.name}: title is missing or empty")
    if not isinstance(lines, list) or not lines or not all(isinstance(line, str) for line in lines):
        raise WrongContent(f"{file.name}: lines must be a list of texts")
    return PlainNote(title, "\n".join(lines))
