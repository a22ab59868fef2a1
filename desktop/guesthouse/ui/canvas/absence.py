"""Those who are put away while the house is locked: ids and lanes are kept of them, and no word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from guesthouse.domain.visit import Arrival
from guesthouse.ui.canvas.callers import Caller, Callers
from guesthouse.ui.canvas.conductor import Conductor


@dataclass(frozen=True, slots=True)
class Absent:
    """One of them: ``id`` names its visitor in the simulation, ``visit_id`` its visit, if it was written down."""

    id: int
    visit_id: str | None
    lane: str


def _none(words: str) -> bool:
    return False


class Absence:
    """A locked hour on a stage: nobody is in its list or picture, and its time stands."""

    def __init__(
        self,
        callers: Callers,
        conductor: Conductor,
        *,
        put_away: Callable[[], None],
        settle: Callable[[], None],
        look: Callable[[], None],
    ) -> None:
        """Everybody is there. ``put_away`` takes words and pictures off the stage, ``settle`` ends what fades,
        ``look`` asks whether the stage can be seen.
        """
        self._callers, self._conductor, self._settle = callers, conductor, settle
        self._put_away, self._look = put_away, look
        self._absent: list[Absent] | None = None

    @property
    def lasts(self) -> bool:
        """Whether they are put away now."""
        return self._absent is not None

    @property
    def visits(self) -> list[str]:
        """The ids of the visits of those who are put away."""
        return [one.visit_id for one in self._absent or () if one.visit_id is not None]

    def begin(self) -> None:
        """The house is locked; doing it again changes nothing."""
        here = [Absent(caller.id, caller.visit_id, caller.lane) for caller in self._callers.everyone()]
        self._absent = [*(self._absent or ()), *here]
        self._conductor.set_shown(False)
        self._put_away()

    def end(self, arrivals: Iterable[Arrival], stays_plain: Callable[[str], bool] = _none) -> None:
        """Those of ``arrivals`` stand where they stood; the others who were put away are not here any more.

        Whose words ``stays_plain`` has no visitor, whatever was so before.
        """
        absent, known = self._absent or [], {arrival.visit_id: arrival for arrival in arrivals}
        back = {one.id: found for one in absent if one.visit_id and (found := known.get(one.visit_id)) is not None}
        plain = {key for key, found in back.items() if stays_plain(found.words)}
        walking = set(back) - plain
        self._conductor.course.leave_out([one.id for one in absent if one.id not in walking])
        anew = walking - set(self._conductor.course.present)
        self._absent = None
        for one in absent:
            if found := back.get(one.id):
                about = (one.id, found.words, found.seed, found.returning, one.visit_id, one.lane)
                self._callers.add(Caller(*about, plain=one.id in plain))
            if one.id in anew:
                self._conductor.let_in(one.id, one.lane)
        self._settle()  # nobody of them has come anew
        self._look()

    def is_over(self) -> None:
        """The visit has ended: nobody comes back."""
        self._absent = None
