"""The kinds of steps that a person can make, and how a step of one kind becomes one of another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from string import ascii_lowercase

from PySide6.QtCore import QCoreApplication

from guesthouse.domain.practice import Kind, Option, Step

FEELINGS, SENSATIONS = "feelings", "sensations"
ANSWERED = {Kind.LINE, Kind.WRITE, Kind.CHOOSE, Kind.WORDS, Kind.PLACE, Kind.AMOUNT}
TIMED = {Kind.LOOK, Kind.STEADY}
USUAL_SECONDS = 20
SECONDS = (10, 15, 20, 30, 45, 60, 90, 120, 180, 300)
FIXED = {Kind.SENTENCE, Kind.EXERCISE, Kind.SHAPE, Kind.CARDS}
"""Kinds that stay what they are in a copy."""


def kinds() -> list[tuple[str, str]]:
    """Those to choose from, with what they are called."""
    say = QCoreApplication.translate
    return [
        ("read", say("Practices", "Read")),
        ("look", say("Practices", "Look or rest a while")),
        ("line", say("Practices", "Write a line")),
        ("write", say("Practices", "Write freely")),
        ("choose", say("Practices", "Choose one")),
        ("words-feelings", say("Practices", "Pick feelings")),
        ("words-sensations", say("Practices", "Pick sensations")),
        ("place", say("Practices", "Pick a place in the body")),
        ("amount", say("Practices", "Say how much")),
        ("steady", say("Practices", "Feet and room")),
    ]


def fixed_kind(kind: Kind) -> str:
    """What a kind is called that stays as it is."""
    say = QCoreApplication.translate
    return {
        Kind.SENTENCE: say("Practices", "A sentence to finish"),
        Kind.EXERCISE: say("Practices", "Goes to the canvas"),
        Kind.SHAPE: say("Practices", "A shape to set"),
        Kind.CARDS: say("Practices", "Cards to open"),
    }[kind]


def kind_id(step: Step) -> str:
    """The kind of a step as the list above names it."""
    return f"words-{step.words or FEELINGS}" if step.kind is Kind.WORDS else str(step.kind)


def with_kind(step: Step, chosen: str, taken: Collection[str]) -> Step:
    """The step as one of another kind; ``taken`` are the names of answers that other steps have."""
    if chosen == kind_id(step):
        return step
    name, _, words = chosen.partition("-")
    kind = Kind(name)
    made = Step(text=step.text, kind=kind, note=step.note, needs=step.needs, other=step.other, words=words)
    if kind in ANSWERED:
        made = replace(made, key=step.key or new_key(taken))
    if kind in TIMED:
        made = replace(made, seconds=step.seconds or USUAL_SECONDS)
    if kind is Kind.STEADY:
        made = replace(made, lines=step.lines or usual_lines())
    if kind is Kind.CHOOSE:
        made = replace(made, options=step.options, several=step.several, own=True)
    return made


def new_key(taken: Collection[str]) -> str:
    """A name for an answer that no other step has."""
    letters = list(ascii_lowercase)
    names = (f"own_{first}{second}" for first in ["", *letters] for second in letters)
    return next(name for name in names if name not in taken)


def usual_lines() -> tuple[str, ...]:
    """What is said in a steady minute, until the person says it otherwise."""
    say = QCoreApplication.translate
    return (
        say("Practices", "Your feet are on something. Notice what it is."),
        say("Practices", "Look around, and name three things you see."),
    )


def options_of(lines: str, before: tuple[Option, ...]) -> tuple[Option, ...]:
    """One option a line. Where one leads, and what it needs, goes on with its words or, said otherwise, its place."""
    texts = [line.strip() for line in lines.split("\n") if line.strip()]
    by_text = {option.text: option for option in before}
    made = []
    for place, text in enumerate(texts):
        known = by_text.get(text) or (before[place] if len(texts) == len(before) else None)
        made.append(replace(known, text=text) if known is not None else Option(text))
    return tuple(made)


def lines_of(lines: str) -> tuple[str, ...]:
    """One text a line."""
    return tuple(line.strip() for line in lines.split("\n") if line.strip())
