"""The recovery card: a page that holds the code and how it is used, and nothing else."""

from __future__ import annotations

import errno
import re
import stat
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from guesthouse.errors import DiskFull, PlaceUnusable, trouble_elsewhere
from guesthouse.qt.fonts import load_fonts
from guesthouse.qt.recovery_paper import RecoveryCard, write_card

GROUPS = ["K7Q2M", "0PXVA", "9ZDT1", "HH3R8", "4WNCE", "5GJ6Y", "BSKF0"]


def test_as_text_it_has_each_group_with_its_number_and_says_how(tmp_path: Path) -> None:
    to = tmp_path / "card.txt"
    write_card(RecoveryCard.of(GROUPS), to)
    lines = to.read_text(encoding="utf-8").splitlines()
    assert [f"{number}  {group}" for number, group in enumerate(GROUPS, 1)] == lines[2:9]
    assert "I have a recovery code" in " ".join(lines)
    assert str(Path.home()) not in " ".join(lines)


@pytest.mark.parametrize("letter", [False, True])
def test_as_a_pdf_it_is_one_page_for_its_owner_alone(qapp: QApplication, tmp_path: Path, letter: bool) -> None:
    load_fonts()
    to = tmp_path / "card.pdf"
    write_card(RecoveryCard.of(GROUPS), to, letter=letter)
    raw = to.read_bytes()
    assert raw.startswith(b"%PDF") and raw.count(b"/Type /Page\n") == 1
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert str(Path.home()).encode() not in raw


def test_each_group_is_a_line_in_order(qapp: QApplication) -> None:
    """So it is heard and copied in its order, too."""
    document = QTextDocument()
    document.setHtml(RecoveryCard.of(GROUPS).html())
    lines = [" ".join(line.split()) for line in document.toPlainText().splitlines()]
    assert lines[1:8] == [f"{number} {group}" for number, group in enumerate(GROUPS, 1)]


def test_nothing_stands_on_the_page_beside_the_card(qapp: QApplication, tmp_path: Path) -> None:
    """No number under a page that is the only one."""
    load_fonts()
    for words in ("", "words"):
        to = tmp_path / f"{words}.pdf"
        write_card(RecoveryCard(words, [], []), to)
        assert (b"Tj" in _drawn(to.read_bytes())) is bool(words)


def _drawn(pdf: bytes) -> bytes:
    """What its streams tell to draw."""
    opened = []
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            opened.append(zlib.decompress(packed))
    return b"".join(each for each in opened if b" Tf" in each or b" cm" in each)


def test_where_it_cannot_be_written_this_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(PlaceUnusable):
        write_card(RecoveryCard.of(GROUPS), tmp_path / "missing" / "card.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_leave_to_write_is_not_told_as_trouble_with_the_data(tmp_path: Path) -> None:
    for number in (errno.EACCES, errno.EROFS, errno.ENOENT, errno.EISDIR):
        told = trouble_elsewhere(OSError(number, ""), tmp_path)
        assert isinstance(told, PlaceUnusable) and "Your data are as they were" in told.advice
    assert isinstance(trouble_elsewhere(OSError(errno.ENOSPC, ""), tmp_path), DiskFull)
