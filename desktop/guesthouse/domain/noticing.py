"""What a person notices, and the sentence that says so in plain English.

"I am noticing a trace of worry and tightness in my chest." Words from the lists are bent to fit. Words of one's own
stand as they were typed; in quotation marks, unless they look as if they named a thing, for "noticing “wobbly”" is
English and "noticing wobbly" is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from guesthouse.domain.listing import joined

STOPS = ".!?…,;:\n"
QUOTED = ("“”", '""')


@dataclass(frozen=True, slots=True)
class Word:
    """One that can be chosen. Of ``noun``, ``state``, ``doing`` and ``whole`` one says how the sentence takes it."""

    word: str
    noun: str = ""
    state: str = ""
    doing: str = ""
    whole: str = ""
    felt: str = ""

    def said(self, amount: Amount | None, being: str) -> str:
        """As it stands in the sentence, with this much of it."""
        if self.whole:
            return self.whole
        if self.state:
            return amount.state.format(self.state) if amount else f"{being} {self.state}"
        form, pattern = (self.doing, amount and amount.doing) if self.doing else (self.noun, amount and amount.noun)
        return pattern.format(form) if pattern else form


@dataclass(frozen=True, slots=True)
class Group:
    """Words that are near each other."""

    id: str
    title: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much; a pattern for each way in which a word can stand in the sentence, and one for words of one's own."""

    id: str
    title: str
    noun: str
    state: str
    doing: str
    own: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the body; ``before`` is "in my", "on my", or nothing."""

    word: str
    place: str
    before: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """The lists and what holds the sentence together.

    ``steady`` are the words after which feet and room come first. Words of one's own are known as a sentence by how
    they begin (``clauses``), and as the name of a thing by how they begin (``leads``) or end (``endings``).
    """

    feelings: tuple[Group, ...]
    sensations: tuple[Group, ...]
    amounts: tuple[Amount, ...]
    places: tuple[Place, ...]
    opening: str
    now: str
    none: str
    being: str
    steady: tuple[str, ...]
    clauses: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    _by_word: Mapping[str, Word] = field(init=False, repr=False)
    _by_noun: Mapping[str, Word] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Know the words by their names and nouns; a feeling comes before a sensation of the same name."""
        words = [word for group in (*self.sensations, *self.feelings) for word in group.words]
        object.__setattr__(self, "_by_word", {word.word: word for word in words})
        object.__setattr__(self, "_by_noun", {word.noun: word for word in words if word.noun})

    def word(self, name: str) -> Word | None:
        """The word called so, by itself ("worried") or in the sentence ("worry"); None for one of the person's own."""
        return self._by_word.get(name) or self._by_noun.get(name)

    def is_noun(self, text: str) -> bool:
        """Whether a word of the lists is called so in the sentence."""
        return text in self._by_noun


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing: a word of the lists or of one's own; ``amount`` is the id of one, ``places`` are words of the list."""

    word: str
    amount: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noticing:
    """What was kept at one time."""

    id: str
    noticed: datetime
    sentence: str
    things: tuple[Noticed, ...]


def sentence(things: Sequence[Noticed], words: Vocabulary) -> str:
    """All of it in one sentence, in the order it was noticed in."""
    parts = [_part(thing, words) for thing in _once(things, words)]
    if not parts:
        return words.none
    end = "" if any(where(thing.places, words) for thing in things if thing.word.strip()) else f" {words.now}"
    return f"{words.opening} {joined(parts)}{end}."


def felt(chosen: Iterable[str], words: Vocabulary) -> str:
    """The words as they go on after "it makes sense that I feel"."""
    return joined(list(dict.fromkeys(_felt(word.strip(), words) for word in chosen if word.strip())))


def wants_steadying(chosen: Iterable[str], words: Vocabulary) -> bool:
    """Whether feet and room are offered before anything with pictures in it."""
    names = [name.strip().casefold() for name in chosen]
    return any(name in words.steady or getattr(words.word(name), "word", "") in words.steady for name in names)


def where(places: Sequence[str], words: Vocabulary) -> str:
    """ "in my chest and stomach, and on my skin"; places that stand after the same word share it."""
    known = [place for name in dict.fromkeys(places) for place in words.places if place.word == name]
    shared: dict[str, list[str]] = {}
    for place in known:
        shared.setdefault(place.before or f"={place.place}", []).append(place.place)
    return joined(
        [names[0] if before.startswith("=") else f"{before} {joined(names)}" for before, names in shared.items()]
    )


def _once(things: Sequence[Noticed], words: Vocabulary) -> Iterable[Noticed]:
    """Each word once, with all its places: "numb" is a feeling and a sensation. Blank ones are passed over."""
    found: dict[str, Noticed] = {}
    for thing in things:
        known = words.word(thing.word.strip())
        name = known.word if known else thing.word.strip()
        before = found.get(name, Noticed(name))
        if name:
            found[name] = Noticed(name, before.amount or thing.amount, before.places + thing.places)
    return found.values()


def _part(thing: Noticed, words: Vocabulary) -> str:
    word = words.word(thing.word)
    amount = next((one for one in words.amounts if one.id == thing.amount), None)
    said = word.said(amount, words.being) if word else _own(thing.word, amount, words)
    place = where(thing.places, words)
    return f"{said} {place}" if place else said


def _own(text: str, amount: Amount | None, words: Vocabulary) -> str:
    """As typed. "grief for my dog" takes its amount as "grief" does; to anything else it is added."""
    first, *_, last = text.casefold().split() * 2
    bare = not _is_sentence(text, words)
    led = bare and first in words.leads and first != text.casefold()
    if bare and not led and (words.is_noun(first) or last.endswith(words.endings)):
        return amount.noun.format(text) if amount else text
    said = text if led else _quoted(text)
    return amount.own.format(said) if amount else said


def _felt(text: str, words: Vocabulary) -> str:
    word = words.word(text)
    if word:
        return word.felt or word.word
    return _quoted(text) if _is_sentence(text, words) else text


def _is_sentence(text: str, words: Vocabulary) -> bool:
    first = text.split(maxsplit=1)[0].casefold()
    return any(mark in text for mark in STOPS) or (first in words.clauses and " " in text)


def _quoted(text: str) -> str:
    """In quotation marks, unless it was typed in some."""
    return text if len(text) > 1 and text[0] + text[-1] in QUOTED else f"“{text}”"
