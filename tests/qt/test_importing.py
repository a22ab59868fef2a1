"""Importing once Qt is there."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

import guesthouse.qt  # noqa: F401


def test_qt_does_not_read_the_source_of_what_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shibokensupport.feature as feature

    (tmp_path / "read_by_nobody.py").write_text("import PySide6.QtCore\n")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    import read_by_nobody

    assert read_by_nobody.__name__ not in feature.pyside_feature_dict
    del sys.modules["read_by_nobody"]
