"""A practice with a mistake in it names the file, the line and the mistake, so that anybody can mend it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.content.practices import load_practices
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.practice import Kind, Sense

WHOLE = """\
id = "one"
title = "One thing"
element = "acknowledge"
minutes = [1, 2]
tone = "neutral"
purpose = "Look at one thing."
sources = ["Somebody (2020)"]

[[step]]
kind = "line"
text = "Name it."
key = "name"

[[step]]
text = "Read it."
frame = "It is {name}."

[[step]]
kind = "choose"
text = "Go on?"
key = "on"
options = ["Yes", { text = "No", goes = "start" }]
"""
STEP_2 = 'text = "Read it."\nframe = "It is {name}."'
STEP_3 = 'kind = "choose"\ntext = "Go on?"\nkey = "on"\noptions = ["Yes", { text = "No", goes = "start" }]'


def put(folder: Path, text: str | bytes, name: str = "one.toml") -> Path:
    """A folder with one language and this practice in it."""
    place = folder / "practices" / "en"
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder / "practices"


def complaint(folder: Path) -> str:
    with pytest.raises(WrongContent) as raised:
        load_practices(folder, "en")
    return str(raised.value)


def test_the_whole_one_is_read(tmp_path: Path) -> None:
    (practice,) = load_practices(put(tmp_path, WHOLE), "en")
    assert [step.kind for step in practice.steps] == [Kind.LINE, Kind.READ, Kind.CHOOSE]
    assert practice.steps[2].options[1].goes == "start"


def test_as_an_editor_of_another_system_saves_it(tmp_path: Path) -> None:
    marked = b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode()
    assert load_practices(put(tmp_path, marked), "en")[0].title == "One thing"
    wrong = marked.replace(b'"neutral"', b'"loud"')
    assert complaint(put(tmp_path, wrong)).startswith("one.toml, line 5: ")


def test_a_step_set_in_with_spaces_and_a_remark_is_found(tmp_path: Path) -> None:
    text = WHOLE.replace("[[step]]\nkind", "  [[ step ]]  # here\n  kind").replace('key = "on"', 'key = "name"')
    assert complaint(put(tmp_path, text)) == "one.toml, line 21: name is the key of a step before"


# What is replaced, by what, on which line the mistake is then, and a part of what is said about it.
HEAD_MISTAKES = [
    ('id = "one"', "", 1, "id is missing"),
    ('id = "one"', 'id = ""', 1, "id is missing or empty"),
    ('id = "one"', 'id = "two"', 1, "not the file's name"),
    ('title = "One thing"', "title = 7", 2, "title is missing"),
    ('element = "acknowledge"', 'element = "surf"', 3, "acknowledge, validate, defuse"),
    ('element = "acknowledge"', "element = []", 3, "element is one of"),
    ("minutes = [1, 2]", "minutes = 0", 4, "minutes is a number"),
    ("minutes = [1, 2]", "minutes = [2, 1]", 4, "minutes is a number"),
    ("minutes = [1, 2]", "minutes = [1, 2, 3]", 4, "minutes is a number"),
    ("minutes = [1, 2]", "minutes = true", 4, "minutes is a number"),
    ("minutes = [1, 2]", 'minutes = "two"', 4, "minutes is a number"),
    ("minutes = [1, 2]", "minutes = 100", 4, "minutes is a number"),
    ("minutes = [1, 2]", "", 1, "minutes is a number"),
    ('tone = "neutral"', 'tone = "loud"', 5, "neutral, gentle, warm"),
    ('tone = "neutral"', 'tone = "warm"', 5, "names its neutral twin"),
    ('purpose = "Look at one thing."', 'purpose = "  "', 6, "purpose is missing or empty"),
    ('sources = ["Somebody (2020)"]', "sources = []", 7, "sources is a list"),
    ('sources = ["Somebody (2020)"]', 'sources = "Somebody"', 7, "sources is a list"),
    ('sources = ["Somebody (2020)"]', 'sources = [""]', 7, "sources is a list"),
    ("sources = [", "source = [", 7, "no such thing as source"),
    ('tone = "neutral"', 'tone = "neutral"\nplayful = "yes"', 6, "playful is true or false"),
    ('tone = "neutral"', 'tone = "neutral"\nnot_for = ""', 6, "not_for is missing or empty"),
    ('tone = "neutral"', 'tone = "neutral"\ntwin = "nobody"', 6, "there is no practice nobody"),
    ('tone = "neutral"', 'tone = "neutral"\ntwin = "one"', 6, "twins name each other"),
]
STEP_MISTAKES = [
    ('kind = "line"', 'kind = "sing"', 10, "kind is one of read, look"),
    ('kind = "line"', "kind = []", 10, "kind is one of"),
    ('text = "Name it."', 'text = ""', 11, "text is missing or empty"),
    ('text = "Name it."\n', "", 9, "text is missing or empty"),
    ('key = "name"', "", 10, "a step of the kind line needs key"),
    ('key = "name"', 'key = "na me"', 12, "a gap is {small_letters}"),
    ('key = "name"', 'key = "name"\nseconds = 5', 13, "a step of the kind line has no seconds"),
    ('key = "name"', 'key = "name"\ncolour = "red"', 13, "has no colour"),
    ('key = "name"', 'key = "name"\nshoulds = 1', 13, "shoulds is true or false"),
    ('key = "name"', 'key = "name"\nneeds = "touch"', 13, "needs is a list"),
    ('key = "name"', 'key = "name"\nneeds = ["wings"]', 13, "touch, breath"),
    ('key = "name"', 'key = "name"\nother = "Name it."', 13, "the other way says the same"),
    ("{name}", "{fame}", 16, "nothing before this step is called fame"),
    ("{name}", "{Name}", 16, "a gap is {small_letters}"),
    ("{name}", "{name", 16, "a gap is {small_letters}"),
    (STEP_2, 'kind = "look"\ntext = "Look."', 15, "a step of the kind look needs seconds"),
    (STEP_2, 'kind = "look"\ntext = "Look."\nseconds = -1', 17, "seconds is a number up to"),
    (STEP_2, 'kind = "look"\ntext = "Look."\nseconds = "ten"', 17, "seconds is a number up to"),
    (STEP_2, 'kind = "look"\ntext = "Look."\nseconds = 5\nfixed = true', 18, "a step of the kind look has no fixed"),
    (STEP_2, 'kind = "words"\ntext = "Pick."\nkey = "words"', 15, "a step of the kind words needs words"),
    (STEP_2, 'kind = "words"\ntext = "Pick."\nkey = "w"\nwords = "smells"', 18, "feelings, sensations"),
    (STEP_2, 'kind = "sentence"\ntext = "Fill in."\nsentence = "No gap."', 17, "a gap is {small_letters}"),
    (STEP_2, 'kind = "shape"\ntext = "Set."\nsliders = ["speed"]', 17, "size, room, weight"),
    (STEP_2, 'kind = "shape"\ntext = "Set."\nsliders = []', 17, "sliders is a list"),
    (STEP_2, 'kind = "steady"\ntext = "Stand."\nlines = "Feet."', 17, "lines is a list"),
    (STEP_2, 'kind = "exercise"\ntext = "Go."\nscene = 1', 17, "scene is missing or empty"),
    (STEP_2, 'kind = "exercise"\ntext = "Go."\nscene = "garden"\ncarries = "bag"', 18, "is called bag"),
    (STEP_2, 'kind = "cards"\ntext = "Open."\ncards = "all"', 17, "a card has a title"),
    (STEP_2, 'kind = "cards"\ntext = "Open."\ncards = [{ title = "A", text = "B" }]', 17, "a card has a title"),
    (
        STEP_2,
        'kind = "cards"\ntext = "Open."\ncards = [{ title = "A", text = "B", practice = "far" }]',
        14,
        "there is no practice far",
    ),
    ('key = "on"', 'key = "name"', 21, "name is the key of a step before"),
    (STEP_3, 'kind = "choose"\ntext = "Go on?"\nkey = "on"', 19, "nothing to choose from"),
    ('options = ["Yes", {', "options = [7, {", 22, "an option is a text"),
    ('options = ["Yes", {', 'options = ["", {', 22, "an option is a text"),
    ("goes =", "leads =", 22, "an option is a text"),
    ('goes = "start"', 'goes = "nowhere"', 18, "there is no practice nowhere"),
    ('goes = "start"', 'needs = "touch"', 22, "needs is of touch"),
    ('goes = "start"', 'needs = ["wings"]', 22, "needs is of touch"),
    ('options = ["Yes", { text = "No", goes = "start" }]', 'options = "Yes"', 22, "an option is a text"),
    ('options = ["Yes", { text = "No", goes = "start" }]', 'kit = "drawer"', 22, "comforts, words, people"),
    (f"[[step]]\n{STEP_3}", "", 9, "a practice has 3 to 6 steps"),
    (f"[[step]]\n{STEP_3}", f"[[step]]\n{STEP_3}\n" + '[[step]]\ntext = "Rest."\n' * 4, 9, "3 to 6 steps"),
]


@pytest.mark.parametrize(("old", "new", "line", "said"), [*HEAD_MISTAKES, *STEP_MISTAKES])
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert WHOLE.count(old) == 1, "the test does not change what it means to"
    message = complaint(put(tmp_path, WHOLE.replace(old, new)))
    assert message.startswith(f"one.toml, line {line}: "), message
    assert said in message


def test_no_steps_at_all(tmp_path: Path) -> None:
    head = WHOLE.split("[[step]]")[0]
    assert complaint(put(tmp_path, head)) == "one.toml, line 1: a practice has 3 to 6 steps"
    assert "3 to 6 steps" in complaint(put(tmp_path, head + "step = 3\n"))
    assert complaint(put(tmp_path, head + "step = [1, 2, 3]\n")).endswith("text is missing or empty")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "one.toml, line 1: id is missing or empty"),
        ('id = "one"\ntitle = "One', "one.toml, line 2: "),
        ('id = "one"\nid = "two"\n', "one.toml, line 2: "),
        ('id = "one"\n\ntitle : "One"\n', "one.toml, line 3: "),
        ("sources = [\n", "one.toml, line 2: "),
        (WHOLE.encode().replace(b"Look at", b"Look \xe4t"), "one.toml, line 6: this is not UTF-8"),
        (WHOLE.encode("utf-16"), "one.toml, line 1: this is not UTF-8"),
    ],
    ids=["empty", "open quote", "twice", "no TOML", "open list", "latin-1", "utf-16"],
)
def test_what_is_no_toml_or_no_utf_8_names_its_line(tmp_path: Path, text: str | bytes, message: str) -> None:
    assert complaint(put(tmp_path, text)).startswith(message)


def test_twins_that_do_not_know_each_other(tmp_path: Path) -> None:
    warm = WHOLE.replace('"neutral"', '"warm"\ntwin = "two"')
    put(tmp_path, WHOLE.replace('id = "one"', 'id = "two"'), "two.toml")
    assert complaint(put(tmp_path, warm)) == "one.toml, line 6: twins name each other, and one of them is neutral"
    both = warm.replace('id = "one"', 'id = "two"').replace('twin = "two"', 'twin = "one"')
    assert "one of them is neutral" in complaint(put(tmp_path, both, "two.toml"))
    neutral = both.replace('"warm"', '"neutral"')
    assert len(load_practices(put(tmp_path, neutral, "two.toml"), "en")) == 2


def test_a_folder_without_practices(tmp_path: Path) -> None:
    (tmp_path / "practices").mkdir()
    assert complaint(tmp_path / "practices") == "practices/en: there are no practices"


def test_a_practice_that_is_a_folder(tmp_path: Path) -> None:
    folder = put(tmp_path, WHOLE)
    (folder / "en" / "two.toml").mkdir()
    assert complaint(folder).startswith("two.toml: ")


def test_an_option_may_need_a_sense(tmp_path: Path) -> None:
    text = WHOLE.replace('goes = "start"', 'needs = ["touch"]')
    (practice,) = load_practices(put(tmp_path, text), "en")
    assert practice.steps[2].options[1].needs == (Sense.TOUCH,)


@given(st.data())
def test_whatever_a_hand_does_to_it_the_file_is_named(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Characters lost, doubled or put in anywhere: it is read or complained about by name, and nothing else happens."""
    text = WHOLE
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 6))
        text = text[:at] + data.draw(st.text('[]{}"=\n#a1\\é', max_size=3)) + text[at + gone :]
    assert read_or_named(put(tmp_path_factory.getbasetemp() / "mangled", text))


def read_or_named(folder: Path) -> bool:
    try:
        load_practices(folder, "en")
    except WrongContent as error:
        return str(error).startswith("one.toml, line ")
    return True
