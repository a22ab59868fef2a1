"""A page of the journal: written, the power goes out in mid-sentence, and the next day it is found by its words."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.reader import Visit
from tests.screen import Screen


def test_a_page_outlives_the_power_and_is_found_by_its_words(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    log = folder / "guesthouse.db-wal"
    with Visit(screen, folder) as evening:
        evening.find("Begin").press()
        evening.find("Journal").press()
        evening.find("New entry").press()
        evening.find("Title", "text").write("Too sensitive")
        evening.find("Tags", "text").write("brushed aside, work")
        evening.find("Entry", "text").write("Someone said it. Of course it hu")
        evening.wait_for(lambda: log.exists() and b"Of course it hu" in log.read_bytes(), "the words on disk")
        evening.wait_for(lambda: evening.look_for("Saved"), "the saving to be over")
        evening.kill()
    with Visit(screen, folder) as next_day:
        next_day.find("Journal").press()
        entries = next_day.wait_for(lambda: next_day.listed("Entries"), "the entries")
        assert [entry.split("\n")[0] for entry in entries] == ["Too sensitive"]
        next_day.find("Search the journal").write('"course it"')
        next_day.wait_for(lambda: next_day.look_for("1 entry"), "what was found")
        next_day.find("Search the journal").write("nowhere")
        next_day.wait_for(lambda: next_day.listed("Entries") == [], "nothing is found")
        assert next_day.close() == 0


def test_what_is_deleted_can_be_taken_back(screen: Screen, tmp_path: Path) -> None:
    with Visit(screen, tmp_path / "data") as evening:
        evening.find("Begin").press()
        evening.find("Journal").press()
        evening.find("New entry").press()
        evening.find("Entry", "text").write("do not lose me")
        evening.wait_for(lambda: evening.look_for("Saved"), "the saving")
        evening.find("Delete entry").press()
        evening.wait_for(lambda: evening.listed("Entries") == [], "an empty list")
        evening.find("Take it back").press()
        evening.wait_for(lambda: evening.listed("Entries"), "the entry in the list again")
        assert evening.find("Entry", "text").read() == "do not lose me"
        assert evening.close() == 0
