"""The words of the should-finder: the file is read whole, and a wrong one says what is wrong with it and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.content.shoulds import load_shoulds
from guesthouse.content.wrong import WrongContent
from guesthouse.paths import resources

FILE = resources() / "shoulds" / "en.toml"


def test_the_file_is_read() -> None:
    shoulds = load_shoulds(FILE.parent, "en")
    assert shoulds.framed == "I notice the rule that {rule}."
    assert len(shoulds.lines) == 3
    assert {"{should}", "{must}", "{ought to}", "{have to}", "am {supposed to}"} <= set(shoulds.forms)


def test_no_phrase_stands_twice_in_a_list() -> None:
    shoulds = load_shoulds(FILE.parent, "en")
    for key, value in vars(shoulds).items():
        if isinstance(value, tuple):
            assert len(set(value)) == len(value), key


@pytest.mark.parametrize(
    ("find", "put", "told"),
    [
        ("note =", "nota =", r"line \d+: nota is not known here"),
        ('note = "A', 'note = ""\nx = "A', "x is not known"),
        (
            'framed = "I notice the rule that {rule}."',
            'framed = "I notice."',
            r"line 10: framed must have \{rule\} once",
        ),
        ('framed = "I notice the rule that {rule}."', "framed = 3", "line 10: framed is missing or empty"),
        ("starters = [", "starters = []\nothers = [", "others is not known"),
        ('being = ["be", "have been"]', "being = []", r"line \d+: being must be a list of texts"),
        ('"am {supposed to}"', '"am supposed to"', r"line \d+: forms: what is underlined .*: am supposed to"),
        ('"am {supposed to}"', '"{am} supposed to"', "what is underlined"),
        ('joins = ["and"', 'joins = ["And"', r"line \d+: joins: small letters .*: And"),
        ("lines = [", "lines [", "en.toml"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, find: str, put: str, told: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert find in text
    (tmp_path / "en.toml").write_text(text.replace(find, put, 1), encoding="utf-8")
    with pytest.raises(WrongContent, match=told):
        load_shoulds(tmp_path, "en")


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(WrongContent, match=r"xx\.toml"):
        load_shoulds(tmp_path, "xx")
