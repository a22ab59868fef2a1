"""The should-finder: what is a rule about oneself, what only sounds like one, and what is offered beside it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.content.shoulds import load_shoulds
from guesthouse.domain.shoulds import Place, Shoulds
from guesthouse.paths import resources

SHOULDS = load_shoulds(resources() / "shoulds", "en")

# A text, and the words that are marked in it.
MINE = [
    ("I should be better.", ["should"]),
    ("i should have known", ["should"]),
    ("I SHOULD HAVE KNOWN!!!", ["SHOULD"]),
    ("I really should have called her, but I did not.", ["should"]),
    ("I shouldn't feel this way", ["shouldn't"]),
    ("I shouldn\u2019t feel this way", ["shouldn\u2019t"]),
    ("I should not need so long for it", ["should not"]),
    ("I should\u2019ve known", ["should\u2019ve"]),
    ("I never should have come.", ["should"]),
    ("I must try harder.", ["must"]),
    ("I must never cry", ["must"]),
    ("I mustn't let them down", ["mustn't"]),
    ("I must say no more often.", ["must"]),
    ("I ought to ring my mother", ["ought to"]),
    ("I oughtn't to complain", ["oughtn't to"]),
    ("I have to be strong, for all of them.", ["have to"]),
    ("I always have to be the calm one", ["have to"]),
    ("I've got to stop this", ["got to"]),
    ("I'm supposed to be happy", ["supposed to"]),
    ("I\u2019m not supposed to cry.", ["supposed to"]),
    ("I am supposed to know these things", ["supposed to"]),
    ("I was supposed to be the strong one", ["supposed to"]),
    ("I am meant to be grateful", ["meant to"]),
    ("I am tired and I should sleep and I must not", ["should", "must not"]),
    ("I can and should do more", ["should"]),
    ("I, of all people, should know better", ["should"]),
    ("Anna left and I should call her", ["should"]),
    ("I know I should. I know.", ["should"]),
    ("Should I quit? No, I must not.", ["must not"]),
    ("I think I should be over it by now", ["should"]),
    ("I've often thought I should be kinder", ["should"]),
    ("I listened to her and thought I should be thankful", ["should"]),
    ("I told myself I should be strong", ["should"]),
    ("I should be able to cope with this", ["should"]),
    ("I should be fine by now", ["should"]),
    ("I should think before I speak.", ["should"]),
    ("Should have known.", ["Should"]),
    ("should have known", ["should"]),
    ("must try harder", ["must"]),
    ("MUST TRY HARDER", ["MUST"]),
    ("Must be better at this", ["Must"]),
    ("Ought to know better", ["Ought to"]),
    ("Supposed to be grateful, apparently.", ["Supposed to"]),
    ("Tired. Have to be strong.", ["Have to"]),
    ("And really should rest more.", ["should"]),
    ("Today: should have rested (must stop this)", ["should", "must"]),
    ("- [ ] must call mum", ["must"]),
    ("1. should call mum", ["should"]),
    ("## Must do better", ["Must"]),
    ("I *should* **really** be kinder", ["should"]),
    ("**Should have known.**", ["Should"]),
    ("\U0001f622\U0001f622 should have known \U0001f622 I must stop", ["should", "must"]),
    ("\u05d0\u05e0\u05d9 I should be good \u0627\u0644\u0644\u0647", ["should"]),
    ("\0I should have\0 known", ["should"]),
    ("This shouldn't bother me any more", ["shouldn't"]),
    ("It should not still upset me.", ["should not"]),
    ("He said \u2018I should go\u2019 and I should have said no", ["should"]),
    ("My parents\u2019 house: I should visit my parents\u2019 house", ["should"]),
    ("She asked \u201cwhy?\u201d and I should have answered.", ["should"]),
    ("one\r\nI should two\nthree\u2029I must four", ["should", "must"]),
    ("> She said I should.\nI should not have listened.", ["should not"]),
    ("```\nI should\n```\nI must", ["must"]),
]
NOT_MINE = [
    # questions, open ones too
    "Should I go?",
    "I should go, right?",
    "So I must be the strong one again, must I?! I wonder.",
    "What if I should? And why must I?",
    "Why should I care",
    "should I have said that?!",
    "I wonder if I should call her.",
    "I don't know what I should do.",
    "Not sure whether I must",
    "If I should fall asleep, wake me",
    "Must I",
    # weather, trains, things
    "It should rain tomorrow",
    "Should rain later.",
    "Should be sunny tomorrow",
    "the train should be here by now",
    "That should work. Should work now.",
    "Should be fine.",
    "My house should be clean",
    "This shouldn't take long",
    "Supposed to rain all day",
    # guesses and manners
    "I must have left it on the bus",
    "I must've forgotten",
    "Must be the wind.",
    "must have been the wind",
    "I must be going mad",
    "I must say, it was lovely.",
    "I have to admit it was nice",
    "I should think so.",
    "I should be fine. I should be home by six.",
    # no rule
    "I don't have to go",
    "I had to wait for the bus",
    "I'll have to see",
    "All I have to do is rest",
    "I meant to call",
    "a must-have list, and the shoulds of this world",
    "should",
    "Must.",
    # others
    "She should call. They must know. He has to go. We ought to talk.",
    "You should be ashamed of yourself",
    "You and I should talk",
    "Should Anna call, I am out",
    "Should anything happen, call me",
    "My doctor says I should rest.",
    "Everyone told me I should be thankful",
    "I know she thinks that I should go",
    "She looked at me and said I should rest",
    "World AI should be careful",
    # quotes of others, and code
    'He said "I should be better" and left',
    "\u201cI should be better\u201d, he said",
    "\u201eI should be better\u201c, he said",
    "\u00abI should be better\u00bb, he said",
    "\u2018I shouldn\u2019t go\u2019, he said",
    "'I shouldn't go', he said",
    "He said: \u201cI should be",
    "> I should be better",
    "run `I should` first",
    "~~~\nI must\n~~~",
    # looked at from outside already
    "I notice the rule that I should be better.",
    "My mind tells me I should be better",
    "Part of me thinks I should go because it matters to me that she is well",
    # nothing
    "",
    "\0",
    "shoulder mustard oughts",
]


def marked(text: str) -> list[str]:
    return [text[place.start : place.end] for place in SHOULDS.find(text)]


@pytest.mark.parametrize(("text", "words"), MINE)
def test_a_rule_about_oneself_is_found(text: str, words: list[str]) -> None:
    assert marked(text) == words


@pytest.mark.parametrize("text", NOT_MINE)
def test_what_only_sounds_like_one_is_left_alone(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "framed"),
    [
        ("I should be better.", "I notice the rule that I should be better."),
        ("I really SHOULD be better!", "I notice the rule that I really SHOULD be better."),
        ("Tired. I should\u2019ve slept, but no.", "I notice the rule that I should\u2019ve slept."),
        ("I should be *better* because they ask", "I notice the rule that I should be *better*."),
        ("**I should be better**, but", "I notice the rule that I should be better."),
        ("But should have known \u2026", "I notice the rule that says: should have known."),
        ("This shouldn't bother me", "I notice the rule that says: This shouldn't bother me."),
        ("I should be like \u201cAnna\u201d.", "I notice the rule that I should be like \u201cAnna\u201d."),
    ],
)
def test_the_frame_keeps_the_words_as_they_were_typed(text: str, framed: str) -> None:
    place = SHOULDS.find(text)[0]
    first, *others = SHOULDS.offers(text, place)
    assert first.text == framed
    assert framed.startswith(first.frame) and first.frame.startswith("I notice the rule that ")
    assert [offer.text for offer in others] == list(SHOULDS.lines)
    assert not any(offer.frame for offer in others)


def test_what_is_offered_is_marked_no_more() -> None:
    text = "I should be better."
    for offer in SHOULDS.offers(text, SHOULDS.find(text)[0]):
        assert marked(offer.to_write) == []
        assert not offer.to_write.endswith("\u2026")


def test_the_four_lines() -> None:
    text = "I should be better."
    assert [offer.text.rstrip(".") for offer in SHOULDS.offers(text, SHOULDS.find(text)[0])] == [
        "I notice the rule that I should be better",
        "It matters to me that \u2026",
        "It's ok I feel this way",
        "It makes sense I am reacting this way",
    ]


def test_the_rule_of_the_sentence_one_stands_in() -> None:
    line = "It rained. I should go and I must pay. Why should I?"

    def at(needle: str) -> str | None:
        place = SHOULDS.near(line, line.index(needle))
        return None if place is None else line[place.start : place.end]

    assert at("rained") is None
    assert at("I should") == "should"
    assert at("pay") == "must"
    assert at("Why") is None
    assert SHOULDS.near("I must pay.  ", 13) == SHOULDS.find("I must pay.")[0]
    assert SHOULDS.near("", 0) is None


PIECES = (
    "I i should shouldn't must have to ought supposed am 'm I'm and but it rain Anna x really if says me that be able "
    "\u201c \u201d \u2018 \u2019 ' \" ? . ! , ; : ( - > ` ``` ** _ \0 \U0001f622 \u0130 \ufb01 \u05d0"
)
words = st.sampled_from([*PIECES.split(), "\n", "\r", "\u2029"])
texts = st.one_of(
    st.text(), st.lists(words, max_size=40).map(" ".join), st.lists(st.one_of(words, st.text(max_size=2))).map("".join)
)


@given(texts)
def test_places_lie_in_the_text_in_order_and_apart(text: str) -> None:
    last = 0
    for place in SHOULDS.find(text):
        assert last <= place.start < place.end <= len(text)
        assert place.rule_start <= place.start and place.end <= place.rule_end <= len(text)
        assert not set(text[place.rule_start : place.rule_end]) & set("\n\r\u2029")
        assert (
            text[place.rule_start : place.rule_end].removesuffix("*").rstrip("*_~")
            in SHOULDS.offers(text, place)[0].text
        )
        last = place.end


@given(texts, st.integers(0, 200))
def test_near_never_fails_and_tells_only_what_is_found(text: str, at: int) -> None:
    line = text.splitlines()[0] if text.splitlines() else ""
    assert SHOULDS.near(line, at) in [None, *SHOULDS.in_line(line)]


def took(rules: Shoulds, text: str) -> tuple[float, list[Place]]:
    """The quickest of three, in milliseconds, and what was found."""
    times, found = [], []
    for _ in range(3):
        begin = time.perf_counter()
        found = rules.find(text)
        times.append((time.perf_counter() - begin) * 1000)
    return min(times), found


SOME = "The river was warm and we walked along it. Anna said that the bridge is closed. It rained a little. " * 10


def test_a_very_long_entry_takes_no_time_one_would_notice() -> None:
    text = f"{SOME}I should have called her, but I did not.\n" * (100_000 // len(SOME))
    milliseconds, found = took(SHOULDS, text)
    assert len(found) > 90
    assert milliseconds < 150  # 7 on a quiet computer


@pytest.mark.parametrize(
    "piece",
    ["I should ", "'a ", "\u2018a ", "\u00bb ", "](", "`a", ":", ".a", "I, a", " ", "I said that ", "(", "*", "- "],
)
def test_no_text_makes_it_slow(piece: str) -> None:
    """Where a pattern tries every end for every beginning, this takes minutes."""
    milliseconds, _ = took(SHOULDS, "I should " + piece * 30_000 + " I should")
    assert milliseconds < 3000  # 20 to 200 on a quiet computer


@pytest.mark.parametrize(
    "text",
    [
        "I should die.",
        "I should kill myself",
        "I should have died instead of him",
        "I must cut myself tonight",
        "I shouldn\u2019t be alive",
        "I shouldn't be here. I ought to end it",
        "I should be punished",
        "I should never have been born",
        "I have to leave him before it gets worse",
        "I must let him, he is my husband",
        "I should do it. I want to die",
    ],
)
def test_words_about_dying_harm_and_danger_get_no_frame(text: str) -> None:
    assert SHOULDS.find(text) == []
    assert SHOULDS.find(f"I should do better.\n{text}") != []
