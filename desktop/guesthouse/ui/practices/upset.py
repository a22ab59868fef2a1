"""What happens after "That didn't sit well"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from guesthouse.domain.practice import Practice, Sense, Tone
from guesthouse.domain.sitting import State
from guesthouse.domain.suggestion import gentler
from guesthouse.ui.parts.unasked import practices_unasked
from guesthouse.ui.practices.keeping import Keeping
from guesthouse.ui.practices.unwell import Minute, Plainer

if TYPE_CHECKING:
    from guesthouse.house import House


class Upset:
    """It is written down at once, so that it holds also for somebody who leaves during the minute."""

    def __init__(self, minute: Minute, plainer: Plainer, keeping: Keeping, clock: Callable[[], datetime]) -> None:
        """``keeping`` has the sitting that is broken off."""
        self._minute, self._plainer, self._keeping, self._clock = minute, plainer, keeping, clock
        self._before = Tone.NEUTRAL

    def begin(self, house: House, practice: Practice) -> None:
        """The sitting ends, plainer ones are suggested from now on, and the minute begins."""
        self._keeping.end(State.STOPPED)
        self._before = house.wishes.tones().of(practice.element)
        self._keeping.attempt(partial(house.sittings.unwell, practice.id))
        self._keeping.attempt(partial(house.wishes.lower_tone, practice.element, practice.tone))
        self._minute.begin(practice, touch=Sense.TOUCH not in house.wishes.off())

    def offer(self, house: House, practice: Practice) -> None:
        """Something gentler; that plainer ones are suggested from now on is said where warmer ones were."""
        tones = house.wishes.tones()
        suggestion = gentler(
            practices_unasked(house),
            house.practices.standings(),
            tones,
            house.wishes.off(),
            self._clock().date(),
            than=practice,
        )
        plainer = tones.of(practice.element).rank < self._before.rank
        self._plainer.begin(suggestion.practice if suggestion is not None else None, plainer=plainer)
