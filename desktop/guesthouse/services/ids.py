"""The ids by which things are known in the file."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable


def _nobody_has(_: str) -> bool:
    return False


def new_id(chance: random.Random, taken: Callable[[str], bool] = _nobody_has) -> str:
    """A UUID that is not ``taken``: a chance handed in again with the same seed draws the same ones."""
    while True:
        drawn = str(uuid.UUID(int=chance.getrandbits(128), version=4))
        if not taken(drawn):
            return drawn
