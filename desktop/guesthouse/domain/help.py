"""Help as plain facts: topics made of blocks, and how they are searched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guesthouse.domain.words import Query, Term, query_of, words_in


@dataclass(frozen=True, slots=True)
class Heading:
    """Stands over what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement that stands by itself, to the letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; with ``first`` it is numbered, from there on."""

    texts: tuple[str, ...]
    first: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a name and what is said of it."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A place that the app fills when it is shown, with what it has under this name."""

    name: str


Block = Heading | Paragraph | Quote | Items | Table | Given
Giver = Callable[[], Sequence[Block]]
"""Gives what belongs in a place; asked each time a topic is shown."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of Help.

    ``also`` are words under which somebody may look for it and which are not in it. ``folded`` names what is shown only
    when it is asked for. ``leads`` are the pages of the window one may want to go to from here.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    also: tuple[str, ...] = ()
    folded: str = ""
    leads: tuple[str, ...] = ()

    def given(self) -> Iterator[str]:
        """The names of what the app fills in, the folded part included."""
        yield from (block.name for block in self.blocks if isinstance(block, Given))
        if self.folded:
            yield self.folded


def texts_of(blocks: Sequence[Block]) -> Iterator[str]:
    """All that can be read in these blocks, in its order."""
    for block in blocks:
        if isinstance(block, Items):
            yield from block.texts
        elif isinstance(block, Table):
            for name, said in block.rows:
                yield from (name, said)
        elif not isinstance(block, Given):
            yield block.text


def filled(topic: Topic, givers: Mapping[str, Giver], *, unfolded: bool = False) -> tuple[Block, ...]:
    """The blocks of a topic with every place filled; what is folded stands at the end, where it is wished."""
    found: list[Block] = []
    for block in topic.blocks:
        found += givers[block.name]() if isinstance(block, Given) else (block,)
    if unfolded and topic.folded:
        found += givers[topic.folded]()
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Searched:
    """A topic with the words it is found by."""

    topic: Topic
    title: tuple[str, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, topic: Topic, blocks: Sequence[Block]) -> Searched:
        """The topic with these blocks shown in it."""
        words = [word for text in (*texts_of(blocks), *topic.also) for word in words_in(text)]
        title = tuple(words_in(topic.title))
        return cls(topic, title, (*title, *words))

    def met(self, query: Query) -> bool:
        """Whether every word that is looked for is here."""
        return all(_has(self.words, term) for term in query.terms)

    def named(self, query: Query) -> bool:
        """Whether every one is in the title."""
        return all(_has(self.title, term) for term in query.terms)


def find(shelf: Sequence[Searched], text: str) -> list[Topic]:
    """The topics that have every word of ``text``, those with all of it in their title first; all where it is blank."""
    query = query_of(text)
    if not query.terms:
        return [] if text.strip() else [each.topic for each in shelf]
    met = [each for each in shelf if each.met(query)]
    named = [each for each in met if each.named(query)]
    return [each.topic for each in (*named, *(each for each in met if each not in named))]


def _has(words: Sequence[str], term: Term) -> bool:
    many = len(term.words)
    return any(_stands(words, at, term) for at in range(len(words) - many + 1))


def _stands(words: Sequence[str], at: int, term: Term) -> bool:
    *before, last = term.words
    if any(words[at + step] != word for step, word in enumerate(before)):
        return False
    ending = words[at + len(before)]
    return ending.startswith(last) if term.open else ending == last
