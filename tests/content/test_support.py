"""The words of the Support room and of the still page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guesthouse.content.support import load_support
from guesthouse.content.wrong import WrongContent

SUPPORT = Path(__file__).parents[2] / "resources" / "support"


def test_suicide_is_named_and_choices_are_offered() -> None:
    support = load_support(SUPPORT, "en")
    assert "suicide" in support.contact.text
    assert "your choice" in support.contact.text
    for promise in ("trained person", "anonymous", "hang up"):
        assert promise in support.call.text
    assert "findahelpline.com" in support.elsewhere


def test_the_still_page_asks_for_nothing_that_can_go_wrong() -> None:
    words = load_support(SUPPORT, "en").grounding
    text = " ".join([words.title, words.lead, *words.steps, words.room, words.next]).lower()
    for asked in ("feet", "three points", "five things you can see", "what day it is", "eyes open"):
        assert asked in text
    assert not re.search(r"breath|relax|calm down|close your eyes|let go", text)
    assert words.room == "Look around the room."
    assert words.next == "What would you like to do with the next five minutes?"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('title = "Support"', "", r"en\.toml: title is missing or empty"),
        ("{emergency}", "999", r"en\.toml: danger must hold {emergency}"),
        ('title = "Steady first"', 'title = " "', r"en\.toml, steady: title is missing or empty"),
        ('title = "A doctor or a therapist"', "", r"en\.toml, way 2: title"),
        ("[[way]]", "[[road]]", r"no way"),
        ("steps = [", "paces = [", r"en\.toml, grounding: steps must be a list of texts"),
        ("[call]", "[call", r"en\.toml: "),
    ],
)
def test_a_wrong_text_is_told_by_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (SUPPORT / "en.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "en.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(WrongContent, match=told):
        load_support(tmp_path, "en")


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongContent, match=r"xx\.toml"):
        load_support(tmp_path, "xx")
