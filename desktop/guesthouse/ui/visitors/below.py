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
        self.unwritten_box = look.dress(QCheckBox(self.tr("Don't write this one down")), "small")
        self.unwritten_box.setAccessibleName(self.tr("Don't write this one down"))
        self.unwritten_box.setAccessibleDescription(
            self.tr("It passes like any other, and is stored nowhere, not even while you type")
        )
        self._bar((10, 0, 14, 0)).row.addWidget(self.unwritten_box)
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
        self._bar((4, 0, 4, 0)).row.addWidget(self.drifted_button)
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
        self._tracks.setVisible(self.track_box.count() > 0)
        railway = scene.behaviour is Behaviour.RAILWAY
        text = self.tr("Back to the bridge") if railway else self.tr("I drifted")
        self.drifted_button.setText(text)
        self.drifted_button.setAccessibleName(text)
        self._fit()

    def _bar(self, margins: tuple[int, int, int, int]) -> Floating:
        bar = Floating(self._look)
        bar.row.setContentsMargins(*margins)
        self._bars.append(bar)
        self._flow.addWidget(bar)
        return bar

    def _fit(self) -> None:
        self.track_box.fit(TRACK_LETTERS)
        pair = self.track_box.parentWidget()
        for widget in [pair, *self._bars] if pair else []:  # else their sizes of before stand for a while
            if (inside := widget.layout()) is not None:
                inside.invalidate()
            widget.updateGeometry()
        self._flow.invalidate()
        self.updateGeometry()
        self.grown.emit()
