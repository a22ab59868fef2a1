"""What turns frames into painted pictures on one canvas, kept up to date with theme, size and wording."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from guesthouse.domain.scene import Scene
from guesthouse.domain.thought import Wording
from guesthouse.qt.look import Look
from guesthouse.sim.frame import Frame
from guesthouse.ui.canvas.ambience import moving
from guesthouse.ui.canvas.artwork import Artwork
from guesthouse.ui.canvas.bubbles import Bubble, BubbleStyle, bubble
from guesthouse.ui.canvas.callers import Callers
from guesthouse.ui.canvas.compose import Composer, Manner, Picture
from guesthouse.ui.canvas.lens import Lens
from guesthouse.ui.canvas.painter import Ink, Mark, Painter
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.canvas.styling import bubble_room, bubble_style, ink, variant
from guesthouse.ui.canvas.wording import framing


class Scenery:
    """The artwork, figures and bubbles of one canvas."""

    def __init__(self, scene: Scene, sprites: Sprites, look: Look, callers: Callers) -> None:
        """Nothing is rendered until :meth:`fit` tells the size."""
        self._scene, self._sprites, self._look, self._callers = scene, sprites, look, callers
        self._composer = Composer(sprites)
        self._painter = Painter(sprites)
        self._bubbles: dict[int, Bubble] = {}
        self._art: Artwork | None = None
        self._style: BubbleStyle | None = None
        self._ink: Ink | None = None
        self._room = (70.0, 90.0)
        self._before: list[tuple[QRectF, float]] = []
        self.wording = Wording.AS_IT_CAME
        self.faces = True
        self.lively = True

    def fit(self, size: QSize, dpr: float, *, top: float, bottom: float) -> None:
        """Render for a canvas of ``size``, with controls over its ``top`` and ``bottom`` pixels."""
        lens = Lens.on(self._scene, size, dpr, bottom)
        self._room = (top, bottom)
        kind = variant(self._look)
        if self._art is None or not self._art.fits(lens, kind):
            self._art = Artwork(self._scene, kind, lens)
        self._style, self._ink = bubble_style(self._look, lens), ink(self._look, lens)
        self.reword(self.wording)

    @property
    def art(self) -> Artwork | None:
        """The rendered artwork, once a size is known."""
        return self._art

    @property
    def ready(self) -> bool:
        """Whether a size is known."""
        return self._art is not None

    def reword(self, wording: Wording) -> None:
        """Another framing line for every bubble."""
        self.wording = wording
        self._bubbles.clear()
        self._composer.forget()

    def is_long(self, caller_id: int) -> bool:
        """Whether a caller's bubble holds only the beginning of its words."""
        found = self._bubble(caller_id)
        return found is not None and found.more is not None

    def forget(self, caller_ids: list[int]) -> None:
        """These callers are gone, and their words with them."""
        for caller_id in caller_ids:
            self._bubbles.pop(caller_id, None)

    def compose(self, frame: Frame, seconds: float, spoken_for: int | None) -> tuple[Picture, list[QRect]]:
        """The picture of ``frame``, and where else something moved since the last one."""
        assert self._art is not None and self._ink is not None, "fit comes first"
        manner = Manner(
            faces=self.faces,
            waddles=self.lively,
            figure_of=self._figure,
            bubble_of=self._bubble,
            returning=self._returning,
            pill=self._ink.here_before.deviceIndependentSize(),
            room=bubble_room(self._art.lens, *self._room),
            more_behind_hill=QRectF(self._behind_hill()),
        )
        picture = self._composer.compose(frame, self._art, manner, seconds, spoken_for)
        now = moving(self._art, self._seconds(seconds))
        if picture.more_behind_hill:
            now.append((QRectF(self._behind_hill()), 1.0))
        before, self._before = self._before, now
        differs = [*(place for place in before if place not in now), *(place for place in now if place not in before)]
        return picture, [rect.toAlignedRect().adjusted(-2, -2, 2, 2) for rect, _ in differs]

    def paint(self, painter: QPainter, picture: Picture, seconds: float, mark: Mark) -> None:
        """Paint a picture made by :meth:`compose`, as far as the painter is clipped to."""
        if self._art is None or self._ink is None:
            return
        self._painter.paint(painter, picture, self._art, seconds=self._seconds(seconds), ink=self._ink, mark=mark)
        if picture.more_behind_hill:
            painter.drawPixmap(self._behind_hill().topLeft(), self._ink.more_behind_hill)

    def paint_backdrop(self, painter: QPainter) -> None:
        """The scene alone, with nothing in it that moves."""
        if self._art is not None and self._ink is not None:
            self._painter.paint(painter, Picture(), self._art, seconds=None, ink=self._ink, mark=Mark())

    def _seconds(self, seconds: float) -> float:
        """The clouds' time: they stand where motion is calm."""
        return seconds if self.lively else 0.0

    def _behind_hill(self) -> QRect:
        assert self._art is not None and self._ink is not None, "fit comes first"
        size = self._ink.more_behind_hill.deviceIndependentSize().toSize()
        end = self._art.lens.point(self._scene.lane[-1].x, self._scene.lane[-1].y).toPoint()
        x = max(8, min(end.x() - size.width() // 2, self._art.lens.size.width() - size.width() - 8))
        return QRect(x, end.y() - round(size.height() * 1.5), size.width(), size.height())

    def _figure(self, caller_id: int) -> int:
        caller = self._callers.caller(caller_id)
        return caller.seed % len(self._sprites) if caller else 0

    def _returning(self, caller_id: int) -> bool:
        caller = self._callers.caller(caller_id)
        return caller is not None and caller.returning

    def _bubble(self, caller_id: int) -> Bubble | None:
        caller = self._callers.caller(caller_id)
        if caller is None or self._style is None:
            return None
        if caller_id not in self._bubbles:
            self._bubbles[caller_id] = bubble(caller.words, framing(self.wording), self._style)
        return self._bubbles[caller_id]
