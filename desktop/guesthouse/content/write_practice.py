"""A practice as a file in the shape of those that come with the app, so that others can read it, correct it, use it."""

from __future__ import annotations

from typing import Any

from guesthouse.content.practice_steps import ANY, MAY, MUST
from guesthouse.domain.practice import Kind, Practice, Step
from guesthouse.domain.practice_form import plain


def text_of(practice: Practice, id_: str) -> str:
    """The whole text of the file; ``id_`` is its name without the ending. What is blank is left out.

    An own practice has no twin; what it came from stands in ``original``.
    """
    form = plain(practice)
    first, last = practice.minutes
    head: dict[str, Any] = {
        "id": id_,
        "title": practice.title,
        "element": form["element"],
        "minutes": first if first == last else [first, last],
        "tone": form["tone"],
        **{key: form[key] for key in ("playful", "gated", "original") if key in form},
        **({} if practice.own else {"twin": practice.twin}),
        **{key: form[key] for key in ("purpose", "not_for", "sources") if key in form},
    }
    tables = [_lines(head), *("[[step]]\n" + _lines(_step(step)) for step in practice.steps)]
    return "\n".join(tables)


def _step(step: Step) -> dict[str, Any]:
    """Its table, with what a step of its kind has."""
    form = {"kind": str(step.kind), **plain(step)}
    if step.other == step.text:  # what is said either way asks for no sense
        del form["other"]
        form.pop("needs", None)
    options = form.get("options", [])
    if step.kind is Kind.CHOOSE and _is_blank(options) and not step.kit:
        form["own"] = True
    if all(set(one) == {"text"} for one in options):
        form["options"] = [one["text"] for one in options]
    allowed = ANY | MUST[step.kind] | MAY.get(step.kind, set())
    return {key: value for key, value in form.items() if key in allowed}


def _lines(table: dict[str, Any]) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in table.items() if not _is_blank(value))


def _value(value: Any) -> str:
    if isinstance(value, list):
        there = [_value(one) for one in value if not _is_blank(one)]
        if any(isinstance(one, dict) for one in value):
            return "[\n" + "".join(f"    {one},\n" for one in there) + "]"
        return f"[{', '.join(there)}]"
    if isinstance(value, dict):
        pairs = (f"{key} = {_value(one)}" for key, one in value.items() if not _is_blank(one))
        return f"{{ {', '.join(pairs)} }}"
    return _literal(value)


def _literal(value: str | int) -> str:
    """A text, a number, true or false, as TOML has it."""
    import tomli_w  # needed by those who share a practice

    return tomli_w.dumps({"a": value}).removeprefix("a = ").removesuffix("\n")


def _is_blank(value: Any) -> bool:
    if isinstance(value, dict):
        return _is_blank(value["text"])
    if isinstance(value, list):
        return all(_is_blank(one) for one in value)
    return isinstance(value, str) and not value.strip()
