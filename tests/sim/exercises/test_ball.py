"""The ball: at most two words a second, twice over and no more, slower the second time, and then it rests."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guesthouse.sim.exercises.ball import SLOWLY, STEPS, ball, lasts, slow_word, touches

WORDS = st.integers(1, 1200)


@given(WORDS)
def test_never_more_than_two_words_in_any_second(words: int) -> None:
    times = [when for when, _ in touches(words)]
    assert all(after - before >= 0.5 for before, after in pairwise(times))


@given(WORDS)
def test_each_word_is_touched_in_its_turn_twice(words: int) -> None:
    assert [word for _, word in touches(words)] == [*range(words), *range(words)]


def test_the_second_pass_is_slower() -> None:
    assert STEPS[1] > STEPS[0] >= 0.5


@given(st.integers(1, 40))
def test_at_each_touch_the_ball_is_at_its_word(words: int) -> None:
    for number, (when, word) in enumerate(touches(words)):
        at = ball(words, when + 1e-6)
        assert (at.passing, at.word) == (1 + number // words, word)
        assert at.along < 0.01


@given(st.integers(1, 60), st.floats(0, 1e5))
def test_after_two_passes_it_rests_for_good(words: int, later: float) -> None:
    at = ball(words, lasts(words) + later)
    assert (at.passing, at.word, at.along) == (3, words - 1, 0.0)


@given(st.integers(1, 60), st.floats(0, 200))
def test_it_is_always_somewhere_on_the_line(words: int, seconds: float) -> None:
    at = ball(words, seconds)
    assert 0 <= at.word < words and 0 <= at.then < words and 0 <= at.along <= 1


@given(st.integers(1, 60))
def test_the_slow_caption_goes_once_and_very_slowly(words: int) -> None:
    shown = [slow_word(words, SLOWLY * (word + 0.5)) for word in range(words)]
    assert shown == list(range(words))
    assert slow_word(words, SLOWLY * words) is None
    assert SLOWLY >= 2
