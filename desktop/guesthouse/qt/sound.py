"""The sounds: one of them in a ring, or a bell once. Nothing of it is loaded before a sound is first asked for.

A sound is made, and the loudspeaker opened, in a thread beside the window. Where that cannot be done it is told once,
in a sentence, and everything else goes on.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from guesthouse.qt.preferences import Preferences
from guesthouse.qt.task import Task

if TYPE_CHECKING:
    from guesthouse.qt.mixer import Mixer, Recording
    from guesthouse.qt.speaker import Speaker, Speakers

BELL = "bell"
REST_MS = 500
"""So long after the last sample the loudspeaker has played what it was given."""
CURVE = 1.5
"""Ears are not straight: half the volume is less than half of the samples."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of a look for a sound and a loudspeaker."""

    name: str
    recording: Recording | None
    speaker: Speaker | None


class Sounds(QObject):
    """Plays them. Off until somebody asks, and off again at the next start."""

    changed = Signal()
    """Another sound goes on now, or none."""
    failed = Signal(str)
    """Why nothing can be heard, in a sentence; after :meth:`play` only."""

    def __init__(self, folder: Path, preferences: Preferences, *, speakers: Speakers | None = None) -> None:
        """The made sounds are kept in ``folder``, which need not be there."""
        super().__init__()
        self._folder, self._preferences = folder, preferences
        self._speakers = speakers
        self._mixer: Mixer | None = None
        self._speaker: Speaker | None = None
        self._heard: dict[str, Recording] = {}
        self._playing = ""
        self._ringing = self._closed = self._was_silent = self._hushed = False
        self._task: Task | None = None
        self._rest = QTimer(self)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._look_whether_silent)
        preferences.changed.connect(self._preference_changed)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.let_go)

    @property
    def playing(self) -> str:
        """The sound that goes on, or is about to: "" for none."""
        return self._playing

    def available(self) -> bool:
        """Whether there is anything to play with. A loudspeaker may still be missing, which is told by ``failed``."""
        return self._library().there()

    def play(self, sound: str) -> None:
        """Let a sound go on until another is chosen, or none."""
        if sound == self._playing or self._closed or self._hushed:
            return
        self._playing = sound
        self.changed.emit()
        self._go_on()

    def stop(self) -> None:
        """Let it fade."""
        if self._playing:
            self._playing = ""
            if self._mixer is not None:
                self._mixer.play(None)
            self._rest.start()
            self.changed.emit()

    def ring(self) -> None:
        """The bell, once, over what goes on. Where it cannot be heard nothing is said."""
        if not self._closed and not self._hushed:
            self._ringing = True
            self._go_on()

    def hush(self, hushed: bool) -> None:
        """Fall silent in this moment and begin nothing, until that is over; what has gone on does not go on then."""
        self._hushed = hushed
        if hushed:
            self._ringing = False
            if self._mixer is not None:
                self._mixer.silence()
            if self._speaker is not None:
                self._speaker.stop()
            self.stop()

    def try_volume(self, percent: int) -> None:
        """How loud it would be, while a slider is held."""
        if self._mixer is not None:
            self._mixer.set_volume((percent / 100) ** CURVE)

    def let_go(self) -> None:
        """The end: give back the loudspeaker."""
        self._closed = True
        self._rest.stop()
        if self._task is not None:
            self._task.stop()
            self._task.wait()
            self._task = None
        if self._speaker is not None:
            self._speaker.close()
            self._speaker = None
        self._playing = ""

    def _library(self) -> Speakers:
        if self._speakers is None:
            from guesthouse.qt.speaker import Speakers

            self._speakers = Speakers()
        return self._speakers

    def _wanted(self) -> list[str]:
        bell = [BELL] if self._ringing else []
        return [*bell, self._playing] if self._playing else bell

    def _go_on(self) -> None:
        """Let what is wanted be heard, or look for what is missing first; one thing after the other."""
        if self._task is not None:
            return
        wanted = self._wanted()
        missing = [name for name in wanted if name not in self._heard]
        if wanted and (missing or self._speaker is None):
            self._fetch((missing or wanted)[0])
        elif wanted:
            self._let_hear()

    def _fetch(self, name: str) -> None:
        if self._mixer is None:
            from guesthouse.qt.mixer import Mixer

            self._mixer = Mixer()
            self.try_volume(self._preferences.sound_volume)
        folder, speakers, mixer, needed = self._folder, self._library(), self._mixer, self._speaker is None

        self._task = Task(lambda _step: _fetched(folder, name, speakers if needed else None, mixer), self)
        self._task.succeeded.connect(self._came)
        self._task.failed.connect(self._broke_off)
        self._task.start()

    def _came(self, fetched: Fetched) -> None:
        """The thread is done."""
        if self._closed:
            if fetched.speaker is not None:
                fetched.speaker.close()
            return
        if self._task is not None:
            self._task.wait()
            self._task.deleteLater()
            self._task = None
        self._speaker = self._speaker or fetched.speaker
        if fetched.recording is None or self._speaker is None:
            self._give_up()
            return
        self._heard[fetched.name] = fetched.recording
        self._go_on()

    def _broke_off(self) -> None:
        """The thread ended in a mistake, which is in the log."""
        self._came(Fetched("", None, None))

    def _let_hear(self) -> None:
        assert self._mixer is not None and self._speaker is not None, "both were fetched"
        try:
            self._speaker.start()
        except RuntimeError:
            self._give_up()
            return
        if self._playing:
            self._mixer.play(self._heard[self._playing])
        if self._ringing:
            self._ringing = False
            self._mixer.strike(self._heard[BELL])
        self._heard = {name: self._heard[name] for name in {self._playing, BELL} & set(self._heard)}
        if not self._playing:
            self._rest.start()

    def _give_up(self) -> None:
        """Nothing can be heard. The next time everything is tried anew: somebody may have plugged something in."""
        log.info("sounds cannot be played here")
        if self._speaker is not None:
            self._speaker.close()
            self._speaker = None
        asked, self._playing, self._ringing = bool(self._playing), "", False
        if asked:
            self.changed.emit()
            self.failed.emit(
                self.tr("This computer cannot play sounds from here. Everything else works without sound.")
            )

    def _look_whether_silent(self) -> None:
        """Once all has faded the loudspeaker sleeps, and so does this."""
        silent = self._mixer is None or self._mixer.silent
        if self._playing or (silent and self._was_silent):
            self._rest.stop()
            if not self._playing and self._task is None and self._speaker is not None:
                self._speaker.stop()
            silent = False
        self._was_silent = silent

    def _preference_changed(self, name: str) -> None:
        if name == "sound_volume":
            self.try_volume(self._preferences.sound_volume)


def _fetched(folder: Path, name: str, speakers: Speakers | None, mixer: Mixer) -> Fetched:
    """In a thread beside the window: the sound, and the loudspeaker if it is needed."""
    from guesthouse.qt.mixer import recording_of
    from guesthouse.services.sounds import fetch_sound

    recording = recording_of(fetch_sound(folder, name), ring=name != BELL)
    try:
        speaker = speakers.open(recording.rate, mixer.fill) if speakers is not None else None
    except RuntimeError:
        return Fetched(name, None, None)
    return Fetched(name, recording, speaker)
