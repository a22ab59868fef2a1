"""The journal on paper: printed, or as a PDF that looks printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from guesthouse.domain.journal import PICTURE, Picture
from guesthouse.errors import trouble_elsewhere
from guesthouse.formats.html import Renderer
from guesthouse.formats.write_entries import Cancelled, Outgoing, Progress, SayHour, beside
from guesthouse.formats.write_html import header_of
from guesthouse.paths import resources
from guesthouse.qt.fonts import font
from guesthouse.qt.printing import pdf_writer

AT_ONCE = 25
"""So many entries are laid out together; the next ones begin on a new page."""

MARGIN_MM = 24.0
COLUMN_PX = 560
HIGHEST_PX = 700
LOWEST = 0.82
"""No entry begins further down a page than this part of it."""

FOOT_MM = 10.0
DOTS = "·   ·   ·"
INK, HAIR = QColor("#675F5A"), QColor("#D9CFC0")
_TICK = re.compile(r'<input class="task-list-item-checkbox"( checked="checked")?[^>]*>')


def write_pdf(
    entries: Iterable[Outgoing], to: Path, *, letter: bool | None = None, progress: Progress, say_hour: SayHour = str
) -> int:
    """Write entries as a PDF, A4 or US letter (as the country has it), and return how many.

    0 if it was cancelled, which leaves nothing. Nothing the person wrote is in the file's own description.
    Raises any Trouble about files.
    """
    try:
        with beside(to) as unborn:
            writer = pdf_writer(unborn, QCoreApplication.translate("Journal", "Journal"), letter=letter)
            return paint(entries, writer, progress, say_hour)
    except Cancelled:
        return 0
    except OSError as error:
        raise trouble_elsewhere(error, to.parent) from None


def paint(entries: Iterable[Outgoing], device: QPagedPaintDevice, progress: Progress, say_hour: SayHour = str) -> int:
    """Paint entries on the pages of a PDF or a printer; how many. Raises Cancelled, and OSError if it cannot begin."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("nothing can be painted there")
    try:
        page = _Page(device, painter)
        done = 0
        for some in _batches(entries):
            document = _document(some, device, say_hour)
            page.draw(document)
            done += len(some)
            if not progress(done):
                raise Cancelled
        return done
    finally:
        painter.end()


class _Page:
    """Draws documents page by page, each page with its number."""

    def __init__(self, device: QPagedPaintDevice, painter: QPainter) -> None:
        self._device, self._painter = device, painter
        self._number = 0
        self._body = _body(device)

    def draw(self, document: QTextDocument) -> None:
        for page in range(document.pageCount()):
            if self._number:
                self._device.newPage()
            self._number += 1
            self._draw_page(document, page)
            self._draw_foot()

    def _draw_page(self, document: QTextDocument, page: int) -> None:
        painter, height = self._painter, self._body.height()
        painter.save()
        painter.translate(0, -page * height)
        context = QAbstractTextDocumentLayout.PaintContext()
        edge = self._device.logicalDpiY() / 60  # a picture at the head of the next page must not shine through
        context.clip = QRectF(0, page * height, self._body.width(), height - edge)
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _draw_foot(self) -> None:
        painter, dots = self._painter, self._device.logicalDpiY() / 25.4
        line = self._body.height() + FOOT_MM * dots * 0.35
        painter.setPen(QPen(HAIR, dots * 0.15))
        painter.drawLine(0, round(line), round(self._body.width()), round(line))
        foot = font("small")
        foot.setPointSizeF(8.5)
        painter.setFont(foot)
        painter.setPen(INK)
        room = QRectF(0, line + dots, self._body.width(), FOOT_MM * dots)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), str(self._number))


def _body(device: QPagedPaintDevice) -> QRectF:
    """Where text may stand, in the device's dots: the page within its margins, without the foot."""
    area = device.pageLayout().paintRectPixels(device.logicalDpiX())
    return QRectF(0, 0, area.width(), area.height() - round(FOOT_MM * device.logicalDpiY() / 25.4))


def _batches(entries: Iterable[Outgoing]) -> Iterator[Sequence[Outgoing]]:
    rest = iter(entries)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _document(entries: Sequence[Outgoing], device: QPagedPaintDevice, say_hour: SayHour) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet((resources() / "paper" / "paper.css").read_text(encoding="utf-8"))
    words = font("words")
    words.setPointSizeF(11)
    words.setFeature(QFont.Tag("liga"), 0)  # words with ligatures cannot be searched for in a PDF
    document.setDefaultFont(words)
    markdown, address = Renderer(), _adder(document)
    cursor = QTextCursor(document)
    begins: list[int] = []
    for number, outgoing in enumerate(entries):
        if number:
            _part(cursor)
        begins.append(cursor.block().blockNumber())
        pictures = {picture.id: picture for picture in outgoing.pictures}
        text = _TICK.sub(_tick, markdown.html(outgoing.entry.text, pictures, address))
        cursor.insertHtml(f"<body>{header_of(outgoing, say_hour)}{text}</body>")
    document.setPageSize(QSizeF(_body(device).size()))
    _keep_heads_with_their_texts(document, begins)
    return document


def _keep_heads_with_their_texts(document: QTextDocument, begins: Sequence[int]) -> None:
    """An entry that would begin at the very foot of a page begins on the next one."""
    height = document.pageSize().height()
    for number in begins[1:]:
        block = document.findBlockByNumber(number)
        top = document.documentLayout().blockBoundingRect(block).top() % height
        if top > height * LOWEST:
            cursor = QTextCursor(block)
            broken = block.blockFormat()
            broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(broken)
            document.markContentsDirty(0, document.characterCount())  # Qt leaves gaps where it lays out only the rest


def _adder(document: QTextDocument) -> Callable[[Picture], tuple[str, int, int]]:
    """Puts a picture at the document's disposal and says how large it stands in the column."""

    def address(picture: Picture) -> tuple[str, int, int]:
        name = f"{PICTURE}{picture.id}"
        image = QImage.fromData(picture.data)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        scale = min(1.0, COLUMN_PX / max(1, picture.width), HIGHEST_PX / max(1, picture.height))
        return name, round(picture.width * scale), round(picture.height * scale)

    return address


def _part(cursor: QTextCursor) -> None:
    """Air and three dots between two entries."""
    middle = QTextBlockFormat()
    middle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    middle.setTopMargin(14)
    middle.setBottomMargin(14)
    soft = QTextCharFormat()
    soft.setForeground(INK)
    cursor.insertBlock(middle, soft)
    cursor.insertText(DOTS)
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())


def _tick(found: re.Match[str]) -> str:
    return "[x]" if found.group(1) else "[ ]"
