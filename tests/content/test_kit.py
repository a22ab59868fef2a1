"""What the comfort kit begins with, and mistakes in its file, each named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.content.kit import load_kit
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.paths import resources

GOOD = """\
[[comfort]]
shelf = "comforts"
words = "Tea"

[[comfort]]
shelf = "people"
words = "The bench"
detail = "By the water"
"""


def test_a_few_on_each_shelf_and_the_documents_own_sentences() -> None:
    kit = load_kit(resources() / "kit", "en")
    for shelf in Shelf:
        words = [comfort.words for comfort in kit if comfort.shelf is shelf]
        assert 1 <= len(words) <= 12 and len(set(words)) == len(words)
    kind = [comfort.words.replace("’", "'").rstrip(".") for comfort in kit if comfort.shelf is Shelf.WORDS]
    assert {"It's ok I feel this way", "It makes sense I am reacting this way", "I'm human, I make mistakes"} <= set(
        kind
    )


def test_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text(GOOD, "utf-8")
    tea, bench = load_kit(tmp_path, "en")
    assert tea == Comfort("", Shelf.COMFORTS, "Tea") and bench.detail == "By the water"


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        (('"people"', '"animals"'), "en.toml, line 6: shelf is one of"),
        (('words = "The bench"\n', ""), "en.toml, line 5: words is missing"),
        (('"Tea"', '" "'), "en.toml, line 3: a comfort has"),
        (('"Tea"', "5"), "en.toml, line 3: a comfort has"),
        (("detail", "details"), "en.toml, line 8: a comfort has"),
        (
            ('[[comfort]]\nshelf = "comforts"', 'colour = 1\n[[comfort]]\nshelf = "comforts"'),
            "en.toml, line 1: there is no",
        ),
        (('"Tea"', '"Tea'), "en.toml, line 3"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, mistake: tuple[str, str], told: str) -> None:
    (tmp_path / "en.toml").write_text(GOOD.replace(*mistake, 1), "utf-8")
    with pytest.raises(WrongContent) as caught:
        load_kit(tmp_path, "en")
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("text", ["", "comfort = 5", "comfort = [5]", "[comfort]\nwords = 'a'"])
def test_what_is_no_kit(tmp_path: Path, text: str) -> None:
    (tmp_path / "en.toml").write_text(text, "utf-8")
    with pytest.raises(WrongContent, match=r"^en\.toml, line 1: there is no \[\[comfort\]\]"):
        load_kit(tmp_path, "en")
