"""Heavy words, as somebody with a screen reader or a keyboard alone meets their answer; and Support from everywhere."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guesthouse.domain.heavy_kinds import Kind
from guesthouse.house import open_house
from guesthouse.paths import Paths
from guesthouse.services.strongbox import Strongbox
from tests.journeys.keyboard import Keyboard
from tests.journeys.reader import Node, Visit
from tests.screen import Screen

SAID = (
    "These are heavy words. If part of you is thinking about dying or about hurting yourself, you don't have to hold "
    "that by yourself. You could talk with a person now, reach someone you trust, or steady yourself here for a minute "
    "first. It is your choice."
)
OWN, AGAIN, AFRAID = "I want to kill myself", "I really want to die", "he hits me when he drinks"
FIELD = "What is visiting right now?"
F1 = 0xFFBE
NAMED = rb"(?i)\b(%s|heav\w*)\b"
"""The name of a kind, wherever it may have been noted."""

RIGHT = "the lamp is lit"


def begun(visit: Visit, room: str) -> None:
    """In this room, on the first evening."""
    visit.find("Begin").press()
    visit.go_to(room)


def feet_and_floor(visit: Visit) -> Node | None:
    """The first practice, in the list."""
    found = visit.find("Practices", "list").children()
    return next((item for item in found if "Feet and floor" in item.name), None)


def now() -> datetime:
    return datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def test_a_thought_is_answered_once_and_stays_as_it_was_typed(screen: Screen, tmp_path: Path) -> None:
    with Visit(screen, tmp_path / "data") as visit:
        begun(visit, "Visitors")
        visit.let_in(OWN)
        assert visit.find(SAID, "label").showing
        note = next(node.name for node in visit.all_seen("label") if node.name.startswith("This note appears"))
        assert "It stays on this computer; nobody was told. If your life is in danger now, call " in note
        assert visit.look_for("Guesthouse", "dialog") is None
        visit.find("Steady for a minute")
        visit.find("Keep writing").press()
        visit.gone(SAID)
        visit.let_in(AGAIN)
        assert visit.look_for(SAID) is None, "one card a kind while the app runs"
        assert {OWN, AGAIN} <= set(visit.listed("Visitors here now"))
        assert visit.close() == 0


def test_people_are_two_keys_away_and_the_card_is_done(screen: Screen, tmp_path: Path) -> None:
    with Visit(screen, tmp_path / "data") as visit:
        begun(visit, "Visitors")
        visit.let_in(OWN)
        visit.find(SAID, "label")
        visit.find("People to contact", "button", "push button").press()
        visit.find("Country", "label")
        visit.go_to("Visitors")
        visit.find(FIELD)
        assert visit.look_for(SAID) is None


def test_by_keyboard_alone_one_reaches_it_and_is_back_where_one_wrote(screen: Screen, tmp_path: Path) -> None:
    with Visit(screen, tmp_path / "data") as visit:
        begun(visit, "Visitors")
        keyboard = Keyboard(visit)
        keyboard.wait_at(FIELD)
        keyboard.type(OWN)
        keyboard.press("Enter")
        visit.find(SAID, "label")
        assert keyboard.is_at(FIELD), "nothing takes the keyboard away"
        keyboard.use("Keep writing")
        visit.gone(SAID)
        visit.wait_for(lambda: not keyboard.is_at("Keep writing"), "the keyboard back on the page")


def test_an_entry_counts_once_it_is_left(screen: Screen, tmp_path: Path) -> None:
    with Visit(screen, tmp_path / "data") as visit:
        begun(visit, "Journal")
        visit.find("New entry").press()
        visit.find("Entry", "text").write(f"{AFRAID}. I am writing this down.")
        assert visit.look_for("Keep writing") is None, "not while one writes"
        visit.go_to("Guest book")
        visit.find("Keep writing")

        def is_said(words: str) -> bool:
            return any(words in node.name for node in visit.all_seen("label"))

        for words in ("it is not your fault", "Is this computer seen by someone else? F9 turns this window"):
            visit.wait_for(lambda words=words: is_said(words), f"{words!r} on the card")


@pytest.mark.parametrize("where", ["writing", "watching", "practising", "locked"])
def test_support_is_one_key_away(screen: Screen, tmp_path: Path, where: str) -> None:
    folder = tmp_path / "data"
    if where == "locked":
        paths = Paths.under(folder)
        open_house(paths, clock=now, random=random.Random(1), alone=True).close()
        Strongbox(paths, now).seal(RIGHT)
    with Visit(screen, folder) as visit:
        if where == "locked":
            visit.find("Passphrase", "text")
        elif where == "writing":
            begun(visit, "Journal")
            visit.find("New entry").press()
            Keyboard(visit).wait_at("Entry")
        elif where == "watching":
            begun(visit, "Visitors")
            visit.let_in("I always mess up")
        else:
            begun(visit, "Practices")
            practice = visit.wait_for(lambda: feet_and_floor(visit), "a practice in the list")
            practice.press()
            visit.find("Start").press()
            visit.find("Stop here")
        Keyboard(visit)._strike(F1)
        visit.find("Steady for a minute")
        visit.find("Country", "label")


def test_a_heavy_thought_leaves_no_other_trace_than_any_thought(screen: Screen, tmp_path: Path) -> None:
    left = {}
    for words, answered in (("I want to dye", False), (AGAIN, True)):
        folder = tmp_path / words
        with Visit(screen, folder) as visit:
            begun(visit, "Visitors")
            visit.let_in(words)
            if answered:
                visit.find(SAID, "label")
                visit.find("Keep writing").press()
                visit.gone(SAID)
            assert visit.close() == 0
        copies = [*folder.rglob("backup*"), *folder.rglob("backups/*")]  # made at some time of the evening, or not
        files = sorted(file for file in folder.rglob("*") if file.is_file() and file not in copies)
        held = b"".join(file.read_bytes() for file in files)
        left[words] = ([file.name for file in files], [len(re.findall(NAMED % kind.encode(), held)) for kind in Kind])
    assert left[AGAIN] == left["I want to dye"]
