"""The sounds as the app plays them: through the real library into a device nobody hears, and without any.

Where it matters what the device is given, one stands in that keeps it; everything up to it is the real thing.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.qt.preferences import Preferences
from guesthouse.qt.sound import Sounds
from guesthouse.qt.speaker import Fill, Speaker, Speakers, import_without_radio
from guesthouse.services.sounds import fetch_sound

BEFORE = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.sound import Sounds
app = QCoreApplication([])
sounds = Sounds(Path(sys.argv[1]), Preferences(Path(sys.argv[1]) / "p.ini"))
sounds.available()
sounds.stop()
loaded = {"miniaudio", "_miniaudio", "wave", "guesthouse.sim.sounds", "guesthouse.qt.mixer"} & set(sys.modules)
sys.exit(f"loaded too early: {loaded}" if loaded else 0)
"""
PLAYING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.sound import Sounds
from guesthouse.qt.speaker import Speakers
app = QCoreApplication([])
before = set(sys.modules)
sounds = Sounds(Path(sys.argv[1]), Preferences(Path(sys.argv[1]) / "p.ini"), speakers=Speakers(["NULL"]))
sounds.failed.connect(lambda why: sys.exit(why))
sounds.ring()
look = QTimer()
look.timeout.connect(lambda: sounds._speaker is None or app.quit())
look.start(20)
app.exec()
assert "miniaudio" in sys.modules
network = {"socket", "_socket", "ssl", "_ssl", "http.client", "urllib.request", "PySide6.QtNetwork"}
loaded = network & (set(sys.modules) - before)
maps = Path("/proc/self/maps")
mapped = maps.read_text() if maps.exists() else ""
sys.exit(f"a network was loaded: {loaded}" if loaded or "Qt6Network" in mapped or "libssl" in mapped else 0)
"""
ENDING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.sound import Sounds
from guesthouse.qt.speaker import Speakers
app = QCoreApplication([])
sounds = Sounds(Path(sys.argv[1]), Preferences(Path(sys.argv[1]) / "p.ini"), speakers=Speakers(["NULL"]))
sounds.play("brown")
while sounds._speaker is None or sounds._task is not None:
    app.processEvents()
"""


class Kept(Speaker):
    """Stands in for a device: asks when the test says so."""

    def __init__(self, fill: Fill) -> None:
        self.fill, self.broken, self._awake, self.log = fill, False, False, []

    def start(self) -> None:
        if self.broken:
            raise RuntimeError("unplugged")
        self._awake = True
        self.log.append("start")

    def stop(self) -> None:
        self._awake = False
        self.log.append("stop")

    def close(self) -> None:
        self.log.append("close")

    def ask(self, seconds: float) -> list[int]:
        """So many seconds, as a device in a thread of its own asks for them; nothing while it sleeps."""
        samples: list[int] = []
        if self._awake:
            asking = threading.Thread(
                target=lambda: [samples.extend(self.fill(2205)) for _ in range(round(seconds * 10))]
            )
            asking.start()
            asking.join()
        return samples


class Room(Speakers):
    """A computer whose loudspeakers are those above."""

    def __init__(self, *, deaf: bool = False) -> None:
        super().__init__()
        self.deaf, self.opened = deaf, []

    def there(self) -> bool:
        return True

    def open(self, rate: int, fill: Fill) -> Speaker:
        if self.deaf:
            raise RuntimeError("no loudspeaker")
        self.opened.append(Kept(fill))
        return self.opened[-1]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sounds, made before."""
    folder = tmp_path_factory.mktemp("sounds")
    for name in ("rain", "brown", "bell"):
        fetch_sound(folder, name)
    return folder


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def sounds(qtbot: QtBot, shelf: Path, preferences: Preferences, room: Room) -> Iterator[Sounds]:
    made = Sounds(shelf, preferences, speakers=room)
    yield made
    made.let_go()


def speaker_of(qtbot: QtBot, sounds: Sounds, room: Room) -> Kept:
    """The loudspeaker, once everything that was asked for is with it."""
    qtbot.waitUntil(lambda: bool(room.opened) and sounds._task is None)
    return room.opened[-1]


def loudness(samples: list[int]) -> float:
    return (sum(sample * sample for sample in samples) / max(1, len(samples))) ** 0.5


# ------------------------------------------------------------------------------------------------ with the library


def test_it_plays_through_the_real_library(qtbot: QtBot, shelf: Path, preferences: Preferences) -> None:
    sounds = Sounds(shelf, preferences, speakers=Speakers(["NULL"]))
    asked: list[int] = []
    sounds.play("rain")
    qtbot.waitUntil(lambda: sounds._speaker is not None and sounds._task is None)
    mixer = sounds._mixer
    assert mixer is not None
    fill = mixer.fill
    mixer.fill = lambda count: asked.append(count) or fill(count)  # type: ignore[method-assign]
    sounds._speaker._fill = mixer.fill  # type: ignore[union-attr]
    sounds._speaker.stop()  # type: ignore[union-attr]
    sounds._speaker.start()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: sum(asked) > 22_050 / 2)
    assert not mixer.silent
    sounds.stop()
    qtbot.waitUntil(lambda: mixer.silent and not sounds._rest.isActive(), timeout=8000)
    before = len(asked)
    sounds.let_go()
    assert len(asked) == before, "what sleeps asks for nothing"


def test_nothing_is_loaded_before_a_sound_is_asked_for(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", BEFORE, str(tmp_path)], check=True, timeout=50)


def test_playing_loads_no_network(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", PLAYING, str(tmp_path)], check=True, timeout=50)


def test_an_end_without_a_goodbye_hangs_nothing(tmp_path: Path) -> None:
    """The app broke down while it played: the device's thread must not keep the process."""
    subprocess.run([sys.executable, "-c", ENDING, str(tmp_path)], check=True, timeout=50)


