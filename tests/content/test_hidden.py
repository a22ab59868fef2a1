"""The words of the plain note, and what is said of a file without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.content.hidden import load_hidden
from guesthouse.content.wrong import WrongContent
from guesthouse.paths import LANGUAGE, resources


def test_the_note_has_a_title_and_a_few_lines() -> None:
    note = load_hidden(resources() / "hidden", LANGUAGE)
    assert note.title == "Notes" and len(note.text.splitlines()) > 5


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("title = 3", "title"),
        ('title = " "\nlines = ["a"]', "title"),
        ('title = "Notes"', "lines"),
        ('title = "Notes"\nlines = []', "lines"),
        ('title = "Notes"\nlines = [1]', "lines"),
        ("title =", "Invalid value"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, mistake: str) -> None:
    (tmp_path / "en.toml").write_text(text, "utf-8")
    with pytest.raises(WrongContent, match=rf"en\.toml: .*{mistake}"):
        load_hidden(tmp_path, "en")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongContent, match=r"en\.toml"):
        load_hidden(tmp_path, "en")
