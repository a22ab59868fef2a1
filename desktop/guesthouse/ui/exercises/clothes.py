"""Same words, new clothes: how a thought is set is changed by the person, piece by piece, and it ends as it was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.exercises.dressed import LITTLE, Dressed, Setting
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.paper import Panel, words_font
from guesthouse.ui.exercises.picks import Picks
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.labels import label

GROUND = "quiet"
BESIDE = 880
"""Design pixels from which the choices stand beside the page; in a narrower window they lie under it."""

PANEL = 368
EDGE, NARROW_EDGE = 24, 12
LOW = 480
"""Design pixels: a picture of less height has narrower edges, and the lines on its page stand closer."""

MOST, LEAST = 0.52, 0.36
"""Shares of the height that the choices have under the page, so that two lines of large words have room on it."""

ORIGINAL = "original"
SIZES = {"small": 20, ORIGINAL: 30, "large": 42, "larger": 56}
SPACES = {ORIGINAL: 0.0, "wide": 0.1, "wider": 0.24}
PLACES = {
    ORIGINAL: (0, 0),
    "upper-left": (-1, -1),
    "upper-right": (1, -1),
    "lower-left": (-1, 1),
    "lower-right": (1, 1),
}
"""Across and down the page."""


def font_of(look: Look, face: str, size: str) -> QFont:
    """The type of a face in a size, at the text size of now. Sober ones only."""
    made = words_font(look, SIZES[size])
    pixels = made.pixelSize()
    if face == "round":
        made = QFont(look.font("body"))
    elif face == "typewriter":
        made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    elif face in ("book", "signs"):
        made = QFont("serif" if face == "book" else "sans-serif")
        made.setStyleHint(QFont.StyleHint.Times if face == "book" else QFont.StyleHint.Helvetica)
    made.setPixelSize(pixels)
    return made


def colour_of(look: Look, colour: str) -> QColor:
    """A quiet colour that can be read on the page in every theme."""
    if colour == ORIGINAL:
        return look.colour("ink")
    return look.colour(f"tint-{colour}" if look.theme == "contrast" else f"tint-{colour}-ink")


class Clothes(Exercise):
    """A page with the thought, and what may be changed about its look; "As it was" is always there."""

    def __init__(self, given: Given) -> None:
        """In the clothes it came in."""
        super().__init__(given)
        self._ground = Ground(given.look, GROUND)
        self.page = Dressed(given.look, given.words, self)
        self.panel = Panel(given.look, self)
        self.said = label(given.look, "soft", self._invitation)
        self.panel.column.addWidget(self.said)
        self.picks = self._picks()
        for pick in self.picks.values():
            pick.picked.connect(self._changed)
            self.panel.column.addWidget(pick)
        self.back = quiet(given.look, self.tr("As it was"))
        self.back.setParent(self)  # else it would be a window of its own
        self.back.setAccessibleName(self.tr("As it was"))
        self.back.setAccessibleDescription(self.tr("The words in the clothes they came in"))
        self.back.clicked.connect(self.put_back)
        self.panel.show()
        self._wear()

    @property
    def is_original(self) -> bool:
        """Whether nothing about the look is another one than at first."""
        return all(pick.chosen == ORIGINAL for pick in self.picks.values())

    @property
    def _invitation(self) -> str:
        return f"{self.text.moments[0]} {self.text.moments[1]}"

    def put_back(self) -> None:
        """The clothes it came in, whatever it wears."""
        for pick in self.picks.values():
            blocked = pick.blockSignals(True)
            pick.choose(ORIGINAL)
            pick.blockSignals(blocked)
        self._wear()
        self._say(self.text.lines["original"])

    def go_on(self) -> bool:
        """False where the original has to be read first: it is brought back, and the next time is the way on."""
        if self.is_original:
            return True
        self.put_back()
        self._say(self.text.moments[2])
        self.page.text.setFocus()
        return False

    # --------------------------------------------------------------------------------- as every exercise

    def paint(self, painter: QPainter) -> None:
        """The quiet ground; page and choices lie on it."""
        self._ground.paint(painter, QRectF(self.rect()))

    def equivalent(self) -> str:
        """What is said, how the words are set, and the words."""
        worn = ", ".join(f"{pick.title.text()}: {pick.shown}" for pick in self.picks.values())
        return f"{self.said.text()} “{self.words}” {worn}."

    def controls(self) -> Sequence[QWidget]:
        """The one key that brings the original back."""
        return (self.back,)

    def first(self) -> QWidget | None:
        """The first thing one can change."""
        return self.picks["face"].chips[ORIGINAL]

    def restyle(self) -> None:
        """Page and choices find their places again."""
        super().restyle()
        if hasattr(self, "page"):
            self._lay_out()
            self._wear()

    def let_go(self) -> None:
        """Hold no words any more."""
        super().let_go()
        self.page.text.clear()
        self._ground.forget()

    # ---------------------------------------------------------------------------------------- inside

    def _picks(self) -> dict[str, Picks]:
        return self._type_picks() | self._page_picks()

    def _type_picks(self) -> dict[str, Picks]:
        usual = self.tr("Usual")
        faces = [
            (ORIGINAL, usual),
            ("round", self.tr("Rounded")),
            ("typewriter", self.tr("Typewriter")),
            ("book", self.tr("Plain serif")),
            ("signs", self.tr("Street sign")),
        ]
        sizes = [("small", self.tr("Small")), (ORIGINAL, usual)]
        sizes += [("large", self.tr("Large")), ("larger", self.tr("Larger"))]
        return {
            "face": Picks(self.look, self.tr("Typeface"), faces, ORIGINAL),
            "size": Picks(self.look, self.tr("Size"), sizes, ORIGINAL),
        }

    def _page_picks(self) -> dict[str, Picks]:
        usual = self.tr("Usual")
        colours = [
            (ORIGINAL, usual),
            ("sage", self.tr("Sage")),
            ("blue", self.tr("Blue")),
            ("lilac", self.tr("Lilac")),
            ("honey", self.tr("Honey")),
        ]
        spaces = [(ORIGINAL, usual), ("wide", self.tr("Wide")), ("wider", self.tr("Very wide"))]
        places = [
            (ORIGINAL, usual),
            ("upper-left", self.tr("Upper left")),
            ("upper-right", self.tr("Upper right")),
            ("lower-left", self.tr("Lower left")),
            ("lower-right", self.tr("Lower right")),
        ]
        return {
            "colour": Picks(self.look, self.tr("Colour"), colours, ORIGINAL),
            "space": Picks(self.look, self.tr("Letter spacing"), spaces, ORIGINAL),
            "place": Picks(self.look, self.tr("Place on the page"), places, ORIGINAL),
        }

    def _changed(self, _value: str) -> None:
        self._wear()
        self._say(self._invitation if self.is_original else self.text.lines["worn"])

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self._lay_out()
        self.shifted.emit()

    def _wear(self) -> None:
        chosen = {name: pick.chosen for name, pick in self.picks.items()}
        across, down = PLACES[chosen["place"]]
        font, colour = font_of(self.look, chosen["face"], chosen["size"]), colour_of(self.look, chosen["colour"])
        self.page.wear(Setting(font, colour, SPACES[chosen["space"]], across, down, self._lines))

    @property
    def _is_low(self) -> bool:
        return self.free.height() < self.look.px(LOW)

    @property
    def _lines(self) -> int:
        return 100 if self._is_low else 128

    def _two_lines(self) -> float:
        """The height of a page on which two lines of large words can be seen at once."""
        line = QFontMetricsF(font_of(self.look, ORIGINAL, "large")).height() * self._lines / 100
        return 2 * line + 2 * LITTLE + 6

    def _lay_out(self) -> None:
        """The page and the choices: beside each other where there is the width for it."""
        edge = NARROW_EDGE if self._is_low else EDGE
        room = self.free.adjusted(EDGE, edge, -EDGE, -edge)
        if room.width() >= self.look.px(BESIDE):
            wide = self.look.px(PANEL)
            left = room.left() if self.isRightToLeft() else room.right() - wide
            self.panel.place(QRectF(left, room.top(), wide, room.height()))
            page = QRectF(room).adjusted(0, 0, -wide - EDGE, 0)
            if self.isRightToLeft():
                page.translate(wide + EDGE, 0)
            self.page.place(page)
            return
        left = room.height() - self._two_lines() - EDGE / 2
        low = min(self.panel.wanted(room.width()), room.height() * MOST, max(room.height() * LEAST, left))
        self.panel.place(QRectF(QPointF(room.left(), room.bottom() - low), QSizeF(room.width(), low)))
        self.page.place(room.adjusted(0, 0, 0, -low - EDGE / 2))
