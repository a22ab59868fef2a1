"""What holds for every test: a home of its own, no real dialog, nothing left running, a screen for those who need one.

A test of a pure room never loads Qt through this file; all that is said about Qt applies once a test has brought it.
"""

from __future__ import annotations

import gc
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.left_over import left_over, running, windows
from tests.screen import Screen, open_screen

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples on every machine, and no verdict by a busy machine's clock. `HYPOTHESIS_PROFILE=look` looks further.
hypothesis.settings.register_profile("house", derandomize=True, deadline=None, database=None, print_blob=True)
hypothesis.settings.register_profile("look", deadline=None, max_examples=2000, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

OUTSIDE = dict(os.environ)
FAILED = pytest.StashKey[bool]()
HOMES = itertools.count()
HOME_VARIABLES = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "GUESTHOUSE_DATA_DIR": "guesthouse",
}
DIALOGS = {
    "QDialog": ("exec",),
    "QMessageBox": ("exec", "about", "critical", "information", "question", "warning"),
    "QFileDialog": ("exec", "getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
    "QInputDialog": ("exec", "getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
}


# ------------------------------------------------------------------------------------------------ the surroundings


@pytest.fixture(scope="session")
def outside() -> dict[str, str]:
    """The environment as it was before any test: for a test that installs packages as a person would."""
    return dict(OUTSIDE)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test and no child of one reads or writes what belongs to the person at this computer."""
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(HOMES))  # mktemp reads the whole folder each time
    home.mkdir(parents=True)
    for name, place in HOME_VARIABLES.items():
        monkeypatch.setenv(name, str(home / place))
    return home


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A screen with a window manager and a screen reader's bus, for children started with `screen.environ()`."""
    with open_screen(tmp_path_factory.mktemp("screen")) as opened:
        yield opened


# ------------------------------------------------------------------------------------------------ no real dialog


def refuse(name: str) -> Callable[..., object]:
    """What stands in the place of a dialog that would wait for somebody."""

    def opened(*_args: object, **_kwargs: object) -> object:
        raise AssertionError(f"a real dialog was opened: {name}; let the test answer it")

    return opened


@pytest.fixture(autouse=True)
def no_real_dialog(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog nobody answers fails its test at once instead of holding up the run."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return
    for kind, names in DIALOGS.items():
        for name in names:
            monkeypatch.setattr(getattr(widgets, kind), name, refuse(f"{kind}.{name}"))


# ------------------------------------------------------------------------------------------------ nothing left over


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """What thousands of collected tests are made of is not looked through after each of them."""
    gc.collect()
    gc.freeze()


def has_application() -> bool:
    """Whether some test of this process has brought Qt to life; never brings it."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets is not None and widgets.QApplication.instance() is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember a failure: its traceback keeps things alive that the test itself would have cleared away."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(autouse=True)
def nothing_left_over(request: pytest.FixtureRequest, no_real_dialog: None) -> Iterator[None]:
    """After a Qt test no timer, animation or thread goes on and no window stays."""
    uses_qt = bool({"qtbot", "qapp", "qtmodeltester"} & set(request.fixturenames))
    before = {*running(), *windows()} if uses_qt and has_application() else set()
    yield
    if uses_qt and has_application() and not request.node.stash.get(FAILED, False):
        new = left_over(before)
        assert not new, "left over after the test: " + "; ".join(new)
