"""The person's choice goes first, then the system's wish, then everything moves."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.system_motion import SystemMotion


def test_everything_moves_where_nobody_wishes_otherwise(preferences: Preferences) -> None:
    assert Motion(preferences).level == "full"


def test_the_system_s_wish_means_still(qtbot: QtBot, preferences: Preferences) -> None:
    motion = Motion(preferences)
    with qtbot.waitSignal(motion.changed):
        motion.system_wishes(True)
    assert motion.level == "still"
    with qtbot.waitSignal(motion.changed):
        motion.system_wishes(False)
    assert motion.level == "full"


@pytest.mark.parametrize("chosen", ["full", "calm", "still"])
def test_the_person_goes_before_the_system(qtbot: QtBot, preferences: Preferences, chosen: str) -> None:
    preferences.motion = chosen
    motion = Motion(preferences)
    with qtbot.assertNotEmitted(motion.changed):
        motion.system_wishes(True)
    assert motion.level == chosen


def test_a_choice_shows_at_once(qtbot: QtBot, preferences: Preferences) -> None:
    motion = Motion(preferences)
    with qtbot.waitSignal(motion.changed):
        preferences.motion = "calm"
    assert motion.level == "calm"


def test_without_a_session_bus_nothing_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    system = SystemMotion()
    with qtbot.assertNotEmitted(system.told):
        system.ask()


@pytest.mark.parametrize(
    ("answer", "reduced"),
    [
        (["org.gnome.desktop.interface", "enable-animations", False], True),
        (["org.gnome.desktop.interface", "enable-animations", True], False),
        (["org.freedesktop.appearance", "reduced-motion", 1], True),
    ],
)
def test_the_portal_s_words_are_understood(qtbot: QtBot, answer: list[object], reduced: bool) -> None:
    system = SystemMotion()
    with qtbot.waitSignal(system.told) as told:
        system.hear(answer)
    assert told.args == [reduced]


@pytest.mark.parametrize("answer", [[], ["org.gnome.desktop.interface", "cursor-size", 24], ["a", "b"]])
def test_other_settings_are_passed_over(qtbot: QtBot, answer: list[object]) -> None:
    system = SystemMotion()
    with qtbot.assertNotEmitted(system.told):
        system.hear(answer)
