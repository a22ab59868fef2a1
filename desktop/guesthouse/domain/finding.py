"""Finding a practice in the library: what is asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guesthouse.domain.practice import Element, Practice, Sense, Step, Tone, without
from guesthouse.domain.sitting import NEW, Standing, Verdict
from guesthouse.domain.words import Query, Term, query_of, words_in

Lines = dict[tuple[str, ...], str]
"""What was parted into words before. Whoever looks keeps it, and drops it with the practices: it holds own words."""

MOST_LINES = 8192

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
    practices: Sequence[Practice],
    asked: Asked,
    standings: Mapping[str, Standing],
    off: Collection[Sense],
    lines: Lines | None = None,
) -> list[Practice]:
    """The practices that are asked for, in the order they came in.

    Where a text is looked for, those come first that have all of it in their title, then those that have it there or in
    their purpose, then those that say it anywhere. Each word may go on: "sens" finds "sensation". Of a step that asks
    for a sense somebody does without, its other way is looked through. With the same ``lines`` each time the next
    letter is looked for at once.
    """
    lines = {} if lines is None else lines
    query = query_of(asked.text)
    met: list[tuple[int, Practice]] = []
    for practice in practices:
        if not (_fits(practice, asked, standings.get(practice.id, NEW)) and open_to(practice, practices, standings)):
            continue
        shown = without(practice, off) if off else practice
        rank = _rank(query, shown or practice, lines) if shown or asked.hidden else None
        if rank is not None:
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


def _rank(query: Query, practice: Practice, lines: Lines) -> int | None:
    """0, 1 or 2, from the title outward; None where some of it is nowhere."""
    left = query.terms
    for rank, texts in enumerate(((practice.title,), (practice.purpose,), _inside(practice))):
        line = _line(texts, lines)
        left = tuple(term for term in left if _sought(term) not in line)
        if not left:
            return rank
    return None


def _inside(practice: Practice) -> tuple[str, ...]:
    return (practice.not_for, *(text for step in practice.steps for text in _texts(step)))


def _texts(step: Step) -> Iterator[str]:
    yield from (step.text, step.note, step.frame, step.sentence, *step.lines, *step.sliders)
    yield from (option.text for option in step.options)
    for card in step.cards:
        yield from (card.title, card.text)


def _sought(term: Term) -> str:
    """As it stands in a line, where it is met."""
    return f" {' '.join(term.words)}{'' if term.open else ' '}"


def _line(texts: tuple[str, ...], lines: Lines) -> str:
    """The words of texts, one after the other; a phrase does not reach from one text into the next."""
    if texts not in lines:
        if len(lines) >= MOST_LINES:  # own practices were changed again and again
            lines.clear()
        lines[texts] = "".join(f" {' '.join(words_in(text))} \n" for text in texts)
    return lines[texts]
