"""Pictures put to an entry."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from guesthouse.domain.journal import Picture
from guesthouse.domain.thought import storable
from guesthouse.services.ids import new_id
from guesthouse.storage.pictures import PictureStore


class Pictures:
    """The verbs of pictures. What they raise is trouble with the file."""

    def __init__(self, *, pictures: PictureStore, clock: Callable[[], datetime], random: random.Random) -> None:
        """As they were left."""
        self._pictures, self._clock, self._random = pictures, clock, random

    def add(self, entry_id: str, picture: Picture) -> str:
        """Keep a picture with an entry that was kept before, and return the id by which it stands in the text."""
        drawn = new_id(self._random)
        self._pictures.add(entry_id, replace(picture, id=drawn, name=storable(picture.name)), self._clock())
        return drawn

    def picture(self, picture_id: str) -> Picture | None:
        """The picture with this id, or None."""
        return self._pictures.picture(picture_id)
