"""What the player says around a practice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guesthouse.content.player import load_player
from guesthouse.content.wrong import WrongContent

PLAYER = Path(__file__).parents[2] / "resources" / "player"


def test_the_ending_is_the_room_and_the_next_five_minutes() -> None:
    words = load_player(PLAYER, "en").ending
    assert words.room == "Look around the room."
    assert words.five == "What would you like to do with the next five minutes?"
    assert words.again == "See this one again?"
    assert "under Practices" in words.no and "not suggested" in words.no


def test_what_did_not_sit_well_is_common_and_nobodys_failure() -> None:
    words = load_player(PLAYER, "en").unwell
    assert words.stirred == "Kindness can stir up old hurt. That is common and not a failure."
    assert "kindness" not in words.plain.lower()
    assert "common" in words.plain and "not a failure" in words.plain
    lines = " ".join([*words.feet, *words.without_touch, *words.room, words.lead]).lower()
    assert not re.search(r"breath|relax|close your eyes|let go", lines)
    assert not re.search(r"feet|touch|press", " ".join([*words.without_touch, *words.room]).lower())


def test_nothing_is_asked_and_nothing_is_praised() -> None:
    words = load_player(PLAYER, "en")
    for text in (words.unwell.stirred, words.unwell.plain, words.unwell.lead, words.unwell.plainer):
        assert "?" not in text
    for text in (words.ending.room_note, words.ending.yes, words.ending.maybe, words.ending.no):
        assert not re.search(r"!|great|well done|proud|thank", text.lower())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('room = "Look around the room."', "", r"en\.toml, line \d+: ending: room is missing or empty"),
        ('again = "See this one again?"', 'again = " "', r"en\.toml, line \d+: ending: again is missing or empty"),
        ("without_touch = [", "without_hands = [", r"en\.toml, line \d+: unwell has no without_hands"),
        ("feet = [", "feet = []\nother = [", r"unwell has no other"),
        ("[between]", "[behind]", r"en\.toml, line \d+: between: steady is missing"),
        ("[ending]", "[ending", r"en\.toml, line \d+"),
    ],
)
def test_a_wrong_file_says_where_and_what(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (PLAYER / "en.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "en.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(WrongContent, match=told):
        load_player(tmp_path, "en")


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongContent, match=r"xx\.toml"):
        load_player(tmp_path, "xx")
