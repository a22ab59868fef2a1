"""The journal's prompts: all eighteen are there, and a wrong file says what is wrong with it."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from guesthouse.content.prompts import load_prompts
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.prompt import Prompt, next_prompt
from guesthouse.paths import resources

FILE = resources() / "prompts" / "en.toml"


def test_all_eighteen_by_four_themes_and_the_neutral_letter_first() -> None:
    prompts = load_prompts(FILE.parent, "en")
    assert len(prompts.prompts) == 18 and len(prompts.themes) == 4
    assert prompts.letters[0].id == "fair-reference"
    assert all(letter.text.startswith("# ") for letter in prompts.letters)
    assert prompts.prompts[0].text.startswith("A small moment lately")


def all_texts() -> list[str]:
    """Everything of it that a person reads."""
    prompts = load_prompts(FILE.parent, "en")
    letters = [part for letter in prompts.letters for part in (letter.title, letter.note, letter.text)]
    return [
        *(theme.title for theme in prompts.themes),
        *(prompt.text for prompt in prompts.prompts),
        *letters,
        *prompts.endings,
        prompts.headline,
        prompts.suggestion,
        prompts.guidance,
    ]


def test_nothing_asks_for_the_worst_or_for_what_is_still_fresh() -> None:
    for text in all_texts():
        assert not re.search(r"trauma|abus|worst|deepest|as a child|child you|yesterday|last night", text, re.I), text
    for letter in load_prompts(FILE.parent, "en").letters:
        assert "something mild" in letter.note and "more than a month old" in letter.note
        assert "Five to fifteen minutes" in letter.note


def test_endings_are_in_the_present_and_stay_on_one_line() -> None:
    endings = load_prompts(FILE.parent, "en").endings
    assert len(set(endings)) == len(endings) >= 3
    for line in endings:
        assert "\n" not in line
        assert not re.search(r"\b(was|were|did|had|will|felt|went|said|saw|heard|wrote|thought)\b|\w{3}ed\b", line), (
            line
        )


def test_sentences_are_short_and_words_plain() -> None:
    given = {prompt.text for prompt in load_prompts(FILE.parent, "en").prompts}  # as the clinical notes have them
    for text in set(all_texts()) - given:
        for sentence in re.split(r"[.?!:]\s|\n", text):
            words = re.findall(r"[\w']+", sentence)
            assert len(words) <= 22, sentence
            assert len(words) < 5 or sum(map(len, words)) / len(words) <= 5, sentence


def test_the_suggestion_leaves_the_choice() -> None:
    suggestion = load_prompts(FILE.parent, "en").suggestion
    assert "can stop" in suggestion and "or go on" in suggestion


@pytest.mark.parametrize(
    ("find", "put", "told"),
    [
        ('theme = "next"', 'theme = "nowhere"', "prompt three-facts: there is no theme nowhere"),
        ('id = "body-now"', 'id = "three-facts"', "the id three-facts stands twice"),
        ('text = "Three plain facts, no adjectives."', 'text = " "', "prompt 13: text is missing or empty"),
        ("endings = [", "endings = []\nother = [", "endings must be a list of texts"),
        (
            '[[theme]]\nid = "next"',
            '[[theme]]\nid = "empty"\ntitle = "Empty"\n[[theme]]\nid = "next"',
            "theme empty has",
        ),
        ("[[letter]]", "[[leter]]", "no letter"),
        ("headline =", "headline", "en.toml"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, find: str, put: str, told: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert find in text
    (tmp_path / "en.toml").write_text(text.replace(find, put), encoding="utf-8")
    with pytest.raises(WrongContent, match=told):
        load_prompts(tmp_path, "en")


def test_each_is_shown_before_one_comes_again_and_then_the_oldest() -> None:
    prompts = [Prompt(str(number), "a" if number % 2 else "b", "?") for number in range(6)]
    own = Prompt("own", "", "?")
    shown: list[str] = []
    for _ in range(4):
        drawn = next_prompt([*prompts, own], shown, "a", random.Random(4))
        assert drawn is not None
        shown.append(drawn.id)
    assert sorted(shown) == ["1", "3", "5", "own"]
    again = next_prompt([*prompts, own], shown, "a", random.Random(4))
    assert again is not None and again.id == shown[0]
    assert next_prompt([], [], None, random.Random(4)) is None
