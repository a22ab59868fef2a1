"""The words of the Support room and of the still page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guesthouse.content.helplines import load_regions
from guesthouse.content.support import load_support
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.care import KINDS, NOTES, Note, SupportText, region_of
from tests.content.test_practices import grade

RESOURCES = Path(__file__).parents[2] / "resources"
SUPPORT = RESOURCES / "support"
HARDEST = 8

NEVER = {
    r"\bcommit(s|ted|ting)?\b(?! to)": "blames",
    r"failed|unsuccessful|attempt": "measures a life by it",
    r"we detected|at risk|\brisk\b": "the app judges nobody",
    r"are you sure": "doubts the person",
    r"\b(you|they) (will|are going to) be (safe|fine|okay|ok|all right)": "promises safety",
    r"guarantee|always (works|helps)|never fails": "promises",
    r"your family|think of|selfish|your children": "guilt",
    r"pills?|rope|blade|bridge|jump|hang(ing)? (your|them|him|her)sel|poison|overdose|gun|knife": "a method",
    r"\b\d+ (people|deaths|percent)|%|every \d+": "numbers of deaths",
    r"thanks, mind|leaf|leaves on": "makes little of it",
    r"https?://|www\.|click here": "sends to a website first",
    r"!": "shouts",
}


@pytest.fixture(scope="module")
def support() -> SupportText:
    return load_support(SUPPORT, "en")


def note(support: SupportText, name: str) -> str:
    """All of a note's words."""
    return words(next(note for note in support.notes if note.id == name))


def words(note: Note) -> str:
    parts = [text for part in note.parts for text in (part.title, part.text, *part.items)]
    return " ".join([note.title, note.lead, *parts])


def everything(support: SupportText) -> list[str]:
    """Every text of the room, without the still page."""
    kinds = [text for kind in support.kinds for text in (kind.title, kind.text)]
    passages = (support.steady, support.kinds_of_help, support.contact, support.several, support.card)
    own, call = support.own, support.call
    return [
        *(support.title, support.lead, support.danger, support.danger_elsewhere, support.danger_region),
        *(support.unchecked, support.elsewhere, support.offline, support.hide, support.no_hide),
        *(text for passage in passages for text in (passage.title, passage.text)),
        *(own.title, own.text, own.locked, own.none),
        *(call.title, *call.points, call.first, *call.sentences),
        *kinds,
        *(words(each) for each in support.notes),
    ]


def test_suicide_is_named_and_choices_are_offered(support: SupportText) -> None:
    assert "suicide" in support.contact.text
    assert "your choice" in support.contact.text
    assert "Thoughts like this can pass, and help works." in support.contact.text
    assert "findahelpline.com" in support.elsewhere


def test_what_happens_on_a_call_is_told(support: SupportText) -> None:
    points = " ".join(support.call.points)
    for told in ("trained person", "wait", "anonymous", "hang up", "need not be in danger"):
        assert told in points, told
    assert len(support.call.sentences) >= 2
    assert all(sentence.startswith("“") for sentence in support.call.sentences)


def test_there_are_several_kinds_of_help_and_not_lines_alone(support: SupportText) -> None:
    assert [kind.id for kind in support.kinds] == list(KINDS)
    assert [each.id for each in support.notes] == list(NOTES)


def test_a_note_for_who_is_worried_asks_plainly_and_promises_no_secrecy(support: SupportText) -> None:
    text = note(support, "someone")
    for told in ("thinking about suicide?", "Listen", "Don’t promise to keep it secret", "together", "yourself"):
        assert told in text, told


def test_a_note_for_who_is_hurt_leaves_the_deciding_to_them(support: SupportText) -> None:
    text = note(support, "hurting")
    for told in ("not your fault", "You decide", "{emergency}", "Someone may see this screen", "{hide}", "Ctrl+L"):
        assert told in text, told
    assert "No line about violence is listed yet" in text


def test_a_note_for_who_has_lost_someone_asks_nothing_of_them(support: SupportText) -> None:
    text = note(support, "loss")
    for told in ("suicide", "not your fault", "Anger, relief, numbness", "Say their name", "People to contact"):
        assert told in text, told
    for told in ("{emergency}", "thinks about dying", "birthday", "groups"):
        assert told in text, told
    assert not re.search(
        r"signs?\b|prevent|closure|move on|time heals|stages?\b|stay strong|at peace|better place", text
    )
    assert not re.search(r"you (must|have to|need to)\b", text), "nothing is asked of them"


