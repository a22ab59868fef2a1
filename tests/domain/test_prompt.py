"""Which prompt comes next, for any prompts and whatever was shown before."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.prompt import Prompt, next_prompt

THEMES = ("brushed-aside", "shoulds", "")
prompts_ = st.lists(st.sampled_from(THEMES), min_size=1, max_size=12).map(
    lambda themes: [Prompt(f"p{number}", theme, f"Text {number}") for number, theme in enumerate(themes)]
)
wishes = st.sampled_from([None, "brushed-aside", "shoulds"])


def fitting(prompts: list[Prompt], theme: str | None) -> set[str]:
    """The ids that may be shown for a theme."""
    return {prompt.id for prompt in prompts if theme is None or prompt.theme in (theme, "")}


@given(prompts_, wishes, st.integers())
def test_all_of_a_theme_are_shown_in_each_round_and_none_follows_itself(
    prompts: list[Prompt], theme: str | None, seed: int
) -> None:
    chance, shown = random.Random(seed), list[str]()
    wanted = fitting(prompts, theme)
    for _ in range(3 * len(wanted)):
        drawn = next_prompt(prompts, shown, theme, chance)
        assert drawn is not None
        shown.append(drawn.id)
    for round_ in range(3):
        assert set(shown[round_ * len(wanted) : (round_ + 1) * len(wanted)]) == wanted


@given(prompts_, wishes, st.lists(st.sampled_from([f"p{n}" for n in range(15)]), max_size=30), st.integers())
def test_whatever_was_shown_of_other_themes_or_is_gone_by_now(
    prompts: list[Prompt], theme: str | None, shown: list[str], seed: int
) -> None:
    drawn = next_prompt(prompts, shown, theme, random.Random(seed))
    wanted = fitting(prompts, theme)
    assert (drawn is None) == (not wanted)
    if drawn is not None:
        assert drawn.id in wanted
        assert drawn.id not in shown or wanted <= set(shown)


def test_chance_decides_the_order() -> None:
    prompts = [Prompt(f"p{number}", "shoulds", "?") for number in range(9)]
    first = {drawn.id for seed in range(40) if (drawn := next_prompt(prompts, [], None, random.Random(seed)))}
    assert len(first) > 5
