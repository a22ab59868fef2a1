"""The source as the tests of the code see it: files, syntax trees, and the strings a person gets to read."""

from __future__ import annotations

import ast
import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "desktop" / "guesthouse"
RESOURCES = ROOT / "resources"
TESTS = ROOT / "tests"
QT_FREE = ("domain", "sim", "content", "formats", "storage", "services")
MARKS = {"tr", "translate", "QT_TRANSLATE_NOOP"}


@dataclass(frozen=True)
class Said:
    """A string with its place, "ui/rail.py:45"."""

    place: str
    text: str


@functools.cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file, read once."""
    return ast.parse(path.read_text("utf-8"), str(path))


def modules(*rooms: str, under: Path = SOURCE) -> list[Path]:
    """All modules of the app, or those of some rooms."""
    places = [under / room for room in rooms] if rooms else [under]
    return sorted(path for place in places for path in place.rglob("*.py"))


def place(path: Path, node: ast.AST | int = 1) -> str:
    """Where something is, as a person would look it up."""
    line = node if isinstance(node, int) else getattr(node, "lineno", 1)
    return f"{path.relative_to(ROOT).as_posix()}:{line}"


def called(node: ast.AST) -> str:
    """The last name of what a call calls; "" for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return getattr(function, "attr", None) or getattr(function, "id", "")


def dotted(node: ast.AST) -> str:
    """`time.time` for the attribute time.time; "" where it is not a plain chain of names."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""


def imports(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """Every module a file imports, in full: `from a import b` gives both a and a.b."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


@functools.cache
def docstrings(module: ast.Module) -> set[int]:
    """The ids of the nodes that are docstrings."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = (node.body for node in ast.walk(module) if isinstance(node, holders) and node.body)
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}


@functools.cache
def marks(path: Path) -> set[str]:
    """What marks a text in this module: the usual names, and local ones for QCoreApplication.translate."""
    local = {
        target.id
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Assign) and dotted(node.value).endswith("QCoreApplication.translate")
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return MARKS | local


@functools.cache
def marked_strings() -> list[Said]:
    """Every text in the code that is marked for translation: what the app says."""
    return [
        Said(place(path, constant), constant.value)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and called(node) in marks(path)
        for argument in texts_of(node)
        for constant in ast.walk(argument)
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
    ]


def texts_of(call: ast.Call) -> list[ast.expr]:
    """The texts of a marking call: tr(text), translate(context, text). A painter's translate(dx, dy) has none."""
    if called(call) == "tr":
        return call.args[:1]
    context = call.args[:1]
    named = all(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in context)
    return call.args[1:2] if named else []


def resource_texts() -> list[Said]:
    """Every text in the resources' TOML files that a person may read: all but keys, dates and addresses."""
    found = []
    for path in sorted(RESOURCES.rglob("*.toml")):
        values = tomllib.loads(path.read_text("utf-8"))
        found += [Said(f"{place(path)[:-2]} {where}", text) for where, text in walk(values, "") if is_prose(text)]
    return found


def walk(value: object, where: str) -> Iterator[tuple[str, str]]:
    """The strings in nested tables and lists, each with its path."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, f"{where}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from walk(inner, f"{where}[{number}]")


def is_prose(text: str) -> bool:
    """A text of words, not a colour, a file name, a path of numbers or an address."""
    return bool(re.search(r"[^\W\d_]{2,}", text)) and not re.fullmatch(r"(https?://|#|www\.)?\S+\.\S+|#\w+", text)
