"""The card "Out and in": a real export, and a real one taken in."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from guesthouse.domain.journal import Entry, Wanted
from guesthouse.domain.safekeeping import Merging, Why
from guesthouse.house import open_house
from guesthouse.paths import Paths
from guesthouse.ui.pages.settings import SettingsPage
from tests.ui.pages.conftest import Hours, Listener
from tests.ui.saving_hands import WORDS as OTHER
from tests.ui.saving_hands import SavingHand, saver
from tests.ui.settings.hands import Front

__all__ = ["saver"]

WORDS = "Something I wrote on the other computer"


@pytest.fixture
def other(tmp_path: Path, hours: Hours) -> Path:
    """An export from a second computer, with one entry in it."""
    house = open_house(Paths.under(tmp_path / "other"), clock=hours, random=random.Random(2))
    begun = house.journal.begin()
    house.journal.keep(Entry(id=begun.id, written=begun.written, text=WORDS))
    house.archive.export(tmp_path / "other.json")
    house.close()
    return tmp_path / "other.json"


def entries(front: Front) -> list[str]:
    """What stands in the journal now."""
    assert front.house is not None
    journal = front.house.journal
    found = journal.find(Wanted())
    opened = [journal.entry(line.id) for line in journal.lines(found, 0, 10)]
    return [entry.text for entry in opened if entry is not None]


@pytest.mark.parametrize("ending", [".json", ".zip"])
def test_everything_is_written_and_it_is_said_that_anyone_can_read_it(
    settings: SettingsPage, front: Front, listener: Listener, tmp_path: Path, ending: str
) -> None:
    assert front.house is not None
    begun = front.house.journal.begin()
    front.house.journal.keep(Entry(id=begun.id, written=begun.written, text=WORDS))
    to = tmp_path / f"mine{ending}"
    settings.in_and_out.ask_place = lambda: to
    settings.in_and_out.export.click()
    assert to.exists() and (ending == ".zip" or WORDS in to.read_text())
    told = listener.said[0]
    assert told.title == "Written." and str(to) in told.text and "1 entry" in told.text
    assert "It is not encrypted: whoever can open the file can read it." in told.text


@pytest.mark.parametrize(
    ("kind", "ending"), [("", ".json"), ("Files to read anywhere (Markdown)", ".zip")], ids=["json", "zip"]
)
def test_an_export_that_is_there_is_not_replaced_unasked(
    settings: SettingsPage, listener: Listener, saver: SavingHand, kind: str, ending: str
) -> None:
    there = saver.has(f"mine{ending}")
    saver.types("mine", kind=kind)
    settings.in_and_out.export.click()
    assert saver.asked_about(f"mine{ending}") and there.read_text() == OTHER and listener.said == []
    saver.types("mine", kind=kind, answer=True)
    settings.in_and_out.export.click()
    assert OTHER.encode() not in there.read_bytes() and [told.title for told in listener.said] == ["Written."]


def test_no_place_is_no_export(settings: SettingsPage, listener: Listener) -> None:
    settings.in_and_out.ask_place = lambda: None
    settings.in_and_out.ask_source = lambda: None
    settings.in_and_out.export.click()
    settings.in_and_out.take.click()
    assert listener.said == []


def test_an_export_is_looked_at_told_of_and_taken_in_with_a_backup_first(
    settings: SettingsPage, front: Front, listener: Listener, other: Path
) -> None:
    asked: list[Merging] = []
    settings.in_and_out.ask_source = lambda: other
    settings.in_and_out.agree = lambda merging: bool(asked.append(merging)) or True
    settings.in_and_out.take.click()
    assert asked[0].added["entries"] == 1
    assert front.house is not None and entries(front) == [WORDS]
    assert [backup.why for backup in front.house.backups.listed()] == [Why.BEFORE_IMPORT]
    assert listener.said[0].title == "It came in." and "New here: 1 entry" in listener.said[0].text


def test_what_is_not_wanted_does_not_come_in(settings: SettingsPage, front: Front, other: Path) -> None:
    settings.in_and_out.ask_source = lambda: other
    settings.in_and_out.agree = lambda merging: False
    before = front.house
    settings.in_and_out.take.click()
    assert front.house is before and entries(front) == []


def test_twice_changes_nothing_and_closes_nothing(
    settings: SettingsPage, front: Front, listener: Listener, other: Path
) -> None:
    settings.in_and_out.ask_source = lambda: other
    settings.in_and_out.agree = lambda merging: True
    settings.in_and_out.take.click()
    house = front.house
    settings.in_and_out.take.click()
    assert front.house is house and len(listener.said) == 1


def test_a_bad_file_names_the_place_that_is_wrong(settings: SettingsPage, listener: Listener, other: Path) -> None:
    raw = json.loads(other.read_text())
    raw["entries"][0]["written"] = "yesterday"
    other.write_text(json.dumps(raw))
    settings.in_and_out.ask_source = lambda: other
    settings.in_and_out.take.click()
    told = listener.said[0]
    assert told.title == "This file cannot be read as an export of Guesthouse."
    assert "The place: " in told.text and "written" in told.text and "yesterday" not in told.text


def test_a_journal_of_another_program_is_shown_its_own_door(
    settings: SettingsPage, listener: Listener, tmp_path: Path
) -> None:
    foreign = tmp_path / "jrnl.json"
    foreign.write_text('{"tags": {}, "entries": []}')
    settings.in_and_out.ask_source = lambda: foreign
    settings.in_and_out.take.click()
    assert "Journals of other programs come in by “Import” in the Journal." in listener.said[0].text


def test_without_a_house_nothing_goes_out_or_in(closed_page: SettingsPage) -> None:
    card = closed_page.in_and_out
    for button in (card.export, card.take):
        assert not button.isEnabled() and "once your data are open" in button.accessibleDescription()
    assert any("once your data are open" in label.text() for label in card.findChildren(QLabel) if label.isVisible())
