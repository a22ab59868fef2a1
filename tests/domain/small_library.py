"""A library as small as can be, the day it is, and how practices may stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from guesthouse.domain.practice import Element, Practice, Step, Tone
from guesthouse.domain.sitting import Standing, Verdict
from guesthouse.domain.tones import Tones

TODAY = date(2026, 3, 12)
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
assert TODAY.toordinal() % 3 == 1, "a day on which what is liked best comes first"
PLAIN, GENTLE, WARM = Tones(), Tones(Tone.GENTLE), Tones(Tone.WARM)


def one(id_: str, minutes: int | tuple[int, int], tone: str = "neutral", **more: object) -> Practice:
    """A practice of the element that its id begins with."""
    begins = id_.partition("-")[0]
    element = next(element for element in Element if element.value.startswith(begins))
    pair = (minutes, minutes) if isinstance(minutes, int) else minutes
    return replace(Practice(id_, id_, element, pair, Tone(tone), "", (Step("Look."),)), **more)  # type: ignore[arg-type]


LIBRARY = (
    one("ack-feet", (1, 2)),
    one("ack-noticing", 2),
    one("ack-body", 3),
    one("ack-room", 4, "gentle"),
    one("val-sense", 3),
    one("val-rule", 4),
    one("val-slip", 1, "gentle"),
    one("def-ladder", 2),
    one("def-title", 2),
    one("def-drift", (3, 5)),
    one("def-noted", 1, "gentle"),
    one("def-ball", 1, playful=True),
    one("def-loop", 1, playful=True, gated=True),
    one("kind-chair", 2, twin="kind-hand"),
    one("kind-useful", 2),
    one("kind-fair", 3),
    one("kind-friend", 4, "gentle"),
    one("kind-hand", 2, "warm", twin="kind-chair"),
    one("kind-letter", 10, "warm", twin="kind-reference"),
    one("kind-reference", 10, twin="kind-letter"),
    one("con-reach", 3),
    one("con-others", 3, "gentle"),
    one("exp-dates", 3),
    one("exp-worry", 5),
)
BY_ID = {practice.id: practice for practice in LIBRARY}
IDS = [practice.id for practice in LIBRARY]

YES = Standing(verdict=Verdict.YES)
MAYBE = Standing(verdict=Verdict.MAYBE)
NO = Standing(verdict=Verdict.NO)


def done(days: float = 30, **more: object) -> Standing:
    """Finished once, so many days ago."""
    return replace(Standing(done=1, last=NOON - timedelta(days=days)), **more)  # type: ignore[arg-type]


def shaken(days: float, **more: object) -> Standing:
    """It did not sit well, so many days ago."""
    when = NOON - timedelta(days=days)
    return replace(Standing(last=when - timedelta(minutes=5), unwell=when), **more)  # type: ignore[arg-type]


WALKED = {id_: done(30) for id_ in ("ack-noticing", "val-sense", "def-ladder", "kind-chair")}
"""The path was walked once; nothing was said of it."""
