"""All carriers of one canvas: the ride of each who is here, rendered when it first comes into sight, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap
from PySide6.QtSvg import QSvgRenderer

from guesthouse.domain.scene import Carrier, Variant
from guesthouse.ui.canvas.artwork import blank
from guesthouse.ui.canvas.bubbles import BubbleStyle
from guesthouse.ui.canvas.callers import Caller, Callers
from guesthouse.ui.canvas.rides import Load, Ride, at_scale, measured, reach, ride

KEPT = 64
"""So many who are out of sight keep their rendering."""
FULL = "and one more word " * 30
"""Words that fill every line there may be."""
INSET = 0.84
"""The share of a small picture that a carrier takes."""


class Fleet:
    """The rides of ``callers``; which tint carries a caller follows from its seed, as its figure does elsewhere."""

    def __init__(self, callers: Callers) -> None:
        """Nothing is rendered until :meth:`fit`."""
        self._callers = callers
        self._rides: dict[tuple[int, float], Ride] = {}
        self._sizes: dict[tuple[int, float], QSizeF] = {}
        self._portraits: dict[tuple[str, int, float], QPixmap] = {}
        self._tints: tuple[tuple[Carrier, ...], ...] = ()
        self._style: BubbleStyle | None = None
        self._ink = QColor()
        self._pill: QPixmap | None = None
        self._k = 1.0
        self._framing = ""
        self.ground = QPixmap()
        self.most_lines = 4

    @property
    def empty(self) -> bool:
        """Whether this scene has no carriers: figures come."""
        return not self._tints

    def fit(self, variant: Variant, style: BubbleStyle, k: float, pill: QPixmap) -> None:
        """For this artwork, these fonts, ``k`` pixels a design unit, and "here before" as ``pill``."""
        self._tints, self._style, self._k, self._pill = variant.carriers, style, k, pill
        self._ink = QColor(variant.carrier_ink) if variant.carrier_ink else style.ink
        self._portraits.clear()
        self.clear()

    def reach(self, variant: Variant, style: BubbleStyle, natural: float, most_lines: int) -> float:
        """How many pixels above their lane words begin at most, where one unit of a carrier is ``natural`` pixels."""
        load = Load(FULL, self._framing, most_lines)
        return max(reach(load, forms, style, natural) for forms in variant.carriers)

    def reword(self, framing: str) -> None:
        """Another line above all words."""
        self._framing = framing
        self.clear()

    def clear(self) -> None:
        """Render all anew."""
        self._rides.clear()
        self._sizes.clear()

    def forget(self, caller_ids: Iterable[int]) -> None:
        """These are gone, and their words with them."""
        gone = set(caller_ids)
        self._rides = {key: kept for key, kept in self._rides.items() if key[0] not in gone}
        self._sizes = {key: kept for key, kept in self._sizes.items() if key[0] not in gone}

    def seen(self, caller_ids: set[int]) -> None:
        """Who is in sight now; when too many are not, their renderings go."""
        if len(self._rides) > len(caller_ids) + KEPT:
            self._rides = {key: kept for key, kept in self._rides.items() if key[0] in caller_ids}

    def ride(self, caller_id: int, scale: float = 1.0) -> Ride | None:
        """The ride of a caller at ``scale``."""
        key = (caller_id, scale)
        if key not in self._rides:
            caller = self._callers.caller(caller_id)
            if caller is None or self._style is None or not self._tints:
                return None
            forms, style = self._forms(caller.seed), at_scale(self._style, scale)
            self._rides[key] = ride(self._load(caller), forms, style, self._ink, self._k * scale)
        return self._rides[key]

    def sizes(self, scale: float) -> list[QSizeF]:
        """How large everyone's carrier is at ``scale``, in sight or not."""
        assert self._style is not None, "fit comes first"
        style = at_scale(self._style, scale)
        for caller in self._callers.with_figures():
            if (caller.id, scale) not in self._sizes:
                forms = self._forms(caller.seed)
                self._sizes[caller.id, scale] = measured(self._load(caller), forms, style, self._k * scale)
        return [self._sizes[caller.id, scale] for caller in self._callers.with_figures()]

    def is_long(self, caller_id: int) -> bool:
        """Whether a caller's carrier holds only the beginning of its words."""
        kept = (found for (one, _), found in self._rides.items() if one == caller_id)
        found = next(kept, None) or self.ride(caller_id)
        return found is not None and found.more is not None

    def portrait(self, seed: int, height: int, dpr: float) -> QPixmap:
        """The carrier of a thought, small and without words, within a square of ``height``."""
        form = min(self._forms(seed), key=lambda form: abs(form.width / form.height - 1.3))
        key = (str(form.file), height, dpr)
        if key not in self._portraits:
            self._portraits[key] = self._portrait(form, height, dpr)
        return self._portraits[key]

    def _portrait(self, form: Carrier, height: int, dpr: float) -> QPixmap:
        """Before a small piece of the scene, since a white cloud does not show on a white card."""
        pixmap = blank(QSizeF(height, height), dpr)
        painter = QPainter(pixmap)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        square = QRectF(0, 0, height, height)
        rounded = QPainterPath()
        rounded.addRoundedRect(square, height * 0.22, height * 0.22)
        painter.setClipPath(rounded)
        painter.drawPixmap(square, self.ground, QRectF(self.ground.rect()))
        unit = height * INSET / max(form.width, form.height)
        place = QRectF(0, 0, form.width * unit, form.height * unit)
        place.moveCenter(square.center())
        QSvgRenderer(str(form.file)).render(painter, place)
        painter.end()
        return pixmap

    def _load(self, caller: Caller) -> Load:
        return Load(caller.words, self._framing, self.most_lines, self._pill if caller.returning else None)

    def _forms(self, seed: int) -> Sequence[Carrier]:
        return self._tints[seed % len(self._tints)]
