"""A slider for a percentage, with the figure beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.form import name_control
from guesthouse.ui.parts.labels import label


class SizeSlider(QWidget):
    """Percent from ``sizes`` in their steps. ``chosen`` comes when the slider is let loose or a key has moved it.

    Not while it is dragged: text that grows would move the slider away from under the pointer.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, name: str, sizes: range, size: int) -> None:
        """A slider named ``name``, standing at ``size``."""
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setTracking(False)
        self.slider.setRange(sizes[0], sizes[-1])
        self.slider.setSingleStep(sizes.step)
        self.slider.setPageStep(sizes.step)
        self.slider.setValue(size)
        name_control(self.slider, name)
        self._step = sizes.step
        self._look = look
        self._figure = label(look, "soft", wrap=False)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.slider, 1)
        row.addWidget(self._figure)
        self.slider.sliderMoved.connect(self._show)
        self.slider.valueChanged.connect(self._moved)
        look.changed.connect(self._fit)
        self._fit()
        self._show(size)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the slider itself: with a focus proxy this would be told as focused, too."""
        self.slider.setFocus(reason)

    def _moved(self, value: int) -> None:
        whole = self._whole(value)
        if whole != value:
            self.slider.setValue(whole)
            return
        self._show(value)
        self.chosen.emit(value)

    def _show(self, value: int) -> None:
        self._figure.setText(self.tr("{percent} %").format(percent=self._whole(value)))

    def _whole(self, value: int) -> int:
        return round(value / self._step) * self._step

    def _fit(self) -> None:
        self._figure.setMinimumWidth(self._look.px(52))
