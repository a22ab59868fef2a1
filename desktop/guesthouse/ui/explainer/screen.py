"""The film on the screen: its picture, its caption under it, and its keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from guesthouse.domain.film import Film
from guesthouse.qt.look import Look
from guesthouse.ui.explainer.pictures import Pictures
from guesthouse.ui.explainer.projector import Projector
from guesthouse.ui.explainer.transcript import Transcript
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill, primary
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label

MARGIN = 24
WIDEST = 760


class FilmScreen(QWidget):
    """Full bleed; the caption stands at the foot, where it never covers what the picture is about."""

    closed = Signal()

    def __init__(self, *, look: Look, film: Film, pictures: Pictures, clock: Callable[[], int] | None = None) -> None:
        """At its beginning, standing."""
        super().__init__()
        self._look, self._pictures = look, pictures
        self.projector = Projector(film, clock, self)
        self.transcript = Transcript(look, film, self)
        self._said = -1
        self._build(film)
        self._wire()
        self._turn()

    def set_motion(self, level: str) -> None:
        """ "full", "calm" or "still": then each caption has one picture, and one goes from one to the next."""
        self.projector.set_still(level == "still")

    def rewind(self) -> None:
        """To the beginning, with its picture to be seen."""
        self.words_button.setChecked(False)
        self.projector.pause()
        self.projector.rewind()

    def arrive(self) -> None:
        """The key that leads on has the focus."""
        there = self.play_button if self.play_button.isVisibleTo(self) else self.next_button
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture of now, above the caption."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("paper"))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        free = QRectF(0, 0, self.width(), max(1, self._card.y()))
        self._pictures.paint(painter, QRectF(self.rect()), free, self.projector)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The caption keeps its place at the foot."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Time passes while it can be seen."""
        super().showEvent(event)
        self.projector.beat.set_shown(True)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: it stands."""
        super().hideEvent(event)
        self.projector.beat.set_shown(False)

    def _build(self, film: Film) -> None:
        self._card = QFrame(self)
        self._card.setProperty("ground", "foot")
        column = self._column = QVBoxLayout(self._card)
        column.setSpacing(12)
        self.title = label(self._look, "small", film.title + " · " + film.length)
        self.caption = label(self._look, "words")
        self.caption.setMinimumHeight(0)
        self.play_button = primary(self._look, self.tr("Play"))
        self.back_button = pill(self._look, self.tr("Back"))
        self.next_button = pill(self._look, self.tr("Next"))
        self.words_button = pill(self._look, self.tr("In words"), checkable=True)
        self.close_button = pill(self._look, self.tr("Close"))
        keys = Flow()
        for button in (self.play_button, self.back_button, self.next_button, self.words_button, self.close_button):
            button.setAccessibleName(button.text())
            keys.addWidget(button)
        self.words_button.setAccessibleDescription(self.tr("All captions as a text to read"))
        for widget in (self.title, self.caption):
            column.addWidget(widget)
        column.addLayout(keys)

    def _wire(self) -> None:
        self.play_button.clicked.connect(self._play_or_pause)
        self.back_button.clicked.connect(self.projector.back)
        self.next_button.clicked.connect(self.projector.on)
        self.words_button.toggled.connect(self._show_words)
        self.close_button.clicked.connect(self.closed)
        self.projector.moved.connect(self.update)
        self.projector.turned.connect(self._turn)
        self._look.changed.connect(self._arrange)

    def _play_or_pause(self) -> None:
        if self.projector.playing:
            self.projector.pause()
        else:
            self.projector.play()

    def _turn(self) -> None:
        """Another caption, or another thing that the key does next."""
        projector = self.projector
        self.play_button.setText(self.tr("Pause") if projector.playing else self.tr("Play"))
        self.play_button.setAccessibleName(self.play_button.text())
        self.play_button.setVisible(not projector.still)
        self.back_button.setEnabled(projector.seconds > 0)
        self.next_button.setEnabled(projector.number < len(projector.film.shots) - 1)
        if projector.number != self._said:
            self._said = projector.number
            self.caption.setText(projector.shot.caption)
            self._announce(projector.shot.caption)
        self._arrange()
        self.update()

    def _show_words(self, shown: bool) -> None:
        if shown:
            self.projector.pause()
        self.transcript.setVisible(shown)
        self._arrange()

    def _announce(self, text: str) -> None:
        if self.isVisible() and QAccessible.isActive():
            announce(self, text)

    def _arrange(self) -> None:
        """The foot is as high as the longest caption needs, so that it does not jump."""
        wide = min(self._look.px(WIDEST), self.width() - 2 * MARGIN)
        if wide < 80:
            return
        aside = (self.width() - wide) // 2
        self._column.setContentsMargins(aside, 16, aside, 20)
        self.caption.setMinimumHeight(self._tallest(wide))
        self._column.activate()
        tall = self._column.totalHeightForWidth(self.width())
        self._card.setGeometry(QRect(0, self.height() - tall, self.width(), tall))
        self.transcript.place(QRect(0, 0, self.width(), self._card.y()))
        self.update()

    def _tallest(self, width: int) -> int:
        metrics = self.caption.fontMetrics()
        flags = Qt.TextFlag.TextWordWrap.value
        captions = (shot.caption for shot in self.projector.film.shots)
        return max(metrics.boundingRect(QRect(0, 0, width, 10_000), flags, text).height() for text in captions)
