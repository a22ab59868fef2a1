"""Words can be translated from the first day; the made-up language reaches every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from guesthouse.errors import DiskFull
from guesthouse.qt.i18n import LANGUAGES, install_language
from guesthouse.qt.voice import words_of
from tests.ui.doubled import Doubled


@pytest.fixture
def doubled(qapp: QApplication) -> Iterator[None]:
    language = Doubled()
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


def test_english_needs_no_file(qapp: QApplication, tmp_path: Path) -> None:
    for translator in install_language(qapp, tmp_path, LANGUAGES[0][0]):
        qapp.removeTranslator(translator)
    assert QCoreApplication.translate("rooms", "Visitors") == "Visitors"


def test_the_made_up_language_is_twice_as_long(doubled: None) -> None:
    assert QCoreApplication.translate("rooms", "Visitors") == "Visitors Visitors"


def test_it_leaves_placeholders_alone(doubled: None) -> None:
    assert QCoreApplication.translate("settings", "{percent} %").count("{percent}") == 1


def test_errors_are_told_in_the_language_of_the_app(doubled: None) -> None:
    title, advice = words_of(DiskFull())
    assert title == f"{DiskFull.title} {DiskFull.title}"
    assert advice.startswith(DiskFull.advice)
