"""Name the theme: lines that come together get a plain title, and stand on a shelf as a book among others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guesthouse.domain.exercise import AS_THEME, LINES, TITLE, YES
from guesthouse.domain.practice import Answer
from guesthouse.sim.exercises.passage import lasting, passed
from guesthouse.sim.exercises.theme import OPENS, taken
from guesthouse.ui.exercises.beat import FRAME_MS
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.keys import choices, hand_on, key
from guesthouse.ui.exercises.paper import Caption, Panel, ThoughtCard
from guesthouse.ui.exercises.saying import filled, lines_among
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.exercises.shelf import paint_gap, paint_open, paint_shelf, paint_spine, spine_in
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.fields import WordsField

WORD = "word"
WORDS = ("theme", "pattern", "track")
WRITING, SHELF, OPEN = range(3)
WIDEST, BOOK, ONE_PAGE = 660, 780, 560
"""Design pixels: of a panel, of the open book, and from where on it has two pages."""

LOW = 400
"""On a page of less height the panel stands beside the shelf."""

SHARE = 0.66
"""The part of the page that a panel may take; the rest is the shelf's."""

LEAST_SHELF = 110


class Theme(Exercise):
    """First one writes, then there is a shelf, and the book on it can be taken down and put back."""

    def __init__(self, given: Given) -> None:
        """The lines begin with the thought."""
        super().__init__(given)
        self.state = WRITING
        self._moved = False
        self._ground = Ground(self.look, "theme")
        self._caption = Caption(self.look, self)
        self.book = ThoughtCard(self.look, self.words, self, sizes=(28, 23, 20), token="", radius=6)
        self.book.hide()
        self.put = key(self.look, self, self.tr("Put it on the shelf"), self._put)
        self.take = key(self.look, self, self.tr("Take it down"), self._take)
        self.back = key(self.look, self, self.tr("Put it back"), self._back)
        self.change = key(self.look, self, self.tr("Write on it"), self._change)
        for hidden in (self.take, self.back, self.change):
            hidden.hide()
        self._furnish_writing()
        self._furnish_saying()
        self._tell()

    # -------------------------------------------------------------------------------------------- what it says

    def controls(self) -> Sequence[QWidget]:
        """Those of now are shown."""
        return (self.put, self.take, self.back, self.change)

    def first(self) -> QWidget:
        """Where one writes."""
        return self.lines if self.state == WRITING else self.take

    def equivalent(self) -> str:
        """The shelf, the title and the lines."""
        said = ("seen-writing", "seen-shelf", "seen-open")[self.state]
        return filled(self.text.lines[said], words=self.words, title=self.title.words(), lines=self.lines.words())

    def answers(self) -> dict[str, Answer]:
        """The lines and the title as they were typed, and whether the title is to be the theme of the guest."""
        said: dict[str, Answer] = {}
        for name, words in ((LINES, self.lines.words()), (TITLE, self.title.words())):
            if words:
                said[name] = words
        if chosen := self.choices.chosen():
            said[WORD] = chosen[0]
        if self.as_theme.isChecked() and TITLE in said:
            said[AS_THEME] = YES
        return said

    def go_on(self) -> bool:
        """First it stands on the shelf; from there it is the way out."""
        if self.state != WRITING:
            return True
        self._put()
        return False

    def wait(self) -> int | None:
        """Frames only while the book is on its way."""
        lasts = lasting(self.level, OPENS) if self._moved else 0.0
        return FRAME_MS if self.beat.seconds < lasts else None

    def sentence(self) -> str:
        """What to say when the lines come again."""
        if not self.title.words().strip():
            return self.text.lines["no-title"]
        chosen = self.choices.chosen() or [self.text.lines[WORDS[0]]]
        word = next(name for name in WORDS if self.text.lines[name] == chosen[0])
        return filled(self.text.lines[f"saying-{word}"], title=self.title.words())

    def ticked(self) -> None:
        """The book has come a little further; open, its lines can be read and scrolled."""
        self.book.setVisible(self.state == OPEN and self.wait() is None)
        self.update()

    # ---------------------------------------------------------------------------------------------- what it does

    def _put(self) -> None:
        hand_on(self.put, self.take, self)
        self._go(SHELF, moved=False)
        self.change.show()

    def _take(self) -> None:
        hand_on(self.take, self.back, self)
        self._go(OPEN)

    def _back(self) -> None:
        hand_on(self.back, self.take, self)
        self._go(SHELF)

    def _change(self) -> None:
        self._go(WRITING, moved=False)
        for shelved in (self.take, self.back, self.change):
            shelved.hide()
        self.put.show()
        self.lines.setFocus()

    def _go(self, state: int, *, moved: bool = True) -> None:
        self.state, self._moved = state, moved
        self.book.set_words(self.lines.words())
        self._sentence.setText(self.sentence())
        self._offer_theme()
        self.beat.restart()
        self._tell()

    def _offer_theme(self) -> None:
        """The title can be a guest's theme where there is one, and one of the lines is a guest."""
        lines = lines_among(self.words, self.lines.words())
        offered = bool(self.title.words().strip()) and any(self.given.is_guest(line) for line in lines)
        self._as_theme.setVisible(offered)

    def _tell(self) -> None:
        self._caption.say(self.text.moments[self.state])
        self.writing.setVisible(self.state == WRITING)
        self.saying.setVisible(self.state != WRITING)
        self.restyle()
        self.ticked()
        self.shifted.emit()

    # -------------------------------------------------------------------------------------------- how it looks

    def restyle(self) -> None:
        """A panel at the foot of the page, and the shelf over it."""
        if not hasattr(self, "saying"):  # a base class tells of its first size before there is anything to lay
            return
        low = self.free.height() < self.look.px(LOW)
        self._caption.setVisible(not low)
        room = (self.free if low else self._caption.place(self.free)).adjusted(0, 8, 0, -12)
        panel = self.writing if self.state == WRITING else self.saying
        self._shelf = self._beside(panel, room) if low and self.state != WRITING else self._above(panel, room)
        wide = min(self._shelf.width() - 64, self.look.px(BOOK))
        if wide < self.look.px(ONE_PAGE):
            wide = min(wide, self.look.px(420))
        self._double = wide >= self.look.px(ONE_PAGE)
        page = wide / 2 if self._double else wide
        tall = min(self._shelf.height() - 16, max(self.look.px(200), self.book.wanted(page)))
        self._open = QRectF(QPointF(0, 0), QSizeF(wide, tall))
        self._open.moveCenter(self._shelf.center())
        lines = self._open.adjusted(wide - page, 0, 0, 0)
        self.book.place(lines)
        self.update()

    def _above(self, panel: Panel, room: QRectF) -> QRectF:
        """The panel at the foot of the page, and the shelf over it."""
        wide = min(room.width() - 32, self.look.px(WIDEST))
        share = 1.0 if self.state == WRITING else SHARE
        tall = min(panel.wanted(wide), room.height() * share)
        panel.place(QRectF(room.center().x() - wide / 2, room.bottom() - tall, wide, tall))
        return QRectF(room.topLeft(), QSizeF(room.width(), room.height() - tall - 16))

    def _beside(self, panel: Panel, room: QRectF) -> QRectF:
        """On a low page: the shelf at the left, the panel at its side."""
        wide = room.width() * 0.54
        panel.place(QRectF(room.right() - wide - 16, room.top(), wide, room.height()))
        return QRectF(room.topLeft(), QSizeF(room.width() - wide - 24, room.height()))

    def paint(self, painter: QPainter) -> None:
        """The wall, the shelf, and the book where it is now."""
        self._ground.paint(painter, QRectF(self.rect()))
        if self._shelf.height() < LEAST_SHELF:
            return
        spine = spine_in(self.look, self._shelf, "" if self.state == WRITING else self.title.words())
        share = passed(self.beat.seconds, self.level, OPENS) if self._moved else 1.0
        if self.level == "calm":
            self._paint_calmly(painter, share)
            return
        book = taken(share if self.state == OPEN else 1 - share if self._moved else 0.0)
        paint_shelf(painter, self.look, self._shelf, spine)
        if self.state == WRITING:
            paint_gap(painter, self.look, spine)
        elif book.open <= 0:
            paint_spine(painter, self.look, spine, up=book.out * spine.place.height() * 0.16)
        else:
            paint_gap(painter, self.look, spine)
            place = spine.place.translated(0, -spine.place.height() * 0.16)
            self._paint_open(painter, _between(place, self._open, book.open), book.open)

    def _paint_calmly(self, painter: QPainter, share: float) -> None:
        """The book on the shelf and the open one go over into each other."""
        spine = spine_in(self.look, self._shelf, "" if self.state == WRITING else self.title.words())
        paint_shelf(painter, self.look, self._shelf, spine)
        paint_gap(painter, self.look, spine)
        if self.state == WRITING:
            return
        opened = share if self.state == OPEN else 1 - share if self._moved else 0.0
        painter.setOpacity(1 - opened)
        paint_spine(painter, self.look, spine)
        painter.setOpacity(opened)
        self._paint_open(painter, self._open, 1)
        painter.setOpacity(1)

    def _paint_open(self, painter: QPainter, place: QRectF, share: float) -> None:
        double = self._double
        paint_open(painter, self.look, place, self.title.words() if double and share >= 1 else "", double=double)

    # ----------------------------------------------------------------------------------------- how it is furnished

    def _furnish_writing(self) -> None:
        look, lines = self.look, self.text.lines
        self.writing = Panel(look, self)
        self.lines = WordsField(look, lines["lines"], least=2, most=5, role="words")
        self.title = WordsField(look, lines["title"], most=2, role="words-large")
        self.title.setAccessibleDescription(lines["title-note"])
        self.choices = choices(look, lines["word"], [lines[name] for name in WORDS])
        answers = self.given.answers
        self.lines.set_words(str(answers.get(LINES, self.words)))
        self.title.set_words(str(answers.get(TITLE, "")))
        self.choices.set_chosen([str(answers.get(WORD, ""))])
        for name, control in (
            (lines["lines"], self.lines),
            (lines["title"], self.title),
            (lines["word"], self.choices),
        ):
            over = label(look, "subheading" if control is self.title else "soft", name)
            over.setBuddy(control)
            self.writing.column.addWidget(over)
            self.writing.column.addWidget(control)
            if control is self.title:
                self.writing.column.addWidget(label(look, "small", lines["title-note"]))
        self.lines.edited.connect(self.changed)
        self.title.edited.connect(self.changed)
        self.title.done.connect(self.put.click)
        self.choices.changed.connect(self.changed)

    def _furnish_saying(self) -> None:
        look, lines = self.look, self.text.lines
        self.saying = Panel(look, self)
        self._sentence = label(look, "words-large", selectable=True)
        self._as_theme = choices(look, lines["as-theme"], [lines["as-theme"]], several=True)
        self.as_theme = self._as_theme.buttons[0]
        self.as_theme.put(self.given.answers.get(AS_THEME) == YES)
        self._as_theme.changed.connect(self.changed)
        for part in (label(look, "soft", lines["practise"]), self._sentence, self._as_theme):
            self.saying.column.addWidget(part)
        self._as_theme.hide()


def _between(one: QRectF, other: QRectF, share: float) -> QRectF:
    """The rectangle that lies ``share`` of the way from ``one`` to ``other``."""
    corners = ((one.topLeft(), other.topLeft()), (one.bottomRight(), other.bottomRight()))
    top_left, bottom_right = (a + (b - a) * share for a, b in corners)
    return QRectF(top_left, bottom_right)
