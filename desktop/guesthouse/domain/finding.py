"""Finding a practice in the library: what is asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from guesthouse.domain.practice import Element, Practice, Sense, Step, Tone, without
from guesthouse.domain.sitting import NEW, Standing, Verdict
from guesthouse.domain.words import Query, Term, query_of, words_in

OTHERS_FIRST = 2  # so many other defusion practices come before a gated one


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person looks for. ``hidden`` shows those as well that suit them not: by their word, or by a sense."""

    text: str = ""
    element: Element | None = None
    most_minutes: int | None = None
    tone: Tone | None = None
    favourites: bool = False
    own: bool = False
    hidden: bool = False


def found(
    practices: Sequence[Practice], asked: Asked, standings: Mapping[str, Standing], off: Collection[Sense]
) -> list[Practice]:
    """The practices that are asked for, in the order they came in.

    Where a text is looked for, those come first that have all of it in their title, then those that have it there or in
    their purpose, then those that say it anywhere. Each word may go on: "sens" finds "sensation". Of a step that asks
    for a sense somebody does without, its other way is looked through.
    """
    query = query_of(asked.text)
    met: list[tuple[int, Practice]] = []
    for practice in practices:
        shown = without(practice, off) or practice
        rank = _rank(query, shown)
        if rank is not None and _fits(practice, asked, standings.get(practice.id, NEW)):
            ours = asked.hidden or without(practice, off) is not None
            if ours and open_to(practice, practices, standings):
                met.append((rank, practice))
    return [practice for _, practice in sorted(met, key=lambda each: each[0])]


def open_to(practice: Practice, practices: Sequence[Practice], standings: Mapping[str, Standing]) -> bool:
    """Whether it is shown at all: a gated one once two other defusion practices were finished, or it was itself.

    A practice and one's own versions of it count as one.
    """
    if not practice.gated:
        return True
    finished = {root(one) for one in practices if one.element is Element.DEFUSE and standings.get(one.id, NEW).done}
    return len(finished) >= OTHERS_FIRST or root(practice) in finished


def root(practice: Practice) -> str:
    """What a practice and one's own versions of it have in common: the id of the first."""
    return practice.original or practice.id


def _fits(practice: Practice, asked: Asked, standing: Standing) -> bool:
    return (
        (asked.hidden or standing.verdict is not Verdict.NO)
        and asked.element in (None, practice.element)
        and asked.tone in (None, practice.tone)
        and (asked.most_minutes is None or practice.minutes[0] <= asked.most_minutes)
        and (standing.favourite or not asked.favourites)
        and (practice.own or not asked.own)
    )


def _rank(query: Query, practice: Practice) -> int | None:
    """0, 1 or 2, from the title outward; None where some of it is nowhere."""
    left = query.terms
    for rank, texts in enumerate((_head(practice), _purpose(practice), _inside(practice))):
        words = [_words(text) for text in texts]
        left = tuple(term for term in left if not any(_meets(term, each) for each in words))
        if not left:
            return rank
    return None


def _head(practice: Practice) -> Iterator[str]:
    yield practice.title


def _purpose(practice: Practice) -> Iterator[str]:
    yield practice.purpose


def _inside(practice: Practice) -> Iterator[str]:
    yield practice.not_for
    for step in practice.steps:
        yield from _texts(step)


def _texts(step: Step) -> Iterator[str]:
    yield from (step.text, step.note, step.frame, step.sentence, *step.lines, *step.sliders)
    yield from (option.text for option in step.options)
    for card in step.cards:
        yield from (card.title, card.text)


def _meets(term: Term, words: Sequence[str]) -> bool:
    *before, last = term.words
    many = len(before)
    for at in range(len(words) - many):
        end = words[at + many]
        ends = end.startswith(last) if term.open else end == last
        if ends and list(words[at : at + many]) == before:
            return True
    return False


@lru_cache(maxsize=16_384)
def _words(text: str) -> tuple[str, ...]:
    return tuple(words_in(text))
