"""The candle as a person meets it: painted in every theme and size, alive where that is wished, and never a flash."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.sim.flame import Flame
from guesthouse.ui.canvas.candle import Candle
from tests.ui.canvas.garden import Clock

SIZES = [(320, 320), (1068, 800), (400, 900), (1600, 500)]


@pytest.fixture
def motion(preferences: Preferences) -> Motion:
    preferences.motion = "full"
    return Motion(preferences)


@pytest.fixture
def candle(qtbot: QtBot, look: Look, motion: Motion, clock: Clock) -> Iterator[Candle]:
    made = Candle(look, motion, resources() / "candle", 3, clock=clock)
    qtbot.addWidget(made)
    made.resize(640, 640)
    with qtbot.waitExposed(made):
        made.show()
    made.set_shown(True)
    yield made
    made.set_shown(False)


def pass_time(candle: Candle, clock: Clock, seconds: float) -> int:
    """Let the planned timer fire as often as it would; returns how often."""
    fired, until = 0, clock.now + round(seconds * 1_000_000)
    while candle.timer.isActive() and clock.now + candle.timer.interval() * 1000 <= until:
        clock.now += candle.timer.interval() * 1000
        candle.tick()
        fired += 1
    clock.now = max(clock.now, until)
    return fired


def picture(candle: Candle) -> QImage:
    return candle.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def brightness(image: QImage) -> float:
    """The mean of all pixels, 0 to 255."""
    small = image.scaled(64, 64).convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(bytes(small.constBits())) / (64 * 64)


def test_it_moves(candle: Candle, clock: Clock) -> None:
    before = picture(candle)
    assert 28 <= pass_time(candle, clock, 1) <= 31
    assert picture(candle) != before


def test_calm_is_the_same_candle_at_fewer_frames(candle: Candle, clock: Clock, preferences: Preferences) -> None:
    preferences.motion = "calm"
    assert 9 <= pass_time(candle, clock, 1) <= 11


def test_still_is_the_same_candle_without_a_timer(candle: Candle, clock: Clock, preferences: Preferences) -> None:
    pass_time(candle, clock, 7)
    preferences.motion = "still"
    assert not candle.timer.isActive()
    assert candle.flame == Flame()
    before = picture(candle)
    clock.now += 5_000_000
    candle.tick()
    assert not candle.timer.isActive()
    assert picture(candle) == before
    preferences.motion = "full"
    assert candle.timer.isActive()


def test_hidden_time_is_no_time(candle: Candle, clock: Clock) -> None:
    pass_time(candle, clock, 3)
    candle.tick()
    before = candle.flame
    candle.hide()
    assert not candle.timer.isActive()
    clock.now += 3_600_000_000
    candle.show()
    candle.set_shown(True)
    assert candle.flame == before


def test_an_hour_asleep_is_no_time(candle: Candle, clock: Clock) -> None:
    pass_time(candle, clock, 3)
    before = candle.flame
    clock.now += 3_600_000_000
    candle.tick()
    assert abs(candle.flame.lean - before.lean) < 0.1
    assert candle._seen < 4_000_000


def test_a_page_behind_another_has_no_timer(qtbot: QtBot, look: Look, motion: Motion) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    candle = Candle(look, motion, resources() / "candle", 3)
    QVBoxLayout(page).addWidget(candle)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(candle.timer.isActive)
    page.hide()
    assert not candle.timer.isActive()


def test_the_same_seed_and_time_is_the_same_picture(candle: Candle, clock: Clock, look: Look, motion: Motion) -> None:
    other = Candle(look, motion, resources() / "candle", 3, clock=clock)
    other.resize(candle.size())
    other.set_shown(True)
    pass_time(candle, clock, 2)
    now, clock.now = clock.now, 0
    other.set_shown(True)
    pass_time(other, clock, 2)
    clock.now = now
    assert other.flame == candle.flame
    assert picture(other) == picture(candle)
    other.set_shown(False)


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_it_never_flashes(candle: Candle, clock: Clock, preferences: Preferences, theme: str) -> None:
    preferences.theme = theme
    seen = []
    for _ in range(40):
        pass_time(candle, clock, 0.25)
        seen.append(brightness(picture(candle)))
    for one, other in pairwise(seen[::4]):
        assert abs(one - other) < 0.1 * max(one, 10)
    assert all(abs(one - other) < 0.05 * max(one, 10) for one, other in pairwise(seen))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_it_fills_any_size_and_nothing_is_cut_off(
    candle: Candle, preferences: Preferences, theme: str, size: tuple[int, int]
) -> None:
    preferences.theme = theme
    candle.resize(*size)
    image = picture(candle)
    assert (image.width(), image.height()) == size
    place = candle._light_falls().center().toPoint()
    heart = image.pixelColor(place + QPoint(0, round(10 * candle._scale)))
    corner = image.pixelColor(2, 2)
    assert heart.red() > 240 and heart.red() > heart.blue(), "the flame is bright and warm"
    assert heart != corner
    assert QRect(QPoint(0, 0), candle.size()).contains(place)


def test_only_the_light_is_painted_again(candle: Candle, clock: Clock) -> None:
    """What a frame changes lies within what it asks to be painted."""
    before = picture(candle)
    pass_time(candle, clock, 4)
    after = picture(candle)
    falls = candle._light_falls().toAlignedRect()
    for y in range(0, before.height(), 4):
        for x in range(0, before.width(), 4):
            if not falls.contains(x, y):
                assert before.pixel(x, y) == after.pixel(x, y)


def test_a_new_theme_shows_at_once(candle: Candle, preferences: Preferences) -> None:
    preferences.theme = "light"
    day = brightness(picture(candle))
    preferences.theme = "night"
    assert brightness(picture(candle)) < 0.6 * day


def test_a_screen_reader_hears_what_it_is(candle: Candle) -> None:
    told = QAccessible.queryAccessibleInterface(candle)
    assert told.text(QAccessible.Text.Name) == "Candle"
    assert told.text(QAccessible.Text.Description) == "A candle with a quiet flame"


def test_rounded_corners_show_the_ground(qtbot: QtBot, look: Look, motion: Motion) -> None:
    candle = Candle(look, motion, resources() / "candle", 3, radius=20)
    qtbot.addWidget(candle)
    candle.resize(400, 400)
    ground = look.colour("paper")
    image = picture(candle)
    assert image.pixelColor(1, 1) == ground
    assert image.pixelColor(200, 30) != ground


def test_a_thousand_frames_cost_no_references(candle: Candle, clock: Clock) -> None:
    picture(candle)
    before = sys.getrefcount(None)
    for _ in range(300):
        clock.now += 33_000
        candle.tick()
        candle.grab(candle._light_falls().toAlignedRect())
    assert abs(sys.getrefcount(None) - before) < 2000
