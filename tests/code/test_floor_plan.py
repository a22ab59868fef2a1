"""Who may import whom, and what stays out of the pure rooms: SQL, clocks, chance, Qt, networks."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.code.source import QT_FREE, ROOT, SOURCE, TESTS, docstrings, dotted, imports, modules, place, tree

SQL = re.compile(
    r"\b(select\s.+\sfrom|insert\s+(or\s+\w+\s+)?into|update\s+\S+\s+set|delete\s+from|pragma\s+\w+"
    r"|(create|drop|alter)\s+(virtual\s+|temp\s+|unique\s+)?(table|index|trigger|view)|vacuum\s+into|attach\s+database)\b",
    re.IGNORECASE | re.DOTALL,
)
CLOCKS = {
    "time.time", "time.monotonic", "time.perf_counter", "time.sleep", "time.localtime", "time.time_ns",
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today",
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
}  # fmt: skip
CHANCE = re.compile(r"(random\.(?!Random$)\w+|secrets\.\w+|os\.urandom)$")
NETWORKS = re.compile(r"PySide6\.Qt(Network|WebEngine|WebSockets|WebChannel|HttpServer|Grpc)")
QT = ("PySide6", "shiboken6", "pytestqt", "qtawesome", "qtpy")


def test_doors_open_one_way() -> None:
    """The contracts of pyproject.toml, each by its name; a broken one says which import breaks it."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("room", sorted(path.parent.name for path in SOURCE.glob("*/__init__.py")))
def test_every_room_says_what_lives_there_and_what_never_does(room: str) -> None:
    said = ast.get_docstring(tree(SOURCE / room / "__init__.py")) or ""
    assert re.search(r"\b(never|nothing|no)\b", said, re.IGNORECASE), f"{room}/__init__.py does not say what never does"


def test_only_storage_speaks_sql() -> None:
    found = [
        place(path, node)
        for path in modules()
        if path.relative_to(SOURCE).parts[0] != "storage"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings(tree(path))
        if SQL.search(node.value)
    ]
    assert found == []


@pytest.mark.parametrize("room", ["domain", "sim", "services", "content"])
def test_clock_and_chance_are_handed_in(room: str) -> None:
    """The same inputs give the same visits: no room below the screens asks for the time or throws dice by itself."""
    found = [f"{place(path, node)} {name}" for path in modules(room) for name, node in asks_the_world(path)]
    assert found == []


def asks_the_world(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """Uses of the clock and of chance; a parameter called `random` is what is handed in, and fine."""
    by_import = {name for name, node in imports(path) if isinstance(node, ast.Import)}
    for node in ast.walk(tree(path)):
        name = dotted(node) if isinstance(node, ast.Attribute) else ""
        if name in CLOCKS or (CHANCE.match(name) and name.split(".")[0] in by_import):
            yield name, node
    for name, node in imports(path):
        if name in CLOCKS or name == "threading" or (CHANCE.match(name) and isinstance(node, ast.ImportFrom)):
            yield name, node


def test_imports_are_absolute_and_named() -> None:
    """No star, no dots: one sees where a name comes from."""
    found = [
        place(path, node)
        for path in [*modules(), *modules(under=TESTS)]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.level or any(alias.name == "*" for alias in node.names))
    ]
    assert found == []


def test_no_module_of_qt_that_speaks_to_a_network() -> None:
    found = [place(path, node) for path in modules() for name, node in imports(path) if NETWORKS.match(name)]
    assert found == []


@pytest.mark.parametrize("room", QT_FREE)
def test_the_tests_of_a_pure_room_are_pure_too(room: str) -> None:
    files = modules(room, under=TESTS)
    brought = [place(path, node) for path in files for name, node in imports(path) if name.split(".")[0] in QT]
    asked = [
        place(path, node)
        for path in files
        for node in ast.walk(tree(path))
        if isinstance(node, ast.arg) and node.arg in ("qtbot", "qapp", "qtmodeltester")
    ]
    assert brought + asked == []


def test_the_tests_find_what_they_look_for() -> None:
    """Each of the patterns above is tried on something it must catch, and on a neighbour it must leave alone."""
    assert SQL.search("select id from guests where words = ?")
    assert SQL.search("PRAGMA journal_mode = wal")
    assert SQL.search("create virtual table search using fts5(words)")
    assert not SQL.search("Select a guest, then press Enter")
    assert not SQL.search("Update the picture and set it aside")
    assert CHANCE.match("random.choice")
    assert CHANCE.match("secrets.token_hex")
    assert not CHANCE.match("random.Random")
    assert NETWORKS.match("PySide6.QtNetwork.QTcpSocket")
    assert not NETWORKS.match("PySide6.QtWidgets")
