"""What a person wishes for in the practices: how warm they may be, and which senses they do without."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from guesthouse.domain.practice import Element, Sense, Tone
from guesthouse.domain.tones import Tones, plainer
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.storage.wishes import WishStore

TONE = "tone"
OFF = "off"
NOT_NOW = "not-now"


class Wishes:
    """The verbs of wishing. What they raise is trouble with the file."""

    def __init__(self, *, wishes: WishStore, changes: ChangeLog, clock: Callable[[], datetime]) -> None:
        """As they were left."""
        self._wishes, self._changes, self._clock = wishes, changes, clock

    def tones(self) -> Tones:
        """How warm practices may be: in general, and for elements in which a warmer one did not sit well."""
        kept = self._wishes.all()
        lower = {element: _tone(kept.get(f"{TONE}-{element}")) for element in Element}
        return Tones(_tone(kept.get(TONE)) or Tone.NEUTRAL, {one: tone for one, tone in lower.items() if tone})

    def set_tone(self, tone: Tone, *, origin: object | None = None) -> None:
        """The person has chosen a tone for everything: the lower ones of single elements are given up."""
        self._keep({TONE: str(tone), **{f"{TONE}-{element}": "" for element in self.tones().lower}}, origin)

    def lower_tone(self, element: Element, tone: Tone, *, origin: object | None = None) -> Tone:
        """One step plainer than ``tone`` in this element from now on, and never warmer than before; returns which."""
        lower = plainer(tone.below, self.tones().of(element))
        self._keep({f"{TONE}-{element}": str(lower)}, origin)
        return lower

    def off(self) -> frozenset[Sense]:
        """The senses that are switched off for the whole app."""
        kept = self._wishes.all()
        return frozenset(sense for sense in Sense if kept.get(f"{OFF}-{sense}") == "yes")

    def switch(self, sense: Sense, *, off: bool, origin: object | None = None) -> None:
        """Do without a sense, or have it again."""
        self._keep({f"{OFF}-{sense}": "yes" if off else ""}, origin)

    def not_now(self) -> date | None:
        """The day on which the person wanted no step suggested, the last time that was said."""
        try:
            return date.fromisoformat(self._wishes.all().get(NOT_NOW, ""))
        except ValueError:
            return None

    def say_not_now(self, day: date | None, *, origin: object | None = None) -> None:
        """No step on this day; None takes it back."""
        self._keep({NOT_NOW: "" if day is None else day.isoformat()}, origin)

    def _keep(self, values: dict[str, str], origin: object | None) -> None:
        self._wishes.keep(values, self._clock())
        self._changes.tell(Changes(wishes=True, origin=origin))


def _tone(kept: str | None) -> Tone | None:
    """The tone that was kept, if it is one."""
    return Tone(kept) if kept in list(Tone) else None
