"""What the journal offers to write about, and which prompt comes next."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """What several prompts have in common."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question or beginning. ``theme`` is empty where a person has written it."""

    id: str
    theme: str
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A template: ``note`` stands beside it, ``text`` is Markdown to write on in."""

    id: str
    title: str
    note: str
    text: str


@dataclass(frozen=True, slots=True)
class Prompts:
    """All of it. ``headline`` explains the mode of that name, ``suggestion`` is said when the soft timer is over, and
    ``endings`` are lines in the present to end with."""

    themes: tuple[Theme, ...]
    prompts: tuple[Prompt, ...]
    letters: tuple[Letter, ...]
    endings: tuple[str, ...]
    headline: str
    suggestion: str
    guidance: str


def next_prompt(
    prompts: Sequence[Prompt], shown: Sequence[str], theme: str | None, chance: random.Random
) -> Prompt | None:
    """One that was not shown yet (``shown``: ids, the latest last), of ``theme`` where that is not None.

    When all of them were, the one that was shown longest ago. An own prompt belongs to every theme. None if there is
    none at all.
    """
    of_theme = [prompt for prompt in prompts if theme is None or prompt.theme in (theme, "")]
    fresh = [prompt for prompt in of_theme if prompt.id not in shown]
    if fresh:
        return chance.choice(fresh)
    latest = {prompt_id: place for place, prompt_id in enumerate(shown)}
    return min(of_theme, key=lambda prompt: latest[prompt.id], default=None)
