"""A practice: a few small steps, one at a time, and what is answered in them.

An answer is what was typed, to the letter, or a list of what was chosen. No step needs one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from guesthouse.domain.listing import joined

Answer = str | list[str]
Answers = Mapping[str, Answer]

GAP = re.compile(r"\{([a-z_]+)\}")
FILLED = re.compile(GAP.pattern + "([.,]?)")
NOTHING = "…"
ENDS = ("!", "?", NOTHING)
MOST_STEPS = 40
"""So many steps an own practice has at most, on the screen as in a file."""


class Element(StrEnum):
    """What a practice is made of, in the order of the path for newcomers; then the two that may come at any time."""

    ACKNOWLEDGE = "acknowledge"
    VALIDATE = "validate"
    DEFUSE = "defuse"
    KINDNESS = "kindness"
    CONNECT = "connect"
    EXPLORE = "explore"


class Tone(StrEnum):
    """How warm the words are, the plainest first."""

    NEUTRAL = "neutral"
    GENTLE = "gentle"
    WARM = "warm"

    @property
    def rank(self) -> int:
        """0, 1 or 2."""
        return list(Tone).index(self)

    @property
    def below(self) -> Tone:
        """The next plainer tone; neutral has none below it."""
        return list(Tone)[max(0, self.rank - 1)]


class Sense(StrEnum):
    """What a person may want to do without, in the whole app (R8)."""

    TOUCH = "touch"
    BREATH = "breath"
    IMAGERY = "imagery"
    CLOSED_EYES = "closed-eyes"


class Kind(StrEnum):
    """What is done in a step."""

    READ = "read"
    LOOK = "look"
    WORDS = "words"
    PLACE = "place"
    LINE = "line"
    WRITE = "write"
    CHOOSE = "choose"
    AMOUNT = "amount"
    SENTENCE = "sentence"
    SHAPE = "shape"
    CARDS = "cards"
    STEADY = "steady"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class Option:
    """One of several to choose from. ``goes`` leads elsewhere: the id of a practice, or "start" for its first step.

    It is not there for somebody who does without one of the senses it ``needs``. ``scene`` is where a later step of the
    practice that goes to the canvas leads then.
    """

    text: str
    goes: str = ""
    needs: tuple[Sense, ...] = ()
    scene: str = ""

    def __post_init__(self) -> None:
        """Take the senses as they come from a file, too: as a list of texts."""
        object.__setattr__(self, "needs", tuple(Sense(one) for one in self.needs))


@dataclass(frozen=True, slots=True)
class Taste:
    """A card to open for half a minute; ``practice`` is the one that the answer is about."""

    title: str
    text: str
    practice: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step. Which of the fields after ``kind`` mean something depends on it.

    ``key`` names the answer; ``needs`` are senses the step asks for, and ``other`` is said instead where one of them is
    switched off. ``scene`` is one of the canvas, which is gone to with what ``carries`` names, or an exercise on it,
    which is done here; ``key`` names then what was written in it. ``seconds``: how long a timed step lasts in a short
    visit. ``shoulds``: a rule about oneself is written here and a later step puts a frame around it, so that none is
    offered beside the field.
    """

    text: str
    kind: Kind = Kind.READ
    note: str = ""
    key: str = ""
    frame: str = ""
    words: str = ""
    options: tuple[Option, ...] = ()
    several: bool = False
    own: bool = False
    kit: str = ""
    sentence: str = ""
    lines: tuple[str, ...] = ()
    sliders: tuple[str, ...] = ()
    cards: tuple[Taste, ...] = ()
    seconds: int = 0
    scene: str = ""
    carries: str = ""
    shoulds: bool = False
    copy: bool = False
    needs: tuple[Sense, ...] = ()
    other: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of everything that can be answered here."""
        return tuple(dict.fromkeys(GAP.findall(self.sentence))) if self.sentence else (self.key,) if self.key else ()


@dataclass(frozen=True, slots=True)
class Practice:
    """``minutes``: how long it takes, from and to. ``original`` is the id of what a person's own version came from.

    ``playful`` ones play with a thought and are asked about first; ``gated`` ones stay hidden until two other defusion
    exercises were done.
    """

    id: str
    title: str
    element: Element
    minutes: tuple[int, int]
    tone: Tone
    purpose: str
    steps: tuple[Step, ...]
    not_for: str = ""
    twin: str = ""
    sources: tuple[str, ...] = ()
    playful: bool = False
    gated: bool = False
    own: bool = False
    original: str = ""


def without(practice: Practice, off: Collection[Sense]) -> Practice | None:
    """The practice for somebody who does without these senses; None where a step knows no other way.

    A step of an own practice that has no text yet is passed over.
    """
    steps = []
    for step in practice.steps:
        if not step.text.strip():
            continue
        if set(step.needs).intersection(off):
            if not step.other:
                return None
            step = replace(step, text=step.other, note="", needs=())
        left = tuple(option for option in step.options if not set(option.needs).intersection(off))
        if step.options and not left and not step.own and not step.kit:
            return None
        steps.append(replace(step, options=left))
    return replace(practice, steps=tuple(steps))


def ready(practice: Practice) -> bool:
    """Whether it has what it takes to be started, or handed on: a title, and a step that says something."""
    return bool(practice.title.strip()) and any(step.text.strip() for step in practice.steps)


def said(answer: Answer) -> str:
    """An answer as one text: a list as "a, b and c"."""
    return answer if isinstance(answer, str) else joined(answer)


def filled(template: str, answers: Answers, say: Callable[[Answer], str] = said) -> str:
    """The template with what was answered in its gaps, to the letter; an ellipsis stands where nothing was.

    A full stop or comma that was typed gives way where the template goes on with its own, and the template's full stop
    to a question mark or the like.
    """

    def fill(gap: re.Match[str]) -> str:
        text, mark = say(answers.get(gap[1], "")), gap[2]
        text = (text.rstrip(" .,;:") if mark else text).strip() or NOTHING
        return text if mark == "." and text.endswith(ENDS) else text + mark

    return FILLED.sub(fill, template)


def written(practice: Practice, answers: Answers, say: Callable[[Answer], str] = said) -> list[tuple[str, str]]:
    """What was asked and what was answered, in the order of the steps; steps without an answer are left out."""
    found: list[tuple[str, str]] = []
    for step in practice.steps:
        if not any(said(answers.get(key, "")).strip() for key in step.keys):
            continue
        text = filled(step.sentence, answers, say) if step.sentence else say(answers.get(step.key, ""))
        found.append((step.text, text))
    return found
