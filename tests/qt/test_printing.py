"""Paper is that of the country this computer is in, whatever language the app speaks; and what a printer is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtPrintSupport
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from guesthouse.domain.care import Line, Region
from guesthouse.qt.fonts import load_fonts
from guesthouse.qt.numbers_paper import NumbersCard, show_print_dialog, write_pdf
from guesthouse.qt.printing import ask_for_printer, pdf_writer


@pytest.fixture(autouse=True)
def _spoken(qapp: QApplication) -> Iterator[None]:
    """The app speaks English, as it does at its start."""
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("country", "size"),
    [("de_DE", QPageSize.PageSizeId.A4), ("en_GB", QPageSize.PageSizeId.A4), ("en_US", QPageSize.PageSizeId.Letter)],
)
def test_it_is_the_country_that_tells_the_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, country: str, size: QPageSize.PageSizeId
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(country))
    assert pdf_writer(tmp_path / "any.pdf", "Any", letter=None).pageLayout().pageSize().id() == size


def test_who_asks_for_one_has_it(tmp_path: Path) -> None:
    for letter, size in ((True, QPageSize.PageSizeId.Letter), (False, QPageSize.PageSizeId.A4)):
        assert pdf_writer(tmp_path / "any.pdf", "Any", letter=letter).pageLayout().pageSize().id() == size


class Dialog:
    """The system's dialog, in which somebody chooses a printer that is a file, or leaves."""

    chosen: Path | None = None

    def __init__(self, printer: QPrinter, parent: QWidget | None) -> None:
        self._printer = printer

    def exec(self) -> int:
        self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self._printer.setOutputFileName(str(self.chosen or ""))
        return int(self.chosen is not None)

    def deleteLater(self) -> None:
        """Nothing is left of it."""


REGION = Region("XX", "Nowhere", ("XX",), "112", (Line("Emergency services", "112", "Call", "", "", "a.org", "", ""),))


def test_the_queue_is_told_what_it_is_and_by_whom_only_where_that_may_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QtPrintSupport, "QPrintDialog", Dialog)
    monkeypatch.setattr(Dialog, "chosen", tmp_path / "printed.pdf")
    printer = ask_for_printer("Numbers", None, creator="")
    assert printer is not None and (printer.docName(), printer.creator()) == ("Numbers", "")


def test_what_is_printed_comes_to_the_printer_and_what_was_left_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_fonts()
    monkeypatch.setattr(QtPrintSupport, "QPrintDialog", Dialog)
    assert ask_for_printer("Numbers", None) is None
    assert show_print_dialog(NumbersCard.of(REGION), None) is False
    monkeypatch.setattr(Dialog, "chosen", tmp_path / "printed.pdf")
    assert show_print_dialog(NumbersCard.of(REGION), None) is True
    raw = (tmp_path / "printed.pdf").read_bytes()
    assert raw.startswith(b"%PDF") and "Numbers".encode("utf-16-be") in raw
    assert b"/FontFile" in raw, "nothing is written on it"
    assert not [word for word in ("uesthouse", "Nowhere") if word.encode("utf-16-be") in raw]


def test_a_card_of_many_has_all_its_pages(tmp_path: Path) -> None:
    load_fonts()
    to = tmp_path / "numbers.pdf"
    write_pdf(NumbersCard.of(REGION, tuple((f"Person {n}", f"0{n}0") for n in range(60))), to)
    assert to.read_bytes().count(b"/Type /Page\n") > 1
