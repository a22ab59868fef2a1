"""F1 with a real key while a dialog of ours is open: Support is there."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.keyboard import Keyboard
from tests.journeys.reader import Visit
from tests.screen import Screen

F1 = 0xFFBE


def test_from_a_dialog(screen: Screen, tmp_path: Path) -> None:
    with Visit(screen, tmp_path / "data") as visit:
        visit.find("Begin").press()
        keyboard = Keyboard(visit)
        visit.go_to("Settings")
        visit.find("Settings", "heading")
        visit.find("Set a passphrase").press()
        visit.find("New passphrase", "text")
        keyboard.wait_at("New passphrase")
        keyboard._strike(F1)
        keyboard.wait_at("Steady for a minute")
        visit.find("Support", "heading")
        visit.gone("New passphrase")
        keyboard._strike(F1)
        visit.gone("Steady for a minute")
        visit.find("Set a passphrase")
        assert visit.close() == 0
