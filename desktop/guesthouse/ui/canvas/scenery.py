"""What turns frames into painted pictures on one canvas, kept up to date with theme, size and wording."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap

from guesthouse.domain.scene import Behaviour, Scene
from guesthouse.domain.thought import Wording
from guesthouse.qt.look import Look
from guesthouse.sim.frame import Frame
from guesthouse.ui.canvas.ambience import moving
from guesthouse.ui.canvas.artwork import Artwork
from guesthouse.ui.canvas.boards import write_boards
from guesthouse.ui.canvas.bubbles import Bubble, BubbleStyle, bubble
from guesthouse.ui.canvas.callers import Callers
from guesthouse.ui.canvas.compose import Composer, Manner
from guesthouse.ui.canvas.crowding import (
    gap_for,
    largest_scale,
    lines_for,
    room_in_a_column,
    room_to_pass,
    smallest_scale,
)
from guesthouse.ui.canvas.drifting import Afloat, drift, free_height
from guesthouse.ui.canvas.fleet import Fleet
from guesthouse.ui.canvas.lens import Lens
from guesthouse.ui.canvas.painter import Ink, Mark, Painter
from guesthouse.ui.canvas.picture import Picture
from guesthouse.ui.canvas.plain import PlainCards
from guesthouse.ui.canvas.rides import at_scale, step
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.canvas.styling import bubble_room, bubble_style, ink, variant
from guesthouse.ui.canvas.wording import framing

FLOATING = {Behaviour.STREAM: 2.5, Behaviour.SKY: 3.0}
"""What rides freely on something, and how many design units it goes up and down."""
USUAL = (250.0, 110.0)
"""Design units that a carrier takes, where nobody is yet."""
AIR = 6.0
"""Pixels between the controls and the highest words below them."""
FIGURE = 0.86
"""The height of a figure in a square that its margins fill."""


class Scenery:
    """The artwork, figures, bubbles and carriers of one canvas."""

    def __init__(self, scene: Scene, sprites: Sprites, look: Look, callers: Callers) -> None:
        """Nothing is rendered until :meth:`fit` tells the size."""
        self._scene, self._sprites, self._look, self._callers = scene, sprites, look, callers
        self._composer = Composer(sprites)
        self._painter = Painter(sprites)
        self._fleet = Fleet(callers)
        self.plain = PlainCards(look, callers)
        self._bubbles: dict[int, Bubble] = {}
        self._art: Artwork | None = None
        self._style: BubbleStyle | None = None
        self._ink: Ink | None = None
        self._room = (70.0, 90.0)
        self._canvas = (QSize(), 1.0, *self._room)
        self._before: list[tuple[QRectF, float]] = []
        self.wording = Wording.AS_IT_CAME
        self.faces = True
        self.lively = True

    @property
    def scene(self) -> Scene:
        """The scene of now."""
        return self._scene

    def change_scene(self, scene: Scene) -> None:
        """Another scene; nothing of it is rendered until :meth:`fit`."""
        self._scene, self._art = scene, None
        self._before = []
        self._composer.forget()

    def fit(self, size: QSize, dpr: float, *, top: float, bottom: float) -> None:
        """Render for a canvas of ``size``, with controls over its ``top`` and ``bottom`` pixels."""
        self._canvas = (size, dpr, top, bottom)
        self.plain.fit(size, dpr, top=top, bottom=bottom)
        top += self.plain.band  # the scene keeps clear of plain cards, too
        lens, lines = self._clear_of(top, Lens.on(self._scene, size, dpr, bottom))
        self._room = (top, bottom)
        kind = variant(self._look)
        self._style, self._ink = _style(self._look, self._scene, lens), ink(self._look, lens)
        if self._art is None or not self._art.fits(lens, kind, self._look.scale):
            self._art = Artwork(self._scene, kind, lens, self._look.scale)
            letters = QColor(self._scene.variants[kind].carrier_ink or self._style.ink)
            write_boards(self._art.backdrop, self._scene, lens, self._style.frame, letters)
        self._fleet.ground = self._art.piece(self._scene.lanes[0].route) if self.carries else QPixmap()
        self._fleet.most_lines = lines
        self._fleet.fit(self._scene.variants[kind], self._style, lens.k, self._ink.here_before)
        self.reword(self.wording)

    def rest(self) -> None:
        """Lay out plain cards anew; what walks or floats gives them room, and rails are laid lower where they must."""
        size, dpr, top, bottom = self._canvas
        if self.carries and self._scene.behaviour not in FLOATING:
            self.fit(size, dpr, top=top, bottom=bottom)
            return
        self.plain.fit(size, dpr, top=top, bottom=bottom)
        self._room = (top + self.plain.band, bottom)

    def _clear_of(self, top: float, lens: Lens) -> tuple[Lens, int]:
        """What keeps to its lane cannot give way: the highest lane is so low that no words pass under the controls.

        Where it cannot be as low, there is a single line of words; returns how many there may be.
        """
        art = self._scene.variants[variant(self._look)]
        style = _style(self._look, self._scene, lens)
        if not art.carriers or self._scene.behaviour in FLOATING:
            nearest = largest_scale(self._scene) if self.carries else 1.0
            return lens, lines_for(self._scene, lens, at_scale(style, nearest).words)
        highest = min((place for lane in self._scene.lanes for place in lane.route), key=lambda place: place.y)
        lines, natural, low = lines_for(self._scene, lens, style.words), lens.k * highest.scale, lens
        for most in (lines, 1):
            wanted = top + AIR + self._fleet.reach(art, at_scale(style, highest.scale), natural, most)
            low = lens.lowered(highest.y, wanted)
            if low.point(0, highest.y).y() > wanted - AIR:
                return low, min(most, lines_for(self._scene, low, style.words))
        return low, 1

    @property
    def art(self) -> Artwork | None:
        """The rendered artwork, once a size is known."""
        return self._art

    @property
    def carries(self) -> bool:
        """Whether words come on carriers here, and not with figures."""
        return bool(self._scene.lanes)

    @property
    def ready(self) -> bool:
        """Whether a size is known."""
        return self._art is not None

    def reword(self, wording: Wording) -> None:
        """Another framing line for everyone."""
        self.wording = wording
        self._bubbles.clear()
        self._fleet.reword(framing(wording))
        self._composer.forget()

    def is_long(self, caller_id: int) -> bool:
        """Whether a caller's bubble or carrier holds only the beginning of its words."""
        caller = self._callers.caller(caller_id)
        if caller is not None and caller.plain:
            return self.plain.is_long(caller_id)
        if self.carries:
            return self._fleet.is_long(caller_id)
        found = self._bubble(caller_id)
        return found is not None and found.more is not None

    def forget(self, caller_ids: list[int]) -> None:
        """These callers are gone, and their words with them."""
        for caller_id in caller_ids:
            self._bubbles.pop(caller_id, None)
        self._fleet.forget(caller_ids)
        self.plain.forget(caller_ids)

    def forget_all(self) -> None:
        """No words of anybody, and nothing that was rendered of them."""
        self._bubbles.clear()
        self._fleet.clear()
        self.plain.clear()

    def portrait(self, seed: int, height: int, dpr: float) -> QPixmap:
        """A caller by itself, as figure or carrier, for a card: within a square of ``height``."""
        if self.carries and not self._fleet.empty:
            return self._fleet.portrait(seed, height, dpr)
        tall = round(height * FIGURE)
        whole = self._sprites.portrait(seed, tall, dpr, faces=self.faces)
        above = round((whole.height() / dpr - 2 * (whole.height() / dpr - self._sprites.foot(tall).y()) - tall) * dpr)
        return whole.copy(0, above, whole.width(), whole.height() - above)

    def crowding(self) -> tuple[int, float]:
        """How many may pass at once, and the gap between two, by the size of those who are here."""
        assert self._art is not None, "fit comes first"
        scene, lens = self._scene, self._art.lens
        sizes = self._fleet.sizes(step(smallest_scale(scene))) or [QSizeF(*USUAL) * lens.k]
        room, gap = room_to_pass(scene, lens, sizes), gap_for(scene, lens, sizes)
        if scene.behaviour in FLOATING and (near := self._fleet.sizes(step(largest_scale(scene)))):
            free = free_height(scene, lens, bubble_room(lens, *self._room), near)
            room = min(room, room_in_a_column(free, near))
        return room, gap

    def compose(self, frame: Frame, seconds: float, spoken_for: int | None) -> tuple[Picture, list[QRect]]:
        """The picture of ``frame``, and where else something moved since the last one."""
        assert self._art is not None and self._ink is not None, "fit comes first"
        picture = self._passing(frame) if self.carries else self._visiting(frame, seconds, spoken_for)
        if self.plain.shown:
            picture = replace(picture, shown=(*picture.shown, *self.plain.shown))
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

    def _passing(self, frame: Frame) -> Picture:
        """Those who are carried."""
        assert self._art is not None, "fit comes first"
        lens, bob = self._art.lens, FLOATING.get(self._scene.behaviour)
        afloat = None if bob is None else Afloat(bubble_room(lens, *self._room), bob if self.lively else 0.0)
        self._fleet.seen({figure.id for figure in frame.figures if not figure.unseen})
        return drift(frame, self._scene, lens, self._fleet.ride, afloat)

    def _visiting(self, frame: Frame, seconds: float, spoken_for: int | None) -> Picture:
        """Those who walk."""
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
        return self._composer.compose(frame, self._art, manner, seconds, spoken_for)

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


def _style(look: Look, scene: Scene, lens: Lens) -> BubbleStyle:
    """What floats has long lines rather than many."""
    return bubble_style(look, lens, wide=scene.behaviour in FLOATING)
