"""What is carried from one room of the window to another."""

from __future__ import annotations

from dataclasses import dataclass, field

from guesthouse.domain.practice import Answers
from guesthouse.domain.sitting import Length


@dataclass(frozen=True, slots=True)
class Start:
    """To Practices: this practice is to be done now, with what is known already filled in.

    ``sitting`` is the id of one that was broken off and is taken up again.
    """

    practice: str
    answers: Answers = field(default_factory=dict)
    length: Length = Length.SHORT
    sitting: str | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """To Practices: this one is to be looked at."""

    practice: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """To Journal: a new entry that carries what it is about. ``practice`` is an id."""

    title: str = ""
    text: str = ""
    noticing: str = ""
    practice: str | None = None


@dataclass(frozen=True, slots=True)
class Reopen:
    """To Journal: the entry with this id is written on."""

    entry: str


@dataclass(frozen=True, slots=True)
class Watch:
    """To Visitors: these words come in (where there are any), and a practice waits for the way back.

    ``scene`` is the id of one to watch in; what the person has chosen holds again later.
    """

    words: str = ""
    scene: str = ""


@dataclass(frozen=True, slots=True)
class Take:
    """To the word exercises: these words are to be looked at, in the exercise with this id where one is named.

    Without ``keep`` they are not to be written down.
    """

    words: str = ""
    exercise: str = ""
    keep: bool = True


@dataclass(frozen=True, slots=True)
class Begun:
    """To the first room: somebody has come in for the first time, and one small thing to do is shown."""


CORNER = "corner"
"""Where a :class:`Carry` goes: no page, but a corner of the window."""


@dataclass(frozen=True, slots=True)
class Carry:
    """To the corner of the window: these words come along on a card, over whatever room is open."""

    words: str
