"""A word exercise as plain facts: what it is called, what it is for, and every sentence it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PREFIX = "ex-"
"""An exercise done on its own is kept as a sitting, under its id with this before it."""


@dataclass(frozen=True, slots=True)
class ExerciseText:
    """One exercise on one thought; its behaviour is a module of ``ui/exercises`` with the same name as its ``id``.

    ``acknowledging`` is said before anything else (clinical.md §1.2 no. 4). ``asks``: whether the thought is OK to
    play with is asked first (no. 5). ``gated``: hidden until two other exercises were done, and not again in the same
    visit of the app. ``practice`` is the id of the practice it belongs to ("" for none). ``moments`` are what is said
    while it goes on, in their order; ``lines`` are its other sentences, by name. ``refuses`` is what it never does.
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

    @property
    def sitting(self) -> str:
        """What its sittings are kept under."""
        return PREFIX + self.id
