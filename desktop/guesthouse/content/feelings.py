"""Reads the feelings, sensations, places and amounts."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from guesthouse.content.located import Located
from guesthouse.domain.noticing import Amount, Group, Place, Vocabulary, Word

T = TypeVar("T", Amount, Place)

FORMS = ("noun", "state", "doing", "whole")
TEXTS = ("opening", "now", "none", "being")


def load_vocabulary(folder: Path, language: str) -> Vocabulary:
    """Read ``folder``/``language``.toml.

    Raises:
        WrongContent: something is missing, empty, unknown or stands twice; file and line are named.
    """
    file = Located(folder / f"{language}.toml")
    for key in TEXTS:
        if not _is_text(file.raw.get(key)):
            raise file.wrong(f"{key} is missing or empty", key)
    made = Vocabulary(
        feelings=_groups(file, "feeling"),
        sensations=_groups(file, "sensation"),
        amounts=_tables(file, "amount", Amount),
        places=_tables(file, "place", Place),
        steady=_list(file, "steady"),
        clauses=frozenset(_list(file, "clauses")),
        leads=frozenset(_list(file, "leads")),
        endings=_list(file, "endings"),
        **{key: file.raw[key] for key in TEXTS},
    )
    for number, amount in enumerate(made.amounts):
        for key in ("noun", "state", "doing", "own"):
            if getattr(amount, key).count("{}") != 1:
                raise file.wrong(f"{key} has one {{}} for the word", key, "amount", number)
    known = {word.word for group in (*made.feelings, *made.sensations) for word in group.words}
    for word in made.steady:
        if word not in known:
            raise file.wrong(f"there is no word {word}", "steady")
    return made


def _groups(file: Located, table: str) -> tuple[Group, ...]:
    groups = []
    seen: set[str] = set()
    for number, raw in enumerate(_list_of_tables(file, table)):
        for key in ("id", "title"):
            if not _is_text(raw.get(key)):
                raise file.wrong(f"{key} is missing or empty", key, table, number)
        given = raw.get("words")
        words = tuple(_word(file, one, table, number) for one in given) if isinstance(given, list) else ()
        if not words:
            raise file.wrong("there are no words", "words", table, number)
        for word in words:
            if word.word in seen:
                raise file.wrong(f"{word.word} stands twice", "words", table, number)
            seen.add(word.word)
        groups.append(Group(raw["id"], raw["title"], words))
    return tuple(groups)


def _word(file: Located, raw: Any, table: str, number: int) -> Word:
    names = {field.name for field in fields(Word)}
    if not isinstance(raw, dict) or not set(raw) <= names or not all(map(_is_text, raw.values())):
        raise file.wrong(
            "a word has a word, one of noun, state, doing or whole, and maybe felt", "words", table, number
        )
    if "word" not in raw or sum(form in raw for form in FORMS) != 1:
        raise file.wrong(
            f"{raw.get('word', 'a word')} needs one of noun, state, doing or whole", "words", table, number
        )
    return Word(**raw)


def _tables(file: Located, table: str, kind: type[T]) -> tuple[T, ...]:
    made = []
    names = {field.name for field in fields(kind)}
    for number, raw in enumerate(_list_of_tables(file, table)):
        missing = names - set(raw) - {"before"}
        if missing or not set(raw) <= names or not all(map(_is_text, raw.values())):
            raise file.wrong(f"{table} has {', '.join(sorted(names))}", next(iter(raw), ""), table, number)
        made.append(kind(**raw))
    return tuple(made)


def _list_of_tables(file: Located, table: str) -> list[dict[str, Any]]:
    raw = file.raw.get(table)
    if not isinstance(raw, list) or not raw or not all(isinstance(one, dict) for one in raw):
        raise file.wrong(f"there is no [[{table}]]", table)
    return raw


def _list(file: Located, key: str) -> tuple[str, ...]:
    raw = file.raw.get(key)
    if not isinstance(raw, list) or not raw or not all(map(_is_text, raw)):
        raise file.wrong(f"{key} is a list of texts", key)
    return tuple(raw)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
