"""Locked in the middle of a thought: nothing of it can be seen or heard, and after the passphrase it is there again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from tests.journeys.keyboard import Keyboard
from tests.journeys.reader import Visit
from tests.journeys.sealed import RIGHT, sealed_folder
from tests.screen import Screen

HALF = "half a thought that nobody els"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return sealed_folder(tmp_path)


def everything_said(visit: Visit) -> str:
    """All names and texts of the tree, also of what cannot be seen."""
    said, left = [], [visit.app]
    while left:
        node = left.pop()
        with suppress(LookupError):
            said.append(node.name)
            left.extend(node.children())
        with suppress(LookupError):
            said.append(node.read())
    return "\n".join(said)


def test_half_a_thought_waits_behind_the_closed_door(screen: Screen, folder: Path) -> None:
    with Visit(screen, folder) as visit:
        visit.find("Passphrase", "text").write(RIGHT)
        visit.find("Unlock").press()
        visit.find("Begin").press()
        visit.go_to("Visitors")
        visit.find("What is visiting right now?").write(HALF)
        keyboard = Keyboard(visit)
        visit.find("Lock").press()
        visit.find("Passphrase", "text")
        assert HALF not in everything_said(visit)
        assert visit.look_for("Guesthouse", "frame") is not None, "the title is what it always is"

        keyboard.wait_at("Passphrase")
        visit.find("Passphrase", "text").write("not this")
        visit.find("Unlock").press()
        visit.find("That isn't it.")
        visit.go_to("Journal")
        visit.find("Passphrase", "text").write(RIGHT)
        visit.find_usable("Unlock").press()
        there = visit.find("What is visiting right now?")
        visit.wait_for(lambda: there.read() == HALF, "the half of a thought")
        assert visit.close() == 0
    assert not any(HALF.encode() in file.read_bytes() for file in folder.rglob("*") if file.is_file())
