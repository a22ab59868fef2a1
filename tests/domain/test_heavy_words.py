"""Which words are heavy: what somebody may type is heard, what is said of pizza is not; what fails is written down."""

from __future__ import annotations

import dataclasses

import pytest

from guesthouse.domain.heavy_kinds import Kind
from guesthouse.domain.heavy_tokens import NUMBER
from guesthouse.domain.heavy_words import KINDS, Group, HeavyWords, Phrase
from tests.domain.heavy_texts import expected, listed, shipped, texts, told_before


def test_what_is_heavy_is_heard_as_what_it_is() -> None:
    told = [(text, kinds, shipped().kinds(text)) for text, kinds in expected()]
    assert [each for each in told if each[1] != each[2]] == []


def test_nobody_who_speaks_of_dying_is_missed() -> None:
    assert [text for text in texts("self") if Kind.SELF not in shipped().kinds(text)] == []


def test_there_is_enough_to_try_it_with() -> None:
    assert {kind.value: len(set(texts(kind.value))) for kind in Kind if len(set(texts(kind.value))) < 30} == {}
    assert len(set(texts("self"))) >= 80 and len(set(texts("benign"))) >= 200
    names = [*(kind.value for kind in Kind), "several", "benign", "missed"]
    every = [text.partition(" | ")[2] or text for name in names for text in texts(name)]
    assert sorted(text for text in set(every) if every.count(text) > 1) == []


def test_what_is_heard_and_is_not_heavy_is_listed_by_name() -> None:
    alarms = {text: shipped().kinds(text) for text in texts("benign")}
    assert {text: kinds for text, kinds in alarms.items() if kinds} == {
        text: kinds for kinds, text in listed("False alarms")
    }


def test_what_is_missed_is_listed_by_name() -> None:
    assert [text for kinds, text in told_before("missed") if shipped().kinds(text) & kinds] == []
    assert set(listed("What it misses")) == set(told_before("missed"))


NAMED = {
    Kind.SELF: (
        "kill myself, killing myself, end my life, take my own life, want to die, wish I was dead, wish I were dead, "
        "don't want to be alive anymore, don't want to live anymore, don't want to be here anymore, "
        "better off without me, better off if I was dead, suicide, suicides, suicidal, suicidality, hurt myself, "
        "harm myself, cut myself, burn myself, overdose, no reason to live"
    ),
    Kind.LOT: (
        "no way out, can't go on, can't do this anymore, what's the point, give up on everything, "
        "nobody would notice if I was gone"
    ),
    Kind.DANGER: "hits me, hurts me, threatens me, not safe at home, afraid of him, afraid of her, afraid of them",
}
"""What has to be looked for at the least, as clinical.md 5.3 names it."""
PASSED_OVER = (
    "dying to, killing me with laughter, my back is killing me, my feet are killing me, kill time, kill it, "
    "shoot me an email, deadline, dead tired, embarrassed to death, cut myself some slack, cut myself shaving, "
    "burn myself out"
)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, row in NAMED.items() for text in row.split(", ")])
def test_what_is_named_is_looked_for(kind: Kind, text: str) -> None:
    for typed in (text, f"I {text}", text.upper(), text.replace("'", "\u2019"), text.replace("'", ""), f"Not {text}?"):
        assert shipped().kinds(typed) == {kind}, typed


@pytest.mark.parametrize("text", PASSED_OVER.split(", "))
def test_what_is_only_a_manner_of_speaking_is_passed_over(text: str) -> None:
    assert not shipped().kinds(text) and not shipped().kinds(f"Oh dear, {text}.")
    assert shipped().kinds(f"I {text}. I want to die") == {Kind.SELF}


@pytest.mark.parametrize(
    "text",
    [
        "Cut myself some slack? I want to die",
        "I cut myself some slack and I cut myself",
        "burned myself out, burned myself on purpose",
        "I burned myself on the oven on purpose",
        "I cut myself shaving. It was no accident",
        "I could kill myself. Laughing does not help",
        "I could kill myself\nLaughing does not help",
        "I want to die for a reason",
        "I want to die. For pizza I would not",
        "I want to kill myself laughing",
        "killing time, killing myself",
        "Suicide Squad was great, suicide is on my mind",
    ],
)
def test_an_idiom_hides_only_its_own_words(text: str) -> None:
    assert Kind.SELF in shipped().kinds(text)


def phrase(text: str) -> Phrase:
    """A phrase that can be said in one way."""
    return Phrase(shown=text, ways=(tuple(text.split()),))


