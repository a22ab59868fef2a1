"""What a person notices, and the sentence that says so in plain English.

"I am noticing a trace of worry and tightness in my chest." Words from the lists are bent to fit; words of one's own
stand as they were typed, in quotation marks where they are a sentence by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from guesthouse.domain.listing import joined

ENDS = ".!?…"


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
    """How much; a pattern for each way in which a word can stand in the sentence."""

    id: str
    title: str
    noun: str
    state: str
    doing: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the body; ``before`` is "in my", "on my", or nothing."""

    word: str
    place: str
    before: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """The lists and what holds the sentence together. ``steady`` are the words after which feet and room come first."""

    feelings: tuple[Group, ...]
    sensations: tuple[Group, ...]
    amounts: tuple[Amount, ...]
    places: tuple[Place, ...]
    opening: str
    now: str
    none: str
    being: str
    steady: tuple[str, ...]
    clauses: frozenset[str]
    _by_word: Mapping[str, Word] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Know the words by their names; a feeling comes before a sensation of the same name."""
        groups = (*self.sensations, *self.feelings)
        object.__setattr__(self, "_by_word", {word.word: word for group in groups for word in group.words})

    def word(self, name: str) -> Word | None:
        """The word called so, or None where it is one of the person's own."""
        return self._by_word.get(name)


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
    parts = [_part(thing, words) for thing in things if thing.word.strip()]
    if not parts:
        return words.none
    end = "" if any(thing.places for thing in things) else f" {words.now}"
    return f"{words.opening} {joined(parts)}{end}."


def felt(chosen: Iterable[str], words: Vocabulary) -> str:
    """The words as they go on after "it makes sense that I feel"."""
    return joined([_felt(word, words) for word in chosen if word.strip()])


def wants_steadying(chosen: Iterable[str], words: Vocabulary) -> bool:
    """Whether feet and room are offered before anything with pictures in it."""
    return any(word.strip().casefold() in words.steady for word in chosen)


def where(places: Sequence[str], words: Vocabulary) -> str:
    """ "in my chest and stomach and on my skin"; places that stand after the same word share it."""
    known = [place for name in places for place in words.places if place.word == name]
    shared: dict[str, list[str]] = {}
    for place in known:
        shared.setdefault(place.before or f"={place.place}", []).append(place.place)
    return joined(
        [names[0] if before.startswith("=") else f"{before} {joined(names)}" for before, names in shared.items()]
    )


def _part(thing: Noticed, words: Vocabulary) -> str:
    word = words.word(thing.word)
    amount = next((one for one in words.amounts if one.id == thing.amount), None)
    said = word.said(amount, words.being) if word else _own(thing.word, words)
    place = where(thing.places, words)
    return f"{said} {place}" if place else said


def _own(text: str, words: Vocabulary) -> str:
    """As typed; what is a sentence by itself stands in quotation marks."""
    bare = text.strip()
    first = bare.split(maxsplit=1)[0].casefold() if bare else ""
    a_sentence = "\n" in bare or any(mark in bare for mark in ENDS + ",;:") or (first in words.clauses and " " in bare)
    return f"“{bare}”" if a_sentence else bare


def _felt(text: str, words: Vocabulary) -> str:
    word = words.word(text)
    return _own(text, words) if word is None else word.felt or word.word
