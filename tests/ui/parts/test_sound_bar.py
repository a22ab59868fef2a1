"""The row for the sounds, as hands and a screen reader meet it."""

from __future__ import annotations

import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.sound import Sounds
from guesthouse.qt.speaker import Fill, Speaker, Speakers
from guesthouse.sim.sounds import EDITION, RATE
from guesthouse.ui.parts.sound_bar import SoundBar
from tests.ui.walk import clipped, unnamed

NAMES = {"": "None", "rain": "Rain", "stream": "Stream", "wind": "Wind", "brown": "Brown noise"}
PATIENCE = 30_000
"""Milliseconds for what a thread does, on a computer that has other things to do."""


class Deaf(Speakers):
    """A computer with the library and without a loudspeaker."""

    def open(self, rate: int, fill: Fill) -> Speaker:
        raise RuntimeError("no loudspeaker")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second of each sound, as if it had been made before: how long the making takes is no matter of the row."""
    folder = tmp_path_factory.mktemp("sounds")
    for name in filter(None, NAMES):
        with wave.open(str(folder / f"{name}-{EDITION}.wav"), "wb") as file:
            file.setparams((1, 2, RATE, RATE, "NONE", ""))
            file.writeframes(bytes(2 * RATE))
    return folder


@pytest.fixture
def make(
    qtbot: QtBot, look: Look, preferences: Preferences, shelf: Path
) -> Iterator[Callable[[Speakers], tuple[SoundBar, Sounds]]]:
    begun: list[Sounds] = []
    pages: list[QWidget] = []

    def made(speakers: Speakers) -> tuple[SoundBar, Sounds]:
        sounds = Sounds(shelf, preferences, speakers=speakers)
        begun.append(sounds)
        page = QWidget()
        pages.append(page)
        qtbot.addWidget(page)
        bar = SoundBar(look, sounds, preferences)
        column = QVBoxLayout(page)
        column.addWidget(bar)
        column.addStretch(1)
        page.resize(760, 300)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return bar, sounds

    yield made
    for sounds in begun:
        sounds.let_go()


@pytest.fixture
def bar(make: Callable[[Speakers], tuple[SoundBar, Sounds]]) -> SoundBar:
    return make(Speakers(["NULL"]))[0]


def test_all_sounds_are_there_and_none_is_chosen(bar: SoundBar) -> None:
    box = bar.choice
    assert {box.itemData(row): box.itemText(row) for row in range(box.count())} == NAMES
    assert box.currentText() == "None"
    assert not bar.stop.isEnabled() and not bar.told.isVisible()


def test_choosing_plays_and_stop_stops(qtbot: QtBot, bar: SoundBar) -> None:
    sounds = bar._sounds
    bar.choice.setFocus()
    qtbot.keyClick(bar.choice, Qt.Key.Key_B)
    assert sounds.playing == "brown"
    qtbot.waitUntil(lambda: sounds._task is None, timeout=PATIENCE)
    assert sounds._mixer is not None and not sounds._mixer.silent
    bar.stop.setFocus()
    qtbot.keyClick(bar.stop, Qt.Key.Key_Space)
    assert sounds.playing == "" and bar.choice.currentText() == "None"
    assert bar.choice.hasFocus() and not bar.stop.isEnabled()
    qtbot.waitUntil(lambda: not sounds._rest.isActive(), timeout=PATIENCE)


def test_none_is_silence(bar: SoundBar) -> None:
    bar.choice.setCurrentIndex(1)
    bar.choice.setCurrentIndex(0)
    assert bar._sounds.playing == ""


def test_it_follows_what_is_told_elsewhere(bar: SoundBar) -> None:
    bar._sounds.play("wind")
    assert bar.choice.currentText() == "Wind" and bar.stop.isEnabled()


def test_the_volume_is_kept(bar: SoundBar, preferences: Preferences) -> None:
    assert bar.volume.slider.value() == 40
    bar.volume.slider.setValue(65)
    assert preferences.sound_volume == 65
    preferences.sound_volume = 20
    assert bar.volume.slider.value() == 20


def test_controls_have_their_names(bar: SoundBar) -> None:
    assert unnamed(bar) == []
    labels = {label.text(): label.buddy() for label in bar.findChildren(QLabel) if label.buddy()}
    assert labels == {"Sound": bar.choice, "Volume": bar.volume.slider}
    assert QAccessible.queryAccessibleInterface(bar.volume.slider).text(QAccessible.Text.Name) == "Volume"
    assert QAccessible.queryAccessibleInterface(bar.stop).text(QAccessible.Text.Name) == "Stop"


def test_without_the_library_there_is_a_sentence_and_no_dead_control(
    make: Callable[[Speakers], tuple[SoundBar, Sounds]],
) -> None:
    bar, _ = make(Speakers(library="no_such_library"))
    assert bar.told.isVisible()
    assert bar.told.text().startswith(
        "This computer cannot play sounds from here. Everything else works without sound."
    )
    assert 'pip install "guesthouse[sound]"' in bar.told.text()
    assert [isinstance(child, QLabel) for child in bar.findChildren(QWidget)] == [True]
    assert clipped(bar) == []


def test_without_a_loudspeaker_it_is_told_once_and_quietly(
    qtbot: QtBot, make: Callable[[Speakers], tuple[SoundBar, Sounds]]
) -> None:
    bar, sounds = make(Deaf())
    with qtbot.waitSignal(sounds.failed, timeout=PATIENCE):
        bar.choice.setCurrentIndex(1)
    assert bar.told.isVisible() and bar.choice.currentText() == "None"
    assert clipped(bar) == []
    with qtbot.waitSignal(sounds.failed, timeout=PATIENCE):
        bar.choice.setCurrentIndex(2)
    told = [label for label in bar.findChildren(QLabel) if label.isVisible() and label.text() == bar.told.text()]
    assert told == [bar.told]


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize(("width", "size"), [(760, 100), (420, 100), (620, 200), (420, 150)])
def test_nothing_is_clipped(bar: SoundBar, preferences: Preferences, theme: str, width: int, size: int) -> None:
    preferences.theme, preferences.text_size = theme, size
    page = bar.window()
    page.resize(width, 500)
    assert clipped(bar) == []
    assert page.width() == width
    assert bar.minimumSizeHint().width() <= width


def test_from_right_to_left(bar: SoundBar) -> None:
    bar.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert clipped(bar) == []
    assert bar.choice.mapTo(bar, bar.choice.rect().center()).x() > bar.stop.geometry().center().x()
