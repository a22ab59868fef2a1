"""Hidden with a real key: nobody who looks, or listens, finds anything of it; and after a kill all of it is there."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from guesthouse.front.hiding import MOMENT
from tests.journeys.keyboard import SYMBOLS, Keyboard
from tests.journeys.reader import Visit
from tests.journeys.sealed import RIGHT, sealed_folder
from tests.screen import Screen

HALF, HERE = "half a thought that nobody els", "I always mess up"
NOTHING_OF_OURS = {"Notes", "guesthouse", "Note", ""}
F9, F1 = 0xFFC6, 0xFFBE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return sealed_folder(tmp_path)


def seen_of_ours(visit: Visit) -> set[str]:
    """The names of all that can be seen, but for what the note itself has."""
    return {node.name for node in visit.app.seen() if not node.name.startswith("Line ")} - NOTHING_OF_OURS


def found_of_ours(visit: Visit) -> set[str]:
    """The names of all that a program can find that asks everything for everything inside, seen or not."""
    return {node.name for node in visit.app.walk() if not node.name.startswith("Line ")} - NOTHING_OF_OURS


def strike(keyboard: Keyboard, *symbols: int) -> None:
    for symbol in symbols:
        keyboard._strike(symbol)


def come_back(keyboard: Keyboard) -> None:
    """Once the first moment is over, in which the key brings nothing back."""
    over = time.monotonic() + MOMENT
    keyboard.visit.wait_for(lambda: time.monotonic() > over, "the first moment over")
    strike(keyboard, F9)


def live(visit: Visit) -> None:
    """Somebody on the canvas, and half a thought at the door."""
    visit.find("Begin").press()
    visit.go_to("Visitors")
    visit.let_in(HERE)
    visit.find("What is visiting right now?").write(HALF)


def test_with_one_key_nothing_of_it_is_there_for_eyes_and_ears_and_with_it_all_is_back(
    screen: Screen, tmp_path: Path
) -> None:
    with Visit(screen, tmp_path / "data") as visit:
        live(visit)
        keyboard = Keyboard(visit)
        strike(keyboard, F9)
        note = visit.find("Note", "text")
        visit.wait_for(lambda: seen_of_ours(visit) == set(), "nothing but the note")
        assert visit.look_for("Notes", "frame") is not None
        strike(keyboard, F1, SYMBOLS["Tab"], SYMBOLS["Esc"])
        keyboard.wait_at("Note")
        keyboard.type("string")
        assert note.read().startswith("Shopping") and seen_of_ours(visit) == set()
        visit.wait_for(lambda: found_of_ours(visit) == set(), "nothing to be found behind the note")
        come_back(keyboard)
        there = visit.find("What is visiting right now?")
        assert there.read() == HALF
        visit.wait_for(lambda: visit.listed("Visitors here now") == [HERE], "whoever was there")
        assert visit.look_for("Guesthouse", "frame") is not None
        visit.gone("Note")
        assert visit.close() == 0


def test_behind_the_note_it_is_locked_and_the_passphrase_leads_back(screen: Screen, folder: Path) -> None:
    with Visit(screen, folder) as visit:
        visit.find("Passphrase", "text").write(RIGHT)
        visit.find("Unlock").press()
        live(visit)
        keyboard = Keyboard(visit)
        strike(keyboard, F9)
        keyboard.wait_at("Note")
        visit.wait_for(lambda: seen_of_ours(visit) == set(), "nothing but the note")
        keyboard.type("string")
        come_back(keyboard)
        visit.find("Passphrase", "text").write(RIGHT)
        visit.find_usable("Unlock").press()
        there = visit.find("What is visiting right now?")
        visit.wait_for(lambda: there.read() == HALF, "the half of a thought")
        visit.wait_for(lambda: visit.listed("Visitors here now") == [HERE], "whoever was there")
        assert visit.close() == 0


def test_the_power_goes_out_while_it_is_hidden_and_nothing_is_lost(screen: Screen, tmp_path: Path) -> None:
    with Visit(screen, tmp_path / "data") as visit:
        live(visit)
        keyboard = Keyboard(visit)
        strike(keyboard, F9)
        keyboard.wait_at("Note")
        keyboard.type("quittenbaum")
        visit.kill()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert not any(b"quittenbaum" in file.read_bytes() for file in files)
    with Visit(screen, tmp_path / "data") as visit:
        visit.go_to("Visitors")
        there = visit.find("What is visiting right now?")
        visit.wait_for(lambda: there.read() == HALF, "the half of a thought")
        visit.go_to("Guest book")
        visit.wait_for(lambda: any(HERE in line for line in visit.listed("Guests")), "who was there")
        assert visit.close() == 0
