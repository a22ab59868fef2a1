"""What a page may ask of the house's doors: to lock, and to have something done while the house is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from guesthouse.domain.safekeeping import Progress

if TYPE_CHECKING:
    from guesthouse.keeping import Keeping

T = TypeVar("T")


@dataclass(slots=True)
class Closed:
    """Handed to what is done while the house is closed. ``key`` is the raw key of the file, or None where it is
    plain; whoever changes how the file is sealed sets it to what the house is to be opened with afterwards.
    ``keeping`` has the verbs (keeping.py)."""

    keeping: Keeping
    progress: Progress
    key: bytes | None = field(default=None, repr=False)
    stays_closed: bool = False
    """Set where no house is to be opened afterwards: everything was erased, and the window is about to close."""


class Doors(Protocol):
    """The front door, as pages see it."""

    @property
    def sealed(self) -> bool:
        """Whether the file is locked with a passphrase."""

    @property
    def key(self) -> bytes | None:
        """The raw key of a sealed file that was unlocked."""

    def lock(self) -> None:
        """Lock now, if there is a passphrase."""

    def put_in_order(self) -> None:
        """Have the copies looked after behind the window, where a house is open; nobody waits for it."""

    def while_closed(self, title: str, work: Callable[[Closed], T]) -> T | None:
        """Save and close the house, do ``work`` beside the window with progress and Cancel, open the house again.

        Returns what ``work`` returned, or None where it failed or could not begin: that has been told then.
        """
