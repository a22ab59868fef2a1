"""Thoughts that get no figure and no carrier: quiet cards with the words alone, at rest below the controls.

They lie in rows, in the order they were let in, and the scene keeps clear of them as it does of the controls. Where
there is no room for all, the newest ones and the one that is attended to can be seen, and a small sign of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from guesthouse.qt.look import Look
from guesthouse.ui.canvas.artwork import blank
from guesthouse.ui.canvas.callers import Caller, Callers
from guesthouse.ui.canvas.lines import Setting, balanced
from guesthouse.ui.canvas.picture import AROUND, Resting

SIDE, NARROW_SIDE, NARROW = 24.0, 12.0, 760
"""Pixels beside the cards, as beside the controls above them."""
GAP = 12.0
"""Pixels between two cards, and below the lowest; half of that where the canvas is low."""
SHARE = 0.34
"""Of the free height of the canvas the cards take no more, unless a single one needs it."""
MANNERS = ((4, 400.0), (2, 360.0), (1, 300.0), (1, 168.0))
"""How many lines a card has at most and how wide they may be (design pixels): roomy ones first, then smaller ones."""
AIR, HIGH = 10.0, 300
"""Pixels above the highest card, and design pixels of free height from which on a canvas is not low."""
ROOMY, TIGHT, TINY = (1.0, 1.2, 0.78), (0.9, 0.9, 0.3), (0.74, 0.7, 0.08)
"""The size of words beside their usual one, and what of it is left free beside and above them."""
ROUND = 16.0
"""Pixels: rounder, a card of one line would look like a control."""
LAID = 24
"""So many are laid out at most."""
MORE = 0
"""The id of the sign that there are more; no caller has it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of one caller laid out, with a quiet "more" where they are cut and there is room for it."""

    caller: Caller
    words: Setting
    more: Setting | None
    size: QSizeF


class PlainCards:
    """The plain cards of ``callers`` on one canvas."""

    def __init__(self, look: Look, callers: Callers) -> None:
        """Nothing lies here until :meth:`fit`."""
        self._look, self._callers = look, callers
        self._fitted: tuple[int, ...] = ()
        self._long: set[int] = set()
        self._attended = MORE
        self._low = False
        self._set = ROOMY
        self._has_room = True
        self.mirrored = False
        """Whether they begin at the right, as the controls do then."""
        self.shown: tuple[Resting, ...] = ()
        self.band = 0.0
        """Pixels that they take below the controls."""

    def suit(self, attended: int | None) -> bool:
        """Whether those lie here who should, the attended one among them; else it is time to :meth:`fit` again."""
        if self._ids() != self._fitted:
            return False
        if self._has_room and attended in self._fitted and attended not in {one.id for one in self.shown}:
            self._attended = attended or MORE
            return False
        return True

    def fit(self, size: QSize, dpr: float, *, top: float, bottom: float) -> None:
        """Lay them out for a canvas of ``size``, with controls over its ``top`` and ``bottom`` pixels."""
        self._fitted = self._ids()
        here = [caller for caller in self._callers.everyone() if caller.plain]
        laid = [caller for caller in here if caller.id == self._attended or caller in here[-LAID:]]
        side = SIDE if size.width() > NARROW else NARROW_SIDE
        free = size.height() - top - bottom
        self._low = free < self._look.px(HIGH)
        self._set = TIGHT if self._low else ROOMY
        if free < self._one_line:
            self._set = TINY  # rather small than not seen at all
        self._has_room = free >= self._one_line
        if not self._has_room:
            laid = here = []  # the controls take all there is: the list has them, and whole words open over it
        room = QSizeF(size.width() - 2 * side, max(free * SHARE, self._one_line))
        sheets, places = self._arrange(laid, room, len(here) - len(laid))
        corner = QPointF(side, top + (0.0 if self._low else AIR))
        self._long = {sheet.caller.id for sheet in sheets if sheet.words.cut}
        self.shown = tuple(self._resting(sheet, at + corner, dpr) for sheet, at in zip(sheets, places, strict=False))
        if len(places) > len(sheets):
            self.shown += (self._sign(places[-1] + corner, dpr),)
        lowest = max((one.body.bottom() for one in self.shown), default=top - self._gap)
        self.band = lowest + self._gap - top

    def is_long(self, caller_id: int) -> bool:
        """Whether a caller's card holds only the beginning of its words, or there is none for want of room."""
        return caller_id in self._long or not self._has_room

    @property
    def hidden(self) -> int | None:
        """The id of the newest that cannot be seen for want of room; after the oldest it begins anew."""
        seen = {one.id for one in self.shown}
        unseen = [caller_id for caller_id in self._fitted if caller_id not in seen]
        older = [caller_id for caller_id in unseen if caller_id < self._attended]
        return max(older or unseen, default=None)

    def forget(self, caller_ids: Sequence[int]) -> None:
        """These callers are gone, and what was rendered of them."""
        self.shown = tuple(one for one in self.shown if one.id not in caller_ids)
        self._long.difference_update(caller_ids)

    def clear(self) -> None:
        """No words of anybody, and nothing that was rendered of them."""
        self._fitted, self.shown, self.band, self._attended = (), (), 0.0, MORE
        self._long.clear()

    @property
    def _one_line(self) -> float:
        return ceil(QFontMetricsF(self._font).height() + 2 * self._padding[1])

    @property
    def _gap(self) -> float:
        return GAP / 2 if self._low else GAP

    @property
    def _font(self) -> QFont:
        font = QFont(self._look.font("words"))
        font.setPixelSize(round(font.pixelSize() * self._set[0]))
        return font

    @property
    def _padding(self) -> tuple[float, float]:
        _, across, down = self._set
        letters = self._look.font("words").pixelSize()
        return letters * across, letters * down

    def _ids(self) -> tuple[int, ...]:
        return tuple(caller.id for caller in self._callers.everyone() if caller.plain)

    def _arrange(self, callers: list[Caller], room: QSizeF, others: int) -> tuple[list[Sheet], list[QPointF]]:
        """The cards and their corners, as roomy as they can be; one corner more where not all can be seen."""
        kept: list[Sheet] = []
        for lines, widest in MANNERS:
            sheets = [self._lay_out(caller, lines, min(self._look.px(widest), room.width())) for caller in callers]
            places = self._rows([sheet.size for sheet in sheets], room)
            if not others and _lowest([sheet.size for sheet in sheets], places) <= room.height():
                return sheets, places
            newest = self._newest(sheets, room)
            kept = newest if len(newest) > len(kept) else kept
        sign = [self._sign_size()] if others or len(kept) < len(callers) else []
        return kept, self._rows([*(sheet.size for sheet in kept), *sign], room)

    def _newest(self, sheets: list[Sheet], room: QSizeF) -> list[Sheet]:
        """As many of the newest as there is room for with the sign, and the attended one; one in any case."""
        wanted = sorted(sheets, key=lambda sheet: (sheet.caller.id != self._attended, -sheet.caller.id))
        kept = wanted[:1]
        for sheet in wanted[1:]:
            tried = [*kept, sheet]
            sizes = [*(each.size for each in tried), self._sign_size()]
            if _lowest(sizes, self._rows(sizes, room)) > room.height():
                break
            kept = tried
        return sorted(kept, key=lambda sheet: sheet.caller.id)

    def _rows(self, sizes: Sequence[QSizeF], room: QSizeF) -> list[QPointF]:
        return rows(sizes, room.width(), self._gap, mirrored=self.mirrored)

    def _lay_out(self, caller: Caller, lines: int, widest: float) -> Sheet:
        font, (across, down) = self._font, self._padding
        words = balanced(caller.words, font, widest - 2 * across, lines, centred=False)
        more = None
        if words.cut and lines > 1:
            text = QCoreApplication.translate("canvas", "more")
            more = balanced(text, self._look.font("small"), widest - 2 * across, 1, centred=False)
        height = words.size.height() + (more.size.height() + down / 2 if more else 0.0)
        return Sheet(caller, words, more, QSizeF(max(words.size.width(), 40.0) + 2 * across, height + 2 * down))

    def _resting(self, sheet: Sheet, at: QPointF, dpr: float) -> Resting:
        across, down = self._padding
        pixmap = self._ground(sheet.size, dpr)
        painter = QPainter(pixmap)
        painter.setPen(self._look.colour("ink"))
        sheet.words.draw(painter, QPointF(across, down))
        if sheet.more is not None:
            painter.setPen(self._look.colour("soft"))
            sheet.more.draw(painter, QPointF(across, down + sheet.words.size.height() + down / 2))
        painter.end()
        return _at(sheet.caller.id, at, sheet.size, pixmap)

    def _sign(self, at: QPointF, dpr: float) -> Resting:
        size = self._sign_size()
        pixmap = self._ground(size, dpr)
        painter = QPainter(pixmap)
        painter.setPen(self._look.colour("soft"))
        painter.setFont(self._look.font("small"))
        painter.drawText(QRectF(QPointF(), size), Qt.AlignmentFlag.AlignCenter, _sign_text())
        painter.end()
        return _at(MORE, at, size, pixmap)

    def _sign_size(self) -> QSizeF:
        setting = balanced(_sign_text(), self._look.font("small"), 1e4, 1)
        return setting.size + QSizeF(28, 12)

    def _ground(self, size: QSizeF, dpr: float) -> QPixmap:
        """A card of the app's own, with its edge drawn."""
        pixmap = blank(size, dpr)
        contrast = self._look.theme == "contrast"
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.colour("card"))
        painter.setPen(QPen(self._look.colour("control" if contrast else "line"), 2.0 if contrast else 1.0))
        radius = min(ROUND, size.height() / 2)
        painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
        return pixmap


def rows(sizes: Sequence[QSizeF], width: float, gap: float = GAP, *, mirrored: bool = False) -> list[QPointF]:
    """The corners of cards of these ``sizes``, one after the other in rows of ``width``."""
    x = y = tallest = 0.0
    corners = []
    for size in sizes:
        if x and x + size.width() > width:
            x, y, tallest = 0.0, y + tallest + gap, 0.0
        corners.append(QPointF(width - x - size.width() if mirrored else x, y))
        x, tallest = x + size.width() + gap, max(tallest, size.height())
    return corners


def _lowest(sizes: Sequence[QSizeF], places: Sequence[QPointF]) -> float:
    return max((at.y() + size.height() for size, at in zip(sizes, places, strict=True)), default=0.0)


def _at(caller_id: int, at: QPointF, size: QSizeF, pixmap: QPixmap) -> Resting:
    corner = QPointF(round(at.x()), round(at.y()))
    body = QRectF(corner, size)
    return Resting(caller_id, corner, body, pixmap, whole=body.adjusted(-AROUND, -AROUND, AROUND, AROUND))


def _sign_text() -> str:
    return QCoreApplication.translate("canvas", "more are here")
