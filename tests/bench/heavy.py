"""What it costs to look for heavy words in a submitted text; and a crafted text against a plain one as long."""

from __future__ import annotations

import re
import time
from functools import partial

from guesthouse.content.heavy_words import load_heavy_words
from guesthouse.paths import resources
from tests.bench.figures import Row, milliseconds

LENGTH = 5_000
SENTENCE = (
    "I went to the shop and then I wanted to cook, but it didn't quite turn out as I had hoped it would; she called. "
    "I keep thinking that everybody else has it figured out, and that I should be further along by now. "
)
CRAFTED = {
    "phrases": "kill myself ",
    "their beginnings": "i want to i wish i could ",
    "with words between": "wish i could really so very ",
    "whom it is about": "have been suicidal ",
    "idioms that end otherwise": "burned myself on my hot ",
    "repeated letters": "kiiillll ",
    "marks": "a\u0301\u0327\u0301\u0327",
    "one word": "k",
    "signs of every kind": "".join(map(chr, range(0x100, 0x100 + LENGTH))),
}
LONG = 20
"""A long entry is so many times as long."""
TIMES = 30
computing = partial(milliseconds, clock=time.process_time)


def measure() -> list[Row]:
    """Milliseconds of processor time a text of 5,000 characters, and one of 100,000."""
    words = load_heavy_words(resources() / "heavy_words", "en")
    text = cut(SENTENCE)
    long = text * LONG
    plain = computing(lambda: words.kinds(text), TIMES)
    entry = computing(lambda: words.kinds(long), TIMES)
    parted = computing(lambda: re.findall(r"\w+", text.casefold()), TIMES)
    crafted = {name: computing(partial(words.kinds, cut(piece)), TIMES) for name, piece in CRAFTED.items()}
    worst = max(crafted, key=lambda name: crafted[name])
    return [
        Row("heavy words in 5,000 characters", plain, "ms", parted, "parted into words", bar=10),
        Row("heavy words in 5,000 characters, absolute", plain, "ms", bar=1.5),
        Row("heavy words in 100,000 characters", entry / LONG, "ms", plain, "5,000, for each 5,000", bar=1.5),
        Row(f"heavy words, the worst crafted text ({worst})", crafted[worst], "ms", plain, "plain text", bar=8),
    ]


def cut(piece: str) -> str:
    """The piece again and again, 5,000 characters of it."""
    return (piece * (LENGTH // len(piece) + 1))[:LENGTH]
