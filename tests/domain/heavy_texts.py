"""The texts in tests/data/heavy_words, and the phrases as they ship."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guesthouse.content.heavy_words import load_heavy_words
from guesthouse.domain.heavy_kinds import Kind
from guesthouse.domain.heavy_words import HeavyWords
from guesthouse.paths import resources

DATA = Path(__file__).parents[1] / "data" / "heavy_words"
DOC = Path(__file__).parents[2] / "docs" / "heavy-words.md"


@cache
def shipped() -> HeavyWords:
    """What ships in resources."""
    return load_heavy_words(resources() / "heavy_words", "en")


def texts(name: str) -> list[str]:
    """The lines of a file."""
    return [line for line in (DATA / f"{name}.txt").read_text("utf-8").split("\n") if line]


def expected() -> list[tuple[str, frozenset[Kind]]]:
    """Every text that is heavy, with exactly what it is about."""
    single = [(text, frozenset({kind})) for kind in Kind for text in texts(kind.value)]
    return single + [(text, kinds) for kinds, text in told_before("several")]


def told_before(name: str) -> list[tuple[frozenset[Kind], str]]:
    """A file whose lines begin with the kinds."""
    parts = [line.partition(" | ") for line in texts(name)]
    return [(frozenset(map(Kind, kinds.split(", "))), text) for kinds, _, text in parts]


def listed(heading: str) -> list[tuple[frozenset[Kind], str]]:
    """The lines "- kinds: text" that stand in the document under this heading."""
    section = DOC.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    parts = [line[2:].partition(": ") for line in section.split("\n") if line.startswith("- ")]
    return [(frozenset(map(Kind, kinds.split(", "))), text) for kinds, _, text in parts]
