"""What stands below the field: what is not written down, which track it takes, and the key for who has drifted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from guesthouse.domain.scene import Behaviour, Scene
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.floating import Floating
from guesthouse.ui.visitors.lines import Centred
from guesthouse.ui.visitors.soft_box import SoftBox, beside_label

DRIFTED_KEYS = "Ctrl+B"
TRACK_LETTERS = 12
UNWRITTEN, UNWRITTEN_CLOSE = (10, 0, 14, 0), (6, 0, 8, 0)
"""Pixels inside the bar of the check box, and where it is close."""


class BelowField(QWidget):
    """A row of small bars, or two of them where it is narrow."""

    drifted = Signal()
    """Somebody noticed that they had been carried off. It is counted nowhere."""

    began_asked = Signal()
    """What was half-typed before is to be seen."""

    grown = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """A scene without tracks."""
        super().__init__(parent)
        self._look = look
        self._bars: list[Floating] = []
        self._flow = Centred(self, gap=6)
        look.changed.connect(self._fit)
        self._fitted: tuple[object, ...] = ()
        self.unwritten_box = look.dress(QCheckBox(self.tr("Don't write this one down")), "small")
        self.unwritten_box.setAccessibleName(self.tr("Don't write this one down"))
        self.unwritten_box.setAccessibleDescription(
            self.tr("It passes like any other, and is stored nowhere, not even while you type")
        )
        self._bar(UNWRITTEN).row.addWidget(self.unwritten_box)
        self._tracks = self._bar((6, 3, 4, 3))
        self.track_box = SoftBox(look)
        track = self.tr("Where what you let in rides along")
        self._tracks.row.addWidget(beside_label(look, self.tr("Track"), self.track_box, track))
        self.track_box.currentIndexChanged.connect(self._fit)
        self.drifted_button = pill(look, "")
        self.drifted_button.setToolTip(DRIFTED_KEYS)
        self.drifted_button.setAccessibleDescription(
            self.tr("For when a thought carried you along. Nothing is counted. {keys}").format(keys=DRIFTED_KEYS)
        )
        self._drifted = self._bar((4, 0, 4, 0))
        self._drifted.row.addWidget(self.drifted_button)
        self.drifted_button.clicked.connect(self.drifted)
        self.began_button = pill(look, self.tr("Go on with what you began"))
        self._began = self._bar((4, 0, 4, 0))
        self._began.row.addWidget(self.began_button)
        self._began.hide()
        self.began_button.clicked.connect(self.began_asked)

    @property
    def lane(self) -> str:
        """The id of the track that was chosen; "" where there is none to choose."""
        return str(self.track_box.currentData() or "")

    def offer_began(self, offered: bool) -> None:
        """Whether something that was half-typed before waits to be asked for."""
        self._began.setVisible(offered)
        self._fit()

    def suit(self, scene: Scene) -> None:
        """Another scene: its tracks, and what its key is called."""
        self.track_box.offer(
            [(lane.id, QCoreApplication.translate("scenes", lane.title)) for lane in scene.lanes if lane.title],
            self.lane,
        )
        self._tracks.setVisible(self._has_tracks)
        railway = scene.behaviour is Behaviour.RAILWAY
        text = self.tr("Back to the bridge") if railway else self.tr("I drifted")
        self.drifted_button.setText(text)
        self.drifted_button.setAccessibleName(text)
        self._fit()

    def fit(self, width: int, *, least: bool) -> int:
        """Pixels that it takes in this width: closer together where that saves a line.

        With ``least`` what can wait does until there is room again: the track, which stays chosen, and the button of
        who has drifted, which has keys. What keeps words from being written never waits.
        """
        texts = self.drifted_button.text(), self.track_box.currentText()
        asked = (width, least, self._look.scale, *texts, self._has_tracks, self._began.isHidden())
        if asked != self._fitted:
            self._fitted = asked
            self._tracks.setVisible(self._has_tracks)
            self._drifted.show()
            self._closer(False)
            loose = self._flow.heightForWidth(width)
            self._closer(True)
            if self._flow.heightForWidth(width) == loose:
                self._closer(False)
            for waiting in (self._tracks, self._drifted) if least else ():
                if self._flow.heightForWidth(width) > self.unwritten_box.sizeHint().height() * 1.5:
                    waiting.hide()
        return self._flow.heightForWidth(width)

    @property
    def _has_tracks(self) -> bool:
        return self.track_box.count() > 0

    def _closer(self, close: bool) -> None:
        """Whether there is less room inside the bars."""
        self._bars[0].row.setContentsMargins(*(UNWRITTEN_CLOSE if close else UNWRITTEN))
        self._drifted.row.setContentsMargins(*((0, 0, 0, 0) if close else (4, 0, 4, 0)))
        self.drifted_button.setProperty("tight", close)
        self._look.dress(self.drifted_button, "pill")
        self.drifted_button.updateGeometry()
        self._remeasure()

    def _bar(self, margins: tuple[int, int, int, int]) -> Floating:
        bar = Floating(self._look)
        bar.row.setContentsMargins(*margins)
        self._bars.append(bar)
        self._flow.addWidget(bar)
        return bar

    def _fit(self) -> None:
        self.track_box.fit(TRACK_LETTERS)
        self._remeasure()
        self.grown.emit()

    def _remeasure(self) -> None:
        pair = self.track_box.parentWidget()
        for widget in [pair, *self._bars] if pair else []:  # else their sizes of before stand for a while
            if (inside := widget.layout()) is not None:
                inside.invalidate()
            widget.updateGeometry()
        self._flow.invalidate()
        self.updateGeometry()
