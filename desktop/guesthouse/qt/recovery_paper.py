"""The recovery code as a card to keep: printed, as a PDF or as plain text, with how it is used and nothing else."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QTextDocument

from guesthouse.errors import trouble_elsewhere
from guesthouse.formats.write_entries import beside
from guesthouse.qt.fonts import font
from guesthouse.qt.printing import pdf_writer

MARGIN_MM = 24.0
STYLE = """
h1 { font-size: 18pt; font-weight: 700; color: #2E2A2A; }
p { font-size: 11pt; color: #2E2A2A; }
.group { font-size: 18pt; }
.number { font-size: 18pt; color: #675F5A; }
"""


@dataclass(frozen=True)
class RecoveryCard:
    """What stands on it, in the person's language."""

    title: str
    groups: Sequence[str]
    lines: Sequence[str]

    @classmethod
    def of(cls, groups: Sequence[str]) -> RecoveryCard:
        """The card of a code."""
        say = QCoreApplication.translate
        return cls(
            say("RecoveryCard", "Guesthouse: recovery code"),
            groups,
            [
                say("RecoveryCard", "This opens your data when the passphrase is forgotten."),
                say(
                    "RecoveryCard",
                    "Choose “I have a recovery code” where the passphrase is asked for, type the groups in their "
                    "order, and choose a new passphrase. Capitals and spaces do not matter. The last character of "
                    "each group tells of a slip in that group.",
                ),
                say(
                    "RecoveryCard",
                    "Whoever has this card and your computer, or a backup, can read everything. Keep it apart from "
                    "them, where you would keep a key.",
                ),
            ],
        )

    def text(self) -> str:
        """As plain text."""
        numbered = [f"{number}  {group}" for number, group in enumerate(self.groups, 1)]
        return "\n".join([self.title, "", *numbered, "", *self.lines, ""])

    def html(self) -> str:
        """As the page of a document."""
        groups = "".join(
            f"<p class='group'><span class='number'>{number}</span> &nbsp;{html.escape(group)}</p>"
            for number, group in enumerate(self.groups, 1)
        )
        told = "".join(f"<p>{html.escape(line)}</p>" for line in self.lines)
        return f"<h1>{html.escape(self.title)}</h1>{groups}<br>{told}"


def write_card(card: RecoveryCard, to: Path, *, letter: bool | None = None) -> None:
    """Write it as a PDF, or as text where ``to`` ends in .txt; for its owner's eyes alone. Raises Trouble."""
    try:
        with beside(to) as unborn:
            if to.suffix.lower() == ".txt":
                unborn.write_text(card.text(), encoding="utf-8")
                return
            print_card(card, pdf_writer(unborn, card.title, letter=letter))
    except OSError as error:
        raise trouble_elsewhere(error, to.parent) from None


def print_card(card: RecoveryCard, device: QPagedPaintDevice) -> None:
    """Put it on a page of a printer or a PDF."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(STYLE)
    words = font("body")
    words.setPointSizeF(11)
    document.setDefaultFont(words)
    document.setHtml(card.html())
    document.setTextWidth(device.width())
    painter = QPainter(device)
    document.drawContents(painter)  # unlike print_, it sets no number under a page that is the only one
    painter.end()
