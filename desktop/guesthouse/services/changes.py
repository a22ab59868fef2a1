"""What a verb has changed, told once to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Which kinds of things are different now. ``origin`` is who asked, so that one can pass over one's own changes."""

    guests: bool = False
    visits: bool = False
    draft: bool = False
    entries: bool = False
    tags: bool = False
    drawer: bool = False
    prompts: bool = False
    practices: bool = False
    noticings: bool = False
    kit: bool = False
    wishes: bool = False
    origin: object | None = None


class ChangeLog:
    """Hands each record of changes to every listener, in the order they came."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._listeners: dict[object, Callable[[Changes], None]] = {}

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Hear every record from now on, until the function that is returned is called."""
        ticket = object()
        self._listeners[ticket] = listener

        def stop() -> None:
            self._listeners.pop(ticket, None)

        return stop

    def tell(self, changes: Changes) -> None:
        """Tell everyone who listens; one who stopped listening meanwhile hears nothing."""
        for ticket, listener in list(self._listeners.items()):
            if ticket in self._listeners:
                listener(changes)
