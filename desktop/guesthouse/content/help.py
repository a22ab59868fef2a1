"""Reads the topics of Help from resources/help/, naming file, line and mistake where one is wrong.

A text is a few kinds of paragraphs with a blank line between them: ``## `` a heading, ``> `` a statement by itself,
``- `` or ``1. `` lists, ``| a | b |`` rows of a table, ``{name}`` what the app fills in. All else is a plain paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guesthouse.content.located import Located
from guesthouse.domain.help import Block, Given, Heading, Items, Paragraph, Quote, Table, Topic

TEXTS = ("id", "title", "text")
LISTS = ("also", "leads")
KEYS = {*TEXTS, *LISTS, "folded"}
FOLDER_FILE = "order.toml"
IDIOMS, PHRASES = "idioms", "phrases"
"""What the matcher itself shows of its file."""
GIVEN = re.compile(r"\{([a-z][a-z-]*)\}")
NUMBERED = re.compile(r"([1-9]\d?)\. ")


def load_help(folder: Path, language: str) -> tuple[Topic, ...]:
    """Read every topic of ``folder``/``language``, in the order that ``order.toml`` there names.

    Raises:
        WrongContent: a file is missing, is no topic, or the order names not all of them.
    """
    there = folder / language
    order = Located(there / FOLDER_FILE)
    names = order.raw.get("topics")
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise order.wrong("topics must be a list of names", "topics")
    left = {file.stem for file in there.glob("*.toml")} - {Path(FOLDER_FILE).stem} - set(names)
    if left or len(set(names)) < len(names):
        raise order.wrong(f"each topic must stand in the order once, also {', '.join(sorted(left))}", "topics")
    return tuple(load_topic(there / f"{name}.toml") for name in names)


def load_topic(file: Path) -> Topic:
    """Read one.

    Raises:
        WrongContent: the file is not there, or a key of it is missing, unknown or of the wrong kind.
    """
    located = Located(file)
    raw = located.raw
    for key in raw.keys() - KEYS:
        raise located.wrong(f"a topic has no {key}", key)
    for key in TEXTS:
        if not _is_text(raw.get(key)):
            raise located.wrong(f"{key} is missing or empty", key)
    if raw["id"] != file.stem:
        raise located.wrong("id is the name of the file", "id")
    for key in LISTS:
        if not isinstance(raw.get(key, []), list) or not all(map(_is_text, raw.get(key, []))):
            raise located.wrong(f"{key} must be a list of texts", key)
    if "folded" in raw and not _is_text(raw["folded"]):
        raise located.wrong("folded must name something", "folded")
    blocks = tuple(_block(lines, located) for lines in _paragraphs(raw["text"]))
    lists: dict[str, Any] = {key: tuple(raw.get(key, ())) for key in LISTS}
    return Topic(raw["id"], raw["title"], blocks, folded=raw.get("folded", ""), **lists)


def load_phrase_lists(folder: Path, language: str) -> dict[str, tuple[str, ...]]:
    """Read all that bears on the phrases of ``folder``/``language``.toml beside themselves, as it stands there.

    A list is known by its name, one in a table by both names ("sets.name"), and a table of single words by its own.

    Raises:
        WrongContent: the file is missing or no TOML.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name, part in Located(folder / f"{language}.toml").raw.items():
        if isinstance(part, list) and name != IDIOMS:
            found[name] = tuple(part)
        elif isinstance(part, dict) and name != PHRASES:
            lists = {f"{name}.{key}": tuple(lines) for key, lines in part.items() if isinstance(lines, list)}
            words = tuple(f"{word} = {said}" for word, said in part.items() if isinstance(said, str))
            found |= lists | ({name: words} if words else {})
    return found


def _paragraphs(text: str) -> Iterator[list[str]]:
    for piece in re.split(r"\n[ \t]*\n", text.strip("\n")):
        lines = [line.rstrip() for line in piece.split("\n") if line.strip()]
        if lines:
            yield lines


def _block(lines: list[str], located: Located) -> Block:
    first = lines[0]
    given = GIVEN.fullmatch(" ".join(lines))
    if given:
        return Given(given[1])
    if first.startswith("## "):
        if len(lines) > 1:
            raise located.wrong(f"a blank line belongs below the heading “{first[3:]}”", "text")
        return Heading(first[3:])
    if first.startswith("> "):
        return Quote(" ".join(line.removeprefix(">").strip() for line in lines))
    if first.startswith("|"):
        return Table(tuple(_row(line, located) for line in lines))
    number = NUMBERED.match(first)
    if number or first.startswith("- "):
        return Items(_items(lines, located), first=int(number[1]) if number else 0)
    return Paragraph(" ".join(lines))


def _items(lines: list[str], located: Located) -> tuple[str, ...]:
    """One text for each mark; a line that begins with spaces goes on with the one before."""
    found: list[str] = []
    for line in lines:
        if line.startswith("- ") or NUMBERED.match(line):
            found.append(line.split(" ", 1)[1].strip())
        elif line.startswith(" "):
            found[-1] += f" {line.strip()}"
        else:
            raise located.wrong(f"this line of a list has no mark: “{line}”", "text")
    return tuple(found)


def _row(line: str, located: Located) -> tuple[str, str]:
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    if len(cells) != 2 or not all(cells) or not line.endswith("|"):
        raise located.wrong(f"a row has two cells: “{line}”", "text")
    return cells[0], cells[1]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
