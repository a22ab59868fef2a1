"""The place below a page where heavy words are answered: one card, and nothing where there is nothing to say."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from weakref import ref

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

from guesthouse.qt.look import Look
from guesthouse.qt.pieces import take
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.turning import release_focus

if TYPE_CHECKING:
    from guesthouse.domain.heavy_kinds import Kind
    from guesthouse.house import House
    from guesthouse.ui.heavy.card import HeedCard
    from guesthouse.ui.heavy.sayings import Sayings

log = logging.getLogger(__name__)

WIDEST = 800
"""Design pixels."""
AROUND, LITTLE = (32, 16, 24), (16, 0, 8)
"""Pixels beside the card, over it and below it, and those in a window that is ``LOW`` or ``NARROW``."""
LOW, NARROW = 620, 640
"""Pixels of the window's height, and design pixels beside the rail."""
AHEAD_MS = 2500
"""So long after the house has opened what the first heavy words would wait for is made ready, piece by piece."""
PIECE_MS = 150
"""So long after one piece of that the next one comes: whoever types or watches meanwhile does not wait for it."""
PART = 0.45
"""So much of the window's height it has at most, with what is around it."""


class Heeding(QFrame):
    """Hears what was submitted; shows one card for each kind of heavy words, once while the app runs.

    It holds no words. Which kinds were shown is known as long as the app runs, and is written nowhere.
    """

    wanted = Signal(str)  # another page is asked for, by its name
    carried = Signal(str, object)  # something is taken to another page, by its name
    left = Signal()  # the keyboard was in the card, which is gone, and where it was before is gone as well

    def __init__(self, look: Look, sayings: Callable[[], Sayings] | None = None) -> None:
        """Nothing to say. ``sayings`` gives the words; it is asked when there is something for the first time."""
        super().__init__()
        self._look, self._read = look, sayings
        self._house: House | None = None
        self._sayings: Sayings | None = None
        self._card: HeedCard | None = None
        self._kinds: frozenset[Kind] = frozenset()
        self._shown: set[Kind] = set()
        self._away = False
        self._before: ref[QWidget] | None = None
        self._pieces: Iterator[None] = iter(())
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._look_ahead)
        self.hide()

    def welcome(self, house: House) -> None:
        """Ask this house about words."""
        self._house = house
        if self._read is not None:
            self._pieces = self._ready(house)
            self._ahead.start(AHEAD_MS)

    def let_go(self) -> None:
        """The house closes: the card is gone for good, and tells nobody that it was there."""
        self._house = None
        self._ahead.stop()
        self._pieces = iter(())
        self._lay_down()

    def keep_back(self, away: bool) -> None:
        """This page shows no card, or it may be seen again."""
        self._away = away
        self._show()

    def hear(self, words: str) -> None:
        """The person has submitted these words. Whatever goes wrong here is no trouble of theirs."""
        if self._house is None or self._read is None:
            return
        try:
            came = self._house.heavy.kinds(words) - self._shown
            if came:
                self._stand(came)
        except Exception as error:  # what was written is let in all the same
            log.warning("submitted words could not be looked at: %s", type(error).__name__)

    # ------------------------------------------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the card while the keyboard is in it, whatever it means to the window."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What was not said yet is said, unless the page that it came from is left for a lock or for Support."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    # -------------------------------------------------------------------------------------------- what stands

    def _stand(self, came: frozenset[Kind]) -> None:
        """Say this, too; what is less pressing than what stands waits for another time."""
        from guesthouse.domain.heavy_cards import together

        kinds = together(self._kinds, came)
        if kinds != self._kinds:
            self._fill(kinds)
            self._kinds = kinds
            self._show()
            QTimer.singleShot(0, self, self._tell)

    def _look_ahead(self) -> None:
        try:
            if take(self._pieces):
                self._ahead.start(PIECE_MS)
        except Exception as error:  # it is tried again with the first words
            log.warning("the phrases could not be read ahead: %s", type(error).__name__)

    def _ready(self, house: House) -> Iterator[None]:
        """What the first card needs, piece by piece; nothing where no words are looked at."""
        yield from house.heavy.prepare()
        yield
        if house.heavy.heeds:
            self._furnish()
            import guesthouse.ui.heavy.card  # noqa: F401

    def _fill(self, kinds: frozenset[Kind]) -> None:
        sayings = self._furnish()
        if self._card is None:
            from guesthouse.ui.heavy.card import HeedCard

            self._card = HeedCard(self._look)
            self._card.chosen.connect(self._take)
            self._row.insertWidget(1, self._card, 1000)
        self._card.say(sayings.card(kinds))

    def _furnish(self) -> Sayings:
        """What is needed once there is a card at all, and its words."""
        if self._sayings is not None:
            return self._sayings
        assert self._read is not None
        sayings = self._sayings = self._read()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._row.addStretch(1)
        self.window().installEventFilter(self)
        self._look.changed.connect(self._fit)
        sayings.preferences.changed.connect(self._preference_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        return sayings

    def _show(self) -> None:
        seen = bool(self._kinds) and not self._away
        if not seen:
            release_focus(self)
        self.setVisible(seen)
        if seen:
            self._fit()
            self._stand_last()
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _tell(self) -> None:
        """Say what is new, politely; it counts as shown once it is seen."""
        new = self._kinds - self._shown
        if not new or not self.isVisible() or self._sayings is None:
            return
        self._shown |= new
        said = " ".join(passage for _, passage in self._sayings.card(new).passages)
        announce(self, said)

    def _preference_changed(self, name: str) -> None:
        from guesthouse.ui.heavy.sayings import FILLED_IN

        if name in FILLED_IN and self._kinds:
            self._fill(self._kinds)
            self._fit()

    # ------------------------------------------------------------------------------------------------- leaving

    def _take(self, way: str) -> None:
        """A way was taken, and the card is done."""
        from guesthouse.domain.errand import Start
        from guesthouse.domain.exercise import OTHER_WAYS
        from guesthouse.domain.heavy_cards import Way

        rooms = {Way.PEOPLE: "support", Way.SUPPORT: "support", Way.STEADY: "grounding"}
        practices = dict(zip((Way.ACKNOWLEDGE, Way.VALIDATE), OTHER_WAYS, strict=True))
        chosen = Way(way)
        if chosen in rooms:
            self._lay_down()
            self.wanted.emit(rooms[chosen])
        elif chosen in practices:
            self._lay_down()
            self.carried.emit("practices", Start(practices[chosen]))
        else:
            self._close()

    def _close(self) -> None:
        """The keyboard goes back to where it came from, if it is in the card."""
        focus, before = QApplication.focusWidget(), self._before() if self._before is not None else None
        inside = focus is not None and self.isAncestorOf(focus)
        self._lay_down()
        if not inside:
            return
        if before is not None and shiboken6.isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            self.left.emit()

    def _lay_down(self) -> None:
        """Nothing stands here, also for whoever walks through what cannot be seen."""
        self._kinds = frozenset()
        self._show()
        card, self._card, self._before = self._card, None, None
        if card is not None:
            self._row.removeWidget(card)
            card.setParent(None)
            card.deleteLater()

    # ------------------------------------------------------------------------------------------ room and keyboard

    def _fit(self) -> None:
        """As high as the card must be, and never more than a part of the window."""
        if self._card is None:
            return
        high = self.window().height()
        cramped = high < LOW or self.width() < self._look.px(NARROW)
        side, over, below = LITTLE if cramped else AROUND
        self._row.setContentsMargins(side, over, side, below)
        width = min(self.width() - 2 * side, self._look.px(WIDEST))
        self._card.setMaximumWidth(self._look.px(WIDEST))
        self.setFixedHeight(self._card.fit(width, int(high * PART) - over - below) + over + below)

    def _stand_last(self) -> None:
        """Tab comes here after everything else, also after pages that were built later."""
        assert self._card is not None
        for stop in self._card.stops():
            last = self.window().previousInFocusChain()
            if last is not None and last is not stop:
                self.setTabOrder(last, stop)

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        """Know where the keyboard came from."""
        if old is not None and now is not None and self.isAncestorOf(now) and not self.isAncestorOf(old):
            self._before = ref(old)

    def _keep_in_sight(self) -> None:
        """The page is lower now; where one types stays in sight."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QTextEdit | QPlainTextEdit):
            focus.ensureCursorVisible()
        place = focus.parentWidget() if focus is not None else None
        while focus is not None and place is not None:
            if isinstance(place, QScrollArea):
                _bring(focus, place)
            place = place.parentWidget()


def _bring(focus: QWidget, place: QScrollArea) -> None:
    """All of it into sight: of a field Qt would bring no more than the line one is in."""
    place.ensureWidgetVisible(focus)
    ground = place.widget()
    if ground is not None and focus.height() < place.viewport().height():
        corner = focus.mapTo(ground, QPoint())
        for edge in (corner.y() + focus.height(), corner.y()):
            place.ensureVisible(corner.x(), edge, 0, 0)
