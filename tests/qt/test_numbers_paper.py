"""The card of numbers: all of them, the emergency first, each as far as it was checked; and it tells nothing else."""

from __future__ import annotations

import builtins
import stat
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from guesthouse.content.helplines import load_regions
from guesthouse.domain.care import Line, Region
from guesthouse.errors import PlaceUnusable
from guesthouse.qt.fonts import load_fonts
from guesthouse.qt.numbers_paper import NumbersCard, NumbersPaper, show_print_dialog, write_pdf
from guesthouse.qt.printing import can_print

LINES = Path(__file__).parents[2] / "resources" / "helplines"
EMERGENCY = Line("Emergency services", "112", "Call", "", "", "a.org", "2024-06-12", "")
LISTENING = Line("Listening", "116 123", "Call", "Day and night", "English", "b.org", "", "2026-03-03")
REGION = Region("XX", "Nowhere", ("XX",), "112", (LISTENING, EMERGENCY))


@pytest.fixture(autouse=True)
def _type(qapp: QApplication) -> None:
    load_fonts()


def told(card: NumbersCard, tmp_path: Path) -> list[list[str]]:
    """For each page its rows as plain words."""
    writer = QPdfWriter(str(tmp_path / "any.pdf"))
    writer.setResolution(300)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return [[row.toPlainText().strip() for row in page] for page in NumbersPaper(card, writer).pages]


def test_each_line_stands_with_all_that_is_known_and_the_emergency_first(tmp_path: Path) -> None:
    (page,) = told(NumbersCard.of(REGION, (("My sister", "0123"), ("Mo <3", ""))), tmp_path)
    assert page[0].splitlines() == ["Numbers", "Nowhere"]
    assert page[1].splitlines() == [
        "Emergency services",
        "Call",
        "Source of 12 June 2024; not yet checked by a person.",
        "112",
    ]
    assert page[2].splitlines() == [
        "Listening",
        "Call · Day and night · English",
        "Checked by a person on 3 March 2026.",
        "116 123",
    ]
    assert page[3].split("\n")[0] == "People of my own" and "My sister" in page[3] and "0123" in page[3]
    assert page[4:] == ["Mo <3", "If one does not answer, try another."]


def test_an_undated_source_is_told_as_one(tmp_path: Path) -> None:
    line = Line("Listening", "1", "Call", "", "", "b.org", "", "")
    assert "Undated source; not yet checked by a person." in told(NumbersCard("", (line,)), tmp_path)[0][1]


@pytest.mark.parametrize("region", load_regions(LINES), ids=lambda region: region.code)
def test_the_card_of_every_region_is_half_a_page_and_holds_its_numbers(region: Region, tmp_path: Path) -> None:
    card = NumbersCard.of(region)
    (page,) = told(card, tmp_path)
    assert all(line.number in words and line.name in words for line, words in zip(card.lines, page[1:], strict=False))
    if region.emergency:
        assert region.emergency in page[1]
    writer = QPdfWriter(str(tmp_path / "any.pdf"))
    writer.setResolution(300)
    heights = [row.size().height() for row in NumbersPaper(card, writer).pages[0]]
    assert sum(heights) < 148 / 25.4 * 300


def test_no_end_of_a_page_parts_a_name_from_its_number(tmp_path: Path) -> None:
    pages = told(NumbersCard.of(REGION, tuple((f"Person {n},", f"0{n}0") for n in range(90))), tmp_path)
    rows = [row for page in pages for row in page]
    assert len(pages) > 1
    assert all(any(f"Person {n}," in row and f"0{n}0" in row for row in rows) for n in range(90))


def test_a_name_without_any_space_stays_within_the_frame(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "any.pdf"))
    writer.setResolution(300)
    paper = NumbersPaper(NumbersCard("", (), (("x" * 300, "0" * 90),)), writer)
    assert all(row.size().width() <= 126 / 25.4 * 300 + 1 for row in paper.pages[0])


@pytest.mark.parametrize("letter", [False, True, None])
def test_the_file_is_a_page_for_its_owner_and_names_neither_app_nor_person(tmp_path: Path, letter: bool | None) -> None:
    to = tmp_path / "numbers.pdf"
    write_pdf(NumbersCard.of(REGION, (("My sister", "0123"),)), to, letter=letter)
    raw = to.read_bytes()
    assert raw.startswith(b"%PDF") and raw.count(b"/Type /Page\n") == 1
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert "Numbers".encode("utf-16-be") in raw
    for word in ("guesthouse", "Guesthouse", "My sister", "Nowhere", str(Path.home())):
        assert word.encode() not in raw and word.encode("utf-16-be") not in raw
    assert list(tmp_path.iterdir()) == [to]


def test_where_it_cannot_be_written_this_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(PlaceUnusable):
        write_pdf(NumbersCard.of(REGION), tmp_path / "missing" / "numbers.pdf")
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_printed_a_file_still_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "PySide6.QtPrintSupport":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert not can_print() and not show_print_dialog(NumbersCard.of(REGION), None)
    write_pdf(NumbersCard.of(REGION), tmp_path / "numbers.pdf")
    assert (tmp_path / "numbers.pdf").stat().st_size > 1000