def test_the_radio_of_the_library_is_not_there() -> None:
    """What the library would load for a radio is loaded by nobody, and can still be by whoever needs it."""
    library = import_without_radio("miniaudio")
    assert not hasattr(library.urllib, "request") or hasattr(library.urllib.request, "urlopen")
    radio = sys.modules.get("urllib.request")
    assert radio is None or hasattr(radio, "urlopen")


def test_without_the_library_it_says_so(qtbot: QtBot, shelf: Path, preferences: Preferences) -> None:
    sounds = Sounds(shelf, preferences, speakers=Speakers(library="no_such_library"))
    assert not sounds.available()
    with qtbot.waitSignal(sounds.failed) as failed:
        sounds.play("rain")
    assert failed.args == ["This computer cannot play sounds from here. Everything else works without sound."]
    assert sounds.playing == ""
    sounds.let_go()


# ------------------------------------------------------------------------------------------------ what is heard


def test_a_sound_goes_on_until_it_is_stopped(qtbot: QtBot, sounds: Sounds, room: Room) -> None:
    with qtbot.waitSignal(sounds.changed):
        sounds.play("rain")
    speaker = speaker_of(qtbot, sounds, room)
    speaker.ask(1)
    assert loudness(speaker.ask(25)) > 50, "longer than the file"
    with qtbot.waitSignal(sounds.changed):
        sounds.stop()
    fading = speaker.ask(2)
    assert loudness(fading[:2205]) > 20 and set(fading[-2205:]) == {0}
    qtbot.waitUntil(lambda: speaker.log == ["start", "stop"], timeout=4000)
    assert not sounds._rest.isActive()


def test_off_by_default(sounds: Sounds, room: Room, preferences: Preferences) -> None:
    assert sounds.playing == "" and not room.opened
    assert preferences.sound_volume == 40 and preferences.chime is False


def test_another_sound_takes_its_place(qtbot: QtBot, sounds: Sounds, room: Room) -> None:
    sounds.play("rain")
    sounds.play("brown")
    assert sounds.playing == "brown"
    speaker = speaker_of(qtbot, sounds, room)
    speaker.ask(2)
    bright = speaker.ask(1)
    sounds.play("rain")
    qtbot.waitUntil(lambda: sounds._task is None)
    speaker.ask(2)
    assert crossings(speaker.ask(1)) > 3 * crossings(bright), "rain is brighter"
    assert len(room.opened) == 1


def crossings(samples: list[int]) -> int:
    return sum((one < 0) != (other < 0) for one, other in pairwise(samples))


def test_the_bell_rings_once_and_the_loudspeaker_sleeps(qtbot: QtBot, sounds: Sounds, room: Room) -> None:
    with qtbot.assertNotEmitted(sounds.changed):
        sounds.ring()
        speaker = speaker_of(qtbot, sounds, room)
    rung = speaker.ask(6)
    assert loudness(rung[:22_050]) > 100 and set(rung[-22_050:]) == {0}
    qtbot.waitUntil(lambda: speaker.log == ["start", "stop"], timeout=4000)
    sounds.ring()
    assert loudness(speaker.ask(1)) > 100


