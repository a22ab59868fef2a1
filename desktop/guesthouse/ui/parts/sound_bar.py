"""A row for the sounds: which, how loud, and Stop. Where nothing can be played there is a sentence in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.sound import Sounds
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import choice, name_control
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.size_slider import SizeSlider

GAP = 8
"""Between a control and its name, and between the row and what is told under it."""


class SoundBar(QWidget):
    """Chooses among the sounds of ``sounds`` and follows it, wherever else it is told."""

    def __init__(self, look: Look, sounds: Sounds, preferences: Preferences) -> None:
        """The row, or the sentence."""
        super().__init__()
        self._look, self._sounds, self._preferences = look, sounds, preferences
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.told = label(look, "small", selectable=True)
        if not sounds.available():
            self._column.addWidget(self.told)
            self._tell(self._without())
            return
        self._build()
        self._column.addWidget(self.told)
        self.told.hide()
        self._wire()
        self._follow()
        self._fit()

    def _without(self) -> str:
        sentence = self.tr("This computer cannot play sounds from here. Everything else works without sound.")
        how = self.tr("To hear them, add the package with: {command}").format(command='pip install "guesthouse[sound]"')
        return f"{sentence}\n{how}"

    def _build(self) -> None:
        options = [
            ("", self.tr("None")),
            ("rain", self.tr("Rain")),
            ("stream", self.tr("Stream")),
            ("wind", self.tr("Wind")),
            ("brown", self.tr("Brown noise")),
        ]
        self.choice = choice(options, self._sounds.playing)
        sound = self._named(self.tr("Sound"), self.choice, self.choice)
        name = self.tr("Volume")
        self.volume = SizeSlider(self._look, name, range(0, 101, 5), self._preferences.sound_volume)
        volume = self._named(name, self.volume, self.volume.slider)
        self.stop = quiet(self._look, self.tr("Stop"))
        name_control(self.stop, self.tr("Stop"), self.tr("Lets the sound fade"))
        row = Flow(gap=2 * GAP)
        for widget in (sound, volume, self.stop):
            row.addWidget(widget)
        self._column.addLayout(row)

    def _named(self, name: str, control: QWidget, named: QWidget) -> QWidget:
        """A control beside its name; ``named`` is it, or what is named within it."""
        name_control(named, name)
        title: QLabel = label(self._look, "body", name, wrap=False)
        title.setBuddy(named)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(title)
        row.addWidget(control, 1)
        return pair

    def _wire(self) -> None:
        self.choice.currentIndexChanged.connect(self._choose)
        self.volume.slider.sliderMoved.connect(self._sounds.try_volume)
        self.volume.chosen.connect(self._keep_volume)
        self.stop.clicked.connect(self._stop)
        self._sounds.changed.connect(self._follow)
        self._sounds.failed.connect(self._tell)
        self._preferences.changed.connect(self._preference_changed)
        self._look.changed.connect(self._fit)

    def _choose(self) -> None:
        chosen = str(self.choice.currentData())
        if chosen == self._sounds.playing:
            return
        self.told.hide()
        if chosen:
            self._sounds.play(chosen)
        else:
            self._sounds.stop()

    def _stop(self) -> None:
        """The focus does not stay on a button that has nothing to stop."""
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sounds.stop()

    def _follow(self) -> None:
        playing = self._sounds.playing
        self.choice.setCurrentIndex(max(0, self.choice.findData(playing)))
        self.stop.setEnabled(bool(playing))

    def _keep_volume(self, percent: int) -> None:
        self._preferences.sound_volume = percent

    def _preference_changed(self, name: str) -> None:
        if name == "sound_volume":
            self.volume.slider.setValue(self._preferences.sound_volume)

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)
        self.told.show()
        announce(self.told, sentence)

    def _fit(self) -> None:
        self.choice.setFixedWidth(self._look.px(168))
        self.volume.setFixedWidth(self._look.px(200))
