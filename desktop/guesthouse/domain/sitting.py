"""A practice as somebody did it: how far, what was written, and what was said of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from guesthouse.domain.practice import Answer


class Named(Protocol):
    """What one sits down with: a practice, or an exercise."""

    @property
    def id(self) -> str:
        """What its sittings are found by."""

    @property
    def title(self) -> str:
        """What it is called now."""


class Verdict(StrEnum):
    """See this one again? ``NO`` hides it from suggestions until the person says otherwise."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Length(StrEnum):
    """How long one would like to stay: only reading the steps, a short visit, or a while."""

    LOOKING = "looking"
    SHORT = "short"
    LONG = "long"


class State(StrEnum):
    """How a sitting stands. One that was broken off by the end of the app is still going on."""

    GOING = "going"
    FINISHED = "finished"
    STOPPED = "stopped"


class Kept(StrEnum):
    """Where what was written is: here, in an entry of the journal, or nowhere."""

    HERE = "here"
    JOURNAL = "journal"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Sitting:
    """One time with one practice.

    ``title`` is what the practice was called then, ``step`` the one it stands at (from 0; as many as there are steps
    when only the ending is left). ``answers`` are as typed or chosen, by the keys of the steps. ``entry`` is the id of
    the journal's entry that has them, where ``kept`` is JOURNAL; they are on their way to it where it is still HERE.
    """

    id: str
    practice: str
    title: str
    began: datetime
    ended: datetime | None = None
    state: State = State.GOING
    step: int = 0
    kept: Kept = Kept.HERE
    entry: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a practice stands with the person. ``done`` is how often it was finished, ``last`` when it was sat with last.

    ``unwell`` is when it did not sit well the last time that was said.
    """

    verdict: Verdict | None = None
    favourite: bool = False
    done: int = 0
    last: datetime | None = None
    unwell: datetime | None = None


NEW = Standing()
"""Of a practice nobody has opened."""
