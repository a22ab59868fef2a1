"""The first evening and the next: whole windows, as a person meets them."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.reader import Visit
from tests.screen import Screen


def test_thoughts_let_in_are_found_again_after_the_power_went_out(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Visit(screen, folder) as evening:
        evening.find("Begin").press()
        evening.go_to("Visitors")
        evening.let_in("I always mess up")
        evening.let_in("Nobody really gets me")
        evening.let_in("i ALWAYS mess up!")
        evening.kill()
    with Visit(screen, folder) as next_day:
        assert next_day.look_for("Begin") is None, "one is greeted once"
        next_day.go_to("Visitors")
        assert next_day.listed("Visitors here now") == [], "the canvas is empty again"
        next_day.find("Guest book").press()
        guests = next_day.wait_for(lambda: next_day.listed("Guests"), "the guests")
        assert len(guests) == 2
        assert any("I always mess up" in guest for guest in guests)
        assert any("Nobody really gets me" in guest for guest in guests)
        assert next_day.close() == 0


def test_what_is_half_typed_outlives_the_power(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Visit(screen, folder) as evening:
        evening.find("Begin").press()
        evening.go_to("Visitors")
        evening.find("What is visiting right now?").write("I was going to say")
        log = folder / "guesthouse.db-wal"
        evening.wait_for(lambda: log.exists() and b"I was going to say" in log.read_bytes(), "the draft on disk")
        evening.kill()
    with Visit(screen, folder) as next_day:
        next_day.go_to("Visitors")
        assert next_day.find("What is visiting right now?").read() == "I was going to say"


def test_what_must_not_be_written_down_is_nowhere(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Visit(screen, folder) as evening:
        evening.find("Begin").press()
        evening.go_to("Visitors")
        evening.find("Don't write this one down").press()
        evening.let_in("a xylophone in the attic")
        evening.let_in("something that may stay")
        evening.kill()
    held = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert b"something that may stay" in held
    assert b"xylophone" not in held
