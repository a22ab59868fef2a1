"""What all that is printed has in common: a PDF as it begins, the paper of this country, and the system's printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize, QPdfWriter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

APP = "Guesthouse"


def pdf_writer(file: Path, title: str, *, letter: bool | None, creator: str = APP) -> QPdfWriter:
    """A PDF on A4 or US letter; for None as this computer's country has it, whatever language the app speaks."""
    if letter is None:
        letter = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    writer = QPdfWriter(str(file))
    writer.setTitle(title)
    writer.setCreator(creator)
    writer.setResolution(300)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4))
    return writer


def can_print() -> bool:
    """Whether Qt can speak to printers here."""
    try:
        import PySide6.QtPrintSupport  # noqa: F401  late: it is slow, and not there on every system
    except ImportError:
        return False
    return True


def ask_for_printer(title: str, parent: QWidget | None, *, creator: str | None = None) -> QPrinter | None:
    """The system's own dialog for printing; None where nothing is to be printed. The queue is told ``title``."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    if creator is not None:
        printer.setCreator(creator)
    dialog = QPrintDialog(printer, parent)
    wanted = bool(dialog.exec())
    dialog.deleteLater()
    return printer if wanted else None
