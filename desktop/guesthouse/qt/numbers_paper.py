"""The card of numbers: on paper or as a PDF, black on white, to keep where one finds it without a computer.

Whoever comes upon it sees numbers and nothing else: neither the card nor the file's own description names the app.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPainter, QPen, QTextDocument, QTextOption

from guesthouse.domain.care import Line, Region
from guesthouse.errors import trouble_elsewhere
from guesthouse.formats.write_entries import beside
from guesthouse.qt.dates import dated
from guesthouse.qt.fonts import font
from guesthouse.qt.printing import ask_for_printer, can_print, pdf_writer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MARGIN_MM = 18.0
WIDTH_MM = 126.0
"""Of the words; with their frame about half a page of A4, which folds into a wallet."""

PAD_MM = 6.0
BLACK = QColor("#000000")
STYLE = """
p { color: #000000; margin: 0; }
.title { font-size: 15pt; font-weight: 700; }
.region { font-size: 10pt; }
.part { font-size: 10pt; font-weight: 700; }
.name { font-size: 10pt; font-weight: 700; }
.number { font-size: 15pt; font-weight: 700; }
.how { font-size: 9pt; }
.source { font-size: 7.5pt; }
"""


@dataclass(frozen=True)
class NumbersCard:
    """What stands on it: the lines of a region in their order, and people of one's own as names and numbers."""

    region_name: str
    lines: tuple[Line, ...]
    people: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, region: Region, people: tuple[tuple[str, str], ...] = ()) -> NumbersCard:
        """The card of a region, its emergency number first."""
        first = sorted(region.lines, key=lambda line: line.number != region.emergency)
        return cls(region.name, tuple(first), people)

    def rows(self) -> list[str]:
        """What stands under each other, as HTML; none of them is parted by the end of a page."""
        say = QCoreApplication.translate
        rows = [_row(_p("title", say("NumbersCard", "Numbers")), _p("region", self.region_name, "right"))]
        rows += [_line(line) for line in self.lines]
        people = [_row(_p("name", name), _p("number", number, "right")) for name, number in self.people]
        if people:
            people[0] = _row(_p("part", say("NumbersCard", "People of my own"))) + people[0]
        return [*rows, *people, _row(_p("how", say("NumbersCard", "If one does not answer, try another.")))]


class NumbersPaper:
    """A card laid out for a printer or a PDF."""

    def __init__(self, card: NumbersCard, device: QPagedPaintDevice) -> None:
        """``pages`` has the rows as they stand on the pages of ``device``."""
        self._device = device
        self._dots = device.logicalDpiX() / 25.4
        device.setPageMargins(QMarginsF(*[MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
        room = device.pageLayout().paintRectPixels(device.logicalDpiX())
        self._pad = PAD_MM * self._dots
        self._width = min(WIDTH_MM * self._dots, room.width() - 2 * self._pad)
        self._height = room.height() - 2 * self._pad
        self.pages: list[list[QTextDocument]] = [[]]
        filled = 0.0
        for row in card.rows():
            document = self._document(row)
            if self.pages[-1] and filled + document.size().height() > self._height:
                self.pages.append([])
                filled = 0.0
            self.pages[-1].append(document)
            filled += document.size().height()

    def paint(self) -> None:
        """Put it on the pages of the device. Raises OSError where nothing can be painted there."""
        painter = QPainter()
        if not painter.begin(self._device):
            raise OSError("nothing can be painted there")
        try:
            for number, rows in enumerate(self.pages):
                if number:
                    self._device.newPage()
                self._paint_page(painter, rows)
        finally:
            painter.end()

    def _document(self, row: str) -> QTextDocument:
        document = QTextDocument()
        document.documentLayout().setPaintDevice(self._device)
        document.setDocumentMargin(0)
        document.setDefaultStyleSheet(STYLE)
        words = font("body")
        words.setPointSizeF(10)
        words.setFeature(QFont.Tag("liga"), 0)  # words with ligatures cannot be searched for in a PDF
        document.setDefaultFont(words)
        wrapped = QTextOption()
        wrapped.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(wrapped)
        document.setHtml(row)
        document.setTextWidth(self._width)
        return document

    def _paint_page(self, painter: QPainter, rows: list[QTextDocument]) -> None:
        painter.save()
        painter.translate(self._pad, self._pad)
        filled = 0.0
        for document in rows:
            document.drawContents(painter)
            painter.translate(0, document.size().height())
            filled += document.size().height()
        painter.restore()
        painter.setPen(QPen(BLACK, self._dots * 0.2, Qt.PenStyle.DashLine))  # along it one cuts
        painter.drawRect(QRectF(0, 0, self._width + 2 * self._pad, filled + 2 * self._pad))


def write_pdf(card: NumbersCard, to: Path, *, letter: bool | None = None) -> None:
    """Write it as a PDF, A4 or US letter (as the country has it), for its owner's eyes alone. Raises Trouble."""
    try:
        with beside(to) as unborn:
            NumbersPaper(card, pdf_writer(unborn, title(), letter=letter, creator="")).paint()
    except OSError as error:
        raise trouble_elsewhere(error, to.parent) from None


def show_print_dialog(card: NumbersCard, parent: QWidget | None) -> bool:
    """Ask for a printer and print; False where nothing was printed. Raises Trouble where the printer refuses."""
    printer = ask_for_printer(title(), parent, creator="") if can_print() else None
    if printer is None:
        return False
    try:
        NumbersPaper(card, printer).paint()
    except OSError as error:
        raise trouble_elsewhere(error, Path.home()) from None
    return True


def title() -> str:
    """What the file and the printer's queue are told that it is."""
    return QCoreApplication.translate("NumbersCard", "Numbers")


def _line(line: Line) -> str:
    words = _p("name", line.name) + _p("how", line.reached) + _p("source", _checked(line))
    return _row(words, _p("number", line.number, "right"))


def _checked(line: Line) -> str:
    say = QCoreApplication.translate
    if line.verified:
        return say("NumbersCard", "Checked by a person on {date}.").format(date=dated(line.verified))
    if line.source_date:
        told = say("NumbersCard", "Source of {date}; not yet checked by a person.")
        return told.format(date=dated(line.source_date))
    return say("NumbersCard", "Undated source; not yet checked by a person.")


def _row(left: str, right: str = "") -> str:
    """A table of one row; what stands alone has its whole width."""
    cells = f"<td width='62%'>{left}</td><td width='38%'>{right}</td>" if right else f"<td>{left}</td>"
    return f"<table width='100%' cellspacing='0' cellpadding='5'><tr>{cells}</tr></table>"


def _p(kind: str, text: str, align: str = "left") -> str:
    return f"<p class='{kind}' align='{align}'>{html.escape(text)}</p>" if text else ""
