"""After a lock nothing in the program refers to the key or to what was typed: looked for in every object there is."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from guesthouse.domain.safekeeping import Sealed
from guesthouse.front.doorway import TIDY_MS
from guesthouse.qt.recovery_paper import RecoveryCard
from guesthouse.ui.dialogs.passphrase import PassphraseDialog
from guesthouse.ui.settings.passphrase_verbs import PassphraseVerbs
from tests.front.conftest import RIGHT, Entered
from tests.ui.traces import without_what_others_left


def holders(sealed: Sealed, *typed: str) -> list[str]:
    """What refers to the key, however it is written, or to a passphrase; the test's own objects left out."""
    secrets = {sealed.key, sealed.key.hex(), *typed, *(each.encode() for each in typed)}
    own = {id(sealed.key), id(RIGHT), *map(id, typed), id(secrets), *map(id, secrets)}
    frame = sys._getframe()
    while frame is not None:
        own.add(id(frame))
        frame = frame.f_back
    gc.collect()
    found = []
    for holder in gc.get_objects():
        if id(holder) in own:
            continue
        for held in gc.get_referents(holder):
            if isinstance(held, bytes | str) and id(held) not in own and held in secrets:
                found.append(f"{type(holder).__module__}.{type(holder).__qualname__}")
    return found


@pytest.fixture(autouse=True)
def by_itself(sealed_once: object) -> Iterator[None]:
    """Whatever another test of this process has left alive is no concern of these."""
    with without_what_others_left():
        yield


def test_the_search_finds_a_key_that_is_held(inside: Entered, sealed: Sealed) -> None:
    assert holders(sealed), "the open house has it"


def test_after_a_lock_nothing_holds_the_key_or_the_passphrase(qtbot: QtBot, inside: Entered, sealed: Sealed) -> None:
    inside.front.settle()
    inside.window.go_to("settings")
    inside.window.go_to("journal")
    inside.window.go_to("visitors")
    qtbot.waitUntil(lambda: inside.doorway._housekeeping._task is not None, timeout=10 * TIDY_MS)
    inside.doorway.lock()
    qtbot.waitUntil(lambda: inside.shown == "lock")
    inside.doorway._housekeeping.wait()
    qtbot.waitUntil(lambda: not holders(sealed, RIGHT))


def test_nor_after_wrong_ones_and_a_second_time(qtbot: QtBot, inside: Entered, sealed: Sealed) -> None:
    inside.doorway.lock()
    qtbot.waitUntil(lambda: inside.shown == "lock")
    wrong = "the lamp is " + "out"
    inside.give(wrong)
    qtbot.waitUntil(lambda: "That isn't it." in inside.words)
    inside.window.go_to("support")
    qtbot.waitUntil(lambda: not holders(sealed, RIGHT, wrong))


def test_nor_after_the_passphrase_was_changed_and_a_code_was_shown(
    qtbot: QtBot, inside: Entered, sealed: Sealed
) -> None:
    another = " ".join(["the", "stove", "is", "warm"])

    def answered(dialog: QDialog) -> bool:
        if isinstance(dialog, PassphraseDialog):
            dialog.present.setText(another if inside.said else RIGHT)
            dialog.new.setText(another)
            dialog.again.setText(another)
            dialog.yes.click()
        return True

    inside.window.go_to("settings")
    verbs = inside.window.findChild(PassphraseVerbs)
    assert verbs is not None
    verbs.show = answered  # type: ignore[method-assign]
    verbs.change()
    assert [saying.title for saying in inside.said] == ["The passphrase is changed."]
    verbs.make_code()
    inside.doorway.lock()
    qtbot.waitUntil(lambda: inside.shown == "lock")
    qtbot.waitUntil(lambda: not holders(sealed, RIGHT, another))
    qtbot.waitUntil(lambda: not any(isinstance(each, RecoveryCard) for each in gc.get_objects()))