def test_how_a_therapist_is_found(support: SupportText) -> None:
    text = note(support, "therapist")
    for told in ("ask them", "What to bring", "first meeting", "You may look for another"):
        assert told in text, told
    for therapy in ("ACT, in two sentences", "CFT, in two sentences"):
        part = next(part for each in support.notes for part in each.parts if part.title == therapy)
        assert part.text.count(". ") == 1 and part.text.endswith("."), therapy


@pytest.mark.parametrize("pattern", NEVER)
def test_what_is_never_said(support: SupportText, pattern: str) -> None:
    found = [text for text in everything(support) if re.search(pattern, text, re.IGNORECASE)]
    assert found == [], NEVER[pattern]


@pytest.mark.parametrize(
    "text",
    ["He committed suicide.", "A failed attempt", "Think of your children.", "You will be safe.", "Call now!"],
)
def test_the_list_finds_what_it_is_for(text: str) -> None:
    assert any(re.search(pattern, text, re.IGNORECASE) for pattern in NEVER)


def test_a_tired_reader_can_read_it(support: SupportText) -> None:
    for each in support.notes:
        assert (
            grade([each.lead, *(text for part in each.parts for text in (part.text, *part.items) if text)]) <= HARDEST
        )
    assert grade(list(support.call.points)) <= HARDEST
    assert grade([kind.text for kind in support.kinds]) <= HARDEST


def test_places_are_filled_for_a_country_and_elsewhere(support: SupportText) -> None:
    regions = load_regions(RESOURCES / "helplines")
    here, elsewhere = region_of(regions, "NZ", ""), regions[-1]
    assert support.in_danger(here) == "If your life is in danger now, call 111."
    assert support.in_danger(elsewhere) == support.danger_elsewhere
    text = note(support, "hurting")
    assert "Call 111." in support.said(text, here, "F9")
    assert "F9 turns this window into a plain note" in support.said(text, here, "F9")
    assert "emergency number of the place" in support.said(text, elsewhere, "")
    assert "In Settings you can choose a key" in support.said(text, elsewhere, "")
    for region in regions:
        for each in support.notes:
            assert "{" not in support.said(words(each), region, "F2")


def test_the_still_page_asks_for_nothing_that_can_go_wrong(support: SupportText) -> None:
    still = support.grounding
    text = " ".join([still.title, still.lead, *still.steps, still.room, still.next]).lower()
    for asked in ("feet", "three points", "five things you can see", "what day it is", "eyes open"):
        assert asked in text
    assert not re.search(r"breath|relax|calm down|close your eyes|let go", text)
    assert still.room == "Look around the room."
    assert still.next == "What would you like to do with the next five minutes?"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('title = "Support"', "", r"en\.toml: title is missing or empty"),
        ("{emergency}.", "999.", r"en\.toml: danger must hold {emergency}"),
        ("{key} turns", "F9 turns", r"en\.toml: hide must hold {key}"),
        ("Country: {region}.", "Country.", r"en\.toml: danger_region must hold {region}"),
        ('title = "Steady first"', 'title = " "', r"en\.toml, steady: title is missing or empty"),
        ('title = "A doctor"', "", r"en\.toml, kind 5: title"),
        ('id = "doctor"', 'id = "vet"', r"en\.toml, kind 5: id must be one of .* not vet"),
        ("[[kind]]", "[[sort]]", r"kind 6|no kind|id must be"),
        ('locked = "', 'sealed = "', r"en\.toml, own: locked is missing"),
        ("points = [", "dots = [", r"en\.toml, call: points must be a list of texts"),
        ('id = "hurting"', 'id = "therapist"', r"en\.toml: there must be one note hurting"),
        ('title = "Listen"', "", r"en\.toml, note 2 \(someone\), part 2: title"),
        ("items = [", "things = [", r"en\.toml, note 5 \(therapist\), part 2: text is missing"),
        ("{hide}", "{hidden}", r"en\.toml, note 3 \(hurting\), part 5: nothing is known for {hidden}"),
        ("steps = [", "paces = [", r"en\.toml, grounding: steps must be a list of texts"),
        ("[call]", "[call", r"en\.toml: "),
    ],
)
def test_a_wrong_text_is_told_by_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (SUPPORT / "en.toml").read_text(encoding="utf-8")
    text = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert old in text
    changed = text.replace(old, new) if old in ("[[kind]]", "{hide}") else text.replace(old, new, 1)
    (tmp_path / "en.toml").write_text(changed, encoding="utf-8")
    with pytest.raises(WrongContent, match=told):
        load_support(tmp_path, "en")


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongContent, match=r"xx\.toml"):
        load_support(tmp_path, "xx")
