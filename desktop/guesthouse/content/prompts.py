"""Reads the journal's prompts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from guesthouse.content.wrong import WrongContent
from guesthouse.domain.prompt import Letter, Prompt, Prompts, Theme


def load_prompts(folder: Path, language: str) -> Prompts:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: the file is missing or no TOML, a text is missing or empty, an id stands twice, a prompt names a
            theme that is not there, or a theme has no prompt; the place is named.
    """
    file = folder / f"{language}.toml"
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WrongContent(f"{file.name}: {error}") from error
    made = Prompts(
        themes=tuple(Theme(**_texts(one, where, "id", "title")) for one, where in _list(raw, "theme", file.name)),
        prompts=tuple(
            Prompt(**_texts(one, where, "id", "theme", "text")) for one, where in _list(raw, "prompt", file.name)
        ),
        letters=tuple(
            Letter(**_texts(one, where, "id", "title", "note", "text"))
            for one, where in _list(raw, "letter", file.name)
        ),
        endings=_endings(raw.get("endings"), file.name),
        **_texts(raw, file.name, "headline", "suggestion", "guidance"),
    )
    _check(made, file.name)
    return made


def _check(prompts: Prompts, name: str) -> None:
    ids = [one.id for part in (prompts.themes, prompts.prompts, prompts.letters) for one in part]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise WrongContent(f"{name}: the id {id_} stands twice")
    themes = {theme.id for theme in prompts.themes}
    for prompt in prompts.prompts:
        if prompt.theme not in themes:
            raise WrongContent(f"{name}, prompt {prompt.id}: there is no theme {prompt.theme}")
    for theme in sorted(themes - {prompt.theme for prompt in prompts.prompts}):
        raise WrongContent(f"{name}: the theme {theme} has no prompt")


def _list(raw: dict[str, Any], key: str, name: str) -> list[tuple[Any, str]]:
    values = raw.get(key)
    if not isinstance(values, list) or not values:
        raise WrongContent(f"{name}: no {key}")
    return [(value, f"{name}, {key} {number}") for number, value in enumerate(values, 1)]


def _endings(raw: Any, name: str) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw or not all(isinstance(line, str) and line.strip() for line in raw):
        raise WrongContent(f"{name}: endings must be a list of texts")
    return tuple(raw)


def _texts(raw: Any, where: str, *keys: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    for key in keys:
        value = raw.get(key) if isinstance(raw, dict) else None
        if not isinstance(value, str) or not value.strip():
            raise WrongContent(f"{where}: {key} is missing or empty")
        texts[key] = value
    return texts
