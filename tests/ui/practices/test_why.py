"""Why it is this step: one plain sentence, whatever is known."""

from __future__ import annotations

from itertools import combinations

import pytest

from guesthouse.domain.suggestion import Reason
from guesthouse.ui.practices.why import why

TONES = (Reason.NEUTRAL, Reason.GENTLE, Reason.WARM)
OTHERS = [reason for reason in Reason if reason not in TONES]


@pytest.mark.parametrize(
    ("reasons", "sentence"),
    [
        ((Reason.SHORT, Reason.NEUTRAL, Reason.SAID_MAYBE), "Short, neutral, and you said maybe last time."),
        ((Reason.SAID_MAYBE, Reason.NEUTRAL, Reason.SHORT), "Short, neutral, and you said maybe last time."),
        ((Reason.GENTLE, Reason.UNTRIED), "Gentle and one you have not tried."),
        ((Reason.SHORT, Reason.NEUTRAL), "Short and neutral."),
        ((Reason.WARM,), "Warm."),
        ((Reason.GENTLER, Reason.NEUTRAL, Reason.UNTRIED), "Neutral and gentler than the one before."),
        ((Reason.NEUTRAL, Reason.FAVOURITE, Reason.SAID_YES), "Neutral and you said yes last time."),
        ((), ""),
    ],
)
def test_the_sentence(reasons: tuple[Reason, ...], sentence: str) -> None:
    assert why(reasons) == sentence


def test_any_reasons_make_one_sentence() -> None:
    for many in range(4):
        for some in combinations(OTHERS, many):
            said = why((Reason.GENTLE, *some))
            assert said.count(".") == 1
            assert said.endswith(".")
            assert said[0].isupper()
            assert "gentle" in said.lower()
