"""Everything that floats over the canvas of the Visitors room, each at its place."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from guesthouse.domain.scene import Scene
from guesthouse.domain.watching import WatchingText
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.stage import Stage
from guesthouse.ui.pages.visitors_controls import VisitorsControls
from guesthouse.ui.pages.visitors_door import WIDEST, Door
from guesthouse.ui.pages.visitors_way_back import WayBack
from guesthouse.ui.parts.tab_order import chain, stops_in
from guesthouse.ui.visitors.above import AboveDoor
from guesthouse.ui.visitors.attending import Attending
from guesthouse.ui.visitors.time_is_up import TimeIsUpCard

MARGIN, NARROW_MARGIN = 24, 12
NARROW, LOW_WINDOW = 760, 560
LEDGE, LOW = 48, 240
"""Design pixels of what floats above the door, and of a canvas that spares none."""
LEAST = 44
"""Design pixels of the canvas that are seen between the bars in any window."""


class Bars:
    """The controls at the top, the door at the foot, what comes and goes between them, and the card at the end."""

    def __init__(self, look: Look, page: QWidget, stage: Stage, titles: dict[str, str], words: WatchingText) -> None:
        """Over the empty canvas of ``page``."""
        self._look, self._page, self._stage, self._words = look, page, stage, words
        self._scene, self.away = stage.scenery.scene, False
        self.controls = VisitorsControls(look, titles, page)
        self.way_back = WayBack(look, page)
        self.above = AboveDoor(look, page)
        self.attending = Attending(stage, self.above)
        self.door = Door(look, page)
        self.time_is_up = TimeIsUpCard(look, words.ending, page)
        stage.lower()
        chain([self.way_back.button, stage.view, stage.cards, *stops_in(stage.whole)])  # Tab goes down: the door last
        for signal in (stage.callers.rowsInserted, stage.callers.rowsRemoved):
            signal.connect(self.hint)
        self.door.grown.connect(self.arrange)
        stage.rests.connect(self.arrange)
        self.above.changed.connect(self.arrange)
        stage.whole.turned.connect(self._make_way)
        look.changed.connect(self.arrange)
        self.way_back.asked.connect(self.arrange)
        for box in (self.controls.wording_box, self.controls.length_box):
            box.currentIndexChanged.connect(self.arrange)

    def suit(self, scene: Scene, *, rates: bool) -> None:
        """Another scene, or ratings switched."""
        self._scene = scene
        words = self._words.of(scene.id)
        self.controls.choose_scene(scene.id)
        self.door.suit(scene, words.hint)
        self.attending.suit(scene, words.gate, rates=rates)
        self.hint()
        self.arrange()

    def hint(self) -> None:
        """While nobody is here, a soft line says what may come."""
        nobody = not self._stage.callers.rowCount()
        self.above.show_hint(self._words.of(self._scene.id).hint if nobody else "")

    def say_back(self) -> None:
        """Somebody noticed that they had been carried off. It is said and nothing more: not counted, not kept."""
        if not self.away:
            self.above.notice.say(self._words.of(self._scene.id).back)

    def end_quietly(self) -> None:
        """The time is up: nothing but the scene and its card."""
        self.put_away(True)
        self.time_is_up.come()

    def begin_anew(self) -> None:
        """A new visit: the bars as they were, nobody waits, nothing is paused."""
        self.time_is_up.hide()
        self.controls.reset()
        self.way_back.over()
        self.above.notice.leave()
        self.put_away(False)
        self.arrange()

    def put_away(self, away: bool) -> None:
        """Something is over the whole canvas, and the bars are not there; or they are there again."""
        self.away = away
        if away:
            self._stage.whole.hide()
        self.controls.setHidden(away)
        self.door.setHidden(away)
        self.way_back.setVisible(self.way_back.waits and not away)
        self.above.put_away(away)

    def arrange(self) -> None:
        """Something is larger or smaller now. Where nobody looks it waits until somebody does."""
        if self._page.isVisible():
            self.place()

    def place(self) -> None:
        """The canvas fills the page; the bars float over it."""
        width, height = self._page.width(), self._page.height()
        margin = MARGIN if width > NARROW else NARROW_MARGIN
        self._stage.setGeometry(0, 0, width, height)
        self.time_is_up.setGeometry(0, 0, width, height)
        wide = min(width - 2 * margin, WIDEST)
        tall = self.door.fit(wide, height - (margin - 4 + self.controls.least + 8) - 12)
        most = height - tall - 20 - margin - self._look.px(LEAST)
        bars = self.controls.height_wanted(width - 2 * margin, most)
        self.controls.setGeometry(margin, margin - 4, width - 2 * margin, bars)
        self.way_back.place(width, margin + bars + 4)
        self.door.setGeometry((width - wide) // 2, height - tall - 12, wide, tall)
        top, bottom = margin + bars + 8, tall + 20
        if self.way_back.waits:
            top += self.way_back.height()
        room = range(top - 8 + self._resting, height - tall - 12)
        free = self.above.arrange(width, room, margin, low=height < self._look.px(LOW_WINDOW))
        canvas = height - top - bottom
        self._stage.set_margins(top, bottom + self._ledge(canvas), self._aside(margin, canvas))
        self._spare_words(top, height - free + 8)

    def _make_way(self) -> None:
        """The whole words of somebody were opened, or closed: the door is there unless they need its room."""
        if self._stage.whole.isHidden():
            self.door.setHidden(self.away)
        self.arrange()

    def _spare_words(self, top: int, bottom: int) -> None:
        """Whole words lie between the bars; where that is no room for them the door waits until they are closed."""
        whole = self._stage.whole
        if whole.isHidden() or self._page.height() - top - bottom >= whole.least:
            whole.keep_clear(top, bottom)
            return
        self.door.hide()
        for bar in (self.above.beside, self.above.hint, self.above.notice):
            bar.hide()
        whole.keep_clear(top, 12)

    def _aside(self, margin: int, canvas: int) -> QRect | None:
        """Where the cards of a standing scene are when no line of one has room below the controls: beside them."""
        standing = self._stage.here is self._stage.cards
        if not standing or canvas >= self._look.px(LEAST) or not self.controls.spares:
            return None
        bar, used = self.controls.geometry(), self.controls.narrow()
        mirrored = self._page.isRightToLeft()
        self.controls.setGeometry(bar.right() + 1 - used if mirrored else bar.x(), bar.y(), used, bar.height())
        end = self.way_back.y() if self.way_back.waits else self.door.y()
        return QRect(margin if mirrored else bar.x() + used + 8, 6, bar.width() - used - 8, end - 12)

    @property
    def _resting(self) -> int:
        """Pixels below the controls that plain cards take, or a line of the first card of a standing scene."""
        if self._stage.here is self._stage.cards:
            return self._look.px(LEAST) if self._stage.callers.rowCount() else 0
        return round(self._stage.scenery.plain.band)

    def _ledge(self, canvas: int) -> int:
        """Pixels above the door for what floats there, where the canvas is high enough to spare them, or has cards."""
        spared = canvas - self._look.px(LEAST if self._stage.here is self._stage.cards else LOW)
        return max(0, min(self._look.px(LEDGE), spared))
