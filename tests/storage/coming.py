"""A thought comes, on the level of the stores."""

from __future__ import annotations

import uuid

from guesthouse.domain.thought import Wording, identity, normalise
from guesthouse.storage.visits import NewVisit, VisitStore
from tests.safety.hands import Clock


def come(visits: VisitStore, words: str, clock: Clock) -> tuple[str, str]:
    """Let it come once; returns the ids of visit and guest."""
    visit_id = str(uuid.uuid4())
    visit = NewVisit(visit_id, str(uuid.uuid4()), identity(normalise(words)), words, "garden", Wording.HAVING)
    guest_id, _ = visits.begin(visit, clock())
    return visit_id, guest_id