def test_a_phrase_that_only_overlaps_an_idiom_is_heard() -> None:
    looked_for = (phrase("cut myself"), phrase("slack and die"), phrase("must cut"))
    words = HeavyWords(phrases={Group.SELF: looked_for}, idioms=(phrase("cut myself some slack"),))
    assert not words.kinds("cut myself some slack")
    for text in ("cut myself some slack and die", "must cut myself some slack", "cut myself", "cut myself some, slack"):
        assert words.kinds(text) == {Kind.SELF}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("She is suicidal", {Kind.SOMEONE}),
        ("That is where she is. Suicidal again", {Kind.SELF}),
        ("my sister and I are suicidal", {Kind.SELF}),
        ("my sister made me suicidal", {Kind.SELF}),
        ("I told my sister I was suicidal", {Kind.SELF}),
        ("I think my sister may be suicidal", {Kind.SOMEONE}),
        ("They want to die and I do too", {Kind.SELF, Kind.SOMEONE}),
        ("you want to die", {Kind.SELF}),
        ("my dad committed suicide", {Kind.LOSS}),
        ("I almost committed suicide", {Kind.SELF}),
        ("I almost died by suicide", {Kind.SELF}),
        ("my dad almost died by suicide", {Kind.SELF, Kind.SOMEONE}),
        ("he almost killed himself", {Kind.SOMEONE}),
        ("my brother's suicide", {Kind.LOSS}),
        ("my brother's suicidal", {Kind.SOMEONE}),
        ("I am at my brother's. Suicidal again", {Kind.SELF}),
        ("my brother's suicide attempt", {Kind.SOMEONE}),
        ("he killed himself, and I want to be with him", {Kind.SELF, Kind.LOSS}),
        ("my sister is suicidal and I want to help", {Kind.SOMEONE}),
        ("my sister is suicidal and I do not know what to say", {Kind.SOMEONE}),
        ("my sister is suicidal, she told me to keep it", {Kind.SOMEONE}),
        ("my sister is suicidal, me too.", {Kind.SELF, Kind.SOMEONE}),
        ("my friend took an overdose", {Kind.SOMEONE}),
        ("I do not feel safe with myself", {Kind.SELF}),
        ("I do not feel safe with him", {Kind.DANGER}),
        ("the news hit me", set()),
        ("he hit me with a belt", {Kind.DANGER, Kind.EVENT}),
        ("he hit me with a question", set()),
        ("half of me wants to die", {Kind.SELF}),
        ("it hits me", set()),
        ("Tom hits me", {Kind.DANGER}),
        ("my phone died", set()),
        ("my dad died", {Kind.EVENT}),
        ("I died", set()),
        ("Tom hit me", {Kind.DANGER, Kind.EVENT}),
        ("tom hit me", {Kind.DANGER, Kind.EVENT}),
        ("my brother Zed hit me", {Kind.DANGER, Kind.EVENT}),
        ("my friend Xanthe died", {Kind.EVENT}),
        ("my friend, Xanthe died", set()),
        ("jet lag hit me", set()),
        ("my brother's ball hit me", set()),
        ("Tom hit me up about Friday", set()),
        ("Tom wants to die", {Kind.SELF, Kind.SOMEONE}),
        ("Tom is suicidal", {Kind.SELF, Kind.SOMEONE}),
        ("Tom makes me suicidal", {Kind.SELF}),
        ("I told Tom I am suicidal", {Kind.SELF}),
        ("Tom died by suicide", {Kind.LOSS}),
        ("I jumped in front of a train", {Kind.SELF}),
        ("my uncle jumped in front of a train", {Kind.LOSS}),
        ("my uncle nearly jumped in front of a train", {Kind.SELF, Kind.SOMEONE}),
        ("I wrote a goodbye letter", {Kind.SELF}),
        ("my friend sent a goodbye letter", {Kind.SOMEONE}),
    ],
)
def test_who_it_is_about(text: str, kinds: set[Kind]) -> None:
    assert shipped().kinds(text) == kinds


@pytest.mark.parametrize("between", ["", "really", "really so", "really so totally"])
def test_words_that_say_nothing_may_stand_inside(between: str) -> None:
    said = " ".join(f"I want to {between} die".split())
    assert shipped().kinds(said) == {Kind.SELF}


def test_nothing_is_heard_where_nothing_is_looked_for() -> None:
    assert HeavyWords().kinds("I want to die") == frozenset()
    assert not any(HeavyWords().shown().values()) and HeavyWords().shown_idioms() == ()


def test_everything_that_is_looked_for_is_shown() -> None:
    words = shipped()
    shown = words.shown()
    assert list(shown) == list(Kind) and all(shown.values())
    assert {text for kind in shown.values() for text in kind} == {
        phrase.shown for phrases in words.phrases.values() for phrase in phrases
    }
    assert words.shown_idioms() == tuple(phrase.shown for phrase in words.idioms)


@pytest.mark.parametrize("group", [Group.SELF, Group.SELF_OPEN, Group.WANTS])
def test_every_way_to_say_it_of_oneself_is_heard(group: Group) -> None:
    words = shipped()
    ways = [" ".join(way).replace(NUMBER, "7") for phrase in words.phrases[group] for way in phrase.ways]
    assert [way for way in ways if Kind.SELF not in words.kinds(way)] == []


@pytest.mark.parametrize("group", [Group.SOMEONE, Group.LOSS, Group.DANGER, Group.EVENT])
def test_so_is_every_other_one(group: Group) -> None:
    words = shipped()
    ways = [" ".join(way) for phrase in words.phrases[group] for way in phrase.ways]
    assert [way for way in ways if not words.kinds(way) >= KINDS[group]] == []


def test_every_idiom_covers_something() -> None:
    words = shipped()
    bare = dataclasses.replace(words, idioms=())
    before = ("", "he ", "my dad ", "the dog ", "she ", "i ")
    idle = [
        phrase.shown
        for phrase in words.idioms
        if not any(
            bare.kinds(start + text) - words.kinds(start + text)
            for text in (" ".join(way).replace(NUMBER, "7") for way in phrase.ways)
            for start in before
        )
    ]
    assert idle == []
