"""The real words, and a screen reader that listens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from guesthouse.content.feelings import load_vocabulary
from guesthouse.domain.noticing import Vocabulary
from guesthouse.paths import resources


@pytest.fixture(autouse=True)
def heard(qapp: QApplication) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    return load_vocabulary(resources() / "feelings", "en")
