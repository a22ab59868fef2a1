"""The topics of Help: what has to be said is said, to the letter where it is one, and mistakes are named."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from guesthouse.content.help import load_help, load_phrase_lists, load_topic
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.help import Given, Heading, Items, Paragraph, Quote, Table, Topic, texts_of
from guesthouse.paths import resources
from tests.code.source import ROOT

TOPICS = {topic.id: topic for topic in load_help(resources() / "help", "en")}

DISCLAIMER = (
    "This is a self-help tool for everyday self-criticism and stress. It is not therapy, diagnosis, or emergency help, "
    "and nobody reads what you write. If you live with trauma, voices or other unusual experiences, an eating "
    "disorder, strong urges to harm yourself, or feel unreal, these exercises may be better with a professional. Stop "
    "anything that makes you feel worse."
)
EVIDENCE = (
    "Short studies, mostly with students, found that looking at a self-critical thought in a new way can make it feel "
    "less convincing for a while. This app has not itself been tested."
)
SAID = [
    ("about", DISCLAIMER),
    ("about", "16 and older"),
    ("sources", EVIDENCE),
    ("sources", "None of these authors has seen, checked or endorsed Guesthouse."),
    ("review", "No clinician has reviewed Guesthouse yet."),
    ("measured", "Nothing is measured."),
    ("heavy-words", "It knows only English."),
    ("heavy-words", "It misses things."),
    ("heavy-words", "It cannot tell how you are."),
    ("heavy-words", "Nothing about it is stored, counted, logged or sent."),
    ("heavy-words", "When it is off, nothing is looked for at all"),
    ("privacy", "Nothing leaves this computer."),
    ("passphrase", "There is no third way in"),
    ("support", "thinking about suicide"),
    ("quick-hide", "The name of the program may still be seen"),
    ("accessibility", "Windows and macOS"),
    ("visitors", "Why nothing is deleted, and nothing goes faster"),
]

FINE = 'id = "one"\ntitle = "One"\ntext = """\nA line.\n"""\n'


def said(topic: Topic) -> str:
    return "\n".join(texts_of(topic.blocks))


@pytest.mark.parametrize(("topic", "sentence"), SAID)
def test_what_has_to_be_said_is_said(topic: str, sentence: str) -> None:
    assert sentence in said(TOPICS[topic])


def test_the_disclaimer_is_the_one_of_the_readme() -> None:
    readme = " ".join((ROOT / "README.md").read_text("utf-8").replace("\n> ", " ").split())
    assert DISCLAIMER in readme
    assert Quote(DISCLAIMER) in TOPICS["about"].blocks


def test_no_topic_is_longer_than_a_few_screens_and_the_policy_is_a_page() -> None:
    words = {name: len(said(topic).split()) for name, topic in TOPICS.items()}
    assert {name: count for name, count in words.items() if count > 470} == {}
    assert words["privacy"] < 430


def test_the_policy_is_numbered_through() -> None:
    lists = [block for block in TOPICS["privacy"].blocks if isinstance(block, Items)]
    numbers = [block.first + step for block in lists for step in range(len(block.texts))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_topics_and_headings_are_named_apart() -> None:
    titles = [topic.title for topic in TOPICS.values()]
    assert len(set(titles)) == len(titles)
    for topic in TOPICS.values():
        headings = [block.text for block in topic.blocks if isinstance(block, Heading)]
        assert len(set(headings)) == len(headings)


def test_a_topic_that_is_named_in_another_one_is_called_so() -> None:
    titles = [topic.title for topic in TOPICS.values()]
    for topic, named in (
        ("visitors", "Heavy words"),
        ("privacy", "Passphrase and lock"),
        ("review", "Where each practice comes from"),
    ):
        assert f"“{named}”" in said(TOPICS[topic])
        assert any(title.startswith(named) for title in titles)


def test_every_package_it_is_built_with_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *extras["spell"], *extras["sound"]]
    names = {re.split(r"[<>=;\[ ]", each)[0] for each in needed}
    table = next(block for block in TOPICS["licences"].blocks if isinstance(block, Table))
    named = " ".join(name for name, _ in table.rows)
    assert {name for name in names if name.lower() not in named.lower()} == set()


def test_it_says_no_address_and_opens_none() -> None:
    for topic in TOPICS.values():
        assert not re.search(r"https?://|www\.|mailto:|@\w", said(topic)), topic.id


def test_the_lists_that_phrases_use_are_read_as_they_stand(tmp_path: Path) -> None:
    text = """
        fillers = ["so"]
        idioms = ["beats me"]
        [apart]
        dont = "do not"
        [sets]
        myself = ["myself", "my self"]
        [phrases]
        self = ["{myself}"]
    """
    (tmp_path / "en.toml").write_text(text, "utf-8")
    assert load_phrase_lists(tmp_path, "en") == {
        "fillers": ("so",),
        "apart": ("dont = do not",),
        "sets.myself": ("myself", "my self"),
    }


# --------------------------------------------------------------------------------------------------- how it is read


def written(tmp_path: Path, text: str, **more: str) -> Topic:
    lines = "".join(f"{key} = {value}\n" for key, value in more.items())
    (tmp_path / "one.toml").write_text(f"id = 'one'\ntitle = 'One'\n{lines}text = '''\n{text}\n'''\n", "utf-8")
    return load_topic(tmp_path / "one.toml")


def test_each_kind_of_paragraph(tmp_path: Path) -> None:
    text = (
        "Two lines\nin one.\n\n## A heading\n\n> Said so,\n> and on.\n\n- one\n  goes on\n- two\n\n3. three\n4. four"
        "\n\n| a | b c |\n| d | e |\n\n{folders}"
    )
    assert written(tmp_path, text).blocks == (
        Paragraph("Two lines in one."),
        Heading("A heading"),
        Quote("Said so, and on."),
        Items(("one goes on", "two")),
        Items(("three", "four"), first=3),
        Table((("a", "b c"), ("d", "e"))),
        Given("folders"),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## A heading\nand text", "blank line"),
        ("- one\ntwo", "no mark"),
        ("| a | b | c |", "two cells"),
        ("| a |", "two cells"),
        ("| a | b", "two cells"),
        ("|  | b |", "two cells"),
    ],
)
def test_a_mistake_in_a_text_is_named_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(WrongContent, match=rf"one\.toml.*{told}"):
        written(tmp_path, text)


def without(key: str) -> Callable[[str], str]:
    return lambda text: re.sub(rf"(?m)^{key} = .*$", "", text)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (without("id"), "id is missing"),
        (without("title"), "title is missing"),
        (lambda text: text.replace('"one"', '"two"'), "name of the file"),
        (lambda text: text.replace("A line.", " "), "text is missing"),
        (lambda text: f'colour = "red"\n{text}', "no colour"),
        (lambda text: f'also = ["", "b"]\n{text}', "also must be"),
        (lambda text: f"leads = [1]\n{text}", "leads must be"),
        (lambda text: f"folded = 3\n{text}", "folded must"),
        (lambda text: f"also = 3\n{text}", "also must be"),
        (lambda text: f"{text}=", "line"),
    ],
)
def test_a_mistake_in_a_topic_is_named(tmp_path: Path, change: Callable[[str], str], told: str) -> None:
    (tmp_path / "one.toml").write_text(change(FINE), "utf-8")
    with pytest.raises(WrongContent, match=rf"one\.toml.*{told}"):
        load_topic(tmp_path / "one.toml")


@pytest.mark.parametrize("order", ["[]", "['one', 'one']", "3", "[1]", "['two', 'one', 'three']", "['two']"])
def test_the_order_names_each_topic_once(tmp_path: Path, order: str) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "one.toml").write_text(FINE, "utf-8")
    (folder / "two.toml").write_text(FINE.replace('"one"', '"two"'), "utf-8")
    (folder / "order.toml").write_text(f"topics = {order}\n", "utf-8")
    with pytest.raises(WrongContent):
        load_help(tmp_path, "en")
    (folder / "order.toml").write_text("topics = ['two', 'one']\n", "utf-8")
    assert [topic.id for topic in load_help(tmp_path, "en")] == ["two", "one"]
