"""Whatever is typed: nothing is raised, how it is typed makes no difference, and no text takes more than its length."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.heavy_kinds import Kind
from guesthouse.domain.heavy_tokens import NUMBER
from guesthouse.domain.heavy_words import FILLERS, HeavyWords
from tests.domain.heavy_texts import shipped, texts

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)
PLAIN_TEXTS = [text for text in texts("self") if text.isascii() and text.replace("'", "a").replace(" ", "a").isalpha()]
SELF = st.sampled_from(PLAIN_TEXTS)
BENIGN = [text for text in texts("benign") if not shipped().kinds(text)]
IDIOMS = [
    " ".join(random.Random(place).choice(phrase.ways)).replace(NUMBER, "7")
    for place, phrase in enumerate(shipped().idioms)
]
BETWEEN = st.sampled_from(
    [" ", "  ", "\n", "\t", ", ", " - ", "... ", "\u00a0", "\u3000", " **", "_ ", "\x00", "\ud800", "\u2028"]
)
WITHIN = st.sampled_from(["\u200b", "\u00ad", "\u0301", "\u0336", "\u2060", "\ufe0f", "\u034f"])


def heard(text: str) -> bool:
    """Whether oneself is heard in it."""
    return Kind.SELF in shipped().kinds(text)


@given(ANYTHING)
def test_nothing_is_raised(text: str) -> None:
    assert shipped().kinds(text) <= set(Kind)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "\ud800",
        "\udfff" * 9,
        "k" * 100_000,
        "kill " * 30_000,
        "e" + "\u0301\u0327" * 60_000,
        "\ufdfa" * 9000,
        *("".join(map(chr, range(start, start + 0x10000))) for start in (0, 0x10000, 0xE0000)),
    ],
    ids=lambda text: f"{text[:1]!r} {len(text)}",
)
def test_nor_by_what_is_long_or_odd(text: str) -> None:
    assert shipped().kinds(text) == frozenset()
    assert shipped().kinds(text + " I want to die") == {Kind.SELF}


@given(SELF, st.randoms(use_true_random=False), BETWEEN)
def test_case_spaces_quotes_and_repeated_letters_make_no_difference(
    text: str, chance: random.Random, between: str
) -> None:
    typed = "".join(
        (each.upper() if chance.random() < 0.5 else each) * chance.choice([1, 1, 1, 2, 5]) if each.isalpha() else each
        for each in text
    )
    typed = typed.replace("'", chance.choice(["'", "\u2019", "", "\u2018", "`", "\uff07"]))
    assert heard(typed.replace(" ", between))
    assert heard(f"\u201c{typed}\u201d") and heard(f"**{typed}**") and heard(f"({typed})?")


@given(SELF, WITHIN, st.integers(min_value=0))
def test_invisible_signs_and_accents_make_no_difference(text: str, sign: str, at: int) -> None:
    letters = [place for place, each in enumerate(text) if each.isalpha()]
    place = letters[at % len(letters)] + 1
    assert heard(text[:place] + sign + text[place:])


@given(SELF)
def test_nor_do_wide_and_fancy_letters(text: str) -> None:
    assert heard("".join(chr(ord(each) + 0xFEE0) if each.isalpha() else each for each in text))
    assert heard("".join(chr(ord(each) - ord("a") + 0x1D41A) if "a" <= each <= "z" else each for each in text))


ALIKE = {
    "a": "\u0430\u03b1\u1d00\u0251",
    "c": "\u0441\u1d04",
    "d": "\u0501\u1d05",
    "e": "\u0435\u03b5\u1d07",
    "h": "\u04bb\u029c",
    "i": "\u0456\u03b9\u026a\u0131",
    "k": "\u043a\u03ba\u1d0b",
    "l": "\u029f\u0142",
    "m": "\u043c\u1d0d",
    "o": "\u043e\u03bf\u1d0f\u00f8",
    "p": "\u0440\u03c1\u1d18",
    "s": "\u0455\ua731",
    "t": "\u0442\u03c4\u1d1b",
    "w": "\u051d\u1d21",
    "y": "\u0443\u028f",
}
"""Letters that look like the Latin one."""


@given(SELF, st.randoms(use_true_random=False))
def test_nor_do_letters_of_other_scripts_that_look_alike(text: str, chance: random.Random) -> None:
    assert heard("".join(chance.choice(ALIKE.get(each, each) + each) for each in text.lower()))
    assert heard("".join(chance.choice(ALIKE.get(each, each).upper() + each) for each in text.lower()))


@pytest.mark.parametrize(
    "text",
    [
        "k1ll my5elf",
        "k11l myself",
        "k!ll myself",
        "I want to d!e",
        "su!c!de",
        "5o suic1dal",
        "h@rm my$elf",
        "i want to d i e i am so tired",
        "I-I-I want to die",
    ],
)
def test_nor_do_signs_that_stand_for_letters(text: str) -> None:
    assert heard(text)


@given(SELF, SELF)
def test_marks_without_a_space_after_them_only_part_words(one: str, other: str) -> None:
    for mark in ("!", "!!!", "!?", ",", ".", ";", "/", "|", "\u2026"):
        assert heard(f"{one}{mark}please") and heard(f"please{mark}{other}")


@given(SELF, st.sampled_from(BENIGN), st.sampled_from(BENIGN), ANYTHING)
def test_what_stands_around_it_hides_nothing(text: str, before: str, after: str, any_: str) -> None:
    assert heard(f"{before}. {text}. {after}")
    assert heard(f"{before}\n{text}\n{after}")
    assert heard(f"{any_}. {text}. {any_}")


@given(SELF, st.sampled_from(IDIOMS), st.sampled_from(IDIOMS))
def test_no_idiom_hides_what_stands_beside_it(text: str, one: str, other: str) -> None:
    for joint in (", ", "\n", ". "):  # with a space alone it may be one sentence: "I live with my mum suicidal"
        assert heard(f"{one}{joint}{text}{joint}{other}")
        assert heard(f"{text}{joint}{one}") and heard(f"{other}{joint}{text}")


@given(ANYTHING, ANYTHING)
def test_a_text_says_all_that_its_paragraphs_say(one: str, other: str) -> None:
    words = shipped()
    assert words.kinds(f"{one}\n.\n{other}") >= words.kinds(one) | words.kinds(other)


class Counted(dict[str, Any]):
    """A tree that counts how often it is asked."""

    asked = 0

    def get(self, key: str, default: Any = None) -> Any:
        """As a dict, counted."""
        Counted.asked += 1
        return super().get(key, default)

    def __getitem__(self, key: str) -> Any:
        Counted.asked += 1
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        Counted.asked += 1
        return super().__contains__(key)


def counted(tree: dict[str, Any]) -> Counted:
    """The same tree, counting."""
    return Counted({key: counted(value) if isinstance(value, dict) else value for key, value in tree.items()})


@pytest.fixture(scope="module")
def counting() -> HeavyWords:
    """What ships, with trees that count."""
    words = dataclasses.replace(shipped())
    for name in ("_trie", "_idioms", "_too", "_meant"):
        words.__dict__[name] = counted(getattr(shipped(), name))
    return words


def work(words: HeavyWords, text: str) -> int:
    """How often the trees are asked for this text."""
    Counted.asked = 0
    words.kinds(text)
    return Counted.asked


PREFIXES = sorted({" ".join(way[:-1]) for each in shipped().phrases.values() for phrase in each for way in phrase.ways})
CRAFTED = st.one_of(
    st.lists(st.sampled_from(PREFIXES), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(sorted(shipped().fillers)), min_size=1, max_size=4).map(
        lambda words: f"want {' '.join(words)}"
    ),
    st.sampled_from([*PLAIN_TEXTS, *IDIOMS]),
    st.sampled_from(
        [
            "i",
            "kill myself",
            "want",
            "just",
            "please so",
            "want really",
            "wish i could really",
            "a\u0301\u0327",
            "\u200b",
            "kil",
            ".",
            "1",
            "k*",
        ]
    ),
    ANYTHING.filter(bool),
)
LENGTH = 1500
PER_WORD = 60
"""So often the trees are asked for a word at most; a phrase has at most fourteen words and FILLERS more."""


@given(CRAFTED)
def test_no_crafted_text_takes_more_work_than_its_words(counting: HeavyWords, piece: str) -> None:
    text = ((piece + " ") * (LENGTH // (len(piece) + 1) + 1))[:LENGTH]
    words = len(shipped().spelling.read(text).words)
    asked = work(counting, text)
    assert asked <= PER_WORD * (words + 1)
    assert work(counting, text * 2) <= 2.2 * asked + PER_WORD * (14 + FILLERS)


def test_the_longest_phrase_is_short() -> None:
    words = shipped()
    assert max(len(way) for each in words.phrases.values() for phrase in each for way in phrase.ways) <= 14
    assert max(len(way) for phrase in words.idioms for way in phrase.ways) <= 14
