"""The paper a PDF is on is the one of the country this computer is in, whatever language the app speaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from guesthouse.qt.printing import pdf_writer


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
