"""The phrases of heavy words: the file is read whole, and a wrong one says what is wrong with it and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.content.heavy_words import load_heavy_words
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.heavy_kinds import Kind
from guesthouse.domain.heavy_words import Group
from guesthouse.paths import resources

FILE = resources() / "heavy_words" / "en.toml"
SMALL = """
stems = ["suicid"]
fillers = ["really"]
idioms = ["cut myself [some|a bit of] slack"]
meant = ["on purpose"]
too = ["me too"]
too_last = ["and i do"]
[apart]
dont = "do not"
[sets]
want = ["want to", "wish to"]
[subjects]
me = ["i"]
mine = ["mind"]
they = ["she"]
others = ["sister"]
things = ["it"]
between = ["been"]
theirs = ["is"]
names = ["tom"]
called = ["sister"]
[phrases]
self = ["cut|kill myself", "{want} die", "don't {want} live (here)"]
self_open = ["suicid*"]
wants = ["wants to die"]
someone = ["cuts herself"]
loss = ["killed himself"]
loss_by = ["died by suicide"]
danger = ["threatens me"]
danger_by = ["hits me"]
lot = ["no way out"]
event = ["lost my job"]
event_by = ["left me"]
death_of = ["died"]
struck_by = ["hit me"]
struck = ["slapped me"]
"""


def test_the_file_is_read() -> None:
    words = load_heavy_words(FILE.parent, "en")
    assert set(words.phrases) == set(Group) and all(words.phrases.values())
    assert words.kinds("I don't want to be alive any more") == {Kind.SELF}


def test_lines_are_shown_as_they_stand_and_heard_in_each_way(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text(SMALL, "utf-8")
    words = load_heavy_words(tmp_path, "en")
    assert words.shown()[Kind.SELF] == (
        "cut|kill myself",
        "{want} die",
        "don't {want} live (here)",
        "suicid*",
        "wants to die",
        "died by suicide",
    )
    assert words.shown_idioms() == ("cut myself [some|a bit of] slack",)
    assert words.sets == {"want": ("want to", "wish to")}
    for text in (
        "KILL myself",
        "I wish to die",
        "Dont want to live!",
        "do not wish to live here",
        "suicidal",
        "Suicided",
    ):
        assert words.kinds(text) == {Kind.SELF}
    for text in ("cut myself a bit of slack", "cut some slack", "want die", "parasuicide"):
        assert words.kinds(text) == frozenset()


@pytest.mark.parametrize(
    ("find", "put", "told"),
    [
        ("stems =", "stem =", "en.toml: stem is not known here"),
        ('fillers = ["really"]', "", "en.toml: fillers must be a list of texts"),
        ('fillers = ["really"]', "fillers = []", "en.toml: fillers must be a list of texts"),
        ('fillers = ["really"]', 'fillers = ["really", "sort of"]', 'en.toml: fillers "sort of" is no single word'),
        ('fillers = ["really"]', 'fillers = ["really", "realy"]', 'en.toml: fillers "realy" is the same as "really"'),
        ('["me too"]', '["me too", ""]', "en.toml: too has an entry that is empty or no text"),
        ('["me too"]', '["me too", 3]', "en.toml: too has an entry that is empty or no text"),
        (
            '"cut|kill myself"',
            '"Cut|kill myself"',
            r'en.toml: self "Cut\|kill myself" is to stand in small plain letters',
        ),
        ('"cut|kill myself"', '"cut  myself"', 'en.toml: self "cut  myself" is to stand in small plain letters'),
        ('"cut|kill myself"', '"cut mysélf"', 'en.toml: self "cut mysélf" is to stand in small plain letters'),
        ('"cut|kill myself"', '"cut|"', r'en.toml: self "\|" has a place without a word'),
        ('"cut|kill myself"', '"(kill)"', r'en.toml: self "\(kill\)" can be said in too many ways, or in none'),
        ('"cut|kill myself"', '"(kill myself"', r'en.toml: self "\(kill myself" has a bracket that does not fit'),
        ('"cut|kill myself"', '"cut|cut myself"', r'en.toml: self "cut\|cut myself" says the same twice'),
        (
            '"no way out"',
            '"no way out", "nooo way (out)"',
            r'en.toml: lot "nooo way \(out\)" says the same as "no way out"',
        ),
        ('"{want} die"', '"{wish} die"', r'en.toml: self "\{wish\} die" names a set that is not there \(yet\): wish'),
        ('["want to", "wish to"]', '["want to", "wanna|want to"]', 'en.toml: want "want to" says the same twice'),
        ("[subjects]", 'go = ["go"]\n[subjects]', 'en.toml: sets "go" is named by no line'),
        ('["want to", "wish to"]', "[]", "en.toml: want must be a list of texts"),
        ('dont = "do not"', 'dont = ""', 'en.toml: apart "dont" has no words'),
        (
            'dont = "do not"',
            'dont = "do not"\ndoont = "do not"',
            'en.toml: apart "doont" is no single word, or stands twice',
        ),
        ('dont = "do not"', "", "en.toml: apart is missing or empty"),
        ("mine =", "yours =", "en.toml: subjects.yours is not known here"),
        ("loss =", "losses =", "en.toml: phrases.losses is not known here"),
        ('loss = ["killed himself"]', "", "en.toml: loss must be a list of texts"),
        (
            '"cut myself [',
            '"kill myself", "cut myself [',
            'en.toml: self "kil myself" is hidden by the idiom "kill myself"',
        ),
        ("[phrases]", "[phrases", "en.toml"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, find: str, put: str, told: str) -> None:
    assert find in SMALL
    (tmp_path / "en.toml").write_text(SMALL.replace(find, put, 1), encoding="utf-8")
    with pytest.raises(WrongContent, match=told):
        load_heavy_words(tmp_path, "en")


def test_a_line_with_too_many_ways(tmp_path: Path) -> None:
    many = " ".join(["a|b|c|d"] * 7)
    (tmp_path / "en.toml").write_text(SMALL.replace("no way out", many), encoding="utf-8")
    with pytest.raises(WrongContent, match="too many ways"):
        load_heavy_words(tmp_path, "en")


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(WrongContent, match=r"xx\.toml"):
        load_heavy_words(tmp_path, "xx")
