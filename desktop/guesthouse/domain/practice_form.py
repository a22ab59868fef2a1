"""A practice as plain lists and tables, as it is kept and exported, and back. What has its usual value is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any

from guesthouse.domain.practice import Element, Kind, Option, Practice, Sense, Step, Taste, Tone


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
        ValueError: it is not one.
    """
    try:
        made = {name: _known(Practice, name, value) for name, value in table.items()}
        minutes = tuple(table["minutes"])
        steps = tuple(step_of(step) for step in table["steps"])
        head = {"element": Element(table["element"]), "tone": Tone(table["tone"]), "minutes": minutes, "steps": steps}
        return Practice(**{**made, **head, "sources": tuple(table.get("sources", ()))})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no practice: {type(error).__name__}") from None


def step_of(table: Mapping[str, Any]) -> Step:
    """The step of a table.

    Raises:
        ValueError, TypeError, KeyError: it is not one.
    """
    made = {name: _known(Step, name, value) for name, value in table.items()}
    special: dict[str, Any] = {
        "kind": Kind(table.get("kind", Kind.READ)),
        "options": tuple(Option(**option) for option in table.get("options", ())),
        "cards": tuple(Taste(**card) for card in table.get("cards", ())),
        "needs": tuple(Sense(sense) for sense in table.get("needs", ())),
    }
    return Step(**{**made, **special})


def _plain_value(value: Any) -> Any:
    if isinstance(value, Step | Option | Taste):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain_value(one) for one in value]
    return str(value) if isinstance(value, str) else value


def _known(kind: type, name: str, value: Any) -> Any:
    if name not in {field.name for field in fields(kind)}:
        raise ValueError(f"no practice: {kind.__name__} has no such field")
    return tuple(value) if isinstance(value, Sequence) and not isinstance(value, str) else value
