"""Names in an archive: every system takes them, and no two are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.formats.archive_names import MOST_BYTES, Names, plain_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("An evening 🌙", "An evening 🌙"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("Com1", "_Com1"),
        ("aux ", "_aux"),
        ("conversation", "conversation"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("../../etc/passwd", "etc passwd"),
        ("..", ""),
        (".hidden", "hidden"),
        ("ends with dots... ", "ends with dots"),
        ("two\nlines\tand\0a bell\x07", "twolinesandabell"),
        ("\u202egnp.exe", "gnp.exe"),
        ("e\u0301", "é"),
        ("%41", "41"),
    ],
)
def test_what_becomes_of_a_title(title: str, name: str) -> None:
    assert plain_name(title).replace(" ", "") == name.replace(" ", "")


def test_the_same_title_gets_a_number_and_case_is_nothing() -> None:
    names = Names()
    taken = [names.free("journal/2026", title, ".md") for title in ("Sea", "sea", "SEA", "Sea (2)", "", "", "sea")]
    assert taken[:3] == ["journal/2026/Sea.md", "journal/2026/sea (2).md", "journal/2026/SEA (3).md"]
    assert taken[4] == "journal/2026/untitled.md"
    assert len({name.casefold() for name in taken}) == len(taken)


@given(st.lists(st.text(max_size=300), max_size=8))
def test_any_titles(titles: list[str]) -> None:
    names = Names()
    taken = [names.free("practices", title, ".md") for title in titles]
    assert len({name.casefold() for name in taken}) == len(taken)
    for name in taken:
        folder, _, rest = name.partition("/")
        assert folder == "practices" and "/" not in rest and "\\" not in rest and ".." not in rest.split(".md")[0][:2]
        assert len(rest.encode()) <= MOST_BYTES + 12 and not rest.startswith(".")
        assert not {chr(number) for number in range(32)} & set(rest)
