"""A word exercise as plain facts: what it is called, what it is for, and every sentence it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guesthouse.domain.heavy_kinds import Kind

PREFIX = "ex-"
"""An exercise done on its own is kept as a sitting, under its id with this before it."""


@dataclass(frozen=True, slots=True)
class ExerciseText:
    """One exercise on one thought; its behaviour is a module of ``ui/exercises`` with the same name as its ``id``.

    ``acknowledging`` is said before anything else (clinical.md §1.2 no. 4). ``asks``: whether the thought is OK to
    play with is asked first (no. 5). ``gated``: hidden until two other exercises were done, and not again in the same
    visit of the app. ``practice`` is the id of the practice it belongs to ("" for none). ``moments`` are what is said
    while it goes on, in their order; ``lines`` are its other sentences, by name. ``refuses`` is what it never does.
    ``written`` names those of its answers that are the person's own words.
    """

    id: str
    title: str
    purpose: str
    minutes: tuple[int, int]
    acknowledging: str
    moments: tuple[str, ...]
    ending: str
    practice: str = ""
    not_for: str = ""
    asks: bool = True
    gated: bool = False
    lines: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    written: tuple[str, ...] = ()

    @property
    def sitting(self) -> str:
        """What its sittings are kept under."""
        return PREFIX + self.id

    @property
    def sat(self) -> Sat:
        """As what one sits down with."""
        return Sat(self.sitting, self.title)


@dataclass(frozen=True, slots=True)
class Sat:
    """What a sitting is with: its id and what it is called."""

    id: str
    title: str


LINE = "line"
"""The name under which a sitting with an exercise keeps the thought itself."""


LINES, TITLE, AS_THEME = "lines", "title", "as_theme"
"""Answers that the guest book may hear of: the lines of a theme, its title, and (YES) that it is to be kept there."""

YES = "yes"


@dataclass(frozen=True, slots=True)
class RunWords:
    """What is said around every exercise: before it, when it is left aside, and at its end."""

    size: str
    sting: str
    sting_note: str
    steady: str
    ask: str
    left: str
    left_note: str
    heavy_note: str
    refused: str
    refused_note: str
    self_refused: str
    self_note: str
    someone_refused: str
    someone_note: str
    danger_refused: str
    danger_note: str
    loss_refused: str
    loss_note: str
    event_refused: str
    event_note: str
    room: str
    room_note: str
    five: str
    along: str
    again: str
    one: str
    empty: str

    def refusal(self, kind: Kind | None) -> tuple[str, str]:
        """What is said where words stay as they are: they read like this kind, or (None) the person marked them."""
        said: dict[Kind | None, tuple[str, str]] = {
            Kind.SELF: (self.self_refused, self.self_note),
            Kind.SOMEONE: (self.someone_refused, self.someone_note),
            Kind.DANGER: (self.danger_refused, self.danger_note),
            Kind.LOSS: (self.loss_refused, self.loss_note),
            Kind.EVENT: (self.event_refused, self.event_note),
        }
        return said.get(kind, (self.refused, self.refused_note))


OTHER_WAYS = ("ack-noticing", "val-sense")
"""The practices that a thought leads to which is not one to play with: to acknowledge, and to validate."""

FEWEST_BEFORE = 2
"""So many others were finished before a gated one is offered."""


def finished_kinds(texts: Iterable[ExerciseText], practices: Mapping[str, str], done: Iterable[str]) -> frozenset[str]:
    """Which kinds of defusion were finished: an exercise and the practice it belongs to are one and the same.

    ``practices`` are the ids of all defusion practices, each with that of the one it was made from ("" for none);
    ``done`` is what was finished, practices and exercises alike.
    """
    same = {one: original or one for one, original in practices.items()}
    same |= {text.sitting: text.practice or text.sitting for text in texts}
    return frozenset(same[one] for one in done if one in same)


def opened(text: ExerciseText, kinds: frozenset[str]) -> bool:
    """Whether enough others were finished for this one to be offered."""
    return not text.gated or len(kinds - {text.practice or text.sitting}) >= FEWEST_BEFORE
