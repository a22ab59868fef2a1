"""What is said on the first run: the disclaimer to the letter, few words, and mistakes named with their place."""

from __future__ import annotations

import re
from dataclasses import astuple
from pathlib import Path

import pytest

from guesthouse.content.first_run import load_greeting
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.greeting import Greeting
from guesthouse.paths import resources

FOLDER = resources() / "first_run"
DISCLAIMER = (
    "This is a self-help tool for everyday self-criticism and stress. It is not therapy, diagnosis, or emergency"
    " help, and nobody reads what you write. If you live with trauma, voices or other unusual experiences, an eating"
    " disorder, strong urges to harm yourself, or feel unreal, these exercises may be better with a professional."
    " Stop anything that makes you feel worse."
)
FEW = 70


@pytest.fixture
def greeting() -> Greeting:
    return load_greeting(FOLDER, "en")


def test_the_disclaimer_is_said_word_for_word_with_its_age(greeting: Greeting) -> None:
    assert greeting.limits.disclaimer == DISCLAIMER
    assert "16" in greeting.limits.age


def test_every_screen_is_short(greeting: Greeting) -> None:
    for screen in (greeting.welcome, greeting.limits, greeting.manner, greeting.safe):
        words = " ".join(text for text in astuple(screen) if text != DISCLAIMER).split()
        assert len(words) <= FEW, type(screen).__name__


def test_what_a_passphrase_hides_is_not_more_than_it_does(greeting: Greeting) -> None:
    """Preferences, sounds and what was printed or exported stay readable."""
    assert greeting.safe.passphrase.startswith("A passphrase encrypts all that you write here, so")


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = (FOLDER / "en.toml").read_text(encoding="utf-8")
    assert re.search(old, text)
    (tmp_path / "en.toml").write_text(re.sub(old, new, text, count=1), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (r'age = "[^"]*"', 'age = " "', r"en\.toml, line \d+: age must be a text"),
        (r'age = "[^"]*"', "age = 16", r"en\.toml, line \d+: age must be a text"),
        (r'age = "[^"]*"\n', "", r"en\.toml, line \d+: age is missing"),
        (r"age = ", "aged = ", r"en\.toml, line \d+: nothing is said there as aged"),
        (r"\[safe\]", "[sure]", r"en\.toml, line \d+: there is no such screen as sure"),
        (r"\[safe\][^$]*", "", r"the screen \[safe\] is missing"),
        (r"\[safe\]", "[safe", r"en\.toml, line \d+"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(WrongContent, match=told):
        load_greeting(changed(tmp_path, old, new), "en")