def test_the_bell_over_rain(qtbot: QtBot, sounds: Sounds, room: Room) -> None:
    sounds.play("rain")
    sounds.ring()
    speaker = speaker_of(qtbot, sounds, room)
    speaker.ask(7)
    assert loudness(speaker.ask(1)) > 50
    assert sounds.playing == "rain"


def test_the_volume_follows_the_preference(qtbot: QtBot, sounds: Sounds, room: Room, preferences: Preferences) -> None:
    sounds.play("brown")
    speaker = speaker_of(qtbot, sounds, room)
    speaker.ask(2)
    usual = loudness(speaker.ask(3))
    preferences.sound_volume = 100
    speaker.ask(1)
    assert loudness(speaker.ask(3)) > 3 * usual
    preferences.sound_volume = 0
    speaker.ask(1)
    assert set(speaker.ask(1)) == {0}


def test_stopped_before_it_came_it_stays_silent(qtbot: QtBot, sounds: Sounds, room: Room) -> None:
    sounds.play("rain")
    sounds.stop()
    speaker = speaker_of(qtbot, sounds, room)
    assert speaker.log == []


# ------------------------------------------------------------------------------------------------ when it cannot


def test_without_a_loudspeaker_it_says_so_and_the_next_time_it_tries_again(
    qtbot: QtBot, sounds: Sounds, room: Room
) -> None:
    room.deaf = True
    with qtbot.waitSignal(sounds.failed):
        sounds.play("rain")
    assert sounds.playing == ""
    room.deaf = False
    sounds.play("rain")
    assert speaker_of(qtbot, sounds, room).log == ["start"]


def test_a_bell_that_cannot_be_heard_says_nothing(qtbot: QtBot, sounds: Sounds, room: Room) -> None:
    room.deaf = True
    with qtbot.assertNotEmitted(sounds.failed):
        sounds.ring()
        qtbot.waitUntil(lambda: sounds._task is None)


def test_a_loudspeaker_that_was_pulled_out_is_given_back(qtbot: QtBot, sounds: Sounds, room: Room) -> None:
    sounds.play("rain")
    first = speaker_of(qtbot, sounds, room)
    first.broken = True
    with qtbot.waitSignal(sounds.failed):
        sounds.play("brown")
    assert first.log[-1] == "close"
    sounds.play("brown")
    qtbot.waitUntil(lambda: len(room.opened) == 2)
    assert speaker_of(qtbot, sounds, room).log == ["start"]


def test_a_sound_that_cannot_be_made_says_so(qtbot: QtBot, sounds: Sounds) -> None:
    with qtbot.waitSignal(sounds.failed):
        sounds.play("thunder")
    assert sounds.playing == ""


def test_at_the_end_the_loudspeaker_is_given_back(qtbot: QtBot, sounds: Sounds, room: Room) -> None:
    sounds.play("rain")
    speaker = speaker_of(qtbot, sounds, room)
    sounds.let_go()
    sounds.let_go()
    assert speaker.log == ["start", "close"]
    sounds.play("brown")
    sounds.ring()
    assert speaker.log == ["start", "close"] and len(room.opened) == 1


def test_at_the_end_of_a_look_for_a_sound_nothing_goes_on(qtbot: QtBot, sounds: Sounds) -> None:
    sounds.play("rain")
    sounds.let_go()
    assert sounds._task is None and sounds.playing == ""


def test_hushed_it_is_silent_at_once_and_does_not_begin_again_by_itself(
    qtbot: QtBot, sounds: Sounds, room: Room
) -> None:
    sounds.play("rain")
    qtbot.waitUntil(lambda: bool(room.opened) and room.opened[0].log == ["start"])
    assert any(room.opened[0].ask(1))
    with qtbot.waitSignal(sounds.changed):
        sounds.hush(True)
    assert room.opened[0].log == ["start", "stop"] and sounds.playing == ""
    sounds.play("rain")
    sounds.ring()
    assert sounds.playing == "" and room.opened[0].log == ["start", "stop"]
    sounds.hush(False)
    assert sounds.playing == ""
    sounds.play("rain")
    qtbot.waitUntil(lambda: room.opened[0].log[-1] == "start")
    assert any(room.opened[0].ask(1))


def test_hushed_while_a_sound_is_still_being_fetched_nothing_is_heard(qtbot: QtBot, sounds: Sounds, room: Room) -> None:
    sounds.play("rain")
    sounds.ring()
    sounds.hush(True)
    qtbot.waitUntil(lambda: sounds._task is None)
    assert not any(speaker.log for speaker in room.opened)
    assert not any(speaker.ask(1) for speaker in room.opened)
