"""Reads one step of a practice. What may stand in it depends on its kind."""

from __future__ import annotations

import re
from typing import Any

from guesthouse.content.located import Located
from guesthouse.domain.practice import GAP, Kind, Option, Sense, Step, Taste

ANY = {"kind", "text", "note", "needs", "other"}
MUST: dict[Kind, set[str]] = {
    Kind.READ: set(),
    Kind.LOOK: {"seconds"},
    Kind.WORDS: {"words", "key"},
    Kind.PLACE: {"key"},
    Kind.LINE: {"key"},
    Kind.WRITE: {"key"},
    Kind.CHOOSE: {"key"},
    Kind.AMOUNT: {"key"},
    Kind.SENTENCE: {"sentence"},
    Kind.SHAPE: {"sliders"},
    Kind.CARDS: {"cards"},
    Kind.STEADY: {"lines"},
    Kind.EXERCISE: {"scene"},
}
MAY: dict[Kind, set[str]] = {
    Kind.READ: {"frame"},
    Kind.LOOK: {"frame", "lines"},
    Kind.LINE: {"frame", "shoulds", "copy"},
    Kind.WRITE: {"frame", "shoulds", "copy"},
    Kind.CHOOSE: {"options", "several", "own", "kit", "frame", "copy"},
    Kind.STEADY: {"seconds"},
    Kind.EXERCISE: {"carries", "key"},
    Kind.SHAPE: {"frame"},
}
LISTS = ("feelings", "sensations")
KITS = ("comforts", "words", "people")
SLIDERS = ("size", "room", "weight", "edge", "distance")
FLAGS = {"several", "own", "shoulds", "copy"}
TEXTS = {"note", "key", "frame", "words", "kit", "sentence", "scene", "carries", "other"}
CHOICES = {"words": LISTS, "kit": KITS, "sliders": SLIDERS, "needs": tuple(Sense)}
LONGEST = 600


def read_step(file: Located, number: int, raw: Any, known: set[str]) -> Step:
    """The ``number``-th step (from 0). ``known`` are the keys of the steps before it, which its gaps may use.

    Raises:
        WrongContent: with file, line and mistake.
    """
    reader = _Reader(file, number, raw if isinstance(raw, dict) else {})
    kind = reader.kind()
    reader.check_keys(kind)
    fields = {key: reader.value(key) for key in reader.raw if key not in ("kind", "text")}
    step = Step(kind=kind, text=reader.text("text"), **fields)
    if kind is Kind.CHOOSE and not step.options and not step.kit and not step.own:
        raise reader.wrong("there is nothing to choose from", "kind")
    if step.key and step.key in known:
        raise reader.wrong(f"{step.key} is the key of a step before", "key")
    if step.other == step.text:
        raise reader.wrong("the other way says the same", "other")
    _check_gaps(reader, step, known | {"noticing"})
    return step


def _check_gaps(reader: _Reader, step: Step, known: set[str]) -> None:
    """Every gap can be filled, and what looks like one is one."""
    own = {"key": f"{{{step.key}}}" if step.key else "", "carries": f"{{{step.carries}}}" if step.carries else ""}
    for name, template in {"frame": step.frame, "sentence": step.sentence, **own}.items():
        gaps = GAP.findall(template)
        if re.search("[{}]", GAP.sub("", template)) or (template and not gaps and name != "frame"):
            raise reader.wrong("a gap is {small_letters}", name)
        fillable = known if name in ("frame", "carries") else {*known, *step.keys}
        for gap in gaps:
            if gap not in fillable:
                raise reader.wrong(f"nothing before this step is called {gap}", name)


class _Reader:
    """One table, and where it stands."""

    def __init__(self, file: Located, number: int, raw: dict[str, Any]) -> None:
        self._file, self._number, self.raw = file, number, raw

    def wrong(self, mistake: str, key: str = "") -> Exception:
        return self._file.wrong(mistake, key, "step", self._number)

    def kind(self) -> Kind:
        value = self.raw.get("kind", "read")
        if value not in list(Kind):
            raise self.wrong(f"kind is one of {', '.join(Kind)}", "kind")
        return Kind(value)

    def check_keys(self, kind: Kind) -> None:
        for key in sorted(MUST[kind]):
            if key not in self.raw:
                raise self.wrong(f"a step of the kind {kind} needs {key}", "kind")
        for key in self.raw:
            if key not in ANY | MUST[kind] | MAY.get(kind, set()):
                raise self.wrong(f"a step of the kind {kind} has no {key}", key)

    def text(self, key: str) -> str:
        value = self.raw.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{key} is missing or empty", key)
        return value

    def value(self, key: str) -> Any:
        """The field ``key`` as the step has it."""
        if key in ("options", "cards"):
            return self._options() if key == "options" else self._cards()
        value = self.raw[key]
        if key in FLAGS and not isinstance(value, bool):
            raise self.wrong(f"{key} is true or false", key)
        if key == "seconds" and (type(value) is not int or not 0 < value <= LONGEST):
            raise self.wrong(f"seconds is a number up to {LONGEST}", key)
        if key in TEXTS:
            value = self.text(key)
        if key in ("lines", "sliders", "needs"):
            value = self._texts(key)
        if key in CHOICES:
            self._check_choice(key, value)
        return tuple(Sense(one) for one in value) if key == "needs" else value

    def _check_choice(self, key: str, value: Any) -> None:
        for one in (value,) if isinstance(value, str) else value:
            if one not in CHOICES[key]:
                raise self.wrong(f"{key} is of {', '.join(CHOICES[key])}", key)

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self.raw[key]
        if not isinstance(value, list) or not value or not all(isinstance(one, str) and one.strip() for one in value):
            raise self.wrong(f"{key} is a list of texts, and not empty", key)
        return tuple(value)

    def _options(self) -> tuple[Option, ...]:
        options = []
        for one in self.raw["options"] if isinstance(self.raw["options"], list) else [None]:
            table: dict[str, Any] = dict(one) if isinstance(one, dict) else {"text": one}
            needs = table.pop("needs", [])
            if not _all_texts(table) or not {"text"} <= set(table) <= {"text", "goes", "scene"}:
                form = '{ text = "…", goes = "…", scene = "…", needs = […] }'
                raise self.wrong(f"an option is a text, or {form}", "options")
            if not isinstance(needs, list) or not set(map(str, needs)) <= set(Sense):
                raise self.wrong(f"needs is of {', '.join(Sense)}", "options")
            options.append(Option(**table, needs=tuple(needs)))
        return tuple(options)

    def _cards(self) -> tuple[Taste, ...]:
        cards = []
        for one in self.raw["cards"] if isinstance(self.raw["cards"], list) else [None]:
            if not isinstance(one, dict) or not _all_texts(one) or set(one) != {"title", "text", "practice"}:
                raise self.wrong("a card has a title, a text and a practice", "cards")
            cards.append(Taste(**one))
        return tuple(cards)


def _all_texts(table: dict[str, Any]) -> bool:
    return all(isinstance(value, str) and value.strip() for value in table.values())
