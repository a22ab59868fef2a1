"""The words of feelings: those of the clinical notes, and a mistake in their file is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.content.feelings import load_vocabulary
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.noticing import Group
from guesthouse.paths import resources

FOLDER = resources() / "feelings"
FILE = FOLDER / "en.toml"

# The clinical notes, §4, with "angry" itself among the feelings.
FEELINGS = {
    "Low": "sad, heavy-hearted, flat, tired of it, discouraged, empty, disappointed, tearful, homesick",
    "Anxious": "worried, tense, on edge, afraid, dreading, unsure, overwhelmed, panicky, restless",
    "Angry": "angry, irritated, frustrated, resentful, furious, fed up, bitter, protective, indignant",
    "Ashamed or guilty": "embarrassed, ashamed, guilty, exposed, small, regretful, self-conscious",
    "Hurt": "hurt, let down, lonely, left out, rejected, unseen, dismissed, betrayed, jealous",
    "Grieving": "grief, missing someone, longing, heartsore, disbelieving, raw",
    "Numb or far away": "numb, blank, foggy, distant, unreal, shut down, nothing I can name",
    "Mixed": "torn, ambivalent, confused, bittersweet, stirred up",
    "Steady": "okay, calm, settled, relieved, patient, clear, safe enough",
    "Open": "curious, grateful, hopeful, tender, amused, proud, close to someone, interested",
}
SENSATIONS = {
    "Weight": "heavy, light, sinking, pressed, floaty",
    "Tightness": "tight, clenched, knotted, braced, stiff",
    "Temperature": "hot, flushed, cool, cold, sweaty",
    "Movement": "fluttery, shaky, buzzing, churning, racing, still",
    "Texture": "prickly, sore, dull, sharp, hollow, full",
    "Breath": "short, held, shallow, easy",
    "Presence": "numb, fuzzy, far off, tingling, wide awake",
}
PLACES = "head, eyes, jaw, throat, shoulders, chest, arms, hands, stomach, back, hips, legs, feet, skin, all over"


def as_listed(groups: tuple[Group, ...]) -> dict[str, str]:
    return {group.title: ", ".join(word.word for word in group.words) for group in groups}


def test_the_words_are_those_of_the_notes_in_their_order() -> None:
    words = load_vocabulary(FOLDER, "en")
    assert as_listed(words.feelings) == FEELINGS and len(words.feelings) == 10
    assert as_listed(words.sensations) == SENSATIONS
    assert ", ".join(place.word for place in words.places) == f"{PLACES}, hard to place"
    assert [amount.title for amount in words.amounts] == ["a trace", "some", "a lot", "filling everything", "not sure"]


def test_numb_and_unreal_offer_feet_and_room() -> None:
    assert load_vocabulary(FOLDER, "en").steady == ("numb", "unreal")


def test_a_word_is_found_by_its_name_and_by_what_it_is_called_in_the_sentence() -> None:
    words = load_vocabulary(FOLDER, "en")
    assert words.word("worried") is words.word("worry") is not None
    assert words.word("Worried") is None and words.word("") is None


def complaint(folder: Path, text: str | bytes) -> str:
    (folder / "en.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(WrongContent) as raised:
        load_vocabulary(folder, "en")
    return str(raised.value)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


SAD = '{ word = "sad", noun = "sadness" }'
MISTAKES = [
    ('opening = "I am noticing"', 'opening = ""', "opening is missing or empty"),
    ('now = "right now"', "now = 3", "now is missing or empty"),
    ('being = "feeling"', "being = []", "being is missing or empty"),
    ('steady = ["numb", "unreal"]', 'steady = ["nubm"]', "there is no word nubm"),
    ('steady = ["numb", "unreal"]', 'steady = "numb"', "steady is a list of texts"),
    ('clauses = ["i",', 'clauses = [1, "i",', "clauses is a list of texts"),
    ('leads = ["a",', 'leads = ["",', "leads is a list of texts"),
    ('noun = "a trace of {}"', 'noun = "a trace"', "noun has one {} for the word"),
    ('state = "feeling a little {}"', 'state = "{} {}"', "state has one {} for the word"),
    ('own = "{} (a trace)"', 'own = "a trace"', "own has one {} for the word"),
    ('doing = "{} a little"', 'how = "{} a little"', "amount has"),
    (SAD, '{ word = "sad" }', "sad needs one of noun"),
    (SAD, '{ word = "sad", noun = "sadness", state = "sad" }', "sad needs one of noun"),
    (SAD, '{ word = "sad", noun = "" }', "a word has a word"),
    (SAD, '{ word = "sad", noun = "sadness", verb = "mope" }', "a word has a word"),
    (SAD, '{ noun = "sadness" }', "a word needs one of noun"),
    (SAD, '"sad"', "a word has a word"),
    (SAD, '{ word = "flat", noun = "sadness" }', "flat stands twice"),
]


@pytest.mark.parametrize(("old", "new", "said"), MISTAKES)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = FILE.read_text("utf-8")
    assert text.count(old) == 1
    message = complaint(tmp_path, text.replace(old, new))
    assert said in message
    line = int(message.removeprefix("en.toml, line ").split(":")[0])
    wanted = line_of(text, old)
    # a word is named by where the list of words begins, an amount with an unknown key by where it begins
    assert 0 <= wanted - line <= 5, message


@pytest.mark.parametrize("table", ["feeling", "sensation", "amount", "place"])
def test_a_list_that_is_not_there(tmp_path: Path, table: str) -> None:
    text = FILE.read_text("utf-8").replace(f"[[{table}]]", "[[gone]]")
    assert f"there is no [[{table}]]" in complaint(tmp_path, text)


def test_a_group_without_words_or_title(tmp_path: Path) -> None:
    text = FILE.read_text("utf-8")
    assert complaint(tmp_path, text.replace('title = "Low"', "")).endswith("title is missing or empty")
    for words in ('title = "Low"\nwodrs = [', 'title = "Low"\nwords = 3\nx = [', 'title = "Low"\nwords = []\nx = ['):
        assert "there are no words" in complaint(tmp_path, text.replace('title = "Low"\nwords = [', words))


def test_no_file_no_toml_no_utf_8(tmp_path: Path) -> None:
    with pytest.raises(WrongContent, match=r"^de\.toml: "):
        load_vocabulary(FOLDER, "de")
    assert complaint(tmp_path, "\nopening = ").startswith("en.toml, line 2: ")
    assert complaint(tmp_path, 'opening = "\xe4"'.encode("latin-1")).startswith("en.toml, line 1: ")
