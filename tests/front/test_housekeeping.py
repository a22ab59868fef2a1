"""What is put in order behind an open house."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from guesthouse.domain.safekeeping import Why
from guesthouse.errors import WrongKey
from guesthouse.house import House, open_house
from guesthouse.paths import Paths
from guesthouse.services.strongbox import Strongbox
from guesthouse.storage.told_apart import is_readable
from guesthouse.storage.trailer import read_trailer
from guesthouse.ui.dialogs.passphrase import PassphraseDialog
from guesthouse.ui.settings.passphrase_verbs import PassphraseVerbs
from tests.front.conftest import RIGHT, Entered, now
from tests.safety.hands import let_in


def test_a_plain_copy_is_sealed_a_while_after_the_unlocking(
    qtbot: QtBot, inside: Entered, paths: Paths, tmp_path: Path
) -> None:
    other = Paths.under(tmp_path / "other")
    open_house(other, clock=now, random=random.Random(1)).close()
    copy = paths.backups / "guesthouse-20260101-080000-0-daily.db"
    shutil.copyfile(other.database, copy)
    assert is_readable(copy)
    inside.front.settle()
    qtbot.waitUntil(lambda: not is_readable(copy), timeout=20_000)


def test_a_backup_of_the_day_is_made_a_while_after_the_unlocking(qtbot: QtBot, inside: Entered, paths: Paths) -> None:
    let_in(house_of(inside), "something new")
    backups = house_of(inside).backups
    assert [copy.why for copy in backups.listed()] == [Why.BEFORE_PASSPHRASE]
    inside.front.settle()
    qtbot.waitUntil(lambda: Why.DAILY in [copy.why for copy in backups.listed()], timeout=20_000)


def house_of(inside: Entered) -> House:
    assert inside.doorway._house is not None
    return inside.doorway._house


def change(inside: Entered, new: str) -> None:
    """In Settings."""

    def answered(dialog: QDialog) -> bool:
        assert isinstance(dialog, PassphraseDialog)
        dialog.present.setText(RIGHT)
        dialog.new.setText(new)
        dialog.again.setText(new)
        dialog.yes.click()
        return True

    inside.window.go_to("settings")
    verbs = inside.window.findChild(PassphraseVerbs)
    assert verbs is not None
    verbs.show = answered  # type: ignore[method-assign]
    verbs.change()


def follows(inside: Entered, paths: Paths) -> bool:
    slots = paths.keys.read_bytes()
    return all(read_trailer(copy.file) == slots for copy in house_of(inside).backups.listed())


def test_the_backups_follow_a_changed_passphrase_at_once(qtbot: QtBot, inside: Entered, paths: Paths) -> None:
    before = paths.keys.read_bytes()
    change(inside, "the stove is warm")
    assert paths.keys.read_bytes() != before and inside.said[-1].title == "The passphrase is changed."
    qtbot.waitUntil(lambda: follows(inside, paths), timeout=20_000)
    paths.keys.unlink()
    box = Strongbox(paths, now)
    with pytest.raises(WrongKey):
        box.unlock(RIGHT)
    assert box.unlock("the stove is warm") == inside.doorway._key


def test_where_a_round_goes_on_another_comes_after_it(
    qtbot: QtBot, inside: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What that round had read of the slots may be older than the change."""
    goes_on, rounds = Event(), list[int]()
    box, tidy = inside.doorway.keeping.strongbox, inside.doorway.keeping.strongbox.tidy

    def slowly(*arguments: Any) -> object:
        rounds.append(1)
        goes_on.wait(20)
        return tidy(*arguments)

    monkeypatch.setattr(box, "tidy", slowly)
    inside.doorway.put_in_order()
    qtbot.waitUntil(lambda: len(rounds) == 1)
    inside.doorway.put_in_order()
    inside.doorway.put_in_order()
    assert len(rounds) == 1
    goes_on.set()
    qtbot.waitUntil(lambda: len(rounds) == 2, timeout=20_000)
    inside.doorway._housekeeping.wait()
    assert len(rounds) == 2


def test_once_it_is_locked_no_other_round_comes(qtbot: QtBot, inside: Entered, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on, rounds, asked = Event(), list[int](), list[int]()

    def slowly(*_arguments: Any) -> tuple[()]:
        rounds.append(1)
        goes_on.wait(20)
        return ()

    monkeypatch.setattr(inside.doorway.keeping.strongbox, "tidy", slowly)
    inside.doorway._housekeeping.wanted.connect(lambda: asked.append(1))
    inside.doorway.put_in_order()
    inside.doorway.put_in_order()
    inside.doorway.lock()
    qtbot.waitUntil(lambda: inside.shown == "lock")
    goes_on.set()
    qtbot.waitUntil(lambda: asked == [1], timeout=20_000)
    assert rounds == [1]
