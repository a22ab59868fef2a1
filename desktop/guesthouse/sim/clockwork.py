"""The time of one scene: whole microseconds, and whatever falls due in them, in its order."""

from __future__ import annotations

from abc import ABC, abstractmethod


class Clockwork(ABC):
    """Lets visible time pass, at the usual pace or the slower one, and stops at everything that falls due in it."""

    def __init__(self) -> None:
        """The beginning."""
        self._now = 0
        self._odd = 0
        self.slower = False

    def advance(self, visible: int) -> list[int]:
        """Let ``visible`` microseconds pass; returns the ids of those who went on meanwhile, in order.

        Raises:
            ValueError: a negative time.
        """
        if visible < 0:
            raise ValueError("time does not go back")
        until = self._now + self._paced(visible)
        gone: list[int] = []
        while (due := self._due()) is not None and due <= until:
            self._now = max(self._now, due)
            gone += self._happen()
        self._now = until
        return gone

    def until_next_change(self) -> int | None:
        """Visible microseconds until someone begins or ends something, or None when nobody will."""
        due = self._due()
        if due is None:
            return None
        return max(0, due - self._now) * (2 if self.slower else 1)

    @abstractmethod
    def _due(self) -> int | None:
        """When the next thing happens. What happens then is over once `_happen` has been called at that time."""

    @abstractmethod
    def _happen(self) -> list[int]:
        """Do what is due now; returns who is gone."""

    def _paced(self, visible: int) -> int:
        """Scene time for visible time: half of it when slower, without losing odd microseconds."""
        if not self.slower:
            return visible
        self._odd += visible
        half = self._odd // 2
        self._odd -= 2 * half
        return half
