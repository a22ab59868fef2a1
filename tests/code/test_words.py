"""How the app speaks: plain, short and kind. No word that pushes, praises, promises or diagnoses."""

from __future__ import annotations

import re

import pytest

from tests.code.source import Said, marked_strings, resource_texts

# Whole words and phrases, in any case. The reason is what a reader of a failing test gets to see.
UNWELCOME = {
    "just": "makes little of what is hard",
    "simply": "makes little of what is hard",
    "should": "one more demand",
    "let go": "asks for the thought to be gone",
    "letting go": "asks for the thought to be gone",
    "heal": "a promise",
    "heals": "a promise",
    "healing": "a promise",
    "good job": "praise for a performance",
    "well done": "praise for a performance",
    "love yourself": "out of reach on a hard day",
    "surrender": "sounds like defeat",
    "breathe deeply": "tells a body what to do",
    "deep breath": "tells a body what to do",
    "close your eyes": "eyes stay open here",
    "relax": "asks for the feeling to be gone",
    "are you sure": "doubts the person",
    "we detected": "the app watches nobody",
    "at risk": "the app judges nobody",
    "failed attempt": "blames",
    "commit suicide": "blames",
    "cure": "a medical claim",
    "cures": "a medical claim",
    "diagnose": "a medical claim",
    "symptom": "a medical claim",
    "symptoms": "a medical claim",
    "streak": "counts days against a person",
}
# Sentences that need such a word, whole, each with the reason.
WELCOME_AFTER_ALL: dict[str, str] = {
    'Catch one "I should". Whose voice does it sound like, if anyone\'s?': "prompt 7 looks at the word itself",
    'Finish: "Part of me thinks I should ... because it matters to me that ..."': "and so does prompt 8",
    "Just looking": "a length of visit, as a guest in a shop says it: it asks for nothing",
    "val-should": "the id of the practice about the word; nobody reads it",
    "Catching a should": "the practice about the word has to name it",
    "Write one “I should” or “I shouldn’t”.": "and so does its first step",
    "I should have done more": "a voice of the mind in the introduction: minds do say it, the house does not",
    "Small Steps Towards a More Compassionate Self (2023): validation instead of “should”": "the document is quoted",
}
# The should-finder and the heavy words are looked for in what a person writes; only what is offered is said.
LOOKED_FOR = ("resources/shoulds/", "resources/heavy_words/")
OFFERED = ("framed", "lines", "note")
UNWELCOME_WORD = re.compile(r"\b(" + "|".join(map(re.escape, UNWELCOME)) + r")\b", re.IGNORECASE)


def unwelcome(said: list[Said]) -> list[str]:
    """The texts with such a word, with their places and the reasons."""
    return [
        f'{each.place} "{match[0]}" ({UNWELCOME[match[0].lower()]}): {each.text}'
        for each in said
        if each.text not in WELCOME_AFTER_ALL
        for match in UNWELCOME_WORD.finditer(each.text)
    ]


def is_said(each: Said) -> bool:
    """Whether the house says this, and does not only know it."""
    return not each.place.startswith(LOOKED_FOR) or each.place.split()[-1].startswith(OFFERED)


def test_the_windows_own_words() -> None:
    said = marked_strings()
    assert len(said) > 20, "the marked texts are not found any more"
    assert unwelcome(said) == []


def test_the_longer_texts() -> None:
    said = [each for each in resource_texts() if is_said(each)]
    assert len(said) > 10, "the texts in resources are not found any more"
    assert unwelcome(said) == []


def test_exceptions_are_still_said() -> None:
    assert set(WELCOME_AFTER_ALL) <= {each.text for each in [*marked_strings(), *resource_texts()]}


@pytest.mark.parametrize(
    "text", ["You should rest.", "Just breathe", "Let Go", "This heals", "Well done!", "Now relax."]
)
def test_such_a_word_is_found(text: str) -> None:
    assert unwelcome([Said("here", text)])


@pytest.mark.parametrize("text", ["A shoulder of the hill", "It adjusts itself", "Let it go on", "Healthy soil"])
def test_a_neighbouring_word_is_left_alone(text: str) -> None:
    assert unwelcome([Said("here", text)]) == []
