"""The card of numbers: on paper or as a PDF, black on white, to keep where one finds it without a computer.

Whoever comes upon it sees numbers and nothing else: neither the card nor the file's own description names the app.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextDocument,
)

from guesthouse.domain.care import Line, Region
from guesthouse.errors import trouble_elsewhere
from guesthouse.formats.write_entries import beside
from guesthouse.qt.fonts import font

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

    def html(self) -> str:
        """As the page of a document."""
        say = QCoreApplication.translate
        head = _row(_p("title", say("NumbersCard", "Numbers")), _p("region", self.region_name, "right"))
        rows = [_line(line) for line in self.lines]
        own = [_person(name, number) for name, number in self.people]
        if own:
            own.insert(0, _row(_p("part", say("NumbersCard", "People of my own"))))
        told = _row(_p("how", say("NumbersCard", "If one does not answer, try another.")))
        return f"<table width='100%' cellspacing='0' cellpadding='5'>{head}{''.join(rows)}{''.join(own)}{told}</table>"


class NumbersPaper:
    """A card laid out for a printer or a PDF."""

    def __init__(self, card: NumbersCard, device: QPagedPaintDevice) -> None:
        """``document`` has the words as they stand on the pages of ``device``."""
        self._device = device
        self._dots = device.logicalDpiX() / 25.4
        device.setPageMargins(QMarginsF(*[MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
        room = device.pageLayout().paintRectPixels(device.logicalDpiX())
        pad = PAD_MM * self._dots
        self._words = QRectF(
            pad, pad, min(WIDTH_MM * self._dots, room.width() - 2 * pad), room.height() - 2 * pad
        )  # within the margins, and within the frame
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.documentLayout().setPaintDevice(device)
        self.document.setDocumentMargin(0)
        self.document.setDefaultStyleSheet(STYLE)
        words = font("body")
        words.setPointSizeF(10)
        words.setFeature(QFont.Tag("liga"), 0)  # words with ligatures cannot be searched for in a PDF
        self.document.setDefaultFont(words)
        self.document.setHtml(card.html())
        self.document.setPageSize(self._words.size())

    def paint(self) -> None:
        """Put it on the pages of the device. Raises OSError where nothing can be painted there."""
        painter = QPainter()
        if not painter.begin(self._device):
            raise OSError("nothing can be painted there")
        try:
            for page in range(self.document.pageCount()):
                if page:
                    self._device.newPage()
                self._paint_page(painter, page)
        finally:
            painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        height = self._words.height()
        part = QRectF(0, page * height, self._words.width(), height)
        painter.save()
        painter.translate(self._words.left(), self._words.top() - part.top())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = part
        painter.setClipRect(part)
        self.document.documentLayout().draw(painter, context)
        painter.restore()
        filled = min(height, self.document.size().height() - part.top())
        pad = PAD_MM * self._dots
        painter.setPen(QPen(BLACK, self._dots * 0.2, Qt.PenStyle.DashLine))  # along it one cuts
        painter.drawRect(
            QRectF(self._words.topLeft(), QSizeF(self._words.width(), filled)).adjusted(-pad, -pad, pad, pad)
        )


def write_pdf(card: NumbersCard, to: Path, *, letter: bool = False) -> None:
    """Write it as a PDF, A4 or US letter, for its owner's eyes alone. Raises Trouble."""
    try:
        with beside(to) as unborn:
            writer = QPdfWriter(str(unborn))
            writer.setTitle(title())
            writer.setCreator("")
            writer.setResolution(300)
            writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4))
            NumbersPaper(card, writer).paint()
    except OSError as error:
        raise trouble_elsewhere(error, to.parent) from None


def can_print() -> bool:
    """Whether Qt can speak to printers here."""
    try:
        import PySide6.QtPrintSupport  # noqa: F401  late: it is slow, and not there on every system
    except ImportError:
        return False
    return True


def show_print_dialog(card: NumbersCard, parent: QWidget | None) -> bool:
    """Ask for a printer and print; False where nothing was printed. Raises Trouble where the printer refuses."""
    if not can_print():
        return False
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title())
    printer.setCreator("")
    dialog = QPrintDialog(printer, parent)
    wanted = bool(dialog.exec())
    dialog.deleteLater()
    if wanted:
        try:
            NumbersPaper(card, printer).paint()
        except OSError as error:
            raise trouble_elsewhere(error, Path.home()) from None
    return wanted


def title() -> str:
    """What the file and the printer's queue are told that it is."""
    return QCoreApplication.translate("NumbersCard", "Numbers")


def _line(line: Line) -> str:
    how = " · ".join(part for part in (line.how, line.hours, line.languages) if part)
    words = _p("name", line.name) + _p("how", how) + _p("source", _checked(line))
    return _row(words, _p("number", line.number, "right"))


def _person(name: str, number: str) -> str:
    return _row(_p("name", name), _p("number", number, "right"))


def _checked(line: Line) -> str:
    say = QCoreApplication.translate
    if line.verified:
        return say("NumbersCard", "Checked by a person on {date}.").format(date=_in_words(line.verified))
    if line.source_date:
        told = say("NumbersCard", "Source of {date}; not yet checked by a person.")
        return told.format(date=_in_words(line.source_date))
    return say("NumbersCard", "Undated source; not yet checked by a person.")


def _in_words(date: str) -> str:
    """ "2025-04-30", "2025-04" or "2025" as one writes it."""
    parts = [int(part) for part in date.split("-")]
    pattern = {1: "yyyy", 2: "MMMM yyyy", 3: "d MMMM yyyy"}[len(parts)]
    year, month, day = (*parts, 1, 1)[:3]
    return QLocale().toString(QDate(year, month, day), pattern)


def _row(left: str, right: str = "") -> str:
    """A row of the one table; what stands alone has its whole width."""
    if not right:
        return f"<tr><td colspan='2'>{left}</td></tr>"
    return f"<tr><td width='62%'>{left}</td><td width='38%' align='right'>{right}</td></tr>"


def _p(kind: str, text: str, align: str = "left") -> str:
    return f"<p class='{kind}' align='{align}'>{html.escape(text)}</p>" if text else ""
