"""Erasing for good: a time with a practice, and an own practice. Both only after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from guesthouse.domain.practice import Practice
from guesthouse.domain.sitting import Kept, Sitting
from guesthouse.qt.voice import Voice

if TYPE_CHECKING:
    from guesthouse.house import House


def erase_time(house: House, voice: Voice, sitting_id: str, origin: object) -> bool:
    """Ask, and erase one time; whether it was erased."""
    say = QCoreApplication.translate
    sitting = house.sittings.one(sitting_id)
    if sitting is None or not voice.ask(
        say("Practices", "Erase this time for good?"),
        _what_goes(sitting),
        say("Practices", "Erase"),
        say("Practices", "Keep"),
    ):
        return False
    house.sittings.erase(sitting_id, origin=origin)
    return True


def erase_own(house: House, voice: Voice, practice: Practice, origin: object) -> bool:
    """Ask, and erase an own practice with every time: nobody could come to those any more. Whether it was erased."""
    say = QCoreApplication.translate
    told = say(
        "Practices",
        "Its steps and what you wrote while doing it go for good and cannot be brought back. What you kept in the "
        "journal stays there. Backups that were made before still hold it.",
    )
    if not voice.ask(
        say("Practices", "Erase this practice for good?"), told, say("Practices", "Erase"), say("Practices", "Keep")
    ):
        return False
    house.sittings.erase_of(practice.id, origin=origin)
    house.practices.erase_own(practice.id, origin=origin)
    return True


def _what_goes(sitting: Sitting) -> str:
    """What goes when this time is erased, and what does not."""
    say = QCoreApplication.translate
    if sitting.kept is Kept.JOURNAL:
        goes = say("Practices", "That you did it goes for good. What you wrote stays in the journal.")
    else:
        goes = say("Practices", "What you wrote then goes with it and cannot be brought back.")
    return goes + "\n\n" + say("Practices", "Backups that were made before still hold it.")
