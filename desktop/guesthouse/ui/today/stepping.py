"""Which small step lies on the card, and what its buttons do. It changes only by them, or when a practice was done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guesthouse.domain.errand import Start
from guesthouse.domain.sitting import Sitting
from guesthouse.errors import Trouble
from guesthouse.ui.parts.unasked import practices_unasked
from guesthouse.ui.practices.facts import title_of
from guesthouse.ui.today.step_card import StepCard

if TYPE_CHECKING:
    from guesthouse.domain.practice import Practice
    from guesthouse.domain.suggestion import Suggestion
    from guesthouse.house import House

PRACTICES = "practices"


class Stepping(QObject):
    """``carried`` goes to the practices; ``origin`` is who changes sittings by this."""

    carried = Signal(str, object)
    wanted = Signal(str)

    def __init__(self, card: StepCard, clock: Callable[[], datetime], origin: object) -> None:
        """Nothing is suggested yet."""
        super().__init__()
        self.card, self._clock, self._origin = card, clock, origin
        self._house: House | None = None
        self._suggestion: Suggestion | None = None
        self._sitting: Sitting | None = None
        self._passed: set[str] = set()
        self._known: object = None
        self._resting: date | None = None
        card.tried.connect(self._try)
        card.gentler_asked.connect(self._gentler)
        card.passed.connect(self._not_now)
        card.wanted_after_all.connect(self._after_all)
        card.library_asked.connect(lambda: self.wanted.emit(PRACTICES))
        card.broken_off.go_on_asked.connect(self._go_on)
        card.broken_off.leave_asked.connect(self._leave)

    def welcome(self, house: House) -> None:
        """Suggest from this house's practices, once :meth:`look` is called."""
        self._house, self._known = house, None
        self._resting = house.wishes.not_now()

    def let_go(self) -> None:
        """Hold nothing that was read."""
        self._house = self._suggestion = self._sitting = self._known = None
        self._passed.clear()
        self.card.forget()

    def look(self) -> None:
        """See whether there is another step to suggest: on another day, or after something was done or chosen."""
        if self._house is None:
            return
        self._look_for_broken_off(self._house)
        if self._state(self._house) == self._known:
            return
        today = self._clock().date()
        if self._resting != today:
            self._resting = None
            self._passed.clear()
        self._suggest(self._house)

    def _state(self, house: House) -> object:
        """What a suggestion rests on, without what one only marks or opens in passing."""
        standings = house.practices.standings()
        told = {one: (how.done, how.unwell, how.verdict) for one, how in standings.items()}
        done = {one: facts for one, facts in told.items() if any(facts)}
        ours = self._suggestion.practice.id if self._suggestion is not None else ""
        there = next((one for one in house.practices.all() if one.id == ours), None)
        return self._clock().date(), done, house.wishes.tones(), house.wishes.off(), there

    def _suggest(self, house: House) -> None:
        from guesthouse.domain.suggestion import suggest  # not needed before the first paint

        practices, standings = practices_unasked(house), house.practices.standings()
        tones, off, today = house.wishes.tones(), house.wishes.off(), self._clock().date()
        self._suggestion = suggest(practices, standings, tones, off, today, passed=self._passed)
        self._show()

    def _show(self) -> None:
        if self._resting is None:
            self.card.suggest(self._suggestion)
        else:
            self.card.rest(self.card.tr("Not now is fine. The practices stay where they are."))
        if self._house is not None:
            self._known = self._state(self._house)

    def _look_for_broken_off(self, house: House) -> None:
        self._sitting = house.sittings.going()
        practice = house.practices.one(self._sitting.practice) if self._sitting is not None else None
        if self._sitting is None or practice is None:
            self._sitting = None
            self.card.broken_off.hide()
            return
        title = " ".join(self._sitting.title.split()) or title_of(practice)
        if practice.own and not house.heavy.may_come_unasked(title):
            title = self.card.tr("a practice of your own")
        self.card.broken_off.show_place(title, self._sitting.step, len(practice.steps))

    # --------------------------------------------------------------------------------------------- what one does

    def _try(self) -> None:
        if self._suggestion is not None:
            self.carried.emit(PRACTICES, Start(self._suggestion.practice.id))

    def _gentler(self) -> None:
        house, before = self._house, self._suggestion
        if house is None or before is None:
            return
        found = self._gentler_than(house, before.practice)
        if found is None:
            self.card.say(self.card.tr("There is nothing gentler today. No step at all is fine too."))
            return
        self._passed.add(before.practice.id)
        self._suggestion = found
        self._show()
        self.card.announce()

    def _gentler_than(self, house: House, than: Practice) -> Suggestion | None:
        from guesthouse.domain.suggestion import gentler

        practices, standings = practices_unasked(house), house.practices.standings()
        tones, off, today = house.wishes.tones(), house.wishes.off(), self._clock().date()
        passed = {*self._passed, than.id}
        return gentler(practices, standings, tones, off, today, than=than, passed=passed)

    def _not_now(self) -> None:
        self._rest(self._clock().date())
        self._show()
        self.card.begin()

    def _after_all(self) -> None:
        self._rest(None)
        if self._house is not None:
            self._suggest(self._house)
        self.card.begin()

    def _rest(self, day: date | None) -> None:
        self._resting = day
        if self._house is not None:
            with suppress(Trouble):  # then it holds until the app closes
                self._house.wishes.say_not_now(day, origin=self._origin)

    def _go_on(self) -> None:
        if self._sitting is not None:
            self.carried.emit(PRACTICES, Start(self._sitting.practice, sitting=self._sitting.id))

    def _leave(self) -> None:
        if self._house is not None and self._sitting is not None:
            self._house.sittings.stop(self._sitting.id, origin=self._origin)
            self._look_for_broken_off(self._house)
            self.card.begin()
