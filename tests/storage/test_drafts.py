"""What is half-typed is there again, and once dropped it is nowhere."""

from __future__ import annotations

from guesthouse.storage.connection import Place
from guesthouse.storage.drafts import DraftStore
from tests.safety.hands import SECRET, Clock, contents


def test_the_last_draft_is_kept_and_dropped(drafts: DraftStore, clock: Clock) -> None:
    assert drafts.get() == ""
    assert drafts.keep("half a", clock()) and drafts.keep("half a thou", clock())
    assert not drafts.keep("half a thou", clock())
    assert drafts.get() == "half a thou"
    assert drafts.drop() and not drafts.drop()
    assert drafts.get() == ""


def test_a_dropped_draft_leaves_no_byte(drafts: DraftStore, clock: Clock, place: Place) -> None:
    for length in range(1, 60):
        drafts.keep(f"{SECRET} " * length * 8, clock())
    drafts.drop()

    assert all(SECRET.encode() not in data for data in contents(place.file.parent).values())
