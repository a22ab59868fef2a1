"""The words of the exercises: each acknowledges, refuses, names its sources, and neither praises nor pushes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from guesthouse.content.exercises import ORDER, load_exercise, load_run
from guesthouse.paths import resources

FOLDER = resources() / "exercises"
FILES = [FOLDER / "en" / f"{name}.toml" for name in ORDER]
SPOKEN = [*FILES, FOLDER / "run" / "en.toml", resources() / "visitors" / "en.toml"]
MINUTES = {
    "ladder": (1, 2),
    "hands": (1, 1),
    "theme": (1, 2),
    "card": (3, 10),
    "noted": (1, 1),
    "clothes": (2, 3),
    "ball": (1, 2),
    "popups": (2, 3),
    "radio": (2, 4),
    "bus": (4, 6),
    "object": (4, 5),
    "loop": (1, 2),
}
ASKED_FIRST = {"noted", "clothes", "ball", "popups", "radio", "bus", "object", "loop"}
NOT_FOR = {
    "theme": ("grief", "assault", "treated unfairly"),
    "ladder": ("happened", "harm", "loss"),
    "hands": ("happened", "harm", "loss"),
    "card": ("happened", "harm", "loss"),
    "noted": ("happened", "harm", "loss"),
    "clothes": ("loss", "done to you", "body"),
    "ball": ("loss", "done to you", "name"),
    "popups": ("loss", "done to you"),
    "radio": ("voices", "watched", "happened", "harm", "loss"),
    "bus": ("voices", "watched", "someone who hurt you"),
    "object": ("pain", "panic", "unreal", "frightening pictures"),
    "loop": ("trauma", "abuse", "slurs", "name", "death", "unreal", "voices", "checking", "rituals"),
}

each_file = pytest.mark.parametrize("file", SPOKEN, ids=lambda file: f"{file.parent.name}-{file.stem}")
each = pytest.mark.parametrize("name", ORDER)


def said(file: Path) -> list[str]:
    """Every sentence of a file that is shown; what an exercise refuses is not."""
    found: list[str] = []

    def gather(value: object, key: str = "") -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            for name, inner in value.items():
                if name not in ("refuses", "sources", "written", "id", "practice"):
                    gather(inner, name)
        elif isinstance(value, list):
            for inner in value:
                gather(inner, key)

    gather(tomllib.loads(file.read_text("utf-8")))
    return found


@each_file
def test_nobody_is_told_to_shut_their_eyes_to_breathe_or_to_relax(file: Path) -> None:
    told = re.compile(r"\bclos\w* (?:your|the) eyes|\beyes closed|\bbreath|\binhale|\bexhale|\brelax|\bcalm down", re.I)
    assert [text for text in said(file) if told.search(text)] == []


@each_file
def test_nobody_is_praised_counted_or_shouted_at(file: Path) -> None:
    unkind = re.compile(
        r"!|%|\bgreat\b|\bbravo\b|\bcongrat|\bwell done|\bgood job|\bperfect\b|\byou did it|\bstreak|\bscore"
        r"|\byou made it|\bproud",
        re.I,
    )
    assert [text for text in said(file) if unkind.search(text)] == []


@each_file
def test_no_thought_is_called_false_laughed_at_or_got_rid_of(file: Path) -> None:
    against = re.compile(
        r"\bfalse\b|\birrational|\bdistort|\buntrue\b|\bonly a thought|\bjust a thought|\bsilly|\bridiculous|\bnonsense"
        r"|\bget rid|\bdelete|\bthrow|\bbanish|\bdisappear|\bburn|\btear it|\bfaster\b|\blet go\b|\bwelcome"
        r"|\bbelieve it as hard",
        re.I,
    )
    assert [text for text in said(file) if against.search(text)] == []


@each
def test_a_line_acknowledges_and_leaves_it_free(name: str) -> None:
    line = load_exercise(FOLDER / "en" / f"{name}.toml").acknowledging
    assert re.search(r"\b(hard|heavy|tir(?:ing|ed)|wearing|wear you out|sting)\b", line), "first it is acknowledged"
    assert re.search(r"\bleave\b", line), "and it can be left"


@each
def test_what_plays_is_asked_for_first(name: str) -> None:
    text = load_exercise(FOLDER / "en" / f"{name}.toml")
    assert text.asks is (name in ASKED_FIRST)
    assert text.gated is (name == "loop")


@each
def test_it_says_what_it_refuses_where_it_comes_from_and_how_long_it_takes(name: str) -> None:
    text = load_exercise(FOLDER / "en" / f"{name}.toml")
    assert len(text.refuses) >= 2 and text.sources
    assert text.minutes == MINUTES[name]


@pytest.mark.parametrize("name", NOT_FOR)
def test_what_it_is_not_for_is_said(name: str) -> None:
    cases = load_exercise(FOLDER / "en" / f"{name}.toml").not_for.lower()
    assert [case for case in NOT_FOR[name] if case not in cases] == []


@each
def test_no_exercise_is_for_thoughts_of_harming_oneself(name: str) -> None:
    cases = load_exercise(FOLDER / "en" / f"{name}.toml").not_for
    assert "hurt yourself" in cases or "harming yourself" in cases


@each
def test_what_is_acknowledged_is_not_made_small(name: str) -> None:
    line = load_exercise(FOLDER / "en" / f"{name}.toml").acknowledging
    assert not re.search(r"\b(chatter|noise|a mild line|story)\b", line, re.I)


def test_the_end_names_the_room_and_the_next_five_minutes_and_that_once_is_enough() -> None:
    run = load_run(FOLDER / "run", "en")
    assert "room" in run.room and "next five minutes" in run.five and run.five.endswith("?")
    assert "tends to feed it" in run.again
    visitors = tomllib.loads((resources() / "visitors" / "en.toml").read_text("utf-8"))["ending"]
    assert "room" in visitors["room"] and "next five minutes" in visitors["next"]
    assert "tends to feed it" in visitors["again"]


@each
def test_an_ending_is_a_plain_line_and_promises_nothing(name: str) -> None:
    ending = load_exercise(FOLDER / "en" / f"{name}.toml").ending
    assert len(ending.split()) <= 25
    assert not re.search(
        r"\b(better|less|lighter|smaller|weaker|gone|calmer|free)\b", ending.replace("hands are free", "")
    )


def test_a_mild_thought_is_suggested_first() -> None:
    run = load_run(FOLDER / "run", "en")
    assert all("3 or 4 out of 10" in text for text in (run.size, run.one, run.empty))
    assert all("sting" in text for text in (run.one, run.empty)), "out of 10 of what"


def test_nothing_changed_is_a_full_answer_and_comes_first() -> None:
    lines = load_exercise(FOLDER / "en" / "ladder.toml").lines
    assert "full answer" in lines["question-note"]
    assert list(lines).index("nothing") < list(lines).index("room")
    assert "feels worse" in lines["worse"] and "Stop here" in lines["question-note"]


def test_a_title_is_explained_as_words_the_mind_repeats_true_or_not() -> None:
    lines = load_exercise(FOLDER / "en" / "theme.toml").lines
    assert "true or not" in lines["title-note"]
    assert {"theme", "pattern", "track"} <= lines.keys() and "story" not in " ".join(lines.values()).lower()


def test_the_plain_answer_to_the_mind_comes_before_thanks() -> None:
    lines = load_exercise(FOLDER / "en" / "noted.toml").lines
    names = list(lines)
    assert lines["noted"] == "Noted, mind."
    assert names.index("noted") < names.index("thanks") and "honest" in lines["thanks-note"]
