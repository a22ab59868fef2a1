"""Reads the phrases that are looked for in heavy words, and checks each of them."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import fields
from itertools import chain, product
from pathlib import Path
from typing import Any

from guesthouse.content.located import Located
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.heavy_tokens import Spelling, plain
from guesthouse.domain.heavy_words import Group, HeavyWords, Phrase, Subjects, Words

TABLES = ("apart", "sets", "subjects", "phrases")
LISTS = ("stems", "fillers", "idioms", "meant", "too", "too_last")
PARTS = tuple(field.name for field in fields(Subjects))
WAYS = 4000
"""A line with more ways to say it than this is a mistake."""
AT_ONCE = 8
"""So many lines are read in one step."""
_PART = re.compile(r"\{(\w+)\}|\(([^][(){}]+)\)|\[([^][(){}]+)\]|([^][(){}\s]+)")


def load_heavy_words(folder: Path, language: str) -> HeavyWords:
    """Read ``folder``/``language``.toml; once, however often a house is opened.

    Raises:
        WrongContent: the file is missing or no TOML, or a phrase of it is not as it must be; it is named.
    """
    for _part in read_ahead(folder, language):
        pass
    return _known[_key(folder, language)]


def read_ahead(folder: Path, language: str) -> Iterator[None]:
    """The same, a small part at each step: after the last one :func:`load_heavy_words` has nothing left to read."""
    key = _key(folder, language)
    if key not in _known:
        words = yield from _Reader(Located(key[0])).words()
        _known.clear()
        _known[key] = words


_known: dict[tuple[Path, int], HeavyWords] = {}
"""What was read last, of which file, and of when."""


def _key(folder: Path, language: str) -> tuple[Path, int]:
    file = folder / f"{language}.toml"
    return file, file.stat().st_mtime_ns if file.exists() else 0


class _Reader:
    """One file, read from top to bottom."""

    def __init__(self, file: Located) -> None:
        self.file = file
        self.apart: dict[str, Words] = {}
        self.spelling = Spelling(self.apart)
        self.sets: dict[str, tuple[Words, ...]] = {}
        self.named: set[str] = set()
        self.known: dict[str, Words] = {}
        self.seen: dict[tuple[str, Words], str] = {}

    def words(self) -> Generator[None, None, HeavyWords]:
        """What the file says, a part of it at each step."""
        yield
        for key in self.file.raw:
            if key not in (*TABLES, *LISTS):
                raise self.wrong(key, "is not known here")
        self.spelling = Spelling(self.apart, tuple(plain(stem) for stem in self._list(self.file.raw, "stems")))
        self._read_apart()
        self.known.clear()
        self._read_sets()
        yield
        phrases = self._table("phrases", tuple(group.value for group in Group))
        said = self._table("subjects", PARTS)
        found: dict[Group, tuple[Phrase, ...]] = {}
        for key in phrases:
            found[Group(key)] = yield from self._phrases(key, phrases[key])
        words = HeavyWords(
            phrases=found,
            idioms=(yield from self._phrases("idioms", self._list(self.file.raw, "idioms"))),
            meant=(yield from self._phrases("meant", self._list(self.file.raw, "meant"))),
            too=(yield from self._phrases("too", self._list(self.file.raw, "too"))),
            too_last=(yield from self._phrases("too_last", self._list(self.file.raw, "too_last"))),
            fillers=self._singles("fillers", self._list(self.file.raw, "fillers")),
            sets={name: tuple(self.file.raw["sets"][name]) for name in self.sets},
            spelling=self.spelling,
            subjects=Subjects(**{key: self._singles(key, said[key]) for key in said}),
        )
        yield
        self._check_hidden(words)
        for name in set(self.sets) - self.named:
            raise self.wrong("sets", "is named by no line", name)
        return words

    def wrong(self, key: str, mistake: str, entry: str = "") -> WrongContent:
        """The mistake, with the file, the list and the entry."""
        at = f'{key} "{entry}"' if entry else key
        return WrongContent(f"{self.file.name}: {at} {mistake}")

    def _read_apart(self) -> None:
        for word, parts in self._raw_table("apart").items():
            if not isinstance(parts, str) or not parts.strip():
                raise self.wrong("apart", "has no words", word)
            key = self._plain("apart", word)
            if len(key) != 1 or key[0] in self.apart:
                raise self.wrong("apart", "is no single word, or stands twice", word)
            self.apart[key[0]] = self._plain("apart", parts)

    def _read_sets(self) -> None:
        for name, raw in self._raw_table("sets").items():
            ways: list[Words] = []
            for entry in self._list({name: raw}, name):
                ways += self._ways(name, entry)
            if len(set(ways)) != len(ways):
                raise self.wrong(
                    name, "says the same twice", next(" ".join(way) for way in ways if ways.count(way) > 1)
                )
            self.sets[name] = tuple(ways)

    def _raw_table(self, key: str) -> dict[str, Any]:
        value = self.file.raw.get(key)
        if not isinstance(value, dict) or not value:
            raise self.wrong(key, "is missing or empty")
        return value

    def _table(self, key: str, names: tuple[str, ...]) -> dict[str, list[str]]:
        raw = self._raw_table(key)
        for name in (*raw, *names):
            if name not in names:
                raise self.wrong(f"{key}.{name}", "is not known here")
        return {name: self._list(raw, name) for name in names}

    def _list(self, raw: Mapping[str, Any], key: str) -> list[str]:
        value = raw.get(key)
        if not isinstance(value, list) or not value:
            raise self.wrong(key, "must be a list of texts")
        for entry in value:
            if not isinstance(entry, str) or not entry.strip():
                raise self.wrong(key, "has an entry that is empty or no text")
            if entry != " ".join(entry.split()) or not entry.isascii() or entry != entry.lower():
                raise self.wrong(key, "is to stand in small plain letters with single spaces", entry)
        return value

    def _singles(self, key: str, entries: list[str]) -> frozenset[str]:
        found: dict[str, str] = {}
        for entry in entries:
            words = self._plain(key, entry)
            if len(words) != 1:
                raise self.wrong(key, "is no single word", entry)
            if words[0] in found:
                raise self.wrong(key, f'is the same as "{found[words[0]]}"', entry)
            found[words[0]] = entry
        return frozenset(found)

    def _phrases(self, key: str, entries: list[str]) -> Generator[None, None, tuple[Phrase, ...]]:
        phrases: list[Phrase] = []
        for number, entry in enumerate(entries):
            phrases.append(self._phrase(key, entry))
            if number % AT_ONCE == AT_ONCE - 1:
                yield
        return tuple(phrases)

    def _phrase(self, key: str, entry: str) -> Phrase:
        ways = self._ways(key, entry)
        if len(set(ways)) != len(ways):
            raise self.wrong(key, "says the same twice", entry)
        for way in ways:
            before = self.seen.setdefault((key, way), entry)
            if before != entry:
                raise self.wrong(key, f'says the same as "{before}": {" ".join(way)}', entry)
        return Phrase(shown=entry, ways=ways)

    def _ways(self, key: str, entry: str) -> tuple[Words, ...]:
        """Every way to say ``entry``: "a|b" or "[a|b c]" one of them, "(a)" or nothing, "{name}" one of that set."""
        if _PART.sub("", entry).strip():
            raise self.wrong(key, "has a bracket that does not fit", entry)
        parts = list(self._parts(key, entry))
        ways = tuple(tuple(chain.from_iterable(chosen)) for chosen in product(*parts))
        if len(ways) > WAYS or not all(ways):
            raise self.wrong(key, "can be said in too many ways, or in none", entry)
        return ways

    def _parts(self, key: str, entry: str) -> Iterator[list[Words]]:
        for part in _PART.finditer(entry):
            name, maybe, one, word = part.groups()
            if name is not None:
                if name not in self.sets:
                    raise self.wrong(key, f"names a set that is not there (yet): {name}", entry)
                self.named.add(name)
                yield list(self.sets[name])
            else:
                choice = [self._plain(key, each) for each in (maybe or one or word).split("|")]
                yield [*choice, ()] if maybe else choice

    def _plain(self, key: str, text: str) -> Words:
        if text not in self.known:
            self.known[text] = tuple(self.spelling.read(text).words)
        if not self.known[text]:
            raise self.wrong(key, "has a place without a word", text or "|")
        return self.known[text]

    def _check_hidden(self, words: HeavyWords) -> None:
        """An idiom may cover a phrase only with words of its own around it."""
        for key, way in self.seen:
            if key not in LISTS and ("idioms", way) in self.seen:
                raise self.wrong(key, f'is hidden by the idiom "{self.seen["idioms", way]}"', " ".join(way))
