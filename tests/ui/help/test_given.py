"""What the app fills into Help is what it has: nothing is left out, and nothing more is claimed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path

import pytest

from guesthouse.content.exercises import load_exercises
from guesthouse.content.heavy_words import load_heavy_words
from guesthouse.content.help import load_help, load_phrase_lists
from guesthouse.content.practices import load_practices
from guesthouse.domain.heavy_kinds import Kind
from guesthouse.domain.heavy_words import HeavyWords
from guesthouse.domain.help import Giver, Heading, Items, Table, texts_of
from guesthouse.paths import Paths, resources
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.help.given import folders, hide_key, looked_for


def test_every_place_in_every_topic_can_be_filled(given: Mapping[str, Giver]) -> None:
    named = {name for topic in load_help(resources() / "help", "en") for name in topic.given()}
    assert named == set(given)
    for name in named:
        assert "".join(texts_of(given[name]())).strip(), name


@pytest.mark.parametrize("kind", ["practices", "exercises"])
def test_every_one_stands_there_with_its_sources(given: Mapping[str, Giver], kind: str) -> None:
    load = {"practices": load_practices, "exercises": load_exercises}[kind]
    (table,) = given[kind]()
    assert isinstance(table, Table)
    there = load(resources() / kind, "en")
    assert list(table.rows) == [(each.title, "\n".join(each.sources)) for each in there]
    assert all(each.sources for each in there)


def test_every_phrase_is_shown_and_so_is_what_is_passed_over() -> None:
    words = load_heavy_words(resources() / "heavy_words", "en")
    blocks = looked_for(words, {})
    shown = [text.replace(" / ", "|") for block in blocks if isinstance(block, Items) for text in block.texts]
    wanted = [phrase for kind in Kind for phrase in words.shown()[kind]]
    assert len(wanted) > 80
    assert shown == [*wanted, *words.shown_idioms()]


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def test_nothing_that_stands_in_the_file_is_held_back(given: Mapping[str, Giver]) -> None:
    file = resources() / "heavy_words" / "en.toml"
    shown = "\n".join(texts_of(given["phrases"]())).replace(" / ", "|")
    assert [text for text in texts(tomllib.loads(file.read_text("utf-8"))) if text not in shown] == []


def test_every_list_of_the_file_is_called_in_words() -> None:
    lists = load_phrase_lists(resources() / "heavy_words", "en")
    table = looked_for(HeavyWords(), lists)[-1]
    assert isinstance(table, Table)
    names = [name for name, _ in table.rows]
    assert set(names) & set(lists) == set()
    assert len(set(names)) == len(names), "two lists are called the same"


def test_a_list_is_called_as_the_phrases_call_it_and_one_nobody_knows_as_in_the_file() -> None:
    table = looked_for(HeavyWords(), {"sets.myself": ["me"], "fillers": ["so"], "new": ["on|off"]})[-1]
    assert isinstance(table, Table)
    assert table.rows == (("{myself}", "me"), ("words that may stand in between", "so"), ("new", "on / off"))


def test_without_phrases_it_is_said_that_nothing_is_looked_for() -> None:
    assert list(texts_of(looked_for(HeavyWords(), {}))) == [
        "The list of phrases cannot be read here, so nothing is looked for."
    ]


def test_the_kinds_have_headings_of_their_own() -> None:
    words = load_heavy_words(resources() / "heavy_words", "en")
    headings = [block.text for block in looked_for(words, {"a": ["b"]}) if isinstance(block, Heading)]
    assert len(set(headings)) == len(headings) >= len(Kind) + 2


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        (Kind.SELF, "About dying, or hurting oneself"),
        (Kind.SOMEONE, "The same, about somebody else"),
        (Kind.DANGER, "About danger from others"),
        (Kind.LOSS, "About somebody who died by suicide"),
        (Kind.LOT, "About more than one can carry"),
        (Kind.EVENT, "About something that happened, a harm or a loss"),
    ],
)
def test_phrases_stand_under_the_heading_of_their_kind(kind: Kind, heading: str) -> None:
    words = load_heavy_words(resources() / "heavy_words", "en")
    blocks = looked_for(words, {})
    below = takewhile(lambda block: not isinstance(block, Heading), blocks[blocks.index(Heading(heading)) + 1 :])
    listed = [text for block in below if isinstance(block, Items) for text in block.texts]
    assert [text.replace(" / ", "|") for text in listed] == list(words.shown()[kind])


def test_each_kind_stands_first_with_a_few_of_its_phrases_as_one_says_them() -> None:
    words = load_heavy_words(resources() / "heavy_words", "en")
    table = next(block for block in looked_for(words, {}) if isinstance(block, Table))
    kinds = [name for name, _ in table.rows]
    assert kinds[:-1] == [block.text for block in looked_for(words, {}) if isinstance(block, Heading)][2:-1]
    for said in (said for _, said in table.rows):
        assert said.count("“") >= 5 and not set(said) & set("|[](){}")


def test_the_folders_are_those_of_this_computer(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    (table,) = folders(paths)
    assert isinstance(table, Table)
    assert dict(table.rows) == {
        "Your words": str(paths.database),
        "Its keys, where there is a passphrase": str(paths.keys),
        "Backups, unless you chose another folder": str(paths.backups),
        "A damaged file, kept aside": str(paths.aside),
        "Sounds that were made here": str(paths.sounds),
        "Preferences": str(paths.preferences),
        "The log": str(paths.log),
    }


def test_the_version_is_the_one_that_runs(given: Mapping[str, Giver]) -> None:
    assert list(texts_of(given["version"]())) == ["Guesthouse 1.2.3"]


def test_the_key_that_hides_is_the_one_that_was_chosen(preferences: Preferences) -> None:
    assert "F9 is the key" in "".join(texts_of(hide_key(preferences)))
    preferences.hide_key = "F7"
    preferences.hide_on_esc = True
    said = "".join(texts_of(hide_key(preferences)))
    assert "F7 is the key" in said and "Esc, pressed twice" in said
    preferences.hide_key = "none"
    assert "".join(texts_of(hide_key(preferences))) == "Esc, pressed twice, is the quick hide now."
    preferences.hide_on_esc = False
    assert "No key is chosen" in "".join(texts_of(hide_key(preferences)))
