"""Reads the practices, one file each, and says on which line one is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from guesthouse.content.located import Located
from guesthouse.content.practice_steps import read_step
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.practice import GAP, MOST_STEPS, Element, Practice, Step, Tone

E = TypeVar("E", bound=StrEnum)

TEXTS = ("id", "title", "purpose")
MAYBE = ("not_for", "twin", "playful", "gated")
HEAD = {*TEXTS, *MAYBE, "element", "tone", "minutes", "sources", "step"}
FEWEST, MOST = 3, 6
LONGEST = 60
ORIGINAL = "original"
START = "start"


def load_practices(folder: Path, language: str) -> tuple[Practice, ...]:
    """Every ``*.toml`` in ``folder``/``language``, in the order of elements and, within one, of tone and length.

    Raises:
        WrongContent: a file is wrong, or the practice it names is not there; file and line are named.
    """
    files = sorted((folder / language).glob("*.toml"))
    if not files:
        raise WrongContent(f"{folder.name}/{language}: there are no practices")
    read = [(Located(file), file.stem) for file in files]
    practices = [_practice(located, stem) for located, stem in read]
    _check_together(practices, [located for located, _ in read])
    order = list(Element)
    return tuple(sorted(practices, key=lambda one: (order.index(one.element), one.tone.rank, one.minutes, one.title)))


def load_one(path: Path) -> Practice:
    """One file by itself, as a person has it: with any name and as many steps as they like, no sources, and gaps that
    nothing fills. It may say which practice it came from (``original``), and one that is not finished has no title yet.

    Raises:
        WrongContent: it is wrong, or is no such file; file and line are named.
    """
    file = Located(path)
    _check_names(file, {*HEAD, ORIGINAL})
    sources = _sources(file) if "sources" in file.raw else ()
    made = _made(file, _maybe_text(file, "id"), _maybe_text(file, "title"), sources, _own_steps(file))
    return replace(made, original=_maybe_text(file, ORIGINAL))


def _practice(file: Located, stem: str) -> Practice:
    _check_names(file, HEAD)
    texts = {key: _text(file, key) for key in TEXTS}
    if texts["id"] != stem:
        raise file.wrong(f"the id {texts['id']} is not the file's name", "id")
    return _made(file, stem, texts["title"], _sources(file), _steps(file))


def _made(file: Located, id_: str, title: str, sources: tuple[str, ...], steps: tuple[Step, ...]) -> Practice:
    return Practice(
        id=id_,
        title=title,
        purpose=_maybe_text(file, "purpose"),
        not_for=_maybe_text(file, "not_for"),
        twin=_maybe_text(file, "twin"),
        playful=_flag(file, "playful"),
        gated=_flag(file, "gated"),
        element=_one_of(file, "element", Element),
        tone=_one_of(file, "tone", Tone),
        minutes=_minutes(file),
        sources=sources,
        steps=steps,
    )


def _check_names(file: Located, known: set[str]) -> None:
    for key, value in file.raw.items():
        if key not in known:
            heads = isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))
            raise file.wrong(f"there is no such thing as {key}", *(("", key) if heads else (key,)))


def _maybe_text(file: Located, key: str) -> str:
    return _text(file, key) if key in file.raw else ""


def _text(file: Located, key: str) -> str:
    value = file.raw.get(key)
    if not isinstance(value, str) or not value.strip():
        raise file.wrong(f"{key} is missing or empty", key)
    return value


def _flag(file: Located, key: str) -> bool:
    value = file.raw.get(key, False)
    if not isinstance(value, bool):
        raise file.wrong(f"{key} is true or false", key)
    return value


def _one_of(file: Located, key: str, kind: type[E]) -> E:
    value = file.raw.get(key)
    if value not in list(kind):
        raise file.wrong(f"{key} is one of {', '.join(kind)}", key)
    return kind(value)


def _minutes(file: Located) -> tuple[int, int]:
    value: Any = file.raw.get("minutes")
    pair = value if isinstance(value, list) else [value, value]
    if len(pair) != 2 or not all(type(one) is int and 0 < one <= LONGEST for one in pair) or pair[0] > pair[1]:
        raise file.wrong("minutes is a number, or two in brackets as in [1, 2]", "minutes")
    return pair[0], pair[1]


def _sources(file: Located) -> tuple[str, ...]:
    value = file.raw.get("sources")
    if not isinstance(value, list) or not value or not all(isinstance(one, str) and one.strip() for one in value):
        raise file.wrong("sources is a list of texts, and not empty", "sources")
    return tuple(value)


def _steps(file: Located) -> tuple[Step, ...]:
    raw: Any = file.raw.get("step")
    if not isinstance(raw, list) or not FEWEST <= len(raw) <= MOST:
        place = ("step",) if not isinstance(raw, list) else ("", "step")
        raise file.wrong(f"a practice has {FEWEST} to {MOST} steps", *place)
    known: list[Step] = []
    for number, one in enumerate(raw):
        known.append(read_step(file, number, one, {key for step in known for key in step.keys}))
    return tuple(known)


def _own_steps(file: Located) -> tuple[Step, ...]:
    """The steps of somebody who has taken some out and moved others: what a gap names need not be there."""
    raw: Any = file.raw.get("step")
    if not isinstance(raw, list) or not 0 < len(raw) <= MOST_STEPS:
        raise file.wrong(f"a practice has 1 to {MOST_STEPS} steps, each under [[step]]", "step")
    tables = [one if isinstance(one, dict) else {} for one in raw]
    templates = [str(one.get(name, "")) for one in tables for name in ("frame", "sentence")]
    named = {*GAP.findall(" ".join(templates)), *(str(one.get("carries", "")) for one in tables)}
    known: set[str] = set()
    steps = []
    for number, one in enumerate(raw):
        own = {str(tables[number].get("key", ""))}
        steps.append(read_step(file, number, one, known | (named - own)))
        known |= {*steps[-1].keys}
    return tuple(steps)


def _check_together(practices: list[Practice], files: list[Located]) -> None:
    """What can only be seen across the files."""
    by_id = {one.id: one for one in practices}
    for practice, file in zip(practices, files, strict=True):
        _check_twin(practice, file, by_id)
        for number, id_ in _leads_to(practice):
            if id_ not in by_id:
                raise file.wrong(f"there is no practice {id_}", "", "step", number)


def _check_twin(practice: Practice, file: Located, by_id: dict[str, Practice]) -> None:
    if practice.tone is Tone.WARM and not practice.twin:
        raise file.wrong("a warm practice names its neutral twin", "tone")
    if not practice.twin:
        return
    twin = by_id.get(practice.twin)
    if twin is None:
        raise file.wrong(f"there is no practice {practice.twin}", "twin")
    if twin is practice or twin.twin != practice.id or Tone.NEUTRAL not in (practice.tone, twin.tone):
        raise file.wrong("twins name each other, and one of them is neutral", "twin")


def _leads_to(practice: Practice) -> Iterable[tuple[int, str]]:
    """The practices that its steps lead to, each with the number of the step."""
    for number, step in enumerate(practice.steps):
        yield from ((number, option.goes) for option in step.options if option.goes and option.goes != START)
        yield from ((number, card.practice) for card in step.cards)
