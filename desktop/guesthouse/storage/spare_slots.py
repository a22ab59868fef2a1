"""The key slots that backups carry: what still opens the file where those beside it are missing or damaged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import tzinfo

from guesthouse.errors import Trouble
from guesthouse.paths import Paths
from guesthouse.storage.backup_shelf import Shelf
from guesthouse.storage.key_slots import KeySlots, from_bytes
from guesthouse.storage.trailer import read_trailer

MOST = 6
"""How many different ones are offered: each takes a tenth of a second to try."""


def spare_slots(paths: Paths, kind: str, zone: tzinfo | None) -> Iterator[KeySlots]:
    """Those with a slot of this kind, the newest backup's first. Whose they are, their key shows."""
    seen = set[KeySlots]()
    for copy in Shelf(paths).copies(zone):
        slots = None
        with suppress(Trouble):
            carried = read_trailer(copy.file) if copy.sealed else None
            slots = from_bytes(carried) if carried is not None else None
        if slots is not None and slots.has(kind) and slots not in seen:
            seen.add(slots)
            yield slots
        if len(seen) == MOST:
            return
