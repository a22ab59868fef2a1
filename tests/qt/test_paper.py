"""Paper: pages with selectable words, embedded type, and nothing of the person in the file's own description."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from guesthouse.domain.journal import Entry, Picture
from guesthouse.errors import Trouble
from guesthouse.formats.write_entries import Outgoing
from guesthouse.qt.paper import write_pdf

HOUR = datetime(2026, 11, 22, 19, 40, tzinfo=timezone(timedelta(hours=1)))


def outgoing(text: str, title: str = "", picture: Picture | None = None) -> Outgoing:
    return Outgoing(Entry(id="e", written=HOUR, text=text, title=title), (), (picture,) if picture else ())


def pages(to: Path) -> int:
    """How many pages the file says it has."""
    return max(int(found) for found in re.findall(rb"/Count (\d+)", to.read_bytes()))


def go_on(_done: int) -> bool:
    return True


def test_more_words_are_more_pages(qapp: QApplication, tmp_path: Path) -> None:
    short, long = tmp_path / "short.pdf", tmp_path / "long.pdf"
    assert write_pdf([outgoing("one line")], short, progress=go_on) == 1
    assert write_pdf([outgoing("many words here " * 2000)], long, progress=go_on) == 1
    assert pages(short) == 1 and 8 <= pages(long) <= 16
    assert short.stat().st_mode & 0o777 == 0o600


def test_entries_follow_each_other(qapp: QApplication, tmp_path: Path) -> None:
    to = tmp_path / "many.pdf"
    assert write_pdf([outgoing("a few words " * 12, str(n)) for n in range(60)], to, progress=go_on) == 60
    assert 6 <= pages(to) <= 20, "several entries stand on a page"


def test_type_is_embedded_and_the_title_is_neutral(qapp: QApplication, typefaces: object, tmp_path: Path) -> None:
    to = tmp_path / "one.pdf"
    write_pdf([outgoing("my own words", "my own title")], to, progress=go_on)
    held = to.read_bytes()
    assert b"/FontFile2" in held and b"Literata" in held
    assert "my own title".encode("utf-16-be") not in held and b"my own title" not in held


def test_a_picture_is_on_the_page(qapp: QApplication, tmp_path: Path) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#B5705A"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    picture = Picture("p-1", "png", 60, 40, bytes(buffer.data().data()))
    with_it, without = tmp_path / "with.pdf", tmp_path / "without.pdf"
    write_pdf([outgoing("![x](picture:p-1)", picture=picture)], with_it, progress=go_on)
    write_pdf([outgoing("![x](picture:p-2)", picture=picture)], without, progress=go_on)
    assert b"/Subtype /Image" in with_it.read_bytes() and b"/Subtype /Image" not in without.read_bytes()


@pytest.mark.parametrize(
    "text", ["", "\0 nul", "שלום " * 50, "😢👩‍🚀", "x" * 30_000, "| a | b |\n|---|\n", "```\ncode\n"]
)
def test_any_text_can_be_printed(qapp: QApplication, tmp_path: Path, text: str) -> None:
    assert write_pdf([outgoing(text, text[:80])], tmp_path / "any.pdf", progress=go_on) == 1


def test_cancelled_or_nowhere_to_write_leaves_nothing(qapp: QApplication, tmp_path: Path) -> None:
    to = tmp_path / "one.pdf"
    assert write_pdf([outgoing("a")] * 60, to, progress=lambda done: False) == 0
    with pytest.raises(Trouble):
        write_pdf([outgoing("a")], tmp_path / "nowhere" / "one.pdf", progress=go_on)
    assert list(tmp_path.iterdir()) == []
