"""What the Visitors room says beside its controls."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guesthouse.content.scenes import WrongContent, load_scene, load_title
from guesthouse.content.watching import load_watching

WORDS = Path(__file__).parents[2] / "resources" / "visitors"
SCENES = Path(__file__).parents[2] / "resources" / "scenes"


def test_every_scene_has_words_of_its_own_and_others_the_common_ones() -> None:
    text = load_watching(WORDS, "en")
    assert {file.parent.name for file in SCENES.glob("*/scene.toml")} <= set(text.scenes)
    assert text.of("a scene to come") == text.scenes["any"]


def test_plain_and_pleasant_thoughts_ride_too() -> None:
    for words in load_watching(WORDS, "en").scenes.values():
        assert "plain and pleasant" in words.hint and "“this is dumb”" in words.hint


def test_what_watching_is_not_for_stands_where_one_watches() -> None:
    for words in load_watching(WORDS, "en").scenes.values():
        for case in ("hurt yourself", "frightening pictures", "unreal", "Support"):
            assert case in words.hint


def test_who_has_no_use_for_a_visitor_at_the_door_hears_of_the_park() -> None:
    assert f"“{load_title(SCENES / 'bench')}” has no door" in load_watching(WORDS, "en").of("garden").hint


def test_noticing_is_acknowledged_without_praise_or_count() -> None:
    for words in load_watching(WORDS, "en").scenes.values():
        assert words.back.startswith("You noticed. Back to ")
        assert not re.search(r"\d|!|good|well done|again", words.back)


def test_the_ending_is_the_room_and_the_next_five_minutes() -> None:
    ending = load_watching(WORDS, "en").ending
    assert "Look around the room" in ending.room and ending.next.endswith("the next five minutes?")
    assert ending.again == "Doing this again to make a thought go away tends to feed it."


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("\n[scenes.any]", "\n[scenes.all]", r"en\.toml, line \d+: scenes\.any is missing"),
        ('title = "That is the time you chose."', "", r"en\.toml, line \d+: ending: title is missing or empty"),
        ('gate = "By the willow"', 'gate = " "', r"en\.toml, line \d+: scenes\.bench: gate is missing or empty"),
        ('gate = "By the willow"', 'gates = "By"', r"en\.toml, line \d+: scenes\.bench has no gates"),
        ("[ending]", "[end]", r"en\.toml, line \d+: end is not known here"),
        ("[ending]", "[ending", r"en\.toml, line \d+"),
    ],
)
def test_a_wrong_file_says_where_and_what(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (WORDS / "en.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "en.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(WrongContent, match=told):
        load_watching(tmp_path, "en")


@pytest.mark.parametrize("folder", sorted(SCENES.glob("*/")), ids=lambda folder: folder.name)
def test_the_title_of_a_scene_is_read_without_the_rest(folder: Path) -> None:
    assert load_title(folder) == load_scene(folder).title


def test_a_scene_without_a_title_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(WrongContent, match=r"scene\.toml"):
        load_title(tmp_path)
    (tmp_path / "scene.toml").write_text('id = "x"\n[one]\ntitle = "no"\n', encoding="utf-8")
    with pytest.raises(WrongContent, match=r"scene\.toml"):
        load_title(tmp_path)
