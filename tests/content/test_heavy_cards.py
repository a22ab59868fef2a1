"""What is said below a page where words were heavy: the exact words of two kinds, and what none of them may say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from guesthouse.content.heavy_cards import load_heavy_cards
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.heavy_kinds import Kind
from tests.code.source import walk

CARDS = Path(__file__).parents[2] / "resources" / "heavy_cards"

NEVER = {
    r"commit\w*": "blames",
    r"(failed|successful|unsuccessful) attempts?|attempt(s|ed)?": "blames",
    r"(we|the app|i) (have )?(detected|noticed|found|saw|think|know)|detect\w*": "the app watches nobody",
    r"at risk|risk\w*|crisis": "the app judges nobody",
    r"are you sure|are you ok(ay)?|do you really": "doubts the person",
    r"you('ll| will) be (safe|ok|okay|fine)|(will get|gets) better|promise\w*|guarantee\w*": "promises",
    r"pills?|overdos\w*|kni(fe|ves)|blades?|rope|gun|bridge|train|jump\w*|hang(ing)? yourself|cut\w*": "a method",
    r"\d+ (people|percent)|every (year|day|\d+)|per cent|statistic\w*": "numbers of deaths",
    r"family|children|loved ones|selfish|think of|hurt others|leave behind|how (they|others) would feel": "guilt",
    r"log(ged)?|report(ed)?|alert\w*|warn\w*|monitor\w*": "nobody is told",
    r"must|have to (call|talk|go|tell)|need to|should|ought": "a demand",
    r"www|https?|website|browser|online|click here": "a website first",
    r"mind|thanks?|thank": "no play with these words",
}
"""What §5.3 of the clinical notes does not want said, each with the reason."""

LONGEST, WORD, HARD = 32, re.compile(r"[A-Za-z']+"), 12
"""Words of a sentence, and letters of a word, for somebody who reads little or is tired."""


def texts() -> list[tuple[str, str]]:
    return list(walk(tomllib.loads((CARDS / "en.toml").read_text("utf-8")), ""))


def test_the_words_for_oneself_are_those_of_the_clinical_notes() -> None:
    cards = load_heavy_cards(CARDS, "en")
    card = cards.card({Kind.SELF}, emergency="999", hide_key="F9")
    assert [text for _, text in card.passages] == [
        (
            "These are heavy words. If part of you is thinking about dying or about hurting yourself, you don't have "
            "to hold that by yourself. You could talk with a person now, reach someone you trust, or steady yourself "
            "here for a minute first. It is your choice."
        )
    ]
    assert card.note == (
        "This note appears because of certain words. It stays on this computer; nobody was told. "
        "If your life is in danger now, call 999."
    )


def test_the_words_for_a_lot_are_one_line_and_no_more() -> None:
    card = load_heavy_cards(CARDS, "en").card({Kind.LOT}, emergency="999", hide_key="F9")
    assert [text for _, text in card.passages] == ["Sounds like a lot. Support is one click away whenever you want it."]
    assert card.note == ""


@pytest.mark.parametrize(("never", "reason"), NEVER.items())
def test_nothing_is_said_that_could_hurt(never: str, reason: str) -> None:
    for where, text in texts():
        found = re.search(rf"\b({never})\b", text, re.IGNORECASE)
        assert found is None, f"{where}: {found} ({reason})"


def test_what_is_to_be_said_is_said() -> None:
    said = load_heavy_cards(CARDS, "en").said
    someone, danger = said[Kind.SOMEONE].text, said[Kind.DANGER].text
    assert "suicide" in someone and "asking does not put the idea there" in someone
    assert "Thoughts like this can pass, and help works" in someone
    assert "don't have to carry this alone" in someone and "If it is safe for you" in someone
    assert "not your fault" in danger and "you decide" in danger and "Support" in danger


def test_whoever_has_lost_somebody_is_told_to_ask_nobody_and_nothing_is_wrong_with_what_they_feel() -> None:
    loss = load_heavy_cards(CARDS, "en").said[Kind.LOSS].text
    assert re.search(r"\bask\b|stay with|prevent|signs?\b|fault|closure", loss) is None
    assert "by suicide" in loss and "None of them is wrong" in loss
    assert (
        "Support has a note on this, and people you could talk with" in loss
        and "you don't have to hold that by yourself" in loss
    )


def test_whoever_sees_the_computer_is_thought_of_and_nothing_is_claimed() -> None:
    tips = load_heavy_cards(CARDS, "en").tips
    for tip in (tips.keyed, tips.keyless):
        assert tip.startswith("Is this computer seen by someone else?")
        assert "passphrase" in tip and "Neither hides that the app is here." in tip


def test_sentences_are_short_and_words_are_plain() -> None:
    for where, text in texts():
        assert "!" not in text, where
        for sentence in re.split(r"(?<=[.?;:])\s", text):
            words = WORD.findall(sentence)
            assert len(words) <= LONGEST, f"{where}: {sentence}"
            assert [word for word in words if len(word) > HARD] == [], f"{where}: {sentence}"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("note = ", "notes = ", r"en\.toml, line \d+: notes is not known here"),
        ("[lot]", "[plenty]", r"en\.toml, line \d+: plenty is not known here"),
        ('[lot]\ntext = "Sounds', '[lot]\ntext = " "\nmore = "Sounds', r"en\.toml, line \d+: lot has no more"),
        ('[event]\ntext = "', '[event]\n# text = "', r"en\.toml, line \d+: event: text is missing or empty"),
        (
            "is in danger now, call {emergency}.",
            "is in danger now, call 999.",
            r"self: danger must hold {emergency} once",
        ),
        ("Country: {region}.", "Country.", r"en\.toml, line \d+: guessed must hold {region} once"),
        ('guessed = "', '# guessed = "', r"guessed is missing or empty"),
        ("{key} turns", "F9 turns", r"danger\.tips: keyed must hold {key} once"),
        ("It is your choice", "It is your {choice}", r"self: text has a brace that is no place"),
        ("[danger.tips]", "[danger.hints]", r"danger has no hints"),
        ("[event]", "[event", r"en\.toml, line \d+"),
    ],
)
def test_a_wrong_file_says_where_and_what(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (CARDS / "en.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "en.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(WrongContent, match=told):
        load_heavy_cards(tmp_path, "en")


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongContent, match=r"xx\.toml"):
        load_heavy_cards(tmp_path, "xx")
