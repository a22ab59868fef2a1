"""A practice as plain lists and tables, as it is kept and exported, and back. What has its usual value is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from guesthouse.domain.kit import Shelf
from guesthouse.domain.practice import Element, Kind, Option, Practice, Sense, Step, Taste, Tone

T = TypeVar("T", Practice, Step, Option, Taste)

GONE = frozenset({"fixed"})
"""What a step had once and nothing asks for any more: practices that were kept with it are read without it."""

LONGEST = 24 * 60  # minutes
LONGEST_STEP = 60 * LONGEST  # seconds
SLIDERS = frozenset({"size", "room", "weight", "edge", "distance"})
USUAL: dict[type, dict[str, Any]] = {
    kind: {field.name: "" if field.default is MISSING else field.default for field in fields(kind)}
    for kind in (Practice, Step, Option, Taste)
}
"""Every field with its usual value; what has to be there and is no special one is a text."""


def plain(thing: Practice | Step | Option | Taste) -> dict[str, Any]:
    """The table of a practice, a step, an option or a card."""
    table: dict[str, Any] = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        if field.default is MISSING or value != field.default:
            table[field.name] = _plain_value(value)
    return table


def practice_of(table: Mapping[str, Any]) -> Practice:
    """The practice of a table that :func:`plain` has made.

    Raises:
        ValueError: it is not one. What stands in it is not told.
    """
    try:
        special = {
            "element": Element(table["element"]),
            "tone": Tone(table["tone"]),
            "minutes": _minutes(table["minutes"]),
            "steps": tuple(step_of(step) for step in _list(table["steps"])),
        }
        return _made(Practice, table, special)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"no practice: {type(error).__name__}") from None


def step_of(table: Mapping[str, Any]) -> Step:
    """The step of a table, and one that can be done.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: it is not one.
    """
    special: dict[str, Any] = {
        "kind": Kind(table.get("kind", Kind.READ)),
        "options": tuple(_option(option) for option in _list(table.get("options", []))),
        "cards": tuple(_made(Taste, card, {}) for card in _list(table.get("cards", []))),
        "needs": _needs(table),
    }
    step = _made(Step, {name: value for name, value in table.items() if name not in GONE}, special)
    if not _can_be_done(step):
        raise ValueError("this cannot be done")
    return step


def _can_be_done(step: Step) -> bool:
    """Whether there is all that its kind needs, and nothing that nobody knows."""
    known = SLIDERS.issuperset(step.sliders) and (not step.kit or step.kit in list(Shelf))
    needed = {Kind.SHAPE: bool(step.sliders), Kind.CARDS: bool(step.cards)}
    return known and needed.get(step.kind, True) and 0 <= step.seconds <= LONGEST_STEP


def _option(table: Mapping[str, Any]) -> Option:
    return _made(Option, table, {"needs": _needs(table)})


def _made(kind: type[T], table: Mapping[str, Any], special: Mapping[str, Any]) -> T:
    usual = USUAL[kind]
    values = dict(special)
    for name, value in table.items():
        if name not in usual:
            raise ValueError("there is no such field")
        if name not in special:
            values[name] = _like(usual[name], value)
    return kind(**values)


def _like(default: object, value: Any) -> Any:
    """The value, which is of the same kind as the usual one."""
    if isinstance(default, tuple):
        return tuple(_like("", one) for one in _list(value))
    if type(value) is not type(default):
        raise TypeError("it is of another kind")
    return value


def _minutes(value: Any) -> tuple[int, int]:
    first, last = value
    if type(first) is not int or type(last) is not int or not 0 < first <= last <= LONGEST:
        raise ValueError("these are no minutes")
    return first, last


def _needs(table: Mapping[str, Any]) -> tuple[Sense, ...]:
    return tuple(Sense(sense) for sense in _list(table.get("needs", [])))


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("it is no list")
    return value


def _plain_value(value: Any) -> Any:
    if isinstance(value, Step | Option | Taste):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain_value(one) for one in value]
    return str(value) if isinstance(value, str) else value
